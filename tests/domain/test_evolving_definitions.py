"""The definitions of evolving disease by name: what each asks beyond baseline and window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desktop_app.domain.conclusions import SeriesPoint
from desktop_app.domain.partial_date import PartialDate, add_months
from desktop_app.domain.policy import Policy
from desktop_app.domain.record import Result, Treatment
from desktop_app.domain.truth import Truth
from tests.domain.cases import finding, history, labs, marrow, mri, record, result, serum
from tests.domain.evolution import (
    EHB,
    EMP,
    FERNANDEZ,
    PANGEA,
    RAJKUMAR,
    ROSINOL,
    START,
    entries_of,
    evolved,
    hb,
    m,
    notes,
    part,
    part_state,
    state,
)

LAB_A, LAB_B = {"lab": "A"}, {"lab": "B"}


def test_haemoglobin_falls_within_a_year_of_the_diagnosis() -> None:
    facts = (hb("13.0", "2024-03-15"), hb("12.5", "2025-02-15"))

    assert state(EHB, *facts) == "yes"
    assert state(EHB, history("smm", START), *facts) == "unknown"
    inside = (*facts, hb("12.8", "2025-01-15"))
    assert state(EHB, history("smm", START), *inside) == "no"
    assert state(EHB, history("smm", START), *inside, hb("12.5", "2025-01-14")) == "yes"
    assert state(EHB, history("smm", "2024"), *facts) == "unknown"
    assert state(EHB, history("smm", "2024"), facts[0], hb("12.5", "2024-12-31")) == "yes"


def test_a_year_of_haemoglobin_begins_anew_with_a_new_laboratory() -> None:
    facts = (
        hb("13.0", **LAB_A),
        hb("13.0", "2024-12-15", **LAB_A),
        hb("13.0", "2026-01-15", **LAB_B),
        hb("12.5", "2026-10-15", **LAB_B),
    )

    assert state(EHB, history("smm", START), *facts) == "yes"


def test_falling_haemoglobin_asks_for_other_causes() -> None:
    fallen = evolved(hb("13.0"), hb("12.5", "2024-12-15"))[EHB]
    steady = evolved(hb("13.0"), hb("12.6", "2024-12-15"))[EHB]

    assert "anemia_other_causes" in notes(fallen)
    assert "anemia_other_causes" not in notes(steady)


def test_haemoglobin_in_mmol_is_converted_and_says_so() -> None:
    entry = evolved(hb("8.0", START, "mmol/L"), hb("7.6", "2024-12-15", "mmol/L"))[EHB]

    assert entry.state is Truth.MET
    assert entry.unit == "g/dL"
    assert "units_converted" in notes(entry)
    assert state(EHB, hb("8.0", START, "mmol/L"), hb("7.7", "2024-12-15", "mmol/L")) == "no"
    mixed = evolved(hb("8.0", START, "mmol/L"), hb("12.3", "2024-12-15"))[EHB]
    assert mixed.state is Truth.MET
    assert "units_converted" in notes(mixed)


def yearly(*values: str, months: int = 12) -> list[Result]:
    start = date(2020, 1, 15)
    return [m(x, add_months(start, months * n).isoformat()) for n, x in enumerate(values)]


@pytest.mark.parametrize(
    ("values", "months", "expected"),
    [
        (("1.0", "1.1", "1.2", "1.3"), 12, "yes"),
        (("1.0", "1.1", "1.1", "1.3"), 12, "no"),
        (("1.0", "1.1", "1.2"), 12, "unknown"),
        (("1.0", "1.0", "1.2"), 12, "no"),
        (("1.0", "1.1", "1.2", "1.3"), 9, "yes"),
        (("1.0", "1.1", "1.2", "1.3"), 8, "unknown"),
        (("1.0", "1.1", "1.2", "1.3"), 15, "yes"),
        (("1.0", "1.1", "1.2", "1.3"), 16, "unknown"),
        (("1.0", "1.1", "1.2", "<1.0"), 12, "no"),
        (("1.0", "1.1", "<1.5", "1.6"), 12, "unknown"),
        (("1.0", "1.1", ">1.15", "1.6"), 12, "unknown"),
    ],
)
def test_a_low_m_protein_must_rise_at_each_yearly_value(
    values: tuple[str, ...], months: int, expected: str
) -> None:
    assert state(FERNANDEZ, *yearly(*values, months=months)) == expected


def test_what_lies_between_yearly_values_does_not_matter() -> None:
    between = m("0.9", "2021-06-20")

    assert state(FERNANDEZ, *yearly("1.0", "1.1", "1.2", "1.3"), between) == "yes"


def test_the_fourth_yearly_value_waits_for_a_second_sample() -> None:
    risen = yearly("1.0", "1.1", "1.2", "1.3")

    assert not evolved(*risen)[FERNANDEZ].confirmed
    assert not evolved(*risen, m("1.3", "2023-02-11"))[FERNANDEZ].confirmed
    assert evolved(*risen, m("1.21", "2023-02-12"))[FERNANDEZ].confirmed
    assert not evolved(*risen, m("1.2", "2023-02-12"))[FERNANDEZ].confirmed


def test_a_high_m_protein_needs_a_tenth_in_six_months_and_no_absolute_rise() -> None:
    assert state(FERNANDEZ, m("3.0"), m("3.3", "2024-07-15")) == "yes"
    assert state(FERNANDEZ, m("3.0"), m("3.29", "2024-07-15")) == "no"
    assert state(FERNANDEZ, m("3.0"), m("3.3", "2024-07-16")) == "unknown"


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((("2.5", "2024-04-15"), ("2.5", "2024-07-15")), "yes"),
        ((("2.5", "2024-04-15"), ("2.49", "2024-07-15")), "no"),
        ((("2.5", "2024-04-15"), ("2.5", "2024-07-16")), "unknown"),
        ((("2.5", "2024-03-15"), ("2.4", "2024-05-15"), ("2.5", "2024-07-15")), "no"),
        ((("2.4", "2024-04-15"),), "no"),
        ((("2.5", "2024-08-15"), ("2.5", "2024-09-15")), "unknown"),
        ((("2.5", "2024-04-15"), (">2.4", "2024-07-15")), "unknown"),
    ],
)
def test_a_quarter_must_be_seen_twice_running_within_six_months(
    values: tuple[tuple[str, str], ...], expected: str
) -> None:
    assert state(RAJKUMAR, m("2.0"), *(m(*each) for each in values)) == expected


def test_two_running_values_four_weeks_apart_confirm_each_other() -> None:
    first = (m("2.0"), m("2.5", "2024-04-15"))

    assert evolved(*first, m("2.5", "2024-05-13"))[RAJKUMAR].confirmed
    assert not evolved(*first, m("2.5", "2024-05-12"))[RAJKUMAR].confirmed


def test_a_progressive_rise_and_an_abrupt_one_are_told_apart() -> None:
    rising = yearly("1.0", "1.1", "1.2", "1.3")
    abrupt = yearly("1.0", "1.0", "1.1", "1.6")

    assert state(ROSINOL, *rising) == "yes"
    assert "rosinol_progressive" in notes(evolved(*rising)[ROSINOL])
    assert state(ROSINOL, *abrupt) == "no"
    assert "rosinol_abrupt" in notes(evolved(*abrupt)[ROSINOL])


@pytest.mark.parametrize(
    "values",
    [
        yearly("1.0", "1.2", "1.4"),  # three values
        yearly("1.0", "1.1", "1.15", "1.2"),  # within noise
        yearly("1.0", "1.5", "1.2", "1.6"),  # neither
        yearly("1.0", "1.2", "1.4", "1.6", months=3),  # too short
        yearly("1.0", "0.7", "1.0", "1.6"),  # not stable
        yearly("1.0", "1.2", "1.4", ">1.5"),
    ],
)
def test_without_a_plain_pattern_nothing_is_said(values: list[Result]) -> None:
    assert state(ROSINOL, *values) == "unknown"
    assert "rosinol_open" in notes(evolved(*values)[ROSINOL])


def test_a_pattern_that_was_seen_stays() -> None:
    rising = yearly("1.0", "1.1", "1.2", "1.3", "1.0")

    assert state(ROSINOL, *rising) == "yes"


def test_the_pattern_follows_the_noise_that_the_clinic_set() -> None:
    wide = Policy({("", "serum_m_protein"): Decimal(33)})
    rising = yearly("1.0", "1.1", "1.2", "1.3")

    assert evolved(*rising, policy=wide)[ROSINOL].state is Truth.UNKNOWN


def flc(kappa: object, lambda_: object, on: str = START) -> tuple[Result, Result]:
    return result("flc_kappa", kappa, on=on), result("flc_lambda", lambda_, on=on)


IU = "EVO-PANGEA-IU"


def test_the_light_chain_ratio_rises_by_an_absolute_twenty() -> None:
    assert part_state(PANGEA, IU, flc(100, 10), flc(300, 10, "2025-01-15")) == "yes"
    assert part_state(PANGEA, IU, flc(100, 10), flc(299, 10, "2025-01-15")) == "no"
    entry = evolved(flc(100, 10), flc(301, 9, "2025-01-15"))[PANGEA]
    assert (entry.code, entry.unit) == ("flc_involved_uninvolved", "1")
    assert entry.value == SeriesPoint("2025-01-15", Decimal("33.44"))


def test_the_lambda_side_is_the_inverse_and_exact() -> None:
    def of(*values: object) -> str:
        bands = serum("IgG-lambda")
        ratios = [result("flc_ratio", x, on=f"202{4 + n}-01-15") for n, x in enumerate(values)]
        entry = entries_of(record(bands, *ratios))[PANGEA]
        return part(entry, IU).state.state

    assert of("0.05", "0.025") == "yes"  # 20 to 40
    assert of("0.05", "0.026") == "no"
    assert of("0.05", "<0.02") == "yes"
    assert of("0.05", "<0.03") == "unknown"


def test_a_printed_ratio_whose_rounding_crosses_the_cut_is_flagged() -> None:
    bands = serum("IgG-lambda")

    def noted(*values: object) -> object:
        ratios = [result("flc_ratio", x, on=f"202{4 + n}-01-15") for n, x in enumerate(values)]
        return part(entries_of(record(bands, *ratios))[PANGEA], IU).note

    assert "printed_ratio_near_cut" in str(noted("0.05", "0.02"))
    assert "printed_ratio_near_cut" not in str(noted("0.05", "0.01"))
    assert "printed_ratio_near_cut" not in str(noted("0.050", "0.040"))


def test_a_sample_without_a_ratio_is_left_out() -> None:
    facts = (
        flc(100, 10),
        result("flc_kappa", 400, on="2024-06-15"),
        result("flc_ratio", 0, on="2024-07-15"),
        flc(310, 10, "2025-01-15"),
    )

    assert evolved(*facts)[PANGEA].value == SeriesPoint("2025-01-15", Decimal(31))


def test_a_new_laboratory_of_the_light_chains_suspends_their_part() -> None:
    facts = (*(replace(x, lab="A") for x in flc(100, 10)), *flc(310, 10, "2025-01-15"))
    moved = tuple(replace(x, lab="B") for x in facts[2:])
    criterion = part(evolved(*facts[:2], *moved)[PANGEA], IU)

    assert criterion.state is Truth.UNKNOWN
    assert "laboratory_changed" in str(criterion.note)
    assert part_state(PANGEA, IU, *facts) == "yes"


def test_a_ratio_that_nobody_can_read_stays_open_and_a_normal_one_is_a_no() -> None:
    both = (hb("13"), hb("13", "2025-01-15"))

    def of(*facts: object) -> tuple[str, str]:
        entry = entries_of(record(*facts, *both))[PANGEA]
        criterion = part(entry, IU)
        assert criterion.note is not None
        return criterion.state.state, criterion.note.code

    assert of(serum("IgG"), result("flc_ratio", "1.2")) == ("no", "ratio_normal")
    assert of(serum("IgG"), *flc(30, 10), *flc(10, 10, "2025-01-15")) == (
        "unknown",
        "involved_chain_unknown",
    )
    assert of(serum("IgG-kappa"), result("flc_ratio", "0.1")) == (
        "unknown",
        "light_chain_conflict",
    )
    assert of(serum("IgG-kappa")) == ("unknown", "missing")
    assert of(serum("IgG-kappa"), result("flc_ratio", "3")) == ("unknown", "missing")


def test_another_assay_is_named() -> None:
    facts = [replace(x, method="N Latex") for x in (*flc(100, 10), *flc(310, 10, "2025-01-15"))]
    entry = evolved(*facts)[PANGEA]

    assert "assay_not_validated" in notes(entry)
    same = [replace(x, method="Freelite") for x in facts]
    assert "assay_not_validated" not in notes(evolved(*same)[PANGEA])


def test_creatinine_rises_by_more_than_a_quarter_in_any_unit() -> None:
    def of(first: object, last: object, unit: str, then: str | None = None) -> str:
        return part_state(
            PANGEA,
            "EVO-PANGEA-CR",
            result("creatinine", first, unit, on=START),
            result("creatinine", last, then or unit, on="2025-01-15"),
        )

    assert of("0.8", "1.0", "mg/dL") == "no"
    assert of("0.8", "1.01", "mg/dL") == "yes"
    assert of("80", "100", "umol/L") == "no"
    assert of("80", "101", "umol/L") == "yes"
    assert of("80", "1.2", "umol/L", "mg/dL") == "yes"


def test_parts_that_were_not_measured_leave_the_whole_open() -> None:
    steady = evolved(m("2.0"), m("2.1", "2025-01-15"))[PANGEA]

    assert [x.state.state for x in steady.criteria] == ["no", "unknown", "unknown", "unknown"]
    assert steady.state is Truth.UNKNOWN
    assert "window_unverified" in notes(steady)
    assert state(PANGEA, m("2.0"), m("2.2", "2025-01-15")) == "yes"


WU = "EVO-WU"
RISEN = (m("1.0"), m("1.64", "2025-01-15"))
DIFFERENCE = (flc(110, 10), flc(279, 10, "2025-01-15"))
FALLEN = (hb("13.00"), hb("11.43", "2025-01-15"))
LOW_IG = (
    result("iga", 30, "mg/dL", low=70, on="2025-01-15"),
    result("igm", 100, "mg/dL", low=40, on="2025-01-15"),
)


def test_three_of_the_four_signs_of_wu_are_enough() -> None:
    entry = evolved(*RISEN, *DIFFERENCE, *FALLEN, *LOW_IG)[WU]

    assert [x.state.state for x in entry.criteria] == ["yes"] * 4
    assert (entry.state, entry.confirmed) == (Truth.MET, False)
    assert "for_display" in notes(entry)
    assert state(WU, *RISEN, *DIFFERENCE, *FALLEN) == "yes"
    assert state(WU, *RISEN, *FALLEN, *LOW_IG) == "yes"
    steady = (m("1.0"), m("1.63", "2025-01-15"))
    assert state(WU, *steady, *FALLEN, *LOW_IG) == "unknown"
    assert state(WU, *steady, *FALLEN) is None


def test_immunoparesis_needs_no_second_sample() -> None:
    again = (m("1.64", "2025-03-15"), hb("11.43", "2025-03-15"))

    assert evolved(*RISEN, *FALLEN, *LOW_IG, *again)[WU].confirmed
    assert not evolved(*RISEN, *DIFFERENCE, *FALLEN, *again)[WU].confirmed


def test_noise_is_told_for_each_definition_and_follows_the_laboratory() -> None:
    facts = (m("5.0", lab="A"), m("5.5", "2024-07-15"), m("6.2", "2024-12-15"))

    entry = evolved(*facts)[EMP]
    assert (entry.state, entry.beyond_noise) == (Truth.MET, False)
    assert evolved(m("2.0"), m("2.5", "2024-12-15"))[EMP].beyond_noise is True
    own = Policy({("A", "serum_m_protein"): Decimal(9)})
    assert evolved(*facts, policy=own)[EMP].beyond_noise is True
    other = Policy({("B", "serum_m_protein"): Decimal(9)})
    assert evolved(*facts, policy=other)[EMP].beyond_noise is False


def test_outside_smouldering_myeloma_the_origin_of_the_definition_is_named() -> None:
    facts = (m("2.0"), m("2.5", "2024-12-15"))
    smouldering = (marrow(15), labs(), finding("bone_lytic_ct", {"count": 0}), mri())
    plain = (result("flc_kappa", 20), result("flc_lambda", 10))

    assert "derived_in_smm" in notes(evolved(*facts)[EMP])
    assert "derived_in_smm" not in notes(evolved(*facts, *smouldering, *plain)[EMP])


def test_treatment_before_a_value_is_named() -> None:
    facts = (m("2.0"), m("2.5", "2024-12-15"))

    treated = evolved(*facts, Treatment("R", PartialDate("2024-12-15")))[EMP]
    assert "treated_before" in notes(treated)
    later = evolved(*facts, Treatment("R", PartialDate("2024-12-16")))[EMP]
    assert "treated_before" not in notes(later)


@pytest.mark.parametrize(("start", "asked"), [("2024-05-01", False), ("2031-01-01", True)])
def test_of_treated_myeloma_no_definition_is_asked(start: str, asked: bool) -> None:
    series = (m("2.0"), m("3.5", "2024-06-01"), *marrow(70))

    found = evolved(*series, Treatment("Rd", PartialDate(start)))

    assert evolved(*series) != {}
    assert bool(found) is asked
