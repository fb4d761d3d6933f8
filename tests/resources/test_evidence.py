"""Prove that bibliography and conflict ledger are whole, and hold all that the code cites."""

from __future__ import annotations

import ast
import re
import shutil
from functools import cache
from pathlib import Path

import pytest

from desktop_app.data.content.evidence import load_evidence
from desktop_app.data.content.leaflets import load_leaflets
from desktop_app.data.content.wordings import load_wordings
from desktop_app.domain.catalogue import LANGUAGES
from desktop_app.domain.errors import InputError
from desktop_app.domain.rulepack import rules
from desktop_app.domain.sources import DoiStatus, Evidence
from desktop_app.paths import resource_root
from tests.domain.cases import assessed, result, serum

ROOT = Path(__file__).resolve().parents[2]
KEY_IN_SENTENCE = re.compile(r"\b[a-z]+(?:19|20)\d\d\b")
NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


@cache
def evidence() -> Evidence:
    """Read what ships once."""
    return load_evidence(resource_root())


def section(shared: Path, number: int) -> list[list[str]]:
    """Give the table rows of one section of the rule book, without head and rule."""
    book = (shared / "clinical" / "precursor.md").read_text("utf-8")
    text = book.split(f"\n## {number} ")[1].split("\n## ")[0]
    return [line.strip("|").split("|") for line in text.splitlines() if line.startswith("|")][2:]


def test_every_rule_in_code_cites_a_source_of_the_bibliography() -> None:
    cited = {rule.source for rule in rules()}

    assert cited - evidence().sources.keys() == set()


def test_every_printed_risk_cites_a_source_of_the_bibliography() -> None:
    risk = assessed(result("serum_m_protein", "1.0"), serum("IgG-kappa")).mayo_mgus

    cited = {figure.source for figure in risk.risks}

    assert cited
    assert cited - evidence().sources.keys() == set()


def test_every_leaflet_cites_sources_of_the_bibliography() -> None:
    leaflets = load_leaflets(resource_root()).values()

    cited = {source.key for leaflet in leaflets for source in leaflet.sources}

    assert cited - evidence().sources.keys() == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_source_named_in_a_sentence_is_in_the_bibliography(language: str) -> None:
    sentences = load_wordings(resource_root())[language].sentences.values()

    cited = {key for sentence in sentences for key in KEY_IN_SENTENCE.findall(sentence)}

    assert cited
    assert cited - evidence().sources.keys() == set()


def test_every_conflict_that_an_assessment_can_give_is_in_the_ledger() -> None:
    given = {
        node.value
        for path in (ROOT / "desktop_app" / "domain").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch(r"C-[A-Z0-9-]+", node.value)
    }

    assert "C-KYLE-30Y" in given
    assert given - evidence().conflicts.keys() == set()


def test_every_language_of_a_conflict_says_the_same_numbers() -> None:
    texts = [
        (conflict.id, text)
        for conflict in evidence().conflicts.values()
        for text in (conflict.printed, conflict.used)
    ]

    different = [
        name
        for name, text in texts
        if len({tuple(sorted(NUMBER.findall(text[language]))) for language in LANGUAGES}) > 1
    ]

    assert different == []


@pytest.mark.shared
def test_the_ledger_holds_the_rule_books_conflicts_in_its_order(shared: Path) -> None:
    ids = [row[0] for row in section(shared, 14)]

    assert list(evidence().conflicts) == ids


@pytest.mark.shared
def test_the_bibliography_holds_the_rule_books_sources_with_their_dois(shared: Path) -> None:
    *rows, without = section(shared, 16)
    books = {row[0]: (row[2].split()[0], "*" in row[2]) for row in rows}
    books_without = {entry.split()[0].rstrip(":") for entry in without[1].split("; ")}

    ours = evidence().sources.values()

    with_doi = {x.key: (x.doi, x.doi_status is DoiStatus.UNVERIFIED) for x in ours if x.doi}
    assert with_doi == books
    assert {x.key for x in ours if x.doi_status is DoiStatus.NONE} == books_without


@pytest.mark.parametrize(
    ("file", "text", "place"),
    [
        ("bibliography.toml", "[kyle2018", "bibliography.toml"),
        ("bibliography.toml", "kyle2018 = 3", "bibliography.toml: kyle2018"),
        (
            "bibliography.toml",
            '[kyle2018]\ncitation = " "\ndoi_status = "none"',
            "bibliography.toml: kyle2018.citation",
        ),
        (
            "bibliography.toml",
            '[kyle2018]\ncitation = "NEJM"\ndoi_status = "perhaps"',
            "bibliography.toml: kyle2018.doi_status",
        ),
        (
            "bibliography.toml",
            '[kyle2018]\ncitation = "NEJM"\ndoi_status = "seen"\ndoi = "NEJMoa1709974"',
            "bibliography.toml: kyle2018.doi",
        ),
        (
            "bibliography.toml",
            '[kyle2018]\ncitation = "NEJM"\ndoi_status = "none"\ndoi = "10.1056/NEJMoa1709974"',
            "bibliography.toml: kyle2018.doi",
        ),
        (
            "bibliography.toml",
            '[kyle2018]\ncitation = "NEJM"\ndoi_status = "none"\nyear = 2018',
            "bibliography.toml: kyle2018.year",
        ),
        (
            "conflicts.toml",
            '[C-A]\nprinted.en = "a"\nprinted.zh-TW = "b"',
            "conflicts.toml: C-A.printed",
        ),
        (
            "conflicts.toml",
            '[C-A]\nprinted = { en = "a", zh-TW = "b", zh-CN = "c" }\n'
            'used = { en = "a", zh-TW = "", zh-CN = "c" }',
            "conflicts.toml: C-A.used.zh-TW",
        ),
    ],
)
def test_a_faulty_entry_is_refused_by_file_and_name(
    tmp_path: Path, file: str, text: str, place: str
) -> None:
    shutil.copytree(resource_root() / "evidence", tmp_path / "evidence")
    (tmp_path / "evidence" / file).write_text(text, "utf-8")

    with pytest.raises(InputError) as refused:
        load_evidence(tmp_path)

    assert refused.value.place == place
