"""Test the evidence view: whose cards come first, pearls, and inputs without a person."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.domain.conclusions import Alert, Diagnosis, Input, Note
from desktop_app.domain.sources import Card
from desktop_app.domain.truth import Truth
from tests.ui.conclusions import evolving, factor, smouldering
from tests.ui.patient_stage import words_on
from tests.ui.words import evidence, terms
from ui.actions import add_action
from ui.models.copied_inputs import input_lines
from ui.models.evidence_cards import kind_words, shelf, status_words
from ui.panels.evidence import EvidencePanel

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("english")
LANGUAGES = ("en", "zh-TW", "zh-CN")


def card(name: str, kind: str = "trial", **changes: object) -> Card:
    """Give a card in three languages."""
    texts = {language: f"{name} {language}" for language in LANGUAGES}
    made = Card(name, kind, "primary", "lakshman2018", texts, (texts,))
    return replace(made, **changes)  # type: ignore[arg-type]


SMM = card("smm", categories=frozenset({"smm"}))
MGUS = card("mgus", categories=frozenset({"mgus_non_igm"}))
PEARL = card("pearl", "pearl", status="unverified")
CARDS = (PEARL, MGUS, SMM)


@pytest.fixture
def home(qtbot: QtBot) -> QWidget:
    """Give a window for the panel and the command of the pearls."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def panel(home: QWidget) -> EvidencePanel:
    """Give the panel on the screen."""
    pearls = add_action(home, "pearls")
    pearls.setCheckable(True)
    made = EvidencePanel(pearls, home)
    home.resize(600, 400)
    home.show()
    return made


def filled(panel: EvidencePanel, cards: tuple[Card, ...] = CARDS) -> list[str]:
    """Show cards to a patient with smouldering myeloma; give what the list says."""
    known = replace(evidence(), cards={each.id: each for each in cards}, conflicts={})
    panel.show_assessment(smouldering(), "smm", terms(), known)
    return lines(panel)


def lines(panel: EvidencePanel) -> list[str]:
    """Give what the list says."""
    return [str(panel.model.index(row).data()) for row in range(panel.model.rowCount())]


def choose(panel: EvidencePanel, row: int) -> None:
    """Choose a line."""
    panel.list.setCurrentIndex(panel.model.index(row))


def test_the_list_keeps_the_rules_of_models(
    qtmodeltester: ModelTester, panel: EvidencePanel
) -> None:
    filled(panel)

    qtmodeltester.check(panel.model)


def test_cards_of_the_category_come_before_the_library() -> None:
    found = shelf(CARDS, smouldering(), "smm")

    assert (found.patient, found.library) == ((SMM,), (PEARL, MGUS))


def test_an_open_diagnosis_brings_the_cards_of_all_that_are_possible() -> None:
    open_ = smouldering(diagnosis=Diagnosis(None, ("mgus_non_igm", "smm"), "undetermined"))

    assert shelf(CARDS, open_, None).patient == (MGUS, SMM)


def test_a_rule_that_is_met_comes_before_one_that_is_open_and_one_not_met_never() -> None:
    by_rule = tuple(
        card(name, rules=frozenset({name})) for name in ("EVO-WU", "SMM-DX-M", "PCL-STOP", "X-NO")
    )
    told = smouldering(
        evolving=(evolving("EVO-WU", Truth.UNKNOWN),),
        alerts=(Alert("PCL-STOP", "critical", Note("circulating_plasma_cells")),),
        early_treatment=(factor("X-NO", Truth.NOT_MET),),
    )

    found = shelf(by_rule, told, None)

    assert [each.id for each in found.patient] == ["SMM-DX-M", "PCL-STOP", "EVO-WU"]
    assert [each.id for each in found.library] == ["X-NO"]


def test_without_a_conclusion_everything_is_library() -> None:
    assert shelf(CARDS, None, None).library == CARDS


def test_the_list_shows_both_shelves_and_reads_the_first_card(panel: EvidencePanel) -> None:
    assert filled(panel) == ["For this patient (1)", "smm en", "Library (2)", "pearl en", "mgus en"]
    assert "• smm en" in words_on(panel.card)
    assert "trial · primary source" in words_on(panel.card)
    assert "10.1038/s41408-018-0077-4" in words_on(panel.card)


