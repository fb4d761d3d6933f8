"""Decide which leaflets fit a conclusion, and to whom which risk group may be told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.document import OPEN_GROUP, Reader, Situation
from desktop_app.domain.leaflet_treatment import situations_of
from desktop_app.domain.rulesets.precursor.diagnosis.naming import (
    CONFIRMED,
    PRESUMED,
    UNDETERMINED,
)

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Assessment

# A leaflet that explains a disease tells a patient what they have: nothing open may be behind it.
TELLING_STATUSES = (CONFIRMED, PRESUMED)

_CRITICAL = "critical"  # the contract's word for the gravest alert
# Cells in the marrow, and no M-protein to explain.
_WITHOUT_PROTEIN = ("bar_cells_without_protein",)
_MGUS = ("mgus_non_igm", "mgus_igm", "mgus_light_chain")
_SMM = ("smm", "smm_light_chain")
_PRECURSORS = (*_MGUS, *_SMM)
_MYELOMA = ("multiple_myeloma",)
_POEMS = ("poems",)
# Whose marrow may be examined: whoever may have a disease of plasma cells or of their relatives.
_EXAMINED = (
    *_PRECURSORS,
    *("smoldering_waldenstrom", "waldenstrom_suspected", *_POEMS),
    *("solitary_plasmacytoma", "solitary_plasmacytoma_minimal_marrow", *_MYELOMA),
)


@dataclass(frozen=True, slots=True)
class _Fit:
    """Hold for whom a leaflet is: categories and statuses, and whether for undetermined too.

    ``calm`` leaflets speak of steps over weeks, or prepare for the next visit. Where ``needs`` are
    named, the patient must be in one of these situations.
    """

    categories: tuple[str, ...]
    statuses: tuple[str, ...]
    undetermined: bool = False
    calm: bool = False
    needs: frozenset[Situation] = frozenset()


# In the order in which they are offered: what explains the disease first.
_FITS: Mapping[str, _Fit] = {
    "myeloma_start": _Fit(
        _MYELOMA, (CONFIRMED,), needs=frozenset({Situation.UNTREATED, Situation.FIRST_TREATMENT})
    ),
    "myeloma_on_treatment": _Fit(_MYELOMA, (CONFIRMED,), needs=frozenset({Situation.TREATED})),
    "extramedullary": _Fit(_MYELOMA, (CONFIRMED,), needs=frozenset({Situation.EXTRAMEDULLARY})),
    # Never while POEMS is only suspected or probable: then it is no category.
    "poems": _Fit(_POEMS, TELLING_STATUSES),
    "mgus": _Fit(_MGUS, TELLING_STATUSES),
    "smm": _Fit(_SMM, TELLING_STATUSES),
    "first_m_protein": _Fit(_PRECURSORS, (PRESUMED,), undetermined=True, calm=True),
    "questions": _Fit(_PRECURSORS, TELLING_STATUSES, undetermined=True),
    "lenalidomide": _Fit(
        (*_MYELOMA, *_SMM), (CONFIRMED,), needs=frozenset({Situation.LENALIDOMIDE})
    ),
    "bone_marrow": _Fit(_EXAMINED, TELLING_STATUSES, undetermined=True),
}

# The model whose group a leaflet may name. Light-chain disease has none: MGUS-MAYO does not apply,
# and in the models of smouldering myeloma the M-protein is 0 by definition (SMM-LC-CAVEAT).
_MAYO_MGUS = ("mayo_mgus", ("low", "low_intermediate", "high_intermediate", "high"))
_MODELS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "mgus_non_igm": _MAYO_MGUS,
    "mgus_igm": _MAYO_MGUS,
    "smm": ("mayo_20_2_20", ("low", "intermediate", "high")),
}


def reader_of(assessment: Assessment, override: str | None = None) -> Reader:
    """Give whom a leaflet is for; ``override`` is the category that the doctor stated instead.

    A group is told only where its score is settled and carries no reason such as "valid only if
    smouldering myeloma is confirmed".
    """
    diagnosis = assessment.diagnosis
    category = override or diagnosis.category
    model, _ = _MODELS.get(category or "", ("", ()))
    score = dict(assessment.scores).get(model)
    told = score is not None and score.applicable and score.reason is None
    return Reader(
        category,
        CONFIRMED if override else diagnosis.status,
        (score.group if score is not None and told else None) or OPEN_GROUP,
        _clone_found(assessment),
        _urgent(assessment),
        _critical(assessment),
        situations_of(assessment),
    )


def kinds_for(reader: Reader) -> tuple[str, ...]:
    """Give the leaflet kinds that fit a reader, best first."""
    return tuple(kind for kind, fit in _FITS.items() if _fits(fit, reader))


def _fits(fit: _Fit, reader: Reader) -> bool:
    if reader.category is None:
        # While myeloma, leukaemia, Waldenström or amyloidosis is kept open by a recorded value,
        # the next step is a specialist now (section 9: "refer now, no interval"). A sheet of steps
        # over weeks, or of questions for the next visit, would say that there is time.
        return fit.undetermined and reader.clone and not reader.urgent
    known = reader.category in fit.categories and reader.status in fit.statuses
    if fit.needs and not fit.needs & reader.situations:
        return False
    return known and not reader.critical and not (fit.calm and reader.urgent)


def _clone_found(assessment: Assessment) -> bool:
    """Tell whether a clone was found that may be a precursor.

    "No clone" leaves the possible categories with the first sign of one (DX-NOCLONE). A recorded
    lesion keeps a solitary plasmacytoma possible: no M-protein need be behind it.
    """
    possible = assessment.diagnosis.possible
    if any(note.code in _WITHOUT_PROTEIN for note in assessment.diagnosis.notes):
        return False
    tumour = any(name.startswith("solitary_plasmacytoma") for name in possible)
    precursor = any(name in (*_PRECURSORS, "smoldering_waldenstrom") for name in possible)
    return precursor and not tumour and "no_clone" not in possible


def _urgent(assessment: Assessment) -> bool:
    """Tell whether a specialist is needed now: a critical alert, or referral without interval."""
    plan = assessment.follow_up
    return _critical(assessment) or (plan.refer and plan.interval_months is None)


def _critical(assessment: Assessment) -> bool:
    return any(alert.level == _CRITICAL for alert in assessment.alerts)


def categories_of(kind: str) -> tuple[str, ...]:
    """Give the categories for which a leaflet kind fits."""
    return _FITS[kind].categories if kind in _FITS else ()


def statuses_of(kind: str) -> tuple[str, ...]:
    """Give the statuses in which a leaflet kind fits."""
    fit = _FITS.get(kind)
    if fit is None:
        return ()
    return (*fit.statuses, UNDETERMINED) if fit.undetermined else fit.statuses


def groups_of(kind: str) -> tuple[str, ...]:
    """Give the risk groups that readers of a leaflet kind may have, ``open`` among them."""
    named = (name for one in categories_of(kind) for name in _MODELS.get(one, ("", ()))[1])
    return (*dict.fromkeys(named), OPEN_GROUP)


def readers_of(kind: str) -> tuple[Reader, ...]:
    """Give every reader whom a leaflet kind fits, for those who check its texts."""
    fit = _FITS[kind]
    needs = [[each] for each in sorted(fit.needs)] or [[]]
    told = tuple(
        Reader(category, status, group, situations=frozenset(situation))
        for category in categories_of(kind)
        for status in fit.statuses
        for group in (*_MODELS.get(category, ("", ()))[1], OPEN_GROUP)
        for situation in needs
    )
    open_ = Reader(None, UNDETERMINED)
    return (*told, open_) if UNDETERMINED in statuses_of(kind) else told
