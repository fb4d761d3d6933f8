"""Prove what the five axes of POEMS say beyond their cuts: why, since when, and beside what."""

from __future__ import annotations

import pytest

from desktop_app.domain.criteria.aimed_at_clone import of_clone
from desktop_app.domain.criteria.poems.therapy_lines import poems_lines
from desktop_app.domain.poems_conclusions import ResponseAxis
from desktop_app.domain.record import Finding, Lesion
from desktop_app.domain.rulesets.myeloma.lines.counting import counted_lines
from desktop_app.domain.rulesets.poems.response.axes import AXES
from tests.domain.cases import finding, result, view, words
from tests.domain.poems_responses import (
    BEFORE,
    BLOOD,
    CLINICAL,
    IMAGING,
    NERVES,
    PUMCH,
    VEGF,
    axis,
    clear,
    coded,
    course,
    day,
    event,
    flow,
    hot,
    m,
    notes,
    onls,
    response,
    said,
    serum,
    states,
    suv,
    treated,
    urine,
    vegf,
)

IGA = serum("IgA-lambda")


def reason(found: ResponseAxis) -> str | None:
    return None if found.reason is None else found.reason.code


def test_without_treatment_no_axis_can_be_judged() -> None:
    found = response(vegf(2400), vegf(600, day(3)), untreated=True)

    assert found.line is None
    assert [x.axis for x in found.axes] == list(AXES)
    assert {(x.evaluable, reason(x)) for x in found.axes} == {(False, "poems_untreated")}


@pytest.mark.parametrize("tier", ["not_supported", "not_assessed"])
def test_who_has_no_poems_has_no_axes(tier: str) -> None:
    with pytest.raises(AssertionError):
        response(vegf(2400), tier=tier)


def test_a_line_without_later_values_says_what_is_missing() -> None:
    found = response(m(8), vegf(2400), suv(10), onls(3, 3))

    assert [reason(x) for x in found.axes] == [
        *["poems_no_value"] * 3,
        "poems_nothing_coded",
        "poems_no_value",
    ]
    assert {x.current for x in found.axes} == {None}
    values = [None if x.baseline is None else x.baseline.value for x in found.axes]
    assert values == [8, 2400, 10, None, 6]


def test_the_current_line_begins_with_radiotherapy_alone() -> None:
    # RESP-POEMS-BASE: a baseline of its own
    line = treated("2024-01-10", "2024-04-30"), event("radiotherapy", "2024-06-15")

    found = response(*line, vegf(2400, uln=600), vegf(1300, day(3), 600), vegf(650, day(7), 600))

    assert (found.line, found.start) == (2, "2024-06-15")
    baseline = found.axes[VEGF].baseline
    assert baseline is not None
    assert baseline.date == day(3)
    assert found.axes[VEGF].current == "PR_V"


def test_a_line_of_poems_knows_its_last_day() -> None:
    seen = view(treated("2024-01-10", "2024-04-30"), event("radiotherapy", "2024-06-15"))

    drugs, radiation = poems_lines(seen, counted_lines(of_clone(seen)))

    assert (str(drugs.stop), str(radiation.stop)) == ("2024-04-30", "2024-06-15")
    assert (drugs.number, radiation.number) == (1, 2)


def test_flags_tell_of_complete_response_in_blood_and_vegf() -> None:
    blood = IGA, m(8), flow(False), clear(day(3))
    level = vegf(2400, uln=600), vegf(500, day(3), 600)

    # RESP-POEMS-FLAG
    both, one, none = response(blood, level), response(level), response(IGA, m(8))

    assert [x.code for x in both.flags] == ["poems_crh_and_crv"]
    assert [x.code for x in one.flags] == ["poems_crh_or_crv"]
    assert none.flags == ()


def test_the_banners_tell_how_late_the_body_follows() -> None:
    # RESP-POEMS-LAG
    assert [x.code for x in response(m(8)).banners] == [
        "poems_lag_nerve",
        "poems_lag_fast",
        "poems_lag_pet",
        "poems_lag_first_nerve",
        "poems_lag_vegf",
        "poems_lag_relapse",
        "poems_lag_vegf_watch",
    ]


def test_the_preset_of_the_clinic_is_named() -> None:
    assert response(m(8)).preset == "consensus"
    assert response(m(8), policy=PUMCH).preset == "pumch"


def test_marrow_that_was_not_repeated_leaves_crh_pending() -> None:
    found = axis(BLOOD, IGA, m(8), clear(day(3)))

    assert (found.current, found.possible, found.pending) == ("VGPR_H", ("CR_H", "VGPR_H"), True)
    assert "poems_cr_pending_marrow" in notes(found)
    assert states(found)["RESP-POEMS-CRH"] == "unknown"


