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
from desktop_app.domain.rulesets.precursor.diagnosis.categories import ORDER
from desktop_app.domain.sources import DoiStatus, Evidence
from desktop_app.paths import resource_root
from tests.domain.cases import assessed, result, serum

ROOT = Path(__file__).resolve().parents[2]
KEY_IN_SENTENCE = re.compile(r"\b[a-z]+(?:19|20)\d\d\b")
NAMED_IN_SENTENCE = re.compile(r"\b([A-Z][A-Za-z]+) ((?:19|20)\d\d)\b")
STATUSES_OF_THE_BOOK = ("primary", "secondary", "source-doc", "unverified", "decision")
NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
CARD = '[EV-A]\nkind = "trial"\nstatus = "primary"\nsource = "kyle2018"\n'
TEXTS = '{ en = "a", zh-TW = "b", zh-CN = "c" }'


@cache
def evidence() -> Evidence:
    """Read what ships once."""
    return load_evidence(resource_root())


def numbers(text: str) -> tuple[str, ...]:
    """Give the numbers of a text as digits, whatever way the language groups them."""
    return tuple(sorted(NUMBER.findall(re.sub(r"(?<=\d),(?=\d{3})", "", text))))


def text_of(shared: Path, chapter: str, number: int) -> str:
    """Give one section of a chapter of the rule book."""
    book = (shared / "clinical" / f"{chapter}.md").read_text("utf-8")
    return book.split(f"\n## {number} ")[1].split("\n## ")[0]


def section(shared: Path, number: int, chapter: str = "precursor") -> list[list[str]]:
    """Give the table rows of one section of the rule book, without head and rule."""
    lines = text_of(shared, chapter, number).splitlines()
    return [line.strip("|").split("|") for line in lines if line.startswith("|")][2:]


def sources_of_myeloma(shared: Path) -> tuple[dict[str, tuple[str, bool]], set[str]]:
    """Give the keys of the myeloma chapter: each with its DOI and whether that is unverified."""
    with_doi, unverified = {}, False
    for keys, _, dois in section(shared, 14, "myeloma"):
        if keys == "key":
            unverified = True  # the head of the second table
        elif keys != "-":
            held = [doi for doi in dois.split("; ") if not doi.startswith("erratum")]
            names = [name.split()[0] for name in keys.split("; ")]
            with_doi |= dict(zip(names, [(doi, unverified) for doi in held], strict=True))
    without = text_of(shared, "myeloma", 14).split("No DOI held: ")[1].rstrip(".\n")
    return with_doi, {entry.split()[0] for entry in without.split("; ")}


def sources_of_poems(shared: Path) -> tuple[dict[str, tuple[str, bool]], set[str]]:
    """Give the keys of the POEMS chapter with their DOI, all seen, and those without one."""
    with_doi = {key: (doi, False) for key, _, doi in section(shared, 13, "poems")}
    without = text_of(shared, "poems", 13).split("DOI unverified (not given): ")[1].rstrip(".\n")
    return with_doi, {entry.split()[0] for entry in without.split("; ")}


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
    # A letter tells two papers of one name and year apart; "China" names several bodies.
    keys = {re.sub(r"(?<=\d)[a-z]+$", "", key) for key in evidence().sources}
    names = {key.rstrip("0123456789") for key in keys} - {"china"}

    cited = {
        f"{name.lower()}{year}"
        for sentence in sentences
        for name, year in NAMED_IN_SENTENCE.findall(sentence)
        if name.lower() in names
    }

    assert cited
    assert cited - keys == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_and_no_card_shows_the_bare_key_of_a_source(language: str) -> None:
    shown = list(load_wordings(resource_root())[language].sentences.values())
    for card in evidence().cards.values():
        shown += [card.titles[language], *(point[language] for point in card.points)]

    assert [text for text in shown if KEY_IN_SENTENCE.search(text)] == []


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


