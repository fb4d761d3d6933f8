"""Name the fixed sentences of each kind of letter with the placeholders that each must carry."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

REFERRAL, SUMMARY, POEMS = "referral_hematology", "case_summary", "poems_neurology"
# Letters that take as many pages as a whole course needs.
LONG = (SUMMARY, POEMS)

_NONE = frozenset[str]()
# What all kinds say: who of whom, what was concluded, and what is enclosed.
_COMMON: Mapping[str, frozenset[str]] = dict.fromkeys(
    (
        *("to", "salutation", "diagnosis", "not_settled", "unverified", "computed"),
        *("no_allergies", "plan", "no_interval"),
        *("criteria", "criterion", "state", "value", "cut_off", "results", "test", "latest"),
        *("previous", "baseline", "lowest", "change", "noise", "beyond", "within"),
        *("enclosed", "closing", "signature", "female", "male", "sex_unknown"),
    ),
    _NONE,
) | {
    "opening": frozenset({"date"}),
    "born": frozenset({"date"}),
    "age": frozenset({"years"}),
    "conclusion": frozenset({"category", "status"}),
    "possible": frozenset({"names"}),
    "by_doctor": frozenset({"category", "reason"}),
    "program": frozenset({"conclusion"}),
    "missing": frozenset({"names"}),
    "settling": frozenset({"what", "tests"}),
    "alert": frozenset({"level", "message"}),
    "aside": frozenset({"text", "inside"}),
    "quality": frozenset({"notes"}),
    "once": frozenset({"names"}),
    "allergies": frozenset({"names"}),
    "next": frozenset({"date", "months"}),
    "rule_pack": frozenset({"version", "sha256"}),
}
_KIDNEY: Mapping[str, frozenset[str]] = dict.fromkeys(("kidney", "biopsy"), _NONE) | {
    "lesion": frozenset({"name"})
}
_REFERRAL: Mapping[str, frozenset[str]] = dict.fromkeys(
    (
        *("own_question", "reason", "no_reason", "risk", "no_model", "limits", "limits_mgus"),
        *("evolving", "confirmed", "unconfirmed", "workup", "treatment", "no_treatment"),
    ),
    _NONE,
) | {
    "model": frozenset({"model", "group", "points"}),
    "figure": frozenset({"years", "percent", "cohort"}),
    "figures": frozenset({"years", "ignored", "competing", "cohort"}),
    "evolved": frozenset({"definition", "course", "confirmed"}),
    "not_evolved": frozenset({"names"}),
    "evolving_open": frozenset({"names"}),
    "done": frozenset({"names"}),
    "old": frozenset({"names"}),
    "due": frozenset({"names"}),
    "ongoing": frozenset({"regimen", "start"}),
    "ended": frozenset({"regimen", "start", "stop"}),
}
_SUMMARY: Mapping[str, frozenset[str]] = dict.fromkeys(
    (
        *("presentation", "no_signs", "staging", "if_myeloma", "stage", "because"),
        *("cytogenetics", "no_cytogenetics", "day", "method", "found"),
        *("by_fish", "by_karyotype", "by_sequencing"),
        *("not_found", "biallelic", "extramedullary", "at_diagnosis", "at_relapse", "class"),
        *("lesions", "gone", "leukemia", "definition", "lines"),
        *("no_lines", "line", "given", "span", "why", "best", "response", "no_response"),
        *("now", "no_therapy", "open"),
    ),
    _NONE,
) | {
    "signs": frozenset({"names"}),
    "type": frozenset({"names"}),
    "events": frozenset({"names"}),
    "staged": frozenset({"date"}),
    "derived": frozenset({"name", "computed", "reported"}),
    "not_reported": frozenset({"names"}),
    "looked_at": frozenset({"names"}),
    "last_given": frozenset({"name", "span"}),
    "copies": frozenset({"copies"}),
    "in_cells": frozenset({"percent"}),
    "new_finding": frozenset({"names"}),
    "untested": frozenset({"names"}),
    "not_repeated": frozenset({"date"}),
    "since": frozenset({"type", "date"}),
    "absolute": frozenset({"count"}),
    "last_look": frozenset({"words"}),
    "stopped": frozenset({"reason"}),
    "to_next": frozenset({"months"}),
    "to_progression": frozenset({"months"}),
    "held": frozenset({"line", "names"}),
    "refractory": frozenset({"names"}),
    "refractory_open": frozenset({"names"}),
    "not_refractory": frozenset({"names"}),
    "judged": frozenset({"rule", "state"}),
    "current_response": frozenset({"response", "date"}),
    "criteria_version": frozenset({"version"}),
    "at_least": frozenset({"response"}),
    "relapse_signs": frozenset({"names"}),
    "therapy": frozenset({"names"}),
    "open_stages": frozenset({"names"}),
    "open_line": frozenset({"names"}),
    "open_definitions": frozenset({"names"}),
}
_POEMS: Mapping[str, frozenset[str]] = dict.fromkeys(
    (
        *("questions", "ask_neuropathy", "ask_type", "ask_cause", "ask_worse", "ask_scores"),
        *("poems", "no_panel", "castleman", "tafro", "open", "clone", "vegf", "vegf_apart"),
        *("no_vegf", "unsaid", "specimen", "limit", "first", "highest", "nerve", "no_neuropathy"),
        *("no_onls", "day", "arm", "leg", "total", "rankin", "lines", "no_lines", "line"),
        *("given", "span", "why", "response", "axis", "now", "best", "values", "alerts"),
    ),
    _NONE,
) | {
    "risk_open": frozenset({"names"}),
    "next_tests": frozenset({"names"}),
    "type": frozenset({"names"}),
    "shown_by": frozenset({"names"}),
    "route_open": frozenset({"names"}),
    "not_shown": frozenset({"names"}),
    "vegf_words": frozenset({"names"}),
    "neuropathy": frozenset({"names"}),
    "beside": frozenset({"names"}),
    "radiotherapy": frozenset({"dates"}),
    "stopped": frozenset({"reason"}),
    "watched": frozenset({"names"}),
}
PHRASES: Mapping[str, Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        REFERRAL: {**_COMMON, **_KIDNEY, **_REFERRAL},
        SUMMARY: {**_COMMON, **_KIDNEY, **_SUMMARY},
        POEMS: {**_COMMON, **_POEMS},
    }
)
