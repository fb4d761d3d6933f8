"""Test that the trace of a real assessment is shown whole, and that unknown looks like unknown."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt

from desktop_app.data.content.catalogue import load_catalogue
from desktop_app.data.content.evidence import load_evidence
from desktop_app.data.content.wordings import load_wordings
from desktop_app.domain.assessment import assess
from desktop_app.domain.catalogue import LANGUAGES
from desktop_app.domain.conclusions import Assessment, Criterion, Input
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Finding, PatientRecord, Person, Result, Sex
from desktop_app.domain.truth import Truth
from tests.conftest import RESOURCES
from ui import theme
from ui.models.reason_branches import reasons_of
from ui.models.reasoning_tree import Column, Reason, ReasoningTree
from ui.models.reasons import reason_of
from ui.terms import Terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pytestqt.modeltest import ModelTester

pytestmark = pytest.mark.usefixtures("dressed")
DAY = PartialDate("2026-11-22")
CATALOGUE = load_catalogue(RESOURCES)
WORDINGS = load_wordings(RESOURCES)
CRITERIA_OF_A_RECORD = 20


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    """Give the assessment of a patient with a clone and without a marrow."""
    results = tuple(
        Result(DAY, code, Decimal(value), unit)
        for code, value, unit in (
            ("serum_m_protein", "1.6", "g/dL"),
            ("flc_kappa", "70", "mg/L"),
            ("flc_lambda", "18.2", "mg/L"),
            ("hemoglobin", "13.4", "g/dL"),
        )
    )
    findings = (Finding(DAY, "serum_immunofixation", ("IgG-kappa",)),)
    record = PatientRecord(Person(Sex.FEMALE, PartialDate("1959")), (), results, findings)
    return assess(record, date(2026, 11, 22), catalogue=CATALOGUE)


EVIDENCE = load_evidence(RESOURCES)


def terms(language: str = "en") -> Terms:
    """Give the words of a language."""
    return Terms(WORDINGS[language], CATALOGUE)


def rules_of(criteria: Iterable[Criterion]) -> Iterator[str]:
    """Give the rule of every criterion and of all its parts."""
    for each in criteria:
        yield each.id
        yield from rules_of(each.criteria)


def rows_of(model: ReasoningTree, parent: QModelIndex | None = None) -> list[QModelIndex]:
    """Give the first cell of every row, depth first."""
    root = QModelIndex() if parent is None else parent
    found = []
    for row in range(model.rowCount(root)):
        index = model.index(row, 0, root)
        found += [index, *rows_of(model, index)]
    return found


def filled(assessment: Assessment, language: str = "en") -> ReasoningTree:
    """Give the model of an assessment."""
    model = ReasoningTree()
    words = terms(language)
    model.set_reasons(reasons_of(assessment, words, EVIDENCE))
    return model


def test_the_tree_keeps_the_rules_of_item_models(
    qtmodeltester: ModelTester, assessment: Assessment
) -> None:
    model = filled(assessment)

    qtmodeltester.check(model)


def test_an_emptied_tree_keeps_the_rules_of_item_models(
    qtmodeltester: ModelTester, assessment: Assessment
) -> None:
    model = filled(assessment)

    model.set_reasons(())

    qtmodeltester.check(model)
    assert model.rowCount() == 0


def test_every_criterion_of_the_trace_has_its_row(assessment: Assessment) -> None:
    model = filled(assessment)
    told = (
        *assessment.diagnosis.criteria,
        *assessment.mayo_mgus.criteria,
        *(each for _, score in assessment.other_models for each in score.criteria),
        *assessment.mgrs.criteria,
        *assessment.flc_ranges,
        *assessment.early_treatment,
    )
    expected = Counter(rules_of(told))

    rows = Counter(r.rule for i in rows_of(model) if (r := model.reason(i)))

    assert expected.total() > CRITERIA_OF_A_RECORD
    assert expected - rows == Counter()


@pytest.mark.parametrize(("unit", "label"), [("g/dL", "≥ 1.5 g/dL"), ("g/L", "≥ 15 g/L")])
def test_a_row_names_its_cut_off_in_the_unit_of_its_value(unit: str, label: str) -> None:
    seen = Input("serum_m_protein", Decimal("12"), unit, "2026-11-22")

    reason = reason_of(Criterion("MGUS-MAYO-M", Truth.MET, (seen,)), terms())

    assert label in reason.label
    assert unit in reason.brief


@pytest.mark.parametrize(
    ("second", "brief"), [("g/L", "16.6 / 17 g/L"), ("g/dL", "16.6 g/L / 17 g/dL")]
)
def test_a_unit_that_several_values_share_stands_once(second: str, brief: str) -> None:
    seen = (
        Input("serum_m_protein", Decimal("16.6"), "g/L", "2026-11-22"),
        Input("serum_m_protein", Decimal("17"), second, "2026-11-22"),
    )

    reason = reason_of(Criterion("MGUS-MAYO-M", Truth.MET, seen), terms())

    assert reason.brief.replace("\u00a0", " ") == brief


def test_the_last_branch_says_where_sources_differ(assessment: Assessment) -> None:
    model = filled(assessment, "zh-TW")

    rows = [model.reason(i) for i in rows_of(model)][-len(assessment.conflicts) :]

    assert [row.rule for row in rows] == list(assessment.conflicts)
    assert all(row.label and row.note and row.state is None for row in rows)
    assert all("10.5281/zenodo" in row.citation for row in rows)


def test_each_state_has_its_sign_and_its_word(assessment: Assessment) -> None:
    model = filled(assessment)
    shown = {
        model.reason(index).state: str(index.siblingAtColumn(Column.STATE).data())
        for index in rows_of(model)
    }

    assert shown[Truth.MET] == "✔ met"
    assert shown[Truth.NOT_MET] == "✖ not met"
    assert shown[Truth.UNKNOWN] == "? unknown"


def test_an_unknown_row_is_drawn_in_the_hue_of_unknown() -> None:
    model = ReasoningTree()
    model.set_reasons((Reason("Marrow", Truth.UNKNOWN, "unknown"), Reason("M", Truth.MET, "met")))

    unknown = model.index(0, Column.CRITERION).data(Qt.ItemDataRole.ForegroundRole)
    met = model.index(1, Column.CRITERION).data(Qt.ItemDataRole.ForegroundRole)

    assert unknown == theme.ink_of("unknown")
    assert met is None


def test_a_row_says_value_cut_off_date_and_source_as_reported(assessment: Assessment) -> None:
    model = filled(assessment)

    row = next(i for i in rows_of(model) if model.reason(i).rule == "MGUS-MAYO-M")

    said = [str(row.siblingAtColumn(column).data()) for column in Column]
    assert said[Column.VALUE] == "1.6 g/dL"
    assert said[Column.THRESHOLD].startswith("≥ 1.5 g/dL")
    assert said[Column.DATE] == "2026-11-22"
    assert "2005" in said[Column.SOURCE]


def test_values_of_two_tests_are_named() -> None:
    inputs = (
        Input("flc_kappa", Decimal("70"), "mg/L", "2026-11-22"),
        Input("flc_lambda", Decimal("0.5"), "mg/L", "2026-11-22", "<"),
    )

    reason = reason_of(Criterion("MGUS-MAYO-FLC", Truth.MET, inputs), terms())

    assert reason.value == "κ FLC 70 mg/L · λ FLC <0.5 mg/L"
    assert reason.date == "2026-11-22"


def test_a_negative_immunofixation_and_an_answer_are_values() -> None:
    words = terms()

    assert words.value(Input("serum_immunofixation", ())) == words.of("isotype", "negative")
    assert words.value(Input("bone_pain", False)) == "no"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_rule_is_shown_as_its_bare_code(assessment: Assessment, language: str) -> None:
    model = filled(assessment, language)

    bare = [r.rule for i in rows_of(model) if (r := model.reason(i)) and r.label == r.rule != ""]

    assert bare == []


def test_a_screen_reader_hears_the_whole_row(assessment: Assessment) -> None:
    model = filled(assessment)
    row = next(i for i in rows_of(model) if model.reason(i).rule == "MGUS-MAYO-M")

    heard = str(row.data(Qt.ItemDataRole.AccessibleTextRole))

    assert "met" in heard
    assert "1.6 g/dL" in heard


@pytest.mark.parametrize("language", ["zh-TW", "zh-CN"])
def test_no_cut_off_is_shown_in_english_words(assessment: Assessment, language: str) -> None:
    model = filled(assessment, language)

    cut_offs = {r.threshold for i in rows_of(model) if (r := model.reason(i))}

    assert [text for text in cut_offs if " or " in text or " and " in text or "any " in text] == []
