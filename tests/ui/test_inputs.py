"""Test the entry widgets: input methods, unknown, bad text, keys."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.widgets.answer_box import UNKNOWN, Choice, ChoiceBox, ChoiceList
from ui.widgets.day_edit import DayEdit
from ui.widgets.day_text import parse_day
from ui.widgets.entry.unit_box import UnitBox
from ui.widgets.number_edit import NumberEdit

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TODAY = date(2026, 11, 22)


def commit(widget: QWidget, text: str) -> None:
    """Type as an input method does; keyClicks aborts on anything but ASCII."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def compose(widget: QWidget, text: str) -> None:
    """Show text that the input method has not committed yet."""
    QApplication.sendEvent(widget, QInputMethodEvent(text, []))


@pytest.fixture
def number(qtbot: QtBot) -> NumberEdit:
    made = NumberEdit()
    qtbot.addWidget(made)
    made.show()
    return made


def test_an_empty_number_is_unknown_and_says_so(number: NumberEdit) -> None:
    assert number.number_text() == ""
    assert number.state == "unknown"
    assert number.placeholderText() == "unknown"


@pytest.mark.parametrize(
    ("typed", "text"),
    [("２．４", "2.4"), ("＜０．５", "<0.5"), ("《0。5", "<0.5"), ("＞＝１００", ">=100")],
)
def test_full_width_input_becomes_a_number(number: NumberEdit, typed: str, text: str) -> None:
    commit(number, typed)

    assert number.number_text() == text
    assert number.state == "known"


def test_digits_typed_one_by_one_through_an_input_method_keep_their_order(
    number: NumberEdit,
) -> None:
    for character in "１２．３":
        compose(number, character)
        commit(number, character)

    assert number.number_text() == "12.3"


def test_text_being_composed_is_not_taken_yet(number: NumberEdit) -> None:
    compose(number, "３")

    assert number.number_text() == ""


def test_a_digit_put_before_others_keeps_the_cursor_behind_it(number: NumberEdit) -> None:
    number.set_number_text("5")
    number.setCursorPosition(0)

    commit(number, "４")
    commit(number, "３")

    assert number.number_text() == "435"


@pytest.mark.parametrize("text", ["1e2", "2,4", "abc", "1.2.3", "<", "-3", "5 mg"])
def test_what_is_no_number_stays_and_is_marked(qtbot: QtBot, number: NumberEdit, text: str) -> None:
    qtbot.keyClicks(number, text)

    assert number.number_text() == text
    assert number.state == "bad"
    assert not number.acceptable


@pytest.mark.parametrize("text", ["0", "2.40", "<0.5", "≤ 3", ">100", ">= 7"])
def test_numbers_and_bounds_are_accepted(number: NumberEdit, text: str) -> None:
    commit(number, text)

    assert number.acceptable


def test_each_keystroke_tells_edited_even_while_the_text_is_bad(
    qtbot: QtBot, number: NumberEdit
) -> None:
    told: list[str] = []
    number.edited.connect(lambda: told.append(number.number_text()))

    qtbot.keyClicks(number, "1e2")

    assert told == ["1", "1e", "1e2"]


def test_a_text_set_by_the_program_does_not_tell_edited(qtbot: QtBot, number: NumberEdit) -> None:
    with qtbot.assertNotEmitted(number.edited):
        number.set_number_text("3.1")

    assert number.state == "known"


def test_arrow_keys_and_wheel_do_not_change_the_number(qtbot: QtBot, number: NumberEdit) -> None:
    number.set_number_text("7")

    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp):
        qtbot.keyClick(number, key)
    turn_wheel(number)

    assert number.number_text() == "7"


def test_a_doubt_goes_with_the_next_keystroke(qtbot: QtBot, number: NumberEdit) -> None:
    number.set_number_text("27")
    number.mark("warning")
    assert number.state == "warning"

    qtbot.keyClick(number, Qt.Key.Key_Backspace)

    assert number.state == "known"


