"""Prove that the memory is bounded, whatever the size of the file, and that time is linear."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.exchange.lab.staging import stage_text

ROOT = Path(__file__).resolve().parents[3]
SIZE = 200_000_000
# A child process, since the peak of this one belongs to all tests before.
CHILD = """
import io, resource, sys
from tests.exchange.lab.staging import CATALOGUE, PLAIN
from desktop_app.domain.errors import InputError
from desktop_app.exchange.lab.layouts import stage
from desktop_app.exchange.lab.sources import LabSource

class Endless(io.RawIOBase):
    '''Give a head, and then a line again and again until the size is reached.'''
    def __init__(self, head, line, size):
        self.block, self.left, self.head = line * (65536 // len(line) + 1), size, head
    def readable(self): return True
    def seekable(self): return True
    def seek(self, place, whence=0): return self.left
    def tell(self): return 0
    def readinto(self, buffer):
        piece = (self.head or self.block)[: min(len(buffer), max(self.left, 0))]
        self.head = b""
        self.left -= len(piece)
        buffer[: len(piece)] = piece
        return len(piece)

head, line, size = (one.encode().decode("unicode_escape").encode() for one in sys.argv[1:4])
read = []
def source():
    read.append(Endless(head, line, int(size)))
    return read[-1]
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    said = str(len(stage(LabSource("large", source), PLAIN, CATALOGUE).rows))
except InputError as error:
    said = str(error)
grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
print(grown, (int(size) - read[-1].left) // 1_000_000, said, sep="|")
"""
LONG = ("patient_id,item_name,value,unit,comment\\n", "0012,Hb,13.1,g/dL," + "x" * 60 + "\\n")


@pytest.mark.skipif(sys.platform == "win32", reason="resource is a module of Unix")
@pytest.mark.parametrize(
    ("head", "line", "most_read", "expected"),
    [
        (*LONG, 20, "line 200002: at most 200,000 values"),
        ("a note\\n", "z" * 2500 + "\\n", 60, "line 20001: at most 200,000 values"),
        ("Hb 13\\n", "x", 5, "line 2: at most 1,000,000 characters"),
        ("Hb 13\\n", " " * 200 + "\\n", 200, "1"),
    ],
    ids=["many rows", "much text", "one line", "nothing"],
)
def test_file_of_200_mb_takes_no_more_than_the_limits(
    head: str, line: str, most_read: int, expected: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CHILD, head, line, str(SIZE)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    grown, read, said = done.stdout.strip().split("|")

    assert int(grown) < 300
    assert int(read) <= most_read
    assert said.startswith(expected)


def test_time_grows_no_faster_than_the_rows() -> None:
    def seconds(rows: int) -> float:
        text = "patient_id,item,value\n" + "".join(f"P{n},Hb,{n % 97}\n" for n in range(rows))
        start = time.perf_counter()
        stage_text(text)
        return time.perf_counter() - start

    seconds(1000)  # fills the caches
    small = min(seconds(4000) for _ in range(3))
    large = min(seconds(40_000) for _ in range(2))

    assert large < 40 * small
