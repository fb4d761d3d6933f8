"""Give the boundaries between the categories: the rule book's table, and what it leaves open."""

from __future__ import annotations

from functools import partial

from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Cytogenetic, Result
from tests.domain.asking import rows
from tests.domain.boundaries import Vector
from tests.domain.cases import (
    assessed,
    cause,
    codes,
    ct,
    finding,
    flattened,
    flc,
    gathered,
    history,
    labs,
    marrow,
    mri,
    plasmacytoma,
    result,
    serum,
)
from tests.domain.test_diagnosis_table import ROWS

IGG, IGM, KAPPA = (
    serum("IgG-kappa"),
    serum("IgM-kappa"),
    serum("kappa"),
)
CLEAR = (ct(), mri())
Named = tuple[str | None, str, frozenset[str]]


def named(*entries: object) -> Named:
    diagnosis = assessed(*entries).diagnosis
    return diagnosis.category, diagnosis.status, frozenset(diagnosis.possible)


def category(*entries: object) -> tuple[str | None, str]:
    return named(*entries)[:2]


def spike(value: object, unit: str) -> tuple[str | None, str]:
    """Name IgG of so much with 5 % plasma cells and nothing else open."""
    return category(IGG, result("serum_m_protein", value, unit), marrow(5), flc(15, 10), labs())


def cells(value: object) -> tuple[str | None, str]:
    facts = (IGG, result("serum_m_protein", 1), marrow(value), flc(15, 10), labs(), CLEAR)
    return category(*facts)


def urine(band: str, value: object) -> tuple[str | None, str]:
    facts = (serum(band), marrow(5), flc(40, 10), labs(), result("urine_m_protein_24h", value))
    return category(*facts, result("serum_m_protein", 1) if band != "kappa" else ())


def igm(m_protein: object, infiltration: object) -> tuple[str | None, str]:
    """Name IgM with no sign of organ damage."""
    signs = ("hyperviscosity", "lymphadenopathy", "splenomegaly", "hepatomegaly")
    none = (*(finding(code, False) for code in signs), finding("constitutional_symptoms", False))
    spike_ = result("serum_m_protein", m_protein)
    marrow_ = finding("lymphoplasmacytic_infiltration", infiltration)
    return category(IGM, spike_, marrow_, none, labs(), flc(15, 10))


def without_marrow(m_protein: object, unit: str) -> tuple[str | None, str, bool]:
    """Name IgG with a normal ratio and no marrow; tell whether the marrow can wait."""
    facts = (IGG, result("serum_m_protein", m_protein, unit), result("flc_ratio", 1), labs())
    diagnosis = assessed(*facts).diagnosis
    return diagnosis.category, diagnosis.status, "MISS-MARROW-LOW" in codes(diagnosis.notes)


def light_without_marrow(band: str, ratio: object) -> tuple[str | None, str]:
    """Name light chains alone without a marrow, the urine being clean."""
    chain = result(f"flc_{'kappa' if band == 'kappa' else 'lambda'}", 200)
    clean = finding("urine_immunofixation", [])
    return category(serum(band), result("flc_ratio", ratio), chain, clean, labs())


def barred(*entries: object) -> bool:
    """Tell whether several plasmacytomas forbid a name."""
    return "bar_several_plasmacytomas" in codes(assessed(*entries).diagnosis.notes)


def amount(value: str) -> Result:
    """Build an M-protein of years ago."""
    return result("serum_m_protein", value, on="2020-01-01")


def screened(day: str, *others: object) -> bool:
    """Tell whether a negative screen of a day stands beside nothing else."""
    urine = finding("urine_immunofixation", ())
    screen = (serum(on=day), urine, result("flc_ratio", 1), *labs())
    return gathered(*flattened((*screen, *others))).nothing_found


def alerted(*entries: object) -> frozenset[str]:
    return frozenset(alert.id for alert in assessed(*entries).alerts)


