"""Prove that lesions are typed by their contact with bone and followed over time (EMD-*)."""

from __future__ import annotations

import pytest

from desktop_app.domain.conclusions import Criterion
from desktop_app.domain.myeloma_conclusions import Extramedullary
from desktop_app.domain.truth import Truth
from tests.domain.cases import codes, ct, finding, flc, history, labs, marrow, mri, result, serum
from tests.domain.lesion_records import MET, MYELOMA, lesion, outside, treated

ALL = ("none", "EM-B", "EM-E", "EM-B+EM-E")
NOTHING_ELSE = (*marrow(3), *labs(), *flc(10, 10), serum(), ct(), mri())


def found(*entries: object, as_of: str = "2026-06-30") -> Extramedullary:
    disease = outside(*entries, as_of=as_of)
    assert disease is not None
    return disease


def states(disease: Extramedullary) -> list[tuple[str, str, int]]:
    return [(then.date, then.category, then.sites) for then in disease.course]


def criterion(disease: Extramedullary, name: str) -> Criterion:
    return next(each for each in disease.criteria if each.id == name)


def test_a_mass_out_of_bone_is_em_b_and_one_away_from_it_em_e() -> None:
    beside = found(MYELOMA, lesion())
    away = found(MYELOMA, lesion("stomach", contact=False))

    assert (beside.category, beside.true_emd) == ("EM-B", Truth.NOT_MET)
    assert (away.category, away.true_emd) == ("EM-E", Truth.MET)


@pytest.mark.parametrize("kind", ["effusion", "csf"])
def test_cells_in_a_fluid_came_by_the_blood_whatever_lies_beside(kind: str) -> None:
    disease = found(MYELOMA, lesion("fluid", kind=kind, contact=True))

    assert disease.category == "EM-E"


def test_both_classes_at_once_count_as_em_e() -> None:
    disease = found(MYELOMA, lesion(), lesion("stomach", contact=False))

    assert (disease.category, disease.sites, disease.true_emd) == ("EM-B+EM-E", 2, Truth.MET)
    assert "emd_both_as_away" in codes(disease.notes)


def test_contact_that_nobody_stated_leaves_both_classes_open() -> None:
    disease = found(MYELOMA, lesion("neck", contact=None))

    assert (disease.category, disease.possible) == ("unknown", ("EM-B", "EM-E"))
    assert disease.true_emd is Truth.UNKNOWN
    assert disease.lesions[0].classes == ("EM-B", "EM-E")
    assert codes(disease.lesions[0].notes) == {"emd_contact_unknown"}
    assert criterion(disease, "EMD-CLASS").state is Truth.MET


@pytest.mark.parametrize("place", ["pleura", "Retroperitoneum", "右側肋膜", "腹膜后"])
def test_a_mass_beside_rib_or_vertebra_asks_for_its_contact(place: str) -> None:
    disease = found(MYELOMA, lesion("mass", contact=None, site=place))

    assert codes(disease.lesions[0].notes) == {"emd_ask_contact"}


def test_a_contact_that_was_told_later_counts_from_the_start() -> None:
    disease = found(MYELOMA, lesion(contact=None), lesion(on="2022-09"))

    assert states(disease) == [("2022-07", "EM-B", 1), ("2022-09", "EM-B", 1)]


def test_the_latest_word_on_the_contact_counts() -> None:
    disease = found(MYELOMA, lesion(), lesion(on="2023-01", contact=False))

    assert disease.category == "EM-E"
    assert states(disease) == [("2022-07", "EM-B", 1), ("2023-01", "EM-E", 1)]


def test_a_lesion_inside_the_bone_is_not_extramedullary() -> None:
    disease = found(MYELOMA, lesion(kind="bone", contact=None, by="pet_ct"))

    assert (disease.category, disease.sites, disease.name_cn) == ("none", 0, None)
    assert codes(disease.lesions[0].notes) == {"emd_in_bone"}
    row = criterion(disease, "EMD-CLASS").criteria[0]
    assert (row.id, row.state) == ("EMD-LESION", Truth.NOT_MET)


def test_a_bone_lesion_that_grew_out_is_em_b_from_then_on() -> None:
    disease = found(
        MYELOMA, lesion(kind="bone", by="pet_ct", contact=None), lesion(on="2023-01", by="pet_ct")
    )

    assert states(disease) == [("2022-07", "none", 0), ("2023-01", "EM-B", 1)]


def test_of_two_words_for_one_lesion_on_a_day_the_one_outside_the_bone_counts() -> None:
    disease = found(MYELOMA, lesion(kind="bone"), lesion())

    assert (disease.lesions[0].kind, disease.category) == ("plasmacytoma", "EM-B")


