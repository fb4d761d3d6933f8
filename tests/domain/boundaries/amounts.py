"""Give the boundaries of the M-protein, and what the models count of it and of the isotype."""

from __future__ import annotations

from desktop_app.domain.criteria.mayo_factors import factors
from desktop_app.domain.criteria.smm_factors import fish, mayo_2018
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Cytogenetic
from tests.domain.asking import rows, state
from tests.domain.boundaries import Vector
from tests.domain.cases import flc, gathered, note_of, result, serum

GRAMS, MILLIGRAMS = "g/(24.h)", "mg/(24.h)"


def spike(value: object, unit: str) -> str:
    return state(gathered(result("serum_m_protein", value, unit)).m_protein)


def urine(value: object, unit: str) -> str:
    return state(gathered(result("urine_m_protein_24h", value, unit)).urine)


def present(value: object) -> str:
    return gathered(result("serum_m_protein", value)).m_present.state


def mayo_spike(value: object, unit: str) -> str:
    return state(factors(gathered(result("serum_m_protein", value, unit)))[0])


def class_of(*bands: str) -> tuple[str, str | None]:
    criterion = factors(gathered(serum(*bands)))[1]
    return state(criterion), note_of(criterion)


def mayo_ratio(value: object) -> str:
    return state(factors(gathered(result("flc_ratio", value)))[2])


def smm_factor(place: int, *entries: object) -> str:
    """Judge a factor of Mayo 20/2/20: marrow, M-protein, ratio."""
    return state(mayo_2018(gathered(*entries))[place])


def smm_marrow(value: object) -> str:
    return smm_factor(0, result("marrow_plasma_cells", value))


def smm_spike(value: object, unit: str) -> str:
    return smm_factor(1, result("serum_m_protein", value, unit))


def smm_ratio(band: str, kappa: object, lambda_: object) -> str:
    return smm_factor(2, serum(band), flc(kappa, lambda_))


def smm_printed(band: str, value: object) -> str:
    return smm_factor(2, serum(band), result("flc_ratio", value))


def detected(name: str, on: str) -> tuple[str, int]:
    """Judge FISH as of 30 June 2026; the test's day decides whether it is seen."""
    criterion = fish(gathered(Cytogenetic(PartialDate(on), name, detected=True)))
    return state(criterion), len(criterion.inputs)


VECTORS: tuple[Vector, ...] = (
    *rows(
        "serum M-protein", "SMM-DX-M SMM-DX IGM-SWM-MAYO", spike,
        ("2.9", "g/dL", "no"), ("3", "g/dL", "yes"), ("3.1", "g/dL", "yes"),
        ("29", "g/L", "no"), ("29.9", "g/L", "no"), ("30", "g/L", "yes"),
    ),
    *rows(
        "24-hour urine M-protein", "SMM-DX-URINE SMM-DX SMM-LC-DX", urine,
        ("499", MILLIGRAMS, "no"), ("500", MILLIGRAMS, "yes"), ("501", MILLIGRAMS, "yes"),
        ("0.499", GRAMS, "no"), ("0.5", GRAMS, "yes"),
    ),
    *rows(
        "any M-protein", "DX-NOCLONE", present, ("0", "no"), ("0.1", "yes"), ("0.05", "yes"),
    ),
    *rows(
        "M-protein of Mayo MGUS", "MGUS-MAYO-M", mayo_spike,
        ("1.4", "g/dL", "no"), ("1.5", "g/dL", "yes"), ("14.9", "g/L", "no"),
        ("15", "g/L", "yes"), ("1.6", "g/dL", "yes"),
    ),
    *rows(
        "isotype of Mayo MGUS", "MGUS-MAYO-ISO", class_of,
        ("IgG-kappa", ("no", None)), ("IgA-kappa", ("yes", None)), ("IgM-lambda", ("yes", None)),
        ("IgD-lambda", ("yes", None)), ("IgE-kappa", ("yes", None)),
        ("IgG-kappa", "IgG-lambda", ("no", None)), ("IgG-kappa", "IgA-kappa", ("yes", "biclonal")),
        ("IgG-kappa", "IgA-kappa", "IgM-kappa", ("yes", "biclonal")),
        ("kappa", ("unknown", "no_heavy_chain")),
    ),
    *rows(
        "ratio of Mayo MGUS", "MGUS-MAYO-FLC", mayo_ratio,
        ("0.26", "no"), ("0.25", "yes"), ("1.65", "no"), ("1.66", "yes"),
    ),
    *rows(
        "marrow of 20/2/20", "SMM-MAYO2018-PC", smm_marrow,
        ("20", "no"), ("20.1", "yes"), ("19.9", "no"),
    ),
    *rows(
        "M-protein of 20/2/20", "SMM-MAYO2018-M", smm_spike,
        ("2", "g/dL", "no"), ("2.1", "g/dL", "yes"), ("20", "g/L", "no"), ("20.1", "g/L", "yes"),
        ("1.9", "g/dL", "no"),
    ),
    *rows(
        "ratio of 20/2/20", "SMM-MAYO2018-FLC", smm_ratio,
        ("kappa", 200, 10, "no"), ("kappa", 201, 10, "yes"), ("kappa", 199, 10, "no"),
        ("lambda", 10, 200, "no"), ("lambda", 10, 201, "yes"),
    ),
    *rows(
        "printed ratio of 20/2/20", "SMM-MAYO2018-FLC FLC-IU", smm_printed,
        ("lambda", "0.05", "no"), ("lambda", "0.049", "yes"), ("kappa", "20", "no"),
        ("kappa", "20.1", "yes"),
    ),
    *rows(
        "FISH", "SMM-IMWG2020-FISH", detected,
        ("t(4;14)", "2026-06-30", ("yes", 1)), ("t(14;16)", "2026-06-29", ("yes", 1)),
        ("gain(1q)", "2026-06-30", ("yes", 1)), ("amp(1q)", "2026-06-30", ("yes", 1)),
        ("del(13q)", "2026-06-30", ("yes", 1)), ("del(17p)", "2026-06-30", ("unknown", 0)),
        ("t(4;14)", "2026-07-01", ("unknown", 0)),
    ),
)  # fmt: skip
