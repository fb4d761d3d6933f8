"""Write the summary of a case: the whole course, each part only as it was concluded."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal as D

import pytest

from desktop_app.domain.catalogue import LANGUAGES
from desktop_app.domain.conclusions import Criterion, Missing
from desktop_app.domain.letter import Letter, Part, Section, Tone
from desktop_app.domain.myeloma_conclusions import (
    Extramedullary,
    ImwgResponse,
    LinePart,
    Myeloma,
)
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Interpretation, PatientRecord, Result
from desktop_app.domain.truth import Truth
from tests.domain.letters import section, text_of
from tests.domain.myelomas import (
    FIRST,
    LEUKEMIA,
    OUTSIDE,
    SECOND,
    STAGING,
    TREATED,
    a_myeloma_record,
    assessed_myeloma,
)
from tests.domain.summaries import a_summary, of, rows, told

TIMES = "\N{MULTIPLICATION SIGN}"
DASH = "\N{EN DASH}"


def recorded(**changes: object) -> Letter:
    """Write the summary of another record."""
    return a_summary(record=a_myeloma_record(**changes))


def test_the_whole_course_is_told_in_order() -> None:
    assert [one.heading for one in a_summary().sections] == [
        "Diagnosis",
        "Where the patient stands",
        "Presentation",
        "Staging",
        "Cytogenetics over time",
        "Disease outside the marrow",
        "Treatment by lines",
        "",
        "Response",
        "Plasma cell leukaemia",
        "Open questions",
        "Follow-up here",
    ]


def test_a_patient_of_whom_nothing_speaks_of_myeloma_gets_what_is_known() -> None:
    letter = a_summary(assessed_myeloma(None), record=PatientRecord(a_myeloma_record().patient))

    assert [one.heading for one in letter.sections] == [
        "Diagnosis",
        "Where the patient stands",
        "Presentation",
        "Cytogenetics over time",
        "Follow-up here",
    ]
    assert told("Presentation", letter)[0] == "First signs: none recorded"
    assert told("Cytogenetics over time", letter) == ["Cytogenetics: none recorded"]
    assert told("Where the patient stands", letter)[0].endswith("is recorded as ongoing.")
    assert not [one for one in letter.enclosed if one.chart is not None]


def test_parts_that_do_not_apply_leave_no_heading() -> None:
    letter = a_summary(assessed_myeloma(Myeloma()))
    headings = [one.heading for one in letter.sections]

    assert "Staging" not in headings
    assert "Plasma cell leukaemia" not in headings
    assert told("Treatment by lines", letter) == ["No treatment is recorded."]
    assert told("Response", letter)[0].startswith("No response can be told")


def test_the_present_state_names_therapy_response_alerts_and_allergies() -> None:
    assert told("Where the patient stands") == [
        "Given now: KPd, cycle 5 day 8 (since 2024-06)",
        "Response now: VGPR (2023-09)",
        "information: IgM together with another heavy chain: read both.",
        "Allergies: not recorded",
    ]


def test_without_a_cycle_the_regimen_is_named_alone() -> None:
    ongoing = replace(SECOND, parts=(replace(SECOND.parts[-1], cycle=None),))

    letter = of(lines=(ongoing,), response=None)

    assert told("Where the patient stands", letter)[0] == "Given now: KPd (since 2024-06)"


def test_the_presentation_names_first_signs_type_and_events() -> None:
    assert told("Presentation") == [
        "First signs: Bone pain (2022-06)",
        "Type: Serum IFE IgG-λ (2022-07)",
        "Myeloma-defining events so far: Light chain ratio ≥ 100; Anaemia (CRAB)",
    ]


def test_the_first_values_are_those_nearest_to_the_diagnosis() -> None:
    assert rows("Presentation") == [
        "Creatinine | 204 µmol/L 2022-07 | Hb | 66 g/L 2022-07",
        "Marrow PC | 32.5 % 2022-07 | κ FLC | 9 mg/L 2022-07",
        "λ FLC | 900 mg/L 2022-07 | Lytic lesions, PET-CT | lesions 2 2022-07",
    ]


def test_a_value_too_far_from_the_diagnosis_or_after_treatment_is_none_of_the_first() -> None:
    results = (
        Result(PartialDate("2022-01"), "ldh", D(300), "U/L"),
        Result(PartialDate("2022-09"), "albumin", D(30), "g/L"),
        Result(PartialDate("2022-06"), "ldh", interpretation=Interpretation.HIGH),
    )

    assert rows("Presentation", recorded(results=results, findings=())) == [
        "LDH | high 2022-06 |  | "
    ]


@pytest.mark.parametrize("staging", [None, replace(STAGING, anchor=None)])
def test_without_a_day_of_diagnosis_no_value_is_called_the_first(staging: object) -> None:
    assert section(of(staging=staging), "Presentation").table is None


def test_each_system_stands_with_its_stage_or_all_that_are_possible() -> None:
    assert rows("Staging") == [
        "Durie-Salmon IIIB | Not recorded.",
        "ISS III | β2-M 8.72 mg/L",
        "R-ISS II–III | –",
        "R2-ISS II–III awaiting verification | –",
    ]


def test_what_we_computed_stands_apart_from_what_was_reported() -> None:
    said = told("Staging")

    assert said[0].startswith("Computed by us from the values around 2022-07")
    assert said[-2].endswith("24.7 mL/min computed, 8.72 mg/L reported")
    assert said[-1].startswith("Computed, none reported: ")
    assert said[-1].endswith(" 25 mL/min")


def test_stages_of_a_myeloma_that_is_not_confirmed_say_so() -> None:
    found = section(
        of(staging=replace(STAGING, if_myeloma=True, basis=None, anchor=None)), "Staging"
    )

    assert found.lines[0].text.startswith("Myeloma is not confirmed")
    assert found.lines[0].tone is Tone.WARNING


def test_cytogenetics_are_told_test_by_test_with_what_is_new() -> None:
    assert rows("Cytogenetics over time") == [
        "2022-07 | FISH | gain(1q); t(4;14) (60 % of cells) | del(17p)",
        "2024-10 | FISH | del(1p32) (both alleles) | –",
        "2024-10 | karyotype | complex karyotype | –",
        "2024-10 | panel 7 | – | TP53 mutation",
    ]
    assert told("Cytogenetics over time") == [
        "New against the tests before: complex karyotype; del(1p32) (2024-10)",
        "Never tested: amp(1q); del(13q); hyperdiploidy; t(11;14); t(14;16); t(14;20)",
    ]


def test_a_test_that_was_not_repeated_says_so_and_a_later_one_may_find_nothing_new() -> None:
    first, *others = a_myeloma_record().cytogenetics
    copies = replace(first, abnormality="amp(1q)", copies=5, clone_percent=None, method=None)
    again = replace(first, date=PartialDate("2024-10"))

    once = recorded(cytogenetics=(copies,))

    assert told("Cytogenetics over time", once)[0] == "No later test than 2022-07 is recorded."
    assert rows("Cytogenetics over time", once) == ["2022-07 | – | amp(1q) (5 copies) | –"]
    assert len(told("Cytogenetics over time", recorded(cytogenetics=(first, again)))) == 1
    assert others


def test_where_all_was_tested_nothing_is_called_untested() -> None:
    from desktop_app.domain.finding_codes import ABNORMALITIES

    first = a_myeloma_record().cytogenetics[0]
    every = tuple(replace(first, abnormality=name) for name in sorted(ABNORMALITIES))

    assert len(told("Cytogenetics over time", recorded(cytogenetics=every))) == 1


def test_lesions_are_told_day_by_day_and_those_inside_the_bone_are_not() -> None:
    assert rows("Disease outside the marrow") == [
        "2022-07 | EM-B, beside bone | T10 (vertebra · EM-B · 42 x 30 mm · SUV 8.1 · PET-CT)",
        "2023-01 | EM-B + EM-E | stomach (EM-E)",
        "2023-07 | – | T10 (vertebra · EM-B · gone · PET-CT)",
    ]
    assert told("Disease outside the marrow") == [
        "At the last look: EM-B + EM-E, 2 site(s) (2023-07)",
        "The first lesion outside the marrow was seen at diagnosis. Not recorded.",
    ]


def test_a_lesion_of_which_only_the_name_is_known_is_named_alone() -> None:
    bare = replace(OUTSIDE.lesions[1], classes=())
    letter = of(extramedullary=replace(OUTSIDE, lesions=(bare,), course=(), onset=None))

    assert rows("Disease outside the marrow", letter) == ["2023-01 | – | stomach"]


def test_disease_outside_the_marrow_that_is_not_known_looks_unknown() -> None:
    found = section(of(extramedullary=Extramedullary("unknown")), "Disease outside the marrow")

    assert (found.lines[0].tone, found.lines[0].sign, found.table) == (Tone.UNKNOWN, "?", None)


def test_lines_are_told_part_by_part_with_reason_end_and_best_response() -> None:
    assert rows("Treatment by lines") == [
        f"1 | VCd {TIMES}4 bortezomib; cyclophosphamide; dexamethasone | 2022-07 {DASH} 2022-10 | "
        "Not recorded. ended: completed as planned | PR, unconfirmed",
        "2 | DKPd daratumumab; carfilzomib; pomalidomide; dexamethasone | "
        f"2023-03 {DASH} 2023-09 | Not recorded. | VGPR",
        " | ASCT | 2023-10 | Not recorded. | ",
        f" | Radiotherapy | 2023-11 | {DASH} | ",
        f" | KPd carfilzomib; pomalidomide; dexamethasone | since 2024-06 | {DASH} | ",
    ]


def test_a_cell_therapy_can_be_what_was_given_last() -> None:
    cells = LinePart("CAR-T", "car_t", "2024-12")
    letter = of(lines=(replace(FIRST, parts=(*FIRST.parts, cells)),))

    assert "Last given: CAR-T, 2024-12" in told("Where the patient stands", letter)


def test_a_part_whose_beginning_needs_no_reason_says_why_it_ended() -> None:
    stopped = replace(SECOND.parts[-1], stop="2024-10", stop_reason="progression")
    letter = of(lines=(replace(SECOND, parts=(SECOND.parts[0], stopped)),))

    assert " | ended: " in rows("Treatment by lines", letter)[1]


def test_a_number_that_is_not_settled_and_no_best_response_are_said_so() -> None:
    letter = of(lines=(replace(FIRST, number=None, possible_numbers=(1, 2), best=None),))

    (row,) = rows("Treatment by lines", letter)
    assert row.startswith("1/2 | ")
    assert row.endswith(f" | {DASH}")
    assert f"Number of the line not settled: Line 1/2: VCd {TIMES}4" in told(
        "Open questions", letter
    )


def outcomes(letter: Letter) -> Section | None:
    """Give what stands below the lines."""
    return next((one for one in letter.sections if not one.heading), None)


def test_below_the_lines_stand_their_length_and_what_is_refractory() -> None:
    judged = (
        *TREATED.refractory,
        Criterion("MM-CRAB-HB", Truth.MET),
        Criterion("MM-CRAB-RENAL", Truth.NOT_MET),
    )
    found = outcomes(of(refractory=judged))

    assert found is not None
    assert [line.text for line in found.lines] == [
        "Line 1: 6 months to progression; 8 months to the next line; relapsed",
        "Refractory to: carfilzomib (PI)",
        "Not known whether refractory: dexamethasone",
        "Given, not refractory: bortezomib",
        "Multiple myeloma; Anaemia (CRAB): met",
        "Clone: unknown",
        "Kidney (CRAB): not met",
    ]


def test_a_line_of_which_nothing_came_yet_has_nothing_below() -> None:
    bare = replace(SECOND, refractory=())

    assert outcomes(of(lines=(bare,), refractory=())) is None


def test_the_response_names_every_change_and_the_signs_of_relapse() -> None:
    assert told("Response") == [
        "Criteria: IMWG 2016. A response counts as confirmed by the next evaluable visit.",
        "Signs of relapse: Multiple myeloma",
    ]
    assert rows("Response") == [
        "2022-08 | 1 | PR, unconfirmed | At least MR · Not recorded.",
        "2023-01 | 1 | PD | Progression, lesions",
        f"2023-07 | 2 | VGPR | {DASH}",
        f"2023-09 | 2 | VGPR | {DASH}",
    ]


def test_a_response_without_signs_of_relapse_is_told_by_its_days() -> None:
    timeline = TREATED.response.timeline[2:3] if TREATED.response else ()
    letter = of(response=ImwgResponse("IMWG 2016", timeline=timeline))

    assert len(told("Response", letter)) == 1
    assert rows("Response", letter) == ["2023-01 | 1 | PD | Progression, lesions"]


def test_leukaemia_is_told_under_each_definition() -> None:
    assert told("Plasma cell leukaemia") == [
        "Secondary plasma cell leukaemia, since 2024-10",
        "Plasma cells in the blood, computed: 2.1 10⁹/L",
        "Not recorded.",
    ]
    assert rows("Plasma cell leukaemia") == [
        "PCL, IMWG 2021 | met | Circulating PC 21 % 2024-10",
        f"PCL, Kyle 1974 | unknown | {DASH}",
    ]


def test_leukaemia_without_type_or_count_is_told_by_its_definitions_alone() -> None:
    bare = replace(LEUKEMIA, type=None, absolute=None, notes=(), criteria=())
    found = section(of(plasma_cell_leukemia=bare), "Plasma cell leukaemia")
    undated = replace(LEUKEMIA, since=None)

    assert (found.lines, found.table) == ((), None)
    assert told("Plasma cell leukaemia", of(plasma_cell_leukemia=undated))[0] == (
        "Secondary plasma cell leukaemia"
    )


def test_what_is_open_is_named_with_the_tests_that_would_settle_it() -> None:
    missing = (Missing("urine_m_protein_24h", ("diagnosis",)),)
    letter = a_summary(assessed_myeloma(missing=missing))

    assert told("Open questions", letter) == [
        "Stages not settled: R-ISS II–III; R2-ISS II–III",
        "Plasma cell leukaemia, not settled: PCL, Kyle 1974",
        "Tests that would settle more (diagnosis: Urine M-protein)",
    ]


def test_what_is_settled_is_not_called_open() -> None:
    iss = STAGING.iss
    settled = replace(STAGING, r_iss=iss, r2_iss=iss)
    leukemia = replace(LEUKEMIA, criteria=LEUKEMIA.criteria[:1])

    letter = of(staging=settled, plasma_cell_leukemia=leukemia)

    assert "Open questions" not in [one.heading for one in letter.sections]


def test_the_chart_of_a_summary_shows_whatever_was_followed() -> None:
    kept = tuple(x for x in a_myeloma_record().results if x.code == "marrow_plasma_cells")
    letter = a_summary(record=a_myeloma_record(results=kept), parts=frozenset({Part.CHART}))

    (chart,) = (one.chart for one in letter.enclosed if one.chart is not None)
    assert "Marrow" in chart.panels[0].y.label


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_code_and_no_hole_is_left_in_any_language(language: str) -> None:
    letter = a_summary(language=language)
    said = "\n".join((letter.title, letter.person, letter.opening, *letter.foot, text_of(letter)))

    assert "{" not in said
    assert "plasmacytoma" not in said
    assert "auto_hsct" not in said
    assert letter.long
