"""Tell what opens the panel of POEMS by itself, and for whom there is nothing to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note
from desktop_app.domain.criteria.poems.neuropathy import CODE, REFRACTORY, refractory
from desktop_app.domain.criterion import Rule
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from desktop_app.domain.criteria.poems.blocks import Blocks
    from desktop_app.domain.criteria.poems.reading import Reading
    from desktop_app.domain.view import RecordView

POEMS = "poems"
PRECURSORS = ("mgus", "smm")
CLONE_AND_NERVE = Rule("POEMS-TRIG-MGUS", "poems2025", "source-doc", "neuropathy and any M-protein")
NOT_HELPED = Rule(
    "POEMS-TRIG-CIDP", "poems2025", "source-doc", "neuropathy not helped by standard therapy"
)
# One of these recorded is a question about POEMS.
_ASKED_RESULTS = ("vegf_serum", "vegf_plasma", "vegf_unspecified")
_ASKED_FINDINGS = (CODE, REFRACTORY, "castleman", "bone_sclerotic")


def known(view: RecordView) -> bool:
    """Tell whether POEMS is in the history."""
    return any(x.diagnosis == POEMS for x in view.history())


def asked(view: RecordView) -> bool:
    """Tell whether anything recorded asks for a tier."""
    recorded = any(view.results(code) for code in _ASKED_RESULTS)
    return recorded or any(view.findings(code) for code in _ASKED_FINDINGS) or known(view)


def opened(reading: Reading, blocks: Blocks) -> Note | None:
    """Give why the panel opens by itself, or None."""
    view, nerve = reading.view, blocks.neuropathy.state
    precursor = any(x.diagnosis.startswith(PRECURSORS) for x in view.history())
    clone = blocks.clone.feature.state is Truth.MET
    if known(view):
        return Note("poems_opened_history")
    if nerve is Truth.MET and (clone or precursor):
        return Note("poems_opened_clone")
    if nerve is not Truth.NOT_MET and refractory(reading) is Truth.MET:
        return Note("poems_opened_refractory")
    if clone and blocks.evidence and nerve is not Truth.MET:
        return Note("poems_opened_evidence")
    return None
