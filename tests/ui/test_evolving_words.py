"""Test the one line on evolving disease, and the row of each definition."""

from __future__ import annotations

from decimal import Decimal

import pytest

from desktop_app.domain.conclusions import SeriesPoint
from desktop_app.domain.truth import Truth
from tests.ui.conclusions import evolving
from tests.ui.words import evidence, terms
from ui.models.evolving_branch import evolving_reason
from ui.models.evolving_words import evolving_words

pytestmark = pytest.mark.usefixtures("english")
OTHERS = [evolving(name, Truth.NOT_MET) for name in ("EVO-RAVI-EHB", "EVO-WU", "EVO-RAJKUMAR")]


def test_nothing_is_said_where_nothing_was_asked() -> None:
    assert evolving_words((), terms()) is None


def test_a_rise_is_told_with_its_time_and_how_many_definitions_it_meets() -> None:
    words = evolving_words((evolving("EVO-RAVI-EMP"), evolving("EVO-PANGEA"), *OTHERS), terms())

    assert words is not None
    assert words.state is Truth.MET
    assert words.line == (
        "M-protein +33 % in 11 months: evolving under 2 of 5 definitions, unconfirmed"
    )


def test_a_definition_with_several_measures_counts_once() -> None:
    other = evolving("EVO-PANGEA", Truth.NOT_MET, code="creatinine")

    words = evolving_words((evolving("EVO-PANGEA"), other), terms())

    assert words is not None
    assert "1 of 1" in words.line


def test_a_second_sample_makes_it_confirmed() -> None:
    words = evolving_words((evolving("EVO-RAVI-EMP", confirmed=True),), terms())

    assert words is not None
    assert words.line.endswith("definitions, confirmed")


def test_the_m_protein_leads_before_another_measure() -> None:
    fall = evolving("EVO-RAVI-EHB", change="-12", code="hemoglobin")

    words = evolving_words((fall, evolving("EVO-RAVI-EMP")), terms())

    assert words is not None
    assert words.line.startswith("M-protein +33 %")


def test_of_several_rises_the_one_to_the_latest_value_is_told() -> None:
    earlier = evolving(
        "EVO-RAVI-EMP", change="20", value=SeriesPoint("2026-01-01", Decimal("1.44"))
    )

    words = evolving_words((earlier, evolving("EVO-PANGEA")), terms())

    assert words is not None
    assert words.line.startswith("M-protein +33 %")


@pytest.mark.parametrize(
    ("change", "said"),
    [("-12", "Hb −12 %"), ("", "Hb −0.6 g/dL")],
)
def test_a_fall_has_a_minus_and_an_absolute_change_its_unit(change: str, said: str) -> None:
    fall = evolving(
        "EVO-RAVI-EHB", change=change, code="hemoglobin", change_absolute=Decimal("-0.6")
    )

    words = evolving_words((fall,), terms())

    assert words is not None
    assert words.line.startswith(said)


def test_without_a_change_only_the_definitions_speak() -> None:
    bare = evolving("EVO-WU", change="", change_absolute=None, baseline=None, value=None)

    words = evolving_words((bare,), terms())

    assert words is not None
    assert words.line == "Evolving under 1 of 1 definitions, unconfirmed"


def test_what_is_not_settled_never_reads_as_no() -> None:
    open_ = evolving("EVO-WU", Truth.UNKNOWN)

    both = evolving_words((open_, *OTHERS[:1]), terms())
    none = evolving_words(OTHERS, terms())

    assert both is not None
    assert none is not None
    assert both.state is Truth.UNKNOWN
    assert "1 of 2 definitions not settled" in both.line
    assert none.state is Truth.NOT_MET
    assert none.line == "Not evolving under any of 3 definitions"


def test_every_definition_is_named_with_its_state() -> None:
    words = evolving_words((evolving("EVO-RAVI-EMP"), *OTHERS), terms())

    assert words is not None
    assert [line.split(":")[0] for line in words.definitions] == ["met", *["not met"] * 3]
    assert "(EVO-RAVI-EMP)" in words.definitions[0]


def test_a_row_says_baseline_value_change_noise_and_confirmation() -> None:
    row = evolving_reason(evolving("EVO-RAVI-EMP"), terms(), (), evidence())

    assert row.value == "1.2 → 1.6 g/dL"
    assert row.date == "2025-07-01 → 2026-06-01"
    assert row.state is Truth.MET
    assert "+33 %, +0.4 g/dL" in row.note
    assert "beyond the variation" in row.note
    assert "unconfirmed" in row.note
    assert not row.folded


def test_a_row_inside_the_noise_says_so_and_one_not_met_is_folded() -> None:
    quiet = evolving("EVO-RAVI-EMP", Truth.NOT_MET, beyond_noise=False)

    row = evolving_reason(quiet, terms(), (), evidence())

    assert "inside the variation" in row.note
    assert "confirmed" not in row.note
    assert row.folded


def test_a_censored_value_keeps_its_sign() -> None:
    low = SeriesPoint("2025-07-01", Decimal("0.1"), "<")

    row = evolving_reason(evolving("EVO-RAVI-EMP", baseline=low), terms(), (), evidence())

    assert row.value == "<0.1 → 1.6 g/dL"


def test_a_change_that_the_test_alone_could_make_is_said_in_the_line() -> None:
    quiet = evolving("EVO-RAVI-EMP", change="15", beyond_noise=False)

    words = evolving_words((quiet, *OTHERS), terms())
    real = evolving_words((quiet, evolving("EVO-PANGEA")), terms())
    unknown = evolving_words((evolving("EVO-WU", beyond_noise=None),), terms())

    assert words is not None
    assert words.within_noise
    assert words.line.endswith("1 of 4 definitions, unconfirmed, within the noise of the test")
    for other in (real, unknown):
        assert other is not None
        assert not other.within_noise
        assert "noise" not in other.line


@pytest.mark.parametrize(("language", "said"), [("zh-CN", "+33%"), ("zh-TW", "+33 %")])
def test_the_percent_sign_is_written_as_the_language_does(language: str, said: str) -> None:
    met = evolving("EVO-RAVI-EMP")

    words = evolving_words((met,), terms(language))

    assert words is not None
    assert f"{said} " in f"{words.line} "
    assert said in evolving_reason(met, terms(language), (), evidence()).note
