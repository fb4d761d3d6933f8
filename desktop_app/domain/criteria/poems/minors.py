"""Judge the minors but for the hormones: organs, fluid, skin, optic disc, blood count."""

from __future__ import annotations

from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.criteria.poems.limits import above, below
from desktop_app.domain.criteria.poems.reading import feature, group
from desktop_app.domain.criterion import Cut, Judgement, Op, Rule, judge
from desktop_app.domain.truth import Truth, any_true

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Criterion
    from desktop_app.domain.criteria.poems.reading import Answer, Feature, Reading
    from desktop_app.domain.record import Finding, Result

_SOURCE, _STATUS = "dispenzieri2023", "primary"
ORGANS = Rule("POEMS-DX-ORG", _SOURCE, _STATUS, "spleen, liver or lymph nodes enlarged")
FLUID = Rule("POEMS-DX-EVO", _SOURCE, _STATUS, "oedema, ascites or pleural effusion")
SKIN = Rule("POEMS-DX-SKIN", _SOURCE, _STATUS, "any of seven skin changes")
PAPILLEDEMA = Rule("POEMS-DX-PAP", _SOURCE, _STATUS, "any papilloedema on fundoscopy")
COUNTS = Rule(
    "POEMS-DX-CBC", _SOURCE, _STATUS, "platelets > ULN (or > 450 x 10^9/L) and/or Hb > ULN"
)
OTHER = Rule("POEMS-DX-OTHER", "poems2025", "source-doc", "any; never counted")
ORGAN_CODES = ("splenomegaly", "hepatomegaly", "lymphadenopathy")
FLUID_CODES = ("edema", "ascites", "pleural_effusion")
SKIN_COUNTED = frozenset(
    {
        *("hyperpigmentation", "hypertrichosis", "glomeruloid_hemangioma", "plethora"),
        *("acrocyanosis", "flushing", "white_nails"),
    }
)
# Raynaud's phenomenon and thick skin are kept and not counted.
SKIN_KEPT = frozenset({"other", "raynaud", "skin_thickening"})
# Where the laboratory gives no limit.
PLATELETS_HIGH = Cut(Op.GT, {"10*9/L": D(450)})
OTHER_CODES = (
    *("clubbing", "weight_loss", "hyperhidrosis", "pulmonary_hypertension"),
    *("restrictive_lung_disease", "thrombosis", "diarrhea", "budd_chiari"),
)
B12 = "vitamin_b12"


def organs(reading: Reading) -> Feature:
    """Judge spleen, liver and lymph nodes."""
    return group(ORGANS, _flags(reading, ORGAN_CODES))


def fluid(reading: Reading) -> Feature:
    """Judge oedema and effusions; fluid around the heart is told, not counted."""
    return group(FLUID, _flags(reading, FLUID_CODES))


def skin(reading: Reading) -> Feature:
    """Judge the skin by the changes that count."""
    return feature(SKIN, reading.answer(reading.findings("skin", _skin)))


def papilledema(reading: Reading) -> Feature:
    """Judge the optic disc."""
    return feature(PAPILLEDEMA, reading.answer(reading.flags("papilledema")))


def counts(reading: Reading) -> Feature:
    """Judge platelets and haemoglobin, by count or as stated."""
    platelets = (
        *reading.results("platelets", lambda x: _platelets(reading, x)),
        *reading.flags("thrombocytosis"),
    )
    red_cells = (*reading.results("hemoglobin", above), *reading.flags("polycythemia"))
    return group(
        COUNTS, {"platelets": reading.answer(platelets), "hemoglobin": reading.answer(red_cells)}
    )


def other(reading: Reading) -> Criterion:
    """Tell what is seen in POEMS and never counts."""
    answers = [*_flags(reading, OTHER_CODES).values()]
    answers.append(reading.answer(reading.results(B12, below)))
    inputs = [each for x in answers if x.truth is Truth.MET for each in x.inputs]
    return OTHER.answer(any_true(x.truth for x in answers), inputs)


def _flags(reading: Reading, codes: tuple[str, ...]) -> dict[str, Answer]:
    return {code: reading.answer(reading.flags(code)) for code in codes}


def _skin(entry: Finding) -> Judgement:
    seen = {str(x) for x in entry.value} if isinstance(entry.value, tuple) else {""}
    if seen & SKIN_COUNTED:
        return Judgement(Truth.MET)
    return Judgement(Truth.NOT_MET if seen <= SKIN_KEPT else Truth.UNKNOWN)


def _platelets(reading: Reading, result: Result) -> Judgement:
    limit = above(result)
    if result.value is None or result.high is not None:
        return limit
    # Without the laboratory's limit a count above 450 is high; below it nothing is said.
    high = judge(result, PLATELETS_HIGH, reading.view.catalogue).truth is Truth.MET
    return Judgement(Truth.MET) if high else limit
