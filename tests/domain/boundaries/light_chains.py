"""Give the boundaries of the free light chains: the range, the involved chain, iu (FLC-*)."""

from __future__ import annotations

from decimal import Decimal as D

from desktop_app.domain.criteria.evidence import ratio_without_clone
from desktop_app.domain.criteria.isotype import isotypes
from desktop_app.domain.criteria.light_chains import involved_ratio, light_chains
from desktop_app.domain.criterion import Op
from tests.domain.asking import rows, state
from tests.domain.boundaries import Vector
from tests.domain.cases import flc, gathered, note_of, result, serum, view


def ratio(value: object, lab: str | None = None) -> object:
    return result("flc_ratio", value, lab=lab)


def abnormal(*printed: object) -> tuple[str, str | None]:
    """Judge a ratio that alone was printed, or one of several laboratories of a day."""
    entries = [ratio(value, lab) for value, lab in zip(printed, "ABC", strict=False)]
    judgement = light_chains(view(*entries)).abnormal
    return judgement.truth.state, judgement.note.code if judgement.note else None


def quotient(kappa: object, lambda_: object, unit: str) -> str:
    entries = (result("flc_kappa", kappa, unit), result("flc_lambda", lambda_, unit))
    return light_chains(view(*entries)).abnormal.truth.state


def involved(*printed: object) -> str | None:
    entries = [ratio(value, lab) for value, lab in zip(printed, "ABC", strict=False)]
    return light_chains(view(*entries)).involved


def typed(*bands: str) -> str | None:
    return isotypes(view(serum(*bands))).light_chain


def iu(band: str, entries: tuple[object, ...], op: Op, cut: str) -> tuple[str, str | None]:
    """Judge the involved/uninvolved ratio."""
    seen = view(serum(band), *entries)
    judgement = involved_ratio(seen, light_chains(seen), op, D(cut))
    return judgement.truth.state, judgement.note.code if judgement.note else None


def printed(band: str, value: object, op: str, cut: str) -> tuple[str, str | None]:
    return iu(band, (ratio(value),), Op(op), cut)


def divided(band: str, kappa: object, lambda_: object, op: str, cut: str) -> str:
    return iu(band, flc(kappa, lambda_), Op(op), cut)[0]


def slim(band: str, kappa: object, lambda_: object, unit: str = "mg/L") -> str:
    entries = (result("flc_kappa", kappa, unit), result("flc_lambda", lambda_, unit))
    return state(gathered(serum(band), *entries).slim_flc)


def slim_printed(value: object, chain: object) -> tuple[str, str | None]:
    found = gathered(serum("kappa"), ratio(value), result("flc_kappa", chain)).slim_flc
    return state(found), note_of(found)


def slim_in_two_laboratories(second: object) -> str:
    """Judge chains of one laboratory beside what another one reported on the same day."""
    first = (result("flc_kappa", 400, lab="A"), result("flc_lambda", 1, lab="A"))
    return state(gathered(serum("kappa"), *first, second).slim_flc)


def without_clone(value: object, egfr: object) -> bool:
    """Tell whether kidney disease may explain a ratio whose chain is above its range."""
    chains = (result("flc_kappa", 90), result("flc_lambda", 90))
    return ratio_without_clone(gathered(ratio(value), result("egfr", egfr), *chains))


def not_raised(code: str, value: object, high: object = None) -> bool:
    """Tell whether the chain to which an abnormal ratio points is within its range."""
    printed_ratio = ratio(5 if code == "flc_kappa" else "0.1")
    return ratio_without_clone(gathered(printed_ratio, result(code, value, high=high)))


