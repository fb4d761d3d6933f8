"""Give the prompts of treatment of POEMS, and what else it may be, around their cuts."""

from __future__ import annotations

from decimal import Decimal as D

from desktop_app.domain.conclusions import Score
from desktop_app.domain.poems_conclusions import PoemsResponse
from desktop_app.domain.rulesets.poems.care.options import treatment_prompts
from desktop_app.domain.rulesets.poems.care.others import differential
from tests.domain.asking import rows
from tests.domain.boundaries import Vector
from tests.domain.cases import ct, finding, gathered, marrow, serum
from tests.domain.poems_tiers import axis, event, regimen, response, tier, with_lines

FIT, UNFIT = finding("transplant_eligible", True), finding("transplant_eligible", False)
CLEAN = tier(CLONE_IHC="no")
GRAFT = event("auto_hsct", "2026-03-01")
RD = regimen("Rd", "2026-01-01")


def prompts(
    *entries: object,
    given: PoemsResponse | None = None,
    score: Score | None = None,
    of: object = CLEAN,
) -> dict[str, tuple[str, str | None]]:
    """Give every prompt and its parts: the answer and the note."""
    evidence, lines = with_lines(*entries)
    found = treatment_prompts(evidence, of, lines, given, score)  # type: ignore[arg-type]
    every = (part for x in found for part in (x, *x.criteria))
    return {
        x.id.removeprefix("POEMS-TX-"): (x.state.state, x.note.code if x.note else None)
        for x in every
    }


def asked(name: str, *entries: object) -> object:
    return prompts(*entries).get(name)


def state(name: str, *entries: object) -> str:
    return prompts(*entries).get(name, ("no", None))[0]


def local(dense: int | None, lytic: int | None, route: str = "no") -> str:
    """Give the prompt of radiotherapy with so many lesions of each kind."""
    entries = [] if dense is None else [finding("bone_sclerotic", {"count": dense})]
    entries += [] if lytic is None else [ct(lytic)]
    found = prompts(*entries, of=tier(CLONE_FLOW=route))
    return found.get("LOCAL", ("no", None))[0]


def marrows(stain: str, flow: str) -> str:
    found = prompts(
        finding("bone_sclerotic", {"count": 1}), ct(0), of=tier(CLONE_IHC=stain, CLONE_FLOW=flow)
    )
    return found.get("LOCAL", ("no", None))[0]


def cycles(*counts: int | None) -> str:
    """Give the warning of lenalidomide after regimens of so many cycles each."""
    given = [
        regimen("Rd", f"2026-0{place}-01", f"2026-0{place}-28", count)
        for place, count in enumerate(counts, 1)
    ]
    return state("STEM-LEN", FIT, *given)


def graft(cells: object) -> tuple[str, str]:
    found = prompts(FIT, finding("cd34_dose", cells))
    return tuple(found.get(f"MOB-{x}", ("no", None))[0] for x in ("LOW", "IDEAL"))  # type: ignore[return-value]


def post(blood: object, vegf: object, *entries: object) -> str:
    """Give the prompt after transplant by the levels of blood and VEGF."""
    given = response(blood, vegf)  # type: ignore[arg-type]
    found = prompts(GRAFT, *entries, given=given)
    return found.get("POST", ("no", None))[0]


def grouped(*groups: str) -> object:
    return prompts(FIT, score=Score(applicable=True, possible_groups=groups))["ASCT"]


def course(edema: bool | None, effusion: bool | None, ascites: bool | None) -> object:
    """Give what is told to those who are not fit for transplant."""
    told = {"edema": edema, "pleural_effusion": effusion, "ascites": ascites}
    entries = [finding(code, value) for code, value in told.items() if value is not None]
    return asked("INEL", UNFIT, *entries)


def relapse(name: str, level: str) -> str:
    return prompts(RD, given=response(axis(name, level))).get("REL", ("no", None))[0]


def others(*entries: object, **inputs: str) -> dict[str, str]:
    found = differential(gathered(*entries), tier(**inputs))
    return {x.id.removeprefix("POEMS-DDX-"): x.state.state for x in found}


def other(name: str, *entries: object) -> str:
    return others(*entries)[name]


