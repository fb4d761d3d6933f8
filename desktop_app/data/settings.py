"""Keep what the clinic set for itself, version by version; the latest of each key counts."""

from __future__ import annotations

from dataclasses import asdict
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select

from desktop_app.data.columns import from_exact_json, to_exact_json
from desktop_app.data.rows import add, table_of
from desktop_app.data.tables import SettingRow
from desktop_app.domain.document import Clinic
from desktop_app.domain.policy import PUBLISHED, Policy
from desktop_app.domain.protection import Protection

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

_CLINIC, _POLICY, _PROFILE = "clinic", "policy", "import_profile:"
_PROTECTION = "protection"
_LAST_CHARACTER = "\U0010ffff"

_SETTING = table_of(SettingRow)
_LATEST = (
    select(_SETTING.c.value)
    .where(_SETTING.c.key == bindparam("key"))
    .order_by(_SETTING.c.id.desc())
    .limit(1)
)
_KEYS = (
    select(_SETTING.c.key)
    .where(_SETTING.c.key >= bindparam("from"), _SETTING.c.key < bindparam("to"))
    .distinct()
    .order_by(_SETTING.c.key)
)


class SettingRepository:
    """Add versions of settings; none is ever changed or removed."""

    def __init__(self, connection: Connection, now: datetime, actor: str) -> None:
        self._connection = connection
        self._now = now
        self._actor = actor

    def clinic(self) -> Clinic:
        """Give what stands on the clinic's sheets; empty where nothing was set."""
        said = self._latest(_CLINIC)
        return Clinic() if said is None else Clinic(**from_exact_json(said))

    def keep_clinic(self, clinic: Clinic) -> int | None:
        """Keep a version; give its number, or None where it says what the latest says."""
        return self._keep(_CLINIC, asdict(clinic))

    def policy(self) -> Policy:
        """Give the clinic's own policy; the published one where nothing was set."""
        said = self._latest(_POLICY)
        return PUBLISHED if said is None else _policy(from_exact_json(said))

    def keep_policy(self, policy: Policy) -> int | None:
        """Keep a version; give its number, or None where it says what the latest says."""
        said = {
            "noise_percent": [[*named, share] for named, share in policy.noise_percent.items()],
            "intervals": dict(policy.intervals),
            "poems_preset": policy.poems_preset,
            "poems_vegf_limit": policy.poems_vegf_limit,
        }
        return self._keep(_POLICY, said)

    def protection(self) -> Protection:
        """Give how soon the record locks itself; the usual where nothing was set."""
        said = self._latest(_PROTECTION)
        return Protection() if said is None else Protection(**from_exact_json(said))

    def keep_protection(self, protection: Protection) -> int | None:
        """Keep a version; give its number, or None where it says what the latest says."""
        return self._keep(_PROTECTION, asdict(protection))

    def profiles(self) -> tuple[str, ...]:
        """Give the names of the laboratories' profiles, in order."""
        keys = self._connection.scalars(_KEYS, {"from": _PROFILE, "to": _PROFILE + _LAST_CHARACTER})
        return tuple(key.removeprefix(_PROFILE) for key in keys)

    def profile(self, name: str) -> str | None:
        """Give the text of a laboratory's profile as it was kept last, or None."""
        said = self._latest(_PROFILE + name)
        return None if said is None else str(from_exact_json(said))

    def keep_profile(self, name: str, text: str) -> int | None:
        """Keep a version; give its number, or None where it says what the latest says."""
        return self._keep(_PROFILE + name, text)

    def _latest(self, key: str) -> str | None:
        said: str | None = self._connection.scalar(_LATEST, {"key": key})
        return said

    def _keep(self, key: str, value: Any) -> int | None:
        said = to_exact_json(value)
        if said == self._latest(key):
            return None
        by = {"set_at": self._now, "set_by": self._actor}
        return add(self._connection, _SETTING, key=key, value=said, **by)


def _policy(said: Any) -> Policy:
    return Policy(
        noise_percent={
            (lab, code): Decimal(percent) for lab, code, percent in said["noise_percent"]
        },
        intervals={
            rule: tuple((low, high) for low, high in steps)
            for rule, steps in said["intervals"].items()
        },
        # Versions of before this chapter do not name them.
        poems_preset=said.get("poems_preset", PUBLISHED.poems_preset),
        poems_vegf_limit=Decimal(said.get("poems_vegf_limit", PUBLISHED.poems_vegf_limit)),
    )
