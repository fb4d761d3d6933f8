"""Pack assessments and drafts, and get them back equal to the last digit."""

from __future__ import annotations

import lzma
import zlib
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.data.codec import from_json, to_json
from desktop_app.data.trace import pack, unpack
from desktop_app.domain.conclusions import (
    Alert,
    Assessment,
    Criterion,
    Diagnosis,
    FollowUp,
    Input,
    Missing,
    Note,
    RiskFigure,
    RulePack,
    Score,
    SeriesPoint,
    SeriesSummary,
)
from desktop_app.domain.errors import StorageError
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Sex
from desktop_app.domain.truth import Truth
from desktop_app.domain.visit import DraftFinding, DraftResult, VisitDraft

INPUTS = (
    Input("serum_m_protein", Decimal("3.50"), "g/dL", "2026-07", "<="),
    Input("serum_immunofixation", ("IgG-kappa", "IgA")),
    Input("serum_immunofixation", ()),
    Input("bone_lytic_ct", {"count": 2, "largest_mm": Decimal("22.0"), "extent": None}),
    Input("hematuria", False),
    Input("day", date(2026, 1, 2)),
    Input("partial", PartialDate("2026-07")),
    Input("nothing", None),
    Input("word", "𤆬 <&> \u2028"),
)
FULL = Assessment(
    as_of=date(2026, 11, 22),
    rule_pack=RulePack("2026.1", "a" * 64),
    diagnosis=Diagnosis(
        category=None,
        possible=("mgus_non_igm", "smm"),
        status="undetermined",
        criteria=(
            Criterion(
                "A",
                Truth.UNKNOWN,
                INPUTS,
                ">= 3 g/dL",
                note=Note("n", (("x", "1"),)),
                criteria=(Criterion("B", Truth.MET, criteria=(Criterion("C", Truth.NOT_MET),)),),
            ),
        ),
    ),
    mayo_mgus=Score(
        applicable=True,
        score_range=(1, 2),
        possible_groups=("low", "high"),
        risks=(RiskFigure(240, Decimal("37"), "progression", False, "rajkumar2005", "low"),),
    ),
    follow_up=FollowUp((6, 12), date(2027, 5, 22), ("flc_ratio",), True, (Note("r"),)),
    alerts=(Alert("AL", "warning", Note("m"), ("A",)),),
    missing=(Missing("flc_ratio", ("MAYO",)),),
    conflicts=("C-1",),
    series=(
        SeriesSummary(
            "serum_m_protein",
            "g/dL",
            SeriesPoint("2020", Decimal("1.0"), "<"),
            SeriesPoint("2021-01", Decimal("0.90")),
            SeriesPoint("2026-11-22", Decimal("3.50")),
            Decimal("2.5"),
            None,
            Decimal("2.60"),
            Decimal("288.9"),
            Decimal("0.4"),
            730,
            ("2022-01-01",),
        ),
    ),
    quality=(Note("old_value"),),
)

values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text()
    | st.decimals(allow_nan=False, allow_infinity=False)
    | st.dates(),
    lambda inner: (
        st.lists(inner).map(tuple) | st.dictionaries(st.text().filter(lambda k: k != "$"), inner)
    ),
    max_leaves=20,
)


def digits(value: object) -> str:
    return repr(value)


def test_an_assessment_comes_back_equal_to_the_last_digit() -> None:
    assert unpack(pack(FULL)) == FULL
    assert digits(unpack(pack(FULL))) == digits(FULL)


@given(values)
def test_whatever_a_criterion_saw_comes_back_with_type_and_digits(value: object) -> None:
    seen = Input("x", value)

    assert digits(from_json(to_json(seen))) == digits(seen)


@given(st.text(), st.text(), st.text())
def test_a_draft_comes_back_as_it_was_typed(day: str, text: str, note: str) -> None:
    draft = VisitDraft(
        1, day, (DraftResult("x", text, "1"),), (DraftFinding("y", text, note),), note
    )

    assert from_json(to_json(draft)) == draft


def test_a_field_that_is_new_reads_old_texts() -> None:
    assert from_json('{"$":"Input","code":"x","value":1}') == Input("x", 1)


@pytest.mark.parametrize(
    "text",
    ["", "{", '{"$":"NoSuchClass"}', '{"$":"Input"}', '{"$":"Input","colour":1}', '{"$":"Truth"}'],
)
def test_what_is_no_such_text_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        from_json(text)


@dataclass(frozen=True)
class Foreign:
    """Be unknown to the record."""


@pytest.mark.parametrize("value", [Foreign(), 1.5, [1], b"x", {1, 2}, Sex.FEMALE, {"$": 1}])
def test_a_type_that_would_not_come_back_is_not_written(value: object) -> None:
    with pytest.raises(TypeError):
        to_json(replace(FULL, quality=(Input("x", value),)))  # type: ignore[arg-type]


def test_a_damaged_trace_is_told() -> None:
    packed = pack(FULL)

    for content in (packed[:-5], packed[:1] + b"rubbish", packed[:1] + zlib.compress(b'"text"')):
        with pytest.raises(StorageError, match="record_damaged"):
            unpack(content)


def a_long_one() -> Assessment:
    """Give an assessment whose trace is too long for the plain form."""
    alerts = tuple(
        Alert(f"A{number}", "info", Note(f"{number**9:x}"), ("B",)) for number in range(2000)
    )
    return replace(FULL, alerts=alerts)


def test_a_long_trace_is_packed_in_the_denser_form_and_comes_back_equal() -> None:
    long = a_long_one()

    assert pack(FULL)[:1] == b"\x01"
    assert pack(long)[:1] == b"\x03"
    assert unpack(pack(long)) == long


def test_a_trace_in_the_dense_form_of_before_is_still_read() -> None:
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 6, "dict_size": 1 << 20, "lc": 4, "pb": 0}]
    packed = lzma.compress(to_json(FULL).encode(), lzma.FORMAT_RAW, filters=filters)

    assert unpack(b"\x02" + packed) == FULL


def test_signs_that_stand_for_words_in_the_dense_form_may_stand_in_a_text() -> None:
    note = Note("".join(map(chr, range(40))) + '{"$":"d","v":"')
    long = replace(a_long_one(), alerts=(*a_long_one().alerts, Alert("A", "info", note)))

    assert unpack(pack(long)) == long


def test_a_damaged_long_trace_is_told() -> None:
    packed = pack(a_long_one())

    for content in (packed[:-5], packed[:1] + b"rubbish", packed[:1]):
        with pytest.raises(StorageError, match="record_damaged"):
            unpack(content)


def test_a_trace_of_a_later_program_is_told() -> None:
    with pytest.raises(StorageError, match="record_newer"):
        unpack(b"\x04" + pack(FULL)[1:])
