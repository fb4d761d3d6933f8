"""Give the values around every cut of the systems that count points, hits and genes."""

from __future__ import annotations

from desktop_app.domain.conclusions import Note
from desktop_app.domain.myeloma_conclusions import SystemStage
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Person, Sex
from tests.domain.asking import rows
from tests.domain.boundaries import Vector
from tests.domain.cases import result
from tests.domain.staged import (
    albumin,
    answers,
    b2m,
    fish,
    has,
    ldh,
    other,
    staged,
)

NAMES = ("del(17p)", "t(4;14)", "t(14;16)", "t(14;20)", "gain(1q)", "del(1p32)", "TP53_mutation")
FIRST, SECOND, THIRD = (b2m(2), albumin(4)), (b2m(4),), (b2m(6),)
Counted = tuple[str, tuple[str, ...]]


def absent(*found: str) -> tuple[object, ...]:
    """Give tests for every abnormality, absent but for those found."""
    return (*fish(*(x for x in NAMES if x not in found)), *has(*found))


def points(system: SystemStage) -> Counted:
    """Give the points, least and most, with the groups."""
    assert system.points is not None
    return "–".join(map(str, system.points)), system.possible


def r2(*entries: object) -> Counted:
    return points(staged(*entries).r2_iss)


def danish(age: int, score: object, *entries: object) -> Counted:
    """Score somebody of an age, with a performance status or without one."""
    born = Person(Sex.FEMALE, PartialDate(f"{2026 - age}-01-01"))
    status = () if score is None else (result("ecog", score, "{score}"),)
    return points(other(staged(*status, *entries, patient=born), "MM-RWISS"))


def worth(*entries: object) -> tuple[tuple[str, str], ...]:
    """Give the answer and the points of every part of R2-ISS."""
    return tuple((x.state.state, _points(x.note)) for x in staged(*entries).r2_iss.criteria)


def _points(note: Note | None) -> str:
    return "" if note is None else dict(note.values)["points"]


def hits(*entries: object) -> tuple[Counted, str, tuple[tuple[str, str], ...]]:
    """Give the hits, whether there is one, and what is said where not all was tested."""
    system = other(staged(*entries), "MM-MSMART-COUNT")
    (criterion,) = system.criteria
    told = tuple(value for note in system.notes for value in note.values)
    return points(system), criterion.state.state, told


def genes(*entries: object) -> str:
    """Give the answers of the four criteria."""
    told = answers(staged(*entries).ims_2025)
    return " ".join(told[f"MM-CGS{number}"] for number in "1234")


def share(percent: object, *entries: object) -> str:
    """Judge CGS1 by the share of cells with del(17p)."""
    found = has("del(17p)", percent=percent)
    return answers(staged(*found, *entries).ims_2025)["MM-CGS1"]


def kidney(value: object, unit: str = "mg/dL", b2m_value: object = "5.5") -> str:
    """Judge CGS4 by a creatinine."""
    found = staged(b2m(b2m_value), result("creatinine", value, unit))
    return answers(found.ims_2025)["MM-CGS4"]


def figures(name: str, *entries: object) -> tuple[str, ...]:
    """Give every printed figure of the stage that is settled."""
    found = staged(*entries)
    system = dict((*found.systems, *found.others))[name]
    return tuple(
        " ".join(
            str(part)
            for part in (x.measure, x.months, x.percent, x.at_months, x.status, x.reached)
            if part is not None
        )
        for x in system.outcomes
    )


def medians(*months: str) -> tuple[str, ...]:
    return tuple(f"overall_survival {x} secondary True" for x in months)


def of_r_iss(five: str, free: str, share_: str, median_free: str, median: str) -> tuple[str, ...]:
    reached = "False" if median == "NR" else "True"
    return (
        f"overall_survival {five} 60 primary True",
        f"progression_free_survival {free} 60 primary True",
        f"share {share_} secondary True",
        f"progression_free_survival {median_free} unverified True",
        f"overall_survival {median} unverified {reached}".replace(" NR", ""),
    )


def of_r2(median: str, free: str, share_: str) -> tuple[str, ...]:
    reached = "False" if median == "NR" else "True"
    return (
        f"overall_survival {median} secondary {reached}".replace(" NR", ""),
        f"progression_free_survival {free} unverified True",
        f"share {share_} secondary True",
    )