def test_enter_goes_on_to_the_next_field(qtbot: QtBot) -> None:
    page = QWidget()
    first, second = NumberEdit(page), NumberEdit(page)
    layout = QVBoxLayout(page)
    layout.addWidget(first)
    layout.addWidget(second)
    qtbot.addWidget(page)
    page.show()
    first.setFocus()

    qtbot.keyClick(first, Qt.Key.Key_Return)

    assert page.focusWidget() is second


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-11-22", "2026-11-22"),
        ("20261122", "2026-11-22"),
        ("2026/1/5", "2026-01-05"),
        ("２０２６．１１．２２", "2026-11-22"),
        ("2026年11月22日", "2026-11-22"),
        ("115-11-22", "2026-11-22"),
        ("民國115年11月22日", "2026-11-22"),
        ("民國 48.3.8", "1959-03-08"),
        ("0480308", "1959-03-08"),
        ("48-03-08", "1959-03-08"),
        ("today", "2026-11-22"),
        ("今天", "2026-11-22"),
        ("+3m", "2027-02-22"),
        ("-6m", "2026-05-22"),
        ("＋３m", "2027-02-22"),
        ("+2w", "2026-12-06"),
        ("-10d", "2026-11-12"),
        ("+1y", "2027-11-22"),
        ("11-20", "2026-11-20"),
        ("1/3", "2027-01-03"),
    ],
)
def test_a_day_is_understood_as_doctors_write_it(typed: str, day: str) -> None:
    assert str(parse_day(typed, TODAY)) == day


@pytest.mark.parametrize(
    "typed", ["2026-13-01", "2026-02-30", "abc", "2026", "2026-11", "3m", "+99999y", "130226", "5"]
)
def test_what_is_no_whole_day_is_not_guessed(typed: str) -> None:
    assert parse_day(typed, TODAY) is None


@pytest.mark.parametrize(
    ("typed", "day"),
    [("2026-11", "2026-11"), ("1959", "1959"), ("48-03", "1959-03"), ("48", "1959")],
)
def test_month_or_year_alone_count_where_they_are_asked_for(typed: str, day: str) -> None:
    assert str(parse_day(typed, TODAY, partial=True)) == day


def test_short_years_are_refused_where_roc_years_are_not_usual() -> None:
    assert parse_day("59-03-08", TODAY, roc_years=False) is None
    assert str(parse_day("民国48-03-08", TODAY, roc_years=False)) == "1959-03-08"


@pytest.fixture
def day(qtbot: QtBot) -> DayEdit:
    made = DayEdit(lambda: TODAY)
    qtbot.addWidget(made)
    made.show()
    return made


def test_an_empty_day_stays_empty(day: DayEdit) -> None:
    assert day.day_text() == ""
    assert day.day() is None
    assert day.state == "unknown"


def test_a_day_is_given_as_iso_and_read_out(day: DayEdit) -> None:
    commit(day.line, "民國115年11月20日")

    assert day.day_text() == "2026-11-20"
    assert "2026-11-20" in day.line.accessibleDescription()


def test_a_text_that_is_no_day_stays_as_typed(qtbot: QtBot, day: DayEdit) -> None:
    with qtbot.waitSignal(day.edited):
        qtbot.keyClicks(day.line, "2026-02-30")

    assert day.day_text() == "2026-02-30"
    assert day.state == "bad"


def typed(qtbot: QtBot, day: DayEdit, text: str) -> tuple[str, str]:
    """Type a text and give what a draft keeps of it."""
    day.line.clear()
    qtbot.keyClicks(day.line, text)
    return day.day_text(), day.typed_text()


@pytest.mark.parametrize("text", ["20", "201", "108", "108-05", "2019-5"])
def test_a_day_half_typed_comes_back_as_it_was_typed(qtbot: QtBot, text: str) -> None:
    first, second = (DayEdit(lambda: TODAY, partial=True) for _ in range(2))
    for each in (first, second):
        qtbot.addWidget(each)

    second.set_day_text(*typed(qtbot, first, text))

    assert second.line.text() == text
    assert second.day() == first.day()


def test_a_text_that_would_mean_another_day_comes_back_as_the_day(
    qtbot: QtBot, day: DayEdit
) -> None:
    kept = typed(qtbot, day, "today")
    tomorrow = DayEdit(lambda: date(2026, 11, 23))
    qtbot.addWidget(tomorrow)

    tomorrow.set_day_text(*kept)

    assert kept == ("2026-11-22", "today")
    assert tomorrow.line.text() == "2026-11-22"


