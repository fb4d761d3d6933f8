"""Hold the leaflets to what a patient can read, and refuse broken files by file and line."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

from desktop_app.data.content.evidence import load_evidence
from desktop_app.data.content.leaflets import load_leaflets, read_leaflet
from desktop_app.domain.catalogue import LANGUAGES
from desktop_app.domain.document import LEAFLET_KINDS
from desktop_app.domain.errors import InputError
from desktop_app.domain.leaflet_fit import categories_of

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
LEAFLETS = load_leaflets(RESOURCES)
BLOCKS = [(leaflet, block) for leaflet in LEAFLETS.values() for block in leaflet.blocks]

MOST_CHARACTERS = 30  # of a Chinese clause
MOST_WORDS = 20  # of an English sentence
FEARFUL = re.compile(
    r"\b(?:deadly|fatal|die|dies|death|incurable|malignan\w*|terminal|kills?|suffer\w*|victim)\b"
    r"|死|致命|絕症|绝症|惡性|恶性|末期|晚期|可怕|危險|危险",
    re.IGNORECASE,
)
MAINLAND_ONLY = re.compile("[这为么会头见说过请诊疗检测结类将与还时该个从来没发现许]")
TAIWAN_ONLY = re.compile("[這為麼會頭見說過請診療檢測結類將與還時該個從來沒發現許]")

GOOD = """\
id = "mgus"
revision = 1
review = { next = 2027-11-22, sources = ["kyle2018"] }

[title]
en = "What is MGUS?"
zh-TW = "什麼是 MGUS？"
zh-CN = "什么是 MGUS？"

[[source]]
key = "kyle2018"
short = "Kyle 2018"
citation = "N Engl J Med 2018;378:241"

[[block]]
kind = "paragraph"
en = "Around **{next_date}**."
zh-TW = "**{next_date}**前後。"
zh-CN = "**{next_date}**前后。"

[[block]]
kind = "people"
count = 10
out_of = 100
en = "{count} of {out_of}"
zh-TW = "{out_of} 位中 {count} 位"
zh-CN = "{out_of} 位中 {count} 位"

