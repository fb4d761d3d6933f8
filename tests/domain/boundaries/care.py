"""Give the scores of care around their cuts, and the days of the list before and on treatment."""

from __future__ import annotations

from decimal import Decimal as D

from desktop_app.domain.conclusions import Score
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Person, Sex
from desktop_app.domain.rulesets.myeloma.care.prophylaxis import prophylaxis
from desktop_app.domain.rulesets.myeloma.care.scores import care_scores
from desktop_app.domain.rulesets.myeloma.lines.counting import counted_lines
from tests.domain.asking import rows
from tests.domain.boundaries import Vector
from tests.domain.cases import ct, finding, gathered, result
from tests.domain.therapies import AS_OF, MYELOMA, event, given

NONE = {
    "fracture_pelvis_hip_femur": False, "erythropoietin": False, "dexamethasone_dose": "none",
    "asian_ancestry": False, "black_ancestry": False, "prior_vte": False, "tunnelled_line": False,
    "anticoagulation": "none", "surgery_90_days": False, "abnormal_metaphases": False,
}  # fmt: skip
SMALL = result("height", "170", "cm"), result("weight", "60")
NO_IMID = given("V", "2026-06-01")


def score(name: str, *entries: object, born: str = "1960-01-01") -> Score:
    """Give a score of somebody with these entries."""
    evidence = gathered(*entries, patient=Person(Sex.FEMALE, PartialDate(born)), as_of=AS_OF)
    return dict(care_scores(evidence, MYELOMA, counted_lines(evidence.view)))[name]


def frail(
    born: str, adl: object, iadl: object, charlson: object
) -> tuple[tuple[int, int] | None, tuple[str, ...], tuple[str, ...]]:
    found = score(
        "FRAIL-IMWG",
        finding("adl", adl),
        finding("iadl", iadl),
        finding("charlson", charlson),
        born=born,
    )
    return found.score_range, found.possible_groups, tuple(x.code for x in found.notes)


def answered(
    name: str, treatment: object = NO_IMID, born: str = "1960-01-01", **given_: object
) -> tuple[int | None, str | None, tuple[str, ...]]:
    """Give points, group and risks where all is answered, or but for what is None."""
    said = {**NONE, **given_}
    findings = [finding(code, value) for code, value in said.items() if value is not None]
    found = score(name, treatment, *SMALL, *findings, born=born)
    return found.score, found.group, tuple(str(x.percent) for x in found.risks)


def range_of(name: str, code: str) -> tuple[int, int] | None:
    """Give the range where one finding is missing."""
    findings = [finding(x, value) for x, value in NONE.items() if x != code]
    return score(name, NO_IMID, *SMALL, *findings).score_range


def impede(**said: object) -> tuple[int | None, str | None, tuple[str, ...]]:
    return answered("VTE-IMPEDE", **said)  # type: ignore[arg-type]


def of_drugs(name: str, regimen: str) -> int | None:
    return answered(name, given(regimen, "2026-06-01"))[0]


def bmi(height: str, weight: str) -> int | None:
    findings = [finding(code, value) for code, value in NONE.items()]
    sizes = result("height", height, "cm"), result("weight", weight)
    return score("VTE-IMPEDE", NO_IMID, *findings, *sizes).score


def horizon(name: str) -> int:
    return score(name).risks[0].horizon_months


def state(item: str, *entries: object, as_of: str = AS_OF) -> tuple[str, str | None] | None:
    """Give one item of the list, or None where it is not asked for."""
    evidence = gathered(*entries, as_of=as_of)
    lines = counted_lines(evidence.view)
    found = {x.item: x for x in prophylaxis(evidence, MYELOMA, lines, ())}
    return (found[item].state, found[item].on) if item in found else None


def levofloxacin(start: str, as_of: str) -> bool:
    return state("levofloxacin", given("R", start), as_of=as_of) is not None


def replaced(value: str, unit: str) -> bool:
    entries = given("teclistamab", "2026-06-01"), result("igg", value, unit)
    return state("igg_replacement", *entries) is not None


def infected(day: str) -> bool:
    entries = given("R", "2026-06-01"), result("igg", "3", "g/L"), event("infection", day)
    return state("igg_replacement", *entries) is not None


