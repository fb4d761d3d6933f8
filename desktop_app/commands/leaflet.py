"""Print a patient's leaflet from a case file: ``main.py leaflet CASE --out FILE.pdf``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.commands.cases import read_dated
from desktop_app.commands.files import put_file
from desktop_app.domain.document import LEAFLET_KINDS, PRINT_LANGUAGES
from desktop_app.domain.errors import InputError

if TYPE_CHECKING:
    import argparse

    from desktop_app.domain.document import Leaflet, LeafletValues, Reader
    from desktop_app.domain.wording import Wording


def add_parser(commands: Any) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("leaflet", help="print the leaflet for a case file")
    parser.add_argument("case", type=Path, metavar="CASE")
    parser.add_argument("--kind", metavar="K", help="which leaflet (default: the one that fits)")
    parser.add_argument(
        "--lang", default="zh-TW,en", metavar="L,L", help=f"one of {_pairs()} (default: zh-TW,en)"
    )
    parser.add_argument("--large-print", action="store_true", help="16 points and more")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Read the case, assess it, print the leaflet, and put the file in place as a whole.

    The sheet carries the mark "not yet approved": a case file belongs to no clinic.

    Raises:
        InputError: the case, the kind or the languages cannot be used; then nothing is written.
    """
    from desktop_app.data.content.fonts import font_source
    from desktop_app.data.content.leaflets import load_leaflets
    from desktop_app.data.content.wordings import load_wordings
    from desktop_app.paths import resource_root
    from desktop_app.reports.fonts import register_fonts
    from desktop_app.reports.leaflet import leaflet_pdf

    languages = _languages(asked.lang)
    if asked.kind is not None and asked.kind not in LEAFLET_KINDS:
        raise InputError("--kind", f"one of {', '.join(LEAFLET_KINDS)}")
    wordings = load_wordings(resource_root())
    leaflet, values = _filled(asked, languages, load_leaflets(resource_root()), wordings)
    register_fonts(font_source(resource_root()))
    pdf = leaflet_pdf(leaflet, values, languages, wordings, large_print=asked.large_print)
    put_file(asked.out, pdf)
    return 0


def _filled(
    asked: argparse.Namespace,
    languages: tuple[str, ...],
    leaflets: dict[str, Leaflet],
    wordings: dict[str, Wording],
) -> tuple[Leaflet, LeafletValues]:
    from desktop_app.domain.assessment import assess
    from desktop_app.domain.leaflet_fit import kinds_for, reader_of
    from desktop_app.domain.leaflet_values import LeafletContext, leaflet_values

    record, as_of, catalogue = read_dated(asked.case)
    assessment = assess(record, as_of, catalogue=catalogue)
    reader = reader_of(assessment)
    kinds = kinds_for(reader)
    wanted = asked.kind or next(iter(kinds), "")
    if wanted not in kinds:
        raise InputError("--kind", _expected(wanted, kinds, reader))
    due = assessment.follow_up.next_due
    myeloma, poems = assessment.myeloma, assessment.poems
    context = LeafletContext(reader, as_of, due, languages, myeloma=myeloma, poems=poems)
    values = leaflet_values(record, context, catalogue=catalogue, wordings=wordings)
    return leaflets[wanted], values


def _expected(wanted: str, kinds: tuple[str, ...], reader: Reader) -> str:
    """Say which conclusion the leaflet needs, and which leaflets fit the one that there is."""
    found = reader.category or reader.status
    urgent = ", where a specialist is needed now" if reader.urgent else ""
    fitting = f"; what fits: {', '.join(kinds)}" if kinds else ""
    named = f"the leaflet {wanted}" if wanted else "a leaflet"
    return f"a diagnosis that {named} explains, not {found}{urgent}{fitting}"


def _languages(text: str) -> tuple[str, ...]:
    languages = tuple(part.strip() for part in text.split(","))
    if languages not in PRINT_LANGUAGES:
        raise InputError("--lang", f"one of {_pairs()}")
    return languages


def _pairs() -> str:
    return " ".join(",".join(languages) for languages in PRINT_LANGUAGES)
