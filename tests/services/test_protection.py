"""Keep how soon the record locks itself, and why it was locked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.data import audit
from desktop_app.domain.errors import FieldErrors, Refusal, StorageError
from desktop_app.domain.protection import LockCause, Protection
from tests.conftest import PASSPHRASE
from tests.data.reading import rows

if TYPE_CHECKING:
    from desktop_app.paths import Paths
    from desktop_app.services import Services

LOCKED = "SELECT actor, detail FROM audit WHERE action = 'record_locked' ORDER BY id"


def test_the_record_locks_itself_after_ten_minutes_unless_the_clinic_says_otherwise(
    services: Services, paths: Paths
) -> None:
    assert services.settings.protection() == Protection(10)
    with pytest.raises(Refusal, match="confirm_passphrase"):
        services.settings.keep_protection("5")
    services.clinic.confirm(PASSPHRASE)

    kept = services.settings.keep_protection(" ５ ")
    services.settings.keep_protection("5")

    assert kept == services.settings.protection() == Protection(5)
    assert len(rows(paths, "SELECT 1 FROM audit WHERE action = 'setting_changed'")) == 1


@pytest.mark.parametrize("text", ["", "0", "61", "-1", "1.5", "ten", "100000"])
def test_only_whole_minutes_from_1_to_60_are_kept(services: Services, text: str) -> None:
    services.clinic.confirm(PASSPHRASE)

    with pytest.raises(FieldErrors) as wrong:
        services.settings.keep_protection(text)

    (error,) = wrong.value.errors
    assert (error.field, error.code) == ("idle_minutes", "not_a_whole_number")
    assert error.values == (("text", text), ("low", "1"), ("high", "60"))


def test_the_bounds_themselves_are_kept(services: Services) -> None:
    services.clinic.confirm(PASSPHRASE)

    assert services.settings.keep_protection("1") == Protection(1)
    assert services.settings.keep_protection("60") == Protection(60)


def test_the_log_keeps_why_the_record_was_locked(services: Services, paths: Paths) -> None:
    for cause in LockCause:
        services.clinic.lock(cause)
        services.clinic.lock(cause)  # it is locked already: no second line
        services.clinic.unlock(PASSPHRASE)
    services.clinic.lock()

    assert rows(paths, LOCKED) == [("owner", cause) for cause in LockCause]


def test_a_line_that_cannot_be_written_does_not_hold_up_the_lock(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object, **_named: object) -> None:
        raise StorageError("disk_full")

    monkeypatch.setattr(audit.AuditLog, "append", full)

    services.clinic.lock(LockCause.IDLE)

    assert services.clinic.state() == "locked"
