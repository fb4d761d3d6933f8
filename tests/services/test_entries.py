"""Record, correct and withdraw cytogenetics, lesions, findings and earlier diagnoses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from desktop_app.domain.errors import FieldErrors, Refusal
from desktop_app.domain.journal import EntryKind, KeptEntry
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import (
    ClinicalEvent,
    Cytogenetic,
    EarlierDiagnosis,
    Finding,
    Lesion,
    Treatment,
)
from desktop_app.domain.visit import (
    DraftCytogenetic,
    DraftDiagnosis,
    DraftEvent,
    DraftFinding,
    DraftLesion,
    DraftResult,
    DraftTreatment,
    VisitDraft,
)
from desktop_app.services.visits import SameDay
from tests.builders import a_draft
from tests.data.reading import audit_lines, counts, rows

if TYPE_CHECKING:
    from desktop_app.paths import Paths
    from desktop_app.services import Services

DAY = PartialDate("2026-11-22")
TABLES = (
    *("finding", "cytogenetic", "lesion", "earlier_diagnosis"),
    *("treatment", "clinical_event"),
)
VRD = ("bortezomib", "lenalidomide", "dexamethasone")


def everything(patient_id: int, **changes: Any) -> VisitDraft:
    draft = VisitDraft(
        patient_id,
        "2026-11-22",
        findings=(DraftFinding("renal_biopsy", "al"),),
        cytogenetics=(DraftCytogenetic("t(4;14)", True, clone_percent="60.0"),),
        lesions=(DraftLesion("T10", "bone", site="vertebra", diameters="42 x 30.5"),),
        history=(DraftDiagnosis("mgus_non_igm", "2019"),),
        treatments=(DraftTreatment("VRd", VRD, "2022-07", "2022-12", "6", "21", "planned", "1"),),
        events=(DraftEvent("auto_hsct", "2023-01", "1"),),
    )
    return replace(draft, **changes)


def kept(services: Services, patient_id: int, kind: EntryKind) -> KeptEntry:
    (found,) = [x for x in services.visits.entries_of(patient_id) if x.kind is kind]
    return found


def test_a_visit_keeps_every_part_in_one_transaction(services: Services, patient_id: int) -> None:
    recorded = services.visits.record(everything(patient_id))

    record = services.assessments.record_of(patient_id)
    (visit,) = services.visits.history(patient_id)

    lesion = Lesion(DAY, "T10", "bone", "vertebra", diameters_mm=(Decimal(42), Decimal("30.5")))
    assert record.findings == (Finding(DAY, "renal_biopsy", "al"),)
    assert record.cytogenetics == (Cytogenetic(DAY, "t(4;14)", True, "fish", Decimal("60.0")),)
    assert record.lesions == (lesion,)
    assert record.history == (EarlierDiagnosis("mgus_non_igm", PartialDate("2019")),)
    assert record.treatments == (
        Treatment(
            "VRd", PartialDate("2022-07"), VRD, PartialDate("2022-12"), 6, "planned", 1,
            cycle_days=21,
        ),
    )  # fmt: skip
    assert record.events == (ClinicalEvent(PartialDate("2023-01"), "auto_hsct", 1),)
    assert visit.visit_id == recorded.visit_id
    assert [x.entry for x in visit.findings] == list(record.findings)
    assert [x.entry for x in visit.cytogenetics] == list(record.cytogenetics)
    assert [x.entry for x in visit.lesions] == [lesion]
    assert [x.entry for x in visit.history] == list(record.history)
    assert [x.entry for x in visit.treatments] == list(record.treatments)
    assert [x.entry for x in visit.events] == list(record.events)


def test_an_error_in_any_part_keeps_all_of_the_visit_out(
    services: Services, patient_id: int, paths: Paths
) -> None:
    draft = everything(patient_id, lesions=(DraftLesion("T10", "bone", diameters="x"),))
    before, lines = counts(paths), audit_lines(paths)

    with pytest.raises(FieldErrors) as refused:
        services.visits.record(draft)

    assert [error.field for error in refused.value.errors] == ["lesions.0.diameters"]
    assert [error.field for error in services.visits.check(draft)] == ["lesions.0.diameters"]
    assert (counts(paths), audit_lines(paths)) == (before, lines)


def test_what_is_typed_counts_before_it_is_recorded(services: Services, patient_id: int) -> None:
    draft = everything(patient_id)
    live = services.assessments.live(patient_id, draft)

    recorded = services.visits.record(draft)

    assert live == recorded.assessment


def test_entries_are_listed_newest_first_with_the_visit_that_added_them(
    services: Services, patient_id: int
) -> None:
    early = everything(patient_id, observed_on="2025-01-10", findings=(), history=(), events=())
    first = services.visits.record(early)
    second = services.visits.record(
        everything(patient_id, cytogenetics=(), lesions=(), treatments=())
    )
    told = VisitDraft(patient_id, "2026-11-22", history=(DraftDiagnosis("smm"),))
    services.visits.record(told, same_day=SameDay.JOIN)

    listed = services.visits.entries_of(patient_id)

    assert [(x.kind.value, x.visit_id, x.amended) for x in listed] == [
        ("finding", second.visit_id, False),
        ("cytogenetic", first.visit_id, False),
        ("lesion", first.visit_id, False),
        ("event", second.visit_id, False),
        ("treatment", first.visit_id, False),
        ("history", second.visit_id, False),
        ("history", second.visit_id, False),
    ]
    assert listed[-1].entry == EarlierDiagnosis("smm")


@pytest.mark.parametrize(
    ("kind", "table"),
    [
        (EntryKind.FINDING, "finding"),
        (EntryKind.CYTOGENETIC, "cytogenetic"),
        (EntryKind.LESION, "lesion"),
        (EntryKind.HISTORY, "earlier_diagnosis"),
        (EntryKind.TREATMENT, "treatment"),
        (EntryKind.EVENT, "clinical_event"),
    ],
)
def test_a_withdrawn_entry_counts_no_more_and_stays_readable(
    services: Services, patient_id: int, paths: Paths, kind: EntryKind, table: str
) -> None:
    services.visits.record(everything(patient_id))
    wrong = kept(services, patient_id, kind)
    before = counts(paths)

    services.visits.void_entry(kind, wrong.entry_id, " 別人的切片 ")

    assert kind not in {x.kind for x in services.visits.entries_of(patient_id)}
    assert rows(paths, f"SELECT voided_by, void_reason FROM {table}") == [("owner", "別人的切片")]
    assert ("entry_voided", kind.value, wrong.entry_id) in audit_lines(paths)
    assert counts(paths) == before | {"assessment": before["assessment"] + 1}
    with pytest.raises(Refusal, match="entry_not_current"):
        services.visits.void_entry(kind, wrong.entry_id, "again")


def test_a_wrong_biopsy_no_longer_speaks_in_the_latest_assessment(
    services: Services, patient_id: int
) -> None:
    entered = (
        DraftResult("creatinine", "3.1", "mg/dL"),
        DraftResult("marrow_plasma_cells", "15", "%", method="biopsy"),
        DraftResult("serum_m_protein", "3.4", "g/dL"),
    )
    biopsy = DraftFinding("renal_biopsy", "cast_nephropathy")
    draft = a_draft(patient_id)
    services.visits.record(replace(draft, results=entered, findings=(*draft.findings, biopsy)))
    first = services.assessments.stored(patient_id)
    (wrong,) = [
        x
        for x in services.visits.entries_of(patient_id)
        if isinstance(x.entry, Finding) and x.entry.code == "renal_biopsy"
    ]

    services.visits.void_entry(wrong.kind, wrong.entry_id, "wrong patient")

    now = services.assessments.stored(patient_id)
    assert first is not None
    assert now is not None
    assert first.assessment.diagnosis.category == "multiple_myeloma"
    assert now.assessment.diagnosis.category is None
    assert services.patients.search()[0].category is None


def test_a_result_is_withdrawn_like_any_entry(
    services: Services, patient_id: int, paths: Paths
) -> None:
    services.visits.record(a_draft(patient_id))
    (wrong,) = services.visits.results_of(patient_id, "serum_m_protein")

    services.visits.void_entry(EntryKind.RESULT, wrong.entry_id, "haemolysed")

    assert services.visits.results_of(patient_id, "serum_m_protein") == ()
    assert ("result_voided", "result", wrong.entry_id) in audit_lines(paths)


def test_a_corrected_entry_takes_the_place_of_the_old_one(
    services: Services, patient_id: int, paths: Paths
) -> None:
    recorded = services.visits.record(everything(patient_id))
    old = kept(services, patient_id, EntryKind.LESION)

    services.visits.amend_entry(
        old.entry_id, DraftLesion("T11", "plasmacytoma", biopsy_proven=True), " 打錯 "
    )

    new = kept(services, patient_id, EntryKind.LESION)
    assert new.entry == Lesion(DAY, "T11", "plasmacytoma", biopsy_proven=True)
    assert (new.amended, new.visit_id) == (True, recorded.visit_id)
    assert rows(paths, "SELECT id, lesion, amends_id, amend_reason FROM lesion ORDER BY id") == [
        (old.entry_id, "T10", None, None),
        (new.entry_id, "T11", old.entry_id, "打錯"),
    ]
    assert ("entry_amended", "lesion", new.entry_id) in audit_lines(paths)
    assert services.visits.history(patient_id)[0].lesions == (new,)


@pytest.mark.parametrize(
    "correction",
    [
        DraftFinding("renal_biopsy", "midd"),
        DraftCytogenetic("t(4;14)", False),
        DraftDiagnosis("mgus_igm"),
        DraftTreatment("VRd", VRD, "2022-07", "2022-11", "5", "21", "toxicity", "1"),
        DraftEvent("auto_hsct", "2023-01-15"),
    ],
)
def test_every_kind_is_corrected_and_the_old_one_never_again(
    services: Services,
    patient_id: int,
    correction: DraftFinding | DraftCytogenetic | DraftDiagnosis | DraftTreatment | DraftEvent,
) -> None:
    from desktop_app.domain.corrections import KIND_OF

    services.visits.record(everything(patient_id))
    old = kept(services, patient_id, KIND_OF[type(correction)])

    services.visits.amend_entry(old.entry_id, correction, "misread")

    assert kept(services, patient_id, old.kind).entry != old.entry
    with pytest.raises(Refusal, match="entry_not_current"):
        services.visits.amend_entry(old.entry_id, correction, "again")


def test_a_correction_needs_a_reason_and_sense(
    services: Services, patient_id: int, paths: Paths
) -> None:
    services.visits.record(everything(patient_id))
    lesion = kept(services, patient_id, EntryKind.LESION)
    before, lines = counts(paths), audit_lines(paths)

    with pytest.raises(Refusal, match="reason_required"):
        services.visits.amend_entry(lesion.entry_id, DraftLesion("T11", "bone"), " ")
    with pytest.raises(Refusal, match="reason_required"):
        services.visits.void_entry(lesion.kind, lesion.entry_id, "\t")
    with pytest.raises(FieldErrors):
        services.visits.amend_entry(lesion.entry_id, DraftLesion("", "bone", site="L1"), "x")

    assert (counts(paths), audit_lines(paths)) == (before, lines)


def test_a_voided_visit_takes_every_part_with_it(
    services: Services, patient_id: int, paths: Paths
) -> None:
    recorded = services.visits.record(everything(patient_id))
    wrong = kept(services, patient_id, EntryKind.CYTOGENETIC)
    services.visits.void_entry(wrong.kind, wrong.entry_id, "first")

    services.visits.void_visit(recorded.visit_id, "wrong patient")

    assert services.visits.entries_of(patient_id) == ()
    reasons = {table: rows(paths, f"SELECT void_reason FROM {table}") for table in TABLES}
    assert reasons.pop("cytogenetic") == [("first",)]
    assert set(map(str, reasons.values())) == {str([("wrong patient",)])}


def test_the_latest_day_of_a_scan_or_a_chip_is_what_the_list_speaks_of(
    services: Services,
) -> None:
    from desktop_app.domain.record import PatientRecord, Person
    from tests.builders import a_registration, one_result

    day = PartialDate("2026-11-20")
    for number, record in enumerate(
        (
            PatientRecord(Person(), lesions=(Lesion(day, "T10", "bone"),)),
            PatientRecord(Person(), cytogenetics=(Cytogenetic(day, "del(17p)", False),)),
            PatientRecord(Person(), events=(ClinicalEvent(day, "fracture"),)),
            PatientRecord(Person(), treatments=(Treatment("Rd", day),)),
            PatientRecord(Person(), treatments=(Treatment("Rd", PartialDate("2025"), stop=day),)),
        ),
        start=1,
    ):
        (admitted,) = services.patients.admit([(a_registration(number), record)])
        services.visits.record(one_result(admitted, "1.2", "2026-10-01"))

        stored = services.assessments.stored(admitted)
        assert stored is not None
        assert stored.assessment.as_of == date(2026, 11, 20)
