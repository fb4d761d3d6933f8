"""Make the contract's JSON Schemas (draft 2020-12) from the models of its two files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import simplejson
from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema
from typing_extensions import override

from desktop_app.domain import finding_codes as codes
from desktop_app.domain.criteria.poems.tier_logic import TIERS
from desktop_app.domain.criteria.score_tables import IMWG_GROUPS, MAYO_GROUPS, MGUS_GROUPS
from desktop_app.domain.rulesets.poems.care.watching import EARLY, LATE, THERAPY
from desktop_app.domain.rulesets.poems.response.vegf_values import CONSENSUS, PUMCH
from desktop_app.domain.rulesets.precursor.alerts import CRITICAL, INFO, WARNING
from desktop_app.domain.rulesets.precursor.diagnosis.categories import ORDER as CATEGORIES
from desktop_app.domain.rulesets.precursor.diagnosis.naming import (
    CONFIRMED,
    PRESUMED,
    UNDETERMINED,
)
from desktop_app.domain.rulesets.precursor.other_models.listing import MODELS as OTHER_MODELS
from desktop_app.domain.truth import Truth
from desktop_app.exchange import assessment, case
from desktop_app.exchange.assessment_shape import AssessmentFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pydantic_core import core_schema

Schema = dict[str, Any]

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_DAY: Schema = {"format": "date"}
_PARTIAL_DATE: Schema = {"pattern": case.DATE_PATTERN}


GROUPS = {*MGUS_GROUPS, *MAYO_GROUPS, *IMWG_GROUPS} | {
    group for model in OTHER_MODELS for group in model.groups
}
# The contract's words for lesions outside the marrow and for the response by IMWG.
_CLASSES = ("none", "EM-B", "EM-E", "EM-B+EM-E", "unknown")
RESPONSES = ("sCR", "CR", "VGPR", "PR", "MR", "SD", "PD", "NE")
# The contract's words for the five axes of POEMS.
AXES: Mapping[str, tuple[str, ...]] = {
    "hematologic": ("CR_H", "VGPR_H", "PR_H", "NR_H", "PD_H"),
    "vegf": ("CR_V", "PR_V", "NR_V", "PD_V"),
    "radiologic": ("CR_R", "PR_R", "NR_R", "PD_R"),
    "clinical": ("Ci", "Cp", "Cm", "Cs"),
    "neurologic": ("improved", "stable", "progressed"),
}
AXIS_LEVELS = tuple(level for levels in AXES.values() for level in levels)
# The contract's words for the stages of the systems that it names.
_STAGES: Mapping[str, tuple[str, ...]] = {
    "durie_salmon": ("I", "II", "III"),
    "iss": ("I", "II", "III"),
    "r_iss": ("I", "II", "III"),
    "r2_iss": ("I", "II", "III", "IV"),
    "ims_2025": ("high_risk", "standard_risk"),
}


def _one_of(words: Iterable[str]) -> Schema:
    return {"enum": sorted(words)}


def _axis(*levels: str) -> Schema:
    """Give what one axis may say: its own levels, of those that every axis has."""
    said: Schema = {"enum": [*levels, None]}
    possible: Schema = {"items": _one_of(levels)}
    return {"properties": {"current": said, "best": said, "possible": possible}}


def _stage(*stages: str) -> Schema:
    """Give what one staging system may say."""
    stage: Schema = {"enum": [*stages, None]}
    return {"properties": {"stage": stage, "possible": {"items": _one_of(stages)}}}


_STATE = _one_of(truth.state for truth in Truth)
# What a type alone does not say, by object and key; the words are those that the code knows.
_CASE: Mapping[tuple[str, str], Schema] = {
    ("EarlierDiagnosis", "diagnosis"): _one_of(CATEGORIES),
    ("Finding", "code"): _one_of(codes.SHAPES),
    ("Cytogenetic", "abnormality"): _one_of(codes.ABNORMALITIES),
    ("Lesion", "kind"): _one_of(codes.LESION_KINDS),
    ("Treatment", "stop_reason"): _one_of(codes.STOP_REASONS),
    ("ClinicalEvent", "code"): _one_of(codes.EVENTS),
}
_ASSESSMENT: Mapping[tuple[str, str], Schema] = {
    ("AssessmentFile", "format"): {"const": assessment.FORMAT},
    ("AssessmentFile", "as_of"): _DAY,
    ("Diagnosis", "category"): _one_of(CATEGORIES),
    ("Diagnosis", "possible"): _one_of(CATEGORIES),
    ("Diagnosis", "status"): _one_of((CONFIRMED, PRESUMED, UNDETERMINED)),
    ("Criterion", "state"): _STATE,
    ("Input", "date"): _PARTIAL_DATE,
    ("Score", "group"): _one_of(GROUPS),
    ("Score", "possible_groups"): _one_of(GROUPS),
    ("RiskFigure", "group"): _one_of(GROUPS),
    ("SeriesPoint", "date"): _PARTIAL_DATE,
    ("FollowUp", "next_due"): _DAY,
    ("Alert", "level"): _one_of((INFO, WARNING, CRITICAL)),
    ("Evolving", "state"): _STATE,
    ("Mgrs", "suspected"): _STATE,
    ("Refractoriness", "state"): _STATE,
    ("Extramedullary", "class"): _one_of(_CLASSES),
    ("Extramedullary", "true_emd"): _STATE,
    ("Extramedullary", "possible"): _one_of(_CLASSES),
    ("ExtramedullaryState", "class"): _one_of(_CLASSES),
    ("LesionCourse", "kind"): _one_of(codes.LESION_KINDS),
    ("LesionCourse", "class"): _one_of(_CLASSES),
    ("LesionCourse", "possible"): _one_of(_CLASSES),
    ("LesionCourse", "present"): _STATE,
    **{("PlasmaCellLeukemia", key): _STATE for key in ("imwg_2021", "kyle_1974", "who", "either")},
    ("PlasmaCellLeukemia", "type"): _one_of(("primary", "secondary")),
    ("LinePart", "stop_reason"): _one_of(codes.STOP_REASONS),
    ("TreatmentLine", "best_response"): _one_of(RESPONSES),
    ("ResponsePoint", "category"): _one_of(RESPONSES),
    ("ResponsePoint", "possible"): _one_of(RESPONSES),
    **{("Staging", name): _stage(*stages) for name, stages in _STAGES.items()},
    ("Poems", "tier"): _one_of(TIERS),
    **{("Poems", key): _STATE for key in ("met", "tafro_suspected", "castleman_associated")},
    **{("Blocks", key): _STATE for key in ("neuropathy", "clone")},
    **{("Humeniuk", name): _axis(*levels) for name, levels in AXES.items()},
    ("Humeniuk", "preset"): _one_of((CONSENSUS, PUMCH)),
    ("WatchedSeries", "phase"): _one_of((THERAPY, EARLY, LATE)),
    ("WatchedSeries", "due"): _DAY,
    ("Axis", "current"): _one_of(AXIS_LEVELS),
    ("Axis", "possible"): _one_of(AXIS_LEVELS),
    ("Axis", "best"): _one_of(AXIS_LEVELS),
    ("AxisPoint", "category"): _one_of((*AXIS_LEVELS, "NE")),
    ("ResponseMark", "role"): _one_of(("baseline", "nadir", "progression")),
}


class _Generator(GenerateJsonSchema):
    """Write decimals as JSON numbers, as the files hold them, and leave out titles of keys."""

    @override
    def decimal_schema(self, schema: core_schema.DecimalSchema) -> Schema:
        return {"type": "number"}

    @override
    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def schemas() -> dict[str, str]:
    """Give the text of every schema by the name of its file."""
    return {
        "mspike-case-1.schema.json": _text("M-Spike case file", _case()),
        "mspike-assessment-1.schema.json": _text("M-Spike assessment", _assessment()),
    }


def _case() -> Schema:
    schema = _refined(case.case_adapter(), _CASE)
    # The reader takes the format off before the model sees the file.
    schema["properties"] = {"format": {"const": case.FORMAT}, **schema["properties"]}
    schema["required"] = ["format", *schema["required"]]
    return schema


def _assessment() -> Schema:
    return _refined(TypeAdapter(AssessmentFile), _ASSESSMENT)


def _refined(adapter: TypeAdapter[Any], details: Mapping[tuple[str, str], Schema]) -> Schema:
    """Give an adapter's schema with the details put in.

    Raises:
        KeyError: a detail names an object or key that the model does not have.
    """
    schema = adapter.json_schema(schema_generator=_Generator)
    objects = {**schema["$defs"], schema["title"]: schema}
    for (name, key), detail in details.items():
        node = objects[name]["properties"][key]
        node = node.get("items", node)
        node.get("anyOf", [node])[0].update(detail)
    return schema


def _text(title: str, schema: Schema) -> str:
    content = {"$schema": DRAFT, **schema, "title": title}
    return simplejson.dumps(content, ensure_ascii=False, indent=1) + "\n"
