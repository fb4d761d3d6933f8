"""Draw records that the contract allows: any mixture of codes, units, dates and gaps."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from desktop_app.domain import finding_codes
from desktop_app.domain.finding_codes import Shape
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import (
    ClinicalEvent,
    Comparator,
    Cytogenetic,
    EarlierDiagnosis,
    Finding,
    Interpretation,
    Lesion,
    PatientRecord,
    Person,
    Result,
    Sex,
    Treatment,
)
from desktop_app.domain.record_rules import outside_hard_limits
from desktop_app.domain.rulesets.precursor.diagnosis.categories import ORDER
from tests.domain.cases import catalogue

if TYPE_CHECKING:
    from collections.abc import Sequence

DATES = st.sampled_from(
    [
        PartialDate(x)
        for x in ("2024-03-01", "2024-06", "2025", "2025-07-09", "2026-01", "2026-06-01")
    ]
)
RESULT_CODES = (
    "serum_m_protein", "urine_m_protein_24h", "urine_protein_24h", "upcr", "uacr", "flc_kappa",
    "flc_lambda", "flc_ratio", "hemoglobin", "calcium", "calcium_corrected", "calcium_ionized",
    "albumin", "creatinine", "egfr", "creatinine_clearance", "weight", "alp", "nt_probnp",
    "troponin_t", "marrow_plasma_cells", "marrow_plasma_cells_flow", "circulating_plasma_cells",
    "beta2_microglobulin", "ldh", "vegf_serum", "vegf_plasma", "vegf_unspecified", "platelets",
    "pasp", "suv_max", "onls_arm", "onls_leg",
)  # fmt: skip
POEMS_CODES = (
    "vegf_serum", "vegf_plasma", "serum_m_protein", "suv_max", "onls_arm", "onls_leg", "pasp",
)  # fmt: skip
POEMS_FINDINGS = (
    "serum_immunofixation", "urine_immunofixation", "marrow_clonality", "fdg_uptake",
    "clinical_change", "edema",
)  # fmt: skip
# Round numbers around every cut of the chapters, so that boundaries are met often.
NUMBERS = tuple(
    Decimal(x)
    for x in (
        "0", "0.01", "0.05", "0.26", "0.5", "1", "1.1", "1.5", "1.65", "2", "2.5", "2.75", "3",
        "5", "8", "9.9", "10", "11", "13", "15", "20", "30", "40", "60", "66", "97", "99", "100",
        "120", "130", "177", "200", "332", "400", "450", "500", "600", "771", "1200",
        "1500", "5000",
    )
)  # fmt: skip


@st.composite
def results(draw: st.DrawFn, codes: Sequence[str] = RESULT_CODES) -> Result:
    """Draw a result within the hard limits, plain, censored or in words."""
    code = draw(st.sampled_from(codes))
    on = draw(DATES)
    if draw(st.integers(0, 9)) == 0:
        return Result(on, code, interpretation=draw(st.sampled_from(Interpretation)))
    analyte = catalogue()[code]
    unit = draw(st.sampled_from(sorted(analyte.units)))
    fitting = [x for x in NUMBERS if outside_hard_limits(analyte, x, unit) is None]
    if not fitting:
        return Result(on, code, interpretation=Interpretation.NORMAL)
    limits = draw(st.sampled_from([(None, None), (1, 10), (12, 16), (120, 160), (None, 2)]))
    return Result(
        on,
        code,
        draw(st.sampled_from(fitting)),
        unit,
        draw(st.sampled_from([None, None, None, None, *Comparator])),
        low=None if limits[0] is None else Decimal(limits[0]),
        high=None if limits[1] is None else Decimal(limits[1]),
        lab=draw(st.sampled_from([None, None, "A", "B"])),
        method=draw(st.sampled_from([None, "Freelite", "N Latex", "flow"])),
    )


def _values(code: str) -> st.SearchStrategy[Any]:
    isotypes = sorted(finding_codes.ISOTYPES)
    counts = st.fixed_dictionaries(
        {"count": st.integers(0, 4)},
        optional={
            "largest_mm": st.sampled_from([Decimal(4), Decimal(5), Decimal(22)]),
            "extent": st.sampled_from(sorted(finding_codes.EXTENTS)),
        },
    )
    match finding_codes.SHAPES[code]:
        case Shape.WORDS | Shape.OBJECT | Shape.OBJECTS:
            return _of_poems(code)
        case Shape.FLAG:
            return st.booleans()
        case Shape.NUMBER:
            most = finding_codes.GREATEST.get(code, 100)
            return st.sampled_from([Decimal(x) for x in (0, 4, 5, 9, 10, 40) if x <= most])
        case Shape.WORD:
            return st.sampled_from(["cast_nephropathy", "al", "midd", "unrelated", "free text"])
        case Shape.CHOICE:
            return st.sampled_from(sorted(finding_codes.CHOICES[code]))
        case Shape.ISOTYPES:
            return st.lists(st.sampled_from(isotypes), max_size=2, unique=True).map(tuple)
        case Shape.COUNT:
            return counts
        case Shape.RATIO:
            cells = {"cells": st.sampled_from([99, 100])}
            ratio = {"ratio": st.sampled_from([Decimal("0.4"), Decimal(4), Decimal(5)])}
            return st.fixed_dictionaries(ratio, optional=cells)
        case Shape.RESIDUAL:
            least = st.sampled_from([Decimal("0.0001"), Decimal("0.00001")])
            how = {"method": st.sampled_from(["ngf", "flow"]), "sensitivity": least}
            return st.fixed_dictionaries({"negative": st.booleans()}, optional=how)
        case Shape.GRADES:
            return st.just(({"item": "rash", "grade": "3"},))


def _of_poems(code: str) -> st.SearchStrategy[Any]:
    """Draw what is free in its shape and read by the rules of POEMS, as the contract names it."""
    changes = st.sampled_from(["better", "same", "worse"])
    match finding_codes.SHAPES[code]:
        case Shape.WORDS:
            words = ["gonadal", "thyroid", "hyperpigmentation", "raynaud", "other"]
            return st.lists(st.sampled_from(words), max_size=2).map(tuple)
        case Shape.OBJECTS:
            item = st.fixed_dictionaries(
                {"item": st.sampled_from(["edema", "polyneuropathy"]), "change": changes}
            )
            return st.lists(item, max_size=2).map(tuple)
        case _:
            uptake = {"normal": st.booleans(), "new_lesion": st.booleans()}
            present = {"present": st.booleans(), "type": st.just("demyelinating")}
            named = uptake if code == "fdg_uptake" else present
            return st.fixed_dictionaries({}, optional=named)


@st.composite
def findings(draw: st.DrawFn, codes: Sequence[str] = ()) -> Finding:
    """Draw a finding in its shape; those that the rules read come more often."""
    often = codes or [
        "serum_immunofixation", "urine_immunofixation", "bone_lytic_ct", "mri_focal_lesions",
        "attribution_anemia", "attribution_renal", "attribution_calcium", "attribution_bone",
        "marrow_clonality", "bone_pain", "renal_biopsy", "polyneuropathy", "bone_lytic_xray",
        "bone_sclerotic", "castleman", "edema", "skin", "fdg_uptake", "clinical_change",
    ]  # fmt: skip
    any_code = st.sampled_from(codes or sorted(finding_codes.SHAPES))
    code = draw(st.sampled_from(often) | any_code)
    return Finding(draw(DATES), code, draw(_values(code)))


lesions = st.builds(
    Lesion,
    DATES,
    st.sampled_from(["T10", "rib"]),
    st.sampled_from(sorted(finding_codes.LESION_KINDS)),
    contiguous_with_bone=st.sampled_from([None, False, True]),
    biopsy_proven=st.sampled_from([None, False, True]),
    resolved=st.booleans(),
)
histories = st.builds(EarlierDiagnosis, st.sampled_from(ORDER), st.none() | DATES)
cytogenetics = st.builds(
    Cytogenetic,
    DATES,
    st.sampled_from(sorted(finding_codes.ABNORMALITIES)),
    st.booleans(),
    clone_percent=st.sampled_from([None, Decimal(20), Decimal(60)]),
    copies=st.sampled_from([None, 1, 3, 5]),
    biallelic=st.sampled_from([None, True, False]),
)
REGIMENS = {
    "VRd": ("bortezomib", "lenalidomide", "dexamethasone"),
    "Rd": ("lenalidomide", "dexamethasone"),
    "DKPd": ("daratumumab", "carfilzomib", "pomalidomide", "dexamethasone"),
    "trial": (),
}


@st.composite
def treatments(draw: st.DrawFn) -> Treatment:
    """Draw a treatment that ended not before it began, or goes on."""
    start, regimen = draw(DATES), draw(st.sampled_from(sorted(REGIMENS)))
    stop = draw(st.none() | DATES)
    if stop is not None and stop.last < start.first:
        start, stop = stop, start
    return Treatment(
        regimen,
        start,
        REGIMENS[regimen] if draw(st.booleans()) else (),
        stop,
        draw(st.sampled_from([None, 0, 4])),
        draw(st.sampled_from([None, *sorted(finding_codes.STOP_REASONS)])) if stop else None,
        draw(st.sampled_from([None, 1, 2])),
        cycle_days=draw(st.sampled_from([None, 28])),
    )


events = st.builds(
    ClinicalEvent,
    DATES,
    st.sampled_from(sorted(finding_codes.EVENTS)),
    sequence=st.sampled_from([None, 1]),
)
people = st.builds(
    Person,
    st.sampled_from(Sex),
    st.sampled_from([None, PartialDate("1950"), PartialDate("1960-03-04")]),
    st.sampled_from([None, 66]),
)


def listed(entries: st.SearchStrategy[Any], most: int) -> st.SearchStrategy[tuple[Any, ...]]:
    """Draw some entries of a kind."""
    return st.lists(entries, max_size=most).map(tuple)


anyone = st.builds(
    PatientRecord,
    people,
    history=listed(histories, 1),
    results=listed(results(), 10),
    findings=listed(findings(), 7),
    cytogenetics=listed(cytogenetics, 2),
    lesions=listed(lesions, 2),
    treatments=listed(treatments(), 3),
    events=listed(events, 2),
)


KNOWN_POEMS = (
    ("polyneuropathy", {"present": True}),
    ("serum_immunofixation", ("IgA-lambda",)),
    ("urine_immunofixation", ()),
    ("edema", True),
)
AT_DIAGNOSIS = (
    ("vegf_serum", 2400, "pg/mL"),
    ("serum_m_protein", 12, "g/L"),
    ("suv_max", 8, "1"),
    ("onls_arm", 2, "{score}"),
    ("onls_leg", 3, "{score}"),
)


def _treated_for_poems(
    person: Person, later: tuple[Result, ...], found: tuple[Finding, ...]
) -> PatientRecord:
    first = PartialDate("2024-03-01")
    values = (Result(first, code, Decimal(number), unit) for code, number, unit in AT_DIAGNOSIS)
    facts = (Finding(first, code, value) for code, value in KNOWN_POEMS)
    return PatientRecord(
        person,
        results=(*values, *later),
        findings=(*facts, *found),
        treatments=(Treatment("Rd", PartialDate("2024-04-02"), REGIMENS["Rd"]),),
    )


# Chance alone hardly ever gives anybody a response to judge.
of_poems = st.builds(
    _treated_for_poems,
    people,
    listed(results(POEMS_CODES), 6),
    listed(findings(POEMS_FINDINGS), 4),
)
records = anyone | of_poems
