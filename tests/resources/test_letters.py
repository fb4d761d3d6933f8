"""Hold the letters' words complete and in their region's words; refuse broken files by line."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from desktop_app.data.content.letters import load_letters, read_letter
from desktop_app.domain.catalogue import LANGUAGES
from desktop_app.domain.document import LETTER_KINDS
from desktop_app.domain.errors import InputError
from desktop_app.domain.letter_phrases import PHRASES

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
FILE = RESOURCES / "letters" / "referral_hematology.toml"
LETTERS = load_letters(RESOURCES)
TEXT = FILE.read_text("utf-8")

# What is put in place of what, what stands on the line that the message names (nothing: the
# first), and a piece of what it expects.
MISTAKES = {
    "no TOML": ("revision = 1", 'revision = "1', 'revision = "1', "TOML"),
    "no kind": ('id = "referral_hematology"', 'id = "mugs"', "id = ", "a letter kind"),
    "revision nought": ("revision = 1", "revision = 0", "revision", "whole number"),
    "unknown key above": ("revision = 1", "revision = 1\ncolour = 3", "colour", "no key colour"),
    "no review": ("review = {", "#", "", "a table review"),
    "no review date": ("next = 2027-11-22 ", "", "review = {", "the day of the next review"),
    "no title": ("[title]", "[title.x]", "", "a text in en"),
    "hole in the title": ("Referral to", "{date} to", "{date} to", "not {date}"),
    "no text": ("[text.salutation]", "[text.greeting]", "", "no text greeting"),
    "text missing": (
        '[text.salutation]\nen = "Dear colleague,"\nzh-TW = "醫師您好："\nzh-CN = "医生您好："\n',
        "",
        "",
        "a table salutation",
    ),
    "language missing": (
        'zh-TW = "醫師您好："\n',
        "",
        "[text.salutation]",
        "a text in zh-TW",
    ),
    "hole unknown": ("Dear colleague", "Dear {name}", "Dear {name}", "not {name}"),
    "hole forgotten": (
        "up to {date}, and",
        "and",
        "到 {date} 的紀錄",
        "the same placeholders as in en",
    ),
    "markup": ("Dear colleague", "<b>Dear</b>", "<b>Dear</b>", "no markup"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_refused_by_file_and_line(tmp_path: Path, mistake: str) -> None:
    right, wrong, stands, expected = MISTAKES[mistake]
    assert right in TEXT
    path = tmp_path / "letter.toml"
    broken = TEXT.replace(right, wrong, 1)
    path.write_text(broken, "utf-8")
    named = [stands in line and not line.startswith("#") for line in broken.splitlines()]
    line = named.index(True) + 1 if stands else 1

    with pytest.raises(InputError) as refused:
        read_letter(path)

    assert expected in refused.value.expected
    assert refused.value.place == f"letter.toml:{line}"


def test_a_placeholder_that_no_language_has_is_missed(tmp_path: Path) -> None:
    path = tmp_path / "letter.toml"
    path.write_text(re.sub(r"\{reason\}", "", TEXT), "utf-8")

    with pytest.raises(InputError, match=r"the placeholder \{reason\}"):
        read_letter(path)


def test_two_files_of_one_kind_are_refused(tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    for name in ("a.toml", "b.toml"):
        (folder / name).write_text(TEXT, "utf-8")

    with pytest.raises(InputError, match="no other file"):
        load_letters(tmp_path)


def test_the_hash_changes_with_any_word(tmp_path: Path) -> None:
    path = tmp_path / "letter.toml"
    path.write_text(TEXT.replace("Dear", "Dearest"), "utf-8")

    assert read_letter(path).sha256 != LETTERS["referral_hematology"].sha256


@pytest.mark.parametrize("kind", LETTERS)
def test_a_letter_ships_in_revision_one_with_its_review_to_come(kind: str) -> None:
    letter = LETTERS[kind]

    assert set(LETTERS) == set(PHRASES) <= set(LETTER_KINDS)
    assert letter.revision == 1
    assert not letter.overdue(date(2026, 11, 22))
    assert letter.phrases.keys() == PHRASES[kind].keys()


@pytest.mark.parametrize("kind", LETTERS)
def test_each_language_is_in_its_own_characters_and_words(kind: str) -> None:
    for texts in (*LETTERS[kind].phrases.values(),):
        assert texts["zh-TW"].encode("cp950")
        assert texts["zh-CN"].encode("gb2312")
        assert not re.search("轉診|隨訪|患者|活檢|數據|隊列|標本", texts["zh-TW"])
        assert not re.search("转介|病人|切片|资料|世代|检体|追踪", texts["zh-CN"])


@pytest.mark.parametrize("kind", LETTERS)
def test_a_sentence_says_the_same_numbers_and_holes_in_all_languages(kind: str) -> None:
    for code, texts in LETTERS[kind].phrases.items():
        said = {tuple(sorted(re.findall(r"\d+|\{\w+\}", texts[one]))) for one in LANGUAGES}
        assert len(said) == 1, code
