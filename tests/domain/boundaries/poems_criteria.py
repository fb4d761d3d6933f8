"""Give the boundaries of POEMS-DX: VEGF by specimen, the clone's routes, counts, time."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.criteria.poems.acute_illness import ill, iron_poor
from desktop_app.domain.criteria.poems.clone_treatment import clone_treatments
from desktop_app.domain.criteria.poems.displayed import other_sets
from desktop_app.domain.criteria.poems.neurotoxic import neurotoxic_from
from desktop_app.domain.partial_date import PartialDate
from tests.domain.asking import rows
from tests.domain.cases import (
    assessed,
    cause,
    finding,
    gathered,
    history,
    plasmacytoma,
    result,
    serum,
    view,
    words,
)
from tests.domain.poems_entries import (
    EDEMA,
    LAMBDA,
    MET,
    NO_MINORS,
    NODE,
    POLYNEUROPATHY,
    answer,
    flags,
    found,
    given,
    happened,
    mass,
    nerve,
    stain,
    vegf,
)

YES, NO, OPEN = "yes", "no", "unknown"


def raised(*samples: object) -> str:
    return answer("POEMS-DX-VEGF", *samples)


def route(name: str, *entries: object) -> str:
    return answer(f"POEMS-CLONE-{name}", POLYNEUROPATHY, *entries)


def clone(*entries: object) -> str:
    return answer("POEMS-DX-CLONE", POLYNEUROPATHY, *entries)


def count(*entries: object) -> str:
    return answer("POEMS-DX-CBC", POLYNEUROPATHY, *entries)


def unusual(*entries: object) -> object:
    return [note.code for note in found(MET, *entries).unusual]


def sick(event: str, sample: str) -> str:
    seen = view(happened("infection", event), as_of="2026-12-31")
    return ill(seen, PartialDate(sample)).state


def poor(*entries: object) -> bool:
    return iron_poor(view(*entries))


def tafro(*entries: object) -> str:
    tier = found(NODE, result("platelets", 90, "10*9/L"), *entries)
    return tier.tafro_suspected.state


def platelets(value: object, low: object = None, high: object = None) -> object:
    return result("platelets", value, "10*9/L", low=low, high=high)


def ratio(value: object, low: object = None, high: object = None, on: str = "2026-06-01") -> object:
    return result("flc_ratio", value, low=low, high=high, on=on)


def egfr(value: object, on: str = "2026-06-01") -> object:
    return result("egfr", value, on=on)


def flow(value: object, code: str = "marrow_plasma_cells_flow") -> object:
    return result(code, value, "%", method="flow")


def since(*entries: object) -> str | None:
    return found(*entries).since


def settled(*entries: object) -> bool:
    return found(*entries).settled


def flagged(*entries: object) -> set[str]:
    return flags(POLYNEUROPATHY, *entries)


def begun(*treatments: object) -> int:
    return len(clone_treatments(view(*treatments)))


def harmed(*treatments: object) -> str:
    return str(neurotoxic_from(view(*treatments)))


def hormones(*axes: str) -> str:
    return answer("POEMS-DX-ENDO", POLYNEUROPATHY, finding("endocrine", list(axes)))


def skin(*changes: str) -> str:
    return answer("POEMS-DX-SKIN", POLYNEUROPATHY, finding("skin", list(changes)))


def chiba(*entries: object) -> str:
    (criterion,) = other_sets(gathered(POLYNEUROPATHY, LAMBDA, vegf(1201), *entries))
    return criterion.state.state


def named(*entries: object) -> object:
    diagnosis = assessed(*MET, *entries).diagnosis
    return diagnosis.category, diagnosis.status


CREATININE = result("creatinine", "0.8")
ILL = happened("infection", "2026-05-01")
SICK = vegf(740, "plasma", on="2026-05-01")
WELL = vegf(190, "plasma", on="2026-06-10")
# What speaks of myeloma is a plasmacytoma of bone, and lytic lesions.
TUMOURS = (plasmacytoma(on="2026-05-01"), finding("bone_lytic_ct", {"count": 3}, "2026-05-01"))
FEW = result("marrow_plasma_cells", 8, on="2026-05-01")
CAUSED = cause("anemia", "clone", "2026-05-01")
MYELOMA, POEMS = ("multiple_myeloma", "confirmed"), ("poems", "confirmed")
# A bone lesion that the clone causes is unusual for POEMS.
UNUSUAL = ("poems", "presumed")
NEGATIVE = (serum(), finding("urine_immunofixation", []), finding("marrow_flow_clonal", False))
RD = given("Rd", "2026-06-10")
CALM = result("crp", 5, "mg/L", high=5)
DISC = (POLYNEUROPATHY, finding("papilledema", False))
IRON = (result("hemoglobin", 10, low=12), result("ferritin", 5, "ug/L", low=10))
VECTORS = (
    *rows(
        "VEGF", "POEMS-VEGF-SERUM POEMS-VEGF-PLASMA POEMS-VEGF-PUMCH POEMS-VEGF-UNKNOWN", raised,
        (vegf(1200, uln=600), NO), (vegf("1200.1", uln=600), YES),
        (vegf("1.3", uln="0.6", unit="ng/mL"), YES),
        (vegf(1200), NO), (vegf(1201), YES), (vegf("1200.1"), YES),
        (vegf(200, "plasma"), NO), (vegf("200.1", "plasma"), YES), (vegf(201, "plasma", 300), YES),
        (vegf(200, "unspecified"), NO), (vegf(201, "unspecified"), OPEN),
        (vegf(1200, "unspecified"), OPEN), (vegf(1201, "unspecified"), YES),
        (vegf(1300, "unspecified", 700), OPEN), (vegf(1401, "unspecified", 700), YES),
        (vegf(">2000"), YES), (vegf(">1000"), OPEN), (vegf("<200", "plasma"), NO),
        # any yes, else serum, plasma, unspecified decides in this order
        (vegf(100, uln=600), vegf(300, "plasma"), YES),
        (vegf(">1000"), vegf(100, "plasma"), OPEN),
        (vegf(100, uln=600), vegf(800, "unspecified"), NO),
        (vegf(100, "plasma"), vegf(800, "unspecified"), NO),
    ),
    *rows(
        "VEGF in words, and of several specimens", "POEMS-VEGF-RULES", raised,
        (words("vegf_serum", "normal"), NO), (words("vegf_serum", "high"), OPEN),
        (words("vegf_plasma", "low"), NO), (words("vegf_plasma", "high"), OPEN),
        (words("vegf_serum", "high"), vegf(100, "plasma"), OPEN),
        # a specimen is never converted: 300 in serum is not 300 in plasma
        (vegf(300), NO), (vegf(300, "plasma"), YES),
    ),
    *rows(
        "near an illness", "POEMS-VEGF-REPEAT", sick,
        ("2026-03-01", "2026-03-31", YES), ("2026-03-01", "2026-04-01", NO),
        ("2026-03-31", "2026-03-01", YES), ("2026-04-01", "2026-03-01", NO),
        ("2026-03", "2026-03", YES), ("2026-03", "2026-04-02", OPEN), ("2026", "2026-05-02", OPEN),
        ("2026-03", "2026-04-30", OPEN), ("2026-03", "2026-05-01", NO),
        ("2026-03", "2026-03-31", YES), ("2026-05-01", "2026-03", NO),
        ("2026-04-30", "2026-03", OPEN),
    ),
    *rows(
        "iron-poor", "POEMS-VEGF-REPEAT", poor,
        (*IRON, True), (IRON[0], False), (IRON[1], False),
        (result("hemoglobin", 12, low=12), IRON[1], False),
        (IRON[0], result("ferritin", 10, "ug/L", low=10), False),
        (result("hemoglobin", "11.9", low=12), result("ferritin", "9.9", "ug/L", low=10), True),
        (result("hemoglobin", 10), IRON[1], False),
    ),
    *rows(
        "stain", "POEMS-CLONE-IHC", route,
        ("IHC", stain("4.0"), NO), ("IHC", stain("0.5"), NO), ("IHC", stain("4.1"), YES),
        ("IHC", stain("0.49"), YES), ("IHC", stain(9, 99), OPEN), ("IHC", stain(9, 100), YES),
        ("IHC", stain(9, None), OPEN), ("IHC", stain(4, 100), NO), ("IHC", stain(5, 100), YES),
    ),
    *rows(
        "other routes", "POEMS-CLONE-IFE POEMS-CLONE-FLOW POEMS-CLONE-PCT", route,
        ("IFE", result("serum_m_protein", "0.1"), YES), ("IFE", result("serum_m_protein", 0), OPEN),
        ("IFE", result("urine_m_protein_24h", 1), YES),
        ("IFE", result("urine_m_protein_24h", 0), OPEN),
        ("IFE", result("urine_m_protein_24h", "0.1"), YES),
        ("IFE", result("serum_m_protein", "0.05"), YES),
        ("FLOW", flow("0.01"), YES), ("FLOW", flow(0), NO), ("FLOW", flow("0.1"), YES),
        ("FLOW", flow(3, "marrow_plasma_cells"), YES),
        ("FLOW", result("marrow_plasma_cells", 30), OPEN),
        ("PCT", mass(proven=True), YES), ("PCT", mass(), OPEN), ("PCT", NO),
        ("PCT", mass("bone", proven=True), OPEN), ("PCT", mass("effusion"), NO),
        ("PCT", mass(), finding("mass_clonal", False), NO),
        ("PCT", finding("mass_clonal", True), YES),
    ),
    *rows(
        "light chains", "POEMS-CLONE-FLC", route,
        ("FLC", ratio("0.26"), NO), ("FLC", ratio("0.25"), YES),
        ("FLC", ratio("1.65"), egfr(60), NO),
        ("FLC", ratio("1.66"), egfr(60), YES), ("FLC", ratio("1.66"), egfr("59.9"), OPEN),
        ("FLC", ratio("1.66"), OPEN), ("FLC", ratio("1.66"), CREATININE, YES),
        ("FLC", ratio("3.1"), OPEN), ("FLC", ratio("3.2"), YES), ("FLC", ratio("3.11"), YES),
        ("FLC", ratio("0.3", "0.31", "1.5"), YES), ("FLC", ratio("0.31", "0.31", "1.5"), NO),
        ("FLC", ratio("1.5", "0.31", "1.5"), egfr(90), NO),
        ("FLC", ratio("1.6", "0.31", "1.5"), egfr(90), YES),
        # the eGFR of the day or before, else the first after
        ("FLC", ratio(2), egfr(90, "2026-05-01"), egfr(50, "2026-06-20"), YES),
        ("FLC", ratio(2), egfr(90, "2026-06-02"), egfr(50, "2026-06-20"), YES),
        ("FLC", ratio(2), egfr(50, "2026-06-02"), egfr(90, "2026-06-20"), OPEN),
        ("FLC", ratio(2), egfr(50), egfr(90, "2026-06-20"), OPEN),
    ),
    *rows(
        "clone", "POEMS-DX-CLONE POEMS-CLONE-NO", clone,
        (*NEGATIVE, NO), (*NEGATIVE[:2], OPEN), (NEGATIVE[0], NEGATIVE[2], OPEN),
        (*NEGATIVE[:2], stain(1), NO), (*NEGATIVE, ratio(2), OPEN), (*NEGATIVE, ratio(4), YES),
        (*NEGATIVE, RD, ratio(2, on="2026-06-20"), OPEN),
        (*NEGATIVE, ratio(2), ratio(1, on="2026-06-20"), NO),
        (*NEGATIVE, mass(), OPEN), (*NEGATIVE, mass(), finding("mass_clonal", False), NO),
        (*NEGATIVE, finding("bone_sclerotic", {"count": 1}), OPEN),
        (*NEGATIVE, finding("bone_sclerotic", {"count": 0}), NO),
        (*NEGATIVE, finding("pet_focal_uptake_without_lysis", True), OPEN),
    ),
    *rows(
        "blood counts", "POEMS-DX-CBC", count,
        (platelets(450), OPEN), (platelets("450.1"), YES), (platelets(451), YES),
        (platelets(400, high=400), OPEN), (platelets(401, high=400), YES),
        (platelets(400, high=400), result("hemoglobin", 15, high=16), NO),
        (platelets(500, high=600), result("hemoglobin", 15, high=16), NO),
        (platelets(400, high=400), result("hemoglobin", 16, high=16), NO),
        (platelets(400, high=400), result("hemoglobin", "16.1", high=16), YES),
        (platelets(400, high=400), result("hemoglobin", 20), OPEN),
    ),
    *rows(
        "unusual", "POEMS-DX", unusual,
        (platelets(100), []), (platelets("99.9"), ["poems_atypical_platelets"]),
        (platelets(140, low=150), ["poems_atypical_platelets"]), (platelets(150, low=150), []),
        (platelets(90, low=80), []),
        (result("marrow_plasma_cells", "9.9"), []),
        (result("marrow_plasma_cells", 10), ["poems_atypical_marrow"]),
        (finding("congo_red", True), ["poems_atypical_congo_red"]),
        (finding("hhv8", True), ["poems_atypical_hhv8"]),
        (finding("hhv8", False), finding("congo_red", False), []),
        (finding("renal_biopsy", "al"), ["poems_atypical_congo_red"]),
        (finding("renal_biopsy", "midd"), []),
    ),
    *rows(
        "TAFRO", "POEMS-CD-TAFRO", tafro,
        (EDEMA, finding("splenomegaly", True), YES), (EDEMA, OPEN), (EDEMA, egfr("59.9"), YES),
        (EDEMA, egfr(60), OPEN), (EDEMA, result("crp", 6, "mg/L", high=5), YES),
        (EDEMA, result("crp", 5, "mg/L", high=5), OPEN),
        (finding("pericardial_effusion", True), finding("hepatomegaly", True), YES),
        # neither fever nor fibrosis is recorded: both may be there
        (*NO_MINORS, finding("pericardial_effusion", False), egfr(60), CALM, OPEN),
    ),
    *rows(
        "first day of POEMS", "POEMS-DX POEMS-DX-TIME", since,
        (*MET, "2026-06-01"), (POLYNEUROPATHY, LAMBDA, NODE, None),
        (*MET[:3], finding("edema", True, "2026-06-20"), "2026-06-20"),
        (nerve(True, "2020"), *MET, "2026-06-01"),
        (*MET, replace(NODE, date=PartialDate("2026-06-10")), "2026-06-01"),
        (*MET[1:], nerve(True, "2026-06-05"), nerve(True, "2026-06-20"), "2026-06-05"),
        (*MET, vegf(900, "plasma", on="2024"), finding("skin", ["flushing"], "2024"), "2026-06-01"),
    ),
    *rows(
        "met before", "POEMS-DX-TIME", settled,
        (*MET, True), (*MET[:3], finding("edema", True, "2026-06-30"), False),
        (*MET[:3], finding("edema", True, "2026-06-29"), True),
        (*MET[:3], finding("edema", True, "2026-06"), False),
    ),
    *rows(
        "before treatment", "POEMS-DX-TIME", answer,
        ("POEMS-DX-PAP", given("Rd", "2026-06-01"), *DISC, NO),
        ("POEMS-DX-PAP", given("Rd", "2026-05-31"), *DISC, OPEN),
        ("POEMS-DX-PAP", given("Rd", "2026-07-01"), *DISC, NO),
        ("POEMS-DX-PAP", given("Rd", "2026-06-30"), *DISC, NO),
        ("POEMS-DX-PN", given("VCd", "2026-06-01"), POLYNEUROPATHY, YES),
        ("POEMS-DX-PN", given("VCd", "2026-05-31"), POLYNEUROPATHY, OPEN),
        ("POEMS-DX-PN", given("VCd", "2026-07-01"), POLYNEUROPATHY, YES),
        ("POEMS-DX-PN", given("VCd", "2026-06-30"), nerve(True, "2026-06-30"), YES),
    ),
    *rows(
        "treatment begun", "POEMS-DX-TIME", begun,
        (given("Rd", "2026-06-30"), 1), (given("Rd", "2026-07-01"), 0),
        (given("IVIG", "2026-01"), 0), (given("IVIG + prednisolone", "2026-01"), 0),
        (given("IVIG + bortezomib", "2026-01"), 1), (given("dex", "2026-01", "dexamethasone"), 0),
        (happened("radiotherapy"), 1), (happened("auto_hsct"), 1), (happened("infection"), 0),
    ),
    *rows(
        "harmful to nerves", "POEMS-DX-PN", harmed,
        (given("VCd", "2026-06-30"), "2026-06-30"), (given("VCd", "2026-07-01"), "None"),
        (given("Rd", "2026-01-05"), "None"), (given("study drug", "2026-01-05"), "2026-01-05"),
        (given("IVIG", "2026-01-05"), "None"),
        (given("Td", "2026-02-05"), given("VCd", "2026-01-05"), "2026-01-05"),
    ),
    *rows(
        "hormones", "POEMS-DX-ENDO POEMS-ENDO", hormones,
        (NO,), ("thyroid", NO), ("glucose", NO), ("thyroid", "glucose", NO), ("gonadal", YES),
        ("thyroid", "adrenal", YES), ("pineal", OPEN), ("thyroid", "pineal", OPEN),
    ),
    *rows(
        "skin", "POEMS-DX-SKIN", skin,
        (NO,), ("other", NO), ("white_nails", YES), ("other", "plethora", YES), ("eczema", OPEN),
        ("other", "raynaud", "skin_thickening", NO), ("other", "eczema", OPEN),
    ),
    *rows(
        "one day, two answers", "POEMS-DX-TIME", raised,
        (vegf(800, "unspecified"), vegf(150, "unspecified"), OPEN),
        (vegf(100, "unspecified"), vegf(150, "unspecified"), NO),
        (vegf(800, "unspecified", on="2026-05"), vegf(150, "unspecified"), NO),
    ),
    *rows(
        "VEGF in illness", "POEMS-DX-TIME POEMS-VEGF-REPEAT", raised,
        (ILL, SICK, YES), (ILL, SICK, WELL, NO),
        (ILL, SICK, vegf(190, "plasma", on="2026-05-31"), YES),
        (ILL, SICK, vegf(190, "plasma", on="2026-03-01"), YES),
        (ILL, SICK, given("Rd", "2026-05-20"), WELL, YES),
        (ILL, SICK, WELL, vegf(740, "plasma", on="2026-06-20"), YES),
        (SICK, WELL, YES),
        (ILL, SICK, vegf(300, uln=600, on="2026-06-10"), NO),
    ),
    *rows(
        "flags", "POEMS-DX-CLONE POEMS-CLONE-ATYP POEMS-VEGF-REPEAT", flagged,
        (serum("IgG-kappa"), {"ATYPICAL_KAPPA"}), (serum("IgG-kappa", "IgA-lambda"), {"BICLONAL"}),
        (serum("IgM-lambda"), {"ATYPICAL_IGM"}),
        (serum("IgM-kappa"), {"ATYPICAL_IGM", "ATYPICAL_KAPPA"}),
        (LAMBDA, stain(9), {"BICLONAL"}), (serum("kappa"), stain(9), {"ATYPICAL_KAPPA"}),
        (ratio(5), {"WEAK_CLONE", "ATYPICAL_KAPPA"}), (ratio("0.1"), {"WEAK_CLONE"}),
        (LAMBDA, ratio(5), {"BICLONAL"}), (LAMBDA, ratio(2), set()), (serum("IgG"), set()),
        # treatment turns a ratio over; before it, or where nothing else types, it counts
        (serum("IgG-kappa"), RD, ratio("0.1", on="2026-06-20"), {"ATYPICAL_KAPPA"}),
        (serum("IgG-kappa"), RD, ratio("0.1", on="2026-06-10"), {"BICLONAL"}),
        (serum("IgG"), RD, ratio(9, on="2026-06-20"), {"ATYPICAL_KAPPA"}),
        (LAMBDA, RD, stain(9, on="2026-06-20"), set()),
        (LAMBDA, RD, stain(9, on="2026-06-10"), {"BICLONAL"}),
        (serum("IgG-lambda"), RD, serum("IgM-kappa", on="2026-06-20"), set()),
        (RD, serum("IgM-kappa", on="2026-06-20"), {"ATYPICAL_IGM", "ATYPICAL_KAPPA"}),
        (vegf(1201), {"FALLBACK_CUTOFF"}), (vegf(1201, uln=600), set()),
        (vegf(1201), vegf(1201, uln=600), set()), (ILL, SICK, {"REPEAT_VEGF"}),
        (ILL, SICK, vegf(740, "plasma"), set()), (*IRON, vegf(740, "plasma"), {"REPEAT_VEGF"}),
        (finding("pericardial_effusion", True), {"PERICARDIAL"}),
    ),
    *rows(
        "Chiba", "POEMS-ALT-CHIBA", chiba,
        (EDEMA, OPEN), (EDEMA, finding("skin", ["flushing"]), YES),
        (EDEMA, finding("bone_sclerotic", {"count": 1}), YES),
    ),
    *rows(
        "POEMS or myeloma", "POEMS-DX MM-DX", named,
        (POEMS,), (*TUMOURS, FEW, UNUSUAL), (*TUMOURS, MYELOMA),
        (*TUMOURS, result("marrow_plasma_cells", 10, on="2026-05-01"), MYELOMA),
        (*TUMOURS, FEW, history("multiple_myeloma"), MYELOMA),
        (*TUMOURS, FEW, result("hemoglobin", 8, on="2026-05-01"), CAUSED, MYELOMA),
        # the anaemia of the first day is gone, what it rested on then is not
        (*TUMOURS, FEW, result("hemoglobin", 8, on="2026-05-01"), CAUSED,
         result("hemoglobin", 13, on="2026-05-20"), MYELOMA),
        # later more cells, and fewer again
        (*TUMOURS, FEW, result("marrow_plasma_cells", 30, on="2026-05-20"),
         result("marrow_plasma_cells", 5, on="2026-06-20"), MYELOMA),
        # many cells, without any event yet, before the plasmacytoma
        (*TUMOURS, FEW, result("marrow_plasma_cells", 30, on="2025-05-20"), UNUSUAL),
    ),
)  # fmt: skip
