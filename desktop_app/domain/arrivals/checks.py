"""Ask where values of one specimen do not fit each other, their last values, or a human body."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from desktop_app.domain.arrivals.review import Question
from desktop_app.domain.derived import ckd_epi_2021
from desktop_app.domain.drafts import tenfold_slips
from desktop_app.domain.unit_label import unit_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop_app.domain.catalogue import Catalogue
    from desktop_app.domain.record import Result, Sex

_D = Decimal
IMMUNOGLOBULINS = {"G": "igg", "A": "iga", "M": "igm", "D": "igd", "E": "ige"}
_COMMON = ("igg", "iga", "igm")
_SHARE_TOLERANCE = _D("0.10")  # of an M-protein against its share of the total protein
_RATIO_TOLERANCE = _D("0.05")  # of a printed kappa/lambda against the one that follows
_EGFR_TOLERANCE = _D("0.25")
_LEAST_OF_CLASS = _D("0.8")  # of the M-protein: so much its immunoglobulin holds at least
# In mg/L: what only total light chains reach while the other is so low, or both together.
_TOTAL_OVER, _OTHER_UNDER, _BOTH_OVER = _D(1700), _D(3), _D(700)
_TOTAL_IN_GRAMS = (_D("0.9"), _D(4))
_GRAMS = frozenset({"g/L", "g/dL", "gm/L", "gm/dL"})
# A ratio of total light chains has the same name; its limits begin above one, those of free below.
_FREE_WORDS = ("free", "flc", "游離", "游离")
_TOTAL_RATIO_FROM = _D(1)
_SLIPPED = 7  # less than that many times the last value is no slip
_THOUSANDFOLD = (_D(800), _D(1250))
# The tests that are asked about, and all that the questions look at.
ASKED = frozenset(
    (
        *("serum_m_protein", "flc_kappa", "flc_lambda", "flc_ratio", "egfr"),
        *("calcium_ionized", "neutrophils", "uacr"),
    )
)
USED = ASKED | {
    *("total_protein", "albumin", "serum_m_protein_percent", "creatinine", "calcium", "wbc"),
    *("upcr", *IMMUNOGLOBULINS.values()),
}
Asked = tuple[str, Question]


class Specimen:
    """Hold the results of one specimen by code, in canonical units where they are plain numbers."""

    def __init__(self, results: Mapping[str, Result], catalogue: Catalogue) -> None:
        """Take one result for each code."""
        self.results = results
        self._catalogue = catalogue

    def number(self, code: str, unit: str | None = None) -> Decimal | None:
        """Give a plain number in a unit, the canonical one if none is named."""
        result = self.results.get(code)
        if result is None or result.value is None or result.unit is None or result.comparator:
            return None
        analyte = self._catalogue[code]
        return analyte.converted(result.value, result.unit, unit or analyte.canonical_unit)


def unusual(result: Result, catalogue: Catalogue) -> Question | None:
    """Ask about a value beyond what is usual; a reason given before is an answer."""
    if result.value is None or result.unit is None or result.confirmed:
        return None
    analyte = catalogue[result.code]
    value = analyte.canonical(result.value, result.unit)
    low, high = analyte.soft_low, analyte.soft_high
    if (low is None or value >= low) and (high is None or value <= high):
        return None
    return Question("unusual", (("value", f"{result.value:f}"), ("unit", unit_label(result.unit))))


def slips(result: Result, last: Result, catalogue: Catalogue) -> list[Question]:
    """Ask about a value that is about ten or a thousand times the last one, or that part of it."""
    value, before, unit = result.value, last.value, last.unit
    if not value or not before or result.unit is None or unit is None:
        return []
    if result.unit == unit and value < _SLIPPED * before and before < _SLIPPED * value:
        return []
    tenfold = tenfold_slips((result,), (last,), catalogue)
    asked = [Question("tenfold_of_last", slip.values) for slip in tenfold]
    analyte = catalogue[result.code]
    one, other = analyte.canonical(value, result.unit), analyte.canonical(before, unit)
    low, high = _THOUSANDFOLD
    if low * other <= one <= high * other or low * one <= other <= high * one:
        said = (("last", f"{before:f}"), ("unit", unit_label(unit)))
        asked.append(Question("thousandfold_of_last", said))
    return asked


def ratio_of_total(name: str, ratio: Result, together: Mapping[str, Result]) -> Question | None:
    """Ask whether a ratio is one of free light chains where neither name, limits nor chains tell.

    Args:
        name: of the test as the laboratory printed it; empty where a code named it.
        ratio: the result.
        together: the results of its specimen, by code.
    """
    folded = name.casefold()
    if not folded or any(word in folded for word in _FREE_WORDS):
        return None
    if ratio.low is not None:
        return Question("ratio_of_total") if ratio.low >= _TOTAL_RATIO_FROM else None
    return None if {"flc_kappa", "flc_lambda"} <= together.keys() else Question("ratio_of_total")


def questions(
    results: Mapping[str, Result],
    heavy: str | None,
    sex: Sex,
    age: int | None,
    catalogue: Catalogue,
) -> Iterator[Asked]:
    """Ask where results of one specimen contradict each other.

    Args:
        results: one for each code.
        heavy: the heavy chain of the M-protein, such as "G", where one is known.
        sex: of the patient.
        age: in years on the day of the specimen.
        catalogue: the units.
    """
    specimen = Specimen(results, catalogue)
    yield from _m_protein(specimen, heavy)
    yield from _light_chains(specimen)
    yield from _filtration(specimen, sex, age)
    for part, whole, code in (
        ("calcium_ionized", "calcium", "ionised_over_total"),
        ("neutrophils", "wbc", "neutrophils_over_white"),
        ("uacr", "upcr", "albumin_over_protein"),
    ):
        one, other = specimen.number(part), specimen.number(whole)
        if one is not None and other is not None and one > other:
            yield part, Question(code)


def _m_protein(specimen: Specimen, heavy: str | None) -> Iterator[Asked]:
    code = "serum_m_protein"
    protein = specimen.number(code)
    if protein is None:
        return
    total, albumin = specimen.number("total_protein"), specimen.number("albumin")
    if total is not None and albumin is not None and protein > total - albumin:
        yield code, Question("m_protein_over_globulin")
    share = specimen.number("serum_m_protein_percent")
    if total is not None and share is not None:
        expected = share * total / 100
        if abs(protein - expected) > _SHARE_TOLERANCE * expected:
            yield code, Question("m_protein_not_its_share")
    known = [heavy] if heavy else []
    classes = [IMMUNOGLOBULINS[each] for each in known] or list(_COMMON)
    numbers = [specimen.number(each, "g/L" if each != "ige" else None) for each in classes]
    if classes == ["ige"] or None in numbers:
        return
    if max(x for x in numbers if x is not None) < _LEAST_OF_CLASS * protein:
        yield code, Question("m_protein_over_immunoglobulin")


def _light_chains(specimen: Specimen) -> Iterator[Asked]:
    kappa, lambda_ = specimen.number("flc_kappa", "mg/L"), specimen.number("flc_lambda", "mg/L")
    both = kappa is not None and lambda_ is not None and min(kappa, lambda_) > _BOTH_OVER
    for code, total, one, other in (
        ("flc_kappa", "lc_kappa_total", kappa, lambda_),
        ("flc_lambda", "lc_lambda_total", lambda_, kappa),
    ):
        if one is None:
            continue
        alone = one > _TOTAL_OVER and other is not None and other < _OTHER_UNDER
        low, high = _TOTAL_IN_GRAMS
        grams = specimen.results[code].unit in _GRAMS and low <= one / 1000 <= high
        if both or alone or grams:
            yield code, Question("perhaps_total", options=(total,))
    ratio = specimen.number("flc_ratio")
    if ratio is not None and kappa is not None and lambda_:
        follows = kappa / lambda_
        if abs(ratio - follows) > _RATIO_TOLERANCE * follows:
            yield "flc_ratio", Question("ratio_differs", (("follows", f"{follows:.3g}"),))


def _filtration(specimen: Specimen, sex: Sex, age: int | None) -> Iterator[Asked]:
    reported = specimen.number("egfr")
    creatinine = specimen.number("creatinine", "mg/dL")
    if reported is None or creatinine is None or age is None:
        return
    follows = ckd_epi_2021(creatinine, age, sex)
    if follows is not None and abs(reported - follows) > _EGFR_TOLERANCE * follows:
        yield "egfr", Question("egfr_differs", (("follows", f"{follows:.0f}"),))
