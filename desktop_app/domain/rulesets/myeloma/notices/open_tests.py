"""Name the tests that would settle an open stage, class or response, the most useful first."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Missing
from desktop_app.domain.criteria.lesion_classes import CLASSES, relapsed_since
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.myeloma_conclusions import Myeloma
    from desktop_app.domain.view import RecordView

OUTSIDE, LEUKEMIA, RESPONSE = "extramedullary", "plasma_cell_leukemia", "response"
CREATININE = "creatinine"
NEAR_DAYS = 90  # MM-STAGE-BASE: a value counts within these days of the anchor
_ISS = ("beta2_microglobulin", "albumin")
# One of these found is enough for R-ISS (MM-HRCA).
_ANY_OF_RISS = ("del(17p)", "t(4;14)", "t(14;16)")
_FISH_OF_IMS = (*_ANY_OF_RISS, "t(14;20)", "gain(1q)", "del(1p32)")
# What each system asks for.
NEEDS: Mapping[str, tuple[str, ...]] = {
    "durie_salmon": (
        *("hemoglobin", "calcium", "bone_lytic_xray"),
        *("serum_m_protein", "urine_m_protein_24h"),
    ),
    "iss": _ISS,
    "r_iss": (*_ISS, *_ANY_OF_RISS, "ldh"),
    "r2_iss": (*_ISS, "del(17p)", "t(4;14)", "gain(1q)", "ldh"),
    "ims_2025": (*_FISH_OF_IMS, "TP53_mutation", "beta2_microglobulin", CREATININE),
}
ABNORMALITIES = frozenset({*_FISH_OF_IMS, "TP53_mutation"})
FISH = "fish"
# Each place is answered by any of its codes; the first is asked for.
SAME: Mapping[str, tuple[str, ...]] = {
    "calcium": ("calcium", "calcium_corrected"),
    "bone_lytic_xray": ("bone_lytic_xray", "bone_lytic_ct", "bone_lytic_pet_ct"),
    "gain(1q)": ("gain(1q)", "amp(1q)"),
}
FOLLOWED = (
    *("serum_m_protein", "urine_m_protein_24h", "serum_immunofixation", "urine_immunofixation"),
    "marrow_plasma_cells",
)
SETTLES = frozenset({*NEEDS, OUTSIDE, LEUKEMIA, RESPONSE})


def myeloma_missing(evidence: Evidence, picture: Myeloma) -> tuple[Missing, ...]:
    """Give the tests with what each would settle."""
    view = evidence.view
    settles: dict[str, list[str]] = {}
    for code, what in (
        *_blood(view, picture),
        *_outside(picture),
        *_response(view, picture),
        *_stages(view, picture),
    ):
        settles.setdefault(code, []).append(what)
    found = [Missing(code, tuple(dict.fromkeys(what))) for code, what in settles.items()]
    return tuple(sorted(found, key=lambda each: -len(each.settles)))


def _blood(view: RecordView, picture: Myeloma) -> Iterator[tuple[str, str]]:
    leukemia = picture.plasma_cell_leukemia
    if leukemia is None:
        return
    open_ = Truth.UNKNOWN in (leukemia.kyle_1974, leukemia.who, leukemia.either)
    dated = {x.date for x in view.latest("circulating_plasma_cells")}
    if open_ and not dated & {x.date for x in view.results("wbc")}:
        yield "wbc", LEUKEMIA


def _outside(picture: Myeloma) -> Iterator[tuple[str, str]]:
    found = picture.extramedullary
    if found is None:
        return
    if found.possible == CLASSES or relapsed_since(picture):
        yield "bone_lytic_pet_ct", OUTSIDE


def _response(view: RecordView, picture: Myeloma) -> Iterator[tuple[str, str]]:
    """Ask for what was not measured since the line began, where the category is open."""
    current = picture.response.current if picture.response is not None else None
    if current is None or current.possible in ((), (current.category,)):
        return
    began = PartialDate(picture.lines[-1].start).first
    for code in FOLLOWED:
        days = [x.date.first for x in view.results(code)]
        days += [x.date.first for x in view.findings(code)]
        if not any(day >= began for day in days):
            yield code, RESPONSE


def _stages(view: RecordView, picture: Myeloma) -> Iterator[tuple[str, str]]:
    """Ask for what a stage lacks, while a value may still count for it (MM-STAGE-BASE)."""
    if picture.staging is None or picture.staging.if_myeloma or picture.lines:
        return
    if picture.staging.anchor is not None:
        last = PartialDate(picture.staging.anchor).last + timedelta(days=NEAR_DAYS)
        if view.as_of > last:
            return
    sought = {x.abnormality for x in view.record.cytogenetics}
    tested = any(view.cytogenetics(name) is not None for name in sought)
    for name, system in picture.staging.systems:
        if system.possible_suffixes and system.suffix is None and not _known(view, CREATININE):
            yield CREATININE, name
        if system.stage is not None:
            continue
        for code in NEEDS[name]:
            if not _known(view, code) and not _needless(view, name, code):
                yield (code if tested or code not in ABNORMALITIES else FISH), name


def _needless(view: RecordView, system: str, code: str) -> bool:
    """Tell whether another abnormality was found that answers for this one."""
    found = any(view.cytogenetics(name) for name in _ANY_OF_RISS)
    return system == "r_iss" and code in _ANY_OF_RISS and found


def _known(view: RecordView, code: str) -> bool:
    for each in SAME.get(code, (code,)):
        if view.cytogenetics(each) is not None or view.findings(each):
            return True
        if any(_answers(x.high, x.interpretation, code) for x in view.results(each)):
            return True
    return False


def _answers(high: object, interpretation: object, code: str) -> bool:
    """Tell whether a result answers; LDH says nothing without its laboratory's limit."""
    return code != "ldh" or high is not None or interpretation is not None
