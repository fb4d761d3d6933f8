"""Tell where a patient with myeloma stands, for leaflets: the situation, response and line."""

from __future__ import annotations

from datetime import timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop_app.domain.document import Fact, Hole, Situation
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop_app.domain.conclusions import Assessment
    from desktop_app.domain.myeloma_conclusions import (
        LinePart,
        Myeloma,
        ResponsePoint,
        TreatmentLine,
    )
    from desktop_app.domain.wording import Wording

# A first treatment counts as just begun for about two cycles; the rule book is silent.
JUST_BEGUN = timedelta(days=60)
_LENALIDOMIDE = "lenalidomide"
_PROGRESSION = "PD"
_RESPONSES: Mapping[str, Fact] = MappingProxyType(
    {
        "sCR": Fact.RESPONSE_COMPLETE,
        "CR": Fact.RESPONSE_COMPLETE,
        "VGPR": Fact.RESPONSE_DEEP,
        "PR": Fact.RESPONSE_PARTIAL,
        "MR": Fact.RESPONSE_MINOR,
        "SD": Fact.RESPONSE_STABLE,
    }
)


def situations_of(assessment: Assessment) -> frozenset[Situation]:
    """Give every situation in which a patient is; none is guessed from what is not recorded."""
    return frozenset(_situations(assessment))


def _situations(assessment: Assessment) -> Iterator[Situation]:
    found = assessment.myeloma
    lines = found.lines if found is not None else ()
    yield Situation.TREATED if lines else Situation.UNTREATED
    if len(lines) == 1 and _just_begun(lines[0], assessment):
        yield Situation.FIRST_TREATMENT
    outside = found.extramedullary if found is not None else None
    if outside is not None and outside.category.startswith("EM-"):
        yield Situation.EXTRAMEDULLARY
    given = (drug for line in lines for part in _open_parts(line) for drug in part.drugs)
    if _LENALIDOMIDE in given or _lenalidomide_fits(assessment):
        yield Situation.LENALIDOMIDE


def _just_begun(line: TreatmentLine, assessment: Assessment) -> bool:
    started = PartialDate(line.start).first
    return line.stop is None and assessment.as_of - started <= JUST_BEGUN


def _open_parts(line: TreatmentLine) -> Iterator[LinePart]:
    """Give what of a line is still given; a transplant is over on its day."""
    return (part for part in line.parts if part.drugs and part.stop is None)


def _lenalidomide_fits(assessment: Assessment) -> bool:
    """Tell whether early treatment with lenalidomide may come up and nothing known forbids it."""
    states = {criterion.id: criterion.state for criterion in assessment.early_treatment}
    may = states.get("LEN-IND", Truth.NOT_MET) is not Truth.NOT_MET
    return may and states.get("LEN-CONTRA") is not Truth.MET


def treatment_facts(found: Myeloma | None) -> frozenset[Fact]:
    """Tell how the disease responds, and whether the line is known."""
    if found is None:
        return frozenset()
    facts = set(_response(_current(found)))
    if _given_now(found) is not None:
        facts.add(Fact.LINE_KNOWN)
    return frozenset(facts)


def _current(found: Myeloma) -> ResponsePoint | None:
    """Give the response to the last line: what an earlier one did tells nothing of it."""
    point = found.response.current if found.response is not None else None
    if point is None or not found.lines:
        return point
    return point if point.line >= min(found.lines[-1].possible_numbers) else None


def _response(point: ResponsePoint | None) -> Iterator[Fact]:
    """Tell a response in words; a rise is told as one only once it is confirmed."""
    if point is None or point.category not in (*_RESPONSES, _PROGRESSION):
        yield Fact.RESPONSE_OPEN
    elif point.category == _PROGRESSION:
        yield Fact.RESPONSE_RISING if point.confirmed else Fact.RESPONSE_RECHECK
    elif point.read == _PROGRESSION:
        yield Fact.RESPONSE_RECHECK
    else:
        yield _RESPONSES[point.category]
        if not point.confirmed:
            yield Fact.RESPONSE_UNSURE


def treatment_texts(found: Myeloma | None, words: Wording) -> dict[Hole, str]:
    """Give what is given now, with its drugs, and the number of its line, if both are known."""
    line = _given_now(found) if found is not None else None
    if line is None:
        return {}
    parts = dict.fromkeys(_named(part, words) for part in _open_parts(line))
    return {Hole.REGIMEN: " + ".join(parts), Hole.LINE: str(line.number)}


def _named(part: LinePart, words: Wording) -> str:
    """Name a regimen and the drugs that its letters stand for."""
    drugs = [_drug(code, words) for code in part.drugs]
    if drugs == [_drug(part.name, words)]:
        return drugs[0]
    named = (", " if words.language == "en" else "、").join(drugs)
    return words.text("leaflet.regimen", [("name", part.name), ("drugs", named)])


def _drug(code: str, words: Wording) -> str:
    name = f"drug.{code}"
    return words.text(name) if name in words else code


def _given_now(found: Myeloma) -> TreatmentLine | None:
    """Give the last line while something of it is given, where its number is settled."""
    for line in found.lines[-1:]:
        if line.number is not None and any(_open_parts(line)):
            return line
    return None
