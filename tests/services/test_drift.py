"""List who would change group: a real record, written under rules that were then others."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop_app.demo.filling import fill
from desktop_app.domain import rulepack
from desktop_app.domain.criteria import m_protein
from desktop_app.domain.journal import EntryKind
from desktop_app.domain.visit import DraftResult
from desktop_app.services.drift import CHUNK
from tests.builders import MGUS_RESULTS, NAME, RECORD_NUMBER, a_draft, a_registration, one_result
from tests.conftest import RESOURCES
from tests.data.reading import audit_lines, counts, key_of, raw

if TYPE_CHECKING:
    from desktop_app.paths import Paths
    from desktop_app.services import Services

SPIKE = DraftResult("serum_m_protein", "3.4", "g/dL")
SMOULDERING = (SPIKE, *(x for x in MGUS_RESULTS if x.code != SPIKE.code))


@contextmanager
def a_higher_spike() -> Iterator[None]:
    """Let smouldering myeloma begin at 4 g/dL, as it did in no edition."""
    cut = m_protein.SERUM_CUT.at
    assert isinstance(cut, dict)
    before = dict(cut)
    cut["g/dL"] = Decimal(4)
    rulepack.rule_pack.cache_clear()
    try:
        yield
    finally:
        cut.update(before)
        rulepack.rule_pack.cache_clear()


def test_nobody_drifts_while_rules_and_data_are_the_same(services: Services) -> None:
    fill(services, RESOURCES)

    report = services.drift.report()

    assert report.compared == report.total > 10
    assert report.drifts == ()
    assert not report.cancelled
    assert report.rule_pack == rulepack.rule_pack()


def test_who_would_change_group_is_listed_with_both_standings(
    services: Services, patient_id: int
) -> None:
    other = services.patients.register(a_registration(2))
    services.visits.record(a_draft(other))
    with a_higher_spike():
        old = rulepack.rule_pack()
        recorded = services.visits.record(a_draft(patient_id, results=SMOULDERING))
    assert recorded.assessment.diagnosis.category == "mgus_non_igm"

    report = services.drift.report()

    (drift,) = report.drifts
    assert (report.total, report.compared) == (2, 2)
    assert (drift.patient_id, drift.record_number, drift.name) == (patient_id, RECORD_NUMBER, NAME)
    assert (drift.before.category, drift.after.category) == ("mgus_non_igm", "smm")
    assert drift.before.model == "mayo_mgus"
    assert drift.after.model == "mayo_20_2_20"
    assert drift.as_of == recorded.assessment.as_of
    assert drift.made_by == old != report.rule_pack
    assert not drift.same_rules
    assert drift.regroups
    assert {"category", "possible", "model"} <= set(drift.changed)


def test_nothing_is_written(services: Services, patient_id: int, paths: Paths) -> None:
    with a_higher_spike():
        services.visits.record(a_draft(patient_id, results=SMOULDERING))
    before = (counts(paths), audit_lines(paths), services.assessments.stored(patient_id))

    assert services.drift.report().drifts

    assert (counts(paths), audit_lines(paths), services.assessments.stored(patient_id)) == before


def test_the_day_of_the_stored_conclusion_is_kept(services: Services, patient_id: int) -> None:
    services.visits.record(a_draft(patient_id, "2024-01-08"))
    services.visits.record(one_result(patient_id, "2.1", "2025-03-10"))

    assert services.drift.report().drifts == ()
    with a_higher_spike():
        (drift, *more) = services.drift.report().drifts or (None,)
        assert drift is None
        assert more == []


def test_amended_and_voided_values_are_those_of_the_last_conclusion(
    services: Services, patient_id: int
) -> None:
    services.visits.record(a_draft(patient_id, results=SMOULDERING))
    (kept,) = services.visits.results_of(patient_id, "serum_m_protein")
    services.visits.amend_entry(kept.entry_id, replace(SPIKE, text="2.4"), "typed wrongly")
    (marrow,) = services.visits.results_of(patient_id, "marrow_plasma_cells")
    services.visits.void_entry(EntryKind.RESULT, marrow.entry_id, "another patient's")

    assert services.drift.report().drifts == ()


def test_a_patient_without_a_conclusion_is_counted_but_not_compared(
    services: Services, patient_id: int
) -> None:
    assert patient_id

    report = services.drift.report()

    assert (report.total, report.compared, report.drifts) == (1, 0, ())


def test_progress_is_told_and_cancelling_stops_between_chunks(services: Services) -> None:
    for number in range(1, CHUNK + 3):
        services.patients.register(a_registration(number))
    told: list[tuple[int, int]] = []

    report = services.drift.report(
        lambda done, total: told.append((done, total)), lambda: bool(told)
    )

    assert told == [(CHUNK, CHUNK + 2)]
    assert report.cancelled
    assert (report.total, report.compared) == (CHUNK + 2, 0)


def test_a_conclusion_that_cannot_be_read_is_named_and_the_others_are_compared(
    services: Services, patient_id: int, paths: Paths
) -> None:
    other = services.patients.register(a_registration(2))
    for each in (patient_id, other):
        services.visits.record(a_draft(each))
    services.clinic.lock()
    with raw(paths.record, key_of(paths)) as connection:
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'assessment'"
        ).fetchall():
            connection.execute(f'DROP TRIGGER "{name}"')
        connection.execute(
            "UPDATE assessment SET trace = x'0102' WHERE patient_id = ?", (patient_id,)
        )
    services.clinic.unlock("correct horse 通行")

    report = services.drift.report()

    assert report.unreadable == (patient_id,)
    assert (report.total, report.compared) == (2, 1)
