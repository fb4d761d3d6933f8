"""Test the strip that says whose page this is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from tests.domain.cases import assessed, ct, flc, labs, marrow, mri, result, serum
from ui.panels.identity import IdentityPanel
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
