"""Test how ages, sizes, reasons and differences of backups are put into words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop_app.domain.audit import AuditFault, FaultKind
from desktop_app.domain.errors import Refusal, StorageError
from desktop_app.services.safety import Soundness, TrialReport
from ui.models.backup_words import BackupWords, CountWords, moment
from ui.models.soundness_words import MOST_NAMED, SoundnessWords
from ui.widgets.backups.trial_form import TrialForm

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import UiContext
    from ui.language import LanguageSwitch

pytestmark = pytest.mark.usefixtures("english")
NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("passed", "said"),
    [
        (timedelta(seconds=-1), "dated in the future"),
        (timedelta(seconds=59), "just now"),
        (timedelta(seconds=60), "1 min ago"),
        (timedelta(minutes=59, seconds=59), "59 min ago"),
        (timedelta(hours=1), "1 h ago"),
        (timedelta(hours=23, minutes=59), "23 h ago"),
        (timedelta(days=1), "1 day ago"),
        (timedelta(days=40), "40 days ago"),
    ],
)
def test_an_age_is_said_in_the_largest_whole_unit(passed: timedelta, said: str) -> None:
    assert BackupWords(NOW).age(NOW - passed) == said


def test_reasons_have_words_and_an_unknown_one_is_shown_as_it_is() -> None:
    words = BackupWords(NOW)

    assert words.why("before-upgrade") == "before an upgrade"
    assert words.why("before-something-new") == "before-something-new"


def test_even_a_small_file_has_a_size() -> None:
    assert BackupWords(NOW).size(10) == "0.1 MB"
    assert BackupWords(NOW).size(3 * 1024 * 1024) == "3.0 MB"


def a_report(now: dict[str, int] | None, *, fits: bool = True) -> TrialReport:
    rows = {"patient": 3, "visit": 5, "result": 40, "finding": 7, "audit": 90}
    return TrialReport(Path("clinic.db"), NOW, fits, rows, now, NOW)


def test_what_the_backup_lacks_is_counted_and_the_log_is_not() -> None:
    more = a_report({"patient": 3, "visit": 6, "result": 48, "finding": 9, "audit": 200})
    same = a_report({"patient": 3, "visit": 5, "result": 40, "finding": 7, "audit": 200})

    assert CountWords().fewer(more) == "1 visit, 8 results, 2 other entries"
    assert CountWords().fewer(same) == ""


@pytest.fixture
def form(qtbot: QtBot, english: LanguageSwitch) -> TrialForm:
    """Give the form of a backup that is to be restored."""
    assert english
    made = TrialForm()
    qtbot.addWidget(made)
    made.ask(Path("clinic.db"), ("owner", "chen"), restoring=True)
    return made


def test_a_backup_that_lacks_what_its_slip_promised_is_not_offered(form: TrialForm) -> None:
    form.show_report(a_report(None, fits=False))

    assert "lacks entries" in form.text()
    assert not form.restore_button.isVisible()


def test_where_the_record_of_now_cannot_be_read_nothing_is_compared(form: TrialForm) -> None:
    form.show_report(a_report(None))

    assert "3 patients, 5 visits, 40 results" in form.text()
    assert "record of now:" not in form.text()
    assert form.restore_button.isVisible()


def test_the_form_gives_who_was_chosen_with_the_passphrase(qtbot: QtBot, form: TrialForm) -> None:
    form.users.set_code("chen")
    form.passphrase.setText("a long passphrase")

    with qtbot.waitSignal(form.tried) as tried:
        form.try_button.click()
    form.show_report(a_report(None))
    with qtbot.waitSignal(form.restore_wanted) as wanted:
        form.restore_button.click()

    assert tried.args == wanted.args == ["a long passphrase", "chen"]


def test_every_fault_is_named_until_there_are_too_many(context: UiContext) -> None:
    words = SoundnessWords(context.words)
    faults = tuple(AuditFault(FaultKind.CHANGED, n) for n in range(1, MOST_NAMED + 3))

    said, kind = words.told(Soundness("record_damaged", faults, {}))

    assert kind == "critical"
    assert "Pages or rows" in said
    assert f"Line {MOST_NAMED} of the log was changed." in said
    assert "And 2 more." in said


def test_each_kind_of_fault_has_a_sentence(context: UiContext) -> None:
    words = SoundnessWords(context.words)

    for kind in FaultKind:
        said, _ = words.told(Soundness(None, (AuditFault(kind, 17),), {}))
        assert "17" in said


def test_why_a_backup_does_not_open_has_words_of_its_own(context: UiContext) -> None:
    words = SoundnessWords(context.words)

    codes = ("wrong_passphrase", "record_damaged", "keys_missing", "keys_damaged", "disk_full")
    said = {words.problem(StorageError(code)) for code in codes}

    assert len(said) == len(codes)
    assert "lacks entries" in words.problem(Refusal("backup_not_whole"))
    told, _ = words.told(Soundness("disk_full", (), {}))
    assert "disk is full" in told


def test_a_moment_is_shown_by_the_clock_of_this_computer() -> None:
    assert moment(NOW) == f"{NOW.astimezone():%Y-%m-%d %H:%M}"
