"""List the tests of table 1 with what answers each, done, old or due (POEMS-WORKUP)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note, WorkupItem
from desktop_app.domain.criterion import Rule
from desktop_app.domain.partial_date import add_months
from desktop_app.domain.quality import OLD_AFTER_MONTHS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.partial_date import PartialDate
    from desktop_app.domain.poems_conclusions import PoemsTier
    from desktop_app.domain.view import HasDate, RecordView

WORKUP = Rule("POEMS-WORKUP", "poems2025", "source-doc", "each test of table 1, or if needed")
ADDED = Rule(
    "POEMS-WORKUP-ADDED",
    "poems2025",
    "decision",
    "histology, HHV-8, eGFR, PTH, B12, iron and thrombosis",
)
CONDITIONAL, AMYLOID = Note("workup_conditional"), Note("workup_amyloid")
EXTRA, NO_FIELD = Note("workup_added"), Note("workup_no_field")
Groups = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Test:
    """Hold a test of the table: of each group of codes one entry is needed.

    ``reason`` marks what is only done if needed or available; ``lasting`` a test that is done
    once; ``part`` the part of a finding that must be told.
    """

    item: str
    groups: Groups = ()
    reason: Note | None = None
    rule: Rule = WORKUP
    lasting: bool = False
    part: str | None = None


MARROW = ("marrow_plasma_cells", "marrow_plasma_cells_aspirate")
SCANS = ("bone_sclerotic", "bone_lytic_ct", "bone_lytic_pet_ct", "mri_focal_lesions")
TESTS = (
    Test("poems_history", (("polyneuropathy", "numbness"),)),
    Test("poems_skin", (("skin",), ("clubbing",))),
    Test("poems_organs", (("lymphadenopathy",), ("hepatomegaly",), ("splenomegaly",))),
    Test("poems_fluid", (("edema",), ("pleural_effusion",), ("ascites",))),
    Test("fundus", (("papilledema",),)),
    Test("cbc", (("hemoglobin",), ("platelets",))),
    Test("liver", (("alp",), ("albumin",))),
    Test("creatinine", (("creatinine", "egfr"),)),
    Test("calcium", (("calcium", "calcium_corrected", "calcium_ionized"),)),
    Test("coagulation"),
    Test("beta2", (("beta2_microglobulin",),)),
    Test("immunoglobulins", (("igg",), ("iga",), ("igm",))),
    Test("spep", (("serum_m_protein",),)),
    Test("serum_ife", (("serum_immunofixation",),)),
    Test("flc", (("flc_ratio", "flc_kappa"), ("flc_ratio", "flc_lambda"))),
    Test("vegf", (("vegf_serum", "vegf_plasma", "vegf_unspecified"),)),
    Test("sex_hormones", (("testosterone", "estradiol"), ("prolactin",), ("lh",), ("fsh",))),
    Test("thyroid", (("free_t3",), ("free_t4",), ("tsh",))),
    Test("adrenal", (("cortisol",), ("acth",))),
    Test("glucose", (("glucose_fasting",), ("hba1c",))),
    Test("anti_mag", (("anti_mag",),), CONDITIONAL, lasting=True),
    Test("urinalysis", (("hematuria",),)),
    Test("urine_protein", (("urine_protein_24h",),)),
    Test("urine_chains"),
    Test("upep", (("urine_m_protein_24h",),)),
    Test("urine_ife", (("urine_immunofixation",),)),
    Test("marrow", (MARROW, ("marrow_flow_clonal", "marrow_plasma_cells_flow"))),
    Test("trephine", (("marrow_ihc_kappa_lambda",),)),
    Test("bone_scan", (SCANS,)),
    Test("ecg"),
    Test("echo", (("pasp",),)),
    Test("chest_ct"),
    Test("abdomen", (("hepatomegaly",), ("splenomegaly",), ("ascites",))),
    Test("diffusion", (("dlco",),), CONDITIONAL),
    Test("nerve_conduction", (("polyneuropathy",),), part="type"),
    Test("nerve_biopsy", (), CONDITIONAL),
    Test("onls", (("onls_arm",), ("onls_leg",)), CONDITIONAL),
    Test("congo_red", (("congo_red",),), AMYLOID, lasting=True),
    Test("node_histology", (("castleman",),), EXTRA, ADDED, lasting=True),
    Test("hhv8", (("hhv8",),), EXTRA, ADDED, lasting=True),
    Test("egfr", (("egfr", "creatinine"),), EXTRA, ADDED),
    Test("parathyroid", (("pth",),), EXTRA, ADDED),
    Test("b12_iron", (("vitamin_b12",), ("ferritin",)), EXTRA, ADDED),
    Test("thrombosis_history", (("thrombosis", "prior_vte"),), EXTRA, ADDED),
)


def poems_workup(evidence: Evidence, tier: PoemsTier) -> tuple[WorkupItem, ...]:
    """Give every test of the table, done, old or due, in its order.

    The search for amyloid is asked for only where AL amyloidosis is suspected; ``tier`` decides
    nothing, since the panel opens for whoever has one.
    """
    del tier
    asked = (x for x in TESTS if x.reason != AMYLOID or evidence.amyloid.suspected)
    return tuple(_item(evidence.view, test) for test in asked)


def _item(view: RecordView, test: Test) -> WorkupItem:
    codes = tuple(dict.fromkeys(code for group in test.groups for code in group))
    days = [_latest(view, group, test.part) for group in test.groups]
    known = [day for day in days if day is not None]
    reason = test.reason if codes or test.reason is not None else NO_FIELD
    if not codes or len(known) < len(days):
        return WorkupItem(test.item, "due", test.rule.id, codes, None, reason)
    oldest = min(known, key=_last)
    old = not test.lasting and add_months(oldest.last, OLD_AFTER_MONTHS) < view.as_of
    return WorkupItem(test.item, "old" if old else "done", test.rule.id, codes, oldest.text, reason)


def _latest(view: RecordView, codes: tuple[str, ...], part: str | None) -> PartialDate | None:
    """Give the latest day on which one of the codes was recorded, with the part if one is asked."""
    series: list[Sequence[HasDate]] = [view.results(code) for code in codes]
    for code in codes:
        findings = view.findings(code)
        series.append([x for x in findings if part is None or _tells(x.value, part)])
    return max((x[-1].date for x in series if x), key=_last, default=None)


def _tells(value: object, part: str) -> bool:
    return isinstance(value, Mapping) and value.get(part) is not None


def _last(day: PartialDate) -> date:
    return day.last
