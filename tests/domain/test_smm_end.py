"""Prove when smouldering myeloma ends, and that an unknown cause gives no day (SMM-PROG)."""

from __future__ import annotations

from desktop_app.domain.conclusions import Criterion
from desktop_app.domain.truth import Truth
from tests.domain.cases import (
    cause,
    ct,
    finding,
    flc,
    history,
    labs,
    marrow,
    mri,
    note_of,
    result,
    serum,
)
from tests.domain.lesion_records import MET, end_of_smm, event, smouldering

SMM = history("smm", "2022-01-10")
EARLIER = smouldering("2024-06-01")
ANEMIA = (result("hemoglobin", 8), cause("anemia", "clone"))


def told(criterion: Criterion | None) -> dict[str, str]:
    assert criterion is not None
    assert criterion.note is not None
    return {"code": criterion.note.code, **dict(criterion.note.values)}


def test_it_ends_on_the_day_of_the_first_event_that_the_clone_caused() -> None:
    end = end_of_smm(SMM, *MET)

    assert end is not None
    assert end.state is Truth.MET
    assert told(end) == {"code": "smm_ended", "date": "2026-06-01", "months": "52"}


def test_the_day_is_that_of_the_value_not_of_the_answer_on_its_cause() -> None:
    value = result("hemoglobin", 8, on="2026-05-02")
    answer = cause("anemia", "clone", "2026-06-20")

    end = end_of_smm(SMM, *marrow(30), serum("IgG-lambda"), value, answer)

    assert told(end)["date"] == "2026-05-02"


def test_of_several_events_the_first_ends_it() -> None:
    lesions = (finding("bone_lytic_ct", {"count": 3}, "2026-03-04"), cause("bone", "clone"))

    end = end_of_smm(SMM, *MET, *lesions)

    assert told(end)["date"] == "2026-03-04"


def test_a_partial_diagnosis_gives_least_and_most_months() -> None:
    end = end_of_smm(history("smm", "2022"), *MET)

    assert told(end)["months"] == "42–53"


def test_an_undated_diagnosis_gives_the_day_without_months() -> None:
    end = end_of_smm(history("smm", None), *MET)

    assert told(end) == {"code": "smm_ended", "date": "2026-06-01", "months": "?"}


def test_smouldering_myeloma_of_the_record_itself_ends_as_well() -> None:
    end = end_of_smm(*EARLIER, *ANEMIA)

    assert told(end) == {"code": "smm_ended", "date": "2026-06-01", "months": "24"}


def test_myeloma_of_the_history_ends_it_on_its_day() -> None:
    dated = end_of_smm(SMM, history("multiple_myeloma", "2024-01-10"))
    undated = end_of_smm(SMM, history("multiple_myeloma", None))

    assert told(dated) == {"code": "smm_ended", "date": "2024-01-10", "months": "24"}
    assert told(undated) == {"code": "smm_ended_undated"}


def test_amyloidosis_ends_it_too() -> None:
    stained = end_of_smm(SMM, finding("congo_red", True, "2024-01-10"))
    biopsied = end_of_smm(SMM, finding("renal_biopsy", "al", "2024-01-10"))

    expected = {"code": "smm_ended_amyloidosis", "date": "2024-01-10", "months": "24"}
    assert told(stained) == expected
    assert told(biopsied) == expected


def test_light_chain_smouldering_myeloma_ends_as_well() -> None:
    end = end_of_smm(*smouldering("2024-06-01", bands="lambda"), *ANEMIA)

    assert told(end)["months"] == "24"


def test_what_was_not_certain_then_has_no_end() -> None:
    without_labs = [x for x in EARLIER if getattr(x, "code", "") != "creatinine"]

    assert end_of_smm(*without_labs, *ANEMIA) is None


def test_of_amyloidosis_and_myeloma_the_earlier_ends_it() -> None:
    before = end_of_smm(SMM, finding("congo_red", True, "2024-01-10"), *MET)
    after = end_of_smm(SMM, finding("congo_red", True, "2026-06-20"), *MET)

    assert told(before)["code"] == "smm_ended_amyloidosis"
    assert told(after)["code"] == "smm_ended"


def test_without_a_word_on_the_cause_progression_is_only_possible() -> None:
    end = end_of_smm(SMM, *marrow(30), serum("IgG-lambda"), result("hemoglobin", 8))

    assert end is not None
    assert (end.state, note_of(end)) == (Truth.UNKNOWN, "smm_possible_progression")
    assert [part.id for part in end.criteria] == ["MM-CRAB-HB"]


def test_a_value_without_its_cause_after_certain_smouldering_is_possible_progression() -> None:
    end = end_of_smm(*EARLIER, result("hemoglobin", 8))

    assert end is not None
    assert end.state is Truth.UNKNOWN


def test_death_without_an_event_competes() -> None:
    end = end_of_smm(SMM, event("death", "2026-05-05"))
    later = end_of_smm(SMM, event("death", "2026-05-05"), as_of="2026-05-04")

    assert end is not None
    assert (end.state, told(end)) == (
        Truth.NOT_MET,
        {"code": "smm_death", "date": "2026-05-05"},
    )
    assert later is None


def test_death_after_the_event_changes_nothing() -> None:
    end = end_of_smm(SMM, *MET, event("death", "2026-06-20"))

    assert told(end)["code"] == "smm_ended"


def test_what_goes_on_has_no_end() -> None:
    nothing = (*marrow(30), serum("IgG-lambda"), *labs(), *flc(10, 12), ct(), mri())

    assert end_of_smm(SMM, *nothing) is None


def test_who_never_smouldered_has_no_end() -> None:
    assert end_of_smm(*MET) is None
    assert end_of_smm(history("mgus_non_igm"), *MET) is None
