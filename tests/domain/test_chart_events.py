"""What a chart shows beside its curves: treatments, events, marrows, turns of immunofixation."""

from __future__ import annotations

from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import ClinicalEvent, Finding, Treatment
from tests.domain.trend_records import a_chart, a_record, a_result


def test_treatments_that_overlap_stand_in_rows_of_their_own() -> None:
    treatments = (
        Treatment("VRd", PartialDate("2024-01"), stop=PartialDate("2024-06-30")),
        Treatment("zoledronate", PartialDate("2024-03-01")),
        Treatment("R", PartialDate("2024-08-01"), stop=PartialDate("2025-08-01")),
        Treatment("planned", PartialDate("2027-01-01")),
    )
    spec = a_chart(a_record(a_result("2024-01-05", "3"), treatments=treatments))

    assert [(lane.label, lane.row, lane.open) for lane in spec.lanes] == [
        ("VRd", 0, False),
        ("zoledronate (no stop recorded)", 1, True),
        ("R", 0, False),
    ]
    assert spec.lanes[1].end == spec.x.high


def test_events_marrows_and_turns_of_immunofixation_are_pinned_in_order() -> None:
    record = a_record(
        a_result("2024-01-05", "3"),
        a_result("2024-02", ">=35", "%", "marrow_plasma_cells"),
        a_result("2027-02", "60", "%", "marrow_plasma_cells"),
        events=(
            ClinicalEvent(PartialDate("2024-09-01"), "auto_hsct"),
            ClinicalEvent(PartialDate("2024-03-01"), "house_move"),
            ClinicalEvent(PartialDate("2027-01-01"), "death"),
        ),
        findings=tuple(
            Finding(PartialDate(day), "serum_immunofixation", value)
            for day, value in (
                ("2025-01-05", ()),
                ("2024-01-05", ("IgG-kappa",)),
                ("2025-06-05", ()),
                ("2026-01-05", ("IgG-kappa",)),
            )
        ),
    )

    assert [pin.label for pin in a_chart(record).pins] == [
        "marrow ≥35 %",
        "house_move",
        "autologous transplant",
        "immunofixation negative",
        "immunofixation positive",
    ]
    assert "marrow ≥35 %" not in [pin.label for pin in a_chart(record, "marrow_plasma_cells").pins]
