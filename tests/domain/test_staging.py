"""Prove what dates a stage, which values count for it, and when there is none (MM-STAGE-BASE)."""

from __future__ import annotations

import pytest

from desktop_app.domain.conclusions import Note
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import ClinicalEvent, Treatment
from tests.domain.cases import (
    DAY,
    assessed,
    cause,
    ct,
    flc,
    history,
    labs,
    marrow,
    result,
    serum,
    words,
)
from tests.domain.staged import (
    KNOWN,
    albumin,
    answers,
    b2m,
    fish,
    has,
    ldh,
    maybe_staged,
    staged,
    treated,
)

MYELOMA = (serum("IgG-kappa"), marrow(30), result("hemoglobin", "8.0"), cause("anemia", "clone"))
MGUS = (result("serum_m_protein", "1.0"), serum("IgG-kappa"), flc(12, 10), *labs())


def test_the_day_of_diagnosis_is_the_first_on_which_the_criteria_are_met() -> None:
    later = (result("hemoglobin", "7.0", on="2027-01-01"), b2m(9, on="2027-01-01"))

    found = maybe_staged(*MYELOMA, b2m(4), later, as_of="2027-02-01")

    assert found is not None
    assert (found.anchor, found.basis, found.if_myeloma) == (DAY, Note("anchor_diagnosis"), False)
    assert found.iss.possible == ("II",)


def test_a_partial_day_of_diagnosis_stays_as_it_was_entered() -> None:
    dated = (
        serum("IgG-kappa", on="2022-07"),
        result("marrow_plasma_cells", 70, on="2022-07"),
        b2m(6, on="2022-07-31"),
        history("mgus_non_igm", on="2015"),
    )

    found = maybe_staged(*dated)

    assert found is not None
    assert found.anchor == "2022-07"
    assert found.iss.stage == "III"


def test_myeloma_of_the_history_is_dated_by_it() -> None:
    found = maybe_staged(history("multiple_myeloma", on="2024-02"), b2m(6, on="2024-03"))

    assert found is not None
    assert (found.anchor, found.basis) == ("2024-02", Note("anchor_history"))
    assert found.iss.stage == "III"


def test_without_a_date_the_first_treatment_dates_the_diagnosis() -> None:
    undated = history("multiple_myeloma", on=None)
    later = Treatment("KRd", PartialDate("2025-01-01"))

    found = maybe_staged(undated, treated("2024-05-01"), later, b2m(6, on="2024-04-20"))

    assert found is not None
    assert (found.anchor, found.basis) == ("2024-05-01", Note("anchor_treatment"))
    assert found.notes == (Note("staging_frozen", (("date", "2024-05-01"),)),)
    assert found.iss.stage == "III"


def test_a_transplant_begins_treatment_and_radiotherapy_does_not() -> None:
    transplant = ClinicalEvent(PartialDate("2026-06-02"), "auto_hsct")
    rays = ClinicalEvent(PartialDate("2026-06-02"), "radiotherapy")
    value = b2m(6, on="2026-06-03")

    assert staged(value, transplant).iss.stage is None
    assert staged(value, rays).iss.stage == "III"


def test_what_is_later_than_the_day_of_the_assessment_is_not_known() -> None:
    found = staged(b2m(6), treated("2026-07-01"), as_of="2026-06-15")

    assert found.notes == ()


def test_the_first_values_date_what_may_be_myeloma() -> None:
    found = maybe_staged(result("hemoglobin", "7", on="2025-01-01"), b2m(6, on="2025-02-01"))

    assert found is not None
    assert (found.anchor, found.basis) == ("2025-01-01", Note("anchor_values"))
    assert found.if_myeloma
    assert found.iss.stage == "III"


def test_imaging_alone_dates_what_may_be_myeloma() -> None:
    found = maybe_staged(ct(5))

    assert found is not None
    assert found.anchor == DAY
    assert found.durie_salmon.stage == "III"


