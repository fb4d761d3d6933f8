"""Test that the rule pack names every rule once and that its hash follows every threshold."""

from __future__ import annotations

import pkgutil
import re
from decimal import Decimal

import pytest

from desktop_app.domain import criteria, rulepack, rulesets, trend
from desktop_app.domain.criteria import calcium, hemoglobin, kidney, light_chains, m_protein
from desktop_app.domain.criterion import Cut, Op
from desktop_app.domain.rulesets.precursor import follow_up, mgus_risk
from tests.domain.cases import assessed, criterion, serum

STATES = {"primary", "secondary", "source-doc", "unverified", "decision"}


def fresh() -> str:
    rulepack.rule_pack.cache_clear()
    return rulepack.rule_pack().sha256


def test_every_rule_has_a_source_and_a_status() -> None:
    rules = rulepack.rules()

    assert len({rule.id for rule in rules}) == len(rules) > 15
    assert {rule.status for rule in rules} <= STATES
    assert all(rule.source and rule.threshold for rule in rules)


def test_the_pack_is_named_in_every_assessment() -> None:
    pack = assessed().rule_pack

    assert pack == rulepack.rule_pack()
    assert re.fullmatch(r"\d{4}\.\d+", pack.version)
    assert re.fullmatch(r"[0-9a-f]{64}", pack.sha256)


@pytest.mark.parametrize(
    ("module", "name", "value"),
    [
        (hemoglobin, "HEMOGLOBIN_CUT", Cut(Op.LT, {"g/dL": Decimal("10.5")})),
        (calcium, "CALCIUM_CUT", Cut(Op.GT, {"mg/dL": Decimal("10.5")})),
        (calcium, "CALCIUM_OVER_ULN", {"mg/dL": Decimal(2)}),
        (calcium, "_WORSE", {"mg/dL": Decimal(2)}),
        (kidney, "CREATININE_CUT", Cut(Op.GT, {"mg/dL": Decimal(3)})),
        (light_chains, "RATIO_LOW", Decimal("0.27")),
        (m_protein, "SERUM_CUT", Cut(Op.GE, {"g/dL": Decimal(4)})),
        (mgus_risk, "_IGNORED", (Decimal(1),) * 4),
        (follow_up, "LATER", (6, 6)),
        (trend, "NOISE_PERCENT", {"serum_m_protein": Decimal(50)}),
    ],
)
def test_a_changed_threshold_changes_the_hash(
    monkeypatch: pytest.MonkeyPatch, module: object, name: str, value: object
) -> None:
    before = fresh()

    monkeypatch.setattr(module, name, value)
    changed = fresh()
    monkeypatch.undo()

    assert changed != before
    assert fresh() == before


def test_the_hash_leaves_no_rule_module_out() -> None:
    written = {
        found.name
        for package in (criteria, rulesets)
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
        if not found.ispkg
    }

    assert written <= {module.__name__ for module in rulepack._MODULES}


def test_every_criterion_of_a_trace_is_a_rule_of_the_pack() -> None:
    known = {rule.id for rule in rulepack.rules()}
    trace = assessed(serum("IgM-kappa"))

    def ids(criteria: object) -> set[str]:
        found: set[str] = set()
        for each in criteria:  # type: ignore[attr-defined]
            found |= {each.id.removesuffix("-VALUE")} | ids(each.criteria)
        return found

    assert ids((*trace.diagnosis.criteria, *trace.mayo_mgus.criteria)) <= known
    assert criterion(trace, "MM-DX").source == "rajkumar2014"
