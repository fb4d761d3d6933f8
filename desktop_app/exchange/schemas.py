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
AXIS_LEVELS = (
    *("CR_H", "VGPR_H", "PR_H", "NR_H", "PD_H"),
    *("CR_V", "PR_V", "NR_V", "PD_V"),
    *("CR_R", "PR_R", "NR_R", "PD_R"),
    *("Ci", "Cp", "Cm", "Cs"),
    *("improved", "stable", "progressed"),
)


def _one_of(words: Iterable[str]) -> Schema:
    return {"enum": sorted(words)}


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
    ("Criterion", "state"): _one_of(truth.state for truth in Truth),
    ("Input", "date"): _PARTIAL_DATE,
    ("Score", "group"): _one_of(GROUPS),
    ("Score", "possible_groups"): _one_of(GROUPS),
    ("RiskFigure", "group"): _one_of(GROUPS),
    ("SeriesPoint", "date"): _PARTIAL_DATE,
    ("FollowUp", "next_due"): _DAY,
    ("Alert", "level"): _one_of((INFO, WARNING, CRITICAL)),
    ("Extramedullary", "class"): _one_of(_CLASSES),
    ("Extramedullary", "possible"): _one_of(_CLASSES),
    ("ExtramedullaryState", "class"): _one_of(_CLASSES),
    ("PlasmaCellLeukemia", "type"): _one_of(("primary", "secondary")),
    ("LinePart", "stop_reason"): _one_of(codes.STOP_REASONS),
    ("TreatmentLine", "best_response"): _one_of(RESPONSES),
    ("ResponsePoint", "category"): _one_of(RESPONSES),
    ("ResponsePoint", "possible"): _one_of(RESPONSES),
    ("Poems", "tier"): _one_of(TIERS),
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