[[block]]
kind = "lines"
lines = 2
en = "Questions"
zh-TW = "問題"
zh-CN = "问题"
"""

# What is put in place of what, the line that the message names, and a piece of what it expects.
MISTAKES = {
    "no TOML": ("revision = 1", 'revision = "1', 2, "TOML"),
    "no kind": ('id = "mgus"', 'id = "mugs"', 1, "a leaflet kind"),
    "revision as text": ("revision = 1", 'revision = "1"', 2, "whole number"),
    "revision nought": ("revision = 1", "revision = 0", 2, "whole number"),
    "unknown key above": ("revision = 1", "revision = 1\ncolour = 3", 3, "no key colour"),
    "no review": ("review = {", "#", 1, "a table review"),
    "no review date": ("next = 2027-11-22, ", "", 3, "the day of the next review"),
    "review date as text": ("next = 2027-11-22", 'next = "2027-11-22"', 3, "next review"),
    "review date with hour": ("next = 2027-11-22", "next = 2027-11-22T00:00:00", 3, "next review"),
    "no sources": ('sources = ["kyle2018"]', "sources = []", 3, "at least one key"),
    "source unknown": ('sources = ["kyle2018"]', 'sources = ["web"]', 3, "with the key web"),
    "source without citation": ("citation = ", "# ", 10, "citation of the source"),
    "no title": ("[title]", "[title.x]", 1, "a text in en"),
    "title lacks a language": ('zh-CN = "什么是 MGUS？"', "", 5, "a text in zh-CN"),
    "no blocks": (GOOD[GOOD.index("[[block]]") :], "", 1, "one or more [[block]]"),
    "block lacks a language": ('zh-TW = "**{next_date}**前後。"', "", 15, "a text in zh-TW"),
    "blank text": ('"Around **{next_date}**."', '" "', 17, "a text in en"),
    "block kind unknown": ('kind = "paragraph"', 'kind = "poem"', 16, "a block kind: message"),
    "block key unknown": ('kind = "paragraph"', 'kind = "paragraph"\nsize = 3', 17, "no key size"),
    "fact unknown": ('kind = "paragraph"', 'kind = "paragraph"\nwhen = "rain"', 17, "a fact"),
    "category unknown": (
        'kind = "paragraph"',
        'kind = "paragraph"\ncategories = ["smm"]',
        17,
        "mgus_non_igm",
    ),
    "status untold": (
        'kind = "paragraph"',
        'kind = "paragraph"\nstatuses = ["undetermined"]',
        17,
        "confirmed",
    ),
    "group of no model": (
        'kind = "paragraph"',
        'kind = "paragraph"\ngroups = ["intermediate"]',
        17,
        "low_intermediate",
    ),
    "rules as text": ('kind = "paragraph"', 'kind = "paragraph"\nrules = "X"', 17, "list of texts"),
    "placeholders differ": ("**{next_date}**前后。", "下次。", 19, "same placeholders as in en"),
    "placeholder unknown": ("{next_date}**.", "{name}**.", 17, "not {name}"),
    "count outside of people": ("{next_date}**.", "{count}**.", 17, "not {count}"),
    "lone brace": ("Around **", "Around } **", 17, "braces around placeholders"),
    "tag": ("Around **", "<b>Around</b> **", 17, "no markup but **bold**"),
    "italics": ("Around **", "*Around* **", 17, "no markup but **bold**"),
    "underscores": ("Around **", "__Around__ **", 17, "no markup but **bold**"),
    "entity": ("Around **", "&nbsp;Around **", 17, "no markup but **bold**"),
    "line break": ("Around **", "Around\\n**", 17, "no markup but **bold**"),
    "bold left open": ("{next_date}**.", "{next_date}.", 17, "** in pairs"),
    "count too high": ("count = 10", "count = 100", 23, "count from 1 to 99"),
    "other denominator": ("out_of = 100", "out_of = 1000", 23, "out_of = 100"),
    "count as text": ("count = 10", 'count = "10"', 23, "a whole number"),
    "no lines": ("lines = 2", "lines = 0", 31, "the number of lines"),
}


def written(folder: Path, text: str) -> Path:
    """Write a leaflet file."""
    path = folder / "leaflets" / "mgus.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_file_that_the_mistakes_start_from_is_good(tmp_path: Path) -> None:
    leaflet = read_leaflet(written(tmp_path, GOOD))

    assert [block.kind for block in leaflet.blocks] == ["paragraph", "people", "lines"]
    assert leaflet.review_next == date(2027, 11, 22)


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_refused_by_file_and_line(tmp_path: Path, mistake: str) -> None:
    right, wrong, line, expected = MISTAKES[mistake]
    assert right in GOOD
    path = written(tmp_path, GOOD.replace(right, wrong, 1))

    with pytest.raises(InputError) as refused:
        read_leaflet(path)

    assert refused.value.place == f"mgus.toml:{line}"
    assert expected in refused.value.expected


def test_two_files_of_one_kind_are_refused(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD)
    path.with_name("other.toml").write_text(GOOD, encoding="utf-8")

    with pytest.raises(InputError, match="no other file"):
        load_leaflets(tmp_path)


def test_the_hash_changes_with_any_word(tmp_path: Path) -> None:
    before = read_leaflet(written(tmp_path, GOOD)).sha256

    after = read_leaflet(written(tmp_path, GOOD.replace("前後", "左右"))).sha256

    assert before != after


def test_a_figure_for_an_open_diagnosis_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD.replace('id = "mgus"', 'id = "questions"', 1))

    with pytest.raises(InputError) as refused:
        read_leaflet(path)

    assert (refused.value.place, refused.value.expected) == (
        "mgus.toml:21",
        "no figure while the diagnosis is undetermined",
    )


def test_the_mgus_leaflet_ships_in_revision_one_with_sources_and_review() -> None:
    leaflet = LEAFLETS["mgus"]

    assert (leaflet.kind, leaflet.revision) == ("mgus", 1)
    assert {source.key for source in leaflet.sources} == {"kyle2010", "kyle2018"}
    assert not leaflet.overdue(date(2026, 11, 22))


def test_every_source_of_a_leaflet_stands_in_the_bibliography() -> None:
    known = load_evidence(RESOURCES).sources

    named = {source.key for leaflet in LEAFLETS.values() for source in leaflet.sources}

    assert named - known.keys() == set()


def test_every_leaflet_that_can_be_proposed_is_written() -> None:
    proposed = {kind for kind in LEAFLET_KINDS if categories_of(kind)}

    assert proposed == set(LEAFLETS)


def test_chinese_clauses_are_short() -> None:
    long = [
        clause
        for _, block in BLOCKS
        for language in ("zh-TW", "zh-CN")
        for clause in re.split("[。！？；，：]", block.texts[language].replace("**", ""))
        if len(clause.replace(" ", "")) > MOST_CHARACTERS
    ]

    assert long == []


def test_english_sentences_are_short() -> None:
    long = [
        sentence
        for _, block in BLOCKS
        for sentence in re.split(r"[.!?;:](?:\s|$)", block.texts["en"].replace("**", ""))
        if len(sentence.split()) > MOST_WORDS
    ]

    assert long == []


def test_no_text_holds_a_fearful_word() -> None:
    texts = [text for _, block in BLOCKS for text in block.texts.values()]

    assert [text for text in texts if FEARFUL.search(text)] == []


def test_no_text_orders_a_treatment_or_promises_one() -> None:
    ordered = re.compile(
        r"you (?:must|should|have to) (?:start|take|begin)|will be treated|cure|must start"
        r"|必須治療|必须治疗|一定要治療|一定要治疗|治癒|治愈",
        re.IGNORECASE,
    )
    texts = [text for _, block in BLOCKS for text in block.texts.values()]

    assert [text for text in texts if ordered.search(text)] == []


def test_cancer_is_named_only_to_deny_it() -> None:
    texts = [text for _, block in BLOCKS for text in block.texts.values()]
    cleared = [re.sub(r"not cancer|不是癌症", "", text) for text in texts]

    assert [text for text in cleared if re.search("cancer|癌", text)] == []


def test_no_number_has_a_decimal_point() -> None:
    texts = [text for _, block in BLOCKS for text in block.texts.values()]

    assert [text for text in texts if re.search(r"\d\.\d|%", text)] == []


def test_each_chinese_text_is_in_its_own_script() -> None:
    for leaflet, block in BLOCKS:
        for texts in (block.texts, leaflet.titles):
            assert not MAINLAND_ONLY.search(texts["zh-TW"]), texts["zh-TW"]
            assert not TAIWAN_ONLY.search(texts["zh-CN"]), texts["zh-CN"]


def test_numbers_are_the_same_in_all_languages() -> None:
    for _, block in BLOCKS:
        numbers = {tuple(sorted(re.findall(r"\d[\d,]*", text))) for text in block.texts.values()}
        assert len(numbers) == 1, block.texts["en"]


@pytest.mark.shared
def test_rules_behind_statements_stand_in_the_rule_book(shared: Path) -> None:
    chapters = ("precursor.md", "myeloma.md", "poems.md")
    book = "".join((shared / "clinical" / name).read_text("utf-8") for name in chapters)

    named = {rule for _, block in BLOCKS for rule in block.rules}

    assert named
    assert {rule for rule in named if rule not in book} == set()


def test_what_the_conflict_ledger_keeps_out_of_leaflets_is_not_there() -> None:
    named = {rule for _, block in BLOCKS for rule in block.rules}

    assert not named & {"C-MGUS-OS", "MGUS-SURVIVAL", "C-KYLE-30Y"}


def test_fixed_words_have_the_same_holes_in_all_languages() -> None:
    tables = [
        tomllib.loads((RESOURCES / "wording" / f"{language}.toml").read_text("utf-8"))["leaflet"]
        for language in LANGUAGES
    ]

    assert tables[0].keys() == tables[1].keys() == tables[2].keys()
    for key in tables[0]:
        assert len({frozenset(re.findall(r"\{\w+\}", table[key])) for table in tables}) == 1
