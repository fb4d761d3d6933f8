"""Test the list model and its columns."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.record import Sex
from desktop_app.domain.wording import Wording
from desktop_app.domain.worklist import PatientRow
from ui.models.rows import Column, RowModel
from ui.models.worklist_columns import WorklistColumns
from ui.qt_types import ROW, SPANS
from ui.spans import Span, cell_text
from ui.wording import Words, masked_name, masked_number

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester

pytestmark = pytest.mark.usefixtures("qapp")
TODAY = date(2026, 11, 22)
WORDS = Words(
    Wording(
        "en",
        {
            "category.smm": "Smouldering myeloma",
            "category_short.smm": "SMM",
            "category_short.mgus_non_igm": "MGUS",
            "status.presumed": "presumed",
            "risk_group.low": "low",
        },
    )
)


def a_row(**changes: object) -> PatientRow:
    values: dict[str, object] = {
        "patient_id": 1,
        "record_number": "0012345",
        "name": "示範病人甲",
        "sex": Sex.FEMALE,
        "birth_date": None,
        "age": 67,
    }
    return PatientRow(**(values | changes))  # type: ignore[arg-type]


def cells(row: PatientRow, *, names_hidden: bool = False) -> tuple[tuple[Span, ...], ...]:
    columns = WorklistColumns(WORDS, TODAY, names_hidden=names_hidden).columns()
    return tuple(column.cell(row) for column in columns)


def test_the_row_model_keeps_the_rules_of_models(qtmodeltester: ModelTester) -> None:
    model: RowModel[int] = RowModel()
    model.set_columns([Column("n", lambda row: (Span(str(row)),), right=True)])
    model.set_rows(range(5))

    qtmodeltester.check(model)


def test_a_row_model_gives_words_spans_and_the_row() -> None:
    model: RowModel[int] = RowModel()
    model.set_columns([Column("n", lambda row: (Span("a", "strong"), Span(str(row))))])
    model.set_rows([7])
    index = model.index(0, 0)

    assert model.data(index) == "a  7"
    assert model.data(index, ROW) == 7
    assert model.data(index, SPANS) == (Span("a", "strong"), Span("7"))
    assert model.headerData(0, Qt.Orientation.Horizontal) == "n"
    assert model.headerData(3, Qt.Orientation.Horizontal) is None


def test_a_diagnosis_that_is_open_is_shown_as_unknown() -> None:
    open_row = a_row(category=None, possible=("mgus_non_igm", "smm"))

    assert cells(open_row)[1] == (Span("MGUS or SMM", "unknown", chip=True),)
    assert cells(a_row())[1] == (Span("not assessed", "unknown", chip=True),)


def test_a_presumed_diagnosis_says_so_and_a_confirmed_one_stands_alone() -> None:
    assert cells(a_row(category="smm", status="presumed"))[1] == (
        Span("Smouldering myeloma"),
        Span("presumed", "unknown", chip=True),
    )
    assert cells(a_row(category="smm", status="confirmed"))[1] == (Span("Smouldering myeloma"),)


def test_an_override_is_the_doctors_verdict() -> None:
    shown = cells(a_row(category="smm", status="presumed", overridden=True))[1]

    assert shown == (Span("Smouldering myeloma"), Span("doctor's verdict", "accent", chip=True))


@pytest.mark.parametrize(
    ("due", "chip"),
    [
        (TODAY - timedelta(days=20), Span("20 day(s) overdue", "warning", chip=True)),
        (TODAY, Span("today", "accent", chip=True)),
    ],
)
def test_what_is_due_is_a_chip(due: date, chip: Span) -> None:
    assert cells(a_row(next_due=due))[4] == (Span(str(due)), chip)


def test_a_patient_to_refer_without_a_date_is_not_overlooked() -> None:
    assert cells(a_row(refer_now=True))[4] == (Span("refer now", "critical", chip=True),)


def test_hidden_names_show_neither_name_nor_number() -> None:
    shown = cell_text(cells(a_row(), names_hidden=True)[0])

    assert "示範病人甲" not in shown
    assert "0012345" not in shown


def test_masks_keep_only_what_tells_patients_apart() -> None:
    assert masked_name("示範病人甲") == "示○○"
    assert masked_name("") == ""
    assert masked_number("0012345") == "…345"
    assert masked_number("12") == "…"
