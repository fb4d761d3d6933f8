"""Open the record's file: the only module, with the migrations, that knows which database it is.

The file is SQLCipher under a raw key. The driver begins nothing on its own: SQLAlchemy sends our
BEGIN, so that a schema step rolls back too, and only the unit of work asks for the write lock.
"""

from __future__ import annotations

from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, ExceptionContext, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from desktop_app.domain.errors import Cancelled, StorageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_BUSY_MILLISECONDS = 5_000
_CACHE_KIB = 64 * 1024
_PAGES_AT_A_TIME = 2_000
_PAGE_BYTES = 4096
_STEPS_BETWEEN_QUESTIONS = 100_000  # of SQLite's own machine: some milliseconds
_INTERRUPTED = 9
_OPEN_PRAGMAS = (
    "foreign_keys = ON",
    "journal_mode = WAL",
    "synchronous = FULL",
    f"busy_timeout = {_BUSY_MILLISECONDS}",
    f"cache_size = -{_CACHE_KIB}",
)
_BEGIN = "record_begin"
_PLAIN_HEADER = b"SQLite format 3"
# Primary result codes of SQLite (https://www.sqlite.org/rescode.html) that no code can prevent.
# Whatever is not here, a violated constraint first of all, is a bug and stays what it is.
_ENVIRONMENT = {
    3: "folder_not_writable",  # PERM
    5: "record_busy",  # BUSY
    6: "record_busy",  # LOCKED
    8: "folder_not_writable",  # READONLY
    10: "folder_not_writable",  # IOERR: the disk went away
    11: "record_damaged",  # CORRUPT
    13: "disk_full",  # FULL
    14: "folder_not_writable",  # CANTOPEN
    26: "record_damaged",  # NOTADB: the key is right here, so the file is not
}

# The driver's backup gives no number, only SQLite's words for it (sqlite3_errstr).
_IN_WORDS = {
    "database is locked": 5,
    "attempt to write a readonly database": 8,
    "disk I/O error": 10,
    "database disk image is malformed": 11,
    "database or disk is full": 13,
    "unable to open database file": 14,
    "file is not a database": 26,
}


def open_engine(path: Path, key: bytes) -> Engine:
    """Open a record that exists, and read its first page to prove that the key fits.

    Raises:
        StorageError: ``record_missing``, ``record_damaged``, ``record_busy`` or
            ``folder_not_writable``.
    """
    if not path.exists():
        raise StorageError("record_missing")
    if path.stat().st_size == 0 or _cut_off(path):
        # SQLite takes an empty file for a new database: that would look like lost patients.
        raise StorageError("record_damaged")
    engine = new_engine(path, key)
    try:
        with engine.connect():
            return engine
    except BaseException:
        engine.dispose()
        raise


def new_engine(path: Path, key: bytes) -> Engine:
    """Make an engine on a file that need not exist yet."""

    def connect() -> Any:
        try:
            return _connect(path, key, *_OPEN_PRAGMAS)
        except dbapi2.Error as error:
            raise _told(error) from None

    engine = create_engine(
        "sqlite://",
        creator=connect,
        module=dbapi2,
        poolclass=QueuePool,
        hide_parameters=True,  # statements' values are names and results
    )
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", _handle_error, retval=True)
    return engine


def writing(engine: Engine) -> Engine:
    """Give the engine on which a transaction takes the write lock when it begins."""
    return engine.execution_options(**{_BEGIN: "IMMEDIATE"})


@contextmanager
def migrating(engine: Engine) -> Iterator[Connection]:
    """Give one transaction for a change of the schema; references are checked before its end.

    Raises:
        StorageError: ``record_damaged`` where a row refers to one that is not there.
    """
    with writing(engine).connect() as connection:
        driver: Any = connection.connection.driver_connection
        # A table is rebuilt by copying it: enforced references would forbid to drop the old one,
        # and inside a transaction the pragma does nothing.
        driver.execute("PRAGMA foreign_keys = OFF")
        try:
            with connection.begin():
                yield connection
                if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                    raise StorageError("record_damaged")
        finally:
            driver.execute("PRAGMA foreign_keys = ON")


