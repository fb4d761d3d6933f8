"""Pack what is concluded of POEMS, every shape of it, and get it back equal."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop_app.data.trace import pack, unpack
from desktop_app.domain import poems_conclusions as shapes
from desktop_app.domain.conclusions import (
    Assessment,
    Criterion,
    Diagnosis,
    FollowUp,
    Input,
    Note,
    RulePack,
    Score,
    WorkupItem,
)
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

SEEN = Input("vegf_serum", Decimal("2400.0"), "pg/mL", "2024-05", ">")
CODED = Input("clinical_change", ({"item": "edema", "change": "better"},), None, "2025-01-09")
SAYS = Criterion("POEMS-DX-VEGF", Truth.MET, (SEEN, CODED), "> 2 x ULN", note=Note("n"))
POINT = shapes.AxisPoint(
    "2024-10", "PR_V", ("PR_V", "CR_V"), confirmed=False, boundary=True, notes=(Note("n"),)
)
AXIS = shapes.ResponseAxis(
    "vegf",
    evaluable=True,
    reason=Note("n", (("date", "2024-05"),)),
    baseline=SEEN,
    nadir=SEEN,
    value=replace(SEEN, comparator=None),
    current="PR_V",
    possible=("PR_V", "CR_V"),
    confirmed=False,
    pending=True,
    boundary=True,
    best="CR_V",
    best_on="2025",
    timeline=(POINT,),
    presets=(("pumch", "CR_V"),),
    criteria=(SAYS,),
    notes=(Note("n"),),
)
FULL = shapes.Poems(
    tier=shapes.PoemsTier(
        "confirmed_atypical",
        met=Truth.MET,
        since="2024-05",
        blocks=(("neuropathy", "yes"), ("clone", "unknown")),
        criteria=(SAYS, replace(SAYS, state=Truth.UNKNOWN, criteria=(SAYS,))),
        next_tests=("vegf_serum",),
        flags=(Note("WEAK_CLONE"),),
        opened=Note("n"),
        castleman=Truth.NOT_MET,
        tafro_suspected=Truth.MET,
        settled=True,
        unusual=(Note("n"),),
    ),
    pumch=Score(applicable=True, score_range=(1, 2), criteria=(SAYS,)),
    adverse=(SAYS,),
    workup=(WorkupItem("fundus", "old", "POEMS-WORKUP", ("papilledema",), "2024-05", Note("n")),),
    watch=(
        shapes.WatchedSeries(
            "vegf", "early", ("vegf_serum",), Note("n"), (3, 3), "2024-05", "2024-08", Note("n")
        ),
    ),
    treatment=(SAYS,),
    differential=(SAYS,),
    others=(SAYS,),
    response=shapes.PoemsResponse(
        1, "pumch", (AXIS, shapes.ResponseAxis("clinical", evaluable=False)), "2024-06",
        flags=(Note("n"),), banners=(Note("n"),),
    ),
)  # fmt: skip
ASSESSMENT = Assessment(
    as_of=date(2026, 11, 22),
    rule_pack=RulePack("2026.1", "a" * 64),
    diagnosis=Diagnosis("poems", ("poems",), "confirmed"),
    mayo_mgus=Score(applicable=False),
    follow_up=FollowUp(None, None),
    poems=FULL,
)


def kept(value: object) -> Iterator[object]:
    """Give every shape inside a value."""
    if isinstance(value, tuple):
        for item in value:
            yield from kept(item)
    elif is_dataclass(value):
        yield value
        for field in fields(value):
            yield from kept(getattr(value, field.name))


def test_every_shape_comes_back_equal_to_the_last_digit() -> None:
    assert unpack(pack(ASSESSMENT)) == ASSESSMENT
    assert repr(unpack(pack(ASSESSMENT))) == repr(ASSESSMENT)


def test_no_shape_and_no_field_is_left_out_of_this_test() -> None:
    every = [kind for kind in vars(shapes).values() if isinstance(kind, type)]
    ours = [kind for kind in every if kind.__module__ == shapes.__name__]

    for kind in ours:
        held = [value for value in kept(FULL) if type(value) is kind]
        assert held, kind
        for field in fields(kind):
            assert any(getattr(value, field.name) != field.default for value in held), field.name


def test_an_assessment_from_before_this_chapter_says_nothing_of_it() -> None:
    old = pack(replace(ASSESSMENT, poems=None))

    assert unpack(old).poems is None
