"""Name what a chart shows where the doctor chose a question, or nothing."""

from __future__ import annotations

from collections.abc import Mapping

from desktop_app.domain.criteria.light_chain_course import DIFFERENCE
from desktop_app.domain.light_chain_series import CHAINS, INVOLVED, RATIO, UNINVOLVED

Panels = tuple[tuple[str, ...], ...]

_BOTH_CHAINS = tuple(CHAINS.values())

# What is charted where nobody chose, most telling first; one tuple a panel.
USUAL_PANELS: Panels = (
    ("serum_m_protein",),
    (INVOLVED,),
    ("vegf_plasma",),
    ("vegf_serum",),
    ("vegf_unspecified",),
    (RATIO,),
    ("hemoglobin",),
    ("urine_m_protein_24h",),
    ("creatinine",),
)
# The same where the response is read from the difference of the light chains.
TREATED_PANELS: Panels = tuple(
    (DIFFERENCE,) if panel == (INVOLVED,) else panel for panel in USUAL_PANELS
)
CLONE, BLOOD_KIDNEYS, LIGHT_CHAINS = "chart_clone", "chart_organs", "chart_chains"
MYELOMA, POEMS = "chart_myeloma", "chart_poems"
# Serum and plasma are never one curve (POEMS-VEGF-RULES).
POEMS_PANELS: Panels = (
    ("vegf_serum",),
    ("vegf_plasma",),
    ("vegf_unspecified",),
    ("serum_m_protein",),
    ("onls_total",),
    ("platelets",),
    ("albumin",),
    ("pasp",),
    ("dlco",),
)
PRESETS: Mapping[str, Panels] = {
    CLONE: (("serum_m_protein",), (INVOLVED, UNINVOLVED), (RATIO,)),
    MYELOMA: (
        ("serum_m_protein",),
        (DIFFERENCE,),
        ("urine_m_protein_24h",),
        ("hemoglobin",),
        ("creatinine",),
    ),
    BLOOD_KIDNEYS: (
        ("hemoglobin",),
        ("calcium", "calcium_corrected"),
        ("creatinine",),
        ("egfr",),
    ),
    POEMS: POEMS_PANELS,
    LIGHT_CHAINS: (_BOTH_CHAINS, (DIFFERENCE,), (RATIO,)),
}


def known_panels(panels: Panels, *, involved: bool) -> Panels:
    """Show both chains in the place of the involved one where it is not known which that is."""
    if involved:
        return panels
    return tuple(_BOTH_CHAINS if INVOLVED in panel else panel for panel in panels)
