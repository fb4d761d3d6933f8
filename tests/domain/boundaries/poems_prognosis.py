"""Give the score of POEMS at diagnosis, and the factors around their cuts."""

from __future__ import annotations

from desktop_app.domain.criteria.poems.clone_treatment import clone_treatments
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Person, Sex
from desktop_app.domain.rulesets.poems.prognosis.at_diagnosis import AtDiagnosis
from desktop_app.domain.rulesets.poems.prognosis.factors import adverse
from desktop_app.domain.rulesets.poems.prognosis.score import pumch
from tests.domain.asking import rows
from tests.domain.boundaries import Vector
from tests.domain.cases import DAY, WOMAN, finding, gathered, result, view, words
from tests.domain.poems_tiers import axis, regimen, response, tier

EGFR = "mL/min/{1.73_m2}"
NO_FLUID = finding("pleural_effusion", False)


def points(*entries: object, patient: Person = WOMAN) -> object:
    """Give the range and the groups of the score at DAY."""
    score = pumch(gathered(*entries, patient=patient), tier())
    assert score is not None
    assert score.group in {*score.possible_groups, None}
    return score.score_range, score.group or score.possible_groups


def parts(*entries: object, patient: Person = WOMAN) -> tuple[str, ...]:
    """Give age, effusion, pressure and kidney."""
    score = pumch(gathered(*entries, patient=patient), tier())
    assert score is not None
    return tuple(x.state.state for x in score.criteria)


def aged(years: int) -> Person:
    """Give a woman of so many completed years at DAY."""
    return Person(Sex.FEMALE, PartialDate(f"{2026 - years}-06-01"))


def in_year(year: str) -> Person:
    return Person(Sex.FEMALE, PartialDate(year))


def born(year: str) -> str:
    return parts(patient=in_year(year))[0]


def born_now(year: str) -> tuple[str, str]:
    person = in_year(year)
    return factor("ADV-LIST-AGE", patient=person), factor("FAV-MAYO-AGE", patient=person)


def one(place: int, *entries: object) -> str:
    return parts(*entries)[place]


def of_age(years: int) -> object:
    return parts(patient=aged(years))[0], points(patient=aged(years))[0]


def figures(fluid: bool, egfr: str, years: int) -> object:
    """Give the printed survival of the groups that are possible, without pressure."""
    entries = (finding("pleural_effusion", fluid), result("egfr", egfr), pasp(30))
    score = pumch(gathered(*entries, patient=aged(years)), tier())
    assert score is not None
    told = tuple((x.group, x.horizon_months, str(x.percent)) for x in score.risks)
    return score.score, told


def pasp(value: object, on: str = DAY) -> object:
    return result("pasp", value, "mm[Hg]", on=on)


def chosen(*days: str, treated: str | None = None) -> tuple[str, ...]:
    """Give the days of the effusions that count, POEMS-DX being met on 2026-03-01."""
    entries = [finding("pleural_effusion", True, on=day) for day in days]
    given = [] if treated is None else [regimen("Rd", treated)]
    at = AtDiagnosis(view(*entries, *given, as_of="2026-12-31"), PartialDate("2026-03-01"))
    return tuple(x.date.text for x in at.findings("pleural_effusion"))


def factor(name: str, *entries: object, patient: Person = WOMAN, levels: object = None) -> str:
    """Give one factor; what is not listed is not met."""
    given = None if levels is None else response(levels)  # type: ignore[arg-type]
    found = adverse(gathered(*entries, patient=patient, as_of=DAY), tier(), given)
    return next((x.state.state for x in found if x.id == f"POEMS-{name}"), "no")


def blood(current: str | None, *possible: str, pending: bool = False) -> str:
    level = axis("hematologic", current, *possible, pending=pending)
    return factor("FAV-MAYO-CRH", levels=level)


def old(years: int) -> tuple[str, str]:
    return factor("ADV-LIST-AGE", patient=aged(years)), factor("FAV-MAYO-AGE", patient=aged(years))


def albumin(value: str, unit: str) -> tuple[str, str]:
    found = result("albumin", value, unit)
    return factor("ADV-LIST-ALB", found), factor("FAV-MAYO-ALB", found)


def diffusion(value: object, low: object) -> str:
    return factor("ADV-LIST-DLCO", result("dlco", value, "%", low=low))


def vegf(code: str, value: str, high: object) -> str:
    return factor("ADV-LIST-VEGF", result(code, value, "pg/mL", high=high))


def begun(day: str) -> int:
    """Count the treatments of the clone up to 2026-06-30."""
    return len(clone_treatments(view(regimen("Rd", day), as_of="2026-06-30")))


