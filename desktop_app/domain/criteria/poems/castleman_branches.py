"""Judge the branches of Castleman disease: with POEMS, the variant, TAFRO (POEMS-CD-*)."""

from __future__ import annotations

from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.criteria.kidney import filtrations
from desktop_app.domain.criteria.poems.limits import above, below
from desktop_app.domain.criteria.poems.neuropathy import mild
from desktop_app.domain.criterion import Cut, Judgement, Op, Rule, compare, judge
from desktop_app.domain.truth import Truth, any_true, at_least

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Criterion
    from desktop_app.domain.criteria.poems.blocks import Blocks
    from desktop_app.domain.criteria.poems.reading import Answer, Reading
    from desktop_app.domain.record import Result

ASSOCIATED = Rule("POEMS-CD", "dispenzieri2023", "secondary", "POEMS-DX and Castleman disease")
VARIANT = Rule(
    "POEMS-CD-VARIANT",
    "suichi2019",
    "primary",
    "Castleman disease, not clonal, >= 2 minors, neuropathy absent or mild",
)
TAFRO = Rule(
    "POEMS-CD-TAFRO",
    "poems2025",
    "secondary",
    "Castleman disease and platelets < LLN and >= 2 of 5 signs",
)
SEVERAL_MINORS, SEVERAL_SIGNS = 2, 2
KIDNEY_BELOW = D(60)
_NOT_ASKED = Truth.UNKNOWN
# POEMS-TIER: where the laboratory gives no limit.
PLATELETS_LOW = Cut(Op.LT, {"10*9/L": D(100)})


def associated(blocks: Blocks, met: Truth) -> Criterion:
    """Tell whether the disease of the nodes belongs to POEMS."""
    return ASSOCIATED.answer(met & blocks.castleman.state)


def variant(reading: Reading, blocks: Blocks) -> Criterion:
    """Tell whether it is the separate entity without a clone, which is no POEMS."""
    light = ~blocks.neuropathy.state | mild(reading.view)
    minors = at_least(SEVERAL_MINORS, (x.state for x in blocks.minor_features))
    clone = blocks.clone.feature.state
    return VARIANT.answer(blocks.castleman.state & ~clone & minors & light)


def tafro(reading: Reading, blocks: Blocks) -> Criterion:
    """Tell whether TAFRO is to be thought of, at any tier; fever and fibrosis have no field."""
    crp = reading.answer(reading.results("crp", above)).truth
    heart = reading.answer(reading.flags("pericardial_effusion")).truth
    signs = (
        any_true((blocks.fluid.state, heart)),
        crp | _NOT_ASKED,  # or fever
        blocks.organs.state,
        _weak_kidneys(reading),
        _NOT_ASKED,  # fibrosis of the marrow
    )
    platelets = low_platelets(reading)
    state = blocks.castleman.state & platelets.truth & at_least(SEVERAL_SIGNS, signs)
    return TAFRO.answer(state, (*blocks.castleman.criterion.inputs, *platelets.inputs))


def low_platelets(reading: Reading) -> Answer:
    """Judge platelets before treatment, whose drugs lower them."""
    untreated = (
        x
        for x in reading.results("platelets", lambda x: _low(reading, x))
        if reading.untreated(x.date)
    )
    return reading.answer(untreated)


def _low(reading: Reading, result: Result) -> Judgement:
    if result.value is None or result.low is not None:
        return below(result)
    return judge(result, PLATELETS_LOW, reading.view.catalogue)


def _weak_kidneys(reading: Reading) -> Truth:
    found = filtrations(reading.view)
    truths = {
        Truth.UNKNOWN if x.value is None else compare(x.value, x.comparator, Op.LT, KIDNEY_BELOW)
        for x in found
    }
    return truths.pop() if len(truths) == 1 else Truth.UNKNOWN