def test_nothing_is_shown_and_nothing_fails_without_cards(panel: EvidencePanel) -> None:
    assert filled(panel, ()) == []
    assert words_on(panel.card) == ""


def test_the_conflict_ledger_stands_below_with_what_touches_the_patient_first(
    panel: EvidencePanel,
) -> None:
    known = replace(evidence(), cards={})
    panel.show_assessment(smouldering(conflicts=("C-SMM-ROW",)), "smm", terms(), known)

    heading, first, *others = lines(panel)
    assert (
        heading
        == f"Where sources differ: what is printed, what is used here ({len(known.conflicts)})"
    )
    assert first == known.conflicts["C-SMM-ROW"].printed["en"]
    assert len(others) == len(known.conflicts) - 1
    assert known.conflicts["C-SMM-ROW"].used["en"] in words_on(panel)
    panel.show_pearls(only=True)
    assert lines(panel) == []


def test_the_arrows_walk_over_headings(qtbot: QtBot, panel: EvidencePanel) -> None:
    filled(panel)

    qtbot.keyClick(panel.list, Qt.Key.Key_Down)

    assert "pearl en" in words_on(panel.card)
    assert "◇ awaiting verification" in words_on(panel.card)


def test_another_card_covers_nothing_of_the_one_before(qtbot: QtBot, panel: EvidencePanel) -> None:
    filled(panel)
    before = panel.card.findChildren(QLabel)
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)

    assert before
    assert not any(label.isVisible() for label in before)


def test_pearls_stand_alone_and_go_again(panel: EvidencePanel) -> None:
    filled(panel)

    panel.show_pearls(only=True)
    assert lines(panel) == ["Library (1)", "pearl en"]
    panel.show_pearls(only=False)
    assert len(lines(panel)) == 5


def test_the_card_that_is_read_stays_while_one_types(panel: EvidencePanel) -> None:
    filled(panel)
    choose(panel, 4)

    filled(panel, (*CARDS, card("new")))

    assert panel.model.card(panel.list.currentIndex()) == MGUS


def test_another_patient_begins_with_the_first_card(panel: EvidencePanel) -> None:
    filled(panel)
    choose(panel, 4)
    panel.say("2 lines copied")

    panel.reset()

    assert "2 lines copied" not in words_on(panel)
    filled(panel)
    assert panel.model.card(panel.list.currentIndex()) == SMM


def test_every_card_that_ships_is_shown_in_every_language(panel: EvidencePanel) -> None:
    for language in LANGUAGES:
        panel.show_assessment(smouldering(), "smm", terms(language), evidence())
        found = [panel.model.card(panel.model.index(row)) for row in range(panel.model.rowCount())]
        shown = [each for each in found if each is not None]
        shipped = (*evidence().cards, *evidence().conflicts)
        assert sorted(each.id for each in shown) == sorted(shipped)
        assert "figure" not in {kind_words(each.kind) for each in shown}
        assert all(status_words(each.status) != each.status for each in shown)


def test_inputs_are_lines_of_label_value_unit_and_day() -> None:
    inputs = (
        Input("serum_m_protein", Decimal("2.4"), "g/dL", "2026-06-01"),
        Input("flc_kappa", Decimal("0.5"), "mg/L", "2026-06-01", "<"),
        Input("hemoglobin", None),
        Input("serum_immunofixation", ("IgG-kappa",), None, "2026-06-01"),
        Input("MGUS-MAYO-M", True),
    )

    assert input_lines(inputs, terms()) == (
        "M-protein: 2.4 g/dL (2026-06-01)",
        "κ FLC: <0.5 mg/L (2026-06-01)",
        "Hb: not recorded",
        f"{terms().analyte('serum_immunofixation')}: IgG-κ (2026-06-01)",
        "M-protein ≥ 1.5 g/dL: yes",
    )


def test_a_copy_button_asks_for_its_calculator(qtbot: QtBot, panel: EvidencePanel) -> None:
    for tool in ("WEB-PANGEA", "WEB-ISTOPMM"):
        with qtbot.waitSignal(panel.inputs_wanted) as wanted:
            panel.copies[tool].click()
        assert wanted.args == [tool]
