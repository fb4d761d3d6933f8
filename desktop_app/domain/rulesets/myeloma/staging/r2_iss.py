"""Stage by the second revision of the ISS, which adds points (MM-R2ISS-POINTS, -GROUP)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note
from desktop_app.domain.criterion import Rule
from desktop_app.domain.myeloma_conclusions import SystemStage
from desktop_app.domain.rulesets.myeloma.staging.cytogenetics import (
    DEL_17P,
    T4_14,
    found,
    gain_1q,
)
from desktop_app.domain.rulesets.myeloma.staging.figures import only, outcomes
from desktop_app.domain.rulesets.myeloma.staging.points import (
    Part,
    groups,
    in_points,
    total,
    weight,
    weights,
)
from desktop_app.domain.rulesets.myeloma.staging.r_iss import ldh_high

if TYPE_CHECKING:
    from desktop_app.domain.rulesets.myeloma.staging.anchor import Window
    from desktop_app.domain.rulesets.myeloma.staging.iss import Iss

SOURCE = "dagostino2022"
RULES = tuple(
    Rule(f"MM-R2ISS-POINTS-{part}", SOURCE, "secondary", words)
    for part, words in (
        ("ISS", "II: 1, III: 1.5"),
        ("DEL17P", "1"),
        ("T414", "1"),
        ("LDH", "> ULN: 1"),
        ("1Q", ">= 3: 0.5"),
    )
)
# MM-R2ISS-POINTS in half-points; t(14;16) is not counted.
ISS_HALVES = {"II": 2, "III": 3}
DEL_17P_HALVES, T4_14_HALVES, LDH_HALVES, GAIN_HALVES = 2, 2, 2, 1
# MM-R2ISS-GROUP: II from 0.5 points, III from 1.5, IV from 3.
STARTS = (1, 3, 6)
COHORT = Note("r2_iss_cohort")


def r2_iss(window: Window, iss: Iss) -> SystemStage:
    """Stage by the values at diagnosis; with points missing, the groups within their range."""
    deletion, translocation = found(window, DEL_17P), found(window, T4_14)
    lactate, gain = ldh_high(window), gain_1q(window)
    worth = (
        (weights(iss.possible, ISS_HALVES), iss.inputs),
        (weight(deletion.state, DEL_17P_HALVES), deletion.inputs),
        (weight(translocation.state, T4_14_HALVES), translocation.inputs),
        (weight(lactate.state, LDH_HALVES), lactate.inputs),
        (weight(gain.state, GAIN_HALVES), gain.inputs),
    )
    parts = tuple(Part(rule, *given) for rule, given in zip(RULES, worth, strict=True))
    span = total(parts)
    possible = groups(span, STARTS)
    return SystemStage(
        only(possible),
        possible,
        points=(in_points(span[0]), in_points(span[1])),
        outcomes=outcomes(SOURCE, only(possible)),
        criteria=tuple(part.criterion for part in parts),
        notes=(COHORT,),
    )
