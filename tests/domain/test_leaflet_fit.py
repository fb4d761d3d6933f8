"""Choose the leaflets that fit a conclusion, and the group that may be told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.conclusions import (
    Alert,
    Assessment,
    Diagnosis,
    FollowUp,
    Note,
    RulePack,
    Score,
)
from desktop_app.domain.criteria.score_tables import MAYO_GROUPS, MGUS_GROUPS
from desktop_app.domain.document import LEAFLET_KINDS, OPEN_GROUP, Reader
from desktop_app.domain.leaflet_fit import (
    categories_of,
    groups_of,
    kinds_for,
    reader_of,
    readers_of,
    statuses_of,
)

MGUS = ("mgus_non_igm", "mgus_igm", "mgus_light_chain")
SMM = ("smm", "smm_light_chain")
KINDS = (
    *("mgus", "smm", "first_m_protein", "questions", "bone_marrow"),
    *("myeloma_start", "myeloma_on_treatment", "extramedullary", "lenalidomide", "poems"),
)
WATCHED = FollowUp((6, 6), date(2027, 5, 22))
REFERRED_NOW = FollowUp(None, None, refer=True)
SETTLED = Score(applicable=True, group="high", possible_groups=("high",))


def concluded(
    category: str | None,
    status: str = "confirmed",
    possible: tuple[str, ...] | None = None,
    plan: FollowUp = WATCHED,
    *alerts: Alert,
) -> Assessment:
    """Give an assessment that concluded this."""
    left = possible if possible is not None else (category or "mgus_non_igm",)
    return Assessment(
        date(2026, 11, 22),
        RulePack("1", "0" * 64),
        Diagnosis(category, left, status),
        Score(applicable=False),
        plan,
        tuple(alerts),
    )


OPEN = concluded(None, "undetermined", ("mgus_non_igm", "smm", "multiple_myeloma"))


def fitting(assessment: Assessment, override: str | None = None) -> tuple[str, ...]:
    """Give the kinds that fit."""
    return kinds_for(reader_of(assessment, override))


@pytest.mark.parametrize("category", MGUS)
def test_settled_mgus_has_its_leaflet_and_questions(category: str) -> None:
    assert fitting(concluded(category)) == ("mgus", "questions", "bone_marrow")


@pytest.mark.parametrize("category", SMM)
def test_settled_smouldering_myeloma_has_its_leaflet_and_questions(category: str) -> None:
    assert fitting(concluded(category)) == ("smm", "questions", "bone_marrow")


@pytest.mark.parametrize(("category", "own"), [("mgus_igm", "mgus"), ("smm", "smm")])
def test_a_presumed_category_has_the_first_steps_too(category: str, own: str) -> None:
    found = fitting(concluded(category, "presumed"))

    assert found == (own, "first_m_protein", "questions", "bone_marrow")


def test_an_open_diagnosis_has_the_first_steps_and_questions() -> None:
    assert fitting(OPEN) == ("first_m_protein", "questions", "bone_marrow")


@pytest.mark.parametrize(
    "possible",
    [
        ("no_clone", "mgus_non_igm", "smm"),
        ("multiple_myeloma",),
        ("smm", "multiple_myeloma", "solitary_plasmacytoma"),
        (),
    ],
)
def test_without_a_clone_that_may_be_a_precursor_nothing_fits(possible: tuple[str, ...]) -> None:
    assert fitting(concluded(None, "undetermined", possible)) == ()


@pytest.mark.parametrize(
    "urgent",
    [
        replace(OPEN, follow_up=REFERRED_NOW),
        replace(OPEN, alerts=(Alert("PCL-STOP", "critical", Note("circulating_plasma_cells")),)),
    ],
)
def test_where_a_specialist_is_needed_now_an_open_diagnosis_has_no_leaflet(
    urgent: Assessment,
) -> None:
    assert fitting(urgent) == ()


def test_a_warning_and_a_referral_with_an_interval_are_not_urgent() -> None:
    watched = replace(
        OPEN,
        follow_up=replace(WATCHED, refer=True),
        alerts=(Alert("MGRS-PROMPT", "warning", Note("refer_smouldering")),),
    )

    assert "first_m_protein" in fitting(watched)


def test_a_presumed_category_with_an_urgent_alert_gets_no_steps_over_weeks() -> None:
    found = fitting(concluded("mgus_igm", "presumed", None, REFERRED_NOW))

    assert found == ("mgus", "questions", "bone_marrow")


@pytest.mark.parametrize(
    ("category", "status"),
    [
        ("primary_plasma_cell_leukemia", "confirmed"),
        ("secondary_plasma_cell_leukemia", "confirmed"),
        ("no_clone", "confirmed"),
        ("mgus_non_igm", "undetermined"),
    ],
)
def test_what_is_something_else_has_no_leaflet(category: str, status: str) -> None:
    assert fitting(concluded(category, status)) == ()


@pytest.mark.parametrize("status", ["confirmed", "presumed"])
def test_poems_has_its_leaflet_once_it_is_the_category(status: str) -> None:
    assert fitting(concluded("poems", status)) == ("poems", "bone_marrow")


@pytest.mark.parametrize(
    "suspected",
    [
        concluded(None, "undetermined", ("poems", "mgus_non_igm")),
        concluded("mgus_non_igm", "presumed", ("mgus_non_igm", "poems")),
        concluded("poems", "undetermined"),
    ],
)
def test_poems_that_is_only_suspected_or_probable_is_not_told(suspected: Assessment) -> None:
    assert "poems" not in fitting(suspected)


def test_the_doctors_category_counts_as_settled() -> None:
    assert fitting(OPEN, "smm") == ("smm", "questions", "bone_marrow")
    assert fitting(concluded("mgus_igm"), "no_clone") == ()


@pytest.mark.parametrize(
    ("score", "group"),
    [
        (SETTLED, "high"),
        (replace(SETTLED, group=None, possible_groups=("low", "high")), OPEN_GROUP),
        (replace(SETTLED, reason=Note("valid_only_if_smm")), OPEN_GROUP),
        (replace(SETTLED, applicable=False), OPEN_GROUP),
    ],
)
def test_a_group_is_told_only_where_it_is_settled_without_reservation(
    score: Score, group: str
) -> None:
    assert reader_of(replace(concluded("smm"), mayo_20_2_20=score)).group == group
    assert reader_of(replace(concluded("mgus_igm"), mayo_mgus=score)).group == group


def test_the_group_is_that_of_the_model_of_the_category() -> None:
    both = replace(concluded("smm"), mayo_20_2_20=SETTLED, mayo_mgus=replace(SETTLED, group="low"))

    assert reader_of(both).group == "high"
    assert reader_of(both, "mgus_igm").group == "low"


@pytest.mark.parametrize("category", ["smm_light_chain", "mgus_light_chain", "multiple_myeloma"])
def test_light_chain_disease_and_others_have_no_group(category: str) -> None:
    scored = replace(concluded(category), mayo_20_2_20=SETTLED, mayo_mgus=SETTLED)

    assert reader_of(scored).group == OPEN_GROUP


def test_every_kind_that_is_proposed_is_one_of_the_contract() -> None:
    proposed = {kind for kind in LEAFLET_KINDS if categories_of(kind)}

    assert proposed == set(KINDS)
    assert categories_of("mgus") == MGUS
    assert (categories_of("mgrs"), statuses_of("mgrs")) == ((), ())


def test_a_file_may_name_the_groups_of_its_readers() -> None:
    assert groups_of("smm") == (*MAYO_GROUPS, OPEN_GROUP)
    assert groups_of("mgus") == (*MGUS_GROUPS, OPEN_GROUP)
    assert groups_of("mgrs") == groups_of("poems") == (OPEN_GROUP,)


@pytest.mark.parametrize("kind", KINDS)
def test_the_readers_of_a_kind_are_those_whom_it_fits(kind: str) -> None:
    readers = readers_of(kind)

    assert all(kind in kinds_for(reader) for reader in readers)
    assert (Reader(None, "undetermined") in readers) is ("undetermined" in statuses_of(kind))
