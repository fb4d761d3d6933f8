"""What a chart shows by itself and for each question that a doctor can choose."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from desktop_app.domain.chart import ChartRequest, ChartSpec, Role
from desktop_app.domain.chart_building import usual_panels
from desktop_app.domain.chart_presets import CLONE, LIGHT_CHAINS, PRESETS, known_panels
from desktop_app.domain.policy import Policy
from tests.domain.cases import flattened, record, result, serum
from tests.domain.evolution import IGG, chains, hb, m
from tests.domain.trend_records import AS_OF, a_chart, catalogue

LATER = "2025-01-15"
BLOOD = (hb("13.0"), hb("12.8", LATER))
SPIKE = (m("2.0"), m("2.1", LATER))
LIGHT = (chains(100, 10), chains(120, 10, LATER))


def usual(*facts: object) -> list[str]:
    panels = usual_panels(record(*flattened(facts)), AS_OF, catalogue())
    return [" ".join(panel) for panel in panels]


def drawn(preset: str, *facts: object, **more: Any) -> ChartSpec:
    return a_chart(record(*flattened(facts)), request=ChartRequest(PRESETS[preset]), **more)


def codes(spec: ChartSpec) -> list[list[str]]:
    return [[series.code for series in panel.series] for panel in spec.panels]


def test_a_clone_shows_its_protein_its_light_chain_and_the_ratio() -> None:
    assert usual(IGG, SPIKE, LIGHT, BLOOD)[:3] == ["serum_m_protein", "flc_involved", "flc_ratio"]


def test_without_light_chains_haemoglobin_takes_their_place() -> None:
    assert usual(IGG, SPIKE, BLOOD) == ["serum_m_protein", "hemoglobin"]


def test_both_chains_are_shown_where_no_clone_is_known() -> None:
    normal = (chains(12, 10), chains(13, 10, LATER))

    assert usual(normal) == ["flc_kappa flc_lambda", "flc_ratio"]


def test_a_spike_that_was_never_found_leaves_the_first_place_to_the_light_chain() -> None:
    alone = serum("kappa-light-chain"), m("0"), m("0", LATER)

    assert usual(*alone, LIGHT, BLOOD)[:3] == ["flc_involved", "flc_ratio", "hemoglobin"]
    assert usual(*alone) == ["serum_m_protein"]


def test_each_question_shows_its_tests_on_one_axis() -> None:
    known = (IGG, SPIKE, LIGHT, BLOOD)
    organs = (result("creatinine", 1, on=LATER), result("calcium", 9, on=LATER))

    assert codes(drawn(CLONE, *known)) == [
        ["serum_m_protein"],
        ["flc_involved", "flc_uninvolved"],
        ["flc_ratio"],
    ]
    assert codes(drawn("chart_organs", *known, *organs)) == [
        ["hemoglobin"],
        ["calcium"],
        ["creatinine"],
    ]
    assert codes(drawn(LIGHT_CHAINS, *known)) == [
        ["flc_kappa", "flc_lambda"],
        ["flc_difference"],
        ["flc_ratio"],
    ]


def test_an_unknown_clone_shows_both_chains_for_the_involved_one() -> None:
    found = drawn(CLONE, chains(12, 10), chains(13, 10, LATER))

    assert codes(found) == [["flc_kappa", "flc_lambda"], ["flc_ratio"]]
    assert known_panels((("hemoglobin",),), involved=False) == (("hemoglobin",),)


@pytest.mark.parametrize("code", ["crp", "ldh", "marrow_plasma_cells", "flc_uninvolved"])
def test_any_test_can_be_drawn_alone(code: str) -> None:
    given = (IGG, LIGHT, result("crp", 3, "mg/L"), result("ldh", 180, "U/L"))
    known = record(*flattened((given, result("marrow_plasma_cells", 8))))

    assert codes(a_chart(known, code)) == [[code]]


def test_the_threshold_of_the_involved_chain_stands_beside_both_chains_too() -> None:
    (alone,) = a_chart(record(*flattened((IGG, LIGHT))), "flc_involved").panels
    (line,) = (one for one in alone.lines if one.role is Role.THRESHOLD)
    both = drawn(CLONE, IGG, LIGHT).panels[0]

    assert (line.y, line.label) == (100, "SLiM (with ratio ≥ 100) ≥ 100 mg/L")
    assert [one.y for one in both.lines] == [100]
    (lambda_,) = a_chart(record(*flattened((IGG, LIGHT))), "flc_lambda").panels
    assert [one for one in lambda_.lines if one.role is Role.THRESHOLD] == []


def test_the_threshold_follows_the_chain_into_its_unit() -> None:
    known = record(IGG, result("flc_kappa", 12, "mg/dL"), result("flc_lambda", 1, "mg/dL"))
    (panel,) = a_chart(known, "flc_involved").panels

    assert [one.y for one in panel.lines if one.role is Role.THRESHOLD] == [10]


def test_the_involved_chain_has_the_band_of_its_noise_and_its_printed_limits() -> None:
    limited = result("flc_kappa", 100, low="3.3", high="19.4")
    (panel,) = a_chart(record(IGG, limited, result("flc_lambda", 10)), "flc_involved").panels
    noise, reference = panel.bands

    assert (noise.low, noise.high) == pytest.approx((21, 179))
    assert (reference.low, reference.high) == (3.3, 19.4)
    assert panel.y.low == 0


def test_the_noise_band_is_that_of_the_latest_laboratory() -> None:
    own = Policy({("B", "serum_m_protein"): Decimal(10), ("", "flc_kappa"): Decimal(40)})

    def band(*values: object, code: str = "serum_m_protein") -> tuple[float, float]:
        panel = a_chart(record(*flattened((IGG, values))), code, policy=own).panels[0]
        return panel.bands[0].low, panel.bands[0].high

    in_a = (m("2.0", lab="A"), m("2.0", LATER, lab="A"))
    in_b = (m("1.0", lab="A"), m("2.0", LATER, lab="B"))
    assert band(*in_a) == pytest.approx((1.56, 2.44))
    assert band(*in_b) == pytest.approx((1.8, 2.2))
    assert band(chains(100, 10), code="flc_involved") == pytest.approx((60, 140))
