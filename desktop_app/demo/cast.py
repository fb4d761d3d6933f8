"""Read the fictional patients and turn months before today into days and drafts."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from desktop_app.domain.document import Clinic
from desktop_app.domain.patient import Registration
from desktop_app.domain.policy_draft import DraftNoise, PolicyDraft
from desktop_app.domain.record import FindingValue, Sex
from desktop_app.domain.visit import (
    DraftCytogenetic,
    DraftDiagnosis,
    DraftEvent,
    DraftFinding,
    DraftLesion,
    DraftResult,
    DraftTreatment,
    VisitDraft,
)

_NOT_MEASURED = "-"
_SUNDAY = 6
_OF_TREATMENT = ("cycles", "cycle_days", "stop_reason", "sequence", "note")
_KNOWN_TO = {"year": 4, "month": 7}
_METHODS = {
    **dict.fromkeys(("flc_kappa", "flc_lambda", "flc_ratio"), "Freelite"),
    **dict.fromkeys(("onls_arm", "onls_leg"), "observed"),
}
_UNITS = {
    "tw": {
        "serum_m_protein": "g/dL", "hemoglobin": "g/dL", "calcium": "mg/dL", "creatinine": "mg/dL",
        "igg": "mg/dL", "iga": "mg/dL", "igm": "mg/dL",
        "testosterone": "ng/mL",
    },
    "cn": {
        "serum_m_protein": "g/L", "hemoglobin": "g/L", "calcium": "mmol/L", "creatinine": "umol/L",
        "igg": "g/L", "iga": "g/L", "igm": "g/L",
        "testosterone": "nmol/L",
    },
    "both": {
        "flc_kappa": "mg/L", "flc_lambda": "mg/L", "flc_ratio": "1", "albumin": "g/L",
        "urine_m_protein_24h": "mg/(24.h)", "marrow_plasma_cells": "%", "nt_probnp": "ng/L",
        "uacr": "mg/g", "beta2_microglobulin": "mg/L", "ldh": "U/L", "platelets": "10*9/L",
        "wbc": "10*9/L", "circulating_plasma_cells": "%", "height": "cm", "weight": "kg",
        "ecog": "{score}", "vegf_serum": "pg/mL", "pasp": "mm[Hg]", "dlco": "%", "suv_max": "1",
        "onls_arm": "{score}", "onls_leg": "{score}", "modified_rankin": "{score}",
        "tsh": "m[IU]/L",
    },
}  # fmt: skip
# Reference limits as such laboratories print them, by preset, code and sex.
_LIMITS = {
    ("tw", "hemoglobin", "female"): ("12.0", "16.0"),
    ("tw", "hemoglobin", "male"): ("13.5", "17.5"),
    ("tw", "calcium", "female"): ("8.6", "10.3"),
    ("tw", "calcium", "male"): ("8.6", "10.3"),
    ("cn", "hemoglobin", "female"): ("115", "150"),
    ("cn", "hemoglobin", "male"): ("130", "175"),
    ("cn", "calcium", "female"): ("2.11", "2.52"),
    ("cn", "calcium", "male"): ("2.11", "2.52"),
    ("tw", "ldh", "female"): ("140", "271"),
    ("tw", "ldh", "male"): ("140", "271"),
    ("cn", "ldh", "female"): ("120", "250"),
    ("cn", "ldh", "male"): ("120", "250"),
    ("tw", "vegf_serum", "male"): ("", "600"),
    ("cn", "vegf_serum", "female"): ("", "600"),
    ("tw", "testosterone", "male"): ("2.4", "8.7"),
    ("tw", "tsh", "male"): ("0.35", "4.94"),
}


@dataclass(frozen=True, slots=True)
class Character:
    """Hold one fictional patient: what is registered, and the drafts of all visits in order."""

    registration: Registration
    drafts: tuple[VisitDraft, ...]

    def visits_of(self, patient_id: int) -> tuple[VisitDraft, ...]:
        """Give the drafts with the number that the patient got when registered."""
        return tuple(replace(draft, patient_id=patient_id) for draft in self.drafts)


@dataclass(frozen=True, slots=True)
class Cast:
    """Hold the fictional clinic and its patients."""

    clinic: Clinic
    policy: PolicyDraft
    characters: tuple[Character, ...]


def read_cast(resources: Path, today: date) -> Cast:
    """Read the clinic and all patients, their days counted back from ``today``."""
    with (resources / "demo" / "patients.toml").open("rb") as file:
        content = tomllib.load(file, parse_float=Decimal)
    return Cast(
        Clinic(**content["clinic"]),
        PolicyDraft(tuple(DraftNoise(**noise) for noise in content["noise"])),
        tuple(_character(entry, order, today) for order, entry in enumerate(content["patient"])),
    )


def _character(entry: Mapping[str, Any], order: int, today: date) -> Character:
    # Everybody has a day of the month of their own, and today stays today.
    days = {months: _day(today, months, order) for months in entry["months_ago"]}
    drafts = tuple(
        VisitDraft(
            0,
            days[months].isoformat(),
            _results(entry, visit, months),
            _findings(entry, months),
            cytogenetics=_cytogenetics(entry, months),
            lesions=tuple(DraftLesion(**said) for said in _said_at(entry, "lesion", months)),
            history=_history(entry, months, today),
            treatments=_treatments(entry, months, today, order),
            events=_events(entry, months, today, order),
        )
        for visit, months in enumerate(entry["months_ago"])
    )
    registration = Registration(
        record_number=entry["number"],
        name=entry["name"],
        birth_date=date(today.year - entry["age"], 1 + order % 12, 1 + 2 * order % 28).isoformat(),
        sex=Sex(entry["sex"]),
        leaflet_languages=entry["languages"],
    )
    return Character(registration, drafts)


def _day(today: date, months: int, order: int) -> date:
    if months == 0:
        return today
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    day = date(year, month + 1, min(today.day, 28)) - timedelta(days=order % 5)
    return day - timedelta(days=2) if day.weekday() == _SUNDAY else day


def _results(entry: Mapping[str, Any], visit: int, months: int) -> tuple[DraftResult, ...]:
    texts = {code: row.split()[visit] for code, row in entry["results"].items()}
    for said in _said_at(entry, "extra", months):
        texts |= said
    return tuple(
        _result(entry, code, text, months) for code, text in texts.items() if text != _NOT_MEASURED
    )


def _result(entry: Mapping[str, Any], code: str, text: str, months: int) -> DraftResult:
    preset = entry["preset"]
    low, high = _LIMITS.get((preset, code, entry["sex"]), ("", ""))
    change = entry.get("laboratory_from")
    return DraftResult(
        code=code,
        text=text,
        unit=_UNITS[preset].get(code) or _UNITS["both"][code],
        lab=change["name"] if change and months <= change["months_ago"] else "A",
        method=_METHODS.get(code, ""),
        low=low,
        high=high,
    )


def _findings(entry: Mapping[str, Any], months: int) -> tuple[DraftFinding, ...]:
    return tuple(
        DraftFinding(code, _value(value))
        for said in _said_at(entry, "finding", months)
        for code, value in said.items()
    )


def _cytogenetics(entry: Mapping[str, Any], months: int) -> tuple[DraftCytogenetic, ...]:
    return tuple(
        test
        for said in _said_at(entry, "cytogenetic", months)
        for test in (
            *(DraftCytogenetic(name, True, clone_percent=said["found"][name])
              for name in said["found"]),
            *(DraftCytogenetic(name, False) for name in said["absent"]),
        )
    )  # fmt: skip


def _history(entry: Mapping[str, Any], months: int, today: date) -> tuple[DraftDiagnosis, ...]:
    return tuple(
        DraftDiagnosis(
            said["diagnosis"],
            _day(today, said["since_months_ago"], 0).isoformat()[: _KNOWN_TO[said["to"]]],
        )
        for said in _said_at(entry, "history", months)
    )


def _treatments(
    entry: Mapping[str, Any], months: int, today: date, order: int
) -> tuple[DraftTreatment, ...]:
    return tuple(
        DraftTreatment(
            regimen=said["regimen"],
            drugs=tuple(said["drugs"]),
            start=_known(said, "started", today, order),
            stop=_known(said, "stopped", today, order),
            **{name: said.get(name, "") for name in _OF_TREATMENT},
        )
        for said in _said_at(entry, "treatment", months)
    )


def _events(
    entry: Mapping[str, Any], months: int, today: date, order: int
) -> tuple[DraftEvent, ...]:
    return tuple(
        DraftEvent(
            code=said["code"],
            date=_known(said, "on", today, order),
            sequence=said.get("sequence", ""),
            note=said.get("note", ""),
        )
        for said in _said_at(entry, "event", months)
    )


def _known(said: Mapping[str, Any], name: str, today: date, order: int) -> str:
    """Give a day as far as it is known; nothing where it has not come yet."""
    if name not in said:
        return ""
    return _day(today, said[name], order).isoformat()[: _KNOWN_TO.get(said.get("to", ""))]


def _said_at(entry: Mapping[str, Any], part: str, months: int) -> Iterator[dict[str, Any]]:
    """Give what a part of the file says of one visit."""
    for said in entry.get(part, ()):
        if said["months_ago"] == months:
            yield {name: value for name, value in said.items() if name != "months_ago"}


def _value(value: Any) -> FindingValue:
    return tuple(value) if isinstance(value, list) else value
