"""List the codes of the wording tables that tell of myeloma; each table holds just these."""

from __future__ import annotations

from desktop_app.domain import finding_codes
from desktop_app.domain.criteria.regimens import CLASSES, DRUGS
from desktop_app.domain.rulepack import rules_of
from desktop_app.domain.rulesets.myeloma.care import frailty, reminders, thrombosis
from desktop_app.domain.rulesets.myeloma.lines import counting, refractory, resistance
from desktop_app.domain.rulesets.myeloma.response import reading
from desktop_app.domain.rulesets.myeloma.staging import figures, genomic, other_systems, systems
from desktop_app.domain.truth import Truth

# Codes of this chapter in tables that both chapters share.
SHARED = {
    "finding": {counting.SHOWN, resistance.DAY_SHOWN, refractory.DRUG_SHOWN},
    "risk_group": {*frailty.MODEL.groups, *thrombosis.RISKS},
    "cohort": {thrombosis.SANFILIPPO, thrombosis.ASH},
    "workup": {
        *("hepatitis_b", "zoster", "pjp", "levofloxacin", "vaccines", "igg_replacement", "vte"),
        *("pregnancy_prevention", "bone_agent", "dental_check"),
    },
}


def myeloma_tables() -> dict[str, set[str]]:
    """Give the codes of every table of the chapter whose codes the program lists."""
    stages = {*figures.STAGES, *other_systems.HIT_GROUPS, genomic.HIGH, genomic.STANDARD}
    return {
        "staging": {*systems.NAMED, *systems.OTHERS},
        "stage": stages,
        "outcome": set(figures.MEASURES),
        "response": {"sCR", "CR", "VGPR", "PR", "MR", "SD", "PD", "NE"},
        "extramedullary": {"none", "EM-B", "EM-E", "EM-B+EM-E", "unknown"},
        "line_outcome": {
            "refractory",
            "relapsed",
            "relapsed_and_refractory",
            "primary_refractory",
        },
        "marker": {"serum", "urine", "flc", "marrow", "lesions"},
        "onset": {"diagnosis", "relapse"},
        "present": {truth.state for truth in Truth},
        "drug": set(DRUGS),
        "drug_class": set(CLASSES),
        "leukemia_type": {"primary", "secondary"},
        "reminder": {rule.id for rule in rules_of(reminders)},
        "input": {
            *(reminders.RISK, reminders.OUTSIDE, reminders.EITHER, reminders.SPREAD),
            *(reminders.NEW, reminders.ELIGIBLE, reminders.RELAPSED, reminders.ASCT),
            *(reminders.NO_QUADRUPLET, reading.IMAGING),
        },
        "event": set(finding_codes.EVENTS),
        "stop_reason": set(finding_codes.STOP_REASONS),
        "anticoagulation": set(finding_codes.CHOICES["anticoagulation"]),
        "dexamethasone_dose": set(finding_codes.CHOICES["dexamethasone_dose"]),
    }