AGE, EFF, PH, KIDNEY = (f"POEMS-PUMCH-{x}" for x in ("AGE", "EFF", "PH", "EGFR"))
SCORE = f"{AGE} {EFF} {PH} {KIDNEY}"
LOW = ("low", 120, "98")
MIDDLE = ("intermediate", 120, "75")
HIGH = ("high", 120, "50")
VECTORS: tuple[Vector, ...] = (
    *rows("age at POEMS", AGE, of_age, (50, ("no", (0, 4))), (51, ("yes", (1, 5)))),
    *rows(
        "age at POEMS of a year of birth", AGE, lambda year: (born(year), born_now(year)),
        ("1974", ("yes", ("yes", "no"))), ("1975", ("unknown", ("unknown", "unknown"))),
        ("1976", ("no", ("no", "yes"))),
    ),
    *rows(
        "kidney at POEMS of a year of birth", KIDNEY,
        lambda year: parts(result("creatinine", "1.99"), patient=in_year(year))[3],
        ("1975", "unknown"),
    ),
    *rows(
        "kidney at POEMS", KIDNEY, lambda value: one(3, result("egfr", value)),
        ("30", "no"), ("29.9", "yes"), ("<30", "yes"), (">=30", "no"), (">20", "unknown"),
    ),
    *rows(
        "kidney at POEMS by creatinine", KIDNEY, lambda value: one(3, result("creatinine", value)),
        ("1.0", "no"), ("4.0", "yes"), (">2.0", "unknown"),
    ),
    *rows(
        "pressure at POEMS", PH, lambda value: one(2, pasp(value)),
        ("49", "no"), ("50", "yes"), ("49.9", "no"),
    ),
    *rows(
        "groups of POEMS", f"POEMS-PUMCH-GROUP {SCORE}", figures,
        (False, "60", 50, (0, (LOW,))), (True, "60", 50, (1, (MIDDLE,))),
        (True, "60", 51, (2, (HIGH,))), (False, "29", 50, (2, (HIGH,))),
        (True, "29", 51, (4, (HIGH,))),
    ),
    *rows(
        "missing inputs of POEMS", SCORE, points,
        (((1, 5), ("intermediate", "high")),),
        (NO_FLUID, ((1, 4), ("intermediate", "high"))),
        (NO_FLUID, pasp(40), ((1, 3), ("intermediate", "high"))),
        (NO_FLUID, pasp(40), result("egfr", 60), ((1, 1), "intermediate")),
    ),
    *rows(
        "values at POEMS", SCORE, chosen,
        ("2026-02-01", "2026-03-01", ("2026-03-01",)),
        ("2026-02-01", "2026-03-02", ("2026-02-01",)),
        ("2026-04-30", ("2026-04-30",)), ("2026-05-01", ()),
        ("2026-03-10", "2026-03-20", ("2026-03-10",)),
        ("2026-02", "2026-03", ("2026-02", "2026-03")),
        ("2026-03", ("2026-03",)), ("2026-03", "2026-04-20", ("2026-03",)),
        ("2026-04", "2026-04-10", ("2026-04-10", "2026-04")), ("2026-05", ()),
        ("2026-04", "2026-05", ("2026-04",)),
    ),
    *rows(
        "values at POEMS before treatment", SCORE,
        lambda day, start: chosen(day, treated=start),
        ("2026-03-10", "2026-03-10", ("2026-03-10",)), ("2026-03-11", "2026-03-10", ()),
        ("2026-03-01", "2026-01-01", ("2026-03-01",)),
    ),
    *rows("treatments up to a day", "POEMS-DX-TIME", begun, ("2026-06-30", 1), ("2026-07-01", 0)),
    *rows(
        "age as factor", "POEMS-ADV-LIST POEMS-FAV-MAYO POEMS-ADV-LIST-AGE POEMS-FAV-MAYO-AGE", old,
        (50, ("no", "yes")), (51, ("yes", "no")),
    ),
    *rows(
        "albumin as factor", "POEMS-ADV-LIST-ALB POEMS-FAV-MAYO-ALB", albumin,
        ("31.9", "g/L", ("yes", "no")), ("32.0", "g/L", ("no", "no")),
        ("32.1", "g/L", ("no", "yes")),
        ("3.19", "g/dL", ("yes", "no")), ("3.2", "g/dL", ("no", "no")),
        ("3.21", "g/dL", ("no", "yes")),
    ),
    *rows(
        "pressure as factor", "POEMS-ADV-LIST-PH",
        lambda value: factor("ADV-LIST-PH", pasp(value)),
        ("49", "no"), ("50", "yes"),
    ),
    *rows(
        "diffusion as factor", "POEMS-ADV-LIST-DLCO", diffusion,
        ("39.9", None, "yes"), ("40", None, "unknown"), ("60", 75, "yes"), ("80", 75, "no"),
        ("75", 75, "no"),
    ),
    *rows(
        "kidney as factor", "POEMS-ADV-LIST-EGFR",
        lambda value: factor("ADV-LIST-EGFR", result("egfr", value)),
        ("59.9", "yes"), ("60", "no"),
    ),
    *rows(
        "Castleman as factor", "POEMS-ADV-LIST-CD",
        lambda *kinds: factor("ADV-LIST-CD", *(finding("castleman", x) for x in kinds)),
        ("no", "no"), ("mixed", "yes"), ("mixed", "no", "yes"), ("unknown",),
    ),
    *rows(
        "VEGF as factor", "POEMS-ADV-LIST-VEGF", vegf,
        ("vegf_serum", "600", 600, "no"), ("vegf_serum", "601", 600, "yes"),
        ("vegf_serum", "1201", None, "yes"), ("vegf_plasma", "200", None, "no"),
    ),
    *rows(
        "remission as factor", "POEMS-FAV-MAYO-CRH", blood,
        ("CR_H", "yes"), ("PR_H", "no"), (None, "unknown"),
        (None, "CR_H", "NR_H", "unknown"), (None, "PR_H", "NR_H", "no"),
    ),
    *rows(
        "remission pending", "POEMS-FAV-MAYO-CRH",
        lambda current: blood(current, pending=True), ("VGPR_H", "unknown"), ("CR_H", "unknown"),
    ),
    *rows(
        "words as factors", "POEMS-ADV-LIST-DLCO POEMS-ADV-LIST-VEGF",
        lambda name, code, word: factor(name, words(code, word)),
        ("ADV-LIST-DLCO", "dlco", "low", "yes"), ("ADV-LIST-DLCO", "dlco", "normal", "no"),
        ("ADV-LIST-VEGF", "vegf_serum", "high", "yes"),
        ("ADV-LIST-VEGF", "vegf_serum", "normal", "no"),
    ),
)  # fmt: skip
