"""Test that the view of POEMS tells axes, criteria, risk, work-up, follow-up and care."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.conclusions import Input, Note
from desktop_app.domain.poems_conclusions import PoemsResponse, ResponseAxis
from desktop_app.domain.truth import Truth
from tests.poems_picture import (
    CLINICAL,
    IMAGING,
    RESPONSE,
    THIRD,
    TIER,
    VEGF,
    assessed_poems,
    picture,
    row,
)
from tests.ui.conclusions import smouldering
from tests.ui.patient_stage import cut_off, words_on
from tests.ui.screen import show_active
from tests.ui.words import evidence, terms
from ui.models.axis_rows import AxisColumn
from ui.models.poems_branches import poems_reasons
from ui.panels.poems import PoemsPanel
from ui.widgets.conclusion.verdict_body import VerdictBody

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.domain.conclusions import Assessment
    from ui.models.reasoning_tree import Reason
    from ui.pages.patient import PatientPage

pytestmark = pytest.mark.usefixtures("english")
ALT = Qt.KeyboardModifier.AltModifier
UNTREATED = Note("poems_untreated")


def branches(**changes: object) -> dict[str, Reason]:
    """Give the branches of a full picture by heading."""
    made = poems_reasons(assessed_poems(picture(**changes)), terms(), evidence())
    return {branch.label: branch for branch in made}


def panel_of(qtbot: QtBot, assessment: Assessment) -> PoemsPanel:
    """Give the view as wide as it is on the smallest screen."""
    panel = PoemsPanel()
    qtbot.addWidget(panel)
    panel.resize(584, 640)
    panel.show_assessment(assessment, terms(), evidence())
    panel.show()
    return panel


def cell(panel: PoemsPanel, number: int, column: AxisColumn) -> str:
    """Give what stands in the table of axes."""
    return str(panel.axes.table.rows.index(number, column).data())


def test_every_part_has_its_heading_in_order() -> None:
    assert list(branches()) == [
        "POEMS confirmed, criteria met since 2025-03-10",
        "Both are needed",
        "Other majors: one is needed",
        "Minors: one is needed",
        "Tests that come next",
        "Response of line 1, axis by axis",
        "PUMCH 1–2/5 points: intermediate risk–high risk",
        "Adverse factors (not weighted)",
        "Work-up: 1 of 1 done",
        "Follow-up of each series",
        "Treatment as published: options, no orders",
        "Other diseases",
        "Other criteria, only shown",
    ]


def test_a_patient_without_poems_is_told_so_in_one_row() -> None:
    (only,) = poems_reasons(smouldering(), terms(), evidence())

    assert only.label == "Nothing recorded speaks of POEMS."


def test_the_sheet_has_every_criterion_in_its_block_with_routes_and_days() -> None:
    found = branches()

    needed = found["Both are needed"].parts
    assert [each.rule for each in needed] == ["POEMS-DX-PN", "POEMS-DX-CLONE"]
    assert needed[1].parts[0].rule == "POEMS-CLONE-IFE"
    assert needed[1].parts[0].date == "2025-03-10"
    majors = found["Other majors: one is needed"]
    assert [each.state for each in majors.parts] == [Truth.UNKNOWN, Truth.NOT_MET, Truth.MET]
    assert majors.value == "met"
    assert len(found["Minors: one is needed"].parts) == 6


def test_what_is_unusual_stands_with_the_tier_and_the_rest_beside_the_criteria() -> None:
    beside = row("POEMS-CD-TAFRO", Truth.UNKNOWN)
    tier = replace(TIER, unusual=(Note("poems_atypical_hhv8"),), criteria=(*TIER.criteria, beside))

    found = branches(tier=tier)

    first, *_ = found["POEMS confirmed, criteria met since 2025-03-10"].parts
    assert first.label.startswith("▲ ")
    assert [each.rule for each in found["Beside the criteria"].parts] == ["POEMS-CD-TAFRO"]


def test_the_next_tests_stand_a_few_in_a_line() -> None:
    (line,) = branches()["Tests that come next"].parts

    assert line.label == "Castleman disease · Endocrine axes · Papilloedema"


def test_follow_up_begins_with_what_is_due_first_and_says_what_is_late() -> None:
    watch = picture().watch
    late = replace(watch[1], due="2026-01-01", alert=None)

    rows = branches(watch=(*watch, late))["Follow-up of each series"].parts

    assert [each.value for each in rows] == [
        "▲ due 2026-01-01",
        "due 2026-09-19",
        "due 2026-12-19",
        "",
    ]
    assert rows[1].parts[0].label.startswith("▲ ")
    assert rows[3].date == "never"


def test_a_prompt_of_treatment_that_waits_for_a_test_says_so() -> None:
    waits = row("POEMS-TX-ASCT", Truth.UNKNOWN, note=Note("tx_asct"))

    (told,) = branches(treatment=(waits,))["Treatment as published: options, no orders"].parts

    assert told.label.startswith("? May apply: ")
    assert told.state is None


def test_an_axis_opens_to_its_days_and_to_what_other_criteria_say() -> None:
    axes = branches()["Response of line 1, axis by axis"]

    blood, vegf, *_, nerves, lag = axes.parts
    assert [each.date for each in blood.parts[:2]] == [THIRD, "2025-09-12"]
    assert vegf.parts[-1].label == "PUMCH"
    assert nerves.parts[0].value == "on the border"
    assert lag.label == "How late the axes follow"


def test_days_in_a_row_with_the_same_level_are_one_row() -> None:
    first = VEGF.timeline[0]
    axis = replace(VEGF, timeline=(first, replace(first, date="2025-12-01")))
    response = replace(RESPONSE, axes=(axis,))

    (told, *_) = branches(response=response)["Response of line 1, axis by axis"].parts[0].parts

    assert told.date == f"{first.date} – 2025-12-01"
    assert len(told.parts) == 2


def test_five_rows_stand_side_by_side_and_none_joins_them(qtbot: QtBot) -> None:
    panel = panel_of(qtbot, assessed_poems())

    table = panel.axes.table
    assert [cell(panel, x, AxisColumn.AXIS) for x in range(table.rows.rowCount())] == [
        *("Blood", "VEGF", "Imaging", "Clinical", "Nerves"),
    ]
    assert cell(panel, 0, AxisColumn.BASELINE) == "8.0 g/L\n2025-03-10"
    assert "possible: CRH/VGPRH" in cell(panel, 0, AxisColumn.LEVEL)
    assert cell(panel, 0, AxisColumn.BEST) == "VGPRH\n2025-09-12"
    assert "unconfirmed" in cell(panel, 1, AxisColumn.LEVEL)
    assert cell(panel, 2, AxisColumn.BASELINE) == "not evaluable · Not recorded."
    assert table.columnSpan(2, AxisColumn.BASELINE) == len(AxisColumn) - 1
    assert table.height() >= sum(table.rowHeight(each) for each in range(5))
    assert panel.axes.flags.isVisible()


def test_a_screen_reader_hears_a_whole_axis_at_its_first_cell(qtbot: QtBot) -> None:
    panel = panel_of(qtbot, assessed_poems())

    said = panel.axes.table.rows.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert "VEGF" in said
    assert "Baseline 4800 pg/mL 2025-03-10" in said


def test_a_worse_axis_a_border_and_counted_changes_are_shown(qtbot: QtBot) -> None:
    worse = replace(VEGF, current="PD_V", confirmed=True, boundary=True)
    changes = ({"item": "edema", "change": "worse"}, {"item": "skin", "change": "better"})
    clinical = replace(CLINICAL, value=Input("clinical_change", changes, None, THIRD))
    response = replace(RESPONSE, axes=(worse, clinical))

    panel = panel_of(qtbot, assessed_poems(picture(response=response)))

    level = cell(panel, 0, AxisColumn.LEVEL)
    assert level.startswith("▲ ")
    assert level.endswith("▲ on the border")
    assert cell(panel, 1, AxisColumn.NOW) == f"better: 1\nworse: 1\n{THIRD}"


def test_before_treatment_one_line_says_that_there_is_nothing_to_judge(qtbot: QtBot) -> None:
    axes = tuple(
        ResponseAxis(name, evaluable=False, reason=UNTREATED) for name in ("hematologic", "vegf")
    )
    response = PoemsResponse(None, "consensus", axes)

    panel = panel_of(qtbot, assessed_poems(picture(response=response)))

    assert not panel.axes.table.isVisible()
    assert panel.axes.notes.text() == terms().sentence("note", UNTREATED)


def test_what_to_mind_of_an_axis_stands_below_the_table(qtbot: QtBot) -> None:
    odd = replace(VEGF, notes=(Note("poems_baseline_old"),))
    response = replace(RESPONSE, axes=(odd, IMAGING))

    panel = panel_of(qtbot, assessed_poems(picture(response=response)))

    assert panel.axes.notes.text().startswith("VEGF: ")
    assert "Imaging" not in panel.axes.notes.text()


def test_the_conclusion_says_the_tier_with_its_flags_as_chips(qtbot: QtBot) -> None:
    tier = replace(
        TIER, flags=(Note("WEAK_CLONE"),), unusual=(Note("poems_atypical_hhv8"),), opened=None
    )
    body = VerdictBody(assessed_poems(picture(tier=tier)), terms())
    qtbot.addWidget(body)

    said = words_on(body)

    assert "POEMS confirmed, criteria met since 2025-03-10" in said
    assert "▲ Weak clone" in said
    assert terms().sentence("note", Note("poems_atypical_hhv8")) in said


def test_without_poems_there_is_no_button_and_no_key(qtbot: QtBot, page: PatientPage) -> None:
    assert not page.poems_button.isVisible()

    qtbot.keyClick(page, Qt.Key.Key_S, ALT)

    assert page.chart.isVisible()


def test_alt_s_opens_the_view_takes_the_room_of_the_values_and_esc_closes_it(
    qtbot: QtBot, page: PatientPage
) -> None:
    page.upper.offer(page.poems, True)
    page.poems.show_assessment(assessed_poems(), terms(), evidence())
    assert page.poems_button.isVisible()

    qtbot.keyClick(page, Qt.Key.Key_S, ALT)

    assert page.poems.isVisible()
    assert page.poems.view.hasFocus()
    assert page.results.isHidden()
    qtbot.waitUntil(lambda: cut_off(page) == [])
    qtbot.keyClick(page.poems.view, Qt.Key.Key_Escape)
    assert page.chart.isVisible()
    assert page.poems_button.hasFocus()


def test_a_view_that_no_longer_applies_is_closed(qtbot: QtBot, page: PatientPage) -> None:
    page.upper.offer(page.poems, True)
    qtbot.keyClick(page, Qt.Key.Key_S, ALT)

    page.upper.offer(page.poems, False)

    assert page.chart.isVisible()
    assert not page.poems_button.isVisible()


def test_the_axes_are_reached_by_tab_before_the_tree(qtbot: QtBot) -> None:
    panel = panel_of(qtbot, assessed_poems())
    show_active(qtbot, panel)
    panel.axes.table.setFocus()

    qtbot.keyClick(panel.axes.table, Qt.Key.Key_Tab)

    assert panel.view.hasFocus()
    assert panel.axes.table.accessibleName() == "Response, axis by axis"
