"""Keep what the clinic sets for itself: who it is, and its policy beside the published one."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from desktop_app.domain.audit import Action
from desktop_app.domain.criteria.intervals import GUIDELINE
from desktop_app.domain.errors import FieldError, FieldErrors
from desktop_app.domain.trend import NOISE_PERCENT

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from desktop_app.domain.catalogue import Catalogue
    from desktop_app.domain.document import Clinic
    from desktop_app.domain.policy import Months, Policy
    from desktop_app.domain.policy_draft import PolicyDraft
    from desktop_app.services.record_access import RecordAccess

MOST_CHARACTERS = 60  # more would not fit on the head of a sheet


class SettingsService:
    """Read and keep settings; every version stays in the record with who set it, and when."""

    def __init__(self, access: RecordAccess, catalogue: Catalogue) -> None:
        self._access = access
        self._catalogue = catalogue

    def clinic(self) -> Clinic:
        """Give what stands on the clinic's sheets; empty where nothing was set."""
        with self._access.reading() as work:
            return work.settings.clinic()

    def keep_clinic(self, clinic: Clinic) -> None:
        """Keep what stands on sheets from now on; what was issued keeps what it says.

        Raises:
            FieldErrors: ``too_long`` at the name of a field.
        """
        tidy = {name: " ".join(text.split()) for name, text in asdict(clinic).items()}
        errors = tuple(
            FieldError(name, "too_long", (("maximum", str(MOST_CHARACTERS)),))
            for name, text in tidy.items()
            if len(text) > MOST_CHARACTERS
        )
        if errors:
            raise FieldErrors(errors)
        with self._access.writing() as work:
            number = work.settings.keep_clinic(replace(clinic, **tidy))
            if number is not None:
                work.audit.append(Action.SETTING_CHANGED, "setting", number)

    def guideline(self) -> Mapping[str, tuple[Months, ...]]:
        """Give the published steps of every follow-up rule that a clinic may set, in months."""
        return GUIDELINE

    def noise(self) -> Mapping[str, Decimal]:
        """Give the published noise of every test that has one, in percent (EVO-NOISE)."""
        return NOISE_PERCENT

    def policy(self) -> Policy:
        """Give the clinic's own policy; the published one where nothing was set."""
        with self._access.reading() as work:
            return work.settings.policy()

    def keep_policy(self, draft: PolicyDraft) -> None:
        """Keep the policy that holds from now on.

        Nothing is computed again: assessments stay as they were concluded, under the policy of
        their day, and the list shows the new one for a patient with the next assessment.

        Raises:
            FieldErrors: a text means nothing; see ``PolicyDraft.checked``.
        """
        policy = draft.checked(self._catalogue, GUIDELINE)
        with self._access.writing() as work:
            number = work.settings.keep_policy(policy)
            if number is not None:
                work.audit.append(Action.SETTING_CHANGED, "setting", number)