def asked_for_diagnosis(*entries: object) -> bool:
    """Tell whether a test is asked that would settle the diagnosis."""
    return any("diagnosis" in each.settles for each in assessed(*entries).missing)


def refers(*entries: object) -> frozenset[str]:
    return frozenset(codes(assessed(*entries).follow_up.reasons))


def referred(band: str, spike_: object, ratio: object) -> frozenset[str]:
    """Give the reasons to refer MGUS with 5 % plasma cells."""
    facts = (serum(band), result("serum_m_protein", spike_), result("flc_ratio", ratio))
    reasons = refers(*facts, marrow(5), labs())
    return frozenset(reason for reason in reasons if reason.startswith("refer_"))


IGM_EVENT = (IGM, marrow(15), result("hemoglobin", 9), cause("anemia", "clone"))
T1114 = Cytogenetic(PartialDate("2026-06-01"), "t(11;14)", detected=True)
NO_T1114 = Cytogenetic(PartialDate("2026-06-01"), "t(11;14)", detected=False)
C, P, OPEN = "confirmed", "presumed", (None, "undetermined")
MGUS, SMM = ("mgus_non_igm", C), ("smm", C)
SOLITARY = (plasmacytoma(), result("flc_ratio", 1), labs(), ct(1), mri(1))
TWO = (plasmacytoma("T10"), plasmacytoma("rib"), marrow(5), labs(), result("flc_ratio", 1))
LESION = plasmacytoma("rib", biopsied=False)
VECTORS: tuple[Vector, ...] = (
    *(
        Vector(
            f"diagnosis table: {name}",
            ("MM-DX", "DX-ORDER", "DX-PIN"),
            partial(named, *flattened(facts)),
            (category_, status, frozenset(possible)),
        )
        for name, facts, category_, status, possible in ROWS
    ),
    *rows(
        "M-protein between MGUS and SMM", "SMM-DX MGUS-NONIGM-DX SMM-DX-M", spike,
        ("2.9", "g/dL", MGUS), ("3", "g/dL", SMM), ("29", "g/L", MGUS), ("30", "g/L", SMM),
    ),
    *rows(
        "marrow between MGUS, SMM and myeloma", "SMM-DX MM-SLIM-PC MM-CLONE-PC", cells,
        ("9.9", MGUS), ("10", SMM), ("59.9", SMM), ("60", ("multiple_myeloma", C)),
    ),
    *rows(
        "urine between MGUS and SMM", "SMM-DX SMM-LC-DX SMM-DX-URINE", urine,
        ("IgG-kappa", 499, MGUS), ("IgG-kappa", 500, SMM),
        ("kappa", 499, ("mgus_light_chain", C)), ("kappa", 500, ("smm_light_chain", C)),
    ),
    *rows(
        "IgM", "IGM-SWM-MAYO MGUS-IGM-DX", igm,
        ("2.9", 9, ("mgus_igm", C)), ("3", 9, ("smoldering_waldenstrom", C)),
        ("2.9", 10, ("smoldering_waldenstrom", C)),
    ),
    *rows(
        "IgG without marrow", "MISS-MARROW-LOW MISS-MARROW MGUS-MAYO-M", without_marrow,
        ("1.4", "g/dL", ("mgus_non_igm", P, True)), ("1.5", "g/dL", ("mgus_non_igm", P, False)),
        ("14.9", "g/L", ("mgus_non_igm", P, True)), ("15", "g/L", ("mgus_non_igm", P, False)),
        ("2.9", "g/dL", ("mgus_non_igm", P, False)), ("3", "g/dL", (*OPEN, False)),
    ),
    *rows(
        "light chains without marrow", "MISS-MARROW", light_without_marrow,
        ("kappa", "8", ("mgus_light_chain", P)), ("kappa", "8.1", OPEN),
        ("kappa", "7.9", ("mgus_light_chain", P)), ("lambda", "0.125", ("mgus_light_chain", P)),
        ("lambda", "0.124", OPEN), ("lambda", "0.126", ("mgus_light_chain", P)),
    ),
    *rows(
        "presumed only where the table allows it", "MISS-BONE MISS-URINE DX-TIME", category,
        # isotype unknown: more than the row's two categories are possible
        (marrow(25), flc(40, 1), labs(), OPEN),
        (result("serum_m_protein", "0.4"), marrow(7), result("flc_ratio", 3), labs(), OPEN),
        (IGG, marrow(12), flc(50, 10), labs(), ("smm", P)),
        (KAPPA, marrow(12), flc(50, 10), labs(), ("smm_light_chain", P)),
        (history("smm"), IGG, marrow(12), ("smm", P)),
        (history("smm"), IGG, marrow(12), LESION, OPEN),
        (history("smm"), IGG, marrow(15), plasmacytoma(), LESION, labs(), flc(50, 10), OPEN),
        (history("smm"), IGG, marrow(15), plasmacytoma(), labs(), flc(50, 10), OPEN),
    ),
    *rows(
        "what is missing forbids", "MISS-FLC MISS-LABS MISS-FISH", category,
        (IGG, marrow(12), labs(), OPEN), (IGG, marrow(12), flc(50, 10), OPEN),
        (IGG, result("serum_m_protein", 1), marrow(5), flc(15, 10), OPEN),
        (IGG, result("serum_m_protein", 1), flc(10, 10), OPEN),
        (IGG, result("serum_m_protein", 1), flc(10, 10), labs(calcium=None), OPEN),
    ),
    *rows(
        "IgM with an event", "IGM-MYELOMA", category,
        (*IGM_EVENT, OPEN), (*IGM_EVENT, ct(0), OPEN),
        (*IGM_EVENT, ct(1), cause("bone", "clone"), ("multiple_myeloma", C)),
        (*IGM_EVENT, T1114, ("multiple_myeloma", C)), (*IGM_EVENT, NO_T1114, ct(0), OPEN),
    ),
    *rows(
        "referral", "REFER-LIN MGUS-MAYO-M MGUS-MAYO-ISO MGUS-MAYO-FLC", referred,
        ("IgG-kappa", "1.4", "1.65", frozenset()),
        ("IgG-kappa", "1.5", "1.65", frozenset({"refer_MGUS-MAYO-M"})),
        ("IgG-kappa", "1.4", "1.66", frozenset({"refer_MGUS-MAYO-FLC"})),
        ("IgA-kappa", "1.4", "0.26", frozenset({"refer_MGUS-MAYO-ISO"})),
        ("IgA-kappa", "1.5", "0.25",
         frozenset({"refer_MGUS-MAYO-ISO", "refer_MGUS-MAYO-M", "refer_MGUS-MAYO-FLC"})),
    ),
    *rows(
        "solitary plasmacytoma", "SP-DX SP-MINIMAL SP-MM", category,
        (*SOLITARY, marrow(0), ("solitary_plasmacytoma", C)),
        (*SOLITARY, marrow("0.1"), ("solitary_plasmacytoma_minimal_marrow", C)),
        (*SOLITARY, marrow("9.9"), ("solitary_plasmacytoma_minimal_marrow", C)),
        (*SOLITARY, IGG, marrow(10), ("multiple_myeloma", C)),
        (*SOLITARY[:3], IGG, marrow(5), ct(2), mri(1), ("multiple_myeloma", C)),
    ),
    *rows(
        "several plasmacytomas", "SP-DX", barred,
        (*TWO, ct(0), mri(0), True), (*TWO, plasmacytoma("femur"), ct(0), mri(0), True),
        (*TWO[1:], ct(0), mri(0), False), (IGG, marrow(5), labs(), False),
    ),
    *rows(
        "alerts", "SP-DX DX-ORDER", alerted,
        (*TWO, ct(0), mri(0), frozenset({"SP-DX"})),
        (*TWO, plasmacytoma("femur"), ct(0), mri(0), frozenset({"SP-DX"})),
        (*TWO[1:], ct(0), mri(0), frozenset()), (IGG, frozenset()), (IGM, frozenset()),
        (serum("IgM-kappa", "IgG-kappa"), frozenset({"DX-ORDER"})),
        (serum("IgM-kappa", "IgG-kappa", "IgA-kappa"), frozenset({"DX-ORDER"})),
        (serum("IgG-kappa", "IgA-kappa"), frozenset()),
    ),
    *rows(
        "tests that would settle the diagnosis", "MM-DX", asked_for_diagnosis,
        (IGG, marrow(70), False), (IGG, marrow(12), True), (IGG, True),
        (IGG, marrow(5), flc(15, 10), labs(), result("serum_m_protein", 1), False),
        (IGG, marrow(7), labs(), result("flc_ratio", 3), result("serum_m_protein", 1), True),
    ),
    *rows(
        "referral of a lesion", "MM-CLONE-PLASMACYTOMA", lambda *x: "refer_tumour" in refers(*x),
        (IGG, marrow(5), labs(), False), (IGG, marrow(5), labs(), LESION, True),
    ),
    *rows(
        "referral while myeloma is open", "MM-DX",
        lambda *x: bool({"refer_myeloma_open", "refer_event_without_clone"} & refers(*x)),
        (IGG, marrow(12), labs(), False), (IGG, marrow(12), labs(), LESION, True),
        (IGG, marrow(12), labs(), LESION, plasmacytoma("T9", biopsied=False), True),
        (IGG, marrow(12), labs(hemoglobin=9), cause("anemia", "unknown"), True),
        (IGG, marrow(12), labs(hemoglobin=9), cause("anemia", "other"), False),
    ),
    *rows(
        "nothing found on a day of 2026-06-30", "DX-NOCLONE", screened,
        ("2026-06-01", True), ("2025-06-30", True), ("2025-06-29", False),
        ("2026-06-01", amount("0"), True), ("2026-06-01", amount("0.1"), False),
        ("2026-06-01", amount("0.5"), result("serum_m_protein", 0), False),
        ("2026-06-01", history("mgus_non_igm"), False),
        ("2026-06-01", serum("IgG-kappa", on="2020"), False),
        ("2026-06-01", result("hemoglobin", "10.5", on="2026-06-02"), False),
        ("2026-06-01", finding("splenomegaly", True), False),
        ("2026-06-01", finding("lymphoplasmacytic_infiltration", 5), False),
        ("2026-06-01", finding("bone_pain", True), False),
        ("2026-06-01", result("alp", 300, "U/L"), False),
        ("2026-06-01", result("urine_m_protein_24h", 60), False),
        ("2026-06-01", plasmacytoma(biopsied=False), False), ("2026-06-01", marrow(0), False),
    ),
    *rows(
        "IgM on the border", "IGM-MYELOMA", lambda *x: "IGM-MYELOMA" in alerted(*x),
        (serum("IgM-kappa"), marrow(15), labs(hemoglobin=9), cause("anemia", "clone"), True),
        (serum("IgM-kappa"), marrow(15), labs(), False),
        (serum("IgM-kappa"), marrow(5), labs(hemoglobin=9), cause("anemia", "clone"), False),
    ),
    *rows(
        "conflict over one MRI lesion", "C-MRI-ONE MM-SLIM-MRI",
        lambda *x: "C-MRI-ONE" in assessed(*x).conflicts,
        (mri(0), False), (mri(1), True), (mri(2), False), (IGG, False),
    ),
    *rows(
        "evidence of an event", "MM-SLIM-PC MM-SLIM-FLC",
        lambda *x: gathered(*x).event_recorded,
        (IGG, marrow(70), True), (IGG, marrow(59), False), (IGG, flc(400, 4), True),
    ),
)  # fmt: skip