def screened(*codes: str) -> str | None:
    found = state("hepatitis_b", *(finding(code, False) for code in codes))
    return found and found[0]


def begun(day: str) -> str | None:
    found = state("zoster", NO_IMID, finding("prophylaxis_zoster", True, day))
    return found and found[0]


def impede_of(code: str, value: object) -> int | None:
    return impede(**{code: value})[0]


def saved_of(code: str, value: object) -> int | None:
    return answered("VTE-SAVED", **{code: value})[0]  # type: ignore[arg-type]


def prism_of(code: str, value: object) -> int | None:
    return answered("VTE-PRISM", **{code: value})[0]  # type: ignore[arg-type]


def saved_at(born: str) -> int | None:
    return answered("VTE-SAVED", born=born)[0]


def group(name: str, **said: object) -> tuple[object, ...]:
    return answered(name, **said)  # type: ignore[arg-type]


VTE, SURGERY, METAPHASES = "prior_vte", "surgery_90_days", "abnormal_metaphases"
FIT, BETWEEN, FRAIL = ("fit",), ("intermediate_fit",), ("frail",)
FITS, MID, WEAK = ("frail_out_fit",), ("frail_out_intermediate",), ("frail_out_frail",)
VECTORS: tuple[Vector, ...] = (
    *rows(
        "frailty", "FRAIL-IMWG FRAIL-IMWG-AGE FRAIL-IMWG-ADL FRAIL-IMWG-IADL FRAIL-OUT", frail,
        ("1951-07-01", 5, 6, 1, ((0, 0), FIT, FITS)),
        ("1951-06-30", 5, 6, 1, ((0, 0), FIT, ("frail_age_75", *FITS))),
        ("1950-06-30", 5, 6, 1, ((1, 1), BETWEEN, MID)),
        ("1946-06-30", 5, 6, 1, ((1, 1), BETWEEN, MID)),
        ("1945-06-30", 5, 6, 1, ((2, 2), FRAIL, WEAK)),
        ("1960", 4, 6, 1, ((1, 1), BETWEEN, MID)), ("1960", 5, 5, 1, ((1, 1), BETWEEN, MID)),
        ("1960", 5, 6, 2, ((1, 1), BETWEEN, MID)), ("1960", 4, 5, 2, ((3, 3), FRAIL, WEAK)),
        ("1960", 4, 5, 1, ((2, 2), FRAIL, WEAK)),
        ("1960", D("4.1"), D("5.1"), D("1.9"), ((0, 0), FIT, FITS)),
    ),
    *rows(
        "IMPEDE VTE, one item", "VTE-IMPEDE VTE-IMPEDE-VTE VTE-IMPEDE-ESA T-VTE", impede_of,
        ("fracture_pelvis_hip_femur", True, 4), ("erythropoietin", True, 1),
        ("dexamethasone_dose", "low", 2), ("dexamethasone_dose", "high", 4),
        ("dexamethasone_dose", "none", 0), ("asian_ancestry", True, -3), (VTE, True, 5),
        ("tunnelled_line", True, 2), ("anticoagulation", "prophylactic", -3),
        ("anticoagulation", "therapeutic", -4), ("anticoagulation", "none", 0),
    ),
    *rows(
        "IMPEDE VTE, one item missing", "VTE-IMPEDE", lambda code: range_of("VTE-IMPEDE", code),
        ("fracture_pelvis_hip_femur", (0, 4)), ("asian_ancestry", (-3, 0)),
        ("anticoagulation", (-4, 0)), ("dexamethasone_dose", (0, 0)), ("black_ancestry", (0, 0)),
    ),
    *rows(
        "IMPEDE VTE, drugs", "VTE-IMPEDE", lambda regimen: of_drugs("VTE-IMPEDE", regimen),
        ("V", 0), ("R", 4), ("Pd", 4), ("Td", 4), ("PAd", 3),
    ),
    *rows("body mass index", "VTE-IMPEDE-BMI", bmi, ("200", "99.9", 0), ("200", "100", 1)),
    *rows(
        "IMPEDE VTE, groups", "VTE-IMPEDE",
        lambda said: group("VTE-IMPEDE", **said),
        ({}, (0, "low", ("3.3",))), ({"tunnelled_line": True, "erythropoietin": True},
            (3, "low", ("3.3",))),
        ({"fracture_pelvis_hip_femur": True}, (4, "intermediate", ("8.3",))),
        ({VTE: True, "tunnelled_line": True}, (7, "intermediate", ("8.3",))),
        ({VTE: True, "tunnelled_line": True, "erythropoietin": True}, (8, "high", ("15.2",))),
    ),
    *rows(
        "SAVED, one item", "VTE-SAVED VTE-SAVED-SURGERY VTE-SAVED-ASIAN VTE-SAVED-VTE", saved_of,
        (SURGERY, True, 2), ("asian_ancestry", True, -3), (VTE, True, 3),
        ("dexamethasone_dose", "low", 1), ("dexamethasone_dose", "high", 2),
        ("dexamethasone_dose", "none", 0),
    ),
    *rows("SAVED, age", "VTE-SAVED-AGE", saved_at, ("1946-06-30", 1), ("1946-07-01", 0)),
    *rows(
        "SAVED, groups", "VTE-SAVED", lambda said: group("VTE-SAVED", **said),
        ({"dexamethasone_dose": "low"}, (1, "low", ())), ({SURGERY: True}, (2, "high", ())),
    ),
    *rows(
        "PRISM, one item", "VTE-PRISM VTE-PRISM-VTE VTE-PRISM-BLACK VTE-PRISM-SURGERY", prism_of,
        (VTE, True, 8), ("black_ancestry", True, 1), (SURGERY, True, 5), (METAPHASES, True, 2),
    ),
    *rows(
        "PRISM, drugs", "VTE-PRISM-IMID", lambda regimen: of_drugs("VTE-PRISM", regimen),
        ("V", 0), ("R", 2),
    ),
    *rows(
        "PRISM, groups", "VTE-PRISM", lambda said: group("VTE-PRISM", **said),
        ({}, (0, "low", ("6.4",))), ({"black_ancestry": True}, (1, "intermediate", ("10.7",))),
        ({SURGERY: True, "black_ancestry": True}, (6, "intermediate", ("10.7",))),
        ({SURGERY: True, METAPHASES: True}, (7, "high", ("23.8",))),
    ),
    *rows("horizon", "VTE-IMPEDE VTE-PRISM", horizon, ("VTE-IMPEDE", 6), ("VTE-PRISM", 12)),
    *rows(
        "first twelve weeks", "INF-2022 INF-2022-LEVOFLOXACIN", levofloxacin,
        ("2026-01-01", "2026-03-25", True), ("2026-01-01", "2026-03-26", False),
        ("2026-01", "2026-04-24", True), ("2026-01", "2026-04-25", False),
    ),
    *rows(
        "IgG to be replaced", "INF-2022", replaced,
        ("3.9", "g/L", True), ("4", "g/L", False), ("399", "mg/dL", True), ("400", "mg/dL", False),
    ),
    *rows(
        "infection up to the day", "INF-2022", infected, ("2026-06", True), ("2026-06-30", True),
        ("2026-07-01", False),
    ),
    *rows(
        "screen for hepatitis B", "INF-2022", screened,
        ("due",), ("hbsag", "due"), ("anti_hbc", "due"), ("hbsag", "anti_hbc", "done"),
    ),
    *rows(
        "prevention of this line", "INF-2022", begun,
        ("2026-05-31", "old"), ("2026-06-01", "done"),
    ),
    *rows(
        "imaging of the last year", "IMG-2019", lambda day: state("low_dose_ct", ct(), as_of=day),
        ("2026-06-01", ("done", "2026-06-01")), ("2027-06-01", ("done", "2026-06-01")),
        ("2027-06-02", ("old", "2026-06-01")),
    ),
    *rows(
        "value before a dose", "BONE-2021",
        lambda day: state("creatinine", result("creatinine", "0.9"), as_of=day),
        ("2026-07-02", ("done", "2026-06-01")), ("2026-07-03", ("old", "2026-06-01")),
    ),
)  # fmt: skip
