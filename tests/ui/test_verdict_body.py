"""Test the quieter part of a conclusion: what is said, in which order, and how loudly."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFrame, QLabel, QPushButton

from desktop_app.domain.conclusions import Alert, MedianTime, Note, Score
from desktop_app.domain.journal import Override
from desktop_app.domain.truth import Truth
from tests.ui.conclusions import evolving, factor, figure, score, smouldering, with_everything
from tests.ui.patient_stage import words_on
from tests.ui.words import terms
from ui.models.verdict_words import risk_words
from ui.widgets.conclusion.criterion_row import CriterionRow
from ui.widgets.conclusion.verdict_body import VerdictBody

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.domain.conclusions import Assessment

MAYO = terms().of("cohort", "lakshman2018")
pytestmark = pytest.mark.usefixtures("english")


def body(qtbot: QtBot, assessment: Assessment, override: Override | None = None) -> VerdictBody:
    """Lay out an assessment."""
    made = VerdictBody(assessment, terms(), override)
    qtbot.addWidget(made)
    return made


def banners(made: VerdictBody) -> list[tuple[str, str]]:
    """Give kind and text of every banner, from top to bottom."""
    frames = [each for each in made.findChildren(QFrame) if each.property("role") == "banner"]
    return [(str(each.property("kind")), words_on(each)) for each in frames]


def test_what_is_critical_stands_first_and_information_is_no_banner(qtbot: QtBot) -> None:
    made = body(qtbot, with_everything())

    kinds = [kind for kind, _ in banners(made)]
    assert kinds[0] == "critical"
    assert kinds[1:] == ["warning"] * 2
    assert "ℹ IgM together" in words_on(made)


def test_an_alert_says_its_level_to_a_screen_reader_and_its_rule_in_the_tip(qtbot: QtBot) -> None:
    made = body(qtbot, with_everything())

    frame = next(each for each in made.findChildren(QFrame) if each.property("kind") == "critical")
    assert frame.accessibleName().startswith("critical: ")
    assert frame.toolTip() == "critical · PCL-STOP"


def test_the_model_that_fits_is_told_in_full_and_marked_the_other_in_a_line(qtbot: QtBot) -> None:
    made = body(qtbot, with_everything())

    strong = [x.text() for x in made.findChildren(QLabel) if x.property("role") == "strong"]
    assert strong == ["IMWG 2020, count: intermediate risk 2/1"]
    assert "fits here" in words_on(made)
    other = next(x for x in made.findChildren(QLabel) if x.text() == "Mayo 20/2/20: high risk 2/1")
    assert "47.4 %" in other.toolTip()
    assert "47.4 %" not in words_on(made)


def test_without_a_choice_no_model_is_marked(qtbot: QtBot) -> None:
    made = body(qtbot, smouldering(fitting_model="mayo_20_2_20", imwg_2020_factors=Score(False)))

    assert "fits here" not in words_on(made)
    assert "47.4 % (95 % CI 38.6–56.4; Mayo, 421 people" in words_on(made)


def test_evolving_disease_is_one_line_and_its_definitions_a_tip(qtbot: QtBot) -> None:
    made = body(qtbot, with_everything())

    line = next(text for _, text in banners(made) if "evolving" in text)
    assert line.startswith("▲ M-protein +33 %")
    tips = [each.toolTip() for each in made.findChildren(QFrame) if "EVO-" in each.toolTip()]
    assert len(tips[0].splitlines()) == 2


@pytest.mark.parametrize(
    ("state", "said"),
    [(Truth.UNKNOWN, "? Evolving disease: 1 of 1"), (Truth.NOT_MET, "Not evolving under any")],
)
def test_what_does_not_evolve_or_is_open_is_said_quietly(
    qtbot: QtBot, state: Truth, said: str
) -> None:
    made = body(qtbot, smouldering(evolving=(evolving("EVO-WU", state),)))

    assert banners(made) == []
    assert said in words_on(made)


@pytest.mark.parametrize(
    ("level", "loud"),
    [("warning", [("warning", "▲ M-protein +33 % in 11 months")]), ("info", [])],
)
def test_a_change_is_as_loud_as_its_alert_and_said_once(
    qtbot: QtBot, level: str, loud: list[tuple[str, str]]
) -> None:
    alert = Alert("EVO-ENGINE", level, Note("evolving_confirmed"))
    made = body(qtbot, smouldering(evolving=(evolving("EVO-RAVI-EMP"),), alerts=(alert,)))

    assert [(kind, text.split(":")[0]) for kind, text in banners(made)] == loud
    assert words_on(made).count("definitions, unconfirmed") == 1


def test_a_change_without_an_alert_is_left_to_the_reasons(qtbot: QtBot) -> None:
    made = body(qtbot, smouldering(evolving=(evolving("EVO-RAVI-EMP"),)))

    assert "evolving" not in words_on(made)


def test_what_awaits_verification_says_so_in_its_row_and_beside_its_model(qtbot: QtBot) -> None:
    waiting = score("high", criteria=(factor("SMM-MAYO2018-PC", status="unverified"),))
    made = body(qtbot, smouldering(mayo_20_2_20=waiting))

    (row,) = made.findChildren(CriterionRow)
    assert "(awaiting verification)" in row.accessibleName()
    assert "◇ Mayo 20/2/20: high risk 1/1 (awaiting verification)" in words_on(made)


def test_where_no_model_applies_the_diagnosis_gives_the_rows(qtbot: QtBot) -> None:
    nothing = Score(applicable=False)
    made = body(qtbot, smouldering(mayo_20_2_20=nothing, imwg_2020_factors=nothing))

    (row,) = made.findChildren(CriterionRow)
    assert "M-protein ≥ 3 g/dL" in row.accessibleName()


def test_a_doctor_who_concluded_otherwise_finds_the_programs_conclusion(qtbot: QtBot) -> None:
    made = body(qtbot, smouldering(), Override("mgus_non_igm", "biopsy", datetime.now(UTC)))

    assert "The program concluded: Smouldering myeloma. Reason: biopsy" in words_on(made)


def test_a_chip_leads_to_the_field_that_settles(qtbot: QtBot) -> None:
    made = body(qtbot, with_everything())

    with qtbot.waitSignal(made.field_wanted) as wanted:
        made.findChildren(QPushButton)[0].click()

    assert wanted.args == ["hemoglobin"]


def test_notes_of_a_model_stand_below_it(qtbot: QtBot) -> None:
    noted = score("high", notes=(Note("smm_light_chain_caveat"),))

    assert "Light-chain disease" in words_on(body(qtbot, smouldering(mayo_20_2_20=noted)))


def test_medians_are_told_as_a_range_of_the_groups_that_are_possible() -> None:
    times = (
        MedianTime(Decimal(110), "lakshman2018", "low"),
        MedianTime(Decimal(68), "lakshman2018", "intermediate"),
    )
    (words, _) = risk_words(smouldering(mayo_20_2_20=score("low", medians=times)), terms())

    assert words.figures == (f"Median until progression: 68–110 months ({MAYO})",)


def test_a_span_of_groups_has_no_interval_of_its_own() -> None:
    risks = (figure("26.3", "intermediate", "18.4", "36.2"), figure("47.4", "high", "38.6", "56.4"))
    open_ = replace(score("high"), risks=risks, possible_groups=("intermediate", "high"))

    words = risk_words(smouldering(mayo_20_2_20=open_), terms())[0]

    assert words.figures == (f"2-year progression: 26.3–47.4 % ({MAYO})",)


def test_a_model_that_only_sorts_has_no_points() -> None:
    sorts = score("high", score=None, score_range=None)

    words = risk_words(smouldering(mayo_20_2_20=sorts), terms())[0]

    assert words.group == "Mayo 20/2/20: high risk"


def test_a_change_within_the_noise_is_information_whatever_its_alert(qtbot: QtBot) -> None:
    alert = Alert("EVO-ENGINE", "warning", Note("evolving_confirmed"))
    quiet = evolving("EVO-RAVI-EMP", beyond_noise=False, confirmed=True)

    made = body(qtbot, smouldering(evolving=(quiet,), alerts=(alert,)))

    assert not [text for _, text in banners(made) if "evolving" in text]
    assert "ℹ M-protein +33 %" in words_on(made)
    assert "within the noise of the test" in words_on(made)
