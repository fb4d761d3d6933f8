"""Prove when a reminder that was reported applies, may apply, or is left out (REC-EMM-*)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal as D

import pytest

from desktop_app.domain.conclusions import Criterion, Diagnosis, Note
from desktop_app.domain.myeloma_conclusions import (
    Extramedullary,
    ImwgResponse,
    LinePart,
    Myeloma,
    PlasmaCellLeukemia,
    ResponsePoint,
    Staging,
    SystemStage,
    TreatmentLine,
)
from desktop_app.domain.rulesets.myeloma.care.reminders import high_risk, reminders
from desktop_app.domain.truth import Truth
from tests.domain.cases import finding, gathered, history, view

NAMED = Diagnosis("multiple_myeloma", ("multiple_myeloma",), "confirmed")
OPEN, STANDARD = SystemStage(None, ()), SystemStage("I", ("I",))
STAGES = Staging(STANDARD, STANDARD, STANDARD, STANDARD, SystemStage("s", ("standard_risk",)))
NO_HIT = (("MM-MSMART-COUNT", SystemStage("no_hit", ("no_hit",), points=(D(0), D(0)))),)
LOW = replace(STAGES, others=NO_HIT)
HIGH = replace(LOW, r_iss=SystemStage("III", ("III",)))
LESIONS = Extramedullary("EM-B", ("EM-B",), 1)
NO_LESION = Extramedullary("none", ("none",))
ELIGIBLE = finding("transplant_eligible", True)
VRD = ("bortezomib", "lenalidomide", "dexamethasone")
NEW = Myeloma(staging=HIGH, extramedullary=LESIONS)


def line(
    *numbers: int, drugs: tuple[str, ...] = VRD, stop: str | None = None, asct: bool = False
) -> TreatmentLine:
    """Build a line that goes on unless it has a stop."""
    parts = [LinePart("given", "regimen", "2026-01", stop, drugs)]
    parts += [LinePart("ASCT", "auto_hsct", "2026-05")] if asct else []
    known = numbers[0] if len(numbers) == 1 else None
    return TreatmentLine(
        known, numbers, ("given",), "2026-01", stop, Note("missing"), parts=tuple(parts)
    )


def response(category: str, *, confirmed: bool = True, read: str | None = None) -> ImwgResponse:
    point = ResponsePoint("2026-05", 1, category, confirmed, read)
    return ImwgResponse("IMWG 2016", current=point)


def given(picture: Myeloma, *entries: object, diagnosis: Diagnosis = NAMED) -> dict[str, str]:
    """Give the state of every reminder that is shown, with what is open in it."""
    shown = reminders(gathered(*entries), diagnosis, picture)
    return {x.id: ",".join((x.state.state, *open_of(x))) for x in shown}


def open_of(criterion: Criterion) -> list[str]:
    assert criterion.note is not None
    return [codes for _, codes in criterion.note.values]


def test_new_high_risk_disease_outside_the_marrow_asks_for_a_quadruplet() -> None:
    shown = given(NEW, ELIGIBLE)

    assert shown == {
        "REC-EMM-1": "yes",
        "REC-EMM-2": "unknown,quadruplet",
        "REC-EMM-3": "yes",
    }


def test_an_applying_reminder_says_that_it_is_no_order() -> None:
    (first, *_) = reminders(gathered(ELIGIBLE), NAMED, NEW)

    assert (first.note, first.source, first.status) == (
        Note("reminder_applies"),
        "emm2025",
        "source-doc",
    )


@pytest.mark.parametrize(
    ("picture", "entries"),
    [
        (NEW, (finding("transplant_eligible", False),)),
        (replace(NEW, staging=LOW), (ELIGIBLE,)),
        (replace(NEW, extramedullary=NO_LESION), (ELIGIBLE,)),
    ],
    ids=["not fit", "standard risk", "no lesion"],
)
def test_a_condition_that_fails_leaves_the_reminder_out(
    picture: Myeloma, entries: tuple[object, ...]
) -> None:
    assert given(picture, *entries) == {}


def test_what_is_not_known_is_named() -> None:
    unknown = Extramedullary("unknown", ("none", "EM-B", "EM-E", "EM-B+EM-E"))

    nothing = given(Myeloma())
    seen = given(replace(NEW, extramedullary=unknown))

    assert nothing["REC-EMM-1"] == "unknown,risk,outside_marrow,eligible"
    assert seen["REC-EMM-1"] == "unknown,outside_marrow,eligible"
    assert seen["REC-EMM-3"] == "unknown,outside_marrow,eligible,spread"


def test_a_lesion_of_open_class_is_a_lesion() -> None:
    either = Extramedullary("unknown", ("EM-B", "EM-E"), 1)

    assert given(replace(NEW, extramedullary=either), ELIGIBLE)["REC-EMM-1"] == "yes"


def test_cells_in_the_blood_are_overt_spread_too() -> None:
    unknown = Extramedullary("unknown", ("none", "EM-B"))
    blood = PlasmaCellLeukemia(Truth.MET, Truth.MET, Truth.MET, Truth.MET)

    shown = given(replace(NEW, extramedullary=unknown, plasma_cell_leukemia=blood), ELIGIBLE)

    assert shown["REC-EMM-3"] == "unknown,outside_marrow"


def test_earlier_myeloma_without_recorded_treatment_leaves_open_whether_it_is_new() -> None:
    shown = given(NEW, ELIGIBLE, history("multiple_myeloma"))

    assert shown["REC-EMM-1"] == "unknown,earlier_treatment"


def test_the_first_line_counts_as_new_while_it_goes_on() -> None:
    running = given(replace(NEW, lines=(line(1),)), ELIGIBLE)
    stopped = given(replace(NEW, lines=(line(1, stop="2026-04"),)), ELIGIBLE)

    assert running["REC-EMM-1"] == "yes"
    assert "REC-EMM-1" not in stopped


def test_who_has_a_quadruplet_needs_no_triplet() -> None:
    quadruplet = line(1, drugs=("daratumumab", *VRD))
    triplet = line(1, drugs=("daratumumab", "lenalidomide", "dexamethasone"))

    assert "REC-EMM-2" not in given(replace(NEW, lines=(quadruplet,)), ELIGIBLE)
    assert given(replace(NEW, lines=(triplet,)), ELIGIBLE)["REC-EMM-2"] == "unknown,quadruplet"


def test_the_limits_of_rvd_are_told_once_a_transplant_followed() -> None:
    done = given(replace(NEW, lines=(line(1, asct=True),)))
    open_ = given(replace(NEW, lines=(line(1),)))
    unfit = given(replace(NEW, lines=(line(1),)), finding("transplant_eligible", False))
    other = given(replace(NEW, lines=(line(1, drugs=("bortezomib",), asct=True),)))

    assert (done["REC-EMM-4"], open_["REC-EMM-4"]) == ("yes", "unknown,transplant")
    assert "REC-EMM-4" not in unfit
    assert "REC-EMM-4" not in other


RELAPSE = ("REC-EMM-5", "REC-EMM-6", "REC-EMM-7")


def relapse(picture: Myeloma) -> set[str]:
    shown = given(picture)
    return {shown.get(name, "no") for name in RELAPSE}


def progressed(*numbers: int) -> TreatmentLine:
    """Build a line in which the disease came back for certain."""
    return replace(line(*numbers, stop="2026-04"), months_to_progression=(0, 0))


def test_a_second_line_is_relapse_only_after_a_progression() -> None:
    assert relapse(replace(NEW, lines=(progressed(1), line(2)))) == {"yes"}
    assert relapse(replace(NEW, lines=(progressed(1),))) == {"yes"}
    assert relapse(replace(NEW, lines=(line(1), line(2)))) == {"unknown,relapse"}
    assert relapse(replace(NEW, lines=(line(1), line(1, 2)))) == {"unknown,relapse"}
    assert relapse(replace(NEW, lines=(line(1),))) == {"no"}
    assert relapse(NEW) == {"no"}


def test_earlier_myeloma_without_recorded_treatment_leaves_relapse_open() -> None:
    shown = given(NEW, ELIGIBLE, history("multiple_myeloma"))

    assert {shown[name] for name in RELAPSE} == {"unknown,relapse"}


def test_after_a_second_line_or_a_transplant_the_disease_is_not_new() -> None:
    switched = given(replace(NEW, lines=(line(1), line(2))), ELIGIBLE)
    transplanted = given(replace(NEW, lines=(line(1, asct=True),)), ELIGIBLE)

    assert not {"REC-EMM-1", "REC-EMM-2", "REC-EMM-3"} & {*switched, *transplanted}


def test_a_relapse_after_the_last_imaging_leaves_open_what_is_outside_the_marrow() -> None:
    clear = Extramedullary("none", ("none",), as_of="2026-04")
    late = ResponsePoint("2026-05", 1, "PD", confirmed=True)
    back = ImwgResponse("IMWG 2016", current=late, timeline=(late,))
    quiet = replace(NEW, staging=LOW, extramedullary=clear, lines=(progressed(1),))

    assert given(replace(quiet, response=back)) == {"REC-EMM-6": "unknown,outside_or_risk"}
    assert given(quiet) == {}


def test_progression_is_relapse_once_it_is_confirmed() -> None:
    first = replace(NEW, lines=(line(1),))

    sure = replace(first, response=response("PD"))
    awaited = replace(first, response=response("VGPR", confirmed=False, read="PD"))
    none = replace(first, response=response("VGPR"))

    assert [relapse(x) for x in (sure, awaited, none)] == [{"yes"}, {"unknown,relapse"}, {"no"}]


def test_disease_outside_the_marrow_is_enough_for_cells_and_bispecifics() -> None:
    second = replace(NEW, staging=LOW, lines=(progressed(1), line(2)))

    shown = given(second)

    assert shown == {"REC-EMM-6": "yes"}
    assert given(replace(second, extramedullary=NO_LESION)) == {}
    assert given(replace(second, extramedullary=None)) == {"REC-EMM-6": "unknown,outside_or_risk"}


def test_residual_disease_reminds_only_where_it_signals_relapse() -> None:
    lost = Criterion("RESP-IMWG-RELMRD", Truth.MET)
    open_ = Criterion("RESP-IMWG-RELMRD", Truth.UNKNOWN)
    ends = [replace(response("CR"), endpoints=(each,)) for each in (lost, open_)]
    quiet = Myeloma(staging=LOW, extramedullary=NO_LESION, lines=(line(1),))

    assert given(quiet, finding("mrd_signals_relapse", True)) == {"REC-EMM-8": "yes"}
    assert given(replace(quiet, response=ends[0])) == {"REC-EMM-8": "yes"}
    assert given(replace(quiet, response=ends[1])) == {}
    assert given(quiet) == {}
    told = given(replace(quiet, response=ends[0]), finding("mrd_signals_relapse", False))
    assert told == {}


@pytest.mark.parametrize(
    ("staging", "expected"),
    [
        (None, Truth.UNKNOWN),
        (LOW, Truth.NOT_MET),
        (STAGES, Truth.UNKNOWN),
        (HIGH, Truth.MET),
        (replace(LOW, r2_iss=SystemStage("IV", ("IV",))), Truth.MET),
        (replace(LOW, ims_2025=SystemStage("high_risk", ("high_risk",))), Truth.MET),
        (replace(LOW, r_iss=SystemStage(None, ("II", "III"))), Truth.UNKNOWN),
        (replace(LOW, r_iss=OPEN), Truth.UNKNOWN),
    ],
    ids=["none", "low", "no count", "R-ISS", "R2-ISS", "IMS", "R-ISS open", "R-ISS not judged"],
)
def test_any_system_makes_the_risk_high(staging: Staging | None, expected: Truth) -> None:
    assert high_risk(view(), Myeloma(staging=staging)) is expected


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ((0, 0), Truth.NOT_MET),
        ((0, 2), Truth.UNKNOWN),
        ((1, 1), Truth.MET),
        ((1, 4), Truth.MET),
        (None, Truth.UNKNOWN),
    ],
)
def test_one_abnormality_of_msmart_is_enough(
    points: tuple[int, int] | None, expected: Truth
) -> None:
    span = None if points is None else (D(points[0]), D(points[1]))
    counted = (("MM-MSMART-COUNT", SystemStage(None, ("no_hit",), points=span)),)

    assert high_risk(view(), Myeloma(staging=replace(LOW, others=counted))) is expected


def test_the_doctors_answer_on_the_risk_goes_first() -> None:
    high = view(finding("high_risk_myeloma", True))
    low = view(finding("high_risk_myeloma", False))

    assert high_risk(high, Myeloma(staging=LOW)) is Truth.MET
    assert high_risk(low, Myeloma(staging=HIGH)) is Truth.NOT_MET


def test_nobody_without_myeloma_is_reminded() -> None:
    smouldering = Diagnosis("smm", ("smm",), "confirmed")

    assert given(NEW, ELIGIBLE, diagnosis=smouldering) == {}


def test_leukemia_is_reminded_as_myeloma_is() -> None:
    name = "primary_plasma_cell_leukemia"

    assert "REC-EMM-1" in given(NEW, ELIGIBLE, diagnosis=Diagnosis(name, (name,), "confirmed"))
