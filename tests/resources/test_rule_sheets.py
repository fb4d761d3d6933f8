"""Prove that the rule sheets are what the rules in force give, and that they leave nothing out."""

from __future__ import annotations

import re
from functools import cache

import pytest

from desktop_app.data.content.evidence import load_evidence
from desktop_app.data.content.wordings import load_wordings
from desktop_app.domain.catalogue import LANGUAGES
from desktop_app.domain.rulepack import modules, rule_pack, rules, truth_table
from desktop_app.domain.rulesets.precursor.diagnosis import categories
from desktop_app.paths import resource_root
from scripts.rule_constants import constants_of, own_rules
from scripts.write_rule_sheets import FOLDER, STATUSES, TITLES, sheets

ROW = re.compile(r"^\| `([A-Z][\w-]+)` \|", re.MULTILINE)


@cache
def texts() -> dict[str, str]:
    return sheets()


def listed() -> list[str]:
    """Give every rule ID that stands at the head of a row, on any sheet."""
    return [name for sheet in TITLES for name in ROW.findall(texts()[f"{sheet}.md"])]


@pytest.mark.parametrize("name", ["README.md", "categories.md", *(f"{x}.md" for x in TITLES)])
def test_a_sheet_is_what_the_rules_give(name: str) -> None:
    written = (FOLDER / name).read_text("utf-8")

    assert written == texts()[name], "run: python scripts/write_rule_sheets.py"


def test_no_sheet_is_left_over() -> None:
    assert {path.name for path in FOLDER.iterdir()} == texts().keys()


def test_every_rule_stands_on_one_sheet_once() -> None:
    written = [rule.id for module in modules() for rule in own_rules(module)]

    assert sorted(written) == [rule.id for rule in rules()]
    assert set(written) <= set(listed())


def test_every_sheet_names_the_pack() -> None:
    pack = rule_pack()

    assert all(
        f"Rules {pack.version}, SHA-256 `{pack.sha256}`" in text for text in texts().values()
    )


def test_every_rule_is_named_in_every_language_with_its_cut_off_and_status() -> None:
    whole = "".join(texts().values())
    wordings = load_wordings(resource_root())

    for rule in rules():
        (row,) = {line for line in whole.splitlines() if line.startswith(f"| `{rule.id}` |")}
        assert all(wordings[name].text(f"rule.{rule.id}") in row for name in LANGUAGES)
        assert (rule.threshold or "") in row
        assert STATUSES[rule.status] in row


def test_what_is_unverified_says_so() -> None:
    whole = "".join(texts().values())
    unverified = {rule.id for rule in rules() if rule.status == "unverified"}

    marked = {
        ROW.match(line)[1]  # type: ignore[index]
        for line in whole.splitlines()
        if ROW.match(line) and "**awaiting verification**" in line
    }

    assert marked == unverified
    assert f"of which {len(unverified)} await verification" in whole


def test_thresholds_are_shown_with_operator_and_unit() -> None:
    diagnosis = texts()["diagnosis.md"]

    assert "| `CALCIUM_CUT` | > 11 mg/dL; > 2.75 mmol/L; > 5.5 mEq/L |" in diagnosis
    assert "| `CREATININE_CUT` | > 2 mg/dL; > 177 µmol/L |" in diagnosis
    assert "> 1 focal lesion, each >= 5 mm, on MRI" in diagnosis


def test_every_number_of_the_rules_is_on_a_sheet() -> None:
    whole = "".join(texts().values())

    for module in modules():
        for constant in constants_of(module):
            assert f"| `{constant.name}` | {constant.value} |" in whole


def test_every_source_is_cited_in_full() -> None:
    whole = "".join(texts().values())
    sources = load_evidence(resource_root()).sources

    assert all(sources[rule.source].citation in whole for rule in rules())


def test_the_key_reaches_every_category_from_the_first_step() -> None:
    key = texts()["categories.md"]
    steps = [int(number) for number in re.findall(r"^\| (\d+) \|", key, re.MULTILINE)]
    asked = {int(number) for number in re.findall(r"→ step (\d+)", key)}
    words = load_wordings(resource_root())["en"]
    reached = frozenset().union(*(world.outcome for world in truth_table("category")))

    assert steps == list(range(1, len(steps) + 1))
    assert asked == set(steps) - {1}
    assert reached <= set(categories.ORDER)
    assert all(words.text(f"category.{name}") in key for name in reached)
