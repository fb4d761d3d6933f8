"""Copy the record, encrypted and with its wrapped keys, and trust no copy that was not read back.

A backup is three files of one name: the record (.db), its keys of that time (.keys), and a slip
(.slip) that says how many rows there are and how far the log had come. What has no slip, or is
shorter than its slip says, is no backup: it was never finished. Who has no key of the record can
write no slip that passes for one of its own.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app import __version__
from desktop_app.data import disk
from desktop_app.data.audit import AuditLog
from desktop_app.data.disk import copy_whole, make_empty, make_folder, told_apart, write_whole
from desktop_app.data.engine import copy_online, open_engine, verify
from desktop_app.data.seal import is_sealed, seal
from desktop_app.data.vault import read_keys
from desktop_app.domain.audit import AuditFault, AuditHead
from desktop_app.domain.errors import StorageError
from desktop_app.domain.thinning import BackupAge, superfluous

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.data.files import RecordFiles

FORMAT = "mspike-backup/1"
REGULAR = "regular"
_STAMP = "%Y%m%dT%H%M%S"
_PIECE = 1024 * 1024
_FILES = (".slip", ".db", ".keys")
# Only what has a name as ``back_up`` gives is ever removed: not what somebody copied or renamed.
_OWN_NAME = re.compile(r"clinic-\d{8}T\d{6}-[a-z-]+(-\d+)?\.db", re.ASCII)
_NO_TIME = datetime(1970, 1, 1, tzinfo=UTC)  # the log is only read


@dataclass(frozen=True, slots=True)
class Slip:
    """Hold what a backup said of itself when it was made; ``why`` is regular or before-…"""

    made_at: datetime
    why: str
    rows: Mapping[str, int]
    head: AuditHead
    sha256: str
    size: int
    written_by: str = __version__
    seal: str = ""

    def sealed(self, key: bytes) -> Slip:
        """Give the slip as only who has the record's key can write it."""
        return replace(self, seal=seal(key, _said(replace(self, seal=""))))

    def is_of(self, key: bytes) -> bool:
        """Tell whether the slip was written for the record of a key, and never changed."""
        return is_sealed(key, _said(replace(self, seal="")), self.seal)


@dataclass(frozen=True, slots=True)
class Backup:
    """Hold where a finished backup is, and its slip."""

    path: Path
    slip: Slip

    @property
    def keys(self) -> Path:
        """Name the file of its keys."""
        return self.path.with_suffix(".keys")


def back_up(
    files: RecordFiles,
    key: bytes,
    now: datetime,
    why: str,
    *,
    cancelled: Callable[[], bool] = lambda: False,
) -> Path:
    """Copy a record that may be in use; the copy counts only after every row of it was read.

    Raises:
        StorageError: the disk refuses, or ``record_damaged`` where the copy is not whole.
        Cancelled: nothing is left of it then.
    """
    make_folder(files.backups)
    read_keys(files.keys)  # a copy whose keys are spoilt would open to nobody
    target = _free(files.backups, f"clinic-{now.strftime(_STAMP)}-{why}")
    with told_apart(), _beside(target) as beside:
        counted = copy_online(files.record, beside, key, cancelled=cancelled)
        if verify(beside, key, cancelled=cancelled) != counted:
            raise StorageError("record_damaged")
        head, size = head_of(beside, key), beside.stat().st_size
        slip = Slip(now, why, counted, head, sha256_of(beside), size).sealed(key)
        _finish(beside, target, files.keys, slip)
    return target


def backups(folder: Path) -> tuple[Backup, ...]:
    """List the finished backups of a folder, newest first; a spoilt slip makes none."""
    try:
        found = [
            Backup(path.with_suffix(".db"), slip)
            for path in sorted(folder.glob("*.slip"))
            if (slip := slip_of(path)) is not None
        ]
        whole = [each for each in found if _is_whole(each)]
    except OSError:
        return ()
    return tuple(sorted(whole, key=lambda x: (x.slip.made_at, x.path.name), reverse=True))


def clear_unfinished(folder: Path) -> None:
    """Remove what is left of backups that were killed; only while nobody else backs up."""
    for left in folder.glob("*.part*"):
        with suppress(OSError):
            left.unlink()


def thin(folder: Path, now: datetime, key: bytes) -> int:
    """Remove the record's backups that others of it stand for; give how many went.

    Those of another record, as in a place that two clinics share, are left alone.
    """
    own = (b for b in backups(folder) if _OWN_NAME.fullmatch(b.path.name) and b.slip.is_of(key))
    kept = {backup.path.name: backup for backup in own}
    ages = (BackupAge(x, b.slip.made_at, b.slip.why != REGULAR) for x, b in kept.items())
    return sum(_removed(kept[name].path) for name in superfluous(ages, now))


