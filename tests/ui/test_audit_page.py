"""Read the log in the window, narrowed by user, kind, days and patient."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.audit import Action
from tests.builders import NAME, a_draft, a_registration
from tests.data.reading import rows
from tests.ui.screen import show_active
from tests.ui.team_stage import HERS, add_team
from ui.models.audit_columns import KINDS
from ui.pages.audit import AuditPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.paths import Paths
    from desktop_app.services import Services
    from desktop_app.services.clock import FixedClock
    from ui.context import UiContext

VIEWED = "SELECT detail FROM audit WHERE action = 'audit_viewed' ORDER BY id DESC LIMIT 1"


@pytest.fixture
def page(qtbot: QtBot, context: UiContext, services: Services, clock: FixedClock) -> AuditPage:
    """Give the log of two users over three days."""
    patient_id = services.patients.register(a_registration(1))
    add_team(services)
    clock.advance(timedelta(days=1))
    services.clinic.lock()
    services.clinic.unlock(HERS, "lin")
    services.patients.card(patient_id)
    clock.advance(timedelta(days=1))
    services.clinic.lock()
    services.clinic.unlock("correct horse 通行")
    services.visits.record(a_draft(patient_id))
    made = AuditPage(context)
    qtbot.addWidget(made)
    made.resize(1366, 684)
    show_active(qtbot, made)
    with qtbot.waitSignal(made.shown):
        made.start()
    qtbot.waitUntil(lambda: not context.tasks.busy)
    return made


def look(qtbot: QtBot, page: AuditPage) -> list[str]:
    with qtbot.waitSignal(page.shown):
        qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    return [row.action for row in page.model.rows]


def test_every_action_belongs_to_one_kind() -> None:
    kept = [action for kind in KINDS.values() for action in kind]

    assert sorted(kept) == sorted(Action)


def test_the_newest_line_stands_first_in_words(page: AuditPage) -> None:
    said = [[str(page.model.index(row, x).data()) for x in range(6)] for row in range(3)]

    assert [cells[2:4] for cells in said] == [
        ["owner", "Conclusion stored"],
        ["owner", "Visit signed"],
        ["owner", "Logged in"],
    ]
    assert said[1][4].startswith("visit ")
    assert NAME not in str(said)


def test_a_user_and_a_kind_narrow_the_lines_at_once(
    qtbot: QtBot, page: AuditPage, paths: Paths
) -> None:
    page.user.set_code("lin")
    with qtbot.waitSignal(page.shown):
        page.user.edited.emit()
    assert {row.actor for row in page.model.rows} == {"lin"}

    page.kind.set_code("seen")
    with qtbot.waitSignal(page.shown):
        page.kind.edited.emit()

    assert [row.action for row in page.model.rows] == ["patient_viewed"]
    ((said,),) = rows(paths, VIEWED)
    assert said.startswith("user=lin actions=")


def test_days_count_whole_and_half_a_day_is_not_guessed_at(qtbot: QtBot, page: AuditPage) -> None:
    page.first.set_day_text("2026-11-23")
    page.last.set_day_text("2026-11-23")
    days = {f"{row.at:%Y-%m-%d}" for row in page.model.rows}
    assert len(days) > 1

    look(qtbot, page)

    assert {f"{row.at:%Y-%m-%d}" for row in page.model.rows} == {"2026-11-23"}
    page.last.set_day_text("2026-11-")
    before = page.model.rows
    page.show_lines()
    assert page.last.line.hasFocus()
    assert page.model.rows == before


def test_a_record_number_finds_the_looks_at_one_patient(qtbot: QtBot, page: AuditPage) -> None:
    page.number.setText(a_registration(1).record_number)
    assert set(look(qtbot, page)) == {"patient_viewed", "patient_registered"}

    page.number.setText("nobody")
    assert look(qtbot, page) == []
    assert "not in the record" in page.banner.text()


def test_a_filter_that_fits_nothing_says_so(qtbot: QtBot, page: AuditPage) -> None:
    page.first.set_day_text("2026-12-24")

    assert look(qtbot, page) == []
    assert "No line fits" in page.banner.text()
