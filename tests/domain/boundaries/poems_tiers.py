"""Give the rows of POEMS-TIER over plain facts, and the steps between its tiers."""

from __future__ import annotations

from desktop_app.domain.criteria.poems.tier_logic import VALUES, tier
from tests.domain.asking import rows
from tests.domain.cases import finding, result, serum
from tests.domain.poems_entries import (
    EDEMA,
    LAMBDA,
    NO_CLONE,
    NO_MAJORS,
    NODE,
    POLYNEUROPATHY,
    nerve,
    tier_of,
    vegf,
)

_WORDS = {"y": "yes", "n": "no", "?": "unknown", "1": "one", "2": "many"}


def named(facts: str, **others: str) -> str:
    """Name the tier of "PN/CLONE/majors/minors" as the chapter writes its test rows."""
    blocks = dict(zip(list(VALUES)[-4:], map(_WORDS.get, facts.split("/")), strict=True))
    known = dict.fromkeys(VALUES, "no") | blocks | others
    (name,) = tier(lambda fact: str(known[fact]))
    return name


def refractory(facts: str) -> str:
    return named(facts, refractory="yes")


def with_nodes(facts: str) -> str:
    return named(facts, castleman="yes")


def met(facts: str) -> str:
    return named(facts, met="yes")


def atypical(facts: str) -> str:
    return named(facts, atypical="yes")


def variant(facts: str) -> str:
    return named(facts, variant="yes")


SKIN = finding("skin", ["flushing"])
GRADE = "neuropathy_grade"
VARIANT = "castleman_variant"
SUSPECTED, UNCLASSIFIED = "suspected", "unclassified"
NONE, NEGATIVE, UNRESOLVED = "not_supported", "clone_negative", "clone_unresolved"
VECTORS = (
    *rows(
        "tier", "POEMS-DX", named,
        # the rows of the chapter
        ("y/?/y/?", SUSPECTED), ("y/y/n/2", SUSPECTED), ("y/y/n/1", NONE), ("n/y/y/1", SUSPECTED),
        ("n/?/y/2", UNCLASSIFIED), ("y/?/?/?", UNCLASSIFIED), ("?/y/?/?", "not_assessed"),
        ("?/y/?/1", UNCLASSIFIED),
        ("y/y/y/1", "confirmed"), ("y/y/y/2", "confirmed"), ("y/y/y/n", "probable"),
        ("y/y/y/?", "probable"), ("y/y/?/1", "probable"), ("y/y/?/2", "probable"),
        ("y/y/?/?", SUSPECTED), ("y/y/?/n", SUSPECTED), ("y/y/n/n", NONE), ("y/y/n/?", NONE),
        ("y/n/y/1", NEGATIVE), ("y/n/y/2", NEGATIVE), ("y/?/y/1", UNRESOLVED),
        ("y/?/y/2", UNRESOLVED), ("y/?/?/2", SUSPECTED), ("y/?/?/1", UNCLASSIFIED),
        ("y/?/n/2", SUSPECTED), ("y/?/n/1", NONE), ("y/?/y/n", SUSPECTED),
        ("y/n/y/?", SUSPECTED), ("y/n/y/n", NONE), ("y/n/?/2", SUSPECTED), ("y/n/n/2", NONE),
        ("y/n/?/1", UNCLASSIFIED), ("y/n/?/?", UNCLASSIFIED), ("y/n/?/n", NONE),
        ("n/n/y/2", NONE), ("n/y/?/1", NONE), ("n/y/?/2", SUSPECTED), ("n/?/?/?", NONE),
        ("n/?/n/2", UNCLASSIFIED), ("?/y/y/?", SUSPECTED), ("?/y/n/2", SUSPECTED),
        ("?/n/y/1", UNCLASSIFIED), ("?/n/y/n", NONE), ("?/?/?/n", "not_assessed"),
        ("?/?/n/1", NONE), ("?/?/n/?", NONE), ("?/?/y/?", UNCLASSIFIED), ("?/n/?/n", NONE),
    ),
    *rows(
        "tier, treatment did not help", "POEMS-TRIG-CIDP", refractory,
        ("y/?/?/?", SUSPECTED), ("y/?/n/?", NONE), ("?/?/?/?", SUSPECTED), ("n/?/?/?", NONE),
        ("y/n/?/1", SUSPECTED),
    ),
    *rows(
        "tier, Castleman disease", "POEMS-CD", with_nodes,
        ("y/n/y/n", UNCLASSIFIED), ("?/n/y/n", UNCLASSIFIED), ("n/n/y/n", NONE),
    ),
    *rows("tier, met before", "POEMS-DX", met, ("?/?/?/?", "confirmed"), ("n/n/n/n", "confirmed")),
    *rows(
        "tier, atypical", "POEMS-DX", atypical,
        ("y/y/y/1", "confirmed_atypical"), ("y/y/y/n", "probable"),
    ),
    *rows(
        "tier, variant", "POEMS-CD-VARIANT", variant,
        ("y/n/y/2", VARIANT), ("y/y/y/2", "confirmed"), ("n/n/y/2", VARIANT),
    ),
    *rows(
        "tier of a record", "POEMS-DX POEMS-CD-VARIANT POEMS-TRIG-MGUS", tier_of,
        (POLYNEUROPATHY, LAMBDA, NODE, EDEMA, "confirmed"),
        (POLYNEUROPATHY, serum("IgG-kappa"), NODE, EDEMA, "confirmed_atypical"),
        (POLYNEUROPATHY, LAMBDA, *NO_MAJORS, EDEMA, NONE),
        (POLYNEUROPATHY, LAMBDA, *NO_MAJORS, EDEMA, SKIN, SUSPECTED),
        (LAMBDA, None), (LAMBDA, EDEMA, None), (EDEMA, SKIN, None),
        (LAMBDA, EDEMA, SKIN, SUSPECTED),
        (nerve(False), LAMBDA, EDEMA, NONE), (nerve(False), LAMBDA, EDEMA, SKIN, SUSPECTED),
        (vegf(100, "plasma"), "not_assessed"), (LAMBDA, vegf(900, "plasma"), SUSPECTED),
        (nerve(False), *NO_CLONE, NODE, EDEMA, NONE),
        (nerve(False), *NO_CLONE, NODE, EDEMA, SKIN, VARIANT),
        (POLYNEUROPATHY, *NO_CLONE, NODE, EDEMA, SKIN, NEGATIVE),
        (POLYNEUROPATHY, *NO_CLONE, NODE, EDEMA, SKIN, finding(GRADE, 1), VARIANT),
        (POLYNEUROPATHY, *NO_CLONE, NODE, EDEMA, SKIN, finding(GRADE, 0), NEGATIVE),
        (POLYNEUROPATHY, *NO_CLONE, NODE, EDEMA, SKIN, finding(GRADE, 2), NEGATIVE),
        (POLYNEUROPATHY, result("serum_m_protein", "0.3"), EDEMA, "probable"),
    ),
)  # fmt: skip
