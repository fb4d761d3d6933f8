"""Print what the program concludes of a case file: ``main.py assess CASE``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.commands.arguments import day_of
from desktop_app.commands.cases import read_dated
from desktop_app.domain.catalogue import LANGUAGES

if TYPE_CHECKING:
    import argparse


def add_parser(commands: Any) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("assess", help="print the assessment of a case file")
    parser.add_argument("case", type=Path, metavar="CASE")
    parser.add_argument("--as-of", metavar="DATE", help="assess as of this day (YYYY-MM-DD)")
    parser.add_argument("--lang", choices=LANGUAGES, default="en")
    parser.add_argument("--format", choices=("json", "text"), default="json")
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Read the case, assess it, print the assessment; nothing is written elsewhere.

    Raises:
        InputError: the case or the day cannot be used; names the place and what was expected.
    """
    from desktop_app.data.content.evidence import load_evidence
    from desktop_app.data.content.wordings import load_wordings
    from desktop_app.domain.assessment import assess
    from desktop_app.exchange.assessment import assessment_text
    from desktop_app.exchange.assessment_prose import assessment_prose
    from desktop_app.paths import resource_root

    resources = resource_root()
    record, as_of, catalogue = read_dated(asked.case, day_of(asked.as_of))
    assessment = assess(record, as_of, catalogue=catalogue)
    wording = load_wordings(resources)[asked.lang]
    if asked.format == "json":
        sys.stdout.write(assessment_text(assessment, wording))
    else:
        sys.stdout.write(assessment_prose(assessment, wording, load_evidence(resources)))
    return 0
