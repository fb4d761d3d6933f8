"""Prove courses of POEMS that are easily misread; each is worked by hand from the rule book."""

from __future__ import annotations

from desktop_app.domain.poems_conclusions import ResponseAxis
from tests.domain.cases import result
from tests.domain.poems_responses import (
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
    m,
    notes,
    onls,
    response,
    serum,
    states,
    suv,
    treated,
    urine,
    vegf,
)

IGA = serum("IgA-lambda")
ULN = 600


def reason(found: ResponseAxis) -> str | None:
    """Give why an axis says nothing."""
    return None if found.reason is None else found.reason.code


def from_nadir_of_700(*later: object) -> ResponseAxis:
    """Follow serum VEGF from 2400 to a nadir of 700, then a value each month."""
    values = (vegf(x, day(4 + n), ULN) for n, x in enumerate(later))
    return axis(VEGF, vegf(2400, uln=ULN), vegf(700, day(3), ULN), *values)


def test_a_rise_just_below_half_above_the_nadir_is_no_progression() -> None:
    # RESP-POEMS-PDV: 1.5 x 700 = 1050; 1049 is also at most half of 2400 and above 600.
    found = from_nadir_of_700(1049, 1049)

    assert (found.current, found.evaluable, found.confirmed) == ("PR_V", True, True)
    assert states(found)["RESP-POEMS-PDV"] == "no"


def test_a_rise_of_exactly_half_above_the_nadir_twice_is_a_progression() -> None:
    # RESP-POEMS-PDV: 1050 = 1.5 x 700 and > 600, in two samples a month (31 days) apart.
    found = from_nadir_of_700(1050, 1050)

    assert course(found) == "PR_V PR_V? PD_V"
    assert states(found)["RESP-POEMS-PDV"] == "yes"


def test_a_rise_drawn_in_infection_is_repeated_before_it_is_believed() -> None:
    # RESP-POEMS-PDV: 5 days from the infection, 2100 does not count: one sample of two is left.
    pneumonia = event("infection", "2024-05-05")
    rise = vegf(2400, uln=ULN), vegf(700, day(3)), vegf(2100, day(4)), vegf(2100, day(6))

    found = axis(VEGF, *rise, pneumonia)
    repeated = axis(VEGF, *rise, vegf(2100, day(7)), pneumonia)

    assert course(found) == "PR_V NR_V NR_V?"
    assert "poems_vegf_rise_confirm" in notes(found)
    assert "poems_vegf_repeat_after_illness" in notes(axis(VEGF, *rise[:3], pneumonia))
    assert (repeated.current, states(repeated)["RESP-POEMS-PDV"]) == ("PD_V", "yes")


def test_vegf_at_its_limit_is_complete_though_platelets_are_high() -> None:
    # RESP-POEMS-CRV: 600 <= 600; platelets are stored beside VEGF and decide nothing.
    platelets = [result("platelets", 612, "10*9/L", on=on, high=400) for on in (day(1), day(3))]

    found = axis(VEGF, vegf(2400, uln=ULN), vegf(600, day(3), ULN), *platelets)

    assert (found.current, found.evaluable) == ("CR_V", True)
    assert states(found)["RESP-POEMS-CRV"] == "yes"


def test_plasma_after_a_serum_baseline_is_another_series() -> None:
    # RESP-POEMS-BASE, POEMS-VEGF-RULES: 90 is low, but of another specimen than 2400.
    found = axis(VEGF, vegf(2400, uln=ULN), vegf(90, day(3), 200, "plasma"))

    assert (found.current, found.evaluable) == (None, False)
    assert reason(found) == "poems_other_series"
    assert states(found)["RESP-POEMS-BASE"] == "no"


def test_a_clone_of_free_light_chains_alone_is_judged_by_its_marrow() -> None:
    # RESP-POEMS-NRH: no band at baseline, so that a normal ratio is no level; a normal marrow is.
    ratios = [result("flc_ratio", x, on=on) for x, on in (("0.11", day(0)), ("0.9", day(3)))]
    course_ = *clear("2024-01-08"), flow(True), *ratios, clear(day(3))

    without = axis(BLOOD, *course_)
    looked = axis(BLOOD, *course_, flow(False, day(3)))

    assert (without.current, without.evaluable) == (None, False)
    assert reason(without) == "poems_no_band_at_baseline"
    assert states(without)["RESP-POEMS-NRH"] == "unknown"
    assert (looked.current, states(looked)["RESP-POEMS-CRH"]) == ("CR_H", "yes")


def test_who_feels_better_before_vegf_falls_has_two_answers_and_no_composite() -> None:
    # RESP-POEMS-C: better and same is Ci; RESP-POEMS-NRV: 1900 is more than half of 2400.
    found = response(
        vegf(2400, uln=ULN), vegf(1900, day(2), ULN), coded("better", "same", on=day(2))
    )

    level, clinic = found.axes[VEGF], found.axes[CLINICAL]
    assert (level.current, states(level)["RESP-POEMS-NRV"]) == ("NR_V", "yes")
    assert (clinic.current, states(clinic)["RESP-POEMS-C"]) == ("Ci", "yes")
    assert not hasattr(found, "current")
    assert found.flags == ()