def whole(name: str, clone: str, vegf: str, skin: str, lesions: int | None) -> str:
    """Give a disease that must fit in all."""
    counts = [] if lesions is None else [finding("bone_sclerotic", {"count": lesions}), ct(0)]
    return others(*counts, DX_CLONE=clone, DX_VEGF=vegf, DX_SKIN=skin)[name]


def single(dense: int | None, lytic: int | None) -> str:
    entries = [] if dense is None else [finding("bone_sclerotic", {"count": dense})]
    return other("SP", *entries, *([] if lytic is None else [ct(lytic)]))


def blood_axis(level: str | None, *possible: str, pending: bool = False) -> object:
    return axis("hematologic", level, *possible, pending=pending)


CRH, CRV = blood_axis("CR_H"), axis("vegf", "CR_V")
VECTORS: tuple[Vector, ...] = (
    *rows(
        "radiotherapy", "POEMS-TX-LOCAL", local,
        (0, 0, "no"), (1, 0, "yes"), (0, 1, "yes"), (3, 0, "yes"), (2, 1, "yes"), (4, 0, "no"),
        (2, 2, "no"), (1, None, "unknown"), (4, None, "no"), (None, None, "unknown"),
        (1, 0, "yes", "no"), (1, 0, "unknown", "unknown"), (0, 0, "unknown", "no"),
    ),
    *rows(
        "marrow for radiotherapy", "POEMS-TX-LOCAL", marrows,
        ("no", "unknown", "yes"), ("yes", "no", "no"), ("unknown", "unknown", "unknown"),
        ("no", "no", "yes"),
    ),
    *rows(
        "cycles of lenalidomide", "POEMS-TX-STEM-LEN", cycles,
        (4, "no"), (5, "yes"), (2, 2, "no"), (2, 3, "yes"), (None, "unknown"), (None, 5, "yes"),
        ("no",),
    ),
    *rows(
        "drugs before the collection", "POEMS-TX-STEM POEMS-TX-STEM-VCD",
        lambda name: state("STEM-VCD", FIT, regimen(name, "2026-01-01", "2026-02-01")),
        ("VCd", "yes"), ("Vd", "no"), ("MP", "yes"),
    ),
    *rows(
        "drugs given today", "POEMS-TX-STEM-VCD",
        lambda day: state("STEM-VCD", FIT, regimen("VCd", day)),
        ("2026-06-30", "yes"), ("2026-07-01", "no"),
    ),
    *rows(
        "graft", "POEMS-TX-MOB POEMS-TX-MOB-LOW POEMS-TX-MOB-IDEAL",
        lambda text: graft(D(text)),
        ("1.9", ("yes", "no")), ("2.0", ("no", "yes")), ("4.9", ("no", "yes")),
        ("5.0", ("no", "no")),
    ),
    *rows(
        "transplant", "POEMS-TX-ASCT POEMS-TX-IND POEMS-TX-COND", state,
        ("ASCT", FIT, "yes"), ("ASCT", UNFIT, "no"), ("ASCT", "unknown"),
        ("ASCT", FIT, GRAFT, "no"),
        ("IND", FIT, "yes"), ("COND", FIT, GRAFT, "no"), ("MOB", FIT, "yes"), ("STEM", UNFIT, "no"),
        ("ASCT", FIT, regimen("HDM", "2026-03-01", "2026-03-02"), "no"),
    ),
    *rows(
        "transplant by risk", "POEMS-TX-ASCT", grouped,
        ("low", ("yes", "tx_asct")), ("intermediate", ("yes", "tx_asct_preferred")),
        ("intermediate", "high", ("yes", "tx_asct_preferred")),
        ("low", "intermediate", ("yes", "tx_asct")), (("yes", "tx_asct"),),
    ),
    *rows(
        "after transplant", "POEMS-TX-POST", post,
        (CRH, CRV, "no"), (blood_axis("PR_H"), CRV, "yes"), (CRH, axis("vegf", "PR_V"), "yes"),
        (CRH, axis("vegf", None), "unknown"), (blood_axis("VGPR_H", pending=True), CRV, "unknown"),
        (blood_axis("CR_H", pending=True), CRV, "unknown"),
        (blood_axis("PR_H", "CR_H", "PR_H"), CRV, "unknown"),
    ),
    *rows(
        "no transplant in the last line", "POEMS-TX-POST",
        lambda start: post(blood_axis("PR_H"), CRV, regimen("Vd", start, "2026-05-30")),
        ("2026-05-01", "no"),
    ),
    *rows(
        "without transplant", "POEMS-TX-INEL", course,
        (False, False, False, ("yes", "tx_inel_mild")),
        (True, True, None, ("yes", "tx_inel_critical")),
        (True, False, False, ("yes", "tx_inel_between")),
        (False, None, True, ("yes", "tx_inel_between")),
        (True, None, False, ("yes", "tx_inel_open")), (None, True, None, ("yes", "tx_inel_open")),
    ),
    *rows(
        "relapse", "POEMS-TX-REL", relapse,
        ("hematologic", "PD_H", "yes"), ("vegf", "PD_V", "yes"), ("radiologic", "PD_R", "yes"),
        ("hematologic", "PR_H", "no"),
    ),
    *rows(
        "safety", "POEMS-TX-SAFETY POEMS-TX-SAFETY-VTE POEMS-TX-SAFETY-PN POEMS-TX-SAFETY-ES",
        state,
        ("SAFETY-VTE", RD, "yes"), ("SAFETY-PN", RD, "no"), ("SAFETY-VTE", "unknown"),
        ("SAFETY-PN", regimen("Vd", "2026-01-01"), "yes"),
        ("SAFETY-VTE", regimen("Vd", "2026-01-01"), "no"),
        ("SAFETY-VTE", regimen("trial drug", "2026-01-01"), "unknown"),
        ("SAFETY-VTE", regimen("Rd", "2026-01-01", "2026-07-01"), "yes"),
        ("SAFETY-VTE", regimen("Vd", "2026-01-01", "2026-06-30"), "unknown"),
        ("SAFETY-ES", UNFIT, "no"), ("SAFETY-ES", UNFIT, GRAFT, "yes"), ("SAFETY-ES", FIT, "yes"),
        ("SAFETY", UNFIT, regimen("Dara", "2026-01-01"), "no"),
    ),
    *rows(
        "CIDP", "POEMS-DDX-CIDP", lambda *given: whole("CIDP", *given),
        ("no", "no", "no", 0, "yes"), ("yes", "no", "no", 0, "no"), ("no", "yes", "no", 0, "no"),
        ("no", "no", "yes", 0, "no"), ("no", "no", "no", 1, "no"),
        ("no", "no", "no", None, "unknown"),
    ),
    *rows(
        "MGUS beside POEMS", "POEMS-DDX-MGUS", lambda *given: whole("MGUS", *given),
        ("yes", "no", "yes", 0, "yes"), ("no", "no", "no", 0, "no"), ("yes", "yes", "no", 0, "no"),
    ),
    *rows(
        "single lesion", "POEMS-DDX POEMS-DDX-SP", single,
        (0, 0, "no"), (1, 0, "yes"), (0, 1, "yes"), (1, 1, "no"), (2, None, "no"),
        (1, None, "unknown"),
    ),
    *rows(
        "other diseases", "POEMS-DDX-AL POEMS-DDX-MM POEMS-DDX-MGRS POEMS-DDX-IGM POEMS-DDX-CRYO",
        other,
        ("AL", finding("congo_red", True), "yes"), ("AL", finding("macroglossia", True), "yes"),
        ("MM", ct(1), "yes"), ("MM", ct(0), "unknown"), ("MM", marrow(10), "yes"),
        ("MGRS", finding("renal_biopsy", "midd"), "yes"),
        ("MGRS", finding("renal_biopsy", "unrelated"), "no"),
        ("MGRS", finding("renal_biopsy", "cast_nephropathy"), "no"), ("MGRS", "unknown"),
        ("CRYO", finding("renal_biopsy", "cryoglobulinemic"), "yes"),
        ("MGRS", finding("renal_biopsy", "in words"), "unknown"),
        ("CRYO", finding("renal_biopsy", "midd"), "no"), ("CRYO", "unknown"),
        ("IGM", serum("IgM-kappa"), "yes"), ("IGM", serum("IgG-kappa"), "unknown"),
        ("IGM", finding("anti_mag", True), "yes"), ("IGM", finding("myd88_l265p", True), "yes"),
        (
            "IGM", serum("IgG-kappa"), finding("anti_mag", False), finding("myd88_l265p", False),
            "no",
        ),
        ("IGM", finding("anti_mag", False), finding("myd88_l265p", False), "unknown"),
    ),
)  # fmt: skip
