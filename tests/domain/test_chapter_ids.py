"""Prove that every rule ID of the chapter stands in code and in a test, or is left out by name."""

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
# Looks like an ID and is none: abbreviations, names of trials and bodies, numbers of papers.
NO_IDS = frozenset(
    {
        "BY-NC-ND", "CKD-EPI", "EHA-EMN", "GEM-CESAR", "LC-MGUS", "LC-SMM", "LLN-2", "LLN-20",
        "M23-2540", "PET-CT", "S0140-6736", "S1470-2045", "S2352-3026",
        "SMM-LC",
    }
)  # fmt: skip
HERE = "tests/domain/test_chapter_ids.py"
# Figures to be shown, not to be computed with: each is a card.
CARDS = ("LEN-AE", "MGUS-PREVALENCE", "SMM-NATURAL", "MM-SLIM-CAVEAT", "IGM-SWM-ECWM")
# IDs of which no test names each, because one test reads them all from the chapter.
READ_AS_A_WHOLE = {
    "C-": ("tests/resources/test_evidence.py", "test_the_ledger_holds_the_rule_books_conflicts"),
    **dict.fromkeys(("EV-", *CARDS), (HERE, "test_every_evidence_row_of_the_chapter_is_a_card")),
    "PT-": (HERE, "test_the_lists_for_patients_stand_in_leaflets"),
}
LEFT_OUT = {
    "POEMS-DX": "a rule of the POEMS chapter; here POEMS only stays open (POEMS-CATEGORY)",
}
NUMBER = re.compile(r"\d+(?:\.\d+)?")


def ids_in(text: str) -> set[str]:
    return set(ID.findall(text)) - NO_IDS


@cache
def ids_below(folders: tuple[str, ...]) -> frozenset[str]:
    """Give the IDs that any file of some folders holds, this one left out."""
    paths = (path for folder in folders for path in sorted((ROOT / folder).rglob("*")))
    read = (x for x in paths if x.suffix in KINDS and x != Path(__file__).resolve())
    return frozenset().union(*(ids_in(path.read_text("utf-8")) for path in read))


@pytest.fixture(scope="module")
def chapter(shared: Path) -> set[str]:
    return ids_in((shared / "clinical" / "precursor.md").read_text("utf-8"))


def in_tests(names: Iterable[str]) -> set[str]:
    """Give those that a test names, or that belong to a family which one test reads whole."""
    named = ids_below(("tests",))
    return {name for name in names if name in named or name.startswith(tuple(READ_AS_A_WHOLE))}


def test_the_chapter_has_rules_of_every_section(chapter: set[str]) -> None:
    sections = (
        "UNIT-COMPARE", "MM-DX", "SMM-DX", "MISS-URINE", "MGUS-MAYO-M", "SMM-MAYO2018",
        "EVO-NOISE", "MGRS-PROMPT", "WORKUP-LIN", "FU-MGUS-LOW", "EV-AQUILA", "LEN-START",
        "PT-STEPS", "C-KYLE-30Y",
    )  # fmt: skip

    assert set(sections) <= chapter
    assert len(chapter) > 170


def test_every_rule_stands_in_code_and_in_a_test_or_is_left_out_by_name(
    chapter: set[str],
) -> None:
    missing = {
        *(name for name in chapter if name not in ids_below(CODE)),
        *(chapter - in_tests(chapter)),
    }

    assert sorted(missing) == sorted(LEFT_OUT)


def test_every_evidence_row_of_the_chapter_is_a_card(chapter: set[str]) -> None:
    cards = load_evidence(resource_root()).cards

    assert {*CARDS, *(name for name in chapter if name.startswith("EV-"))} <= cards.keys()


def test_no_card_says_a_number_that_the_chapter_does_not(shared: Path) -> None:
    book = numbers_in((shared / "clinical" / "precursor.md").read_text("utf-8"))

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
    assert all(len(reason.split()) > 3 for reason in LEFT_OUT.values())


@pytest.mark.parametrize(("file", "name"), sorted(set(READ_AS_A_WHOLE.values())))
def test_a_family_is_read_as_a_whole_by_the_test_that_is_named(file: str, name: str) -> None:
    assert f"def {name}" in (ROOT / file).read_text("utf-8")


def test_nothing_is_excused_that_is_no_word_of_the_chapter(shared: Path) -> None:
    words = set(ID.findall((shared / "clinical" / "precursor.md").read_text("utf-8")))

    assert words >= NO_IDS