NEAR = "printed_ratio_near_cut"
VECTORS: tuple[Vector, ...] = (
    *rows(
        "printed ratio", "FLC-RANGE-STD MGUS-MAYO-FLC", abnormal,
        ("0.26", ("no", NEAR)), ("0.25", ("yes", None)), ("1.65", ("no", NEAR)),
        ("1.66", ("yes", None)), ("1.00", ("no", None)), ("0.30", ("no", None)),
        # half the last digit: 0.05, 0.5, 0.005
        ("0.3", ("no", NEAR)), ("0.2", ("yes", None)), ("1.7", ("yes", NEAR)),
        ("1.6", ("no", NEAR)), ("1.5", ("no", None)), ("2", ("yes", NEAR)),
        ("0.255", ("yes", None)), ("0.2600", ("no", NEAR)), ("0.2605", ("no", None)),
        ("<0.26", ("yes", NEAR)), (">1.65", ("yes", NEAR)), ("<1.7", ("unknown", NEAR)),
        # of two laboratories of one day
        ("2.5", "3.0", ("yes", None)), ("2.5", "1.0", ("unknown", "values_disagree")),
    ),
    *rows(
        "kappa divided by lambda", "FLC-RANGE-STD FLC-IU", quotient,
        (26, 100, "mg/L", "no"), ("25.9", 100, "mg/L", "yes"), (165, 100, "mg/L", "no"),
        ("165.1", 100, "mg/L", "yes"), ("16.5", 10, "mg/dL", "no"), ("16.6", 10, "mg/dL", "yes"),
    ),
    *rows(
        "involved chain", "FLC-INVOLVED", involved,
        ("1.66", "kappa"), (">1.65", "kappa"), ("0.25", "lambda"), ("<0.26", "lambda"),
        ("1.65", None), ("0.1", "3.0", None), ("5", "3", "kappa"),
    ),
    *rows(
        "light chain of the bands", "FLC-INVOLVED", typed,
        ("IgG-kappa", "kappa"), ("IgG-lambda", "lambda"), ("IgG-kappa", "IgA-lambda", None),
        ("IgG-kappa", "IgA-kappa", "kappa"),
    ),
    *rows(
        "iu of a printed ratio", "FLC-IU", printed,
        ("kappa", "20", ">", "20", ("no", NEAR)), ("kappa", "20.1", ">", "20", ("yes", None)),
        ("kappa", "19.9", ">", "20", ("no", None)), ("kappa", "19.95", ">", "20", ("no", None)),
        ("kappa", "100", ">=", "100", ("yes", NEAR)), ("kappa", "99", ">=", "100", ("no", None)),
        ("kappa", "100.5", ">=", "100", ("yes", None)),
        ("lambda", "0.05", ">", "20", ("no", NEAR)), ("lambda", "0.049", ">", "20", ("yes", None)),
        ("lambda", "0.04", ">", "20", ("yes", None)), ("lambda", "0.08", ">", "20", ("no", None)),
        ("lambda", "0.1", ">", "20", ("no", None)), ("lambda", "0.0500", ">", "20", ("no", NEAR)),
        ("lambda", "0.01", ">=", "100", ("yes", NEAR)),
        ("lambda", "<0.01", ">", "100", ("yes", None)),
        ("lambda", ">0.01", ">", "100", ("no", None)),
        ("lambda", "0.00", ">", "20", ("unknown", "missing")),
    ),
    *rows(
        "iu of two chains", "FLC-IU", divided,
        ("kappa", 200, 10, ">", "20", "no"), ("kappa", 201, 10, ">", "20", "yes"),
        ("lambda", 10, 200, ">", "20", "no"), ("lambda", 10, 201, ">", "20", "yes"),
        ("lambda", 1, 100, ">=", "100", "yes"), ("lambda", 1, "99.9", ">=", "100", "no"),
    ),
    *rows(
        "MM-SLIM-FLC", "MM-SLIM-FLC", slim,
        ("kappa", 400, 4, "yes"), ("kappa", "399.6", 4, "no"), ("lambda", 4, 400, "yes"),
        ("lambda", 4, "399.6", "no"), ("kappa", 100, "0.5", "yes"), ("kappa", "99.9", "0.5", "no"),
        ("lambda", "0.5", 100, "yes"), ("lambda", "0.5", "99.9", "no"),
        ("kappa", 10, "0.05", "mg/dL", "yes"), ("kappa", "9.99", "0.05", "mg/dL", "no"),
    ),
    *rows(
        "MM-SLIM-FLC of a printed ratio", "MM-SLIM-FLC FLC-IU", slim_printed,
        ("100.5", 400, ("yes", None)), ("100", 400, ("unknown", NEAR)),
        ("99.5", 400, ("no", None)),
    ),
    *rows(
        "MM-SLIM-FLC of two laboratories", "MM-SLIM-FLC", slim_in_two_laboratories,
        (result("flc_kappa", 300, lab="B"), "unknown"), (ratio(150, "B"), "unknown"),
        (result("flc_kappa", 300, lab="A"), "yes"),
    ),
    *rows(
        "ratio in kidney disease", "MGUS-LC-DX", without_clone,
        ("3.10", "59.9", True), ("3.11", "59.9", False), ("3.10", "60", False),
        ("0.37", "50", True), ("0.36", "50", False), ("2", "30", True),
    ),
    *rows(
        "chain above its range", "MGUS-LC-DX FLC-RANGE-STD", not_raised,
        ("flc_kappa", "19.4", True), ("flc_kappa", "19.5", False),
        ("flc_lambda", "26.3", True), ("flc_lambda", "26.4", False),
        ("flc_kappa", "22", "22", True), ("flc_kappa", "22.1", "22", False),
    ),
)  # fmt: skip
