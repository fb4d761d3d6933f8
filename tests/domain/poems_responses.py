"""Build treated records of POEMS and ask for one axis of their response in a line each."""

from __future__ import annotations

from decimal import Decimal

from desktop_app.domain.criteria.aimed_at_clone import of_clone
from desktop_app.domain.criteria.evidence import gather
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.poems_conclusions import PoemsResponse, PoemsTier, ResponseAxis
from desktop_app.domain.policy import PUBLISHED, Policy
from desktop_app.domain.record import ClinicalEvent, Finding, Lesion, Result, Treatment
from desktop_app.domain.rulesets.myeloma.lines.counting import counted_lines
from desktop_app.domain.rulesets.poems.response.axes import poems_response
from tests.domain.cases import finding, flattened, result, view

START, AS_OF = "2024-01-10", "2026-06-30"
BEFORE = "2024-01-08"  # the day of the baseline
PUMCH = Policy(poems_preset="pumch")
BLOOD, VEGF, IMAGING, CLINICAL, NERVES = range(5)
SERUM_IFE, URINE_IFE = "serum_immunofixation", "urine_immunofixation"


def day(number: int) -> str:
    """Give a day in one of the months after the start: the tenth of February is 1."""
    return f"{2024 + number // 12}-{number % 12 + 1:02}-10"


def treated(start: str = START, stop: str | None = None, *drugs: str) -> Treatment:
    """Build a treatment with lenalidomide and dexamethasone, or with these drugs."""
    until = None if stop is None else PartialDate(stop)
    given = drugs or ("lenalidomide", "dexamethasone")
    return Treatment("R", PartialDate(start), given, until)


def event(code: str, on: str, sequence: int | None = None) -> ClinicalEvent:
    """Build an event."""
    return ClinicalEvent(PartialDate(on), code, sequence)


def m(value: object, on: str = BEFORE, unit: str = "g/L", **more: str) -> Result:
    """Give a serum M-protein, in g/L."""
    return result("serum_m_protein", value, unit, on=on, **more)


def vegf(
    value: object, on: str = BEFORE, uln: object = None, kind: str = "serum", **more: str
) -> Result:
    """Give a VEGF in pg/mL with the laboratory's limit."""
    return result(f"vegf_{kind}", value, "pg/mL", on=on, high=uln, **more)


def serum(*bands: str, on: str = BEFORE) -> Finding:
    """Give immunofixation of serum."""
    return finding(SERUM_IFE, list(bands), on)


def urine(*bands: str, on: str = BEFORE) -> Finding:
    """Give immunofixation of urine."""
    return finding(URINE_IFE, list(bands), on)


def clear(on: str) -> tuple[Finding, Finding]:
    """Give negative immunofixation of serum and urine."""
    return serum(on=on), urine(on=on)


def flow(clonal: bool, on: str = BEFORE) -> Finding:
    """Give clonal cells of the marrow by flow."""
    return finding("marrow_flow_clonal", clonal, on)


def suv(value: object, on: str = BEFORE, **stated: bool) -> Finding:
    """Give a PET with its hottest uptake."""
    told = {"suv_max": Decimal(str(value))} if value is not None else {}
    return finding("fdg_uptake", {**told, **stated}, on)


def hot(name: str, value: object, on: str = BEFORE) -> Lesion:
    """Give the uptake of a named lesion."""
    return Lesion(PartialDate(on), name, "bone", suv_max=Decimal(str(value)))


def coded(*changes: str, on: str) -> Finding:
    """Give what the doctor coded against baseline."""
    told = [{"item": f"item {number}", "change": x} for number, x in enumerate(changes)]
    return finding("clinical_change", told, on)


def onls(arm: object, leg: object, on: str = BEFORE, mode: str | None = None) -> tuple[Result, ...]:
    """Give the grades of arm and leg; None leaves one out."""
    grades = (("onls_arm", arm), ("onls_leg", leg))
    return tuple(
        result(code, value, "{score}", on=on, method=mode)
        for code, value in grades
        if value is not None
    )


def response(
    *entries: object,
    policy: Policy = PUBLISHED,
    as_of: str = AS_OF,
    tier: str = "confirmed",
    untreated: bool = False,
) -> PoemsResponse:
    """Give the five axes of a record; treated from START where nothing else is given."""
    whole = list(flattened(entries))
    given = any(isinstance(x, Treatment | ClinicalEvent) and _begins(x) for x in whole)
    if not given and not untreated:
        whole.append(treated())
    seen = view(*whole, as_of=as_of)
    found = poems_response(gather(seen), PoemsTier(tier), counted_lines(of_clone(seen)), policy)
    assert found is not None
    return found


def _begins(entry: Treatment | ClinicalEvent) -> bool:
    return isinstance(entry, Treatment) or entry.code in ("radiotherapy", "auto_hsct")


def axis(place: int, *entries: object, **more: object) -> ResponseAxis:
    """Give one axis of a record."""
    return response(*entries, **more).axes[place]  # type: ignore[arg-type]


def said(found: ResponseAxis) -> str:
    """Give what an axis says: its level, else what is possible; ``!`` is a boundary, ``?`` a
    progression to be repeated, ``+`` a CRH that waits for marrow."""
    marks = "!" * found.boundary + "?" * (not found.confirmed) + "+" * found.pending
    return (found.current or " or ".join(("NE", *found.possible))) + marks


def course(found: ResponseAxis) -> str:
    """Give the category of every day."""
    return " ".join(f"{x.category}{'?' * (not x.confirmed)}" for x in found.timeline)


def blood(*entries: object, **more: object) -> str:
    """Give what the axis of blood says of an IgA lambda clone."""
    return said(axis(BLOOD, *entries, **more))


def notes(found: ResponseAxis) -> set[str]:
    """Give the codes of what is said of the last day."""
    return {note.code for note in found.notes}


def states(found: ResponseAxis) -> dict[str, str]:
    """Give the answer of each criterion of an axis."""
    return {each.id: each.state.state for each in found.criteria}
