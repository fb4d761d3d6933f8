"""Write a letter: only what was concluded, and what is open said to be open."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal as D

import pytest

from desktop_app.domain.catalogue import LANGUAGES
from desktop_app.domain.conclusions import (
    Alert,
    Diagnosis,
    FollowUp,
    Mgrs,
    Missing,
    Note,
    RiskFigure,
    Score,
)
from desktop_app.domain.document import Clinic
from desktop_app.domain.journal import Override
from desktop_app.domain.letter import Part, Tone
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Finding, Person, Sex
from desktop_app.domain.truth import Truth
from tests.domain.letters import (
    DAYS,
    FIGURES,
    FULL,
    MAYO,
    TODAY,
    a_letter,
    a_record,
    evolving,
    section,
    smouldering,
    text_of,
    wordings,
)

MAYO_COHORT = wordings()["en"].text("cohort.lakshman2018")


def lines(heading: str, **changes: object) -> list[str]:
    """Give the lines under a heading of the letter about smouldering myeloma."""
    found = section(a_letter(smouldering(**changes)), heading)
    return [line.text for line in found.lines]


def test_the_letter_says_who_of_whom_and_when() -> None:
    letter = a_letter(clinic=Clinic("Clinic", "02-123"), fictional=True)

    assert letter.person == "ZZSENTINEL · 17 · female · born 1958-03-02 · 68 years"
    assert "2026-11-20" in letter.opening
    assert (letter.day, letter.clinic.name, letter.fictional) == (TODAY, "Clinic", True)


def test_what_is_not_known_of_a_person_is_not_invented() -> None:
    record = replace(a_record(), patient=Person(Sex.UNKNOWN, PartialDate("1958")))

    assert a_letter(record=record).person == "ZZSENTINEL · 17 · sex not recorded · born 1958"
    nobody = a_letter(record=replace(record, patient=Person()), label="")
    assert nobody.person == "sex not recorded"


def test_alerts_and_reasons_are_why_the_patient_is_referred() -> None:
    critical = Alert("PCL-STOP", "critical", Note("circulating_plasma_cells"))
    note = Alert("DX-ORDER", "info", Note("igm_with_another_class"))
    found = section(a_letter(smouldering(alerts=(critical, note))), "Why we refer")

    assert [line.tone for line in found.lines] == [Tone.CRITICAL, Tone.PLAIN, Tone.PLAIN]
    assert [line.sign for line in found.lines] == ["▲", "●", ""]
    assert found.lines[0].text.startswith("critical: 5 % or more circulating plasma cells")
    assert found.lines[2].text == "Smouldering disease: haematologist."


def test_the_interval_is_no_reason_and_no_reason_is_said() -> None:
    plan = FollowUp((24, 36), date(2028, 11, 20), reasons=(Note("FU-MGUS-LOW"),))

    assert lines("Why we refer", alerts=(), follow_up=plan) == [
        "No rule asks for a referral; we ask for your opinion."
    ]


def test_the_doctor_has_room_for_a_question() -> None:
    assert section(a_letter(), "Our question").writing > 0


def test_a_settled_category_stands_with_its_status_and_what_is_still_useful() -> None:
    assert lines("Diagnosis") == [
        "Smouldering myeloma: confirmed",
        "Tests that would settle more (amyloidosis screen: NT-proBNP)",
    ]


def test_tests_are_named_by_what_they_would_settle() -> None:
    tests = (
        Missing("urine_m_protein_24h", ("diagnosis", "mayo_mgus")),
        Missing("flc_ratio", ("mayo_mgus",)),
    )

    assert lines("Diagnosis", missing=tests)[-1] == (
        "Tests that would settle more (diagnosis: Urine M-protein · "
        "Mayo risk: Urine M-protein; κ/λ)"
    )


def test_an_open_diagnosis_is_said_to_be_open_and_looks_so() -> None:
    open_ = Diagnosis(None, ("smm", "multiple_myeloma"), "undetermined", notes=(Note("missing"),))
    found = section(a_letter(smouldering(diagnosis=open_, missing=())), "Diagnosis")

    assert [line.text for line in found.lines] == [
        "Not settled by what is recorded.",
        "Not recorded.",
        "Still possible: Smouldering myeloma; Multiple myeloma",
    ]
    assert [line.sign for line in found.lines] == ["?", "", "?"]
    assert found.lines[0].tone is Tone.UNKNOWN


def test_the_doctors_own_conclusion_stands_first_and_the_programs_beside() -> None:
    override = Override(
        "multiple_myeloma", "lytic **lesion** seen", datetime(2026, 11, 21, tzinfo=UTC)
    )

    found = section(a_letter(override=override), "Diagnosis")

    assert found.lines[0].text == (
        "By our own judgement: Multiple myeloma. Reason: lytic **lesion** seen"
    )
    assert found.lines[1].text == "By the rules alone: Smouldering myeloma: confirmed"
    open_ = smouldering(diagnosis=Diagnosis(None, ("smm",), "undetermined"))
    assert section(a_letter(open_, override=override), "Diagnosis").lines[1].text == (
        "By the rules alone: Not settled by what is recorded."
    )


def test_a_risk_names_each_cohort_its_interval_and_the_limits() -> None:
    told = lines("Risk of progression")

    assert told[0] == "Mayo 20/2/20: high risk, 2/1"
    assert told[1] == (
        f"2-year progression 47.4 (38.6–56.4) of 100 ({MAYO_COHORT}); "
        "2-year progression 44 of 100 (IMWG cohort)"
    )
    assert told[-1].startswith("Measured in retrospective cohorts")


def test_a_group_that_is_not_settled_is_told_as_a_range_and_looks_unknown() -> None:
    low = tuple(replace(one, percent=D(6), group="low") for one in FIGURES)
    score = replace(
        MAYO,
        score=None,
        score_range=(0, 2),
        group=None,
        possible_groups=("low", "intermediate", "high"),
        risks=(*low, *FIGURES),
    )
    found = section(a_letter(smouldering(mayo_20_2_20=score)), "Risk of progression")

    assert found.lines[0].text == "Mayo 20/2/20: low risk–high risk, 0–2/1"
    assert (found.lines[0].tone, found.lines[0].sign) == (Tone.UNKNOWN, "?")
    assert f"6–47.4 of 100 ({MAYO_COHORT})" in found.lines[1].text


def test_a_reservation_of_a_score_stands_beside_it() -> None:
    score = replace(MAYO, reason=Note("valid_only_if_smm"), notes=(Note("missing"),), risks=())
    found = section(a_letter(smouldering(mayo_20_2_20=score)), "Risk of progression")

    warned = [line.text for line in found.lines if line.tone is Tone.WARNING]
    assert warned == ["Valid only if smouldering myeloma is confirmed.", "Not recorded."]


def test_what_awaits_verification_says_so_wherever_it_stands() -> None:
    unverified = replace(MAYO.criteria[0], status="unverified")
    rosinol = evolving("EVO-ROSINOL", Truth.MET)
    letter = a_letter(
        smouldering(
            mayo_20_2_20=replace(MAYO, criteria=(unverified,)),
            evolving=(rosinol, evolving("EVO-RAVI-EMP", Truth.MET)),
        )
    )

    assert section(letter, "Risk of progression").lines[0].text.endswith("(awaiting verification)")
    told = [line.text for line in section(letter, "Evolving disease").lines]
    assert ["(awaiting verification)" in line for line in told] == [True, False]
    table = section(letter, "Criteria").table
    assert table is not None
    assert [row[0].aside for row in table.rows] == ["", "", "", "", "awaiting verification"]


def test_both_columns_of_a_score_stand_side_by_side() -> None:
    figures = tuple(
        RiskFigure(240, D(percent), "progression", competing, "rajkumar2005", "low")
        for percent, competing in ((5, False), (2, True))
    )
    mgus = Score(True, None, 0, (0, 0), "low", ("low",), figures, ())

    told = lines("Risk of progression", mayo_mgus=mgus, mayo_20_2_20=Score(applicable=False))

    assert told[1].startswith("20-year progression 5 of 100 with death ignored, 2 with death comp")
    assert told[2].startswith("The score uses M-protein, class and light chain ratio only")


@pytest.mark.parametrize(
    ("reason", "said"),
    [(Note("risk_only_for_mgus"), "Only for MGUS."), (None, "No risk model applies.")],
)
def test_without_a_model_the_reason_is_said(reason: Note | None, said: str) -> None:
    none = Score(applicable=False, reason=reason)

    assert lines("Risk of progression", mayo_mgus=none, mayo_20_2_20=none) == [said]


def test_a_letter_on_myeloma_says_nothing_of_progression_to_it() -> None:
    name = "multiple_myeloma"
    letter = a_letter(smouldering(diagnosis=Diagnosis(name, (name,), "confirmed")))

    assert "Risk of progression" not in [each.heading for each in letter.sections]


def test_definitions_of_evolving_disease_are_told_by_their_state() -> None:
    found = section(a_letter(FULL), "Evolving disease")

    assert [line.sign for line in found.lines] == ["✔", "✔", "?", ""]
    assert "M-protein 2.3 (2025-11-20) → 3.1 (2026-11-20) g/dL" in found.lines[0].text
    assert found.lines[0].text.endswith(", confirmed by a later sample")
    assert found.lines[1].text.endswith(", not yet confirmed by a later sample")
    assert found.lines[2].text.startswith("Cannot be judged yet: ")
    assert found.lines[3].text.startswith("Not met: ")


def test_a_definition_without_values_is_told_without_them() -> None:
    (one, *_) = FULL.evolving
    bare = smouldering(evolving=(replace(one, baseline=None, value=None),))

    assert "→" not in section(a_letter(bare), "Evolving disease").lines[0].text


def test_a_kidney_disease_by_the_clone_is_told_with_lesion_and_question() -> None:
    found = section(a_letter(FULL), "Kidney and M-protein (MGRS)")

    assert [line.text for line in found.lines] == [
        "Smouldering disease: haematologist.",
        "Biopsy: MIDD",
        "Would you consider a kidney biopsy?",
    ]


def test_a_suspicion_alone_asks_for_no_biopsy_and_no_suspicion_is_not_told() -> None:
    suspected = smouldering(mgrs=Mgrs(Truth.MET, (Note("missing"),)))

    assert len(section(a_letter(suspected), "Kidney and M-protein (MGRS)").lines) == 1
    assert "MGRS" not in text_of(a_letter())


def test_treatments_up_to_the_day_and_allergies_are_told_as_recorded() -> None:
    assert lines("Treatment and allergies") == [
        "zoledronate, since 2025-01",
        "Rd, 2025-02 to 2025-08",
        "Allergies: penicillin; sulfa",
    ]


def test_what_was_not_recorded_is_said_to_be_so() -> None:
    found = section(
        a_letter(record=replace(a_record(), treatments=(), findings=())), "Treatment and allergies"
    )

    assert [line.tone for line in found.lines] == [Tone.UNKNOWN, Tone.UNKNOWN]
    assert found.lines[1].text == "Allergies: not recorded"


def test_no_allergy_is_a_finding_of_its_own() -> None:
    none = replace(a_record(), findings=(Finding(PartialDate(DAYS[-1]), "allergy", ()),))

    assert section(a_letter(record=none), "Treatment and allergies").lines[-1].text == (
        "Allergies: no"
    )


def test_the_work_up_is_told_by_state_and_day() -> None:
    found = section(a_letter(FULL), "Work-up")

    assert [line.sign for line in found.lines] == ["✔", "▲", "?"]
    assert found.lines[0].text.count("2026-11-20") == 1
    assert found.lines[1].text.endswith("(2023-11-10)")
    assert found.lines[2].text.startswith("Not done: ")


def test_a_work_up_that_is_all_to_do_names_nothing_as_done() -> None:
    due = smouldering(workup=FULL.workup[-1:])

    assert [line.sign for line in section(a_letter(due), "Work-up").lines] == ["?"]


def test_a_letter_without_a_work_up_has_no_such_section() -> None:
    assert "Work-up" not in text_of(a_letter())


def test_the_next_check_is_told_or_left_to_the_specialist() -> None:
    same = FollowUp((12, 12), date(2027, 11, 20))

    assert lines("Follow-up here") == ["Next check here 2027-03-20, interval 4–6 months."]
    assert "interval 12 months" in lines("Follow-up here", follow_up=same)[0]
    assert lines("Follow-up here", follow_up=FollowUp(refer=True)) == [
        "No interval is set here: we ask you to see the patient first."
    ]


@pytest.mark.parametrize(
    ("parts", "kept"),
    [
        (frozenset(Part), ["Results", "", "Criteria", ""]),
        (frozenset({Part.RESULTS}), ["Results", ""]),
        (frozenset({Part.CHART}), ["", ""]),
        (frozenset({Part.CRITERIA}), ["", "Criteria"]),
        (frozenset[Part](), []),
    ],
)
def test_the_doctor_can_leave_parts_out(parts: frozenset[Part], kept: list[str]) -> None:
    assert [one.heading for one in a_letter(parts=parts).enclosed] == kept


def test_data_without_weakness_are_not_said_to_have_one() -> None:
    assert "Limits of the data: Serum IFE: the latest" in text_of(a_letter())
    assert "Limits of the data" not in text_of(a_letter(smouldering(quality=())))


def test_the_chart_shows_what_was_followed_and_names_the_patient() -> None:
    (chart,) = (one.chart for one in a_letter().enclosed if one.chart is not None)

    assert chart.patient_label == "ZZSENTINEL · 17"
    assert len(chart.panels) == 2


def test_the_foot_names_revision_rule_pack_and_hash() -> None:
    foot = a_letter().foot

    assert "revision 1, review by 2027-11-22" in foot[0]
    assert "never replaces" in foot[0]
    assert foot[1] == f"Rule pack 2026.2, SHA-256 {'ab' * 32}"


def test_a_review_that_has_passed_is_told() -> None:
    assert not a_letter(today=date(2027, 11, 22)).overdue
    assert a_letter(today=date(2027, 11, 23)).overdue


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_code_and_no_hole_is_left_in_any_language(language: str) -> None:
    letter = a_letter(FULL, language=language)
    said = "\n".join((letter.title, letter.person, letter.opening, *letter.foot, text_of(letter)))

    assert "{" not in said
    assert "refer_" not in said
    assert "SMM-MAYO2018-PC" not in said
    assert letter.language == language
