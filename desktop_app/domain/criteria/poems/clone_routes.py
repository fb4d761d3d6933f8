"""Judge the routes to a clone: immunofixation, stain, flow, plasmacytoma (POEMS-CLONE-*)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Criterion, Input, Note
from desktop_app.domain.criteria.isotype import LIGHT
from desktop_app.domain.criteria.m_protein import PRESENT_CUT
from desktop_app.domain.criteria.poems.majors import LYTIC, SCLEROTIC, lesions
from desktop_app.domain.criteria.poems.reading import Told, feature, finding_input, group
from desktop_app.domain.criterion import Cut, Judgement, Op, Rule, input_of, judge
from desktop_app.domain.interference import IGG_KAPPA, exposed
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop_app.domain.criteria.poems.reading import Feature, Reading
    from desktop_app.domain.record import Finding

FIXATION = Rule("POEMS-CLONE-IFE", "poems2025", "source-doc", "serum or urine IFE positive; M > 0")
STAIN = Rule("POEMS-CLONE-IHC", "poems2025", "source-doc", ">= 100 cells and k/l > 4 or < 0.5")
FLOW = Rule("POEMS-CLONE-FLOW", "poems2025", "source-doc", "any clonal cells by flow")
TUMOUR = Rule("POEMS-CLONE-PCT", "poems2025", "source-doc", "plasmacytoma, biopsy-proven")
BANDS = ("serum_immunofixation", "urine_immunofixation")
AMOUNTS: Mapping[str, Cut] = {
    "serum_m_protein": PRESENT_CUT,
    "urine_m_protein_24h": Cut(Op.GT, {"mg/(24.h)": D(0)}),
}
STAIN_CODE = "marrow_ihc_kappa_lambda"
LEAST_CELLS = 100
KAPPA_ABOVE, LAMBDA_BELOW = D(4), D("0.5")
# A stain or flow stated by the doctor, and the share of clonal cells by flow.
FLOW_CODES = ("marrow_flow_clonal", "marrow_clonality")
FLOW_PERCENT, PERCENT = "marrow_plasma_cells_flow", "marrow_plasma_cells"
SHARE_CUT = Cut(Op.GT, {"%": D(0)})
LESION_BIOPSY = "mass_clonal"
SEEN = ("mri_focal_lesions",)
FOCAL_UPTAKE = "pet_focal_uptake_without_lysis"
_PLASMACYTOMA = "plasmacytoma"
MASSES = frozenset({_PLASMACYTOMA, "bone"})


@dataclass(frozen=True, slots=True)
class Route:
    """Hold one route in the trace, the first day on which it was yes, and what it typed.

    ``later`` are the chains that were seen after treatment began alone: they may be of the
    recovery, and type the clone only where nothing typed it before.
    """

    criterion: Criterion
    since: PartialDate | None = None
    chains: frozenset[str] = frozenset()
    later: frozenset[str] = frozenset()
    heavy: frozenset[str] = frozenset()

    @property
    def state(self) -> Truth:
        """Give the answer."""
        return self.criterion.state


Typed = tuple[PartialDate, str]


def route(reading: Reading, found: Feature, typed: Iterable[Typed] = ()) -> Route:
    """Put what a route found together with the bands that it typed, each with its day."""
    every = tuple(typed)
    early = _parts(band for day, band in every if reading.untreated(day))
    parts = _parts(band for _, band in every)
    return Route(
        found.criterion,
        found.since,
        chains=early & LIGHT,
        later=(parts - early) & LIGHT,
        heavy=(early or parts) - LIGHT,
    )


def _parts(bands: Iterable[str]) -> frozenset[str]:
    return frozenset(part for band in bands for part in band.split("-"))


def fixation(reading: Reading) -> Route:
    """Judge immunofixation of serum and urine; a measured M-protein is one too, untyped."""
    answers = {code: reading.answer(_fixed(reading, code)) for code in BANDS}
    measured = reading.answer(_measured(reading))
    if measured.truth is Truth.MET:
        answers["serum_m_protein"] = measured
    return route(reading, group(FIXATION, answers), _typed(reading))


def _fixed(reading: Reading, code: str) -> Iterator[Told]:
    for each in reading.view.findings(code):
        bands = _bands(reading, each)
        truth = Truth.MET if bands else Truth.of(None if each.value else False)
        note = None if bands or not each.value else Note("poems_antibody_band")
        yield Told(each.date, truth, finding_input(each), note)


def _bands(reading: Reading, finding: Finding) -> frozenset[str]:
    """Give the bands of a finding, without what may be an antibody that was given."""
    bands = finding.value if isinstance(finding.value, tuple) else ()
    given = {IGG_KAPPA} if exposed(reading.view.record, finding.date) else set[str]()
    return frozenset(str(band) for band in bands if band not in given)


def _measured(reading: Reading) -> Iterator[Told]:
    """Give every M-protein above zero; zero says nothing."""
    for code, cut in AMOUNTS.items():
        for each in reading.view.results(code):
            there = judge(each, cut, reading.view.catalogue).truth is Truth.MET
            if there and not exposed(reading.view.record, each.date):
                yield Told(each.date, Truth.MET, input_of(each))


def _typed(reading: Reading) -> Iterator[Typed]:
    for code in BANDS:
        for each in reading.view.findings(code):
            yield from ((each.date, band) for band in _bands(reading, each))


def stain(reading: Reading) -> Route:
    """Judge the stain of marrow or lesion for both light chains."""
    entries = [(x, *_stained(x)) for x in reading.view.findings(STAIN_CODE)]
    told = (Told(x.date, y.truth, finding_input(x), y.note) for x, y, _ in entries)
    typed = ((x.date, chain) for x, _, chain in entries if chain is not None)
    return route(reading, feature(STAIN, reading.answer(told)), typed)


def _stained(finding: Finding) -> tuple[Judgement, str | None]:
    value = finding.value if isinstance(finding.value, Mapping) else {}
    ratio, cells = value.get("ratio"), value.get("cells")
    if not isinstance(cells, int) or cells < LEAST_CELLS or not isinstance(ratio, int | D):
        return Judgement(Truth.UNKNOWN, Note("poems_too_few_cells")), None
    if ratio > KAPPA_ABOVE:
        return Judgement(Truth.MET), "kappa"
    if ratio < LAMBDA_BELOW:
        return Judgement(Truth.MET), "lambda"
    return Judgement(Truth.NOT_MET), None


def flow(reading: Reading) -> Route:
    """Judge clonal cells by flow or as stated; a share by smear or core alone is no route."""
    told = [each for code in FLOW_CODES for each in reading.flags(code)]
    for code in (FLOW_PERCENT, PERCENT):
        told += _share(reading, code)
    return route(reading, feature(FLOW, reading.answer(told)))


def _share(reading: Reading, code: str) -> Iterator[Told]:
    for each in reading.view.results(code):
        if code == FLOW_PERCENT or (each.method or "").lower() == "flow":
            there = judge(each, SHARE_CUT, reading.view.catalogue).truth
            yield Told(each.date, there, input_of(each))


def tumour(reading: Reading) -> Route:
    """Judge the biopsy of a lesion; where no lesion is recorded there is none to biopsy."""
    proven = [x for x in reading.view.lesions() if x.biopsy_proven and x.kind == _PLASMACYTOMA]
    told = [Told(x.date, Truth.MET, Input("lesion", x.lesion, None, x.date.text)) for x in proven]
    answer = reading.answer((*told, *reading.flags(LESION_BIOPSY)))
    if not answer.told and not any_lesion(reading):
        return Route(TUMOUR.answer(Truth.NOT_MET, (), Note("poems_no_lesion")))
    return route(reading, feature(TUMOUR, answer))


def any_lesion(reading: Reading) -> bool:
    """Tell whether a bone lesion or a mass was ever recorded."""
    uptake = reading.answer(reading.flags(FOCAL_UPTAKE)).truth is Truth.MET
    masses = any(x.kind in MASSES for x in reading.view.lesions())
    return uptake or masses or lesions(reading, SCLEROTIC, *LYTIC, *SEEN)
