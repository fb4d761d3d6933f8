"""Run service calls on the one worker thread and bring their results back to the window.

The record has one writer, so one thread is enough, and the order of calls is kept. A second runner
makes copies of the record, which never wait for the writer. This is the only place that starts
background work (docs/decisions/0007-one-worker-thread.md).
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.domain.errors import (
    Cancelled,
    FieldErrors,
    InputError,
    Refusal,
    StorageError,
)

T = TypeVar("T")
# What a doctor can act on; anything else is a bug and goes to the crash hook.
Problem = FieldErrors | Refusal | StorageError | InputError | Cancelled


@dataclass(slots=True)
class _Task:
    owner: QObject
    key: str | None
    done: Callable[[Any], object] | None
    failed: Callable[[Problem], object] | None
    dropped: bool = False
    future: Future[Any] | None = None


class TaskRunner(QObject):
    """Run work off the GUI thread; answers reach their owner on the GUI thread or not at all."""

    busy_changed = Signal(bool)
    damaged = Signal()  # some call found the record damaged
    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None, *, name: str = "record") -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._tasks: list[_Task] = []
        self._closed = False
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Tell whether work is under way or waiting."""
        return bool(self._tasks)

    def run(
        self,
        work: Callable[[], T],
        *,
        owner: QObject,
        done: Callable[[T], object] | None = None,
        failed: Callable[[Problem], object] | None = None,
        key: str | None = None,
    ) -> None:
        """Queue ``work``; later call ``done`` with its result or ``failed`` with its problem.

        Neither is called once ``owner`` is destroyed. With a ``key``, a newer run of the same owner
        and key takes the place of an older one that has not been answered yet. An exception that is
        no problem of the user's goes to the crash hook.
        """
        if self._closed:
            return
        if key is not None:
            self._drop(owner, key)
        task = _Task(owner, key, done, failed)
        self._tasks.append(task)
        if len(self._tasks) == 1:
            self.busy_changed.emit(True)
        task.future = self._executor.submit(work)
        task.future.add_done_callback(lambda _future: self._ended.emit(task))

    def close(self) -> None:
        """End after all queued work: what was typed is still written, answers are dropped."""
        self._closed = True
        self._executor.shutdown(wait=True)
        for task in self._tasks:
            task.dropped = True

    def _drop(self, owner: QObject, key: str) -> None:
        for task in self._tasks:
            if task.owner is owner and task.key == key:
                task.dropped = True
                if task.future is not None:
                    task.future.cancel()

    def _on_ended(self, task: _Task) -> None:
        self._tasks.remove(task)
        try:
            self._answer(task)
        finally:
            if not self._tasks:
                self.busy_changed.emit(False)

    def _answer(self, task: _Task) -> None:
        assert task.future is not None
        try:
            result = task.future.result()
        except CancelledError:
            return
        except (FieldErrors, Refusal, StorageError, InputError, Cancelled) as problem:
            if isinstance(problem, StorageError) and problem.code == "record_damaged":
                self.damaged.emit()
            if task.failed is None:
                raise
            if not task.dropped and shiboken6.isValid(task.owner):
                task.failed(problem)
            return
        if task.done is not None and not task.dropped and shiboken6.isValid(task.owner):
            task.done(result)