def test_one_point_of_onls_above_the_lowest_is_worse_though_below_baseline() -> None:
    # RESP-POEMS-N: 6, 3, 4: 4 is 1 above 3, the lowest of the line; that it is below 6 is less.
    found = axis(NERVES, onls(3, 3), onls(1, 2, day(3)), onls(2, 2, day(6)))

    assert course(found) == "improved progressed"
    assert states(found)["RESP-POEMS-N"] == "yes"
    assert "poems_ask_drug_neuropathy" in notes(found)


def test_the_presets_differ_above_and_below_the_limit_of_the_laboratory() -> None:
    # RESP-POEMS-CRV: 550 > 500 but < 600. RESP-POEMS-PRV: 1200 to 600 is half, but not from > 1200.
    near = vegf(1100, uln=500), vegf(550, day(3), 500)
    half = vegf(1200, uln=500), vegf(600, day(3), 500)

    by_consensus = [axis(VEGF, *x) for x in (near, half)]
    by_pumch = [axis(VEGF, *x, policy=PUMCH) for x in (near, half)]

    assert [x.current for x in by_consensus] == ["PR_V", "PR_V"]
    assert [x.current for x in by_pumch] == ["CR_V", "NR_V"]
    assert by_consensus[0].presets == (("pumch", "CR_V"),)
    assert states(by_pumch[1])["RESP-POEMS-PRV"] == "no"


def test_a_first_value_after_the_start_is_no_baseline_but_a_nadir() -> None:
    # RESP-POEMS-BASE: no level without baseline; RESP-POEMS-PDV: 1500 = 1.5 x 1000, twice, > 600.
    first = vegf(1000, day(1), ULN), vegf(1500, day(3), ULN)

    found = axis(VEGF, *first)
    again = axis(VEGF, *first, vegf(1500, day(4), ULN))

    assert (found.current, found.evaluable) == (None, False)
    assert reason(found) == "poems_no_baseline"
    assert states(found)["RESP-POEMS-BASE"] == "no"
    assert (again.current, again.evaluable) == ("PD_V", False)


def test_a_pet_that_showed_no_uptake_at_baseline_can_only_get_worse() -> None:
    # RESP-POEMS-R: not avid, so no level; a new avid focus is PDR, which stays (RESP-POEMS-HOLD).
    cold = suv("1.8", normal=True)

    same = axis(IMAGING, cold, suv("1.8", day(6), normal=True))
    focus = axis(IMAGING, cold, suv(4, day(6), new_lesion=True), suv("1.8", day(9), normal=True))

    assert (same.current, same.evaluable, reason(same)) == (None, False, "poems_not_avid")
    assert states(same)["RESP-POEMS-R"] == "no"
    assert course(focus) == "PD_R PD_R"
    assert states(focus)["RESP-POEMS-HOLD"] == "yes"


def test_a_new_line_after_progression_begins_from_its_own_baseline() -> None:
    # RESP-POEMS-HOLD, -BASE: from 9 (twice 5 above 4), 4.4 is a fall by half, but PRH needs 10.
    values = m(30), m(4, day(3)), m(9, day(6)), m(9, day(7)), m("4.4", day(10))
    lines = treated(stop=day(7)), treated(day(8), None, "bortezomib", "dexamethasone")

    held = axis(BLOOD, IGA, *values)
    anew = axis(BLOOD, IGA, *values, *lines, serum("IgA-lambda", on=day(10)))

    assert (held.current, states(held)["RESP-POEMS-HOLD"]) == ("PD_H", "yes")
    assert (anew.current, anew.evaluable) == ("NR_H", True)
    assert anew.baseline is not None
    assert (anew.baseline.value, anew.baseline.date) == (9, day(7))
    assert "poems_pr_not_assessable" in notes(anew)


def test_a_value_above_its_range_is_judged_by_all_that_it_may_be() -> None:
    # RESP-POEMS-NOW, -PRV: 1100 is half of 2200 and less of more, but of 2001 it is more than half.
    open_, fallen = (
        axis(VEGF, vegf(base, uln=ULN), vegf(1100, day(3), ULN)) for base in (">2000", ">2200")
    )

    assert (open_.current, open_.possible) == (None, ("PR_V", "NR_V"))
    assert states(open_)["RESP-POEMS-PRV"] == "unknown"
    assert (fallen.current, states(fallen)["RESP-POEMS-PRV"]) == ("PR_V", "yes")


def test_a_band_only_in_urine_after_one_only_in_serum_repeats_the_return() -> None:
    # RESP-POEMS-PDH: the baseline band is back in serum and/or urine in 2 consecutive samples.
    first = serum("IgA-lambda", on=day(5)), urine(on=day(5))
    second = serum(on=day(7)), urine("IgA-lambda", on=day(7))

    once = axis(BLOOD, IGA, m(8), flow(False), clear(day(3)), first)
    twice = axis(BLOOD, IGA, m(8), flow(False), clear(day(3)), first, second)

    assert not once.confirmed
    assert "poems_m_rise_confirm" in notes(once)
    assert (twice.current, states(twice)["RESP-POEMS-PDH"]) == ("PD_H", "yes")
