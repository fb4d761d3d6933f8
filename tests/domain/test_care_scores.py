"""Prove that frailty and thrombosis are scored with missing items as ranges, for myeloma only."""

from __future__ import annotations

import pytest

from desktop_app.domain.conclusions import Diagnosis, Score
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Person, Sex
from desktop_app.domain.rulesets.myeloma.care.scores import care_scores
from desktop_app.domain.rulesets.myeloma.lines.counting import counted_lines
from tests.domain.cases import finding, gathered, result
from tests.domain.therapies import AS_OF, MYELOMA, given

SMM = Diagnosis("smm", ("smm",), "confirmed")
OPEN = Diagnosis(None, ("smm", "multiple_myeloma"), "undetermined")
VRD = given("VRd", "2026-01")
FIT = finding("adl", 6), finding("iadl", 8), finding("charlson", 0)
NOTHING = (
    finding("fracture_pelvis_hip_femur", False),
    finding("erythropoietin", False),
    finding("dexamethasone_dose", "none"),
    finding("asian_ancestry", False),
    finding("black_ancestry", False),
    finding("prior_vte", False),
    finding("tunnelled_line", False),
    finding("anticoagulation", "none"),
    finding("surgery_90_days", False),
    finding("abnormal_metaphases", False),
    result("height", "170", "cm"),
    result("weight", "70"),
)


def scores(
    *entries: object, diagnosis: Diagnosis = MYELOMA, born: str | None = "1960-03-04"
) -> dict[str, Score]:
    person = Person(Sex.FEMALE, None if born is None else PartialDate(born))
    evidence = gathered(*entries, patient=person, as_of=AS_OF)
    return dict(care_scores(evidence, diagnosis, counted_lines(evidence.view)))


def told(score: Score) -> tuple[tuple[int, int] | None, tuple[str, ...]]:
    return score.score_range, score.possible_groups


@pytest.mark.parametrize(
    ("diagnosis", "entries", "concerns"),
    [
        (MYELOMA, (), True),
        (Diagnosis("secondary_plasma_cell_leukemia", (), "confirmed"), (), True),
        (SMM, (), False),
        (SMM, (given("Vd", "2026-01"),), False),
        (SMM, (given("Rd", "2026-01"),), True),
        (SMM, (given("thalidomide", "2026-01"),), True),
        (SMM, (given("Rd", "2026-01", "2026-02"),), False),
        (OPEN, (), False),
        (OPEN, (given("Vd", "2026-01"),), True),
    ],
)
def test_they_are_for_myeloma_and_for_an_imid(
    diagnosis: Diagnosis, entries: tuple[object, ...], concerns: bool
) -> None:
    found = scores(*entries, diagnosis=diagnosis)

    assert list(found) == (
        ["FRAIL-IMWG", "VTE-IMPEDE", "VTE-SAVED", "VTE-PRISM"] if concerns else []
    )


def test_frailty_without_any_item_is_the_whole_range() -> None:
    score = scores(born=None)["FRAIL-IMWG"]

    assert told(score) == ((0, 5), ("fit", "intermediate_fit", "frail"))
    assert score.group is None
    assert score.notes == ()


def test_frailty_with_every_item_prints_what_became_of_its_group() -> None:
    score = scores(*FIT)["FRAIL-IMWG"]

    assert (score.score, score.group) == (0, "fit")
    assert [note.code for note in score.notes] == ["frail_out_fit"]


def test_exactly_75_years_are_flagged() -> None:
    flagged = scores(*FIT, born="1951-06-30")["FRAIL-IMWG"]
    older = scores(*FIT, born="1950-06-30")["FRAIL-IMWG"]
    either = scores(*FIT, born="1950")["FRAIL-IMWG"]

    assert [x.code for x in flagged.notes] == ["frail_age_75", "frail_out_fit"]
    assert [x.code for x in older.notes] == ["frail_out_intermediate"]
    assert told(either) == ((0, 1), ("fit", "intermediate_fit"))