NO = absent()
NORMAL, HIGH = ldh(200), ldh(201)
SEVEN = (("count", "2"),)
VECTORS: tuple[Vector, ...] = (
    *rows(
        "R2-ISS", "MM-R2ISS-POINTS-ISS MM-R2ISS-POINTS-1Q MM-R2ISS-POINTS-LDH", r2,
        (FIRST, NO, NORMAL, ("0–0", ("I",))),
        (FIRST, absent("gain(1q)"), NORMAL, ("0.5–0.5", ("II",))),
        (FIRST, NO, HIGH, ("1–1", ("II",))), (SECOND, NO, NORMAL, ("1–1", ("II",))),
        (FIRST, absent("t(4;14)"), NORMAL, ("1–1", ("II",))),
        (FIRST, absent("del(17p)"), NORMAL, ("1–1", ("II",))),
        (FIRST, absent("t(14;16)"), NORMAL, ("0–0", ("I",))),
        (THIRD, NO, NORMAL, ("1.5–1.5", ("III",))),
        (THIRD, NO, HIGH, ("2.5–2.5", ("III",))),
        (THIRD, absent("gain(1q)"), HIGH, ("3–3", ("IV",))),
        (THIRD, absent("gain(1q)", "del(17p)", "t(4;14)"), HIGH, ("5–5", ("IV",))),
        (("0–5", ("I", "II", "III", "IV")),), (b2m(2), NO, NORMAL, ("0–1", ("I", "II"))),
        (THIRD, has("t(4;14)", "gain(1q)"), ("3–5", ("IV",))),
        (FIRST, NO, ("0–1", ("I", "II"))),
        (FIRST, fish("del(17p)", "t(4;14)"), has("amp(1q)"), NORMAL, ("0.5–0.5", ("II",))),
        (FIRST, fish("del(17p)", "t(4;14)", "amp(1q)"), NORMAL, ("0–0.5", ("I", "II"))),
    ),
    *rows(
        "parts of R2-ISS",
        "MM-R2ISS-POINTS MM-R2ISS-GROUP MM-R2ISS-POINTS-DEL17P MM-R2ISS-POINTS-T414",
        worth,
        (THIRD, absent("t(4;14)"), (("yes", "1.5"), ("no", "0"), ("yes", "1"), ("unknown", "0–1"),
                                    ("no", "0"))),
        (b2m(">4"), NO, NORMAL, (("yes", "1–1.5"), *((("no", "0"),) * 4))),
    ),
    *rows(
        "RW-ISS", "MM-RWISS-AGE MM-RWISS-PS MM-RWISS-T1416 MM-RWISS-ISS MM-RWISS-LDH", danish,
        (70, 0, FIRST, NO, NORMAL, ("0–0", ("I",))), (71, 0, FIRST, NO, NORMAL, ("2–2", ("I",))),
        (70, 1, FIRST, NO, NORMAL, ("1–1", ("I",))), (70, 2, FIRST, NO, NORMAL, ("2–2", ("I",))),
        (70, "0.9", FIRST, NO, NORMAL, ("0–0", ("I",))),
        (70, "1.1", FIRST, NO, NORMAL, ("2–2", ("I",))),
        (70, None, FIRST, NO, NORMAL, ("0–2", ("I",))),
        (70, 0, FIRST, absent("t(14;16)"), NORMAL, ("1–1", ("I",))),
        (70, 0, SECOND, NO, NORMAL, ("0.5–0.5", ("I",))),
        (70, 0, THIRD, NO, NORMAL, ("1–1", ("I",))),
        (70, 0, FIRST, NO, HIGH, ("0.5–0.5", ("I",))),
        (70, 0, FIRST, absent("del(17p)"), NORMAL, ("0.5–0.5", ("I",))),
        (71, 0, FIRST, NO, HIGH, ("2.5–2.5", ("II",))),
        (71, 1, FIRST, NO, NORMAL, ("3–3", ("II",))),
        (71, 1, FIRST, NO, HIGH, ("3.5–3.5", ("III",))),
        (71, 2, SECOND, NO, NORMAL, ("4.5–4.5", ("III",))),
        (71, 2, THIRD, NO, NORMAL, ("5–5", ("IV",))),
        (71, 2, THIRD, absent("t(14;16)", "del(17p)"), HIGH, ("7–7", ("IV",))),
    ),
    *rows(
        "hits", "MM-MSMART-COUNT", hits,
        (NO, (("0–0", ("no_hit",)), "no", ())),
        (absent("t(14;20)"), (("1–1", ("single_hit",)), "yes", ())),
        (absent("t(4;14)", "gain(1q)"), (("2–2", ("double_hit",)), "yes", ())),
        (absent("t(14;16)", "TP53_mutation", "del(17p)"), (("3–3", ("triple_hit",)), "yes", ())),
        (absent("t(14;16)", "TP53_mutation", "del(17p)", "del(1p32)"),
         (("4–4", ("triple_hit",)), "yes", ())),
        (has("t(4;14)", "gain(1q)"), (("2–7", ("double_hit", "triple_hit")), "yes", SEVEN)),
        (fish(*NAMES[:6]), (("0–1", ("no_hit", "single_hit")), "unknown", ())),
    ),
    *rows(
        "genomic criteria", "MM-IMS2025 MM-CGS1 MM-CGS2 MM-CGS3 MM-CGS4", genes,
        (NO, "no no no unknown"), (absent("TP53_mutation"), "yes no no unknown"),
        (absent("t(4;14)"), "no no no unknown"),
        (absent("t(4;14)", "gain(1q)"), "no yes no unknown"),
        (absent("t(14;16)", "del(1p32)"), "no yes unknown unknown"),
        (absent("t(14;20)", "gain(1q)"), "no yes no unknown"),
        (absent("gain(1q)"), "no no no unknown"),
        (absent("gain(1q)", "del(1p32)"), "no no yes unknown"),
        (absent("del(1p32)"), "no no unknown unknown"),
        (fish(*NAMES[:5]), has("del(1p32)", biallelic=True), "unknown no yes unknown"),
        (fish(*NAMES[:5]), has("del(1p32)", biallelic=False), "unknown no no unknown"),
        (fish(*NAMES[:5]), has("del(1p32)", biallelic=True), has("del(1p32)", biallelic=False),
         "unknown no unknown unknown"),
        (has("gain(1q)"), "unknown unknown unknown unknown"),
        (b2m("5.4"), "unknown unknown unknown no"),
    ),
    *rows(
        "share of cells with del(17p)", "MM-CGS1 MM-CGS1-DEL17P", share,
        (19, fish("TP53_mutation"), "no"), (19, "unknown"), (20, fish("TP53_mutation"), "unknown"),
        (21, "yes"), (None, fish("TP53_mutation"), "unknown"),
        (19, has("del(17p)", percent=21), fish("TP53_mutation"), "unknown"),
        (19, has("del(17p)", percent=18), fish("TP53_mutation"), "no"),
    ),
    *rows(
        "creatinine of CGS4", "MM-CGS4", kidney,
        ("1.19", "yes"), ("1.2", "no"), (105, "umol/L", "yes"), (106, "umol/L", "no"),
        ("1.19", "mg/dL", "5.4", "no"),
    ),
    *rows(
        "printed figures of a stage", "MM-ISS-B2M MM-RISS-LDH MM-R2ISS-POINTS-ISS",
        figures,
        ("iss", FIRST, medians("62")), ("iss", SECOND, medians("44")),
        ("iss", THIRD, medians("29")),
        ("iss", b2m(3), ()),
        ("r_iss", FIRST, NO, NORMAL, of_r_iss("82", "55", "28", "66", "NR")),
        ("r_iss", SECOND, of_r_iss("62", "36", "62", "42", "83")),
        ("r_iss", THIRD, HIGH, of_r_iss("40", "24", "10", "29", "43")),
        ("r2_iss", FIRST, NO, NORMAL, of_r2("NR", "68", "19.2")),
        ("r2_iss", SECOND, NO, NORMAL, of_r2("109.2", "45.5", "30.8")),
        ("r2_iss", THIRD, NO, NORMAL, of_r2("68.5", "30.2", "41.2")),
        ("r2_iss", THIRD, absent("t(4;14)", "del(17p)"), of_r2("37.9", "19.9", "8.8")),
        ("MM-RWISS", FIRST, NO, NORMAL, ("overall_survival 114 primary True",)),
    ),
)  # fmt: skip
