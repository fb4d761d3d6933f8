"""Prove what is raised beside the picture of myeloma: alerts, missing tests, conflicts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.domain.conclusions import Alert, Criterion, Missing, Note, WorkupItem
from desktop_app.domain.myeloma_conclusions import (
    Extramedullary,
    ExtramedullaryState,
    ImwgResponse,
    LesionCourse,
    LinePart,
    Myeloma,
    PlasmaCellLeukemia,
    ResponsePoint,
    Staging,
    SystemStage,
    TreatmentLine,
)
from desktop_app.domain.notices import Notices
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Cytogenetic
from desktop_app.domain.rulesets.myeloma.notices.case_conflicts import myeloma_conflicts
from desktop_app.domain.rulesets.myeloma.notices.dangers import myeloma_alerts
from desktop_app.domain.rulesets.myeloma.notices.open_tests import CLASSES, myeloma_missing
from desktop_app.domain.truth import Truth
from tests.domain.cases import finding, gathered, labs, result, words
from tests.domain.lesion_records import smear, white_cells

OPEN, SETTLED = SystemStage(None, ("I", "II")), SystemStage("II", ("II",))
STAGED = Staging(SETTLED, SETTLED, SETTLED, SETTLED, SETTLED)
PREVENTION = WorkupItem("pregnancy_prevention", "due", "LEN-CONTRA-PREGNANCY")
HEPATITIS = WorkupItem("hepatitis_b", "due", "INF-2022")
POSSIBLE = finding("pregnancy_possible", True)
NO = Truth.NOT_MET
NONE_LEFT = Extramedullary("none", ("none",), course=(ExtramedullaryState("2022", "EM-B", 1),))


def line(*drugs: str, stop: str | None = None, numbers: tuple[int, ...] = (1,)) -> TreatmentLine:
    part = LinePart("given", "regimen", "2026-01", stop, drugs)
    return TreatmentLine(None, numbers, ("given",), "2026-01", stop, Note("missing"), (part,))


def alerts(picture: Myeloma, *entries: object) -> dict[str, str]:
    return {x.id: x.level for x in myeloma_alerts(gathered(*entries), picture)}


def test_an_imid_without_prevention_of_a_possible_pregnancy_is_critical() -> None:
    picture = Myeloma(lines=(line("pomalidomide"),), prophylaxis=(PREVENTION,))

    assert alerts(picture, POSSIBLE) == {"LEN-CONTRA-PREGNANCY": "critical"}


@pytest.mark.parametrize(
    ("picture", "entries"),
    [
        (Myeloma(lines=(line("pomalidomide"),), prophylaxis=(PREVENTION,)), ()),
        (Myeloma(lines=(line("bortezomib"),), prophylaxis=(PREVENTION,)), (POSSIBLE,)),
        (Myeloma(lines=(line("thalidomide"),)), (POSSIBLE,)),
        (
            Myeloma(lines=(line("thalidomide", stop="2026-03"),), prophylaxis=(PREVENTION,)),
            (POSSIBLE,),
        ),
        (
            Myeloma(lines=(line("thalidomide"),), prophylaxis=(replace(PREVENTION, state="done"),)),
            (POSSIBLE,),
        ),
    ],
    ids=["not said", "no IMiD", "not asked", "stopped", "done"],
)
def test_without_one_of_the_three_nothing_is_raised(
    picture: Myeloma, entries: tuple[object, ...]
) -> None:
    assert alerts(picture, *entries) == {}


def test_an_antibody_against_cd38_without_hepatitis_screen_is_a_warning() -> None:
    given = Myeloma(lines=(line("daratumumab"),), prophylaxis=(HEPATITIS,))
    other = Myeloma(lines=(line("bortezomib"),), prophylaxis=(HEPATITIS,))

    assert alerts(given) == {"INF-2022": "warning"}
    assert alerts(other) == {}


def test_what_asks_for_action_in_a_relapse_is_raised() -> None:
    names = ("RESP-IMWG-CLINREL", "REL-SIGPARA", "REL-LCESCAPE", "REL-BIOCHEM")
    met = tuple(Criterion(name, Truth.MET) for name in names)
    open_ = tuple(Criterion(name, Truth.UNKNOWN) for name in names)

    raised = alerts(Myeloma(response=ImwgResponse("IMWG 2016", endpoints=met)))

    assert raised == dict.fromkeys(names[:3], "warning")
    assert alerts(Myeloma(response=ImwgResponse("IMWG 2016", endpoints=open_))) == {}


def test_progression_that_awaits_its_second_value_is_raised_with_its_day() -> None:
    point = ResponsePoint("2026-05", 1, "VGPR", confirmed=True, read="PD", pending=True)

    (raised,) = myeloma_alerts(gathered(), Myeloma(response=ImwgResponse("x", current=point)))

    assert (raised.id, raised.message) == (
        "RESP-ALG-CONFIRM-PD",
        Note("progression_awaits_second_value", (("date", "2026-05"),)),
    )
    settled = ImwgResponse("x", current=replace(point, pending=False))
    assert alerts(Myeloma(response=settled)) == {}


def missing(picture: Myeloma, *entries: object) -> dict[str, tuple[str, ...]]:
    return {x.code: x.settles for x in myeloma_missing(gathered(*entries), picture)}


def staged(**systems: SystemStage) -> Myeloma:
    return Myeloma(staging=replace(STAGED, **systems))  # type: ignore[arg-type]


def test_of_an_open_stage_the_tests_that_were_not_done_are_named() -> None:
    assert missing(staged(iss=OPEN)) == {"beta2_microglobulin": ("iss",), "albumin": ("iss",)}
    known = missing(staged(iss=OPEN), result("albumin", 4))
    assert known == {"beta2_microglobulin": ("iss",)}
    assert missing(staged()) == {}


def test_what_settles_most_comes_first() -> None:
    named = list(missing(staged(iss=OPEN, r_iss=OPEN, ims_2025=OPEN), result("albumin", 4)))

    assert named[:2] == ["beta2_microglobulin", "fish"]


def test_fish_is_asked_for_as_one_until_any_was_done() -> None:
    ldh, tested = result("ldh", 300, "U/L", high=250), cytogenetic("t(11;14)", found=False)
    known = (ldh, result("albumin", 4), result("beta2_microglobulin", 4, "mg/L"))

    assert missing(staged(r_iss=OPEN), *known) == {"fish": ("r_iss",)}
    assert set(missing(staged(r_iss=OPEN), *known, tested)) == {"del(17p)", "t(4;14)", "t(14;16)"}


def cytogenetic(name: str, *, found: bool) -> Cytogenetic:
    return Cytogenetic(PartialDate("2026-06-01"), name, found, "fish")


def test_one_abnormality_found_answers_for_the_others_in_r_iss_alone() -> None:
    found = cytogenetic("t(4;14)", found=True)

    assert "del(17p)" not in missing(staged(r_iss=OPEN), found)
    assert missing(staged(r_iss=OPEN, r2_iss=OPEN), found)["del(17p)"] == ("r2_iss",)


def test_amplification_answers_the_question_of_gain() -> None:
    found = cytogenetic("amp(1q)", found=True)

    assert "gain(1q)" not in missing(staged(r2_iss=OPEN), found)


@pytest.mark.parametrize(
    ("ldh", "asked"),
    [
        (result("ldh", 300, "U/L"), True),
        (result("ldh", 300, "U/L", high=250), False),
        (words("ldh", "high"), False),
    ],
    ids=["no limit", "limit", "word"],
)
def test_ldh_says_nothing_without_its_limit(ldh: object, asked: bool) -> None:
    assert ("ldh" in missing(staged(r_iss=OPEN), ldh)) is asked


def test_an_open_suffix_asks_for_creatinine_alone() -> None:
    open_ = replace(SETTLED, possible_suffixes=("A", "B"))

    assert missing(staged(durie_salmon=open_)) == {"creatinine": ("durie_salmon",)}
    assert missing(staged(durie_salmon=open_), *labs()) == {}
    assert missing(staged(durie_salmon=replace(open_, suffix="A"))) == {}


def test_stages_are_not_asked_for_after_treatment_nor_before_a_diagnosis() -> None:
    open_ = staged(iss=OPEN)
    unconfirmed = replace(STAGED, iss=OPEN, if_myeloma=True)

    assert missing(replace(open_, lines=(line("bortezomib"),))) == {}
    assert missing(Myeloma(staging=unconfirmed)) == {}


@pytest.mark.parametrize(
    ("anchor", "asked"), [("2026-04-01", True), ("2026-03-31", False), ("2015", False)]
)
def test_a_stage_is_asked_for_while_a_value_still_counts_for_it(anchor: str, asked: bool) -> None:
    picture = Myeloma(staging=replace(STAGED, iss=OPEN, anchor=anchor))

    assert bool(missing(picture)) is asked


def test_a_relapse_after_the_last_imaging_asks_for_imaging() -> None:
    clear = Extramedullary("none", ("none",), as_of="2023-07")
    point = ResponsePoint("2024-10", 1, "PD", confirmed=True)
    blood = PlasmaCellLeukemia(Truth.MET, NO, NO, NO, since="2024-10")
    back = ImwgResponse("x", timeline=(point,))
    pictures = [
        Myeloma(extramedullary=clear, response=back),
        Myeloma(extramedullary=clear, plasma_cell_leukemia=blood),
        Myeloma(extramedullary=replace(clear, as_of="2024-10"), response=back),
        Myeloma(extramedullary=clear, response=replace(back, timeline=())),
        Myeloma(extramedullary=clear, plasma_cell_leukemia=replace(blood, since=None)),
        Myeloma(extramedullary=replace(clear, category="EM-B"), response=back),
        Myeloma(extramedullary=replace(clear, as_of=None), response=back),
        Myeloma(response=back),
    ]

    asked = ["bone_lytic_pet_ct" in missing(replace(x, lines=(line("x"),))) for x in pictures]

    assert asked == [True, True, False, False, False, False, False, False]


def test_an_open_definition_of_leukemia_asks_for_white_cells_of_the_day() -> None:
    unknown = Myeloma(
        plasma_cell_leukemia=PlasmaCellLeukemia(Truth.MET, Truth.UNKNOWN, NO, NO),
    )
    known = Myeloma(plasma_cell_leukemia=PlasmaCellLeukemia(Truth.MET, Truth.MET, NO, NO))

    assert missing(unknown, smear(21)) == {"wbc": ("plasma_cell_leukemia",)}
    assert missing(unknown, smear(21), white_cells(9, "2024-09")) != {}
    assert missing(unknown, smear(21), white_cells(9)) == {}
    assert missing(known, smear(21)) == {}


def test_disease_that_nobody_looked_for_asks_for_imaging() -> None:
    unknown = Myeloma(extramedullary=Extramedullary("unknown", CLASSES))
    contact = Myeloma(extramedullary=Extramedullary("unknown", ("EM-B", "EM-E")))

    assert missing(unknown) == {"bone_lytic_pet_ct": ("extramedullary",)}
    assert missing(contact) == {}


def test_an_open_response_asks_for_what_the_line_did_not_measure() -> None:
    point = ResponsePoint("2026-05", 1, "VGPR", confirmed=False, possible=("CR", "VGPR"))
    open_ = Myeloma(response=ImwgResponse("x", current=point), lines=(line("bortezomib"),))
    done = (
        result("serum_m_protein", 0, on="2026-01"),
        finding("serum_immunofixation", [], "2026-05"),
        result("urine_m_protein_24h", 0, on="2025-12-31"),
    )

    asked = missing(open_, *done)

    expected = ("urine_m_protein_24h", "urine_immunofixation", "marrow_plasma_cells")
    assert asked == dict.fromkeys(expected, ("response",))


@pytest.mark.parametrize("possible", [(), ("VGPR",)], ids=["not told", "settled"])
def test_a_settled_response_asks_for_nothing(possible: tuple[str, ...]) -> None:
    point = ResponsePoint("2026-05", 1, "VGPR", confirmed=True, possible=possible)
    told = ImwgResponse("x", current=point)

    assert missing(Myeloma(response=told, lines=(line("bortezomib"),))) == {}


def conflicts(picture: Myeloma, *entries: object) -> set[str]:
    return set(myeloma_conflicts(gathered(*entries), picture))


def test_the_ledger_is_silent_where_nothing_touches_it() -> None:
    assert conflicts(Myeloma(staging=STAGED), *labs()) == set()


def test_a_calcium_that_only_copies_count_touches_the_entry_on_it() -> None:
    three = Myeloma(staging=replace(STAGED, durie_salmon=SystemStage("III", ("III",))))
    high = result("calcium_corrected", "2.9", "mmol/L")

    assert conflicts(three, high) == {"C-MM-01"}
    assert conflicts(three, result("calcium", 13)) == set()
    assert conflicts(Myeloma(staging=STAGED), high) == set()
    assert conflicts(Myeloma(), high) == set()


@pytest.mark.parametrize(
    ("value", "touched"), [("59", False), ("60", True), ("79", True), ("80", False)]
)
def test_a_haemoglobin_that_two_scales_name_differently_touches_the_entry(
    value: str, touched: bool
) -> None:
    found = conflicts(Myeloma(), result("hemoglobin", value, "g/L"))

    assert found == ({"C-MM-08"} if touched else set())


@pytest.mark.parametrize("name", ["del(13q)", "gain(1q)", "amp(1q)"])
def test_what_the_case_calls_high_risk_is_touched(name: str) -> None:
    assert conflicts(Myeloma(), cytogenetic(name, found=True)) == {"C-MM-09"}
    assert conflicts(Myeloma(), cytogenetic(name, found=False)) == set()


def test_lesions_touch_the_entries_on_lesions() -> None:
    beside, away = typed("EM-B"), typed("EM-E")
    cleared = replace(beside, category="none", possible=("none",), sites=0)
    first = (Criterion("REC-EMM-1", Truth.MET),)

    assert conflicts(Myeloma(extramedullary=beside)) == {"C-MM-12"}
    assert conflicts(Myeloma(extramedullary=cleared)) == {"C-MM-12"}
    assert conflicts(Myeloma(extramedullary=replace(beside, name_cn="SBP"))) == set()
    assert conflicts(Myeloma(extramedullary=away, reminders=first)) == set()
    reminded = conflicts(Myeloma(extramedullary=beside, reminders=first))
    assert reminded == {"C-MM-07", "C-MM-12"}


def typed(name: str) -> Extramedullary:
    lesion = LesionCourse("T10", "plasmacytoma", (name,), Truth.MET)
    return Extramedullary(name, (name,), 1, name_cn="EMM", lesions=(lesion,))


def test_lesions_that_cleared_touch_the_entry_on_remission() -> None:
    responded = Myeloma(extramedullary=NONE_LEFT, response=ImwgResponse("x"))
    never = replace(responded, extramedullary=replace(NONE_LEFT, course=()))

    assert conflicts(responded) == {"C-MM-10"}
    assert conflicts(replace(responded, response=None)) == set()
    assert conflicts(never) == set()


@pytest.mark.parametrize(
    ("percent", "touched"), [("19.9", False), (20, True), (21, True), ("21.1", False)]
)
def test_a_smear_between_twenty_and_twenty_one_touches_the_entry(
    percent: object,
    touched: bool,
) -> None:
    picture = Myeloma(plasma_cell_leukemia=PlasmaCellLeukemia(Truth.MET, NO, NO, NO))

    assert conflicts(picture, smear(percent)) == ({"C-MM-02"} if touched else set())


def test_leukemia_without_a_count_touches_the_entries_on_counts() -> None:
    unknown = PlasmaCellLeukemia(Truth.MET, Truth.UNKNOWN, NO, NO)
    doubtful = replace(unknown, imwg_2021=Truth.UNKNOWN)

    assert conflicts(Myeloma(plasma_cell_leukemia=unknown)) == {"C-MM-11"}
    assert conflicts(Myeloma(plasma_cell_leukemia=doubtful)) == set()


def test_marrow_cells_of_leukemia_whose_clonality_nobody_told_touch_their_entry() -> None:
    leukemia = Myeloma(plasma_cell_leukemia=PlasmaCellLeukemia(Truth.MET, NO, NO, NO))
    none = Myeloma(plasma_cell_leukemia=PlasmaCellLeukemia(NO, NO, NO, NO))
    cells = result("marrow_plasma_cells", 91)

    assert conflicts(leukemia, cells) == {"C-MM-13"}
    assert conflicts(leukemia, cells, finding("marrow_clonality", True)) == set()
    assert conflicts(leukemia) == set()
    assert conflicts(none, cells) == set()


def test_treatment_touches_the_entries_on_treatment() -> None:
    dkpd = line("daratumumab", "carfilzomib", "pomalidomide", "dexamethasone")
    vrd = line("bortezomib", "lenalidomide", "dexamethasone")
    usual = Myeloma(reminders=(Criterion("REC-EMM-4", Truth.MET),))
    relapsed = Myeloma(lines=(replace(line("bortezomib"), outcome="relapsed"),))
    failed = Myeloma(lines=(replace(line("bortezomib"), outcome="refractory"),))

    assert conflicts(Myeloma(lines=(dkpd,))) == {"C-MM-03", "C-MM-05"}
    assert conflicts(Myeloma(lines=(vrd,))) == {"C-MM-04"}
    assert conflicts(usual) == {"C-MM-04"}
    assert conflicts(relapsed) == {"C-MM-06"}
    assert conflicts(failed) == set()


@pytest.mark.parametrize(("numbers", "touched"), [((2,), set()), ((2, 3), {"C-MM-14"})])
def test_a_third_line_touches_the_entry_on_lines(
    numbers: tuple[int, ...], touched: set[str]
) -> None:
    assert conflicts(Myeloma(lines=(line("bortezomib", numbers=numbers),))) == touched


def test_notices_join_those_of_before_by_gravity_and_without_repeats() -> None:
    early = Notices(
        (Alert("MM-DX", "warning", Note("x")), Alert("SMM-DX", "info", Note("x"))),
        (Missing("wbc", ("diagnosis",)), Missing("ldh", ("diagnosis",))),
        ("C-CRAB-CA",),
    )
    picture = Myeloma(
        lines=(line("pomalidomide"),),
        prophylaxis=(PREVENTION,),
        plasma_cell_leukemia=PlasmaCellLeukemia(Truth.MET, Truth.UNKNOWN, NO, NO),
    )

    joined = early.with_myeloma(gathered(POSSIBLE, smear(30)), picture)

    assert [x.level for x in joined.alerts] == ["critical", "warning", "info"]
    assert joined.missing == (
        Missing("wbc", ("diagnosis", "plasma_cell_leukemia")),
        Missing("ldh", ("diagnosis",)),
    )
    assert joined.conflicts == ("C-CRAB-CA", "C-MM-11")


def test_without_a_picture_nothing_is_added() -> None:
    early = Notices((), (), ())

    assert early.with_myeloma(gathered(), None) is early
