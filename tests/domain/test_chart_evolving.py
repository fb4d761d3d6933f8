"""What a chart shows of evolving disease: which change meets which definition, and how sure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from desktop_app.domain.assessment import assess
from desktop_app.domain.chart import ChartRequest, ChartSpec, Evolution
from desktop_app.domain.chart_layout import lay_out
from desktop_app.domain.chart_shapes import Path, Text
from tests.domain.cases import flattened, record, result
from tests.domain.evolution import IGG, M, chains, hb, m, series
from tests.domain.trend_records import AS_OF, a_chart, catalogue

if TYPE_CHECKING:
    from desktop_app.domain.chart_shapes import Layout

SIX, CONFIRMED = "2024-07-15", "2024-09-15"
RISE = (m("3.0"), m("3.6", SIX))
SURE = (*RISE, m("3.7", CONFIRMED))


def drawn(*facts: object, codes: tuple[str, ...] = (M,), **more: Any) -> ChartSpec:
    """Give the chart of an IgG kappa patient with what was concluded of the same values."""
    known = record(*flattened((IGG, *facts)))
    concluded = assess(known, AS_OF, catalogue=catalogue()).evolving
    return a_chart(known, *codes, evolving=concluded, **more)


def marks(spec: ChartSpec) -> list[Evolution]:
    return [one for panel in spec.panels for one in panel.evolutions]


def place(day: str, value: float) -> tuple[float, float]:
    return float(date.fromisoformat(day).toordinal()), value


def test_a_definition_that_is_met_leads_from_the_baseline_to_the_value() -> None:
    (step,) = marks(drawn(*SURE))

    assert (step.start, step.end) == (place("2024-01-15", 3.0), place(SIX, 3.6))
    assert "Ravi 2016 M" in step.label.split(" · ")
    assert "PANGEA" in step.label.split(" · ")


def test_what_is_not_met_leaves_no_mark() -> None:
    assert marks(drawn(m("3.0"), m("3.1", SIX))) == []


def test_a_definition_without_a_second_sample_says_so() -> None:
    (step,) = marks(drawn(*RISE))

    names = step.label.split(" · ")
    assert "Ravi 2016 M (unconfirmed)" in names
    assert not step.firm


@pytest.mark.parametrize(("last", "again", "firm"), [("3.67", "3.7", True), ("3.66", "3.7", False)])
def test_only_what_is_confirmed_and_beyond_the_noise_is_firm(
    last: str, again: str, firm: bool
) -> None:
    found = marks(drawn(m("3.0"), m(last, SIX), m(again, CONFIRMED)))

    assert [step.firm for step in found if step.end[0] == place(SIX, 0)[0]] == [firm]


def test_definitions_that_other_values_meet_have_marks_of_their_own() -> None:
    steps = marks(drawn(m("2.0"), m("2.2", "2024-04-15"), m("2.6", SIX), m("2.7", CONFIRMED)))

    assert [(step.end, step.label) for step in steps] == [
        (place(SIX, 2.6), "Ravi 2016 M"),
        (place("2024-04-15", 2.2), "PANGEA"),
    ]


def test_a_fall_of_haemoglobin_is_marked_on_its_own_panel() -> None:
    fall = (hb("13.0"), hb("12.4", SIX), hb("12.3", CONFIRMED))
    spec = drawn(m("2.0"), m("2.0", SIX), fall, codes=(M, "hemoglobin"))

    assert [len(panel.evolutions) for panel in spec.panels] == [0, 1]
    assert marks(spec)[0].label == "Ravi 2016 Hb"
    assert marks(drawn(m("2.0"), m("2.0", SIX), fall)) == []


def test_a_rise_of_the_involved_ratio_is_marked_on_the_ratio() -> None:
    light = (chains(100, 10), chains(310, 10, SIX), chains(320, 10, CONFIRMED))
    spec = drawn(m("2.0"), m("2.0", SIX), light, codes=("flc_ratio",))

    assert [(step.end, step.label) for step in marks(spec)] == [(place(SIX, 31.0), "PANGEA")]


def test_the_point_and_the_sentence_say_it_too() -> None:
    spec = drawn(*SURE)
    said = [point.evolving for point in spec.panels[0].series[0].points]

    assert said[0] == said[2] == ""
    assert said[1].startswith("evolving by ")
    assert said[1].endswith(", from 3.0 on 2024-01-15")
    assert "M-protein is evolving by" in spec.summary
    assert "3.0 → 3.6 g/dL on 2024-07-15" in spec.summary
    for language, words in (("zh-TW", "符合進展定義"), ("zh-CN", "符合进展定义")):
        assert words in drawn(*SURE, language=language).summary


def test_of_two_values_of_one_day_the_one_that_was_judged_is_marked() -> None:
    known = record(IGG, *SURE)
    concluded = assess(known, AS_OF, catalogue=catalogue()).evolving
    twice = replace(known, results=(m("2.0", SIX), *known.results))

    assert marks(a_chart(twice, evolving=concluded))[0].end == place(SIX, 3.6)
    other = replace(known, results=(*known.results[:1], m("36.0", SIX, "g/L")))
    assert marks(a_chart(other, evolving=concluded))[0].end == place(SIX, 36.0)


def test_a_value_that_is_not_on_the_chart_has_no_mark() -> None:
    concluded = assess(record(IGG, *SURE), AS_OF, catalogue=catalogue()).evolving

    assert marks(a_chart(record(IGG, m("3.0"), m("3.9", "2025-01-15")), evolving=concluded)) == []


def test_a_new_laboratory_suspends_the_definitions_and_the_chart_says_so() -> None:
    before = series(M, "g/dL", ("2.0", "2024-01-15"), ("2.0", SIX), lab="A")
    once = series(M, "g/dL", ("2.8", CONFIRMED), lab="B")
    again = series(M, "g/dL", ("2.8", "2024-12-15"), lab="B")
    steady = (hb("13.0"), hb("13.0", SIX))

    waiting = drawn(before, once, steady, codes=(M, "hemoglobin"))
    assert waiting.notes == (
        "M-protein: evolution is not judged until the new laboratory or method has given"
        " two values.",
    )
    assert marks(waiting) == []
    both = (*before, once, hb("13.0", CONFIRMED, lab="B"), *(hb("13", x, lab="A") for x in (SIX,)))
    (note,) = drawn(both, codes=(M, "hemoglobin")).notes
    assert note.startswith("M-protein · Hb: ")
    assert drawn(before, once, steady, codes=("hemoglobin",)).notes == ()
    assert drawn(before, once, again).notes == ()


def test_a_log_scale_keeps_the_mark_on_its_values() -> None:
    (step,) = marks(drawn(*SURE, request=ChartRequest(((M,),), log=True)))

    assert (step.start[1], step.end[1]) == (3.0, 3.6)


def measure(text: str, size: float, bold: bool) -> float:
    return len(text) * size * (0.6 if bold else 0.56)


def laid_out(spec: ChartSpec, **more: bool) -> Layout:
    return lay_out(spec, 600, 400, measure, **more)


def lines(layout: Layout) -> list[Path]:
    return [item for item in layout.items if isinstance(item, Path) and item.width == 1.4]


def test_the_step_is_drawn_with_an_arrow_and_named_beside_it() -> None:
    spec = drawn(*SURE)
    layout = laid_out(spec)
    (step,) = lines(layout)
    (named,) = [
        item
        for item in layout.items
        if isinstance(item, Text) and item.text == marks(spec)[0].label
    ]

    (left, base), (right, corner), tip, *_ = step.places
    assert base == corner
    assert right == tip[0] > left
    assert tip[1] < base
    assert step.tone == named.tone
    assert layout.evolutions == (named.text,)
    assert any(marks(spec)[0].label in line for hit in layout.hits for line in hit.lines)


def test_a_fall_has_its_arrow_downwards_and_a_low_step_has_none() -> None:
    fall = drawn(
        m("2"), m("2", SIX), hb("13.0"), hb("12.0", SIX), hb("12", CONFIRMED), codes=("hemoglobin",)
    )
    (step,) = lines(laid_out(fall))
    assert step.places[2][1] > step.places[1][1]

    low = drawn(m("4.0"), m("4.2", SIX), m("4.2", CONFIRMED))
    (flat,) = lines(lay_out(low, 600, 150, measure))
    assert len(flat.places) == 2
    assert flat.tone == "muted"


def test_a_step_outside_the_period_is_not_drawn_and_one_that_began_before_is_cut() -> None:
    def asked(start: date, end: date) -> Layout:
        return laid_out(drawn(*SURE, request=ChartRequest(((M,),), start, end)))

    assert lines(asked(date(2024, 8, 1), date(2024, 12, 1))) == []
    (cut,) = lines(asked(date(2024, 6, 1), date(2024, 12, 1)))
    assert cut.places[0][0] >= laid_out(drawn(*SURE)).plots[0].x


def test_where_there_is_no_room_the_name_is_left_to_the_tip() -> None:
    layout = lay_out(drawn(*SURE), 150, 120, measure)

    label = marks(drawn(*SURE))[0].label
    assert label not in [item.text for item in layout.items if isinstance(item, Text)]
    assert any(label in line for hit in layout.hits for line in hit.lines)


def test_a_leaflet_shows_no_definitions() -> None:
    layout = laid_out(drawn(*SURE), plain=True)

    assert lines(layout) == []
    assert layout.evolutions == ()


def test_a_record_of_other_results_is_left_alone() -> None:
    assert marks(drawn(result("crp", 3, "mg/L"), codes=("crp",))) == []
