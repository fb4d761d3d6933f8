"""Keep drafts as they were typed, and walk back through them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from desktop_app.data.codec import from_json
from desktop_app.domain.visit import (
    DraftCytogenetic,
    DraftDiagnosis,
    DraftFinding,
    DraftLesion,
    DraftResult,
    VisitDraft,
)
from tests.builders import (
    a_registration,
    one_result,
)
from tests.conftest import PASSPHRASE
from tests.data.reading import audit_lines, rows

if TYPE_CHECKING:
    from desktop_app.paths import Paths
    from desktop_app.services import Services


def test_a_draft_comes_back_as_it_was_typed_over_a_lock(
    services: Services, patient_id: int
) -> None:
    draft = VisitDraft(
        patient_id,
        "２０２６／１３／４０ 不是日期",
        results=(DraftResult("flc_ratio", "＜0.01\u3000", "1", lab="台大 𤆬", reason=" 重驗 "),),
        findings=(
            DraftFinding("bone_lytic_ct", {"count": 5, "largest_mm": Decimal("22.50")}),
            DraftFinding("allergy", ("盤尼西林",), "小時候\n起疹"),
            DraftFinding("castleman", "no"),
            DraftFinding("hematuria", False),
            DraftFinding("clinical_change", ({"item": "edema", "change": "better"},)),
        ),
        note="  疲倦 \t\r\n“引號” \\ \u2028 𠮷 ",
        cytogenetics=(DraftCytogenetic("t(4;14)", True, clone_percent="６０ ％"),),
        lesions=(DraftLesion("左髖", "bone", contiguous_with_bone=False, diameters="42 ×"),),
        history=(DraftDiagnosis("mgus_igm", "2019-"),),
    )

    kept_at = services.visits.keep_draft(draft)
    services.clinic.lock()
    services.clinic.unlock(PASSPHRASE)
    kept = services.visits.draft(patient_id)

    assert kept is not None
    assert kept.draft == draft
    assert kept.kept_at == kept_at == services.clock.now()
    assert str(kept.draft.findings[0].value["largest_mm"]) == "22.50"  # type: ignore[index, call-overload]


def test_a_draft_of_an_older_program_is_read_without_what_it_did_not_know() -> None:
    kept = (
        '{"$":"VisitDraft","patient_id":1,"observed_on":"2026-11-22","results":'
        '[{"$":"DraftResult","code":"hemoglobin","text":"9.","unit":"g/dL"}],"note":"x",'
        '"cytogenetics":[{"$":"DraftCytogenetic","abnormality":"amp(1q)","detected":true}]}'
    )

    assert from_json(kept) == VisitDraft(
        *(1, "2026-11-22"),
        results=(DraftResult("hemoglobin", "9.", "g/dL"),),
        note="x",
        cytogenetics=(DraftCytogenetic("amp(1q)", True, copies="", biallelic=None),),
    )


def test_undo_walks_back_version_by_version_and_stops_at_the_first(
    services: Services, patient_id: int
) -> None:
    for value in ("1", "1.", "1.2"):
        services.visits.keep_draft(one_result(patient_id, value))

    earlier = [services.visits.earlier_draft(patient_id) for _ in range(3)]

    assert [kept.draft.results[0].text if kept else None for kept in earlier] == ["1.", "1", None]
    newest = services.visits.draft(patient_id)
    assert newest is not None
    assert newest.draft.results[0].text == "1"


def test_the_same_text_kept_twice_is_one_version(services: Services, patient_id: int) -> None:
    services.visits.keep_draft(one_result(patient_id, "1"))
    services.visits.keep_draft(one_result(patient_id, "1"))

    assert services.visits.earlier_draft(patient_id) is None


def test_the_last_fifty_versions_of_each_patient_are_kept(
    services: Services, patient_id: int, paths: Paths
) -> None:
    other = services.patients.register(a_registration(2))
    services.visits.keep_draft(one_result(other, "9"))

    for value in range(53):
        services.visits.keep_draft(one_result(patient_id, str(value)))

    assert rows(paths, "SELECT patient_id, count(*) FROM draft GROUP BY 1 ORDER BY 1") == [
        (patient_id, 50),
        (other, 1),
    ]
    newest = services.visits.draft(patient_id)
    assert newest is not None
    assert newest.draft.results[0].text == "52"


def test_drafts_leave_one_line_and_undo_another(
    services: Services, patient_id: int, paths: Paths
) -> None:
    for value in ("1", "1.", "1.2"):
        services.visits.keep_draft(one_result(patient_id, value))
    services.visits.earlier_draft(patient_id)

    assert [action for action, _, _ in audit_lines(paths)][-2:] == ["draft_started", "draft_undone"]


def test_recording_removes_the_draft_and_all_its_versions(
    services: Services, patient_id: int
) -> None:
    services.visits.keep_draft(one_result(patient_id, "1"))
    services.visits.keep_draft(one_result(patient_id, "1.2"))

    services.visits.record(one_result(patient_id, "1.2"))

    assert services.visits.draft(patient_id) is None
    assert services.visits.earlier_draft(patient_id) is None


def test_check_names_errors_and_asks_about_a_tenfold_value(
    services: Services, patient_id: int
) -> None:
    services.visits.record(one_result(patient_id, "1.2", "2026-05-01"))
    results = (
        DraftResult("serum_m_protein", "12", "g/dL"),
        DraftResult("hemoglobin", "x", "g/dL"),
    )

    found = services.visits.check(VisitDraft(patient_id, "2026-11-22", results=results))

    assert {(error.field, error.code) for error in found} == {
        ("hemoglobin", "not_a_number"),
        ("serum_m_protein", "tenfold_of_last"),
    }