def test_established_myeloma_without_any_value_leaves_every_stage_open() -> None:
    found = maybe_staged(history("multiple_myeloma", on=None))

    assert found is not None
    assert (found.anchor, found.basis, found.derived) == (None, None, ())
    assert found.iss.possible == ("I", "II", "III")
    assert found.r2_iss.possible == ("I", "II", "III", "IV")


@pytest.mark.parametrize(
    "entries",
    [
        (),
        (*MGUS, *marrow(4), ct(0)),
        MGUS,
        (history("mgus_non_igm"), *MGUS),
        (treated("2026-06-01"),),
        (*MGUS, *marrow(4), ct(0), b2m(2)),
    ],
    ids=["nothing", "MGUS", "presumed MGUS", "known MGUS", "treatment alone", "MGUS with B2M"],
)
def test_without_a_question_of_myeloma_nothing_is_staged(entries: tuple[object, ...]) -> None:
    assert maybe_staged(*entries) is None


def test_beta_2_microglobulin_asks_for_a_stage_beside_a_presumed_precursor() -> None:
    found = maybe_staged(*MGUS, b2m(2), albumin(4))

    assert found is not None
    assert found.if_myeloma
    assert found.iss.stage == "I"


def test_a_value_away_from_the_diagnosis_says_so() -> None:
    far, open_ = staged(b2m(6, on="2026-12-01")), staged(b2m(6, on="2026"))

    assert far.iss.criteria[0].note == Note("staging_not_near")
    assert open_.iss.criteria[0].note == Note("staging_date_open")


def test_values_that_differ_leave_both_stages_open() -> None:
    found = staged(b2m(4), b2m(6)).iss

    assert found.possible == ("II", "III")
    assert found.criteria[0].note == Note("staging_values_differ")


def test_nanomoles_are_converted_and_flagged() -> None:
    found = staged(b2m(739, "nmol/L")).iss

    assert found.stage == "III"
    assert found.criteria[0].note == Note("staging_converted", (("unit", "nmol/L"),))


def test_words_of_a_report_settle_only_what_they_can() -> None:
    found = staged(words("beta2_microglobulin", "normal"), words("ldh", "high"), b2m(6))

    assert found.iss.possible == ("I", "II", "III")
    assert answers(found.r_iss)["MM-RISS-LDH"] == "yes"
    assert answers(staged(words("ldh", "normal")).r_iss)["MM-RISS-LDH"] == "no"


def test_a_karyotype_shows_no_absence() -> None:
    absent = fish("del(17p)", "t(4;14)", "t(14;16)", method="karyotype")
    found = fish("del(17p)", detected=True, method="Karyotype")

    assert answers(staged(absent, ldh(100)).r_iss)["MM-HRCA"] == "unknown"
    assert answers(staged(found).r_iss)["MM-HRCA"] == "yes"


def test_chromosomes_found_later_do_not_change_the_stage() -> None:
    later = fish("t(4;14)", detected=True, on="2026-12-01")

    found = staged(b2m(6), fish("del(17p)", "t(4;14)", "t(14;16)"), later, ldh(100))

    assert found.r_iss.stage == "II"


def test_the_systems_stand_by_their_names() -> None:
    found = staged(b2m(6), has("t(4;14)", "gain(1q)"))

    assert [name for name, _ in found.others] == [
        "MM-DS-VERSION",
        "MM-DS-AB-CN2020",
        "MM-MSMART-COUNT",
        "MM-RWISS",
    ]


def test_the_assessment_holds_the_stages_and_the_day_of_the_criteria() -> None:
    found = assessed(*MYELOMA, b2m(6))

    assert found.diagnosis.since == PartialDate(DAY).first
    assert found.myeloma is not None
    assert found.myeloma.staging == maybe_staged(*MYELOMA, b2m(6), as_of="2026-06-30")


def test_the_history_has_no_day_on_which_the_record_met_the_criteria() -> None:
    assert assessed(KNOWN, *MYELOMA).diagnosis.since is None
