"""Word the sections of a letter: only what the assessment concluded, and what stays open."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.domain.allergies import CODE as ALLERGY
from desktop_app.domain.allergies import allergies_of
from desktop_app.domain.letter import LetterTexts, Line, Section, Tone
from desktop_app.domain.risk_text import (
    interval_text,
    percent_text,
    points_text,
    range_text,
    years_text,
)
from desktop_app.domain.trace_words import TraceWords
from desktop_app.domain.truth import Truth
from desktop_app.domain.unit_label import with_unit
from desktop_app.domain.verification import rule_awaits, score_awaits

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.domain.conclusions import (
        Assessment,
        Diagnosis,
        Evolving,
        Missing,
        Note,
        RiskFigure,
        Score,
        WorkupItem,
    )
    from desktop_app.domain.journal import Override
    from desktop_app.domain.record import Treatment
    from desktop_app.domain.view import RecordView

CHECK, UNKNOWN_SIGN, ALERT, REMARK = "✔", "?", "▲", "●"
_LEVELS = {"critical": (Tone.CRITICAL, ALERT), "warning": (Tone.WARNING, ALERT)}
_MGUS = "mayo_mgus"
_OLD = "old_value"


@dataclass(frozen=True, slots=True)
class Writer:
    """Hold the words in which a letter is written."""

    texts: LetterTexts
    trace: TraceWords

    @property
    def language(self) -> str:
        """Give the letter's language."""
        return self.trace.language

    def say(self, code: str, **values: str) -> str:
        """Give a reviewed sentence of the letter."""
        return self.texts.say(code, self.language, **values)

    def note(self, note: Note) -> str:
        """Give the sentence of a note of the assessment."""
        return self.trace.sentence("note", note)


def reason(assessment: Assessment, writer: Writer) -> Section:
    """Say why the patient is referred: alerts, the gravest first, then the rules' reasons."""
    lines = list(alerts(assessment, writer))
    plan = assessment.follow_up
    if plan.refer:
        asked = (note for note in plan.reasons if not note.code.startswith("FU-"))
        lines += [Line(writer.note(note)) for note in asked]
    return Section(
        writer.say("reason"), tuple(lines) or (Line(writer.say("no_reason"), Tone.QUIET),)
    )


def alerts(assessment: Assessment, writer: Writer) -> Iterable[Line]:
    """Say the alerts, the gravest first."""
    for alert in assessment.alerts:
        words = writer.say(
            "alert",
            level=writer.trace.of("level", alert.level),
            message=writer.trace.sentence("alert", alert.message),
        )
        yield Line(words, *_LEVELS.get(alert.level, (Tone.PLAIN, REMARK)))


def own_question(writer: Writer) -> Section:
    """Leave room for what the doctor asks."""
    return Section(writer.say("own_question"), writing=2)


def diagnosis(assessment: Assessment, override: Override | None, writer: Writer) -> Section:
    """Say the category with its status, what is still possible, and what would settle it."""
    lines = (*_concluded(assessment, override, writer), *settling(assessment, writer))
    return Section(writer.say("diagnosis"), lines)


def conclusion(assessment: Assessment, override: Override | None, writer: Writer) -> Section:
    """Say the category with its status and what is still possible."""
    return Section(writer.say("diagnosis"), tuple(_concluded(assessment, override, writer)))


def _concluded(assessment: Assessment, override: Override | None, writer: Writer) -> list[Line]:
    found = assessment.diagnosis
    concluded = _conclusion(found, writer)
    lines: list[Line] = []
    if override is not None:
        stated = writer.trace.of("category", override.category)
        words = writer.say("by_doctor", category=stated, reason=override.reason)
        lines.append(Line(words, Tone.STRONG))
        lines.append(Line(writer.say("program", conclusion=concluded), Tone.QUIET))
    elif found.category is None:
        lines.append(Line(concluded, Tone.UNKNOWN, UNKNOWN_SIGN))
    else:
        lines.append(Line(concluded, Tone.STRONG))
    lines += [Line(writer.note(note)) for note in found.notes]
    if len(found.possible) > 1:
        names = tuple(writer.trace.of("category", one) for one in found.possible)
        words = writer.say("possible", names=writer.trace.listed(names))
        lines.append(Line(words, Tone.UNKNOWN, UNKNOWN_SIGN))
    return lines


def settling(assessment: Assessment, writer: Writer) -> tuple[Line, ...]:
    """Say which tests would settle more, if any."""
    if not assessment.missing:
        return ()
    words = writer.say("missing", names=_settling(assessment.missing, writer))
    return (Line(words, Tone.UNKNOWN, UNKNOWN_SIGN),)


