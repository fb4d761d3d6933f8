"""Name the category of one complete set of facts, in the order of DX-ORDER.

An ordinary two-valued function, to be read beside the rule book; ``possible_outcomes`` lifts it
over unknown facts. A world may leave two categories open where the rule book says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Ask = Callable[[str], str]

MYELOMA = "multiple_myeloma"
PRECURSORS = frozenset(
    {
        "mgus_non_igm",
        "mgus_igm",
        "mgus_light_chain",
        "smm",
        "smm_light_chain",
        "smoldering_waldenstrom",
    }
)
# The order in which categories are listed: the likeliest reading of the facts first.
ORDER = (
    "primary_plasma_cell_leukemia",
    "secondary_plasma_cell_leukemia",
    "poems",
    "no_clone",
    "mgus_non_igm",
    "mgus_igm",
    "mgus_light_chain",
    "smm",
    "smm_light_chain",
    "smoldering_waldenstrom",
    "waldenstrom_suspected",
    "solitary_plasmacytoma",
    "solitary_plasmacytoma_minimal_marrow",
    "multiple_myeloma",
)


def category(ask: Ask) -> frozenset[str]:
    """Give the category, or the two that the rule book leaves open, of complete facts."""
    plenty = ask("marrow") in ("mid", "high")
    clone = plenty or ask("tumour") != "none"
    if clone and _event(ask, plenty=plenty):
        return _myeloma(ask, plenty=plenty)
    named = _without_myeloma(ask, plenty=plenty)
    # MM-DX: an event without a clone confirms nothing; precursor and myeloma stay open.
    event = ask("organ") == "yes" or ask("event_without_clone") == "yes"
    if not clone and event and not _igm_pinned(ask):
        return named | {MYELOMA}
    return named


def _event(ask: Ask, *, plenty: bool) -> bool:
    if ask("marrow") == "high" or ask("organ") == "yes" or ask("slim_flc") == "yes":
        return True
    # MM-CRAB-BONE-FEW: below 10 % plasma cells one lesion is a solitary plasmacytoma.
    enough = ("one", "many") if plenty else ("many",)
    return ask("bone") in enough or ask("slim_mri") == "yes"


def _igm_pinned(ask: Ask) -> bool:
    """Tell whether DX-PIN keeps an IgM clone out of myeloma."""
    return ask("isotype") == "igm" and ask("igm_myeloma_recorded") == "no"


def _myeloma(ask: Ask, *, plenty: bool) -> frozenset[str]:
    if ask("isotype") != "igm":
        return frozenset({MYELOMA})
    if not plenty and ask("igm_recorded") == "no":
        return frozenset({MYELOMA})  # a plasmacytoma is no lymphoplasmacytic clone
    if _igm_pinned(ask):
        # Path 6 decides: of the seven events only an organ value is damage there.
        return frozenset({"waldenstrom_suspected" if ask("organ") == "yes" else _igm(ask)})
    # IGM-MYELOMA: lysis and/or t(11;14) with 10 % plasma cells, else haematopathology decides.
    if plenty and (ask("bone") != "none" or ask("t1114") == "yes"):
        return frozenset({MYELOMA})
    return frozenset({"waldenstrom_suspected", MYELOMA})


def _without_myeloma(ask: Ask, *, plenty: bool) -> frozenset[str]:
    if not plenty:
        match ask("tumour"):
            case "single":
                return frozenset({_solitary(ask)})
            case "several":
                return frozenset()  # SP-DX: two or more biopsied, no event: no category
            case _:
                pass
    match ask("isotype"):
        case "igm":
            return frozenset({_igm(ask)})
        case "heavy":
            return frozenset({_heavy(ask, plenty=plenty)})
        case "light":
            return frozenset({_light(ask, plenty=plenty)})
        case _:
            return _no_heavy_chain(ask, plenty=plenty)


def _solitary(ask: Ask) -> str:
    if ask("marrow") == "low" and ask("low_clonal") == "yes":
        return "solitary_plasmacytoma_minimal_marrow"
    return "solitary_plasmacytoma"


def _igm(ask: Ask) -> str:
    if ask("igm_damage") == "yes":
        return "waldenstrom_suspected"
    if ask("m_protein") == "yes" or ask("lymphoplasmacytic") == "yes":
        return "smoldering_waldenstrom"
    return "mgus_igm"


def _heavy(ask: Ask, *, plenty: bool) -> str:
    """Tell SMM-DX, any of its three arms, from MGUS-NONIGM-DX."""
    if plenty or ask("m_protein") == "yes" or ask("urine") == "yes":
        return "smm"
    return "mgus_non_igm"


def _light(ask: Ask, *, plenty: bool) -> str:
    return "smm_light_chain" if plenty or ask("urine") == "yes" else "mgus_light_chain"


def _no_heavy_chain(ask: Ask, *, plenty: bool) -> frozenset[str]:
    if ask("ratio") == "abnormal" or ask("urine_light") == "yes":
        return frozenset({_light(ask, plenty=plenty)})
    if plenty:
        return frozenset({"smm"})
    if ask("tumour") != "none":
        return frozenset()  # DX-NOCLONE: other evidence of a clone, and no name for it
    if ask("marrow") == "none" or ask("low_clonal") == "no":
        return frozenset({"no_clone"})
    # Clonal cells below 10 % are other evidence too: DX-ORDER 8, where they were counted.
    return frozenset({"mgus_non_igm"}) if ask("marrow_recorded") == "yes" else frozenset()