def test_every_language_of_a_card_says_the_same_numbers() -> None:
    texts = [
        (card.id, text)
        for card in evidence().cards.values()
        for text in (card.titles, *card.points)
    ]

    different = [name for name, text in texts if len({numbers(x) for x in text.values()}) > 1]

    assert len(texts) > 100
    assert different == []


def test_every_card_names_categories_and_rules_that_exist() -> None:
    known = {rule.id for rule in rules()}
    cards = evidence().cards.values()

    assert {name for card in cards for name in card.categories} <= set(ORDER)
    assert {name for card in cards for name in card.rules} - known == set()
    assert [card.id for card in cards if len(card.points) > 5] == []


@pytest.mark.shared
def test_every_card_but_the_pearls_bears_the_status_that_the_rule_book_gives(shared: Path) -> None:
    words = dict(zip("PSLUD", STATUSES_OF_THE_BOOK, strict=True))
    rows = [row for number in (2, 3, 4, 5, 6, 7, 10) for row in section(shared, number)]
    book = {row[0]: words[row[-1].strip()] for row in rows if row[-1].strip() in words}

    wrong = {
        card.id: (card.status, book[card.id])
        for card in evidence().cards.values()
        if card.id in book and card.status != book[card.id]
    }

    assert len(book) > 60
    assert wrong == {}


@pytest.mark.shared
def test_the_ledger_holds_the_rule_books_conflicts_in_its_order(shared: Path) -> None:
    chapters = ((14, "precursor"), (13, "myeloma"), (11, "poems"))
    ids = [row[0] for number, name in chapters for row in section(shared, number, name)]

    assert list(evidence().conflicts) == ids


def test_every_conflict_names_the_document_that_differs() -> None:
    documents = {name: entry.document for name, entry in evidence().conflicts.items()}

    named = {"C-MM-": "emm2025", "C-P-": "poems2025"}
    book = {
        name: next((key for start, key in named.items() if name.startswith(start)), "lin2026")
        for name in documents
    }
    assert documents == book


@pytest.mark.shared
def test_the_bibliography_holds_the_rule_books_sources_with_their_dois(shared: Path) -> None:
    *rows, without = section(shared, 16)
    books = {row[0]: (row[2].split()[0], "*" in row[2]) for row in rows}
    books_without = {entry.split()[0].rstrip(":") for entry in without[1].split("; ")}

    ours = evidence().sources.values()

    with_doi = {x.key: (x.doi, x.doi_status is DoiStatus.UNVERIFIED) for x in ours if x.doi}
    chapter, chapter_without = sources_of_myeloma(shared)
    poems, poems_without = sources_of_poems(shared)
    # A key that several chapters have stands as in the first of them.
    assert with_doi == poems | chapter | books
    assert {x.key for x in ours if x.doi_status is DoiStatus.NONE} == (
        books_without | chapter_without | poems_without
    )


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
        (
            "conflicts.toml",
            f'[C-A]\nprinted = {TEXTS}\nused = {TEXTS}\ndocument = "nobody"',
            "conflicts.toml: C-A.document",
        ),
        ("cards.toml", CARD, "cards.toml: EV-A.points"),
        ("cards.toml", CARD + f"points = [{TEXTS}]", "cards.toml: EV-A.title"),
        ("cards.toml", CARD + f"title = {TEXTS}\npoints = []", "cards.toml: EV-A.points"),
        (
            "cards.toml",
            CARD.replace("trial", "rumour") + f"title = {TEXTS}\npoints = [{TEXTS}]",
            "cards.toml: EV-A.kind",
        ),
        (
            "cards.toml",
            CARD.replace("kyle2018", "nobody") + f"title = {TEXTS}\npoints = [{TEXTS}]",
            "cards.toml: EV-A.source",
        ),
        (
            "cards.toml",
            CARD + f'title = {TEXTS}\npoints = [{TEXTS}, {{ en = "a" }}]',
            "cards.toml: EV-A.points.1",
        ),
        (
            "cards.toml",
            CARD + f'title = {TEXTS}\npoints = [{TEXTS}]\nrules = "MM-DX"',
            "cards.toml: EV-A.rules",
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
