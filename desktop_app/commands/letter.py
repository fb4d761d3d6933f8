"""Write a doctor's letter from a case file: ``main.py letter CASE --kind K --out FILE``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.commands.cases import label_of, read_dated
from desktop_app.commands.files import put_file
from desktop_app.domain.catalogue import LANGUAGES
from desktop_app.domain.document import LETTER_KINDS
from desktop_app.domain.errors import InputError

if TYPE_CHECKING:
    import argparse

    from desktop_app.domain.letter import Letter, LetterTexts
    from desktop_app.domain.wording import Wording


def add_parser(commands: Any) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("letter", help="write a letter for a case file")
    parser.add_argument("case", type=Path, metavar="CASE")
    parser.add_argument("--kind", required=True, metavar="K", help="which letter")
    parser.add_argument("--lang", choices=LANGUAGES, default="en")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Read the case, assess it, write the letter, and put the file in place as a whole.

    Raises:
        InputError: the case or the kind cannot be used; then nothing is written.
    """
    from desktop_app.data.content.fonts import font_source
    from desktop_app.data.content.letters import load_letters
    from desktop_app.data.content.wordings import load_wordings
    from desktop_app.paths import resource_root
    from desktop_app.reports.fonts import register_fonts
    from desktop_app.reports.letter import letter_pdf

    letters = load_letters(resource_root())
    if asked.kind not in letters:
        unwritten = f"; {asked.kind} has no text yet" if asked.kind in LETTER_KINDS else ""
        raise InputError("--kind", f"one of {', '.join(letters)}{unwritten}")
    wordings = load_wordings(resource_root())
    letter = _letter(asked, letters[asked.kind], wordings[asked.lang])
    register_fonts(font_source(resource_root()))
    put_file(asked.out, letter_pdf(letter, wordings))
    return 0


def _letter(asked: argparse.Namespace, texts: LetterTexts, words: Wording) -> Letter:
    """Write the letter as of the last day of the case; the file's name stands for the patient."""
    from desktop_app.domain.assessment import assess
    from desktop_app.domain.letter_building import LetterContext, build_letter

    record, as_of, catalogue = read_dated(asked.case)
    return build_letter(
        assess(record, as_of, catalogue=catalogue),
        record,
        LetterContext(as_of, label_of(asked.case)),
        texts,
        catalogue=catalogue,
        words=words,
    )
