"""Prove the traps of circulating copies, the golden course and the parts of the response."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.assessment import assess
from desktop_app.domain.myeloma_conclusions import ImwgResponse
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Interpretation, Result
from desktop_app.domain.truth import Truth
from desktop_app.domain.view import last_day
from desktop_app.exchange.case import read_case
from tests.domain.cases import catalogue, finding, result
from tests.domain.responses import (
    BEFORE,
    bands,
    baseline,
    both,
    cells,
    chains,
    day,
    endpoint,
    last,
    line,
    m,
    mass,
    notes,
    responded,
    rows_of,
    treatment,
)

BASE = (*both("4.0", "500"), *bands("IgG-kappa"))


def golden(shared: Path, name: str) -> ImwgResponse:
    """Give the response of a shared case on its last day."""
    case = read_case((shared / "cases" / f"{name}.case.json").read_bytes(), catalogue())
    on = last_day(case)
    assert on is not None
    myeloma = assess(case, on, catalogue=catalogue()).myeloma
    assert myeloma is not None
    assert myeloma.response is not None
    return myeloma.response


def test_the_step_is_100_mg_per_litre_not_10() -> None:
    # T-FLC-PD: ">10 mg/L".
    base = (both("0", "0"), bands("kappa"), chains("110", "10"))

    small = last(base, chains("150", "10", day(1)))
    large = last(base, chains("211", "10", day(1)))

    assert rows_of(small)["RESP-IMWG-PD-FLC"] == "no"
    assert rows_of(large)["RESP-IMWG-PD-FLC"] == "yes"


def test_a_quarter_and_half_a_gram_are_enough() -> None:
    # T-PD-OPS: ">0.5 g/dL, >50%".
    found = last(m("2.0"), m("2.5", day(1)))

    assert rows_of(found)["RESP-IMWG-PD-SERUM"] == "yes"


def test_progression_is_read_before_any_level_of_response() -> None:
    # T-PD-ORDER: PD after PR.
    fallen = (both("0.4", "0", day(1)), both("0.4", "0", day(2)))

    found = last(BASE, fallen, both("1.2", "0", day(3)), both("1.2", "0", day(4)))

    assert (found.read, found.category, found.confirmed) == ("PD", "PD", True)


def test_half_a_gram_is_not_measurable() -> None:
    # T-MEAS: 0.5 g/dL is the rule of a trial.
    assert baseline(both("0.5", "0")).markers == ()


def test_a_mass_must_be_halved_for_mr_too() -> None:
    # T-MR-SPD: 25-49 %.
    base = (both("4.0", "0"), mass("T10", 20, 20))
    fallen = both("2.8", "0", day(1))

    third = last(base, fallen, mass("T10", 20, 14, on=day(1)))
    half = last(base, fallen, mass("T10", 20, 10, on=day(1)))

    assert (third.read, half.read) == ("SD", "MR")


@pytest.mark.shared
def test_the_golden_progression_needs_no_second_sample(shared: Path) -> None:
    found = golden(shared, "myeloma-emm2025b-progression")

    assert found.current is not None
    assert (found.current.date, found.current.category) == ("2023-01", "PD")
    assert found.current.confirmed
    assert not found.current.pending


@pytest.mark.shared
def test_light_chain_escape_is_noticed_while_the_response_cannot_be_confirmed(
    shared: Path,
) -> None:
    found = golden(shared, "myeloma-W31-free-light-chain-escape")

    assert found.best is not None
    assert (found.best.category, found.best.confirmed) == ("VGPR", False)
    assert "not_confirmable" in notes(found.best)
    assert "REL-LCESCAPE" in [x.id for x in found.endpoints if x.state is Truth.MET]


def test_the_baseline_shows_its_markers_values_and_answers() -> None:
    found = baseline(BASE, cells("40"))

    assert (found.line, found.date, found.markers) == (1, BEFORE, ("serum", "urine"))
    assert [value.code for value in found.values] == [
        "serum_m_protein",
        "urine_m_protein_24h",
        "marrow_plasma_cells",
    ]
    assert [x.id for x in found.criteria] == [
        "RESP-BASE",
        "RESP-IMWG-MEAS-S",
        "RESP-IMWG-MEAS-U",
        "RESP-IMWG-MEAS-F",
        "RESP-IMWG-MEAS-M",
    ]


def test_without_a_marker_the_baseline_says_so() -> None:
    found = baseline(finding("marrow_flow_clonal", True, BEFORE))

    assert (found.date, found.markers) == (None, ())
    assert found.criteria[0].note is not None
    assert found.criteria[0].note.code == "no_response_baseline"


def test_what_a_visit_rests_on_stands_in_its_trace() -> None:
    found = last(BASE, both("1.8", "0", day(1)), mass("T10", on=day(1)), bands(on=day(1)))

    codes = {given.code for criterion in found.criteria for given in criterion.inputs}

    assert codes >= {"serum_m_protein", "urine_m_protein_24h", "lesion", "serum_immunofixation"}


def test_a_waiting_progression_says_that_it_awaits_a_second_value() -> None:
    fallen = (both("1.0", "0", day(1)), both("1.0", "0", day(2)))

    found = last(BASE, fallen, both("2.0", "0", day(3))).criteria[-1]

    assert (found.id, found.state) == ("RESP-ALG-CONFIRM-PD", Truth.UNKNOWN)
    assert found.note is not None
    assert found.note.code == "awaits_second_value"


def test_what_was_not_taken_as_it_reads_is_told_by_its_confirmation() -> None:
    found = responded(BASE, both("0.3", "0", day(1)), both("1.8", "0", day(2))).timeline[0]

    assert (found.read, found.category) == ("VGPR", "PR")
    assert found.criteria[-1].id == "RESP-ALG-CONFIRM"
    assert found.criteria[-1].state is Truth.NOT_MET


def test_two_markers_in_progression_are_a_hint_and_no_confirmation() -> None:
    found = last(BASE, both("5.0", "700", day(1)))

    assert rows_of(found)["RESP-HINT-TWO"] == "yes"
    assert found.pending


def test_the_end_points_belong_to_the_line_of_the_current_response() -> None:
    lines = (
        line(treatment("2024-01-10", "2024-04-01")),
        line(treatment("2024-04-15"), number=2),
    )
    high = result("calcium", "12", "mg/dL", on=day(1))
    again = result("calcium", "9", "mg/dL", on=day(5))

    found = endpoint("RESP-IMWG-CLINREL", BASE, high, again, both("1.8", "0", day(5)), lines=lines)

    assert found is None


def test_a_second_line_stops_the_marks_of_the_first() -> None:
    lines = (
        line(treatment("2024-01-10", "2024-04-01")),
        line(treatment("2024-04-15"), number=2),
    )

    found = responded(BASE, m("2.0", "2024-04-10"), lines=lines).marks

    assert {(mark.line, mark.start, mark.stop) for mark in found} == {
        (1, "2024-01-10", "2024-04-15"),
        (2, "2024-04-15", None),
    }


@pytest.mark.parametrize(
    "said",
    [
        finding("marrow_ihc_kappa_lambda", {"ratio": None, "cells": 100}, day(1)),
        finding("marrow_ihc_kappa_lambda", "polytypic", day(1)),
    ],
)
def test_what_cannot_be_read_of_a_stain_leaves_scr_open(said: object) -> None:
    clean = (both("0", "0", day(1)), bands(on=day(1)), cells("1", day(1)))

    found = last(BASE, clean, chains("10", "10", day(1)), said)

    assert (found.at_least, found.possible) == ("CR", ("CR", "sCR"))


def test_two_immunofixations_of_a_day_that_differ_say_nothing() -> None:
    differing = (bands(on=day(1)), bands("IgG-kappa", on=day(1)))

    found = last(BASE, both("0", "0", day(1)), differing, cells("1", day(1)))

    assert (found.at_least, "CR" in found.possible) == ("VGPR", True)


def test_a_number_that_is_missing_beside_its_unit_is_no_value() -> None:
    words_only = Result(
        PartialDate(day(1)), "serum_m_protein", unit="g/dL", interpretation=Interpretation.HIGH
    )

    assert last(BASE, words_only).read == "NE"


def test_a_band_that_may_be_the_drug_leaves_relapse_from_cr_open() -> None:
    given = line(treatment(), treatment("2024-05-01", None, "daratumumab"))
    clean = [(both("0", "0", on), bands(on=on), cells("1", on)) for on in (day(1), day(2))]
    seen = (both("0", "0", day(5)), bands("IgG-kappa", on=day(5)))

    found = endpoint("RESP-IMWG-RELCR", BASE, clean, seen, lines=(given,))

    assert found is not None
    assert found.state is Truth.UNKNOWN
