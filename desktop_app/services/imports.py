"""Bring laboratory results into the record: read, review, store at once, take back as a whole.

What reads laboratory files is imported when the first one is read: the window opens sooner.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.domain.arrivals.known import ImportBatch, Origin, Undone, never, no_progress
from desktop_app.domain.arrivals.review import Imported, ImportReview
from desktop_app.domain.arrivals.rows import SiteProfile
from desktop_app.domain.audit import Action
from desktop_app.domain.errors import InputError, Refusal
from desktop_app.domain.roles import Right
from desktop_app.exchange.lab.sources import LabSource, pasted
from desktop_app.services.snapshots import assess_anew
from desktop_app.services.unswept import unswept

if TYPE_CHECKING:
    from desktop_app.data.unit_of_work import UnitOfWork
    from desktop_app.domain.arrivals.known import Progress, Stop
    from desktop_app.domain.arrivals.review import Decisions
    from desktop_app.domain.arrivals.rows import Staged
    from desktop_app.domain.catalogue import Catalogue
    from desktop_app.domain.journal import EntryKind
    from desktop_app.services.clock import Clock
    from desktop_app.services.record_access import RecordAccess

__all__ = [
    "ImportBatch",
    "ImportReview",
    "ImportService",
    "Imported",
    "LabSource",
    "Origin",
    "Undone",
]

AT_ONCE = 10  # patients assessed in one transaction, so that nobody waits long for the record


class ImportService:
    """Take results from a file or a paste into the record, and out of it again.

    Long calls take ``progress`` (done, of how many) and ``cancelled``; a cancelled one raises
    ``Cancelled`` and leaves no trace.
    """

    def __init__(self, access: RecordAccess, clock: Clock, catalogue: Catalogue) -> None:
        self._access = access
        self._clock = clock
        self._catalogue = catalogue

    def open_file(self, path: Path) -> LabSource:
        """Give a file as a source; it is opened when it is staged."""
        from desktop_app.data.lab_files import opened

        return LabSource(path.name, lambda: opened(path))

    def pasted(self, text: str) -> LabSource:
        """Give what was pasted as a source."""
        return pasted(text)

    def waiting(self, folder: str) -> tuple[Path, ...]:
        """List the laboratory files of a folder whose bytes are not in the record, by name.

        There are none where no folder is named, or it is not there now.
        """
        from desktop_app.data.lab_files import files_in

        found = files_in(Path(folder)) if folder else ()
        with self._access.reading(Right.IMPORT) as work:
            known = work.imports.hashes()
        return tuple(path for path, digest in found if digest not in known)

    def stage(
        self,
        source: LabSource,
        profile: SiteProfile,
        progress: Progress = no_progress,
        cancelled: Stop = never,
    ) -> Staged:
        """Read a source as the profile says; the record is not asked.

        Raises:
            InputError: the source cannot be read; it names the place and what was expected.
            Cancelled: somebody stopped it.
        """
        from desktop_app.exchange.lab.layouts import stage

        try:
            with unswept():
                return stage(
                    source, profile, self._catalogue, progress=progress, cancelled=cancelled
                )
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise InputError("file", f"a file that can be read ({reason})") from error

    def review(
        self,
        staged: Staged,
        profile: SiteProfile,
        decisions: Decisions,
        *,
        patient_id: int | None = None,
        progress: Progress = no_progress,
        cancelled: Stop = never,
    ) -> ImportReview:
        """Show what would be stored, and what is asked; nothing is written.

        With ``patient_id`` everything is that patient's, and people who are somebody else by
        number, birth date or sex are blocked.

        Raises:
            Refusal: ``no_such_patient``.
            Cancelled: somebody stopped it.
        """
        from desktop_app.services.import_review import Asked, reviewed

        asked, today = Asked(staged, profile, decisions, patient_id), self._clock.today()
        with unswept(), self._access.reading(Right.IMPORT) as work:
            return reviewed(work, asked, self._catalogue, today, progress, cancelled)

    def store(
        self, review: ImportReview, progress: Progress = no_progress, cancelled: Stop = never
    ) -> Imported:
        """Store what is NEW or CORRECTS, all or nothing, and assess the first few patients anew.

        The others wait for ``assess_next``. What was decided of items and units is learnt by the
        profile, if it has a name.

        Raises:
            Refusal: ``nothing_to_store``, or ``import_outdated`` where the record has changed since
                the review so that it would come out differently.
            Cancelled: somebody stopped it before everything was written.
        """
        from desktop_app.services.import_storing import learnt, stored

        today = self._clock.today()
        with unswept(), self._access.writing(Right.IMPORT) as work:
            imported = stored(work, review, self._catalogue, today, progress, cancelled)
            profile = learnt(review)
            if profile is not None:
                _keep(work, profile)
        self.assess_next()
        return imported

    def pending(self) -> int:
        """Count the patients whose assessment still lacks what was imported or taken back."""
        with self._access.system() as work:
            return work.imports.pending_count()

    def assess_next(self) -> int:
        """Assess the next few patients; give how many are left: call again until none is.

        After unlocking this goes on where a closed program stopped.
        """
        today, catalogue = self._clock.today(), self._catalogue
        with self._access.system() as work:
            for patient_id in work.imports.pending(AT_ONCE):
                assess_anew(work, patient_id, today=today, catalogue=catalogue)
                work.imports.done(patient_id)
            return work.imports.pending_count()

    def undo(self, batch_id: int, reason: str) -> Undone:
        """Withdraw what still stands of an import; what it corrected stands as it did before.

        People whom it registered stay registered. Those who are not assessed anew at once wait for
        ``assess_next``.

        Raises:
            Refusal: ``reason_required`` or ``no_such_import``.
        """
        why = reason.strip()
        if not why:
            raise Refusal("reason_required")
        with self._access.writing(Right.IMPORT) as work:
            undone = work.imports.undo(batch_id, why)
            work.audit.append(Action.IMPORT_UNDONE, "import_batch", batch_id)
        self.assess_next()
        return undone

    def patient_of(self, record_number: str) -> int | None:
        """Give the patient who has a record number, however it is typed, or None.

        A number that was merged into another patient's leads to the one who is kept.
        """
        with self._access.reading(Right.IMPORT) as work:
            known = work.imports.numbered((record_number,)).get(record_number)
            return None if known is None else work.merges.kept(known.patient_id)

    def batches(self) -> tuple[ImportBatch, ...]:
        """List the imports, newest first."""
        with self._access.reading(Right.READ) as work:
            return work.imports.batches()

    def origin(self, kind: EntryKind, entry_id: int) -> Origin | None:
        """Tell from which line of which import an entry came; None for what was typed."""
        with self._access.reading(Right.READ) as work:
            return work.imports.origin(kind, entry_id)

    def profiles(self) -> tuple[str, ...]:
        """List the names of the profiles that were kept, in order."""
        with self._access.reading(Right.IMPORT) as work:
            return work.settings.profiles()

    def profile(self, name: str) -> SiteProfile:
        """Give a profile as it was kept last, or an empty one where none was."""
        with self._access.reading(Right.IMPORT) as work:
            text = work.settings.profile(name)
        if text is None:
            return SiteProfile(name)
        from desktop_app.exchange.lab.profiles import read_profile

        return read_profile(text)

    def keep_profile(self, profile: SiteProfile) -> None:
        """Keep a profile under its name; earlier versions stay in the record.

        Raises:
            Refusal: ``profile_name_required``.
        """
        if not profile.name.strip():
            raise Refusal("profile_name_required")
        with self._access.writing(Right.IMPORT) as work:
            _keep(work, profile)


def _keep(work: UnitOfWork, profile: SiteProfile) -> None:
    from desktop_app.exchange.lab.profiles import profile_text

    number = work.settings.keep_profile(profile.name, profile_text(profile))
    if number is not None:
        work.audit.append(Action.PROFILE_KEPT, "setting", number)
