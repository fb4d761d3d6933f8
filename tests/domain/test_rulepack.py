"""Test that the rule pack names every rule once and that its hash follows every threshold."""

from __future__ import annotations

import json
import os
import pkgutil
import re
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal

import pytest

from desktop_app.domain import criteria, rulepack, rulesets, trend
from desktop_app.domain.criteria import (
    calcium,
    hemoglobin,
    intervals,
    kidney,
    light_chains,
    m_protein,
)
from desktop_app.domain.criterion import Cut, Op
from desktop_app.domain.rulesets.precursor import mgus_risk
from desktop_app.domain.rulesets.precursor.diagnosis import categories, facts
from desktop_app.domain.worlds import possible_outcomes
from tests.domain.cases import assessed, criterion, gathered, serum

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
        (intervals, "GUIDELINE", {"FU-MGUS-1": ((6, 6), (6, 6))}),
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


def test_a_changed_decision_changes_the_hash_though_no_threshold_moved(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = fresh()

    def milder(ask: Callable[[str], str]) -> frozenset[str]:
        named = categories.category(ask)
        return frozenset({"mgus_non_igm"}) if named == {"smm"} else named

    monkeypatch.setitem(rulepack.DECISIONS, "category", (milder, facts.VALUES))
    changed = fresh()
    monkeypatch.undo()

    assert changed != before
    assert fresh() == before


@pytest.mark.parametrize(
    ("name", "facts_", "stages"), [("iss", 2, "I II III"), ("r_iss", 3, "I II III")]
)
def test_the_truth_table_of_a_stage_covers_every_stage_and_every_fact(
    name: str, facts_: int, stages: str
) -> None:
    worlds = rulepack.truth_table(name)

    assert frozenset().union(*(world.outcome for world in worlds)) == set(stages.split())
    assert len({fact for world in worlds for fact, _ in world.assumed}) == facts_
    assert name in json.loads(rulepack.content())["decisions"]


def test_the_hash_is_the_same_in_every_process() -> None:
    code = "from desktop_app.domain.rulepack import rule_pack; print(rule_pack().sha256)"

    hashes = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }

    assert hashes == {fresh()}


def test_the_content_is_json_with_rules_constants_and_decisions() -> None:
    content = json.loads(rulepack.content())

    assert content.keys() == {"rules", "constants", "decisions"}
    assert [rule["id"] for rule in content["rules"]] == [rule.id for rule in rulepack.rules()]
    cut = content["constants"]["desktop_app.domain.criteria.calcium"]["CALCIUM_CUT"]
    assert cut["op"] == {"$": "Op", "name": "GT"}
    assert cut["at"] == {"mEq/L": "5.5", "mg/dL": "11", "mmol/L": "2.75"}


def test_the_truth_table_covers_every_category_and_every_fact() -> None:
    worlds = rulepack.truth_table("category")

    assert frozenset().union(*(world.outcome for world in worlds)) == set(categories.ORDER) - {
        "primary_plasma_cell_leukemia",
        "secondary_plasma_cell_leukemia",
        "poems",
    }
    asked = {fact for world in worlds for fact, _ in world.assumed}
    assert asked == facts.VALUES.keys()


@pytest.mark.parametrize("entries", [(), (serum("IgM-kappa"),), (serum("IgG-kappa"),)])
def test_every_value_that_a_fact_is_given_is_one_that_it_may_have(
    entries: tuple[object, ...],
) -> None:
    found = facts.facts_of(gathered(*entries))

    assert found.keys() == facts.VALUES.keys()
    assert all(set(values) <= set(facts.VALUES[fact]) for fact, values in found.items())
    known = possible_outcomes(categories.category, found).possible
    assert known <= possible_outcomes(categories.category, facts.VALUES).possible


def test_the_hash_leaves_no_rule_module_out() -> None:
    written = {
        found.name
        for package in (criteria, rulesets)
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
        if not found.ispkg
    }

    assert written <= {module.__name__ for module in rulepack.modules()}


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