def test_a_whole_day_is_kept_once(qtbot: QtBot, day: DayEdit) -> None:
    assert typed(qtbot, day, "2026-11-20") == ("2026-11-20", "")
    assert typed(qtbot, day, "2026-02-30") == ("2026-02-30", "")


@pytest.fixture
def box(qtbot: QtBot) -> ChoiceBox:
    made = ChoiceBox()
    made.setAccessibleName("Sex")
    made.set_choices(
        [Choice("female", "female", "F"), Choice("male", "male", "M"), Choice(UNKNOWN, "?", "U")]
    )
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    return made


@pytest.mark.parametrize(("key", "code"), [("f", "female"), ("m", "male"), ("u", UNKNOWN)])
def test_letters_choose(qtbot: QtBot, box: ChoiceBox, key: str, code: str) -> None:
    box.set_code("male" if code != "male" else "female")

    with qtbot.waitSignal(box.edited):
        qtbot.keyClicks(focused(box), key)

    assert box.code() == code


def test_arrow_keys_choose(qtbot: QtBot, box: ChoiceBox) -> None:
    qtbot.keyClick(focused(box), Qt.Key.Key_Left)
    assert box.code() == "male"

    qtbot.keyClick(focused(box), Qt.Key.Key_Left)
    assert box.code() == "female"


def test_screen_readers_hear_question_and_choice(box: ChoiceBox) -> None:
    assert box.code() == UNKNOWN
    box.set_code("male")

    assert focused(box).accessibleName() == "Sex: male"


def test_a_choice_keeps_its_code_when_its_texts_change(qtbot: QtBot) -> None:
    box = ChoiceBox()
    qtbot.addWidget(box)
    box.set_choices([Choice("clone", "clone"), Choice("other", "other"), Choice(UNKNOWN, "?")])
    box.set_code("other")

    box.set_choices([Choice("clone", "克隆"), Choice("other", "其他"), Choice(UNKNOWN, "未知")])

    assert box.code() == "other"


def test_the_wheel_does_not_change_a_list(qtbot: QtBot) -> None:
    chosen = ChoiceList()
    qtbot.addWidget(chosen)
    chosen.set_choices([Choice(UNKNOWN, "?"), Choice("a", "A"), Choice("b", "B")])
    chosen.set_code("a")
    chosen.show()

    turn_wheel(chosen)

    assert chosen.code() == "a"


def test_keys_in_a_list_tell_edited(qtbot: QtBot) -> None:
    chosen = ChoiceList()
    qtbot.addWidget(chosen)
    chosen.set_choices([Choice(UNKNOWN, "?"), Choice("a", "A")])
    chosen.show()

    with qtbot.waitSignal(chosen.edited):
        qtbot.keyClick(chosen, Qt.Key.Key_Down)

    assert chosen.code() == "a"


def test_a_unit_of_an_older_result_stays_on_offer(qtbot: QtBot) -> None:
    box = UnitBox(["g/dL"])
    qtbot.addWidget(box)
    assert not box.isEnabled()

    box.set_unit("g/L")

    assert box.unit() == "g/L"
    assert box.isEnabled()


def test_units_that_read_alike_are_offered_once_and_without_their_code(qtbot: QtBot) -> None:
    box = UnitBox(["mg/g{creat}", "mg/g", "mg/mmol"])
    qtbot.addWidget(box)

    assert [box.itemText(row) for row in range(box.count())] == ["mg/g", "mg/mmol"]
    assert box.unit() == "mg/g{creat}"


def focused(widget: QWidget) -> QWidget:
    """Give the part of a widget that takes the keys."""
    proxy = widget.focusProxy()
    return widget if proxy is None else proxy


def turn_wheel(widget: QWidget) -> None:
    """Turn the wheel one step over a widget."""
    here = QPointF(4, 4)
    event = QWheelEvent(
        here,
        widget.mapToGlobal(here),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    assert event.type() == QEvent.Type.Wheel
    QApplication.sendEvent(widget, event)
