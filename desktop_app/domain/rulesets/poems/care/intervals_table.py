"""Hold POEMS-FU: how often each series is looked at on therapy, in years 1-2, and later."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.conclusions import Note
from desktop_app.domain.criterion import Rule

Months = tuple[int, int]
EARLY_YEARS = 2
FOLLOW_UP = Rule("POEMS-FU", "poems2025", "decision", "by series, and by phase")


@dataclass(frozen=True, slots=True)
class Step:
    """Hold how often in one phase: months, and words where there is more to say than those.

    ``abnormal`` asks only while the last value is, or may be, abnormal.
    """

    months: Months | None = None
    words: Note | None = None
    abnormal: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Hold a series with its codes, each group being needed, and its steps of three phases.

    A step of None leaves the series out. ``early_years`` is how long the second phase lasts where
    that is not EARLY_YEARS, ``after_end`` counts it from the end of therapy.
    """

    series: str
    groups: tuple[tuple[str, ...], ...]
    therapy: Step
    early: Step
    late: Step | None
    early_years: int | None = None
    after_end: bool = False


BASELINE, EACH_VISIT = Note("watch_baseline"), Note("watch_each_visit")
CYCLES = Note("watch_cycles")
VEGF_THERAPY, ONLS_THERAPY = Note("watch_vegf_therapy"), Note("watch_onls_therapy")
ONLS_EARLY, PET_EARLY = Note("watch_onls_early"), Note("watch_pet_early")
PRESSURE_THERAPY, DIFFUSION_THERAPY = Note("watch_pasp_therapy"), Note("watch_dlco_therapy")
AS_NEEDED, SUSPICION = Note("watch_as_needed"), Note("watch_suspicion")
RECOVER = Note("watch_hormones_early")
ROWS = (
    Row(
        "vegf",
        (("vegf_serum", "vegf_plasma", "vegf_unspecified"),),
        Step((1, 3), VEGF_THERAPY),
        Step((3, 3)),
        Step((6, 6)),
    ),
    Row(
        "m_protein",
        (("serum_m_protein",), ("serum_immunofixation",), ("urine_immunofixation",)),
        Step((2, 3), CYCLES),
        Step((3, 3)),
        Step((6, 6)),
    ),
    Row(
        "flc",
        (("flc_kappa", "flc_ratio"), ("flc_lambda", "flc_ratio")),
        Step((2, 3), CYCLES),
        Step((3, 6)),
        Step((6, 12)),
    ),
    Row(
        "onls",
        (("onls_arm",), ("onls_leg",), ("modified_rankin",)),
        Step((3, 3), ONLS_THERAPY),
        Step((6, 6), ONLS_EARLY),
        Step((12, 12)),
        early_years=3,
    ),
    Row(
        "counts",
        (("platelets",), ("hemoglobin",)),
        Step(None, EACH_VISIT),
        Step((3, 3)),
        Step((6, 6)),
    ),
    Row(
        "kidney",
        (("albumin",), ("creatinine", "egfr")),
        Step((1, 1)),
        Step((3, 3)),
        Step((6, 6)),
    ),
    Row(
        "urine_protein",
        (("urine_protein_24h",),),
        Step((3, 3), abnormal=True),
        Step((6, 6)),
        Step((12, 12)),
    ),
    Row(
        "pasp",
        (("pasp",),),
        Step((3, 6), PRESSURE_THERAPY, abnormal=True),
        Step((6, 12)),
        Step(None, AS_NEEDED),
    ),
    Row(
        "dlco",
        (("dlco",),),
        Step((6, 12), DIFFUSION_THERAPY),
        Step((12, 12), abnormal=True),
        None,
    ),
    Row(
        "imaging",
        (("suv_max", "fdg_uptake", "bone_lytic_pet_ct", "bone_lytic_ct", "bone_sclerotic"),),
        Step(None, BASELINE),
        Step((6, 12), PET_EARLY),
        Step(None, SUSPICION),
        after_end=True,
    ),
    Row(
        "hormones",
        (("testosterone", "estradiol"), ("tsh",), ("cortisol",), ("glucose_fasting", "hba1c")),
        Step(None, BASELINE),
        Step((6, 12), RECOVER),
        Step((12, 12)),
    ),
    Row(
        "examination",
        (("papilledema",), ("weight",), ("edema",), ("pleural_effusion", "ascites")),
        Step(None, EACH_VISIT),
        Step((3, 6)),
        Step((6, 12)),
    ),
)