def test_activities_that_disagree_on_one_day_are_open() -> None:
    score = scores(*FIT, finding("adl", 4))["FRAIL-IMWG"]

    assert score.score_range == (0, 1)


def test_impede_without_any_item_is_the_whole_range() -> None:
    score = scores()["VTE-IMPEDE"]

    assert told(score) == ((-7, 24), ("low", "intermediate", "high"))
    assert {x.state.state for x in score.criteria} == {"unknown"}


def test_impede_of_lenalidomide_alone_is_intermediate() -> None:
    score = scores(VRD, *NOTHING)["VTE-IMPEDE"]

    assert (score.score, score.group) == (4, "intermediate")
    assert [(x.horizon_months, str(x.percent), x.kind) for x in score.risks] == [
        (6, "8.3", "venous_thrombosis")
    ]


def test_trap_vte_anticoagulation_is_minus_four_and_doxorubicin_counts() -> None:
    """T-VTE: a textbook prints -5, and the ASH table leaves out doxorubicin."""
    pad = given("PAd", "2026-01")
    treated = [x for x in NOTHING if x.code != "anticoagulation"]

    plain = scores(pad, *NOTHING)["VTE-IMPEDE"]
    protected = scores(pad, *treated, finding("anticoagulation", "therapeutic"))["VTE-IMPEDE"]

    assert (plain.score, protected.score) == (3, -1)


def test_the_dose_of_dexamethasone_is_open_where_only_the_drug_is_known() -> None:
    unsaid = [x for x in NOTHING if x.code != "dexamethasone_dose"]

    with_it = scores(VRD, *unsaid)["VTE-IMPEDE"]
    without = scores(given("R", "2026-01"), *unsaid)["VTE-IMPEDE"]
    before = scores(*unsaid)["VTE-IMPEDE"]

    assert with_it.score_range == (6, 8)
    assert without.score_range == (4, 4)
    assert before.score_range == (0, 11)


def test_a_regimen_of_unknown_drugs_leaves_the_drugs_open() -> None:
    score = scores(given("trial", "2026-01"), *NOTHING)["VTE-IMPEDE"]

    assert score.score_range == (0, 7)


@pytest.mark.parametrize(
    ("measures", "range_"),
    [
        ((result("height", "170", "cm"),), (4, 5)),
        ((result("height", "1.7", "m"), result("weight", "72.25")), (5, 5)),
        ((result("height", "1.7", "m"), result("weight", "72.2")), (4, 4)),
        ((result("height", "170", "cm"), result("weight", ">72")), (4, 5)),
        ((result("height", ">170", "cm"), result("weight", "70")), (4, 5)),
        (
            (result("height", "170", "cm"), result("weight", "60"), result("weight", "90")),
            (4, 5),
        ),
    ],
)
def test_the_body_mass_index_comes_from_height_and_weight(
    measures: tuple[object, ...], range_: tuple[int, int]
) -> None:
    others = [x for x in NOTHING if x.code not in ("height", "weight")]

    score = scores(VRD, *others, *measures)["VTE-IMPEDE"]

    assert score.score_range == range_


def test_saved_prints_no_risk_and_takes_the_age() -> None:
    young, old = (scores(VRD, *NOTHING, born=born)["VTE-SAVED"] for born in ("1960", "1940"))
    open_ = scores(VRD, *NOTHING, born=None)["VTE-SAVED"]

    assert (told(young), young.risks) == (((0, 0), ("low",)), ())
    assert told(old) == ((1, 1), ("low",))
    assert told(open_) == ((0, 1), ("low",))


def test_prism_of_lenalidomide_alone_is_intermediate() -> None:
    score = scores(VRD, *NOTHING)["VTE-PRISM"]

    assert (score.score, score.group) == (2, "intermediate")
    assert [(x.horizon_months, str(x.percent)) for x in score.risks] == [(12, "10.7")]
