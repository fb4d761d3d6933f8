"""Test how a draft with its texts as typed becomes a visit, or field errors."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.drafts import KnownPart, checked_visit, known_part, tenfold_slips
from desktop_app.domain.errors import FieldErrors
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Comparator, Finding, Result
from desktop_app.domain.record_rules import outside_hard_limits
from desktop_app.domain.typed_values import parse_number
from desktop_app.domain.visit import DraftFinding, DraftResult, Visit, VisitDraft
from tests.domain.cases import catalogue, result, words

TODAY = date(2026, 11, 22)
HB = DraftResult("hemoglobin", "9.50", "g/dL")
PAIN = DraftFinding("bone_pain", True)


def draft(
    *results: DraftResult, on: str = "2026-11-20", note: str = "", **more: object
) -> VisitDraft:
    findings = more.get("findings", ())
    return VisitDraft(7, on, results, findings, note)  # type: ignore[arg-type]


def checked(entered: VisitDraft, birth: PartialDate | None = None) -> Visit:
    return checked_visit(entered, today=TODAY, birth=birth, catalogue=catalogue())


def errors(entered: VisitDraft, birth: PartialDate | None = None) -> list[tuple[str, str]]:
    """Give field and code of every error."""
    with pytest.raises(FieldErrors) as caught:
        checked(entered, birth)
    return [(error.field, error.code) for error in caught.value.errors]


@pytest.mark.parametrize(
    ("text", "comparator", "value"),
    [
        ("9.5", None, "9.5"),
        ("3.50", None, "3.50"),
        (" 12 ", None, "12"),
        ("<0.5", Comparator.LT, "0.5"),
        ("< 0.5", Comparator.LT, "0.5"),
        ("<=0.5", Comparator.LE, "0.5"),
        ("≤0.5", Comparator.LE, "0.5"),
        (">100", Comparator.GT, "100"),
        ("≥100", Comparator.GE, "100"),
        ("９．５", None, "9.5"),
        ("＜０．５", Comparator.LT, "0.5"),
        ("＞＝１００", Comparator.GE, "100"),
        ("〈0.5", Comparator.LT, "0.5"),
        (".5", None, "0.5"),
        ("0", None, "0"),
        ("123456789.123456", None, "123456789.123456"),
    ],
)
def test_numbers_are_read_as_laboratories_print_them(
    text: str, comparator: Comparator | None, value: str
) -> None:
    assert parse_number(text) == (comparator, Decimal(value))


def test_digits_stay_as_they_were_typed() -> None:
    parsed = parse_number("3.50")

    assert parsed is not None
    assert str(parsed[1]) == "3.50"


@pytest.mark.parametrize(
    "text",
    ["", " ", "1e2", "1,5", "1.2.3", "-3", "+3", "abc", "9.5 g", "<", "<>5", "=5", "5.", "1/2",
     "1234567890", "1.1234567", "1 2", "1 .2", "< = 5", "NaN", "∞", "٣", "½", "²", "１，５"],
)  # fmt: skip
def test_what_is_no_such_number_is_refused(text: str) -> None:
    assert parse_number(text) is None


@given(st.text(max_size=12))
def test_any_text_is_a_number_or_none(text: str) -> None:
    parsed = parse_number(text)

    assert parsed is None or (parsed[1].is_finite() and parsed[1] >= 0)


def test_a_complete_draft_is_a_visit() -> None:
    entry = DraftResult(
        "flc_kappa", "<5.0", "mg/L", lab=" A ", method="Freelite", low="3.3", high="19.4"
    )
    answer = DraftFinding("serum_immunofixation", ("IgG-kappa",), note="faint")

    visit = checked(draft(entry, findings=(answer,), note=" seen "))

    day = PartialDate("2026-11-20")
    assert visit == Visit(
        7,
        date(2026, 11, 20),
        (
            Result(
                day,
                "flc_kappa",
                Decimal("5.0"),
                "mg/L",
                Comparator.LT,
                low=Decimal("3.3"),
                high=Decimal("19.4"),
                lab="A",
                method="Freelite",
            ),
        ),
        (Finding(day, "serum_immunofixation", ("IgG-kappa",), "faint"),),
        "seen",
    )


@pytest.mark.parametrize(
    ("on", "birth", "code"),
    [
        ("", None, "required"),
        ("  ", None, "required"),
        ("2026-02-30", None, "not_a_date"),
        ("0001-01-01", None, "not_a_date"),
        ("2026-W46-5", None, "not_a_date"),
        ("20/11/2026", None, "not_a_date"),
        ("2026-11", None, "not_a_date"),
        ("2026-11-23", None, "in_the_future"),
        ("1969-12-31", "1970", "before_birth"),
    ],
)
def test_a_day_that_cannot_be(on: str, birth: str | None, code: str) -> None:
    born = PartialDate(birth) if birth else None

    assert errors(draft(HB, on=on), born) == [("observed_on", code)]


@pytest.mark.parametrize("on", ["2026-11-22", "1970-01-01"])
def test_today_and_the_day_of_birth_are_allowed(on: str) -> None:
    assert checked(draft(HB, on=on), PartialDate("1970")).observed_on == date.fromisoformat(on)


@pytest.mark.parametrize(
    ("entry", "field", "code"),
    [
        (DraftResult("hemoglobin", "abc", "g/dL"), "hemoglobin", "not_a_number"),
        (DraftResult("hemoglobin", "1,5", "g/dL"), "hemoglobin", "not_a_number"),
        (DraftResult("hemoglobin", "9.5", "mg/L"), "hemoglobin", "unit_unknown"),
        (DraftResult("hemoglobin", "9.5", ""), "hemoglobin", "unit_unknown"),
        (DraftResult("no_such_test", "9.5", "g/L"), "no_such_test", "unit_unknown"),
        (DraftResult("hemoglobin", "95", "g/dL"), "hemoglobin", "outside_hard_limits"),
        (DraftResult("hemoglobin", "1.9", "g/dL"), "hemoglobin", "outside_hard_limits"),
        (DraftResult("hemoglobin", "9", "g/dL", low="x"), "hemoglobin.low", "not_a_number"),
        (DraftResult("hemoglobin", "9", "g/dL", high="<16"), "hemoglobin.high", "not_a_number"),
        (DraftResult("hemoglobin", "9", "g/dL", low="16", high="12"), "hemoglobin.high",
         "limits_reversed"),
    ],
)  # fmt: skip
def test_a_result_that_cannot_be_taken(entry: DraftResult, field: str, code: str) -> None:
    assert errors(draft(entry)) == [(field, code)]


def test_a_value_outside_the_hard_limits_stays_with_a_reason() -> None:
    (kept,) = checked(draft(DraftResult("hemoglobin", "1.9", "g/dL", reason=" repeated "))).results

    assert (kept.value, kept.confirmed, kept.note) == (Decimal("1.9"), True, "repeated")


def test_the_refusal_names_the_limits_in_the_unit_typed_and_may_be_overridden() -> None:
    (error,) = known_part(
        draft(DraftResult("hemoglobin", "95", "g/dL")),
        today=TODAY,
        birth=None,
        catalogue=catalogue(),
    ).errors

    assert dict(error.values) == {"low": "2", "high": "26", "unit": "g/dL"}
    assert error.overridable


@pytest.mark.parametrize("value", ["2", "26"])
def test_the_hard_limits_themselves_are_allowed(value: str) -> None:
    assert checked(draft(DraftResult("hemoglobin", value, "g/dL"))).results


def test_a_limit_that_the_catalogue_does_not_set_is_open() -> None:
    analyte = replace(catalogue()["hemoglobin"], hard_high=None)

    assert outside_hard_limits(analyte, Decimal(900), "g/dL") is None
    assert outside_hard_limits(analyte, Decimal(1), "g/dL") == ("2", "–")


@pytest.mark.parametrize(
    "answer",
    [
        DraftFinding("bone_pain", "yes"),
        DraftFinding("serum_immunofixation", ("IgX",)),
        DraftFinding("no_such_question", True),
    ],
)
def test_an_answer_that_is_not_understood(answer: DraftFinding) -> None:
    assert errors(draft(findings=(answer,))) == [(answer.code, "answer_not_understood")]


def test_every_error_is_reported_at_once() -> None:
    wrong = DraftResult("hemoglobin", "abc", "g/dL")
    slipped = DraftResult("calcium", "9", "g/L")

    found = errors(draft(wrong, slipped, findings=(DraftFinding("bone_pain", "?"),)))

    assert [field for field, _ in found] == ["hemoglobin", "calcium", "bone_pain"]


def test_fields_left_empty_are_no_results() -> None:
    visit = checked(draft(DraftResult("hemoglobin", " ", "g/dL"), HB))

    assert len(visit.results) == 1


@pytest.mark.parametrize("entered", [draft(), draft(note="  ")])
def test_an_empty_draft_is_refused(entered: VisitDraft) -> None:
    assert errors(entered) == [("visit", "empty_visit")]


def test_a_draft_of_empty_fields_only_is_refused() -> None:
    assert errors(draft(DraftResult("hemoglobin", " ", "g/dL"))) == [("visit", "empty_visit")]


def test_a_note_or_an_answer_alone_is_a_visit() -> None:
    assert checked(draft(note="telephone")).note == "telephone"
    assert checked(draft(findings=(PAIN,))).findings[0].value is True


def test_the_valid_part_of_a_draft_is_known_beside_its_errors() -> None:
    entered = draft(HB, DraftResult("calcium", "x", "mg/dL"), findings=(PAIN,))

    known = known_part(entered, today=TODAY, birth=None, catalogue=catalogue())

    assert [x.code for x in known.results] == ["hemoglobin"]
    assert [x.code for x in known.findings] == ["bone_pain"]
    assert [x.field for x in known.errors] == ["calcium"]


def test_without_its_day_nothing_is_known() -> None:
    known = known_part(draft(HB, on="tomorrow"), today=TODAY, birth=None, catalogue=catalogue())

    assert replace(known, errors=()) == KnownPart()
    assert [x.code for x in known.errors] == ["not_a_date"]


EARLIER = (result("hemoglobin", "9", on="2025-01-01"), result("hemoglobin", "12", on="2026-01-01"))


@pytest.mark.parametrize(
    ("value", "unit", "asked"),
    [
        ("120", "g/dL", True),
        ("1.2", "g/dL", True),
        ("120", "g/L", False),
        ("12", "g/L", True),
        ("96", "g/dL", True),
        ("95", "g/dL", False),
        ("144", "g/dL", True),
        ("145", "g/dL", False),
        ("9", "g/dL", False),
    ],
)
def test_a_value_ten_times_the_last_one_is_a_question(value: str, unit: str, asked: bool) -> None:
    new = (result("hemoglobin", value, unit),)

    found = list(tenfold_slips(new, EARLIER, catalogue()))

    assert bool(found) is asked
    for error in found:
        assert (error.field, error.code, error.overridable) == (
            "hemoglobin",
            "tenfold_of_last",
            True,
        )
        assert dict(error.values) == {"last": "12", "unit": "g/dL"}


@pytest.mark.parametrize("order", [1, -1])
def test_the_last_value_is_the_latest_not_the_last_entered(order: int) -> None:
    assert not list(tenfold_slips((result("hemoglobin", "90"),), EARLIER[::order], catalogue()))


@pytest.mark.parametrize(
    ("new", "earlier"),
    [
        (result("calcium", "9"), EARLIER),
        (words("hemoglobin", "low"), EARLIER),
        (result("hemoglobin", "120"), (words("hemoglobin", "low"),)),
        (result("serum_m_protein", "3"), (result("serum_m_protein", "0"),)),
    ],
)
def test_what_cannot_be_compared_is_not_asked(new: Result, earlier: tuple[Result, ...]) -> None:
    assert not list(tenfold_slips((new,), earlier, catalogue()))


@pytest.mark.parametrize("text", ["1.5", "6", "<3", ">=5", "9"])
def test_what_is_no_step_of_a_scale_is_refused_and_no_reason_makes_it_right(text: str) -> None:
    off = DraftResult("onls_arm", text, "{score}", reason="that is what was written")

    with pytest.raises(FieldErrors) as caught:
        checked(draft(off))

    (error,) = caught.value.errors
    assert (error.field, error.code, error.overridable) == ("onls_arm", "off_scale", False)
    assert error.values == (("low", "0"), ("high", "5"))


@pytest.mark.parametrize("text", ["0", "5", "3.0"])
def test_every_step_of_a_scale_is_taken(text: str) -> None:
    (result,) = checked(draft(DraftResult("onls_arm", text, "{score}"))).results

    assert result.value == Decimal(text)
