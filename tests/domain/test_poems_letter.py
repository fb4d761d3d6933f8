"""Write the letter about POEMS: asked first, each part only as it was concluded."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal as D

import pytest

from desktop_app.domain.catalogue import LANGUAGES
from desktop_app.domain.conclusions import Input, Score
from desktop_app.domain.journal import Override
from desktop_app.domain.letter import Letter, Part, Tone
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.poems_conclusions import PoemsTier
from desktop_app.domain.record import (
    Comparator,
    Finding,
    Interpretation,
    PatientRecord,
    Person,
    Result,
)
from desktop_app.domain.truth import Truth
from tests.domain.letters import section, text_of
from tests.domain.poems_letters import a_poems_letter, of, recorded, rows, told, word
from tests.poems_picture import (
    FIRST,
    NERVE,
    NOTE,
    PUMCH,
    RESPONSE,
    SECOND,
    THIRD,
    TIER,
    a_poems_record,
    assessed_poems,
    picture,
    row,
)

DASH = "\N{EN DASH}"
QUESTIONS, TIERED, OPEN = "What we ask, or were asked", "POEMS by the rules", "What is open"
CLONE, VEGF, NERVES = "Clone", "VEGF by specimen", "Nerves and function"
LINES_GIVEN, AXES = "Treatment by lines", "Response in the present line, five axes"
NOW = datetime(2026, 6, 20, tzinfo=UTC)
EMPTY = PatientRecord(Person())


def headings(letter: Letter) -> list[str]:
    """Give the headings before the signature."""
    return [one.heading for one in letter.sections]


def test_what_is_asked_comes_first_and_then_the_course() -> None:
    letter = a_poems_letter()

    assert headings(letter) == [
        *(QUESTIONS, "Diagnosis", TIERED, OPEN, CLONE, VEGF, NERVES, LINES_GIVEN, AXES),
        *("Alerts and allergies", "Follow-up here", ""),
    ]
    assert letter.sections[0].writing == 2
    assert letter.long


def test_criteria_stand_before_results_and_the_curve() -> None:
    enclosed = a_poems_letter().enclosed

    assert [one.heading for one in enclosed[:2]] == ["Criteria", "Results"]
    assert enclosed[-1].chart is not None


def test_of_a_patient_without_the_question_of_poems_the_letter_says_so() -> None:
    letter = a_poems_letter(assessed_poems(None, myeloma=None, missing=()), record=EMPTY)

    assert told(TIERED, letter) == ["Nothing in the record opens the question of POEMS."]
    assert told(VEGF, letter) == ["VEGF: not recorded"]
    assert told(NERVES, letter) == ["Polyneuropathy: not recorded", "ONLS, mRS: not recorded"]
    assert told(LINES_GIVEN, letter) == ["No treatment is recorded."]
    assert not {OPEN, CLONE, AXES, ""} & {*headings(letter)}
    assert len(told(QUESTIONS, letter)) == 3


@pytest.mark.parametrize(
    ("state", "kind", "asked"),
    [
        (Truth.UNKNOWN, None, "Is there a polyneuropathy"),
        (Truth.MET, None, "Which type by nerve conduction"),
        (Truth.MET, "axonal", "Please record ONLS"),
        (Truth.NOT_MET, None, "Please record ONLS"),
    ],
)
def test_the_neurologist_is_asked_what_the_findings_leave_open(
    state: Truth, kind: str | None, asked: str
) -> None:
    tier = replace(TIER, criteria=(row("POEMS-DX-PN", state),))
    made = Finding(PartialDate(FIRST), "polyneuropathy", {"present": True, "type": kind})

    letter = a_poems_letter(
        assessed_poems(picture(tier=tier)), record=a_poems_record(findings=(made,))
    )

    assert told(QUESTIONS, letter)[0].startswith(asked)


@pytest.mark.parametrize(
    ("tier", "asked"),
    [
        ("confirmed", False),
        ("confirmed_atypical", False),
        ("not_supported", False),
        ("probable", True),
        ("suspected", True),
    ],
)
def test_another_cause_is_asked_for_while_the_tier_is_open(tier: str, asked: bool) -> None:
    letter = of(tier=replace(TIER, tier=tier))

    assert any("another cause explain" in x for x in told(QUESTIONS, letter)) is asked


def test_a_worse_function_is_asked_about() -> None:
    worse = replace(RESPONSE, axes=(replace(NERVE, current="progressed"),))

    assert any("Function is worse" in x for x in told(QUESTIONS, of(response=worse)))
    assert not any("Function is worse" in x for x in told(QUESTIONS, of(response=None)))


def test_the_tier_stands_with_its_flags_and_the_score_as_a_range() -> None:
    lines = section(a_poems_letter(), TIERED).lines

    assert lines[0].text == f"{word('poems_tier', 'confirmed')}, criteria met since {FIRST}"
    assert lines[0].tone is Tone.STRONG
    assert lines[1].tone is Tone.WARNING
    assert lines[3].text.startswith("PUMCH 1–2/5 points: ")
    assert lines[4].text == f"Open for the score: {word('rule', 'POEMS-PUMCH-PH')}"


def test_a_tier_that_is_open_looks_open_and_branches_are_told() -> None:
    branches = PoemsTier("suspected", castleman=Truth.MET, tafro_suspected=Truth.MET)
    found = section(of(tier=branches, pumch=None), TIERED)

    assert (found.lines[0].tone, found.lines[0].sign) == (Tone.UNKNOWN, "?")
    assert [x.text for x in found.lines[1:]] == [
        "Castleman disease is shown by biopsy.",
        "TAFRO is suspected by the rules.",
    ]


def test_a_score_that_is_settled_or_does_not_apply_leaves_nothing_open() -> None:
    settled = replace(PUMCH, criteria=PUMCH.criteria[:2])

    assert not any("Open for" in x for x in told(TIERED, of(pumch=settled)))
    assert told(TIERED, of(pumch=Score(applicable=False, reason=NOTE)))[-1] == "Not recorded."
    assert len(told(TIERED, of(pumch=Score(applicable=False)))) == 3


def test_what_is_open_names_the_next_tests() -> None:
    letter = a_poems_letter(assessed_poems(missing=()))
    (said,) = told(OPEN, letter)

    assert said.startswith("Next for the tier: ")
    assert said.count("; ") == 2
    assert OPEN not in headings(
        a_poems_letter(assessed_poems(picture(tier=replace(TIER, next_tests=())), missing=()))
    )


def test_the_clone_is_told_with_its_type_and_each_route() -> None:
    assert told(CLONE) == [
        "Type: Serum IFE IgA-λ (2025-03-10)",
        f"Shown by: {word('rule', 'POEMS-CLONE-IFE')}",
        f"Open: {word('rule', 'POEMS-CLONE-IHC')}",
        f"Looked for, not shown by: {word('rule', 'POEMS-CLONE-FLC')}",
    ]


def test_vegf_stands_by_specimen_with_the_limit_of_its_laboratory() -> None:
    assert rows(VEGF) == [
        "VEGF, serum pg/mL | 600 | 4800 2025-03-10 | 4800 2025-03-10 | 420 2025-09-12"
        " | 510 2026-06-19",
        f"VEGF, plasma pg/mL | 96.2 | {DASH} | {DASH} | {DASH} | 88 2026-06-19",
    ]


def test_vegf_of_another_laboratory_is_not_set_beside_it() -> None:
    high = Result(PartialDate(FIRST), "vegf_serum", D(9000), "pg/mL", Comparator.GT, lab="A")
    now = Result(PartialDate(THIRD), "vegf_serum", D(700), "pg/mL", lab="B")
    table = section(recorded(results=(high, now)), VEGF).table

    assert table is not None
    assert [x.text for x in table.rows[0][1:]] == [DASH, DASH, DASH, DASH, "700"]


def test_vegf_above_its_limit_looks_so_and_words_without_a_number_are_told() -> None:
    above = Result(PartialDate(THIRD), "vegf_plasma", D(400), "pg/mL", high=D("96.2"))
    words = Result(PartialDate(SECOND), "vegf_serum", interpretation=Interpretation.HIGH)
    letter = recorded(results=(above, words))
    alone = recorded(results=(words,))

    table = section(letter, VEGF).table
    assert table is not None
    assert table.rows[0][5].tone is Tone.WARNING
    assert told(VEGF, alone) == ["Reported without a number: VEGF, serum high (2025-09-12)"]
    assert told(VEGF, letter)[1:] == told(VEGF, alone)


def test_five_axes_stand_side_by_side_without_a_total() -> None:
    said = rows(AXES)

    assert len(said) == 5
    assert said[1].endswith("now 510 pg/mL (2026-06-19)")
    assert (
        said[2]
        == f"{word('axis', 'radiologic')} | {word('axis_level', 'NE')} | {DASH} | Not recorded."
    )
    assert said[3].endswith(f" | {DASH}")


@pytest.mark.parametrize(
    ("place", "tone"),
    [(0, Tone.UNKNOWN), (1, Tone.UNKNOWN), (2, Tone.UNKNOWN), (3, Tone.STRONG), (4, Tone.STRONG)],
)
def test_what_is_not_firm_looks_open(place: int, tone: Tone) -> None:
    table = section(a_poems_letter(), AXES).table

    assert table is not None
    assert table.rows[place][1].tone is tone


def test_without_a_response_there_are_no_axes() -> None:
    assert AXES not in headings(of(response=None))
    assert AXES not in headings(of(response=replace(RESPONSE, axes=())))


def test_one_reason_that_keeps_every_axis_from_being_judged_is_said_once() -> None:
    none = tuple(replace(each, evaluable=False, reason=NOTE) for each in RESPONSE.axes)
    found = section(of(response=replace(RESPONSE, axes=none)), AXES)

    assert ([x.text for x in found.lines], found.table) == (["Not recorded."], None)


def test_tests_of_one_day_fall_due_together() -> None:
    watch = tuple(replace(each, due="2026-09-19") for each in picture().watch)
    last = of(watch=watch).sections[-1].lines[0].text

    assert last.count("2026-09-19") == 1


def test_vegf_of_a_specimen_that_was_not_stated_says_so() -> None:
    result = Result(PartialDate(THIRD), "vegf_unspecified", D(400), "pg/mL")

    assert rows(VEGF, recorded(results=(result,)))[0].startswith("VEGF, specimen not stated")


def test_what_falls_due_is_told_in_order_of_time() -> None:
    assert [x.text for x in a_poems_letter().sections[-1].lines] == [
        f"Due by the rules: {word('poems_series', 'vegf')} (2026-09-19) · "
        f"{word('poems_series', 'onls')} (2026-12-19)"
    ]


def test_each_input_of_the_criteria_stands_with_state_value_and_day() -> None:
    said = rows("Criteria")
    name = word("rule", "POEMS-DX-CBC")

    assert said[-1].startswith(f"{name} | ✔ met | 612 10⁹/L 2025-03-10")
    assert sum(each.startswith("· ") for each in said) == 4
    assert len(said) == len(TIER.criteria) + 4


def test_a_criterion_stands_once_and_no_criteria_leave_no_table() -> None:
    twice = replace(TIER, criteria=(*TIER.criteria, TIER.criteria[0]))

    assert len(rows("Criteria", of(tier=twice))) == len(TIER.criteria) + 4
    assert "Criteria" not in [x.heading for x in of(tier=PoemsTier("suspected")).enclosed]


def test_without_poems_the_criteria_are_those_of_the_diagnosis() -> None:
    assert rows("Criteria", a_poems_letter(assessed_poems(None)))


def test_what_the_doctor_left_out_is_not_enclosed() -> None:
    letter = a_poems_letter(parts=frozenset({Part.CHART}))

    assert [one.chart is not None for one in letter.enclosed] == [True]


def test_the_chart_shows_vegf_of_each_specimen_and_never_both_in_one() -> None:
    plasma = Result(PartialDate(FIRST), "vegf_plasma", D(900), "pg/mL")
    record = a_poems_record()
    letter = a_poems_letter(record=replace(record, results=(*record.results, plasma)))

    (chart,) = (one.chart for one in letter.enclosed if one.chart is not None)
    assert [panel.y.label for panel in chart.panels] == [
        "VEGF, serum (pg/mL)",
        "VEGF, plasma (pg/mL)",
    ]


def test_the_doctors_own_conclusion_stands_first() -> None:
    override = Override("poems", "seen by the board", NOW)

    assert "seen by the board" in told("Diagnosis", a_poems_letter(override=override))[0]


def test_no_survival_is_told() -> None:
    assert "surviv" not in text_of(a_poems_letter()).lower()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_hole_is_left_in_any_language(language: str) -> None:
    letter = a_poems_letter(language=language)
    said = "\n".join((letter.title, letter.person, letter.opening, *letter.foot, text_of(letter)))

    assert "{" not in said
    assert "auto_hsct" not in said


def test_a_value_without_a_unit_stands_alone() -> None:
    bare = replace(NERVE, value=Input("onls_total", D(3), None, None), baseline=None, nadir=None)

    assert rows(AXES, of(response=replace(RESPONSE, axes=(bare,))))[0].endswith("now 3")
