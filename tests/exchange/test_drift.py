"""Write drift reports: as JSON for programs, as text for people."""

from __future__ import annotations

import json
from datetime import date

import pytest

from desktop_app.data.content.wordings import load_wordings
from desktop_app.domain.catalogue import LANGUAGES
from desktop_app.domain.conclusions import RulePack
from desktop_app.domain.drift import Drift, DriftReport, Standing
from desktop_app.exchange.drift import drift_text
from desktop_app.exchange.drift_prose import drift_prose
from desktop_app.paths import resource_root

OLD, NEW = RulePack("2026.1", "a" * 64), RulePack("2026.2", "b" * 64)
OPEN = Standing(None, "undetermined", ("smm", "multiple_myeloma"), None, None, (), None, True)
MGUS = Standing(
    "mgus_non_igm",
    "presumed",
    ("mgus_non_igm",),
    "mayo_mgus",
    None,
    ("low", "high"),
    (24, 36),
    False,
)
DUE = Standing("mgus_non_igm", "presumed", ("mgus_non_igm",), None, None, (), (6, 6), False)
DAY = date(2026, 3, 4)
REPORT = DriftReport(
    NEW,
    4,
    3,
    (
        Drift(1, "A1", "林小美", DAY, MGUS, OPEN, OLD, same_rules=False),
        Drift(2, "A2", "Chen", DAY, MGUS, DUE, NEW, same_rules=True),
    ),
    (7,),
)


def test_the_json_says_who_and_how_in_codes() -> None:
    content = json.loads(drift_text(REPORT))

    assert content["format"] == "mspike-drift/1"
    assert content["rule_pack"] == {"version": "2026.2", "sha256": "b" * 64}
    assert (content["patients"], content["compared"], content["unreadable"]) == (4, 3, [7])
    first = content["drifts"][0]
    assert (first["record_number"], first["name"], first["as_of"]) == ("A1", "林小美", "2026-03-04")
    assert first["before"]["category"] == "mgus_non_igm"
    assert first["before"]["interval_months"] == [24, 36]
    assert first["after"]["possible"] == ["smm", "multiple_myeloma"]
    assert first["made_by"]["version"] == "2026.1"
    assert first["regroups"] is True
    assert "category" in first["changed"]


def test_the_text_says_both_standings() -> None:
    lines = drift_prose(REPORT, load_wordings(resource_root())["en"]).splitlines()

    assert lines[0].startswith("Rules 2026.2 (bbbbbbbbbbbb): 3 of 4 patients compared; 2 would")
    assert lines[1] == "A1 林小美, 2026-03-04"
    assert "24–36 months" in lines[2]
    assert "low risk / high risk" in lines[2]
    assert lines[3].startswith("  + Not settled; Possible: ")
    assert lines[3].endswith("; refer")
    assert lines[6].startswith("  + ")
    assert "6 months" in lines[6]
    assert "settings of the clinic" in lines[-2]
    assert lines[-1].endswith(": 7")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_exists_in_every_language(language: str) -> None:
    told = drift_prose(REPORT, load_wordings(resource_root())[language])

    assert "{" not in told
    assert len(told.splitlines()) == 9


def test_nothing_to_tell_is_one_line() -> None:
    wording = load_wordings(resource_root())["en"]

    assert len(drift_prose(DriftReport(NEW, 3, 3), wording).splitlines()) == 1