def test_a_low_base_without_urine_leaves_crh_or_nothing() -> None:
    found = axis(BLOOD, IGA, m(3), serum(on=day(3)))

    assert (found.current, found.possible) == (None, ("CR_H", "NR_H"))
    assert reason(found) == "poems_levels_open"


def test_another_band_is_told_and_no_progression() -> None:
    new = serum("IgG-kappa", on=day(5)), serum("IgG-kappa", on=day(6))

    found = axis(BLOOD, IGA, m(8), flow(False), clear(day(3)), new)

    assert "poems_new_band_review" in notes(found)
    assert "PD_H" not in found.possible


def test_an_antibodys_band_is_ignored_and_told_in_a_lambda_patient() -> None:
    dara = treated("2024-01-10", None, "daratumumab")
    band = serum("IgG-kappa", on=day(3)), urine(on=day(3))

    ignored = axis(BLOOD, dara, IGA, m(8), flow(False), band)
    left_open = axis(BLOOD, dara, serum("IgG-kappa"), m(8), flow(False), band)

    assert ignored.current == "CR_H"
    assert "poems_antibody_band_ignored" in notes(ignored)
    assert "poems_antibody_band_open" in notes(left_open)
    assert states(left_open)["RESP-POEMS-IFE"] == "yes"


def test_a_second_band_beside_the_antibodys_still_counts() -> None:
    dara = treated("2024-01-10", None, "daratumumab")
    band = serum("IgG-kappa", "IgA-lambda", on=day(3)), urine(on=day(3))

    found = axis(BLOOD, dara, IGA, m(8), flow(False), band)

    assert "CR_H" not in found.possible


def test_two_different_fixations_of_a_day_say_nothing() -> None:
    twice = serum(on=day(3)), serum("IgA-lambda", on=day(3)), urine(on=day(3))

    found = axis(BLOOD, IGA, m(8), flow(False), m(4, day(3)), twice)

    assert found.current == "NR_H"


def test_progression_stays_until_a_new_line() -> None:
    values = m(30), m(4, day(3)), m(9, day(6)), m(9, day(7)), m(2, day(9))

    held = axis(BLOOD, IGA, values)
    anew = axis(BLOOD, IGA, values, treated(stop=day(7)), treated(day(8), None, "bortezomib"))

    assert held.current == "PD_H"
    assert "poems_progression_stays" in notes(held)
    assert states(held)["RESP-POEMS-HOLD"] == "yes"
    assert anew.current != "PD_H"


def test_the_best_is_that_before_progression() -> None:
    # RESP-POEMS-BEST
    found = axis(BLOOD, IGA, m(30), m(4, day(3)), m(9, day(6)), m(9, day(7)), m(0, day(9)))

    assert (found.best, found.best_on) == ("PR_H", day(3))
    assert states(found)["RESP-POEMS-BEST"] == "yes"


def test_a_boundary_is_told() -> None:
    found = axis(BLOOD, IGA, m(10), m(5, day(3)))

    assert found.boundary
    assert states(found)["RESP-POEMS-BOUNDARY"] == "yes"


def test_a_rise_of_vegf_that_fell_again_was_not_sustained() -> None:
    values = [vegf(x, day(2 + n), 600) for n, x in enumerate((2000, 2000, 1000))]

    found = axis(VEGF, vegf(900, uln=600), *values)

    assert course(found) == "NR_V? PD_V NR_V"
    assert "poems_vegf_not_sustained" in notes(found)


def test_vegf_above_its_limit_after_a_complete_response_is_told() -> None:
    found = axis(VEGF, vegf(900, uln=600), vegf(590, day(2)), vegf(610, day(3)))

    assert found.current == "NR_V"
    assert "poems_vegf_above_limit" in notes(found)


def test_a_first_rise_of_vegf_asks_for_another_cause() -> None:
    found = axis(VEGF, vegf(900, uln=600), vegf(2000, day(2)))

    assert not found.confirmed
    assert "poems_vegf_rise_confirm" in notes(found)


def test_vegf_in_influenza_is_repeated_after_recovery() -> None:
    # the case of section 10: never PDV
    values = [vegf(x, day(2 + n), kind="plasma") for n, x in enumerate((182, 740, 190))]

    found = axis(VEGF, *values, event("infection", day(3)))
    sick = axis(VEGF, *values[:2], event("infection", day(3)))

    assert "PD_V" not in course(found)
    assert "poems_vegf_repeat_after_illness" in notes(sick)


def test_a_progression_of_vegf_goes_on_through_an_illness() -> None:
    values = [vegf(x, day(2 + n), 600) for n, x in enumerate((2000, 2000, 2100))]

    found = axis(VEGF, vegf(900, uln=600), *values, event("infection", "2024-05-20"))

    assert course(found) == "NR_V? PD_V PD_V"


def test_serum_and_plasma_are_two_series() -> None:
    other = axis(VEGF, vegf(2400, uln=600), vegf(100, day(3), kind="plasma"))
    none = axis(VEGF, vegf(100, day(3), kind="plasma"))

    assert (other.current, reason(other)) == (None, "poems_other_series")
    assert reason(none) == "poems_no_baseline"


