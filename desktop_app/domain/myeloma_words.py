"""Put what was concluded of myeloma into short words, the same in window, letter and prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.risk_text import range_text, years_text
from desktop_app.domain.typed_values import sizes_text
from desktop_app.domain.unit_label import percent, with_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.domain.myeloma_conclusions import (
        Derived,
        Extramedullary,
        LesionCourse,
        LesionLook,
        LinePart,
        Myeloma,
        Outcome,
        ResponsePoint,
        Staging,
        SystemStage,
        TreatmentLine,
    )
    from desktop_app.domain.trace_words import TraceWords

REGIMEN = "regimen"
TRANSPLANTS = {"auto_hsct": "ASCT", "allo_hsct": "alloSCT", "car_t": "CAR-T"}
TO, THEN, TIMES, SEPARATOR = " – ", " → ", "×", " · "


def stage_text(name: str, system: SystemStage, words: TraceWords) -> str:
    """Say a staging system with its stage, or every stage that is still possible."""
    said = "–".join(words.of("stage", each) for each in _ends(system.possible))
    return f"{words.of('staging', name)} {said}{_suffix(system, words)}".strip()


def _suffix(system: SystemStage, words: TraceWords) -> str:
    if system.suffix is not None:
        return system.suffix
    if not system.possible_suffixes:
        return ""
    return " " + words.words.text(
        "myeloma.suffix_open", [("suffixes", "/".join(system.possible_suffixes))]
    )


def _ends(possible: Sequence[str]) -> tuple[str, ...]:
    """Give the first and the last of a set in order; one where there is only one."""
    return tuple(dict.fromkeys((possible[0], possible[-1]))) if possible else ()


def point_text(point: ResponsePoint, words: TraceWords) -> str:
    """Say a response with how firm it is."""
    if point.pending:
        return words.words.text("myeloma.pending", [("category", point.category)])
    if not point.confirmed and point.category != "NE":
        return words.words.text("myeloma.unconfirmed", [("category", point.category)])
    return words.of("response", point.category)


def best_text(line: TreatmentLine, words: TraceWords) -> str:
    """Say the best response of a line with how firm it is; nothing where there is none."""
    if line.best is None:
        return ""
    if line.best_confirmed or line.best == "NE":
        return words.of("response", line.best)
    return words.words.text("myeloma.unconfirmed", [("category", line.best)])


def numbers_text(line: TreatmentLine) -> str:
    """Give the number of a line, or the numbers that its plan leaves possible."""
    if line.number is not None:
        return str(line.number)
    return "/".join(map(str, line.possible_numbers))


def part_text(part: LinePart) -> str:
    """Name a regimen with its cycles, or a transplant by its short name."""
    name = part.name if part.kind == REGIMEN else TRANSPLANTS.get(part.kind, part.name)
    return f"{name} {TIMES}{part.cycles}" if part.cycles else name


def line_title(line: TreatmentLine, words: TraceWords) -> str:
    """Say the number of a line and what was given in it, in order."""
    given = THEN.join(map(part_text, line.parts)) or THEN.join(line.regimens)
    return words.words.text("myeloma.line", [("number", numbers_text(line)), ("regimens", given)])


def span_text(start: str, stop: str | None, words: TraceWords) -> str:
    """Say from when to when; what is still given says so."""
    if stop is None:
        return words.words.text("myeloma.since", [("date", start)])
    return start if start == stop else f"{start}{TO}{stop}"


def months_text(months: tuple[int, int], words: TraceWords) -> str:
    """Say a number of months, or the least and the most that partial days allow."""
    return words.words.text("myeloma.months", [("months", range_text(*months))])


def cycle_text(line: TreatmentLine, words: TraceWords) -> str:
    """Say the cycle and its day of what is given now; nothing where its length is not known."""
    for part in line.parts:
        if part.cycle is not None and part.cycle_day is not None:
            values = [("name", part.name), ("cycle", str(part.cycle)), ("day", str(part.cycle_day))]
            return words.words.text("myeloma.cycle", values)
    return ""


def lesion_text(lesion: LesionCourse, words: TraceWords) -> str:
    """Say a lesion with its kind, its class as far as it is known, and its last size."""
    return SEPARATOR.join(filter(None, (lesion_name(lesion, words), lesion_extent(lesion))))


def lesion_name(lesion: LesionCourse, words: TraceWords) -> str:
    """Name a lesion with its site and its kind."""
    site = lesion.site if lesion.site != lesion.lesion else ""
    parts = (lesion.lesion, site, words.of("lesion_kind", lesion.kind))
    return SEPARATOR.join(filter(None, parts))


def lesion_extent(lesion: LesionCourse) -> str:
    """Say the class of a lesion as far as it is known, and its last size."""
    sizes = next((sizes_text(x.diameters_mm) for x in reversed(lesion.looks) if not x.gone), "")
    return SEPARATOR.join(filter(None, ("/".join(lesion.classes), f"{sizes} mm" if sizes else "")))


def extramedullary_text(found: Extramedullary, words: TraceWords) -> str:
    """Say the class of extramedullary disease, the number of its sites, and as of which look."""
    said = words.of("extramedullary", found.category)
    if found.sites:
        said = words.words.text("myeloma.sites", [("name", said), ("sites", str(found.sites))])
    if found.as_of is None:
        return said
    return words.words.text("myeloma.as_of", [("name", said), ("date", found.as_of)])


def stage_summary(staging: Staging, words: TraceWords) -> str:
    """Say the stage by every system that knows one; "if myeloma" where that is not confirmed."""
    said = SEPARATOR.join(
        stage_text(name, system, words) for name, system in staging.systems if system.possible
    )
    if not (said and staging.if_myeloma):
        return said
    return words.words.text("myeloma.if_myeloma", [("stages", said)])


def picture_lines(myeloma: Myeloma, words: TraceWords) -> tuple[str, ...]:
    """Say line and response, the stage, and disease outside the marrow."""
    stage = stage_summary(myeloma.staging, words) if myeloma.staging is not None else ""
    outside = myeloma.extramedullary
    shown = outside is not None and bool(outside.lesions)
    lesions = extramedullary_text(outside, words) if outside is not None and shown else ""
    given = treatment_summary(myeloma, words, cycle=False)
    return tuple(part for part in (given, stage, lesions) if part)


def treatment_summary(myeloma: Myeloma, words: TraceWords, *, cycle: bool = True) -> str:
    """Say the line, the cycle and the response of now; nothing where nothing was given."""
    if not myeloma.lines:
        return ""
    last = myeloma.lines[-1]
    title = words.words.text("myeloma.line_number", [("number", numbers_text(last))])
    current = myeloma.response_now
    now = cycle_text(last, words) if cycle else ""
    given = now or (part_text(last.parts[-1]) if last.parts else "")
    response = point_text(current, words) if current is not None else ""
    return SEPARATOR.join(part for part in (title, given, response) if part)


def outcome_text(outcome: Outcome, words: TraceWords) -> str:
    """Say a printed figure: a median in months, or a percentage at a time."""
    if outcome.percent is not None:
        share = percent(f"{outcome.percent:f}", words.language)
        years = years_text(outcome.at_months or 0)
        return words.words.text("myeloma.percent_at", [("percent", share), ("years", years)])
    if not outcome.reached or outcome.months is None:
        return words.words.text("myeloma.not_reached")
    return words.words.text("myeloma.months", [("months", f"{outcome.months:f}")])


def derived_text(derived: Derived, words: TraceWords) -> str:
    """Say a computed quantity with its unit."""
    return with_unit(f"{derived.value:f}", derived.unit, words.language)


def look_text(look: LesionLook) -> str:
    """Say the size of a lesion at one look; a dash where none was given."""
    sizes = sizes_text(look.diameters_mm)
    return f"{sizes} mm" if sizes else "–"