@pytest.mark.parametrize(
    "imaging",
    [
        finding("bone_lytic_ct", {"count": 0}, "2022-07"),
        finding("bone_lytic_pet_ct", {"count": 2, "extent": "whole_body"}, "2022-07"),
        finding("mri_focal_lesions", {"count": 0, "extent": "whole_body"}, "2022-07"),
        lesion("rib", kind="bone", by="whole_body_mri"),
    ],
    ids=["CT", "PET-CT", "MRI", "whole-body look"],
)
def test_none_rests_on_imaging_of_the_whole_body(imaging: object) -> None:
    disease = found(MYELOMA, imaging)

    assert (disease.category, disease.possible) == ("none", ("none",))
    assert criterion(disease, "EMD-CLASS").state is Truth.NOT_MET


@pytest.mark.parametrize(
    "imaging",
    [
        finding("mri_focal_lesions", {"count": 0, "extent": "spine_pelvis"}, "2022-07"),
        finding("bone_lytic_ct", {"count": 0, "extent": "partial"}, "2022-07"),
        lesion("rib", kind="bone", by="ct"),
        result("albumin", 4),
    ],
    ids=["MRI of the spine", "CT of a part", "CT of a lesion", "none"],
)
def test_without_it_the_class_stays_unknown(imaging: object) -> None:
    disease = found(MYELOMA, imaging)

    assert (disease.category, disease.possible) == ("unknown", ALL)
    assert codes(disease.notes) == {"emd_not_imaged"}
    assert criterion(disease, "EMD-CLASS").state is Truth.UNKNOWN
    assert disease.true_emd is Truth.UNKNOWN


def test_all_gone_by_whole_body_imaging_is_none_and_the_course_remembers() -> None:
    disease = found(
        MYELOMA,
        lesion(by="pet_ct", sizes=(40, 30)),
        lesion(on="2023-07", by="pet_ct", sizes=(0, 0)),
    )

    assert (disease.category, disease.name_cn) == ("none", "EMM")
    assert states(disease) == [("2022-07", "EM-B", 1), ("2023-07", "none", 0)]
    assert disease.lesions[0].present is Truth.NOT_MET


@pytest.mark.parametrize("by", ["ct", None])
def test_gone_by_a_look_at_the_lesion_alone_does_not_exclude_others(by: str | None) -> None:
    disease = found(MYELOMA, lesion(by="pet_ct"), lesion(on="2023-07", by=by, gone=True))

    assert disease.category == "unknown"


def test_imaging_of_the_month_in_which_a_lesion_was_seen_does_not_exclude_others() -> None:
    seen = (lesion(on="2023-01", by="ct"), lesion(on="2023-02-01", gone=True))

    same = found(MYELOMA, *seen, finding("bone_lytic_ct", {"count": 0}, "2023-01"))
    later = found(MYELOMA, *seen, finding("bone_lytic_ct", {"count": 0}, "2023-02-01"))

    assert (same.category, later.category) == ("unknown", "none")


def test_two_looks_of_one_day_that_disagree_leave_the_lesion_open() -> None:
    disease = found(MYELOMA, lesion(), lesion(gone=True))

    assert disease.lesions[0].present is Truth.UNKNOWN
    assert (disease.category, disease.sites) == ("unknown", 0)


def test_a_lesion_that_comes_back_is_present_again() -> None:
    disease = found(MYELOMA, lesion(), lesion(on="2023-01", gone=True), lesion(on="2024-01"))

    assert (disease.category, disease.sites) == ("EM-B", 1)


def test_looks_after_the_day_are_not_seen() -> None:
    disease = found(
        MYELOMA, lesion(), lesion("stomach", "2023-01", contact=False), as_of="2022-12-31"
    )

    assert disease.category == "EM-B"


def test_what_was_there_in_the_month_of_the_first_treatment_was_there_at_diagnosis() -> None:
    disease = found(
        MYELOMA,
        treated("2022-07", "2022-10"),
        lesion(),
        lesion("stomach", "2023-01", contact=False),
        lesion("pleura", "2023-01", contact=False),
    )

    assert disease.onset == "diagnosis"
    new = next(note for note in disease.notes if note.code == "emd_new_at_relapse")
    assert dict(new.values) == {"sites": "2"}


def test_what_came_after_treatment_began_came_at_relapse() -> None:
    disease = found(MYELOMA, treated("2022-07", "2022-10"), lesion(on="2023-01"))

    assert disease.onset == "relapse"
    assert "emd_new_at_relapse" not in codes(disease.notes)


def test_what_was_first_seen_soon_after_treatment_began_is_said_of_neither_time() -> None:
    disease = found(MYELOMA, treated("2022-07-01"), lesion(on="2022-07-10"))

    assert disease.onset is None


