"""Name the tier of plain facts: first match wins (POEMS-TIER).

Blocks answer yes, no or unknown; ``minors`` also tells one yes from two or more.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Ask = Callable[[str], str]

CONFIRMED, ATYPICAL = "confirmed", "confirmed_atypical"
VARIANT, NEGATIVE, UNRESOLVED = "castleman_variant", "clone_negative", "clone_unresolved"
PROBABLE, SUSPECTED = "probable", "suspected"
NOT_SUPPORTED, NOT_ASSESSED, UNCLASSIFIED = "not_supported", "not_assessed", "unclassified"
TIERS = (
    *(ATYPICAL, CONFIRMED, VARIANT, NEGATIVE, UNRESOLVED),
    *(PROBABLE, SUSPECTED, NOT_SUPPORTED, NOT_ASSESSED, UNCLASSIFIED),
)
_ANSWERS, _YES_NO = ("no", "unknown", "yes"), ("no", "yes")
# Every value that each fact may have; ``met`` is POEMS-DX met before, or in the history.
VALUES: Mapping[str, tuple[str, ...]] = {
    "met": _YES_NO,
    "atypical": _YES_NO,
    "variant": _YES_NO,
    "refractory": _YES_NO,
    "castleman": _YES_NO,
    "neuropathy": _ANSWERS,
    "clone": _ANSWERS,
    "majors": _ANSWERS,
    "minors": ("no", "unknown", "one", "many"),
}


def tier(ask: Ask) -> frozenset[str]:
    """Give the tier of complete facts."""
    return frozenset({_tier(ask)})


def _tier(ask: Ask) -> str:
    if _met(ask):
        return ATYPICAL if ask("atypical") == "yes" else CONFIRMED
    if ask("variant") == "yes":
        return VARIANT
    if ask("neuropathy") == "yes":
        near = _near(ask)
        if near is not None:
            return near
    if _suspected(ask):
        return SUSPECTED
    if _not_supported(ask):
        return NOT_SUPPORTED
    if ask("neuropathy") == "unknown" and ask("majors") != "yes" and not _any_minor(ask):
        return NOT_ASSESSED
    return UNCLASSIFIED


def _met(ask: Ask) -> bool:
    if ask("met") == "yes":
        return True
    mandatory = ask("neuropathy") == "yes" and ask("clone") == "yes"
    return mandatory and ask("majors") == "yes" and _any_minor(ask)


def _any_minor(ask: Ask) -> bool:
    return ask("minors") in ("one", "many")


def _evidence(ask: Ask) -> bool:
    return ask("majors") == "yes" or ask("minors") == "many"


def _near(ask: Ask) -> str | None:
    """Give the tiers that ask for neuropathy and what else is met, or None."""
    if ask("clone") == "yes":
        lone_major = ask("majors") == "yes"  # and no minor: else POEMS-DX were met
        lone_minor = ask("majors") == "unknown" and _any_minor(ask)
        return PROBABLE if lone_major or lone_minor else None
    if ask("majors") == "yes" and _any_minor(ask):
        return NEGATIVE if ask("clone") == "no" else UNRESOLVED
    return None


def _suspected(ask: Ask) -> bool:
    if ask("neuropathy") != "no" and ask("refractory") == "yes" and ask("majors") == "unknown":
        return True
    if ask("neuropathy") != "yes":
        return ask("clone") == "yes" and _evidence(ask)
    match ask("clone"):
        case "yes":
            return ask("majors") == "unknown" or _evidence(ask)
        case "unknown":
            return _evidence(ask)
        case _:
            return _evidence(ask) and "unknown" in (ask("majors"), ask("minors"))


def _not_supported(ask: Ask) -> bool:
    if ask("neuropathy") == "no" and (ask("clone") == "no" or not _evidence(ask)):
        return True
    if ask("majors") == "no" and ask("minors") != "many":
        return True
    none = "no" in (ask("majors"), ask("minors"))
    return ask("clone") == "no" and none and ask("castleman") != "yes"
