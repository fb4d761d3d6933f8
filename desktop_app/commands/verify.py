"""Look whether a record is whole, and its log untouched: ``main.py verify --db PATH``."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from desktop_app.commands.records import add_db, opened
from desktop_app.domain.catalogue import LANGUAGES

if TYPE_CHECKING:
    import argparse

UNSOUND = 1


def add_parser(commands: Any) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "verify", help="read every page and row, and follow the log line by line"
    )
    add_db(parser)
    parser.add_argument("--lang", choices=LANGUAGES, default="en")
    parser.add_argument("--format", choices=("json", "text"), default="text")
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Verify a record; give 0 if it is sound and 1 if not, and name what was found.

    Raises:
        InputError: the path or the passphrase cannot be used.
        StorageError: the record cannot be opened.
    """
    with opened(asked.db) as services:
        found = services.safety.verify()
        wording = services.wordings[asked.lang]
    if asked.format == "json":
        said = {
            "sound": found.sound,
            "problem": found.problem,
            "faults": [{"kind": x.kind.value, "line": x.number} for x in found.faults],
            "rows": dict(found.rows),
        }
        sys.stdout.write(json.dumps(said, indent=1) + "\n")
    else:
        lines = [wording.text(f"error.{found.problem}")] if found.problem else []
        lines += [
            wording.text(f"audit_fault.{fault.kind}", (("number", str(fault.number)),))
            for fault in found.faults
        ]
        lines = lines or [
            wording.text("text.record_sound", (("rows", str(sum(found.rows.values()))),))
        ]
        sys.stdout.write("".join(f"{line}\n" for line in lines))
    return 0 if found.sound else UNSOUND
