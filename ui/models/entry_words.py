"""Word an entry of the record in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.conclusions import Input
from desktop_app.domain.record import (
    ClinicalEvent,
    Cytogenetic,
    EarlierDiagnosis,
    Finding,
    Lesion,
    Treatment,
)
from desktop_app.domain.typed_values import sizes_text
from desktop_app.domain.unit_label import percent
from ui.models.treatment_words import event_line, treatment_entry

if TYPE_CHECKING:
    from desktop_app.domain.journal import KeptEntry, VisitSummary
    from ui.terms import Terms

translate = QCoreApplication.translate


def entry_line(kept: KeptEntry, terms: Terms) -> str:
    """Give day and content of an entry; one that was corrected before says so."""
    on = kept.entry.date
    day = on.text if on is not None else translate("EntryWords", "day not known")
    corrected = translate("EntryWords", "corrected") if kept.amended else ""
    return " · ".join(part for part in (day, _content(kept, terms), corrected) if part)


def visit_line(visit: VisitSummary) -> str:
    """Give the day of a visit and how much it added."""
    others = (
        *(visit.findings, visit.cytogenetics, visit.lesions, visit.history),
        *(visit.treatments, visit.events),
    )
    #: {0} is how many results a visit added, {1} how many other entries
    words = translate("EntryWords", "visit · results: {0} · entries: {1}")
    told = words.format(len(visit.results), sum(map(len, others)))
    return f"{visit.observed_on.isoformat()} · {told}"


def details_of(test: Cytogenetic, terms: Terms) -> str:
    """Give share of cells, copies and alleles as far as known, such as `` 60 %, 5 copies``."""
    said: list[str] = []
    if test.clone_percent is not None:
        said.append(percent(f"{test.clone_percent:f}", terms.language))
    if test.copies is not None:
        #: {0} is how many copies of a chromosome's arm were counted, but not one
        several = translate("EntryWords", "{0} copies").format(test.copies)
        said.append(translate("EntryWords", "1 copy") if test.copies == 1 else several)
    if test.biallelic is not None:
        both = translate("EntryWords", "both alleles")
        said.append(both if test.biallelic else translate("EntryWords", "not both alleles"))
    return f" {', '.join(said)}" if said else ""


def _content(kept: KeptEntry, terms: Terms) -> str:
    entry = kept.entry
    match entry:
        case Finding():
            value = terms.value(Input(entry.code, entry.value))
            return f"{terms.analyte(entry.code)}: {value}"
        case Cytogenetic():
            return _test(entry, terms)
        case Lesion():
            return _lesion(entry, terms)
        case EarlierDiagnosis():
            #: {0} is a diagnosis that was known before the record begins
            words = translate("EntryWords", "Earlier diagnosis: {0}")
            return words.format(terms.of("category", entry.diagnosis))
        case Treatment():
            #: {0} is a regimen with its last day
            words = translate("EntryWords", "Treatment: {0}")
            return words.format(treatment_entry(entry, terms))
        case ClinicalEvent():
            #: {0} is an event such as a transplant
            return translate("EntryWords", "Event: {0}").format(event_line(entry, terms))


def _test(test: Cytogenetic, terms: Terms) -> str:
    name = terms.of("abnormality", test.abnormality)
    if not test.detected:
        #: {0} is a chromosomal abnormality that was looked for
        return translate("AnswerChip", "{0}: not found").format(name)
    #: {0} is a chromosomal abnormality that was looked for
    return translate("AnswerChip", "▲ {0}: found").format(name) + details_of(test, terms)


def _lesion(lesion: Lesion, terms: Terms) -> str:
    sizes = sizes_text(lesion.diameters_mm)
    parts = (
        lesion.lesion,
        terms.of("lesion_kind", lesion.kind),
        f"{sizes} mm" if sizes else "",
        terms.of("modality", lesion.modality) if lesion.modality else "",
        translate("LesionEditor", "Gone") if lesion.resolved else "",
    )
    return ", ".join(part for part in parts if part)
