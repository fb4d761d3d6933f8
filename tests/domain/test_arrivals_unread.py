"""Prove that lines which could not be read are told with their text, unless names are hidden."""

from __future__ import annotations

from desktop_app.domain.arrivals.review import ArrivalState
from desktop_app.domain.arrivals.rows import Layout, Staged
from desktop_app.domain.arrivals.unread import unread_lines

STAGED = Staged("paste", "", (), Layout.LONG, unread=((3, "a \t line"), (0, "Sheet2")))


def test_each_line_is_told_with_the_reason() -> None:
    first, second = unread_lines(STAGED)

    assert (first.state, first.reading.row.line) == (ArrivalState.REFUSED, 3)
    assert (first.reading.row.item_name, second.reading.row.item_name) == ("a line", "Sheet2")
    assert [x.reading.notes[0].code for x in (first, second)] == ["line_unread", "sheet_hidden"]


def test_hidden_names_hide_the_text() -> None:
    assert {each.reading.row.raw for each in unread_lines(STAGED, hidden=True)} == {""}
