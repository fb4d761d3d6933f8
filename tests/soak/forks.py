"""Do a piece of work in a child of this process, and kill it, or its disk, on the way.

Only a process without other threads may be forked: ``tests.soak.fresh`` starts one.
"""

from __future__ import annotations

import os
import random
import select
import signal
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass

Say = Callable[[str], None]
Work = Callable[[Say], object]
FAILED = 99
PATIENCE = 60.0  # seconds until a child that hangs is killed all the same
BEGIN = "begin"
ENDED_BEFORE = "ended before the kill"


@dataclass(frozen=True, slots=True)
class Ended:
    """Hold what a child said until its end, and how it ended: its status, or a signal below 0."""

    said: tuple[str, ...]
    status: int
    seconds: float

    @property
    def killed(self) -> bool:
        """Tell whether it was killed before its end."""
        return self.status == -signal.SIGKILL


class Aim:
    """Kill children anywhere between their beginning and their end, however fast they are today."""

    def __init__(self, chance: random.Random, seconds: float) -> None:
        self._chance = chance
        self._seconds = seconds
        self.killed = 0

    def fire(self, work: Work) -> Ended:
        """Do the work in a child and kill it somewhere; it may have ended before."""
        ended = run(work, self._chance.uniform(0, self._seconds))
        if ended.killed:
            self.killed += 1
            self._seconds *= 1.02  # so that some end before: all of the work is aimed at
        else:
            self._seconds = (self._seconds + ended.seconds) / 2
        return ended


def run(work: Work, kill_after: float = PATIENCE) -> Ended:
    """Do the work in a child; kill it that many seconds after it said that it begins.

    Raises:
        AssertionError: the work failed of itself; its traceback stands on stderr.
    """
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _do(work, writer)
    os.close(writer)
    text, begun = b"", False
    started = time.perf_counter()
    deadline = started + PATIENCE
    while select.select([reader], [], [], max(0.0, deadline - time.perf_counter()))[0]:
        piece = os.read(reader, 65536)
        if not piece:
            break
        text += piece
        if not begun and f"{BEGIN}\n".encode() in text:
            begun, started = True, time.perf_counter()
            deadline = started + kill_after
    seconds = time.perf_counter() - started
    os.kill(child, signal.SIGKILL)
    while piece := os.read(reader, 65536):
        text += piece
    os.close(reader)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in (0, -signal.SIGKILL), f"the child failed: {status}"
    return Ended(tuple(text.decode().splitlines()), status, seconds)


def _do(work: Work, writer: int) -> None:
    status = FAILED
    try:
        work(lambda line: os.write(writer, f"{line}\n".encode()))
        status = 0
    except Exception:  # noqa: BLE001 - nothing may return into what the parent does
        traceback.print_exc()
    finally:
        os._exit(status)