def copy_to(folder: Path, backup: Backup) -> Path:
    """Copy a finished backup to another folder, and read the copy back.

    Of the folder no more than its last part is made: where a disk is missing, nothing takes its
    place.

    Raises:
        StorageError: the disk refuses, or ``record_damaged`` where the copy is another.
    """
    with told_apart():
        folder.mkdir(mode=0o700, exist_ok=True)
        target = folder / backup.path.name
        if slip_of(target.with_suffix(".slip")) not in (None, backup.slip):
            target = _free(folder, target.stem)  # of another record that shares the place
        with _beside(target) as beside:
            copy_whole(backup.path, beside)
            if sha256_of(beside) != backup.slip.sha256:
                raise StorageError("record_damaged")
            _finish(beside, target, backup.keys, backup.slip)
    return target


def head_of(path: Path, key: bytes) -> AuditHead:
    """Give how far the log of a record had come.

    Raises:
        StorageError: the record cannot be read.
    """
    with log_of(path, key) as log:
        return log.head()


def faults_of(path: Path, key: bytes, heads: tuple[AuditHead, ...]) -> tuple[AuditFault, ...]:
    """Give every line of a record's log that was changed, moved, put in or removed.

    Raises:
        StorageError: the record cannot be read.
    """
    with log_of(path, key) as log:
        return log.faults(heads)


@contextmanager
def log_of(path: Path, key: bytes) -> Iterator[AuditLog]:
    """Give the log of a record to read, past whoever writes.

    Raises:
        StorageError: the record cannot be read.
    """
    engine = open_engine(path, key)
    try:
        with engine.connect() as connection:
            yield AuditLog(connection, _NO_TIME, "")
    finally:
        engine.dispose()


def sha256_of(path: Path) -> str:
    """Give the hash of a file, read piece by piece."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()


def slip_of(path: Path) -> Slip | None:
    """Read a slip; None where there is none, or it is spoilt."""
    try:
        body = json.loads(path.read_bytes())
        if body.pop("check") != _check(body) or body.pop("format") != FORMAT:
            return None
        return _slip(body)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _slip(body: Mapping[str, Any]) -> Slip | None:
    slip = Slip(**body)
    made_at, head = datetime.fromisoformat(body["made_at"]), AuditHead(**body["head"])
    rows = {str(table): int(count) for table, count in body["rows"].items()}
    if made_at.tzinfo is None:
        return None
    return replace(slip, made_at=made_at, head=head, rows=rows, seal=str(slip.seal))


def _slip_body(slip: Slip) -> dict[str, Any]:
    return asdict(slip) | {"made_at": slip.made_at.isoformat(), "format": FORMAT}


def _slip_text(slip: Slip) -> str:
    body = _slip_body(slip)
    return json.dumps(body | {"check": _check(body)}, indent=1)


def _said(slip: Slip) -> str:
    return json.dumps(_slip_body(slip), sort_keys=True, separators=(",", ":"))


def _check(body: Mapping[str, Any]) -> str:
    text = json.dumps(body, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _is_whole(backup: Backup) -> bool:
    """Tell whether a backup has all its files and is no shorter or longer than it was."""
    if not (backup.path.is_file() and backup.keys.is_file()):
        return False
    return backup.path.stat().st_size == backup.slip.size


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """Give an empty file beside a place; whatever is left of it afterwards goes."""
    beside = target.with_name(target.name + ".part")
    make_empty(beside)
    try:
        yield beside
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _finish(beside: Path, target: Path, keys: Path, slip: Slip) -> None:
    """Put a copy that was read back in its place: its keys first, its slip last."""
    write_whole(target.with_suffix(".keys"), keys.read_bytes())
    disk.replace(beside, target)
    write_whole(target.with_suffix(".slip"), _slip_text(slip).encode())


def _removed(path: Path) -> bool:
    """Remove a backup; what the disk keeps is tried again the next time."""
    with suppress(OSError):
        # The slip goes first: what is left half removed is then no backup any more.
        for suffix in _FILES:
            path.with_suffix(suffix).unlink(missing_ok=True)
        return True
    return False


def _free(folder: Path, stem: str) -> Path:
    count = 1
    target = folder / f"{stem}.db"
    while any(target.with_suffix(each).exists() for each in (*_FILES, ".db.part")):
        count += 1
        target = folder / f"{stem}-{count}.db"
    return target