def copy_online(
    source: Path, target: Path, key: bytes, *, cancelled: Callable[[], bool] = lambda: False
) -> dict[str, int]:
    """Copy one state of a record that may be in use, and give its number of rows by table.

    Raises:
        StorageError: what the disk or the record refuses.
        Cancelled: ``cancelled`` said so, asked after every few pages.
    """

    def step(_status: int, _remaining: int, _total: int) -> None:
        if cancelled():
            raise Cancelled

    try:
        with closing(_connect(source, key)) as here, closing(_connect(target, key)) as there:
            # The open transaction holds that state while others write on.
            here.execute("BEGIN")
            counted = _rows_of_tables(here)
            here.backup(there, pages=_PAGES_AT_A_TIME, progress=step)
            here.execute("ROLLBACK")
            return counted
    except dbapi2.Error as error:
        raise _told(error) from None


def verify(
    path: Path, key: bytes, *, cancelled: Callable[[], bool] = lambda: False
) -> dict[str, int]:
    """Read every page and every row of a record, and give the number of rows of each table.

    Raises:
        StorageError: ``record_damaged``, or what the disk refuses.
        Cancelled: ``cancelled`` said so, asked again and again while rows are read.
    """
    try:
        with closing(_connect(path, key)) as connection:
            connection.set_progress_handler(cancelled, _STEPS_BETWEEN_QUESTIONS)
            # The check of pages reads the file alone. What the journal holds goes there first, and
            # under this reader nothing is written there any more.
            connection.execute("PRAGMA wal_checkpoint").fetchall()
            connection.execute("BEGIN")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            pages = connection.execute("PRAGMA cipher_integrity_check").fetchall()
            rows = connection.execute("PRAGMA integrity_check").fetchall()
            orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
            if pages or orphans or rows != [("ok",)]:
                raise StorageError("record_damaged")
            return _rows_of_tables(connection)
    except dbapi2.Error as error:
        if getattr(error, "sqlite_errorcode", None) == _INTERRUPTED:
            raise Cancelled from None
        raise _told(error) from None


def count_rows(path: Path, key: bytes) -> dict[str, int]:
    """Give the number of rows of each table of a record that may be in use.

    Raises:
        StorageError: ``record_damaged``, or what the disk refuses.
    """
    try:
        with closing(_connect(path, key)) as connection:
            connection.execute("BEGIN")
            return _rows_of_tables(connection)
    except dbapi2.Error as error:
        raise _told(error) from None


def quick_check(path: Path, key: bytes) -> None:
    """Look over the structure of a record that may be in use, without reading every row.

    Raises:
        StorageError: ``record_damaged``, or what the disk refuses.
    """
    try:
        with closing(_connect(path, key)) as connection:
            if connection.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]:
                raise StorageError("record_damaged")
    except dbapi2.Error as error:
        raise _told(error) from None


def is_plain(path: Path) -> bool:
    """Tell whether a file is a database that anybody can read without a key."""
    with path.open("rb") as file:
        return file.read(len(_PLAIN_HEADER)) == _PLAIN_HEADER


def _cut_off(path: Path) -> bool:
    """Tell whether the last page is not whole: SQLite notices only when something reads it.

    A log beside the record, left by a crash, may hold that page.
    """
    journal = path.with_name(path.name + "-wal")
    left = journal.exists() and journal.stat().st_size > 0
    return path.stat().st_size % _PAGE_BYTES > 0 and not left


def _connect(path: Path, key: bytes, *pragmas: str) -> Any:
    connection = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def _rows_of_tables(connection: Any) -> dict[str, int]:
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
    ).fetchall()
    return {  # the names are the record's own
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608
        for (name,) in names
    }


def _begin(connection: Connection) -> None:
    mode = connection.get_execution_options().get(_BEGIN, "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {mode}")


def _handle_error(context: ExceptionContext) -> BaseException | None:
    told = _told(context.original_exception)
    return told if isinstance(told, StorageError) else None


def _told(error: BaseException) -> BaseException:
    number = getattr(error, "sqlite_errorcode", None) or _IN_WORDS.get(str(error))
    code = _ENVIRONMENT.get(number & 0xFF) if isinstance(number, int) else None
    return error if code is None else StorageError(code)
