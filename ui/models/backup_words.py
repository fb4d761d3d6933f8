"""Say in words how old a backup is, why it was made, and what it holds beside the record of now."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from desktop_app.services.safety import BackupRow, TrialReport

STALE_AFTER = timedelta(days=2)
_MEBIBYTE = 1024 * 1024
_COUNTED = ("patient", "visit", "result")
# What somebody entered or settled; what the program derives or logs tells nobody anything.
_OTHERS = (
    *("finding", "cytogenetic", "lesion", "earlier_diagnosis", "treatment", "clinical_event"),
    *("visit_note", "decision", "issued_document", "leaflet_approval", "setting", "draft"),
    *("patient_merge", "user_account", "import_batch"),
)


def moment(at: datetime) -> str:
    """Give day and time of day as this computer's clock shows them."""
    return f"{at.astimezone():%Y-%m-%d %H:%M}"


def is_stale(row: BackupRow, now: datetime) -> bool:
    """Tell whether a backup is so old, or dated so oddly, that a new one is wanted."""
    return not timedelta(0) <= now - row.made_at <= STALE_AFTER


class BackupWords(QObject):
    """Say what a backup is, as seen from one moment."""

    def __init__(self, now: datetime) -> None:
        super().__init__()
        self._now = now

    def age(self, made_at: datetime) -> str:
        """Say how long ago something was made."""
        passed = self._now - made_at
        if passed < timedelta(0):
            return self.tr("dated in the future")
        if passed < timedelta(minutes=1):
            return self.tr("just now")
        if passed < timedelta(hours=1):
            return self.tr("%n min ago", "", int(passed / timedelta(minutes=1)))
        if passed < timedelta(days=1):
            return self.tr("%n h ago", "", int(passed / timedelta(hours=1)))
        return self.tr("%n day(s) ago", "", passed.days)

    def dated(self, made_at: datetime) -> str:
        """Say when something was made, and how long ago that is."""
        #: {0} is a day and time, {1} its age
        return self.tr("{0}, {1}", "day and age").format(moment(made_at), self.age(made_at))

    def why(self, code: str) -> str:
        """Say why a backup was made."""
        known = {
            "regular": self.tr("regular"),
            "before-upgrade": self.tr("before an upgrade"),
            "before-merge": self.tr("before a merge"),
            "before-import": self.tr("before an import"),
        }
        return known.get(code, code)

    def size(self, count: int) -> str:
        """Say how large a file is."""
        return f"{max(count / _MEBIBYTE, 0.1):.1f} MB"


class CountWords(QObject):
    """Put into words how much a record or a backup holds."""

    def held(self, patients: int, visits: int) -> str:
        """Say how many patients and visits there are."""
        return self._joined([self._patients(patients), self._visits(visits)])

    def counts(self, rows: Mapping[str, int]) -> str:
        """Say how many patients, visits and results there are."""
        patients, visits, results = (rows.get(table, 0) for table in _COUNTED)
        said = [self._patients(patients), self._visits(visits)]
        return self._joined([*said, self.tr("%n result(s)", "", results)])

    def fewer(self, report: TrialReport) -> str:
        """Say what the backup has fewer of than the record of now; nothing is an empty text."""
        missing = {table: now - there for table, (there, now) in report.fewer.items()}
        patients, visits, results = (missing.get(table, 0) for table in _COUNTED)
        others = sum(missing.get(table, 0) for table in _OTHERS)
        said = [
            self._patients(patients) if patients else "",
            self._visits(visits) if visits else "",
            self.tr("%n result(s)", "", results) if results else "",
            self.tr("%n other entries", "", others) if others else "",
        ]
        return self._joined([each for each in said if each])

    def _patients(self, count: int) -> str:
        return self.tr("%n patient(s)", "", count)

    def _visits(self, count: int) -> str:
        return self.tr("%n visit(s)", "", count)

    def _joined(self, said: list[str]) -> str:
        #: Stands between two counts, as in "3 patients, 5 visits"
        return self.tr(", ", "between counts").join(said)
