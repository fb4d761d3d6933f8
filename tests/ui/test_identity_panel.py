"""Test the strip that says whose page this is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from tests.domain.cases import assessed, ct, finding, flc, labs, marrow, mri, record, result, serum
from ui.panels.identity import IdentityPanel
from ui.patient_reading import last_bands
from ui.terms import Terms

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import UiContext

IGG = serum("IgG-kappa")
MGUS = (IGG, result("serum_m_protein", 1), result("flc_ratio", 1), *labs())
SMOULDERING = (IGG, result("serum_m_protein", "3.5"), *marrow(18), *flc(50, 10), *labs())
MYELOMA = (IGG, *marrow(70))


@pytest.mark.parametrize("facts", [MGUS, (*SMOULDERING, ct(), mri()), MYELOMA])
def test_the_isotype_is_said_whatever_the_category(
    qtbot: QtBot, context: UiContext, patient_id: int, facts: tuple[object, ...]
) -> None:
    services = context.services
    panel = IdentityPanel(context)
    qtbot.addWidget(panel)

    panel.show_patient(
        services.patients.card(patient_id),
        assessed(*facts),
        Terms(services.wordings["en"], services.catalogue),
    )

    assert any("IgG-κ" in label.text() for label in panel.findChildren(QLabel))


def test_a_clone_that_is_not_seen_now_keeps_its_name(
    qtbot: QtBot, context: UiContext, patient_id: int
) -> None:
    services = context.services
    panel = IdentityPanel(context)
    qtbot.addWidget(panel)

    panel.show_patient(
        services.patients.card(patient_id),
        assessed(serum(), *marrow(70)),
        Terms(services.wordings["en"], services.catalogue),
        earlier=("IgG-kappa",),
    )

    said = " ".join(label.text() for label in panel.findChildren(QLabel))
    assert "IgG-κ (negative now) · involved light chain κ" in said


def test_the_last_bands_that_were_seen_are_found_serum_before_urine() -> None:
    seen = (serum("IgG-kappa", on="2024-01-01"), serum(on="2025-01-01"))
    urine = finding("urine_immunofixation", ("kappa",), on="2025-06-01")

    assert last_bands(record(*seen, urine)) == ("IgG-kappa",)
    assert last_bands(record(serum(), urine)) == ("kappa",)
    assert last_bands(record(serum())) == ()
