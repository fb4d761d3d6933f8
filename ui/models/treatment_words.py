"""Word treatments and events in one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from desktop_app.domain.record import ClinicalEvent, Treatment
    from ui.terms import Terms

translate = QCoreApplication.translate


def treatment_line(treatment: Treatment, terms: Terms) -> str:
    """Give a regimen with its days, such as ``VCd 2022-07 – 2022-10 ×4, planned``."""
    stop = treatment.stop.text if treatment.stop is not None else "…"
    days = f"{treatment.regimen} {treatment.start.text} – {stop}"
    return ", ".join((days + _cycles(treatment), *_details(treatment, terms)))


def treatment_entry(treatment: Treatment, terms: Terms) -> str:
    """Give a regimen for a list that names the first day already."""
    if treatment.stop is None:
        ended = translate("EntryWords", "not ended")
    else:
        #: {0} is the last day of a regimen
        ended = translate("EntryWords", "to {0}").format(treatment.stop.text)
    name = treatment.regimen + _cycles(treatment)
    return ", ".join((name, ended, *_details(treatment, terms)))


def event_line(event: ClinicalEvent, terms: Terms) -> str:
    """Give an event for a list that names its day already."""
    note = event.note or ""
    parts = (terms.of("event", event.code), plan_words(event.sequence), note)
    return ", ".join(part for part in parts if part)


def plan_words(number: int | None) -> str:
    """Give the planned sequence that something is part of; empty where nobody said."""
    if number is None:
        return ""
    #: {0} numbers a planned sequence of treatments
    return translate("EntryWords", "plan {0}").format(number)


def _cycles(treatment: Treatment) -> str:
    return "" if treatment.cycles is None else f" ×{treatment.cycles}"


def _details(treatment: Treatment, terms: Terms) -> tuple[str, ...]:
    reason = treatment.stop_reason
    said = (terms.of("stop_reason", reason) if reason else "", plan_words(treatment.sequence))
    return tuple(part for part in said if part)
