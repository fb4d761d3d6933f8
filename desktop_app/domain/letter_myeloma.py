"""Word the stage of a myeloma, its lesions outside the marrow, and its cells in the blood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.letter import Cell, Line, Section, Table, Tone
from desktop_app.domain.letter_sections import ALERT, UNKNOWN_SIGN
from desktop_app.domain.myeloma_words import SEPARATOR, extramedullary_text, stage_text
from desktop_app.domain.truth import Truth
from desktop_app.domain.typed_values import sizes_text
from desktop_app.domain.unit_label import with_unit
from desktop_app.domain.verification import awaits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop_app.domain.conclusions import Criterion, Input
    from desktop_app.domain.letter_sections import Writer
    from desktop_app.domain.myeloma_conclusions import (
        Derived,
        Extramedullary,
        LesionCourse,
        LesionLook,
        PlasmaCellLeukemia,
        Staging,
        SystemStage,
    )

_STAGE_SHARES = (0.3, 0.7)
_LESION_SHARES = (0.12, 0.24, 0.64)
_LEUKEMIA_SHARES = (0.45, 0.2, 0.35)
_STATES = {Truth.MET: Tone.STRONG, Truth.NOT_MET: Tone.PLAIN, Truth.UNKNOWN: Tone.UNKNOWN}
_IN_BONE = "bone"  # a lesion inside the bone is not outside the marrow
_NOTHING = "–"
# Whom a system was measured in stands in the program, beside its figures of survival.
_COHORTS = frozenset({"iss_cohort", "r_iss_cohort", "r2_iss_cohort", "ims_registry"})
# Variants of Durie and Salmon: the same stage again says nothing more.
_HEADLINE, _VARIANTS = "durie_salmon", frozenset({"MM-DS-VERSION", "MM-DS-AB-CN2020"})
# Stages that what was met makes by itself; of the others every value has its share.
_BY_ONE = frozenset({"III", "IV", "high_risk"})
_OUTPUT, _TYPE = "PCL-OUTPUT", "PCL-TYPE"


def staging(found: Staging | None, writer: Writer) -> Section | None:
    """Give every staging system with what it rests on, and what we computed for it."""
    if found is None:
        return None
    lines = []
    if found.if_myeloma:
        lines.append(Line(writer.say("if_myeloma"), Tone.WARNING, ALERT))
    if found.anchor is not None:
        lines.append(Line(writer.say("staged", date=found.anchor)))
    notes = (*((found.basis,) if found.basis else ()), *found.notes)
    said = (" ".join(writer.note(note) for note in notes), *_derived(found.derived, writer))
    lines += [Line(words, Tone.QUIET) for words in said if words]
    rows = tuple(_stage(name, system, writer) for name, system in _told_apart(found))
    heads = (writer.say("stage"), writer.say("because"))
    return Section(writer.say("staging"), tuple(lines), Table(heads, rows, _STAGE_SHARES))


def _told_apart(found: Staging) -> Iterator[tuple[str, SystemStage]]:
    """Give the systems that know a stage; a variant only where it says another one."""
    headline = dict(found.systems).get(_HEADLINE)
    usual = (headline.possible, headline.possible_suffixes) if headline is not None else ()
    for name, system in (*found.systems, *found.others):
        same = name in _VARIANTS and (system.possible, system.possible_suffixes) == usual
        if system.possible and not same:
            yield name, system


def _derived(found: Iterable[Derived], writer: Writer) -> Iterator[str]:
    """Say what we computed, and apart what a laboratory reported of the same."""
    alone = []
    for one in found:
        computed = with_unit(f"{one.value:f}", one.unit, writer.language)
        name = writer.trace.of("rule", one.rule)
        if one.reported is None:
            alone.append(f"{name} {computed}")
        else:
            reported = writer.trace.value(one.reported)
            yield writer.say("derived", name=name, computed=computed, reported=reported)
    if alone:
        yield writer.say("not_reported", names=writer.trace.listed(tuple(alone)))


def _stage(name: str, system: SystemStage, writer: Writer) -> tuple[Cell, ...]:
    """Give a stage with the values that met a criterion; what else was looked at stands behind."""
    settled = system.stage is not None
    known = tuple(_values(system.criteria, writer))
    deciding = _parts(system.criteria, Truth.MET) if system.stage in _BY_ONE else ()
    met = tuple(_values(deciding, writer, deep=False))
    because = writer.trace.listed(met or known)
    others = writer.trace.listed(tuple(x for x in known if met and x not in met))
    said = [writer.say("looked_at", names=others)] if others else []
    said += [writer.note(note) for note in system.notes if note.code not in _COHORTS]
    notes = " ".join(said)
    return (
        Cell(
            stage_text(name, system, writer.trace),
            Tone.STRONG if settled else Tone.UNKNOWN,
            writer.say("unverified") if any(map(awaits, system.criteria)) else "",
        ),
        Cell(because, aside=notes) if because else Cell(notes or _NOTHING),
    )


def _parts(criteria: Iterable[Criterion], state: Truth) -> Iterator[Criterion]:
    """Give the criteria, and the parts of them, that have a state."""
    for criterion in criteria:
        if criterion.state is state:
            yield criterion
        yield from _parts(criterion.criteria, state)


def _values(criteria: Iterable[Criterion], writer: Writer, *, deep: bool = True) -> Iterator[str]:
    """Give each value that the criteria, and if deep their parts, used once, with its name."""
    told: dict[str, None] = {}
    for given in _inputs(criteria) if deep else (x for one in criteria for x in one.inputs):
        told[f"{writer.trace.name(given.code)} {writer.trace.value(given)}".strip()] = None
    yield from told


def _inputs(criteria: Iterable[Criterion]) -> Iterator[Input]:
    for criterion in criteria:
        yield from criterion.inputs
        yield from _inputs(criterion.criteria)


def extramedullary(found: Extramedullary | None, writer: Writer) -> Section | None:
    """Say the class of disease outside the marrow, and what was seen where, day by day."""
    if found is None:
        return None
    unknown = found.category == "unknown"
    lesions = tuple(lesion for lesion in found.lesions if lesion.kind != _IN_BONE)
    days = {*(state.date for state in found.course), *_days(lesions)}
    words = writer.say("last_look", words=extramedullary_text(found, writer.trace))
    if days and found.as_of is None:
        words = writer.say("aside", text=words, inside=max(days))
    tone = Tone.UNKNOWN if unknown else Tone.STRONG
    lines = [Line(words, tone, UNKNOWN_SIGN if unknown else "")]
    told = [writer.say(f"at_{found.onset}")] if found.onset is not None else []
    told += [writer.note(note) for note in found.notes]
    lines += [Line(" ".join(told), Tone.QUIET)] if told else []
    classes = {
        state.date: writer.trace.of("extramedullary", state.category) for state in found.course
    }
    rows = tuple(_day(day, classes.get(day, ""), lesions, writer) for day in sorted(days))
    heads = tuple(writer.say(code) for code in ("day", "class", "lesions"))
    table = Table(heads, rows, _LESION_SHARES) if rows else None
    return Section(writer.say("extramedullary"), tuple(lines), table)


def _days(lesions: tuple[LesionCourse, ...]) -> Iterator[str]:
    return (look.date for lesion in lesions for look in lesion.looks)


def _day(
    day: str, category: str, lesions: tuple[LesionCourse, ...], writer: Writer
) -> tuple[Cell, ...]:
    seen = tuple(
        _look(lesion, look, writer)
        for lesion in lesions
        for look in lesion.looks
        if look.date == day
    )
    cell = Cell(writer.trace.listed(seen) or _NOTHING)
    return Cell(day), Cell(category or _NOTHING, Tone.STRONG), cell


def _look(lesion: LesionCourse, look: LesionLook, writer: Writer) -> str:
    """Name a lesion with its class, and its size or that it is gone."""
    sizes = sizes_text(look.diameters_mm)
    inside = [lesion.site] if lesion.site and lesion.site != lesion.lesion else []
    inside += ["/".join(lesion.classes)] if lesion.classes else []
    if look.gone:
        inside.append(writer.say("gone"))
    else:
        inside += [f"{sizes} mm"] if sizes else []
        inside += [f"SUV {look.suv_max:f}"] if look.suv_max is not None else []
    inside += [writer.trace.of("modality", look.modality)] if look.modality else []
    if not inside:
        return lesion.lesion
    return writer.say("aside", text=lesion.lesion, inside=SEPARATOR.join(inside))


def leukemia(found: PlasmaCellLeukemia | None, writer: Writer) -> Section | None:
    """Say plasma cell leukaemia under each definition, apart."""
    if found is None:
        return None
    lines = []
    if found.type is not None:
        kind = writer.trace.of("category", f"{found.type}_plasma_cell_leukemia")
        words = writer.say("since", type=kind, date=found.since) if found.since else kind
        lines.append(Line(words, Tone.STRONG))
    if found.absolute is not None:
        count = with_unit(f"{found.absolute:f}", "10*9/L", writer.language)
        lines.append(Line(writer.say("absolute", count=count)))
    lines += [Line(writer.note(note), Tone.QUIET) for note in found.notes]
    rows = tuple(_definition(one, writer) for one in definitions(found))
    heads = tuple(writer.say(code) for code in ("definition", "state", "value"))
    table = Table(heads, rows, _LEUKEMIA_SHARES) if rows else None
    return Section(writer.say("leukemia"), tuple(lines), table)


def definitions(found: PlasmaCellLeukemia) -> Iterator[Criterion]:
    """Give the definitions one by one; the type is told apart."""
    for one in found.criteria:
        if one.id != _TYPE:
            yield from one.criteria if one.id == _OUTPUT else (one,)


def _definition(one: Criterion, writer: Writer) -> tuple[Cell, ...]:
    values = _inputs((one,))
    days = " · ".join(dict.fromkeys(each.date for each in values if each.date))
    return (
        Cell(writer.trace.rule(one), aside=writer.say("unverified") if awaits(one) else ""),
        Cell(writer.trace.state(one.state), _STATES[one.state]),
        Cell(writer.trace.listed(tuple(_values((one,), writer))) or _NOTHING, aside=days),
    )
