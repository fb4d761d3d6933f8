"""List every module in which rules stand: what the hash of the rule pack covers.

The imports are the list: a new rule module is written here once. A test compares them with the
folders.
"""
# ruff: noqa: F401 - every import is used by being there

from __future__ import annotations

from types import ModuleType

from desktop_app.domain import trend
from desktop_app.domain.criteria import (
    aimed_at_clone,
    applicability,
    attribution,
    bone,
    calcium,
    clone,
    daratumumab,
    evidence,
    fitness,
    flc_ranges,
    hemoglobin,
    immunoparesis,
    intervals,
    isotype,
    kidney,
    kidney_decline,
    kidney_signs,
    lenalidomide,
    lesion_classes,
    leukemia_response,
    leukemia_smears,
    light_chain_course,
    light_chains,
    m_protein,
    mayo_factors,
    measures,
    model_factors,
    myeloma_names,
    next_tests,
    organ_values,
    plasmacytoma_dose,
    regimens,
    score_model,
    score_tables,
    slim,
    smm_factors,
    smm_points,
    spans,
    treatment_lines,
    warning_signs,
    web_inputs,
    workup_table,
)
from desktop_app.domain.criteria.poems import (
    acute_illness,
    atypical,
    blocks,
    castleman_branches,
    clonality,
    clone_routes,
    clone_treatment,
    displayed,
    endocrine,
    light_chain_route,
    limits,
    majors,
    minors,
    neuropathy,
    neurotoxic,
    opening,
    settling_tests,
    tier_logic,
    vegf,
)
from desktop_app.domain.criteria.poems import reading as poems_reading
from desktop_app.domain.criteria.poems import therapy_lines as poems_therapy_lines
from desktop_app.domain.criteria.poems import tier as poems_tier
from desktop_app.domain.rulesets.myeloma import (
    extramedullary,
    plasma_cell_leukemia,
    smm_end,
)
from desktop_app.domain.rulesets.myeloma.care import (
    current,
    frailty,
    item_points,
    prophylaxis,
    reminders,
    scores,
    thrombosis,
)
from desktop_app.domain.rulesets.myeloma.lines import (
    counting,
    given,
    plan,
    progress,
    refractory,
    resistance,
    together,
)
from desktop_app.domain.rulesets.myeloma.notices import case_conflicts, dangers, open_tests
from desktop_app.domain.rulesets.myeloma.response import (
    aggressive,
    clinical_relapse,
    clonal_cells,
    confirmation,
    days,
    endpoints,
    escape,
    imwg,
    levels,
    marks,
    masses,
    measurable,
    nadir,
    placing,
    progression,
    reading,
    residual,
    timeline,
)
from desktop_app.domain.rulesets.myeloma.staging import (
    anchor,
    bands,
    china_2020,
    cytogenetics,
    derived_values,
    ds_bone,
    ds_calcium,
    ds_protein,
    durie_salmon,
    figures,
    genomic,
    iss,
    other_systems,
    points,
    r2_iss,
    r_iss,
    systems,
)
from desktop_app.domain.rulesets.poems import notices as poems_notices
from desktop_app.domain.rulesets.poems.care import (
    features,
    given_drugs,
    harvest,
    intervals_table,
    options,
    others,
    panel,
    warning_values,
    watching,
)
from desktop_app.domain.rulesets.poems.prognosis import at_diagnosis, factors, score
from desktop_app.domain.rulesets.poems.response import axes as poems_axes
from desktop_app.domain.rulesets.poems.response import bands as poems_bands
from desktop_app.domain.rulesets.poems.response import banners as poems_banners
from desktop_app.domain.rulesets.poems.response import base as poems_base
from desktop_app.domain.rulesets.poems.response import blood_days as poems_blood_days
from desktop_app.domain.rulesets.poems.response import blood_levels as poems_blood_levels
from desktop_app.domain.rulesets.poems.response import clinical as poems_clinical
from desktop_app.domain.rulesets.poems.response import hematologic as poems_hematologic
from desktop_app.domain.rulesets.poems.response import holding as poems_holding
from desktop_app.domain.rulesets.poems.response import neurologic as poems_neurologic
from desktop_app.domain.rulesets.poems.response import radiologic as poems_radiologic
from desktop_app.domain.rulesets.poems.response import vegf as poems_vegf_course
from desktop_app.domain.rulesets.poems.response import vegf_values as poems_vegf_values
from desktop_app.domain.rulesets.precursor import (
    alerts,
    early_treatment,
    follow_up,
    ledger,
    mgrs,
    mgus_risk,
    missing,
    nearest,
    smm_risk,
    workup,
)
from desktop_app.domain.rulesets.precursor.diagnosis import (
    categories,
    facts,
    naming,
    presumption,
    settled,
)
from desktop_app.domain.rulesets.precursor.evolving import (
    baseline,
    emp_ehb,
    entries,
    fernandez,
    outcomes,
    pangea,
    rajkumar,
    rosinol,
    samples,
    series,
    telling,
    wu,
)
from desktop_app.domain.rulesets.precursor.other_models import (
    bence_jones,
    high_risk,
    immune,
    listing,
    marrow_and_m,
    mgus,
    proliferation,
    ravi,
)

MODULES = tuple(
    sorted(
        (found for found in tuple(globals().values()) if isinstance(found, ModuleType)),
        key=lambda module: module.__name__,
    )
)
