"""Prove what POEMS-PUMCH rests on, and what the unweighted list says."""

from __future__ import annotations

from desktop_app.domain.conclusions import Score
from desktop_app.domain.record import Person
from desktop_app.domain.rulesets.poems.prognosis.factors import adverse
from desktop_app.domain.rulesets.poems.prognosis.score import pumch
from tests.domain.cases import finding, gathered, note_of, result, words
from tests.domain.poems_tiers import event, tier


def scored(*entries: object, since: str | None = "2026-03-01", **person: object) -> Score:
    patient = {"patient": Person(**person)} if person else {}  # type: ignore[arg-type]
    score = pumch(gathered(*entries, as_of="2026-12-31", **patient), tier(since))  # type: ignore[arg-type]
    assert score is not None
    return score


def answers(score: Score) -> dict[str, str]:
    return {x.id.removeprefix("POEMS-PUMCH-"): x.state.state for x in score.criteria}


def notes(score: Score) -> dict[str, str | None]:
    return {x.id.removeprefix("POEMS-PUMCH-"): note_of(x) for x in score.criteria}


def test_there_is_no_score_without_the_disease() -> None:
    evidence = gathered(finding("pleural_effusion", True))

    assert pumch(evidence, tier(met="unknown")) is None
    assert adverse(evidence, tier(met="no")) == ()


def test_an_undated_history_has_no_values_of_its_time() -> None:
    score = scored(finding("pleural_effusion", True), since=None)

    assert (score.applicable, score.reason and score.reason.code) == (False, "pumch_day_unknown")


def test_the_score_stays_as_it_was_at_diagnosis() -> None:
    before = finding("pleural_effusion", False, "2026-02-01")

    score = scored(before, finding("pleural_effusion", True, "2026-11-01"))

    assert answers(score)["EFF"] == "no"


def test_two_answers_of_one_day_leave_it_open() -> None:
    score = scored(
        finding("pleural_effusion", True, "2026-02"), finding("pleural_effusion", False, "2026-02")
    )

    assert answers(score)["EFF"] == "unknown"


def test_treatment_between_closes_the_window() -> None:
    late = finding("pleural_effusion", True, "2026-04-01")

    score = scored(late, event("radiotherapy", "2026-03-15"))

    assert (answers(score)["EFF"], notes(score)["EFF"]) == ("unknown", "pumch_no_value")


def test_a_stated_pulmonary_hypertension_outweighs_a_lower_pressure() -> None:
    low = result("pasp", 40, "mm[Hg]", on="2026-02-01")

    said = [scored(low, finding("pulmonary_hypertension", x, "2026-02-01")) for x in (True, False)]

    assert [answers(x)["PH"] for x in said] == ["yes", "no"]
    assert answers(scored(low))["PH"] == "no"


def test_a_stated_answer_counts_without_a_pressure() -> None:
    said = [scored(finding("pulmonary_hypertension", x, "2026-02-01")) for x in (True, False)]

    assert [answers(x)["PH"] for x in said] == ["yes", "no"]


def test_a_pressure_in_words_leaves_it_open() -> None:
    score = scored(words("pasp", "high", "2026-02-01"))

    assert (answers(score)["PH"], notes(score)["PH"]) == ("unknown", "no_number")


def test_a_reported_filtration_comes_before_the_own_estimate() -> None:
    entries = result("creatinine", "5.0", on="2026-02-01"), result("egfr", "45", on="2026-02-01")

    score = scored(*entries)

    assert answers(score)["EGFR"] == "no"


def test_without_age_neither_age_nor_estimate_is_known() -> None:
    score = scored(result("creatinine", "5.0", on="2026-02-01"), birth_date=None)

    assert (notes(score)["AGE"], notes(score)["EGFR"]) == ("missing", "age_or_sex_missing")


def test_the_figures_are_survival_and_say_where_they_stand() -> None:
    score = scored()

    assert {(x.kind, x.source, x.competing_risk) for x in score.risks} == {
        ("survival", "poems2025", False)
    }
    assert [x.code for x in score.notes] == ["pumch_by_consensus"]


def test_age_is_told_with_its_endpoint_and_the_kidney_with_its_range() -> None:
    found = {
        x.id: note_of(x) for x in adverse(gathered(result("egfr", 45), as_of="2026-06-01"), tier())
    }

    assert found["POEMS-ADV-LIST-AGE"] == "poems_age_endpoint"
    assert found["POEMS-ADV-LIST-EGFR"] == "poems_egfr_survival"


def test_what_nobody_recorded_is_unknown_and_what_is_absent_is_left_out() -> None:
    evidence = gathered(
        finding("clubbing", False), finding("edema", True), finding("ascites", False)
    )

    found = {x.id: x.state.state for x in adverse(evidence, tier())}

    assert "POEMS-ADV-LIST-CLUB" not in found
    assert found["POEMS-ADV-LIST-FLUID"] == "yes"
    assert found["POEMS-ADV-LIST-PAP"] == "unknown"


def test_without_an_age_it_is_neither_adverse_nor_favourable() -> None:
    found = {x.id: note_of(x) for x in adverse(gathered(patient=Person()), tier())}

    assert found["POEMS-ADV-LIST-AGE"] == found["POEMS-FAV-MAYO-AGE"] == "missing"