def _settling(tests: tuple[Missing, ...], writer: Writer) -> str:
    """Name the tests by what each would settle."""
    told = []
    for what in dict.fromkeys(what for test in tests for what in test.settles):
        named = (writer.trace.name(test.code) for test in tests if what in test.settles)
        settled = writer.trace.of("settles", what)
        names = writer.trace.listed(tuple(named))
        told.append(writer.say("settling", what=settled, tests=names))
    return " · ".join(told)


def _conclusion(found: Diagnosis, writer: Writer) -> str:
    if found.category is None:
        return writer.say("not_settled")
    return writer.say(
        "conclusion",
        category=writer.trace.of("category", found.category),
        status=writer.trace.of("status", found.status),
    )


def risk(assessment: Assessment, writer: Writer) -> Section:
    """Say every leading model that applies with its cohort and limits; else why none does."""
    told = [(name, score) for name, score in assessment.scores if score.applicable]
    if not told:
        because = assessment.mayo_mgus.reason
        words = writer.note(because) if because else writer.say("no_model")
        return Section(writer.say("risk"), (Line(words, Tone.QUIET),))
    lines = [line for name, score in told for line in _model(name, score, writer)]
    smouldering = any(name != _MGUS for name, _ in told)
    lines.append(Line(writer.say("limits" if smouldering else "limits_mgus"), Tone.QUIET))
    return Section(writer.say("risk"), tuple(lines))


def _model(name: str, score: Score, writer: Writer) -> Iterable[Line]:
    groups = score.possible_groups
    ends = dict.fromkeys((groups[0], groups[-1]))
    words = writer.say(
        "model",
        model=writer.trace.of("model", name),
        group="–".join(writer.trace.of("risk_group", group) for group in ends),
        points=points_text(name, score),
    )
    if score_awaits(score):
        words = writer.say("aside", text=words, inside=writer.say("unverified"))
    settled = len(ends) == 1
    yield Line(words, Tone.STRONG if settled else Tone.UNKNOWN, "" if settled else UNKNOWN_SIGN)
    if score.risks:
        yield Line(writer.trace.listed(tuple(_figures(score.risks, writer))))
    reservations = (*((score.reason,) if score.reason else ()), *score.notes)
    yield from (Line(writer.note(note), Tone.WARNING, ALERT) for note in reservations)


def _figures(risks: tuple[RiskFigure, ...], writer: Writer) -> Iterable[str]:
    """Say the figures of each cohort apart: they were measured in different people."""
    for months, source in dict.fromkeys((x.horizon_months, x.source) for x in risks):
        at = [x for x in risks if (x.horizon_months, x.source) == (months, source)]
        values = {
            "years": years_text(months),
            "cohort": writer.trace.of("cohort", source),
        }
        competing = [x for x in at if x.competing_risk]
        if competing:
            ignored = [x for x in at if not x.competing_risk]
            columns = {"ignored": percent_text(ignored), "competing": percent_text(competing)}
            yield writer.say("figures", **values, **columns)
        else:
            interval = interval_text(at)
            inside = f" ({interval})" if interval else ""
            yield writer.say("figure", **values, percent=f"{percent_text(at)}{inside}")


def evolving(assessment: Assessment, writer: Writer) -> Section | None:
    """Say which definitions of evolving disease are met, which are not, and which stay open."""
    if not assessment.evolving:
        return None
    lines = [
        Line(_evolved(one, writer), Tone.STRONG if one.confirmed else Tone.PLAIN, CHECK)
        for one in assessment.evolving
        if one.state is Truth.MET
    ]
    for state, code, tone, sign in (
        (Truth.UNKNOWN, "evolving_open", Tone.UNKNOWN, UNKNOWN_SIGN),
        (Truth.NOT_MET, "not_evolved", Tone.QUIET, ""),
    ):
        names = tuple(_definition(one, writer) for one in assessment.evolving if one.state is state)
        if names:
            lines.append(Line(writer.say(code, names=writer.trace.listed(names)), tone, sign))
    return Section(writer.say("evolving"), tuple(lines))


def _evolved(one: Evolving, writer: Writer) -> str:
    """Say a definition that is met, from which value to which."""
    points = (point for point in (one.baseline, one.value) if point is not None)
    ends = [f"{point.text} ({point.date})" for point in points]
    course = with_unit(" → ".join(ends), one.unit, writer.trace.language) if ends else ""
    name = f"{writer.trace.name(one.code)} " if ends and one.code else ""
    return writer.say(
        "evolved",
        definition=_definition(one, writer),
        course=f"{name}{course}",
        confirmed=writer.say("confirmed" if one.confirmed else "unconfirmed"),
    )


