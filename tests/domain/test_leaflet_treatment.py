"""Tell where a patient with myeloma stands, and choose leaflets by it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.conclusions import Alert, Assessment, Criterion, Note
from desktop_app.domain.document import Fact, Hole, Situation
from desktop_app.domain.leaflet_fit import kinds_for, reader_of
from desktop_app.domain.leaflet_treatment import (
    situations_of,
    treatment_facts,
    treatment_texts,
)
from desktop_app.domain.myeloma_conclusions import ImwgResponse, Myeloma
from desktop_app.domain.truth import Truth
from tests.domain.letters import wordings
from tests.domain.myelomas import FIRST, OUTSIDE, SECOND, TREATED, assessed_myeloma, part, point

BEGUN = replace(
    FIRST, start="2024-09-01", stop=None, parts=(part("VCd", "2024-09-01", None, "bortezomib"),)
)


def named(found: Myeloma | None, language: str = "en") -> dict[Hole, str]:
    """Give what the holes about the treatment are filled with."""
    return treatment_texts(found, wordings()[language])


def fitting(assessment: Assessment) -> tuple[str, ...]:
    """Give the kinds that fit."""
    return kinds_for(reader_of(assessment))


def responding(category: str, **changes: object) -> frozenset[Fact]:
    """Give what is told of a response."""
    now = point("2024-10", 2, category, **changes)
    return treatment_facts(Myeloma(response=ImwgResponse("IMWG 2016", current=now)))


@pytest.mark.parametrize("picture", [None, Myeloma()])
def test_before_any_treatment_the_start_is_explained(picture: Myeloma | None) -> None:
    assert fitting(assessed_myeloma(picture)) == ("myeloma_start", "bone_marrow")


def test_on_a_later_line_the_numbers_and_the_lesions_are_explained() -> None:
    assert fitting(assessed_myeloma()) == (
        "myeloma_on_treatment",
        "extramedullary",
        "bone_marrow",
    )


@pytest.mark.parametrize(
    ("day", "stop", "begun"),
    [
        (date(2024, 10, 31), None, True),
        (date(2024, 11, 1), None, False),
        (date(2024, 10, 1), "2024-09", False),
    ],
)
def test_a_first_treatment_counts_as_just_begun_for_sixty_days(
    day: date, stop: str | None, begun: bool
) -> None:
    line = replace(BEGUN, stop=stop)
    found = situations_of(assessed_myeloma(Myeloma(lines=(line,)), as_of=day))

    assert Situation.TREATED in found
    assert (Situation.FIRST_TREATMENT in found) is begun


def test_a_second_line_is_no_first_treatment() -> None:
    both = assessed_myeloma(Myeloma(lines=(FIRST, BEGUN)), as_of=date(2024, 9, 2))

    assert Situation.FIRST_TREATMENT not in situations_of(both)


@pytest.mark.parametrize(
    ("category", "told"), [("EM-B", True), ("EM-E", True), ("none", False), ("unknown", False)]
)
def test_disease_outside_the_marrow_is_told_only_where_it_was_seen(
    category: str, told: bool
) -> None:
    seen = Myeloma(extramedullary=replace(OUTSIDE, category=category))

    assert ("extramedullary" in fitting(assessed_myeloma(seen))) is told


def test_lenalidomide_is_explained_while_it_is_given() -> None:
    given = replace(BEGUN, parts=(part("Rd", "2024-09-01", None, "lenalidomide"),))
    ended = replace(BEGUN, parts=(part("Rd", "2024-09-01", "2024-10", "lenalidomide"),))

    assert "lenalidomide" in fitting(assessed_myeloma(Myeloma(lines=(given,))))
    assert "lenalidomide" not in fitting(assessed_myeloma(Myeloma(lines=(ended,))))


@pytest.mark.parametrize(
    ("indicated", "forbidden", "told"),
    [
        (Truth.UNKNOWN, Truth.UNKNOWN, True),
        (Truth.MET, Truth.NOT_MET, True),
        (Truth.NOT_MET, Truth.NOT_MET, False),
        (Truth.MET, Truth.MET, False),
    ],
)
def test_in_smouldering_myeloma_lenalidomide_is_offered_where_it_may_come_up(
    indicated: Truth, forbidden: Truth, told: bool
) -> None:
    early = (Criterion("LEN-IND", indicated), Criterion("LEN-CONTRA", forbidden))
    made = assessed_myeloma(None, early_treatment=early)
    smouldering = replace(made, diagnosis=replace(made.diagnosis, category="smm"))

    kinds = fitting(smouldering)

    assert ("lenalidomide" in kinds) is told
    assert kinds[0] == "smm"


@pytest.mark.parametrize("status", ["presumed", "undetermined"])
def test_a_myeloma_that_is_not_confirmed_is_not_told(status: str) -> None:
    made = assessed_myeloma()
    open_ = replace(made, diagnosis=replace(made.diagnosis, status=status))

    assert not {"myeloma_start", "myeloma_on_treatment", "extramedullary"} & {*fitting(open_)}


def test_while_an_alert_is_critical_no_leaflet_goes_out() -> None:
    alert = Alert("PCL-STOP", "critical", Note("circulating_plasma_cells"))

    assert fitting(assessed_myeloma(alerts=(alert,))) == ()


@pytest.mark.parametrize(
    ("category", "fact"),
    [
        ("sCR", Fact.RESPONSE_COMPLETE),
        ("CR", Fact.RESPONSE_COMPLETE),
        ("VGPR", Fact.RESPONSE_DEEP),
        ("PR", Fact.RESPONSE_PARTIAL),
        ("MR", Fact.RESPONSE_MINOR),
        ("SD", Fact.RESPONSE_STABLE),
        ("PD", Fact.RESPONSE_RISING),
        ("NE", Fact.RESPONSE_OPEN),
    ],
)
def test_each_response_has_its_words(category: str, fact: Fact) -> None:
    assert responding(category) == {fact}


def test_a_rise_that_is_not_confirmed_is_told_as_a_second_test() -> None:
    assert responding("PD", confirmed=False) == {Fact.RESPONSE_RECHECK}
    assert responding("VGPR", read="PD") == {Fact.RESPONSE_RECHECK}


def test_a_response_that_is_not_confirmed_says_so() -> None:
    assert responding("PR", confirmed=False) == {Fact.RESPONSE_PARTIAL, Fact.RESPONSE_UNSURE}


def test_without_a_response_it_is_open_and_without_a_myeloma_nothing_is_told() -> None:
    assert treatment_facts(Myeloma()) == {Fact.RESPONSE_OPEN}
    assert treatment_facts(None) == frozenset()
    assert named(None) == {}


def test_the_response_to_an_earlier_line_tells_nothing_of_the_present_one() -> None:
    progressed = ImwgResponse("IMWG 2016", current=point("2023-01", 1, "PD"))

    assert treatment_facts(replace(TREATED, response=progressed)) == {
        Fact.RESPONSE_OPEN,
        Fact.LINE_KNOWN,
    }
    assert Fact.RESPONSE_RISING in treatment_facts(Myeloma(lines=(FIRST,), response=progressed))


def test_what_is_given_now_is_named_with_its_line() -> None:
    assert Fact.LINE_KNOWN in treatment_facts(TREATED)
    assert named(TREATED) == {
        Hole.REGIMEN: "KPd (carfilzomib, pomalidomide, dexamethasone)",
        Hole.LINE: "2",
    }
    assert named(TREATED, "zh-CN")[Hole.REGIMEN] == "KPd（卡非佐米、泊马度胺、地塞米松）"


@pytest.mark.parametrize(
    ("given", "drug", "told"),
    [
        ("lenalidomide", "lenalidomide", "来那度胺"),
        ("R", "lenalidomide", "R（来那度胺）"),
        ("ABC-1", "ABC-1", "ABC-1"),
    ],
)
def test_a_regimen_of_one_drug_is_named_once(given: str, drug: str, told: str) -> None:
    line = replace(BEGUN, parts=(part(given, "2024-09-01", None, drug),))

    assert named(Myeloma(lines=(line,)), "zh-CN")[Hole.REGIMEN] == told


def test_an_earlier_line_that_nobody_ended_is_not_what_is_given_now() -> None:
    found = Myeloma(lines=(BEGUN, replace(SECOND, number=None)))

    assert named(found) == {}


@pytest.mark.parametrize("line", [FIRST, replace(SECOND, number=None)])
def test_a_line_that_ended_or_is_not_settled_is_not_named(line: object) -> None:
    found = replace(TREATED, lines=(line,))

    assert Fact.LINE_KNOWN not in treatment_facts(found)
    assert named(found) == {}
