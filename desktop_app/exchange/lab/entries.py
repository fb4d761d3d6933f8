"""Make the entry of the record that a value means, or say why there is none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop_app.domain.arrivals.matching import read_sex
from desktop_app.domain.arrivals.review import Question
from desktop_app.domain.arrivals.status import ReportStatus, status_of
from desktop_app.domain.conclusions import Note
from desktop_app.domain.record import Comparator, Finding, Interpretation, Result, Sex
from desktop_app.domain.record_rules import outside_hard_limits
from desktop_app.domain.unit_label import unit_label
from desktop_app.exchange.lab.immunofixation import read_isotypes
from desktop_app.exchange.lab.item_names import specimens
from desktop_app.exchange.lab.ranges import read_range
from desktop_app.exchange.lab.value_words import Word
from desktop_app.exchange.lab.values import read_value

if TYPE_CHECKING:
    from desktop_app.domain.arrivals.rows import StagedRow
    from desktop_app.domain.catalogue import Analyte
    from desktop_app.domain.partial_date import PartialDate
    from desktop_app.exchange.lab.mapping import Identified
    from desktop_app.exchange.lab.values import ReadValue

IMMUNOFIXATIONS = frozenset({"serum_immunofixation", "urine_immunofixation"})
# Of these a laboratory says "not detected" for what the record holds as nothing measurable.
NOTHING_IS_ZERO = frozenset(
    {
        "serum_m_protein",
        "serum_m_protein_percent",
        "urine_m_protein_24h",
        "circulating_plasma_cells",
        "circulating_plasma_cells_absolute",
        "marrow_plasma_cells_flow",
    }
)
# "10.2", "10.2 11.0", "10.2 g/dL", "-> 1.5": no limits, but the value of another day or band.
_LONGEST_NUMBERS = 200
_MORE_NUMBERS = re.compile(
    r"\s*(?:[-=]>|\u2192|\u21d2)|\s*\d[\d,.]*\s*(?:[a-zA-Z\u00b5\u03bc]+/\S+)?"
    r"(?:\s+\d[\d,.]*\s*(?:[a-zA-Z\u00b5\u03bc]+/\S+)?)*\s*$"
)
_WORDS = {
    Word.LOW: Interpretation.LOW,
    Word.NORMAL: Interpretation.NORMAL,
    Word.HIGH: Interpretation.HIGH,
}


@dataclass(frozen=True, slots=True)
class Made:
    """Hold the entry of one value, or what keeps it from being one."""

    entry: Result | Finding | None = None
    notes: tuple[Note, ...] = ()
    questions: tuple[Question, ...] = ()
    refused: Note | None = None
    needs_unit: bool = False


@dataclass(frozen=True, slots=True)
class _Ends:
    low: Decimal | None = None
    high: Decimal | None = None
    notes: tuple[Note, ...] = ()


_NO_ENDS = _Ends()


def entry_of(
    row: StagedRow,
    read: ReadValue,
    analyte: Analyte,
    found: Identified,
    on: PartialDate | None,
    sex: Sex,
    reason: str,
) -> Made:
    """Make the entry of a value of a known test; none without its day or its unit."""
    if analyte.code in IMMUNOFIXATIONS:
        return _finding(row, analyte.code, on)
    if not analyte.units:
        return Made(refused=Note("no_place"))
    word = _WORDS.get(read.word) if read.word else None
    if read.value is None and word is not None:
        return _in_words(row, analyte, word, on, sex)
    if read.value is None and read.word is Word.NEGATIVE and analyte.code in NOTHING_IS_ZERO:
        return _nothing(row, analyte, found.unit, on, sex)
    if read.value is None:
        return Made(refused=Note("not_understood", (("text", row.value.strip()),)))
    if analyte.is_scale and not _on_scale(read, read.value, analyte):
        ends = (("low", f"{analyte.hard_low}"), ("high", f"{analyte.hard_high}"))
        return Made(refused=Note("off_scale", ends))
    return _number(row, read, read.value, analyte, found, on, sex, reason)


def _on_scale(read: ReadValue, value: Decimal, analyte: Analyte) -> bool:
    """Tell whether a value is one of a scale's whole numbers: no reason makes another one right."""
    beyond = outside_hard_limits(analyte, value, analyte.canonical_unit)
    bounded = read.comparator is not None or read.upper is not None
    return beyond is None and not bounded and value == value.to_integral_value()


def _number(
    row: StagedRow,
    read: ReadValue,
    value: Decimal,
    analyte: Analyte,
    found: Identified,
    on: PartialDate | None,
    sex: Sex,
    reason: str,
) -> Made:
    ends, unit = _limits(row, sex, read.note), found.unit
    notes, questions = ends.notes, _doubts(row, read)
    comparator, remarks = read.comparator, _remarks(row, read)
    if read.upper is not None:  # "5-10": at least five is true, and the text tells the rest
        comparator, notes = Comparator.GE, (*notes, Note("interval", (("text", row.value),)))
    if unit is None or on is None:
        return Made(None, notes, questions, needs_unit=True)
    inside = "unit" in found.signals  # the mapping has looked at the hard limits
    beyond = None if inside else outside_hard_limits(analyte, value, unit)
    if beyond is not None and not reason:
        said = (("low", beyond[0]), ("high", beyond[1]), ("unit", unit_label(unit)))
        return Made(None, notes, (*questions, Question("reason", said)), needs_unit=True)
    remarks = remarks if beyond is None else (reason, *remarks)
    entry = Result(
        on,
        analyte.code,
        value,
        unit,
        comparator,
        None,
        ends.low,
        ends.high,
        row.lab or None,
        row.method or None,
        row.specimen or None,
        "; ".join(remarks) or None,
        beyond is not None,
    )
    return Made(entry, notes, questions, needs_unit=True)


