"""Test the parts of the entry together: drafts, problems beside fields, order, names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from desktop_app.domain.errors import FieldError
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Cytogenetic, EarlierDiagnosis
from tests.ui.entry_stage import EMPTY, FULL, KPD, T10, TRANSPLANT, VCD, terms_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import UiContext
    from ui.panels.entry import EntryPanel

_COUNT = (("text", "4.5"), ("low", "0"), ("high", "300"))


def test_a_kept_draft_comes_back_exactly_also_what_means_nothing(entry: EntryPanel) -> None:
    entry.show_draft(FULL, None)

    given = entry.draft()

    assert given.cytogenetics == FULL.cytogenetics
    assert given.lesions == FULL.lesions
    assert given.history == FULL.history
    assert given.treatments == FULL.treatments
    assert given.events == FULL.events
    assert sorted(given.findings, key=lambda each: each.code) == sorted(
        FULL.findings, key=lambda each: each.code
    )


def test_another_patient_s_entry_leaves_nothing_behind(entry: EntryPanel) -> None:
    entry.show_known([Cytogenetic(PartialDate("2024"), "del(17p)", detected=True)], [T10], [])
    entry.show_draft(FULL, None)

    entry.show_draft(EMPTY, None)

    assert entry.draft() == EMPTY
    assert entry.draft().empty


@pytest.mark.parametrize(
    ("field", "code", "values"),
    [
        ("cytogenetics.4.clone_percent", "not_a_percent", (("text", "x"),)),
        ("cytogenetics.2.copies", "not_a_whole_number", _COUNT),
        ("marrow_ihc_kappa_lambda", "answer_not_understood", ()),
        ("lesions.0.diameters", "not_a_size", (("text", "42 x"),)),
        ("lesions.1.lesion", "required", ()),
        ("lesions.1.kind", "answer_not_understood", ()),
        ("treatments.0.stop", "stop_before_start", (("text", "2022-06-30"),)),
        ("treatments.0.cycles", "not_a_whole_number", _COUNT),
        ("treatments.0.cycle_days", "not_a_whole_number", _COUNT),
        ("treatments.0.drugs", "answer_not_understood", ()),
        ("treatments.0.sequence", "not_a_whole_number", _COUNT),
        ("treatments.1.regimen", "required", ()),
        ("treatments.1.start", "required", ()),
        ("treatments.1.stop_reason", "answer_not_understood", ()),
        ("events.1.code", "required", ()),
        ("events.1.date", "not_a_partial_date", (("text", "someday"),)),
        ("events.0.sequence", "not_a_whole_number", _COUNT),
        ("toxicity", "answer_not_understood", ()),
        ("neuropathy_grade", "answer_not_understood", ()),
        ("adl", "answer_not_understood", ()),
        ("anticoagulation", "answer_not_understood", ()),
        ("mrd", "answer_not_understood", ()),
        ("history.1.date", "not_a_partial_date", (("text", "someday"),)),
        ("history.1.diagnosis", "required", ()),
        ("lymphoplasmacytic_infiltration", "answer_not_understood", ()),
        ("bone_lytic_ct", "answer_not_understood", ()),
    ],
)
def test_a_problem_stands_beside_its_field_with_the_cursor_there(
    entry: EntryPanel, field: str, code: str, values: tuple[tuple[str, str], ...]
) -> None:
    entry.show_draft(FULL, None)

    entry.show_problems((FieldError(field, code, values),), focus=True)

    target = entry.parts.opened(field)
    assert target is not None
    assert entry.focusWidget() in (target, target.focusProxy())
    part, fold = next(
        (part, fold) for part, fold in entry.parts.folds.items() if fold.holds(target)
    )
    assert fold.isChecked()
    assert "●" in fold.text()
    assert part.show_problems({field: "words of the error"}) == {field}
    assert not entry._message.isVisible()

    entry.show_problems(())
    assert "●" not in fold.text()


def test_a_problem_far_away_is_brought_into_view(qtbot: QtBot, entry: EntryPanel) -> None:
    entry.show_draft(FULL, None)
    for fold in entry.parts.folds.values():
        fold.setChecked(True)
    field = entry.parts.treatments.editors[0].start.line
    entry.focus_first()
    qtbot.waitUntil(lambda: field.visibleRegion().isEmpty())

    entry.show_problems((FieldError("treatments.0.start", "required"),), focus=True)

    qtbot.waitUntil(lambda: field.visibleRegion().boundingRect().height() == field.height())


def test_a_problem_without_a_field_is_said_on_top_by_name(entry: EntryPanel) -> None:
    entry.show_problems((FieldError("ferritin", "answer_not_understood"),))

    assert entry._message.isVisible()
    assert entry._message.text().count(":") == 1


@pytest.mark.parametrize(
    ("asked", "part"), [("fish", "fish"), ("lesion_biopsy", "lesions"), ("history", "history")]
)
def test_what_the_assessment_misses_opens_its_fold(
    entry: EntryPanel, asked: str, part: str
) -> None:
    entry.focus_field(asked)

    fold = entry.parts.folds[getattr(entry.parts, part)]
    assert fold.isChecked()
    assert fold.holds(entry.focusWidget())


@pytest.mark.parametrize("language", ["en", "zh-TW", "zh-CN"])
def test_all_parts_fit_the_column_in_every_language_and_keep_what_is_typed(
    qtbot: QtBot, context: UiContext, entry: EntryPanel, language: str
) -> None:
    history = [EarlierDiagnosis("smm", PartialDate("2019"))]
    entry.show_known([], [T10], history, [VCD, KPD], [TRANSPLANT])
    entry.show_draft(FULL, None)
    for fold in entry.parts.folds.values():
        fold.setChecked(True)

    context.languages.use(language)
    entry.set_words(terms_of(context.services, language))

    inside = entry.parts.parentWidget()
    assert inside is not None
    qtbot.waitUntil(lambda: inside.width() == entry._scroll.viewport().width())
    assert inside.minimumSizeHint().width() <= entry._scroll.viewport().width()
    assert entry.draft().lesions == FULL.lesions
    assert entry.draft().cytogenetics == FULL.cytogenetics
    assert entry.draft().treatments == FULL.treatments
    assert entry.draft().events == FULL.events


def test_everything_that_takes_the_focus_has_a_name(entry: EntryPanel) -> None:
    entry.show_known([], [T10], [], [VCD, KPD], [TRANSPLANT])
    entry.show_draft(FULL, None)
    for fold in entry.parts.folds.values():
        fold.setChecked(True)

    nameless = [
        type(widget).__name__
        for widget in entry.parts.focus_order()
        if not widget.accessibleName().strip()
    ]

    assert nameless == []


def test_tab_walks_through_the_open_parts_in_reading_order(qtbot: QtBot, entry: EntryPanel) -> None:
    entry.show_known([], [T10], [], [VCD, KPD], [TRANSPLANT])
    entry.show_draft(FULL, None)
    for fold in entry.parts.folds.values():
        fold.setChecked(True)
    entry.resize(422, 6000)
    qtbot.waitUntil(lambda: entry._scroll.verticalScrollBar().maximum() == 0)

    start = next(iter(entry.parts.symptoms.chips.values()))
    start.setFocus()
    walked: list[QWidget] = []
    while entry.focusWidget() is not entry.note:
        walked.append(entry.focusWidget())
        entry.focusNextChild()

    lines = [round(each.mapTo(entry, each.rect().center()).y() / 8) for each in walked]
    assert lines == sorted(lines)
    shown = [each for each in entry.parts.focus_order() if each.isVisible()]
    assert len(walked) >= len(shown)