def test_a_class_names_the_day_of_the_look_on_which_it_rests() -> None:
    clear = found(MYELOMA, lesion(by="pet_ct"), lesion(on="2023-07", by="pet_ct", gone=True))
    beside = found(MYELOMA, lesion(), finding("bone_lytic_ct", {"count": 0}, "2023-07"))

    assert (clear.category, clear.as_of) == ("none", "2023-07")
    assert (beside.category, beside.as_of) == ("EM-B", "2022-07")
    assert found(MYELOMA).as_of is None


def test_without_recorded_treatment_old_myeloma_leaves_the_onset_open() -> None:
    old = found(MYELOMA, lesion(on="2024-01"))
    undated = found(history("multiple_myeloma", None), lesion())
    at_once = found(MYELOMA, lesion())

    assert (old.onset, undated.onset, at_once.onset) == (None, None, "diagnosis")


@pytest.mark.parametrize(
    ("on", "onset"),
    [("2026-06-01", "diagnosis"), ("2026-08-30", "diagnosis"), ("2026-08-31", None)],
)
def test_untreated_myeloma_has_at_diagnosis_what_is_seen_within_ninety_days(
    on: str, onset: str | None
) -> None:
    disease = found(*MET, lesion(on=on), as_of="2026-12-31")

    assert disease.onset == onset


def test_nobody_says_at_diagnosis_of_a_disease_that_has_no_name() -> None:
    disease = found(serum("IgA-lambda"), lesion(contact=False))

    assert (disease.category, disease.onset, disease.name_cn) == ("EM-E", None, None)
    assert criterion(disease, "EMD-CN2024").state is Truth.UNKNOWN


def test_a_patient_without_myeloma_and_without_lesions_is_not_concerned() -> None:
    assert outside(serum("IgG-kappa"), *marrow(5), *labs()) is None
    assert outside(serum("IgG-kappa"), lesion(kind="bone")) is None


@pytest.mark.parametrize(
    ("contact", "name"), [(True, "SBP"), (False, "SEP"), (None, None)], ids=["bone", "soft", "open"]
)
def test_a_solitary_plasmacytoma_is_typed_but_not_called_emm(
    contact: bool | None, name: str | None
) -> None:
    disease = found(NOTHING_ELSE, lesion(contact=contact, biopsied=True))

    assert disease.name_cn == name
    assert criterion(disease, "EMD-CN2024").state is (Truth.MET if name else Truth.UNKNOWN)
    assert "emd_solitary" in codes(disease.notes)
    assert disease.onset == "diagnosis"


def test_myeloma_without_lesions_has_no_name_of_its_own() -> None:
    disease = found(MYELOMA)

    assert disease.name_cn is None
    assert criterion(disease, "EMD-CN2024").state is Truth.NOT_MET


@pytest.mark.parametrize(
    ("sizes", "note", "state"),
    [
        ((49, 30), "sp_dose_small", Truth.NOT_MET),
        ((30, 50), "sp_dose_large", Truth.MET),
        ((), "sp_dose_unknown", Truth.UNKNOWN),
    ],
)
def test_the_dose_for_a_solitary_plasmacytoma_goes_by_its_size(
    sizes: tuple[int, ...], note: str, state: Truth
) -> None:
    disease = found(NOTHING_ELSE, lesion(sizes=sizes, biopsied=True))

    dose = criterion(disease, "SP-RT")
    assert (dose.note and dose.note.code, dose.state) == (note, state)


def test_no_dose_is_told_in_myeloma() -> None:
    disease = found(MYELOMA, lesion(sizes=(60, 40)))

    assert "SP-RT" not in {each.id for each in disease.criteria}


def test_a_lesion_keeps_its_looks_its_site_and_its_biopsy() -> None:
    looks = (
        lesion(sizes=(42, 30), by="pet_ct", site="vertebra", biopsied=True),
        lesion(on="2023-01", sizes=(0,), biopsied=False),
    )

    told = found(MYELOMA, *looks).lesions[0]

    assert (told.site, told.biopsy_proven) == ("vertebra", True)
    assert [(look.date, look.modality, look.gone) for look in told.looks] == [
        ("2022-07", "pet_ct", False),
        ("2023-01", None, True),
    ]
    assert found(MYELOMA, lesion()).lesions[0].biopsy_proven is None


def test_the_golden_case_goes_from_em_b_to_both_and_back_to_none() -> None:
    pet = "pet_ct"
    places = ("stomach", "retroperitoneum", "pleura")
    contact = {"stomach": False}
    new = [lesion(name, "2023-01", contact=contact.get(name), by=pet) for name in places]
    gone = [lesion(name, "2023-07", contact=None, by=pet, gone=True) for name in (*places, "T10")]

    disease = found(MYELOMA, treated("2022-07", "2022-10"), lesion(by=pet), *new, *gone)

    assert states(disease) == [
        ("2022-07", "EM-B", 1),
        ("2023-01", "EM-B+EM-E", 4),
        ("2023-07", "none", 0),
    ]
