"""Prove that a boundary vector notices every changed operator and number of the rules."""

from __future__ import annotations

from functools import cache
from types import ModuleType

import pytest

from desktop_app.domain.criteria import bone, calcium, warning_signs
from desktop_app.domain.rulepack import content as rule_pack_content
from desktop_app.domain.rulepack import modules as of_the_pack
from tests.domain.boundaries import Vector
from tests.domain.mutation.hunt import Hunt, holds, modules, vectors
from tests.domain.mutation.mutants import mutants_of

# Mutants that change nothing that can be seen, each with the reason.
ALLOWED: dict[str, str] = {}


@cache
def hunt() -> Hunt:
    return Hunt(vectors())


@pytest.mark.parametrize("vector", [pytest.param(each, id=each.name) for each in vectors()])
def test_every_vector_gives_what_the_rule_book_says(vector: Vector) -> None:
    assert vector.ask() == vector.expected


def test_every_vector_has_a_name_of_its_own() -> None:
    names = [vector.name for vector in vectors()]

    assert sorted(set(names)) == sorted(names)


def test_every_module_of_the_rule_pack_is_mutated() -> None:
    assert set(of_the_pack()) <= set(modules())


@pytest.mark.parametrize("module", [pytest.param(each, id=each.__name__) for each in modules()])
def test_every_changed_operator_and_number_is_noticed(module: ModuleType) -> None:
    survivors = set(hunt().survivors(module))

    argued = {place for place in ALLOWED if place.startswith(f"{module.__name__}.")}
    assert survivors - argued == set(), "\n".join(sorted(survivors - argued))
    assert argued - survivors == set(), "these are noticed now, or are no more"


def test_an_unchanged_world_is_left_behind() -> None:
    before = rule_pack_content()

    hunt().survivors(calcium)

    assert rule_pack_content() == before
    assert all(map(holds, vectors()))


def test_cuts_operators_and_numbers_of_functions_are_all_changed() -> None:
    places = {
        mutant.place.removeprefix("desktop_app.domain.criteria.")
        for module in (calcium, bone, warning_signs)
        for mutant in mutants_of(module, modules())
    }

    assert {
        "calcium.CALCIUM_CUT.op: > -> >=",
        "calcium.CALCIUM_CUT.op: > -> <",
        "calcium.CALCIUM_CUT.at['mmol/L']: 2.75 -> 2.74",
        "calcium.CALCIUM_CUT.at['mmol/L']: 2.75 -> 2.76",
        "calcium._WORSE['mg/dL']: 0.5 -> 0.6",
        "calcium._compared: Op.GT -> Op.GE",
        "calcium._ionised_normal: low <= value <= high -> low < value <= high",
        "bone.SMALLEST_MM: 5 -> 4.9",
        "warning_signs.lymphoplasmacytic: finding.value >= 10 -> finding.value >= 9",
        "warning_signs._laboratory_values: D(1) -> D('1.1')",
    } <= places


def test_a_mutant_that_nobody_asks_about_survives() -> None:
    nobody = Hunt(())

    assert "desktop_app.domain.criteria.bone.SMALLEST_MM: 5 -> 4.9" in nobody.survivors(bone)
