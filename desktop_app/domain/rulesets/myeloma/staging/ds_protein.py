"""Place the M-protein of serum and urine of Durie-Salmon, by the class of the clone."""

from __future__ import annotations

from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Input, Note
from desktop_app.domain.criteria.isotype import LIGHT
from desktop_app.domain.criterion import Cut, Op
from desktop_app.domain.rulesets.myeloma.staging.bands import Place, Scale, place

if TYPE_CHECKING:
    from desktop_app.domain.record import Finding
    from desktop_app.domain.rulesets.myeloma.staging.anchor import Window

_PLACES = ("I", "II", "III")
SCALES = {
    "IgG": Scale((Cut(Op.GE, {"g/dL": D(5)}), Cut(Op.GT, {"g/dL": D(7)})), _PLACES, "I"),
    "IgA": Scale((Cut(Op.GE, {"g/dL": D(3)}), Cut(Op.GT, {"g/dL": D(5)})), _PLACES, "I"),
}
URINE_SCALE = Scale(
    (Cut(Op.GE, {"mg/(24.h)": D(4000)}), Cut(Op.GT, {"mg/(24.h)": D(12000)})), _PLACES, "I"
)
SERUM_BANDS, URINE_BANDS = "serum_immunofixation", "urine_immunofixation"
_NO_ITEM = frozenset({"I"})


def protein_item(window: Window) -> Place:
    """Place serum M-protein; only IgG and IgA have cuts, so other clones have no such item."""
    heavy = classes(window)
    near = window.results("serum_m_protein")
    placed = {name: place(near, scale, window.view) for name, scale in SCALES.items()}
    if heavy is None:
        every = placed["IgG"] | placed["IgA"]
        return Place(every.possible | _NO_ITEM, every.inputs, near.note or Note("ds_class_unknown"))
    own = [placed[name] for name in SCALES if name in heavy]
    if not own:
        return Place(_NO_ITEM, note=Note("ds_no_m_item"))
    return own[0] if len(own) == 1 else own[0] | own[1]


def classes(window: Window) -> frozenset[str] | None:
    """Give the heavy chains of the clone; None where no immunofixation says.

    The class does not change: without a test at diagnosis any other that shows bands will do.
    """
    tests = window.findings(SERUM_BANDS).entries
    if not tests:
        tests = tuple(x for x in window.view.findings(SERUM_BANDS) if x.value)
    if not tests:
        return None
    return frozenset(band.split("-")[0] for test in tests for band in _bands(test) - LIGHT)


def urine_item(window: Window) -> Place:
    """Place the light chains in urine of 24 hours; a negative immunofixation shows none."""
    near = window.results("urine_m_protein_24h")
    tests = window.findings(URINE_BANDS).entries
    if not near.entries and tests and not any(_bands(x) for x in tests):
        inputs = tuple(Input(x.code, x.value, None, x.date.text) for x in tests)
        return Place(_NO_ITEM, inputs, Note("ds_urine_negative"))
    return place(near, URINE_SCALE, window.view)


def _bands(finding: Finding) -> frozenset[str]:
    return frozenset(map(str, finding.value)) if isinstance(finding.value, tuple) else frozenset()
