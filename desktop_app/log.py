"""Keep a rotating log that holds places in the code and codes, never identities or results.

An exception's own text may quote what was typed, so the log keeps its type and stack only.
"""

from __future__ import annotations

import copy
import logging
import time
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

FILE_NAME = "mspike.log"
_MAX_BYTES = 512_000
_KEPT_FILES = 3
_Caught = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class IdentityFreeFormatter(logging.Formatter):
    """Write UTC time, level, module and message, and exceptions without their own text."""

    converter = staticmethod(time.gmtime)

    def format(self, record: logging.LogRecord) -> str:
        """Write a record, whatever another handler has made of its exception before."""
        own = copy.copy(record)
        own.exc_text = None
        return super().format(own)

    def formatException(self, ei: _Caught) -> str:  # noqa: N802 - logging's own name
        """Write the stack and type of an exception."""
        return "" if ei[1] is None else stack_of(ei[1])


def stack_of(error: BaseException) -> str:
    """Write the stacks and types of an exception and its causes, without any text of theirs."""
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    lines = [] if cause is None else [stack_of(cause), "which led to:"]
    for frame in traceback.extract_tb(error.__traceback__):
        lines.append(f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}")
    lines.append(f"{type(error).__module__}.{type(error).__qualname__}")
    return "\n".join(lines)


def start_log(folder: Path) -> logging.Handler:
    """Begin to log into a folder, which is made if absent.

    Raises:
        OSError: the folder cannot be made or written.
    """
    for made in (folder.parent, folder):  # the log may be the first to need the clinic's folder
        made.mkdir(mode=0o700, parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        folder / FILE_NAME, maxBytes=_MAX_BYTES, backupCount=_KEPT_FILES, encoding="utf-8"
    )
    handler.setFormatter(
        IdentityFreeFormatter(
            "%(asctime)sZ %(levelname)s %(name)s %(message)s", "%Y-%m-%dT%H:%M:%S"
        )
    )
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return handler


def stop_log(handler: logging.Handler) -> None:
    """End what ``start_log`` began and close its file."""
    logging.getLogger().removeHandler(handler)
    handler.close()
