"""Test that trouble with a file is said in words of the window, with the place."""

from __future__ import annotations

import pytest

from desktop_app.domain.errors import Cancelled, InputError
from tests.ui.words import terms
from ui.input_trouble import trouble_text
from ui.wording import Words


@pytest.mark.parametrize(
    ("place", "expected", "said"),
    [
        ("line 12", "text in cp950", "Line 12: The encoding does not fit: choose another one."),
        (
            "sheet 1, line 7",
            "at most 200,000 values or 9,000 characters: split it",
            "Line 7: The file is too long: split it. At most: 200,000 values.",
        ),
        ("line 3", "at most 1,000,000 characters", "At most: 1,000,000 characters."),
        ("the file", "a workbook without a password", "The workbook has a password"),
        ("the file", "at most 300 MB when unpacked", "At most: 300 MB."),
        ("the file", "a sheet of at most 5,000,000 cells, corner to corner", "5,000,000 cells."),
        ("the file", "text or a workbook, not PDF", "save it as xlsx or csv."),
        ("the file", "a whole workbook (xls, xlsx, ods)", "The workbook is damaged"),
        ("line 2", "a quotation mark at the end of the cell", "never closed."),
        ("file", "a file that can be read (No such file)", "is it gone, or open elsewhere?"),
        ("/format", '"{0}"', 'The file cannot be read; expected: "{0}".'),
    ],
)
@pytest.mark.usefixtures("english")
def test_place_and_reason_are_said(place: str, expected: str, said: str) -> None:
    assert said in trouble_text(place, expected)


@pytest.mark.usefixtures("english")
def test_the_window_has_words_for_a_file_and_for_stopping() -> None:
    words = Words(terms().words)

    assert words.problem(InputError("line 2", "text in cp950")).startswith("Line 2: ")
    assert words.problem(Cancelled()) == "Stopped; nothing was stored."
