"""Keep copies of the record, prove that they open, bring one back, and look for damage."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.data.disk import make_folder, write_whole
from desktop_app.domain.audit import Action, AuditFault, AuditFilter
from desktop_app.domain.errors import Cancelled, Refusal, StorageError
from desktop_app.domain.roles import Right

if TYPE_CHECKING:
    from desktop_app.data.backup import Backup
    from desktop_app.data.restore import Trial
    from desktop_app.services.clinic import ClinicService
    from desktop_app.services.clock import Clock
    from desktop_app.services.record_access import RecordAccess

DUE_AFTER = timedelta(hours=4)  # of a day's work, half a day is lost at most
# The record is whole, but what was committed last is gone: its journal was damaged or removed.
ENTRIES_LOST = "entries_lost"
# Where the second place is the first one, a copy there is none.
SAME_PLACE = "same_place"
_DRILL = "%Y%m%dT%H%M%S"
Stop = Callable[[], bool]


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class BackupRow:
    """Hold one finished backup: where, when (UTC), why, and how many patients and visits it has."""

    path: Path
    made_at: datetime
    why: str
    patients: int
    visits: int
    size: int


@dataclass(frozen=True, slots=True)
class BackupMade:
    """Hold what backing up gave; ``second_problem`` says what the second place refused."""

    row: BackupRow
    removed: int
    second_problem: str | None = None


@dataclass(frozen=True, slots=True)
class TrialReport:
    """Hold what a backup held when it was opened, beside its slip and beside the record of now.

    ``fits`` tells that every row which its slip promised was there; ``faults`` are lines of its log
    that were changed: no reason to lose the record, but to look into it.
    """

    path: Path
    made_at: datetime | None
    fits: bool
    rows: Mapping[str, int]
    now: Mapping[str, int] | None
    tried_at: datetime
    faults: tuple[AuditFault, ...] = ()
    slip: Path | None = None

    @property
    def fewer(self) -> Mapping[str, tuple[int, int]]:
        """Give the tables that have fewer rows in the backup than now: (there, now)."""
        now = self.now or {}
        return {
            table: (self.rows.get(table, 0), count)
            for table, count in now.items()
            if self.rows.get(table, 0) < count
        }


@dataclass(frozen=True, slots=True)
class Soundness:
    """Hold what a look at the whole record found; sound is what has no problem and no fault."""

    problem: str | None
    faults: tuple[AuditFault, ...]
    rows: Mapping[str, int]

    @property
    def sound(self) -> bool:
        """Tell whether nothing was found."""
        return self.problem is None and not self.faults


class SafetyService:
    """Back up, try out, restore and verify; all but ``restore`` leave the record as it is.

    Nothing here goes through the writer: copies are made by connections of their own, so that a
    doctor who types waits for none of it. Run it on a thread of its own.
    """

    def __init__(self, access: RecordAccess, clinic: ClinicService, clock: Clock) -> None:
        self._access = access
        self._clinic = clinic
        self._clock = clock

    def backups(self, folder: Path | None = None) -> tuple[BackupRow, ...]:
        """List the finished backups of a folder, or of the record's own, newest first."""
        from desktop_app.data.backup import backups

        return tuple(map(_row, backups(folder or self._access.files.backups)))

    def users_of(self, path: Path) -> tuple[str, ...]:
        """Name who can open a backup, first the one who made the record.

        Raises:
            StorageError: ``keys_missing``, ``keys_damaged`` or ``record_newer``.
        """
        from desktop_app.data.vault import read_keys

        return read_keys(path.with_suffix(".keys")).users

    def due(self) -> bool:
        """Tell whether the last regular backup is older than some hours, or there is none."""
        from desktop_app.data.backup import REGULAR

        regular = [row.made_at for row in self.backups() if row.why == REGULAR]
        now = self._clock.now()
        # What is dated in the future says nothing of when it was made.
        past = [made_at for made_at in regular if made_at <= now]
        return not past or now - max(past) >= DUE_AFTER

    def back_up(self, second: Path | None = None, *, cancelled: Stop = _never) -> BackupMade:
        """Make a backup, put it in the second place too, and remove what others stand for.

        Raises:
            Refusal: ``not_allowed`` or ``record_locked``.
            StorageError: the disk refuses, or ``record_damaged`` where the record is not whole.
            Cancelled: nothing of it is left.
        """
        self._access.require(Right.BACKUP)
        return self._made(second, cancelled)

    def back_up_if_due(
        self, second: Path | None = None, *, cancelled: Stop = _never
    ) -> BackupMade | None:
        """Make the backup that is due, whoever is logged in; None where none is due.

        Raises:
            Refusal: ``record_locked``.
            StorageError: as ``back_up``.
            Cancelled: nothing of it is left.
        """
        return self._made(second, cancelled) if self.due() else None

    def try_out(
        self,
        path: Path,
        passphrase: str,
        login: str = "",
        *,
        drill: bool = False,
        cancelled: Stop = _never,
    ) -> TrialReport:
        """Open a copy of a backup as its user would on another computer, and read every row.

        A fire drill is kept as a dated slip beside the backups, and in the log.

        Raises:
            Refusal: ``not_allowed`` or ``wait_before_next_try``.
            StorageError: why it does not open; see ``data.restore.tried``.
            Cancelled: ``cancelled`` said so; nothing is left of it, and no line in the log.
        """
        from desktop_app.data.restore import tried

        if self._access.is_open:
            self._access.require(Right.BACKUP)
        now, trial_folder = self._clock.now(), self._access.files.trial
        with (
            self._clinic.guessing(login),
            tried(path, passphrase, login, trial_folder, now, cancelled=cancelled) as trial,
        ):
            report = self._report(path, trial)
        if cancelled():
            raise Cancelled
        return self._kept_drill(report) if drill else report

    def restore(self, path: Path, passphrase: str, login: str = "") -> TrialReport:
        """Put a backup in the record's place and open it; what stood there is kept beside.

        The backup is tried whole first, and takes the place in one step that survives a crash.
        While the record is closed, anybody who opens the backup may put it where none opens any
        more; over one that is whole, only who may restore by the backup's own roles.

        Raises:
            Refusal: ``not_allowed``, ``confirm_passphrase`` while the record is open,
                ``wait_before_next_try``, or ``backup_not_whole`` where rows are missing that its
                slip promised.
            StorageError: why it does not open, or what the disk refuses. The record is unchanged
                then; what was interrupted in the last step is finished by the next ``unlock``.
        """
        from desktop_app.data.instance_lock import InstanceLock
        from desktop_app.data.place import refuse_network
        from desktop_app.data.restore import finish, take_place, tried

        files, now, was_open = self._access.files, self._clock.now(), self._access.is_open
        if was_open:
            self._access.require(Right.RESTORE)
        make_folder(files.record.parent)
        refuse_network(files.record.parent)
        with ExitStack() as held:
            if not was_open:
                held.callback(InstanceLock(files.lock).release)
                finish(files)  # one that was interrupted stands before what is restored now
            held.enter_context(self._clinic.guessing(login))
            trial = held.enter_context(tried(path, passphrase, login, files.restoring, now))
            report = self._report(path, trial)
            if not (was_open or Right.RESTORE in trial.user.rights) and self._opens(trial.key):
                raise Refusal("not_allowed")
            if not report.fits:
                raise Refusal("backup_not_whole")
            if was_open:
                self._access.close()
                held.callback(InstanceLock(files.lock).release)
            take_place(files, trial, now, path.name)
        self._clinic.unlock(passphrase, login)
        return report

    def verify(self, *, cancelled: Stop = _never) -> Soundness:
        """Read every page and every row of the open record, and follow the log line by line.

        Raises:
            Refusal: ``record_locked``.
            Cancelled: ``cancelled`` said so, and no line is in the log.
        """
        from desktop_app.data.engine import verify

        files, key = self._access.files, self._access.key
        problem = ENTRIES_LOST if self._access.lost else None
        rows: Mapping[str, int] = {}
        try:
            rows = verify(files.record, key, cancelled=cancelled)
        except StorageError as error:
            problem = error.code
        faults = self._faults()
        if cancelled():
            raise Cancelled
        with self._access.system() as work:
            work.audit.append(Action.RECORD_VERIFIED, "record", detail=str(len(faults)))
        return Soundness(problem, faults, rows)

    def look_over(self) -> str | None:
        """Look quickly whether the open record is whole; give the code of what is wrong, or None.

        Raises:
            Refusal: ``record_locked``.
        """
        from desktop_app.data.engine import quick_check

        try:
            quick_check(self._access.files.record, self._access.key)
        except StorageError as error:
            return error.code
        return ENTRIES_LOST if self._access.lost else None

    def _made(self, second: Path | None, cancelled: Stop) -> BackupMade:
        from desktop_app.data.backup import REGULAR, back_up, backups, copy_to, thin

        files, key, now = self._access.files, self._access.key, self._clock.now()
        path = back_up(files, key, now, REGULAR, cancelled=cancelled)
        with self._access.system() as work:
            work.audit.append(Action.BACKUP_MADE, "record", detail=path.name)
        removed = thin(files.backups, now, key)
        made = next(backup for backup in backups(files.backups) if backup.path == path)
        problem: str | None = None
        if second is not None and second.resolve() == files.backups.resolve():
            problem = SAME_PLACE
        elif second is not None:
            try:
                copy_to(second, made)
                thin(second, now, key)
            except StorageError as error:
                problem = error.code
        return BackupMade(_row(made), removed, problem)

    def _opens(self, key: bytes) -> bool:
        """Tell whether a record stands there that a key opens, and looks whole."""
        from desktop_app.data.engine import open_engine, quick_check

        record = self._access.files.record
        try:
            open_engine(record, key).dispose()
            quick_check(record, key)
        except StorageError:
            return False
        return True

    def _report(self, path: Path, trial: Trial) -> TrialReport:
        from desktop_app.data.engine import count_rows

        now: Mapping[str, int] | None = None
        if self._access.is_open:
            with suppress(StorageError):
                now = count_rows(self._access.files.record, self._access.key)
        return TrialReport(
            path, trial.made_at, trial.fits, trial.rows, now, self._clock.now(), trial.faults
        )

    def _kept_drill(self, report: TrialReport) -> TrialReport:
        files = self._access.files
        stamp = report.tried_at.strftime(_DRILL)
        slip = files.backups / f"fire-drill-{stamp}.json"
        said = {
            "format": "mspike-fire-drill/1",
            "backup": report.path.name,
            "backup_made_at": report.made_at.isoformat() if report.made_at else None,
            "tried_at": report.tried_at.isoformat(),
            "passed": report.fits and not report.faults,
            "rows": dict(report.rows),
        }
        write_whole(slip, json.dumps(said, indent=1).encode())
        if self._access.is_open:
            with self._access.system() as work:
                outcome = "passed" if said["passed"] else "failed"
                work.audit.append(Action.FIRE_DRILL, "record", detail=outcome)
        return replace(report, slip=slip)

    def _faults(self) -> tuple[AuditFault, ...]:
        from desktop_app.data.backup import backups, log_of

        files, key = self._access.files, self._access.key
        slips = [backup.slip for backup in backups(files.backups)]
        restored = AuditFilter(actions=frozenset({Action.RECORD_RESTORED}))
        with log_of(files.record, key) as log:
            # Restoring takes the log back too: what was known of it before no longer counts.
            last = max((line.at for line in log.lines(restored, 1)), default=None)
            own = (slip for slip in slips if slip.is_of(key))
            return log.faults(tuple(x.head for x in own if last is None or x.made_at > last))


def _row(backup: Backup) -> BackupRow:
    slip = backup.slip
    return BackupRow(
        backup.path,
        slip.made_at,
        slip.why,
        slip.rows.get("patient", 0),
        slip.rows.get("visit", 0),
        slip.size,
    )