def _remarks(row: StagedRow, read: ReadValue) -> tuple[str, ...]:
    """Give what the laboratory said beside the number: it is kept with it."""
    if not (read.note or row.comment or row.status or read.upper) and read.percent is None:
        return ()
    interval = "" if read.upper is None else row.value.strip()
    share = f"{read.percent} %" if read.percent is not None else ""
    provisional = status_of(row.status) is ReportStatus.PROVISIONAL
    said = (
        interval,
        read.note,
        share,
        row.comment.strip(),
        row.status.strip() if provisional else "",
    )
    return tuple(filter(None, said))


def _doubts(row: StagedRow, read: ReadValue) -> tuple[Question, ...]:
    """Ask about a number that the laboratory itself doubts, or that is not the only one."""
    if row.ref_text and _several(row.ref_text):
        said = (("text", f"{row.value.strip()} {row.ref_text.strip()}"),)
        return (Question("several_numbers", said),)
    beside = row.comment.strip() if row.comment else ""
    if read.quality is not None or (beside and read_value(beside).quality is not None):
        both = " ".join(filter(None, (row.value.strip(), beside)))
        return (Question("quality", (("text", both),)),)
    if read.grade or read.titre or read.word in (Word.NEGATIVE, Word.POSITIVE):
        return (Question("more_than_a_number", (("text", row.value.strip()),)),)
    return ()


@lru_cache(maxsize=8192)
def _several(text: str) -> bool:
    """Tell whether what stands in the place of limits is another number, or leads to one."""
    return len(text) <= _LONGEST_NUMBERS and bool(_MORE_NUMBERS.match(text))


def _in_words(
    row: StagedRow, analyte: Analyte, word: Interpretation, on: PartialDate | None, sex: Sex
) -> Made:
    if on is None:
        return Made()
    ends = _limits(row, sex)
    entry = Result(
        on,
        analyte.code,
        interpretation=word,
        low=ends.low,
        high=ends.high,
        lab=row.lab or None,
        method=row.method or None,
        specimen=row.specimen or None,
        note=row.comment.strip() or None,
    )
    return Made(entry, ends.notes)


def _nothing(
    row: StagedRow, analyte: Analyte, unit: str | None, on: PartialDate | None, sex: Sex
) -> Made:
    """Offer zero for "not detected": a person says whether it was meant so."""
    if on is None:
        return Made()
    text = row.value.strip()
    entry = Result(
        on,
        analyte.code,
        Decimal(0),
        unit or analyte.canonical_unit,
        lab=row.lab or None,
        method=row.method or None,
        specimen=row.specimen or None,
        note=text,
    )
    return Made(entry, _limits(row, sex).notes, (Question("nothing_as_zero", (("text", text),)),))


def _finding(row: StagedRow, code: str, on: PartialDate | None) -> Made:
    """Read an immunofixation; its text stays beside what was read of it."""
    text = row.value.strip()
    read = read_isotypes(row.value)
    if read.isotypes is None:
        return Made(None, read.notes, refused=Note("isotype_unread", (("text", text),)))
    whole = f"{text}; {row.comment.strip()}" if row.comment.strip() else text
    more = read_isotypes(whole) if whole != text else read
    doubtful = read.notes or more.isotypes != read.isotypes or _of_two_specimens(text, code)
    asked = (Question("immunofixation", (("text", whole),)),) if doubtful else ()
    entry = None if on is None else Finding(on, code, read.isotypes, text)
    return Made(entry, read.notes, asked)


def _of_two_specimens(text: str, code: str) -> bool:
    """Tell whether the words on one sample speak of the other as well."""
    kinds = specimens(text, "")
    return bool(kinds) and kinds != ({"serum"} if code == "serum_immunofixation" else {"urine"})


def _limits(row: StagedRow, sex: Sex, beside: str | None = None) -> _Ends:
    """Read the limits of a row, or those that stand in brackets beside its number."""
    if not (row.ref_low or row.ref_high or row.ref_text):
        ends = _ends("", "", beside, sex) if beside else _NO_ENDS
        return _NO_ENDS if ends.notes else ends
    if _several(row.ref_text):
        return _NO_ENDS
    own = read_sex(row.sex)
    known = sex if own is Sex.UNKNOWN else own
    return _ends(row.ref_low, row.ref_high, row.ref_text, known)


@lru_cache(maxsize=8192)
def _ends(low_text: str, high_text: str, text: str, sex: Sex) -> _Ends:
    low, high = _plain(low_text), _plain(high_text)
    if low is not None and high is not None and low > high:
        return _Ends(notes=(Note("limits_reversed"),))
    if low is not None or high is not None:
        return _Ends(low, high)
    whole = " ".join(filter(None, (text.strip(), low_text.strip(), high_text.strip())))
    limits = read_range(whole, sex)
    if limits is None:
        return _NO_ENDS
    if limits.low is None and limits.high is None:
        return _Ends(notes=(Note("range_unread", (("text", whole),)),))
    return _Ends(limits.low, limits.high)


def _plain(text: str) -> Decimal | None:
    read = read_value(text)
    return read.value if read.comparator is None and read.upper is None else None
