"""Test the ribbon of the course: its segments, their widths, and what it tells."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.journal import Stage
from desktop_app.domain.partial_date import PartialDate
from tests.ui.words import terms
from ui.widgets.chart.course_words import segments
from ui.widgets.chart.ribbon import Ribbon, Segment

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TODAY = date(2026, 6, 30)
MGUS = Stage("mgus_non_igm", PartialDate("2016-05"), from_history=True)
SMM = Stage("smm", PartialDate("2023-11-20"), "confirmed", 3, moved_by=("SMM-DX-M",))
MYELOMA = Stage("multiple_myeloma", PartialDate("2026-05-20"), overridden=True)


@pytest.fixture
def ribbon(qtbot: QtBot) -> Ribbon:
    """Give an empty ribbon on the screen."""
    made = Ribbon()
    qtbot.addWidget(made)
    made.resize(420, 22)
    made.show()
    return made


def test_each_category_is_a_segment_as_long_as_it_lasted() -> None:
    first, second, third = segments((MGUS, SMM, MYELOMA), TODAY, terms())

    assert [first.text, second.text, third.text] == ["MGUS", "SMM", "MM"]
    assert [first.date, second.date, third.date] == ["2016-05", "2023-11-20", "2026-05-20"]
    assert [first.kind, second.kind, third.kind] == ["accent", "warning", "critical"]
    assert first.days > second.days > third.days == 41


def test_a_stage_of_the_same_category_joins_the_one_before() -> None:
    firmer = Stage("smm", PartialDate("2024-11-20"), "confirmed", 4)

    assert len(segments((MGUS, SMM, firmer), TODAY, terms())) == 2


def test_a_patient_without_a_course_has_no_segment() -> None:
    assert segments((), TODAY, terms()) == ()


def test_the_tip_says_who_concluded_it_and_which_criterion_moved_the_patient() -> None:
    hints = [segment.hint for segment in segments((MGUS, SMM, MYELOMA), TODAY, terms())]

    assert "established earlier" in hints[0]
    assert "signed visit" in hints[1]
    assert "newly met: M-protein ≥ 3 g/dL" in hints[1]
    assert "doctor's conclusion" in hints[2]


def test_a_time_without_a_diagnosis_looks_open_and_an_unknown_day_has_no_length() -> None:
    open_, settled = segments(
        (Stage(None, PartialDate("2020"), "undetermined", 1), Stage("poems", None)),
        TODAY,
        terms(),
    )

    assert (open_.text, open_.kind, open_.days) == ("? open", "unknown", 0)
    assert (settled.kind, settled.date, settled.days) == ("critical", "", 0)


def test_a_leukaemia_is_critical_and_no_clone_good() -> None:
    kinds = [
        segments((Stage(name, None),), TODAY, terms())[0].kind
        for name in ("primary_plasma_cell_leukemia", "no_clone", "smoldering_waldenstrom")
    ]

    assert kinds == ["critical", "good", "warning"]


def test_room_is_shared_by_time_but_no_words_are_lost(ribbon: Ribbon) -> None:
    short = Segment("MM", "2026-05-20", "critical", 41)
    ribbon.show_segments((Segment("MGUS", "2016-05", "accent", 2700), short))

    long, brief = ribbon.widths()

    assert long + brief == pytest.approx(420)
    assert long > 2 * brief
    assert brief >= ribbon.fontMetrics().horizontalAdvance("MM 2026-05")


def test_segments_of_equal_time_are_equally_wide(ribbon: Ribbon) -> None:
    ribbon.show_segments((Segment("MGUS", "2016", "accent", 900), Segment("MM", "", "good", 900)))

    one, other = ribbon.widths()

    assert one == pytest.approx(other)


def test_without_days_the_last_segment_takes_the_rest(ribbon: Ribbon) -> None:
    ribbon.show_segments((Segment("MGUS", "", "accent"), Segment("SMM", "", "warning")))

    first, last = ribbon.widths()

    assert first < last


def test_too_many_segments_shrink_together(ribbon: Ribbon) -> None:
    ribbon.show_segments([Segment("Smouldering", "2020-01-01", "accent", 10)] * 9)

    assert sum(ribbon.widths()) == pytest.approx(420)


def test_an_empty_ribbon_is_drawn(ribbon: Ribbon) -> None:
    ribbon.show_segments(())

    assert ribbon.widths() == []
    assert ribbon.accessibleDescription() == ""


def test_a_screen_reader_hears_every_stage(ribbon: Ribbon) -> None:
    ribbon.show_segments(segments((MGUS, SMM), TODAY, terms()))

    assert "MGUS, non-IgM 2016-05" in ribbon.accessibleDescription()
    assert "newly met" in ribbon.accessibleDescription()


def test_mouse_and_keyboard_open_what_stands_behind_it(qtbot: QtBot, ribbon: Ribbon) -> None:
    with qtbot.waitSignal(ribbon.clicked):
        qtbot.mouseClick(ribbon, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(ribbon.clicked):
        qtbot.keyClick(ribbon, Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(ribbon.clicked):
        qtbot.keyClick(ribbon, Qt.Key.Key_A)