def test_where_both_specimens_were_drawn_serum_decides_unless_plasma_progresses() -> None:
    serums = vegf(2400, uln=600), vegf(500, day(3)), vegf(500, day(4))
    plasma = [vegf(x, on, kind="plasma") for x, on in ((300, BEFORE), (900, day(3)), (900, day(4)))]

    found = axis(VEGF, *serums, *plasma)

    assert course(found) == "CR_V PD_V"


def test_vegf_in_words_answers_its_limit_alone() -> None:
    known = axis(VEGF, words("vegf_serum", "high", BEFORE), words("vegf_serum", "normal", day(3)))
    unknown = axis(VEGF, words("vegf_serum", "high", BEFORE), vegf(1000, day(3), 600))

    assert known.current == "CR_V"
    assert unknown.possible == ("PR_V", "NR_V")


def test_values_in_words_and_numbers_of_a_day_are_not_compared() -> None:
    found = axis(VEGF, vegf(2400, uln=600), vegf(500, day(3)), words("vegf_serum", "high", day(3)))

    assert found.current is None


def test_a_day_that_may_lie_before_the_line_is_named() -> None:
    entries = (
        (BLOOD, (m(8, "2024"), serum("IgA-lambda", on="2024"))),
        (VEGF, (vegf(8, "2024"),)),
        (IMAGING, (suv(8, "2024"),)),
        (CLINICAL, (coded("better", on="2024"),)),
        (NERVES, onls(2, 2, "2024")),
    )

    for place, undated in entries:
        found = axis(place, *undated)
        assert "poems_day_not_placed" in notes(found)
        assert found.timeline == ()


def test_an_onls_without_both_parts_says_so() -> None:
    assert reason(axis(NERVES, onls(3, None, day(3)))) == "poems_onls_incomplete"


def test_a_worse_onls_asks_for_a_drug_and_shows_rankin_beside() -> None:
    rankin = result("modified_rankin", 3, "{score}", on=day(3))

    found = axis(NERVES, onls(3, 3), onls(3, 4, day(3)), rankin)

    assert found.current == "progressed"
    assert "poems_ask_drug_neuropathy" in notes(found)
    shown = {x.code for each in found.criteria if each.id == "RESP-POEMS-N" for x in each.inputs}
    assert shown == {"onls_arm", "onls_leg", "modified_rankin"}


def test_interview_and_examination_are_not_interchangeable() -> None:
    found = axis(NERVES, onls(3, 3, mode="interview"), onls(1, 1, day(3), "observed"))

    assert reason(found) == "poems_other_mode"


def test_grades_in_words_make_no_total() -> None:
    graded = result("onls_leg", 3, "{score}", on=day(3)), words("onls_arm", "high", day(3))

    assert axis(NERVES, *graded).current is None


def test_codes_that_are_no_change_are_not_evaluable() -> None:
    found = axis(CLINICAL, coded("elsewhere", on=day(3)))

    assert (found.current, reason(found)) == (None, "poems_nothing_coded")


def test_changes_of_a_day_are_read_together_and_each_day_anew() -> None:
    mixed = coded("better", on=day(2)), coded("worse", on=day(2))

    found = axis(CLINICAL, mixed, coded("same", on=day(5)))

    assert course(found) == "Cm Cs"
    assert (found.best, found.best_on) == ("Cs", day(5))


def test_an_uptake_that_was_normal_at_baseline_has_no_levels() -> None:
    found = axis(IMAGING, suv(2, normal=True), suv(2, day(3)))

    assert (found.evaluable, reason(found)) == (False, "poems_not_avid")


def test_a_new_focus_and_another_hot_lesion_are_told() -> None:
    focus = axis(IMAGING, suv(2, normal=True), suv(4, day(3), new_lesion=True))
    other = axis(IMAGING, hot("rib", 10), hot("spine", 5), hot("spine", 8, day(3)))

    assert "poems_new_focus" in notes(focus)
    assert "poems_other_lesion_hotter" in notes(other)
    # The rib was not measured, so that it may be anything.
    assert other.possible == ("PD_R", "CR_R", "PR_R", "NR_R")


def test_what_is_no_uptake_is_left_out() -> None:
    plain = Lesion(suv(1).date, "rib", "bone")
    odd: tuple[Finding, ...] = (finding("fdg_uptake", "normal", day(3)),)

    assert axis(IMAGING, plain, odd).timeline == ()


def test_a_marrow_look_that_is_no_stain_says_nothing() -> None:
    odd = finding("marrow_ihc_kappa_lambda", {"ratio": "high"}, BEFORE)

    assert said(axis(BLOOD, IGA, m(8), odd, clear(day(3)))) == "VGPR_H+"
