"""Keep what the clinic sets for itself: who it is, and its policy beside the published one."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from desktop_app.domain.audit import Action
from desktop_app.domain.criteria.intervals import GUIDELINE
from desktop_app.domain.errors import FieldError, FieldErrors
from desktop_app.domain.protection import LEAST_MINUTES, MOST_MINUTES, Protection
from desktop_app.domain.roles import Right
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
_WHOLE = re.compile(r"[0-9]{1,3}", re.ASCII)


class SettingsService:
    """Read and keep settings; every version stays in the record with who set it, and when."""

    def __init__(self, access: RecordAccess, catalogue: Catalogue) -> None:
        self._access = access
        self._catalogue = catalogue

    def clinic(self) -> Clinic:
        """Give what stands on the clinic's sheets; empty where nothing was set."""
        with self._access.reading(Right.FIND) as work:
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
        with self._access.writing(Right.SETTINGS) as work:
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
        with self._access.reading(Right.FIND) as work:
            return work.settings.policy()

    def keep_policy(self, draft: PolicyDraft) -> None:
        """Keep the policy that holds from now on.

        Nothing is computed again: assessments stay as they were concluded, under the policy of
        their day, and the list shows the new one for a patient with the next assessment.

        Raises:
            FieldErrors: a text means nothing; see ``PolicyDraft.checked``.
        """
        policy = draft.checked(self._catalogue, GUIDELINE)
        with self._access.writing(Right.SETTINGS) as work:
            number = work.settings.keep_policy(policy)
            if number is not None:
                work.audit.append(Action.SETTING_CHANGED, "setting", number)

    def protection(self) -> Protection:
        """Give how soon the record locks itself where nobody uses it."""
        with self._access.reading(Right.FIND) as work:
            return work.settings.protection()

    def keep_protection(self, idle_minutes: str) -> Protection:
        """Keep after how many minutes, as typed, the record locks itself from now on.

        Raises:
            FieldErrors: ``not_a_whole_number`` at ``idle_minutes``.
            Refusal: ``not_allowed`` or ``confirm_passphrase``.
        """
        protection = Protection(_minutes(idle_minutes))
        with self._access.writing(Right.PROTECT) as work:
            number = work.settings.keep_protection(protection)
            if number is not None:
                work.audit.append(Action.SETTING_CHANGED, "setting", number)
        return protection


def _minutes(text: str) -> int:
    typed = unicodedata.normalize("NFKC", text).strip()
    if _WHOLE.fullmatch(typed) and LEAST_MINUTES <= int(typed) <= MOST_MINUTES:
        return int(typed)
    limits = (("text", text.strip()), ("low", str(LEAST_MINUTES)), ("high", str(MOST_MINUTES)))
    raise FieldErrors((FieldError("idle_minutes", "not_a_whole_number", limits),))
