"""Prove the work-up of POEMS, its follow-up, and what is said of treatment and other diseases."""

from __future__ import annotations

from desktop_app.domain.conclusions import Input, WorkupItem
from desktop_app.domain.poems_conclusions import Poems
from desktop_app.domain.rulesets.poems.care.options import treatment_prompts
from desktop_app.domain.rulesets.poems.care.others import differential
from desktop_app.domain.rulesets.poems.care.panel import poems_workup
from desktop_app.domain.rulesets.poems.care.watching import watched
from desktop_app.domain.truth import Truth
from tests.domain.cases import finding, gathered, result
from tests.domain.poems_tiers import axis, regimen, response, tier, with_lines


def items(*entries: object) -> dict[str, WorkupItem]:
    return {x.item: x for x in poems_workup(gathered(*entries), tier())}


def test_every_test_of_the_table_is_listed_once() -> None:
    listed = poems_workup(gathered(), tier())

    assert len({x.item for x in listed}) == len(listed)
    assert {x.state for x in listed} == {"due"}


def test_a_test_of_several_values_is_done_when_all_are() -> None:
    thyroid = [result("tsh", 2, "m[IU]/L"), result("free_t4", 1, "ng/dL")]

    assert items(*thyroid)["thyroid"].state == "due"
    assert items(*thyroid, result("free_t3", 3, "pg/mL"))["thyroid"].state == "done"


def test_what_is_done_if_needed_or_has_no_field_says_so() -> None:
    found = items()

    marked = {name: x.reason.code for name, x in found.items() if x.reason is not None}
    assert {name for name, code in marked.items() if code == "workup_conditional"} == {
        "anti_mag", "diffusion", "nerve_biopsy", "onls",
    }  # fmt: skip
    assert {name for name, x in found.items() if not x.codes} == {
        "coagulation", "urine_chains", "ecg", "chest_ct", "nerve_biopsy",
    }  # fmt: skip
    assert found["hhv8"].rule == "POEMS-WORKUP-ADDED"


def test_amyloid_is_looked_for_only_where_it_is_suspected() -> None:
    assert "congo_red" not in items()
    assert "congo_red" in items(finding("macroglossia", True))


def test_completeness_counts_what_is_asked_of_everybody() -> None:
    nothing = Poems(tier(), workup=poems_workup(gathered(), tier()))
    some = Poems(
        tier(),
        workup=poems_workup(
            gathered(finding("papilledema", False), result("dlco", 60, "%")), tier()
        ),
    )

    (none, of), (done, asked) = nothing.workup_done, some.workup_done

    assert (none, done) == (0, 1)
    assert of == asked == sum(bool(x.codes) for x in nothing.workup) - 3


def test_nothing_is_watched_and_nothing_offered_without_the_disease() -> None:
    evidence, lines = with_lines(regimen("Rd", "2026-01-01"))

    assert watched(evidence, tier(met="unknown"), lines, None) == ()
    assert treatment_prompts(evidence, tier(met="no"), lines, None) == ()


def test_a_line_that_is_still_given_keeps_the_intervals_of_therapy() -> None:
    evidence, lines = with_lines(
        regimen("Vd", "2022-01-01", "2022-06-01"), regimen("Rd", "2026-01-01")
    )

    assert {x.phase for x in watched(evidence, tier(), lines, None)} == {"on_therapy"}


def test_intervals_are_told_in_months_and_in_words() -> None:
    evidence, lines = with_lines(regimen("Rd", "2022-01-01", "2025-12-31"))

    told = {x.series: x.words for x in watched(evidence, tier(), lines, None)}

    assert (told["flc"].code, dict(told["flc"].values)) == ("watch_every", {"months": "3–6"})
    assert dict(told["vegf"].values) == {"months": "3"}
    assert told["dlco"].code == "watch_if_abnormal"
    assert told["imaging"].code == "watch_pet_early"


def test_values_that_cannot_be_compared_do_not_warn() -> None:
    evidence, lines = with_lines(regimen("Rd", "2026-01-01"))
    lowest = Input("vegf_serum", None, "pg/mL", "2026-01-01")
    given = response(axis("vegf", "PR_V", nadir=lowest, value=Input("vegf_serum", "high")))

    assert not [x for x in watched(evidence, tier(), lines, given) if x.alert]


def test_an_axis_without_values_does_not_warn() -> None:
    evidence, lines = with_lines(regimen("Rd", "2026-01-01"))

    found = watched(evidence, tier(), lines, response(axis("vegf", None)))

    assert not [x for x in found if x.alert]


def test_prompts_are_told_as_options_with_what_was_given() -> None:
    evidence, lines = with_lines(regimen("Rd", "2026-01-01"))

    found = {
        x.id: x for x in treatment_prompts(evidence, tier(), lines, response(axis("vegf", "PD_V")))
    }

    assert [x.value for x in found["POEMS-TX-REL"].inputs] == ["Rd"]
    for name in ("POEMS-TX-GOAL", "POEMS-TX-INPUT", "POEMS-TX-SUPP"):
        assert found[name].state is Truth.MET


def test_the_differential_names_each_disease_with_its_parts() -> None:
    found = differential(gathered(), tier())

    assert [x.id.removeprefix("POEMS-DDX-") for x in found] == [
        "CIDP", "AL", "MGUS", "MM", "SP", "MGRS", "IGM", "CRYO",
    ]  # fmt: skip
    assert len(found[0].criteria) == 4
