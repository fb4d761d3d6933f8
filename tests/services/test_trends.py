"""Trends of a patient: the chart and the grid, with and without a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.domain.chart import ChartRequest
from desktop_app.domain.policy_draft import DraftNoise, PolicyDraft
from desktop_app.domain.visit import DraftFinding, DraftResult, VisitDraft
from desktop_app.services.trends import ResultRow
from tests.builders import NAME, RECORD_NUMBER, a_registration, one_result

if TYPE_CHECKING:
    from desktop_app.services import Services

M = "serum_m_protein"
REQUEST = ChartRequest(((M,),))


@pytest.fixture
def patient_id(services: Services) -> int:
    made = services.patients.register(a_registration())
    for value, day in (("0.7", "2024-01-05"), ("0.9", "2025-06-05")):
        services.visits.record(one_result(made, value, day))
    return made


def the_row(services: Services, patient_id: int, draft: VisitDraft | None = None) -> ResultRow:
    (row,) = services.trends.grid(patient_id, "en", draft)
    return row


def test_the_chart_names_the_patient_and_draws_what_was_recorded(
    services: Services, patient_id: int
) -> None:
    spec = services.trends.chart(patient_id, REQUEST, "zh-TW")

    assert spec.patient_label == f"{NAME} · {RECORD_NUMBER}"
    assert [point.short for point in spec.panels[0].series[0].points] == ["0.7", "0.9"]
    assert "基準" in spec.summary


def test_a_draft_counts_and_its_point_is_todays(services: Services, patient_id: int) -> None:
    draft = one_result(patient_id, "1.3", "2026-11-22")
    points = services.trends.chart(patient_id, REQUEST, "en", draft).panels[0].series[0].points

    assert [(point.short, point.latest) for point in points] == [
        ("0.7", False),
        ("0.9", False),
        ("1.3", True),
    ]
    assert len(services.trends.chart(patient_id, REQUEST, "en").panels[0].series[0].points) == 2


def test_what_is_not_yet_a_number_is_left_out(services: Services, patient_id: int) -> None:
    draft = VisitDraft(patient_id, "2026-11-22", results=(DraftResult(M, "1.", "g/dL"),))

    assert the_row(services, patient_id, draft) == the_row(services, patient_id)


def test_a_row_holds_the_values_that_count_and_their_change(
    services: Services, patient_id: int
) -> None:
    row = the_row(services, patient_id, one_result(patient_id, "0.6", "2026-11-22"))

    assert (row.code, row.unit) == (M, "g/dL")
    assert (row.latest.text, row.latest.date) == ("0.6", "2026-11-22")
    assert row.previous is not None
    assert (row.previous.text, row.baseline.text, row.nadir.text) == ("0.9", "0.7", "0.6")
    assert (row.change, row.change_percent) == ("−0.1", "−14 %")
    assert row.significance == "within_noise"
    assert [value for _, value in row.points] == [0.7, 0.9, 0.6]


def test_a_lone_value_has_no_change(services: Services) -> None:
    made = services.patients.register(a_registration(2))
    services.visits.record(one_result(made, "<0.5", "2026-01-05"))
    row = the_row(services, made)

    assert (row.latest.text, row.latest.comparator) == ("<0.5", "<")
    assert (row.previous, row.change, row.change_percent, row.significance) == (None,) * 4


def test_a_value_outside_its_printed_limits_says_on_which_side(services: Services) -> None:
    made = services.patients.register(a_registration(3))
    low = DraftResult("hemoglobin", "10.9", "g/dL", low="12", high="16")
    services.visits.record(VisitDraft(made, "2026-01-05", results=(low,)))

    assert the_row(services, made).outside == "low"


def test_a_patient_without_results_has_no_rows_and_an_empty_chart(services: Services) -> None:
    made = services.patients.register(a_registration(4))

    assert services.trends.grid(made, "en") == ()
    assert services.trends.chart(made, REQUEST, "en").panels == ()


def test_a_chart_without_a_choice_shows_the_most_telling_analytes(
    services: Services, patient_id: int
) -> None:
    extra = tuple(
        DraftResult(code, value, unit)
        for code, value, unit in (
            ("albumin", "4.1", "g/dL"),
            ("hemoglobin", "13", "g/dL"),
            ("flc_kappa", "20", "mg/L"),
        )
    )
    draft = VisitDraft(patient_id, "2026-11-22", results=extra)
    spec = services.trends.chart(patient_id, ChartRequest(()), "en", draft)

    codes = [series.code for panel in spec.panels for series in panel.series]
    assert codes == [M, "flc_kappa", "hemoglobin"]
    rows = services.trends.grid(patient_id, "en", draft)
    assert [row.code for row in rows] == [*codes, "albumin"]


def test_the_clinics_own_noise_of_a_laboratory_decides_what_is_real(
    services: Services, patient_id: int
) -> None:
    draft = one_result(patient_id, "0.6", "2026-11-22")
    before = the_row(services, patient_id, draft)
    services.settings.keep_policy(PolicyDraft((DraftNoise("", M, "10"),)))

    after = the_row(services, patient_id, draft)
    spec = services.trends.chart(patient_id, REQUEST, "en", draft)

    assert (before.significance, after.significance) == ("within_noise", "beyond_noise")
    assert "10" in spec.panels[0].bands[0].label
    assert spec.panels[0].bands[0].high == pytest.approx(0.77)


def test_a_known_clone_has_rows_of_its_light_chain_and_the_difference(
    services: Services, patient_id: int
) -> None:
    found = DraftFinding("serum_immunofixation", ("IgG-lambda",))
    light = tuple(
        DraftResult(f"flc_{chain}", value, "mg/L")
        for chain, value in (("kappa", "10"), ("lambda", "250"))
    )
    draft = VisitDraft(patient_id, "2026-11-22", results=light, findings=(found,))
    rows = {row.code: row for row in services.trends.grid(patient_id, "en", draft)}

    assert list(rows) == [
        *(M, "flc_involved", "flc_difference", "flc_ratio", "flc_kappa", "flc_lambda")
    ]
    assert (rows["flc_involved"].latest.text, rows["flc_difference"].latest.text) == ("250", "240")
    entered = [row.entered for row in rows.values()]
    assert entered == [M, *["flc_lambda"] * 3, "flc_kappa", "flc_lambda"]


def test_the_chart_marks_what_was_concluded_of_the_same_draft(services: Services) -> None:
    made = services.patients.register(a_registration(5))
    clone = DraftFinding("serum_immunofixation", ("IgG-kappa",))
    first = DraftResult(M, "3.0", "g/dL")
    services.visits.record(VisitDraft(made, "2026-05-22", results=(first,), findings=(clone,)))
    draft = one_result(made, "3.8", "2026-11-22")
    concluded = services.assessments.live(made, draft)
    spec = services.trends.chart(made, REQUEST, "en", draft, concluded)

    (mark,) = spec.panels[0].evolutions
    assert "Ravi 2016 M (unconfirmed)" in mark.label
    assert services.trends.chart(made, REQUEST, "en", draft).panels[0].evolutions == ()
