"""Prove that every rule ID of a chapter stands in code and in a test, or is left out by name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

from desktop_app.data.content.evidence import load_evidence
from desktop_app.paths import resource_root

pytestmark = pytest.mark.shared

ROOT = Path(__file__).resolve().parents[2]
# Evidence and leaflets are content of the program: cards and lists cite the rules there.
CODE = ("desktop_app", "resources/evidence", "resources/leaflets")
KINDS = frozenset({".py", ".toml", ".json"})
ID = re.compile(r"(?<![\w-])[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+(?![\w-])")
CHAPTERS = ("precursor", "myeloma", "poems")
# Looks like an ID and is none: abbreviations, names of trials and bodies, numbers of papers.
NO_IDS = frozenset(
    {
        "BY-NC-ND", "CKD-EPI", "EHA-EMN", "GEM-CESAR", "LC-MGUS", "LC-SMM", "LLN-2", "LLN-20",
        "M23-2540", "PET-CT", "S0140-6736", "S1470-2045", "S2352-3026",
        "SMM-LC",
        # An interval, two words for rules that have an ID of their own, and parts of DOIs.
        "ASCT-PD", "CRAB-R", "MM-DS", "AID-CNCR2820360303", "JCO-24-01893", "JCO-25-01367",
        # Items of a questionnaire, a treatment, a growth factor and a virus.
        "A1-A5", "CAR-T", "G-CSF", "HHV-8",
        # How the chapter names a row without an ID of its own.
        "POEMS-TIER-PROBABLE",
    }
)  # fmt: skip
HERE = "tests/domain/test_chapter_ids.py"
# Figures to be shown, not to be computed with: each is a card.
CARDS = ("LEN-AE", "MGUS-PREVALENCE", "SMM-NATURAL", "MM-SLIM-CAVEAT", "IGM-SWM-ECWM")
CARDS_OF_MYELOMA = ("EMM-S", "EMD-OUT", "FRAIL-OUT")
CARDS_OF_POEMS = (
    *("POEMS-BG", "POEMS-EV", "POEMS-PROG-OTHER", "POEMS-ENDO-FREQ", "POEMS-PN-ASK"),
    *("POEMS-PN-EARLY", "POEMS-PN-NCS", "POEMS-CLONE-REVIEW"),
)
# IDs of which no test names each, because one test reads them all from the chapter.
READ_AS_A_WHOLE = {
    "C-": ("tests/resources/test_evidence.py", "test_the_ledger_holds_the_rule_books_conflicts"),
    **dict.fromkeys(("EV-", *CARDS), (HERE, "test_every_evidence_row_of_the_chapter_is_a_card")),
    **dict.fromkeys(CARDS_OF_MYELOMA, (HERE, "test_every_statement_of_the_case_is_a_card")),
    **dict.fromkeys(CARDS_OF_POEMS, (HERE, "test_every_cohort_of_poems_is_a_card")),
    "PT-": (HERE, "test_the_lists_for_patients_stand_in_leaflets"),
}
# Traps of the rule book: each is a test, and no code bears its name.
TRAPS = "T-"
LEFT_OUT: dict[str, dict[str, str]] = {"precursor": {}, "myeloma": {}, "poems": {}}
NUMBER = re.compile(r"\d+(?:\.\d+)?")


def ids_in(text: str) -> set[str]:
    return set(ID.findall(text)) - NO_IDS


@cache
def ids_below(folders: tuple[str, ...]) -> frozenset[str]:
    """Give the IDs that any file of some folders holds, this one left out."""
    paths = (path for folder in folders for path in sorted((ROOT / folder).rglob("*")))
    read = (x for x in paths if x.suffix in KINDS and x != Path(__file__).resolve())
    return frozenset().union(*(ids_in(path.read_text("utf-8")) for path in read))


def text_of(shared: Path, chapter: str) -> str:
    return (shared / "clinical" / f"{chapter}.md").read_text("utf-8")


def in_tests(names: Iterable[str]) -> set[str]:
    """Give those that a test names, or that belong to a family which one test reads whole."""
    named = ids_below(("tests",))
    return {name for name in names if name in named or name.startswith(tuple(READ_AS_A_WHOLE))}


SECTIONS = {
    "precursor": (
        "UNIT-COMPARE", "MM-DX", "SMM-DX", "MISS-URINE", "MGUS-MAYO-M", "SMM-MAYO2018",
        "EVO-NOISE", "MGRS-PROMPT", "WORKUP-LIN", "FU-MGUS-LOW", "EV-AQUILA", "LEN-START",
        "PT-STEPS", "C-KYLE-30Y",
    ),
    "myeloma": (
        "SMM-PROG", "MM-RISS", "MM-CGS1", "EMD-CLASS", "PCL-KYLE", "RESP-IMWG-PR", "REL-SIGPARA",
        "LINE-NEW", "REC-EMM-8", "CALC-CG", "VTE-PRISM", "T-PCL", "C-MM-14",
    ),
    "poems": (
        "POEMS-BG", "POEMS-DX", "POEMS-CLONE-NO", "POEMS-VEGF-RULES", "POEMS-CD-TAFRO",
        "POEMS-TIER", "POEMS-WORKUP", "POEMS-DDX", "POEMS-PUMCH-EGFR", "POEMS-TX-LOCAL",
        "POEMS-EV-LI2024", "RESP-POEMS-PDV", "ONLS-GUARD", "POEMS-FU", "C-P-NUM",
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("chapter", "at_least"), [("precursor", 171), ("myeloma", 150), ("poems", 140)]
)
def test_a_chapter_has_rules_of_every_section(shared: Path, chapter: str, at_least: int) -> None:
    ids = ids_in(text_of(shared, chapter))

    assert set(SECTIONS[chapter]) <= ids
    assert len(ids) >= at_least


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_rule_stands_in_code_and_in_a_test_or_is_left_out_by_name(
    shared: Path, chapter: str
) -> None:
    ids = ids_in(text_of(shared, chapter))
    rules = {name for name in ids if not name.startswith(TRAPS)}

    missing = {*(rules - ids_below(CODE)), *(ids - in_tests(ids))}

    assert sorted(missing) == sorted(LEFT_OUT[chapter])


def test_every_evidence_row_of_the_chapter_is_a_card(shared: Path) -> None:
    cards = load_evidence(resource_root()).cards
    ids = ids_in(text_of(shared, "precursor"))

    assert {*CARDS, *(name for name in ids if name.startswith("EV-"))} <= cards.keys()


def test_every_statement_of_the_case_is_a_card(shared: Path) -> None:
    """Read EMM-S1 to EMM-S6, and one card for every cohort of EMD-OUT."""
    cards = load_evidence(resource_root()).cards
    text = text_of(shared, "myeloma")
    cohorts = text.split("\nEMD-OUT")[1].split("\n## ")[0]
    keys = re.findall(r"^\* (\w+)", cohorts, re.MULTILINE)

    statements = {name for name in ids_in(text) if name.startswith("EMM-S")}
    assert len(statements) == 6
    assert {*statements, "FRAIL-OUT", *(f"EMD-OUT-{key.upper()}" for key in keys)} <= cards.keys()
    assert {cards[f"EMD-OUT-{key.upper()}"].source for key in keys} == set(keys)


def test_every_cohort_of_poems_is_a_card(shared: Path) -> None:
    """Read the table of POEMS-EV, the list of POEMS-PROG-OTHER, and the differential."""
    cards = load_evidence(resource_root()).cards
    text = text_of(shared, "poems")
    table = text.split("**POEMS-EV**")[1].split("\nCases only")[0]
    cohorts = re.findall(r'^\|"?([a-zA-Z]+ ?(?:\d{4})?)', table, re.MULTILINE)
    others = text.split("**POEMS-PROG-OTHER**")[1].split("\n## ")[0]
    keys = re.findall(r"^- ([a-z]+\d{4})", others, re.MULTILINE)

    rows = {key.strip() for key in cohorts} - {"cohort"}
    assert len(rows) == 12
    named = {"MAYO80" if key == "Mayo" else key.upper() for key in rows}
    assert {f"POEMS-EV-{key}" for key in named} <= cards.keys()
    assert len(keys) == 6
    assert {f"POEMS-PROG-{key.upper()}" for key in keys} <= cards.keys()
    assert {*CARDS_OF_POEMS} - {"POEMS-EV", "POEMS-PROG-OTHER"} <= cards.keys()
    sources = {
        name.rpartition("-")[2].lower(): card.source
        for name, card in cards.items()
        if name.startswith(("POEMS-EV-", "POEMS-PROG-"))
    }
    # The consensus cites for it a paper with other figures (C-P-MAYO80).
    assert {key: key for key in sources} | {"mayo80": "poems2025"} == sources


def test_no_card_says_a_number_that_the_chapter_does_not(shared: Path) -> None:
    book = numbers_in(" ".join(text_of(shared, chapter) for chapter in CHAPTERS))

    invented = {
        card.id: sorted(said - book)
        for card in load_evidence(resource_root()).cards.values()
        if (said := numbers_in(" ".join(point["en"] for point in card.points))) - book
    }

    assert invented == {}


def numbers_in(text: str) -> set[str]:
    """Give the numbers of a text: without marks between thousands, and with their leading zero."""
    plain = re.sub(r"(?<=\d),(?=\d{3})", "", text)
    return set(NUMBER.findall(re.sub(r"(?<![\d.])\.(?=\d)", "0.", plain)))


@pytest.mark.parametrize("name", ["PT-STEPS", "PT-QUESTIONS", "PT-MESSAGE"])
def test_the_lists_for_patients_stand_in_leaflets(name: str) -> None:
    citing = [
        path for path in (ROOT / "resources/leaflets").iterdir() if name in path.read_text("utf-8")
    ]

    assert citing != []


def test_what_is_left_out_says_why() -> None:
    reasons = [reason for left in LEFT_OUT.values() for reason in left.values()]

    assert all(len(reason.split()) > 3 for reason in reasons)


@pytest.mark.parametrize(("file", "name"), sorted(set(READ_AS_A_WHOLE.values())))
def test_a_family_is_read_as_a_whole_by_the_test_that_is_named(file: str, name: str) -> None:
    assert f"def {name}" in (ROOT / file).read_text("utf-8")


def test_nothing_is_excused_that_is_no_word_of_the_chapter(shared: Path) -> None:
    words = {word for chapter in CHAPTERS for word in ID.findall(text_of(shared, chapter))}

    assert words >= NO_IDS
