"""Test what is asked where the values of one specimen do not fit each other."""

from __future__ import annotations

import pytest

from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Finding, Result, Sex
from tests.domain.arriving import arriving, asked, compared, immunofixation, known, value_of

M, KAPPA, LAMBDA = "serum_m_protein", "flc_kappa", "flc_lambda"


def questions(*entries: Result | Finding, sex: Sex = Sex.MALE) -> dict[str, list[str]]:
    """Give what is asked of values that come in together."""
    readings = [arriving(entry, place) for place, entry in enumerate(entries)]
    return asked(compared(readings, sex=sex))


@pytest.mark.parametrize(("protein", "said"), [("4.5", ["m_protein_over_globulin"]), ("3.9", [])])
def test_no_more_m_protein_than_total_protein_less_albumin(protein: str, said: list[str]) -> None:
    of_it = [value_of("total_protein", "8.0"), value_of("albumin", "4.0")]

    assert questions(value_of(M, protein), *of_it).get(M, []) == said


def test_without_albumin_the_m_protein_is_not_compared_with_globulin() -> None:
    assert questions(value_of(M, "4.5"), value_of("total_protein", "8.0")) == {}


@pytest.mark.parametrize(("share", "said"), [("20", []), ("25", ["m_protein_not_its_share"])])
def test_an_m_protein_fits_its_share(share: str, said: list[str]) -> None:
    both = [value_of("total_protein", "8.0"), value_of("serum_m_protein_percent", share)]

    assert questions(value_of(M, "1.65"), *both).get(M, []) == said


OVER = ["m_protein_over_immunoglobulin"]


@pytest.mark.parametrize(
    ("isotypes", "values", "said"),
    [
        (("IgG-kappa",), {"igg": "900"}, OVER),
        (("IgG-kappa",), {"igg": "3000"}, []),
        (("IgA-lambda",), {"iga": "900", "igg": "3000"}, OVER),
        (("IgG-kappa", "IgA-lambda"), {"igg": "900"}, []),  # of which class is it?
        (("kappa",), {"igg": "900", "iga": "100", "igm": "50"}, OVER),
        ((), {"igg": "900", "iga": "100", "igm": "50"}, OVER),
        ((), {"igg": "900", "iga": "100"}, []),
        (("IgE-kappa",), {"ige": "100"}, []),  # units of activity
    ],
)
def test_no_more_m_protein_than_its_immunoglobulin(
    isotypes: tuple[str, ...], values: dict[str, str], said: list[str]
) -> None:
    come = [value_of(code, value) for code, value in values.items()]

    assert questions(value_of(M, "2.5"), immunofixation(*isotypes), *come).get(M, []) == said


def test_the_class_may_be_known_from_before() -> None:
    record = known(immunofixation("IgA-kappa", day="2025-01-01"), value_of("iga", "100"))
    bare = known(
        Finding(PartialDate("2025-01-01"), "serum_immunofixation", "?"), value_of("iga", "1")
    )
    come = [arriving(value_of(M, "2.5"))]

    assert asked(compared(come, record)) == {M: OVER}
    assert asked(compared(come, bare)) == {}


@pytest.mark.parametrize(("ratio", "said"), [("0.5", []), ("2.0", ["ratio_differs"])])
def test_a_ratio_follows_from_its_parts(ratio: str, said: list[str]) -> None:
    parts = [value_of(KAPPA, "10"), value_of(LAMBDA, "20")]

    assert questions(*parts, value_of("flc_ratio", ratio)).get("flc_ratio", []) == said


@pytest.mark.parametrize("missing", [0, 1])
def test_a_bounded_part_says_nothing_of_the_ratio(missing: int) -> None:
    parts = [value_of(KAPPA, "10"), value_of(LAMBDA, "20")]
    parts[missing] = value_of(parts[missing].code, "<10")

    assert "flc_ratio" not in questions(*parts, value_of("flc_ratio", "2.0"))


@pytest.mark.parametrize(
    ("kappa", "lambda_", "said"),
    [
        (("1800", "mg/L"), ("2", "mg/L"), {KAPPA}),
        (("1800", "mg/L"), ("20", "mg/L"), set()),
        (("2", "mg/L"), ("1800", "mg/L"), {LAMBDA}),
        (("1.9", "g/L"), ("10", "mg/L"), {KAPPA}),
        (("1.9", "g/L"), None, {KAPPA}),
        (("1900", "mg/L"), ("950", "mg/L"), {KAPPA, LAMBDA}),
        (("12", "mg/L"), ("15", "mg/L"), set()),
    ],
)
def test_what_may_be_a_total_light_chain_is_asked_about(
    kappa: tuple[str, str], lambda_: tuple[str, str] | None, said: set[str]
) -> None:
    come = [value_of(KAPPA, kappa[0], unit=kappa[1])]
    if lambda_:
        come.append(value_of(LAMBDA, lambda_[0], unit=lambda_[1]))

    found = questions(*come)

    assert {code for code, codes in found.items() if "perhaps_total" in codes} == said


@pytest.mark.parametrize(
    ("sex", "egfr", "said"),
    [
        (Sex.MALE, "78", []),
        (Sex.MALE, "33", ["egfr_differs"]),
        (Sex.UNKNOWN, "33", []),
    ],
)
def test_an_egfr_follows_from_the_creatinine(sex: Sex, egfr: str, said: list[str]) -> None:
    both = [value_of("creatinine", "1.1"), value_of("egfr", egfr)]

    assert questions(*both, sex=sex).get("egfr", []) == said


def test_an_egfr_of_an_unknown_age_is_not_asked_about() -> None:
    both = [arriving(value_of("creatinine", "1.1")), arriving(value_of("egfr", "33"))]

    assert asked(compared(both, birth=None)) == {}
    assert questions(value_of("egfr", "33")) == {}


@pytest.mark.parametrize(
    ("part", "whole", "code"),
    [
        (("calcium_ionized", "2.5"), ("calcium", "9.2"), "ionised_over_total"),
        (("neutrophils", "9"), ("wbc", "4"), "neutrophils_over_white"),
        (("uacr", "300"), ("upcr", "200"), "albumin_over_protein"),
    ],
)
def test_a_part_is_not_more_than_the_whole(
    part: tuple[str, str], whole: tuple[str, str], code: str
) -> None:
    found = questions(value_of(*part), value_of(*whole))

    assert code in found[part[0]]
    assert code not in questions(value_of(*part)).get(part[0], [])


def test_stored_values_of_the_day_count_too_and_several_say_nothing() -> None:
    come = [arriving(value_of(M, "4.5"))]
    proteins = [value_of("total_protein", "8.0"), value_of("albumin", "4.0")]

    assert asked(compared(come, known(*proteins))) == {M: ["m_protein_over_globulin"]}
    assert asked(compared(come, known(*proteins, value_of("albumin", "3.0")))) == {}
    odd = Finding(PartialDate("2026-06-01"), "albumin", True)
    assert asked(compared(come, known(proteins[0], odd))) == {}
