"""Type into the parts of the visit's form by keyboard, and give drafts that hold all of it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import ClinicalEvent, Lesion, Treatment
from desktop_app.domain.visit import (
    DraftCytogenetic,
    DraftDiagnosis,
    DraftEvent,
    DraftFinding,
    DraftLesion,
    DraftTreatment,
    VisitDraft,
)
from ui.terms import Terms

if TYPE_CHECKING:
    from desktop_app.services import Services
    from ui.panels.entry import EntryPanel
    from ui.widgets.entry.entry_part import EntryPart

EMPTY = VisitDraft(7, "2026-11-22")
FULL = VisitDraft(
    7,
    "2026-11-22",
    findings=(
        DraftFinding("hematuria", True, "microscopic"),
        DraftFinding("congo_red", False),
        DraftFinding("marrow_aberrant_percent", Decimal("96.5"), "by flow"),
        DraftFinding("lymphoplasmacytic_infiltration", "9x"),
        DraftFinding("marrow_ihc_kappa_lambda", {"ratio": Decimal("2.5"), "cells": "1 2"}, "x"),
        DraftFinding("renal_biopsy", "midd", "2026-10"),
        DraftFinding("pregnancy_possible", False),
        DraftFinding("allergy", (), "asked twice"),
        DraftFinding("bone_lytic_ct", {"count": "two", "largest_mm": "4-5"}),
        DraftFinding("toxicity", ({"item": "皮疹", "grade": "2"}, {"item": "", "grade": "3"}), "x"),
        DraftFinding("neuropathy_grade", Decimal(1), "hands"),
        DraftFinding("dental_check", False),
        DraftFinding("hbsag", False),
        DraftFinding("adl", "5-6"),
        DraftFinding("charlson", Decimal(2)),
        DraftFinding("anticoagulation", "prophylactic", "LMWH"),
        DraftFinding("asian_ancestry", True),
        DraftFinding("mrd", {"method": "ngf", "sensitivity": Decimal("0.00001")}),
    ),
    cytogenetics=(
        DraftCytogenetic("t(4;14)", detected=True, clone_percent="60 %", note="CD138"),
        DraftCytogenetic("gain(1q)", detected=False),
        DraftCytogenetic("amp(1q)", detected=True, copies="5+"),
        DraftCytogenetic("del(17p)", detected=True, biallelic=False),
        DraftCytogenetic("TP53_mutation", detected=True, method="ngs", clone_percent="x"),
    ),
    lesions=(
        DraftLesion("T10", "plasmacytoma", "vertebra", True, False, "42 x", "9.1", "pet_ct"),
        DraftLesion("", "effusion", modality="echo", resolved=True, note="left"),
    ),
    history=(DraftDiagnosis("mgus_non_igm", "2019"), DraftDiagnosis("", "someday")),
    treatments=(
        DraftTreatment(
            "VCd",
            ("bortezomib", "cyclophosphamide", "dexamethasone"),
            *("2022-07", "2022-06-30", "4.5", "28", "planned", "1", "delayed"),
        ),
        DraftTreatment("", ("美法侖",), "", "someday", sequence="7", stop_reason="other"),
    ),
    events=(
        DraftEvent("auto_hsct", "2023-10", "1", "melphalan 200"),
        DraftEvent("", "someday", note="fell"),
    ),
)
VCD = Treatment(
    "VCd",
    PartialDate("2022-07"),
    ("bortezomib", "cyclophosphamide", "dexamethasone"),
    PartialDate("2022-10"),
    cycles=4,
    stop_reason="planned",
    sequence=1,
)
KPD = Treatment("KPd", PartialDate("2024-06"), ("carfilzomib", "pomalidomide"), sequence=2)
TRANSPLANT = ClinicalEvent(PartialDate("2023-10"), "auto_hsct", 2)
T10 = Lesion(
    PartialDate("2025-07"),
    "T10",
    "plasmacytoma",
    "vertebra",
    contiguous_with_bone=True,
    biopsy_proven=True,
    diameters_mm=(Decimal(42), Decimal(30)),
    suv_max=Decimal("9.1"),
)
GONE = Lesion(PartialDate("2024-01"), "rib", "bone", resolved=True)


def terms_of(services: Services, language: str) -> Terms:
    """Give a language's words."""
    return Terms(services.wordings[language], services.catalogue)


def unfold(entry: EntryPanel, part: EntryPart) -> None:
    """Open a fold by keyboard."""
    fold = entry.parts.folds[part]
    fold.setFocus()
    press(fold, Qt.Key.Key_Space)


def press(widget: QWidget, *keys: Qt.Key) -> None:
    """Press keys where the cursor is, beginning in a widget."""
    QTest.keyClick(widget, keys[0])
    for key in keys[1:]:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)


def finding_values(entry: EntryPanel) -> dict[str, object]:
    """Give the answers of the draft by code."""
    return {finding.code: finding.value for finding in entry.draft().findings}