def _definition(one: Evolving, writer: Writer) -> str:
    """Name a definition, and say so where it awaits verification."""
    name = writer.trace.of("rule", one.definition)
    if rule_awaits(one.definition):
        return writer.say("aside", text=name, inside=writer.say("unverified"))
    return name


def kidney(assessment: Assessment, writer: Writer) -> Section | None:
    """Say that a kidney disease by the clone is suspected or found, and why; else nothing."""
    found = assessment.mgrs
    if found.suspected is not Truth.MET and found.lesion is None:
        return None
    lines = [Line(writer.note(note)) for note in found.reasons]
    if found.lesion is not None:
        name = writer.trace.of("answer", found.lesion)
        lines.append(Line(writer.say("lesion", name=name), Tone.STRONG))
    if found.biopsy_advised:
        lines.append(Line(writer.say("biopsy")))
    return Section(writer.say("kidney"), tuple(lines))


def workup(assessment: Assessment, writer: Writer) -> Section | None:
    """Say which tests were done, are old, or are due."""
    if not assessment.workup:
        return None
    lines = []
    for state, tone, sign in (
        ("done", Tone.PLAIN, CHECK),
        ("old", Tone.WARNING, ALERT),
        ("due", Tone.UNKNOWN, UNKNOWN_SIGN),
    ):
        names = _by_day([x for x in assessment.workup if x.state == state], writer)
        if names:
            lines.append(Line(writer.say(state, names=names), tone, sign))
    return Section(writer.say("workup"), tuple(lines))


def _by_day(items: list[WorkupItem], writer: Writer) -> str:
    """Name tests, those of one day together and the day behind them."""
    told = []
    for day in dict.fromkeys(item.on for item in items):
        named = (writer.trace.of("workup", item.item) for item in items if item.on == day)
        names = writer.trace.listed(tuple(named))
        told.append(writer.say("aside", text=names, inside=day) if day else names)
    return " · ".join(told)


def treatment(view: RecordView, writer: Writer) -> Section:
    """Say treatments and allergies as recorded; what was not recorded is said to be unknown."""
    lines = [
        Line(_treated(one, writer))
        for one in sorted(_started(view), key=lambda one: one.start.first)
    ] or [Line(writer.say("no_treatment"), Tone.UNKNOWN, UNKNOWN_SIGN)]
    return Section(writer.say("treatment"), (*lines, allergies(view, writer)))


def allergies(view: RecordView, writer: Writer) -> Line:
    """Say the allergies as recorded, or that none were asked for."""
    known = allergies_of(view.findings(ALLERGY))
    if known is None:
        return Line(writer.say("no_allergies"), Tone.UNKNOWN, UNKNOWN_SIGN)
    named = writer.trace.listed(known) or writer.trace.of("answer", "no")
    return Line(writer.say("allergies", names=named), Tone.STRONG)


def _started(view: RecordView) -> list[Treatment]:
    return [one for one in view.record.treatments if one.start.first <= view.as_of]


def _treated(one: Treatment, writer: Writer) -> str:
    values = {"regimen": one.regimen, "start": one.start.text}
    if one.stop is None:
        return writer.say("ongoing", **values)
    return writer.say("ended", **values, stop=one.stop.text)


def plan(assessment: Assessment, writer: Writer) -> Section:
    """Say when the patient is seen next here."""
    follow_up = assessment.follow_up
    months, due = follow_up.interval_months, follow_up.next_due
    if months is None or due is None:
        return Section(writer.say("plan"), (Line(writer.say("no_interval")),))
    words = writer.say("next", date=due.isoformat(), months=range_text(*months))
    return Section(writer.say("plan"), (Line(words),))


def quality(assessment: Assessment, writer: Writer) -> Section | None:
    """Say in one line what weakens the data, such as old values."""
    if not assessment.quality:
        return None
    notes = (writer.trace.sentence("quality", note) for note in _together(assessment.quality))
    words = writer.say("quality", notes=" ".join(notes))
    return Section("", (Line(words, Tone.QUIET),))


def _together(notes: Iterable[Note]) -> Iterable[Note]:
    """Say once of all values that are as old that they are."""
    old: dict[str, list[Note]] = {}
    for note in notes:
        if note.code == _OLD:
            old.setdefault(dict(note.values)["date"], []).append(note)
        else:
            yield note
    for day, alike in old.items():
        codes = ",".join(dict(note.values)["code"] for note in alike)
        yield replace(alike[0], values=(("code", codes), ("date", day)))
