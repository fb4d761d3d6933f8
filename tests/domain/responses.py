"""Build treated records and ask for their response by IMWG in one line each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from desktop_app.domain.conclusions import Criterion, Note
from desktop_app.domain.criteria.evidence import gather
from desktop_app.domain.criteria.treatment_lines import CountedLine
from desktop_app.domain.myeloma_conclusions import ImwgResponse, ResponseBaseline, ResponsePoint
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import ClinicalEvent, Finding, Lesion, Result, Treatment
from desktop_app.domain.rulesets.myeloma.response.imwg import imwg_response
from desktop_app.domain.view import RecordView
from tests.domain.cases import catalogue, finding, record, result

START, AS_OF = "2024-01-10", "2026-06-30"
BEFORE = "2024-01-08"  # the day of the baseline
M, U, PC, HB = "serum_m_protein", "urine_m_protein_24h", "marrow_plasma_cells", "hemoglobin"
CELLS_L = "circulating_plasma_cells_absolute"


def day(number: int) -> str:
    """Give a day in one of the months after the start: the tenth of February is 1."""
    month = number + 1
    return f"{2024 + (month - 1) // 12}-{(month - 1) % 12 + 1:02}-10"


def treatment(
    start: str = START, stop: str | None = None, *drugs: str, regimen: str = "VCd"
) -> Treatment:
    """Build a treatment."""
    return Treatment(
        regimen, PartialDate(start), drugs, None if stop is None else PartialDate(stop)
    )


def line(*treatments: Treatment, number: int = 1) -> CountedLine:
    """Build a line of these treatments; one that begins on START where none is given."""
    return CountedLine((number,), treatments or (treatment(),), (), Note("line_started"))


def m(value: object, on: str = BEFORE, unit: str = "g/dL", **more: str) -> Result:
    """Give a serum M-protein."""
    return result(M, value, unit, on=on, **more)


def u(value: object, on: str = BEFORE) -> Result:
    """Give a 24-hour urine M-protein in mg."""
    return result(U, value, "mg/(24.h)", on=on)


def both(serum: object, urine: object, on: str = BEFORE) -> tuple[Result, Result]:
    """Give serum and urine of a day."""
    return m(serum, on), u(urine, on)


def chains(kappa: object, lambda_: object, on: str = BEFORE) -> tuple[Result, Result]:
    """Give both free light chains in mg/L."""
    return result("flc_kappa", kappa, on=on), result("flc_lambda", lambda_, on=on)


def cells(percent: object, on: str = BEFORE, **more: str) -> Result:
    """Give plasma cells of the marrow."""
    return result(PC, percent, "%", on=on, **more)


def blood(count: object, on: str = BEFORE) -> Result:
    """Give circulating plasma cells in 10*9/L."""
    return result(CELLS_L, count, "10*9/L", on=on)


def bands(*seen: str, on: str = BEFORE) -> tuple[Finding, Finding]:
    """Give immunofixation of serum with these bands, and a negative one of urine."""
    return (
        finding("serum_immunofixation", list(seen), on),
        finding("urine_immunofixation", [], on),
    )


def mass(
    name: str, *sizes: object, on: str = BEFORE, kind: str = "plasmacytoma", gone: bool = False
) -> Lesion:
    """Give a look at a lesion with its diameters in mm."""
    diameters = tuple(Decimal(str(size)) for size in sizes)
    return Lesion(PartialDate(on), name, kind, diameters_mm=diameters, resolved=gone)


def death(on: str, note: str | None = "myeloma") -> ClinicalEvent:
    """Give a death, and what is noted of it."""
    return ClinicalEvent(PartialDate(on), "death", note=note)


def _flat(entries: Iterable[object]) -> Iterator[object]:
    for entry in entries:
        if isinstance(entry, tuple | list):
            yield from _flat(entry)
        else:
            yield entry


def responded(
    *entries: object, lines: tuple[CountedLine, ...] = (), as_of: str = AS_OF
) -> ImwgResponse:
    """Give the response of a record to its lines; to one that begins on START if none is given."""
    told = lines or (line(),)
    treatments = tuple(each for one in told for each in one.treatments)
    whole = record(*treatments, *_flat(entries))
    view = RecordView.of(whole, catalogue(), PartialDate(as_of).last)
    found = imwg_response(gather(view), told)
    assert found is not None
    return found


def points(*entries: object, **more: object) -> tuple[ResponsePoint, ...]:
    """Give the timeline of a record."""
    return responded(*entries, **more).timeline  # type: ignore[arg-type]


def last(*entries: object, **more: object) -> ResponsePoint:
    """Give the last visit of a record."""
    return points(*entries, **more)[-1]


def said(point: ResponsePoint) -> str:
    """Give the level of a visit; ``?`` waits for a second value, ``~`` cannot be confirmed."""
    return point.category + ("" if point.confirmed else "?" if point.pending else "~")


def course(*entries: object, **more: object) -> str:
    """Give the level of every visit."""
    return " ".join(said(point) for point in points(*entries, **more))


def notes(point: ResponsePoint) -> set[str]:
    """Give the codes of what is said of a visit."""
    return {note.code for note in point.notes}


def rows_of(point: ResponsePoint) -> dict[str, str]:
    """Give the answer of each criterion of a visit."""
    return {criterion.id: criterion.state.state for criterion in point.criteria}


def baseline(*entries: object, **more: object) -> ResponseBaseline:
    """Give the baseline of the last line."""
    return responded(*entries, **more).baselines[-1]  # type: ignore[arg-type]


def endpoint(name: str, *entries: object, **more: object) -> Criterion | None:
    """Give an end-point of the line; None where it does not hold."""
    found = responded(*entries, **more).endpoints  # type: ignore[arg-type]
    return next((criterion for criterion in found if criterion.id == name), None)
