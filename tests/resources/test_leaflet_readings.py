"""Hold every reading of a leaflet to what may be told to such a reader."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desktop_app.data.content.leaflets import load_leaflets
from desktop_app.domain.document import OPEN_GROUP, Block, BlockKind, Fact, Reader
from desktop_app.domain.leaflet_fit import readers_of

LEAFLETS = load_leaflets(Path(__file__).resolve().parents[2] / "resources")
BLOCKS = [(leaflet, block) for leaflet in LEAFLETS.values() for block in leaflet.blocks]


def readings(kind: str) -> list[tuple[Reader, tuple[Block, ...]]]:
    """Give what every reader of a leaflet reads."""
    trends = [fact for fact in Fact if fact.value.startswith("trend_")]
    facts = [
        frozenset({following, *own})
        for following in (Fact.NEXT_KNOWN, Fact.NEXT_OPEN)
        for own in ([], [Fact.RESULTS], *([Fact.RESULTS, trend] for trend in trends))
    ]
    return [
        (reader, LEAFLETS[kind].blocks_for(reader, known))
        for reader in readers_of(kind)
        for known in facts
    ]


@pytest.mark.parametrize("kind", LEAFLETS)
def test_the_message_comes_first_and_is_one(kind: str) -> None:
    for _, blocks in readings(kind):
        assert blocks[0].kind is BlockKind.MESSAGE
        assert sum(block.kind is BlockKind.MESSAGE for block in blocks) == 1


def test_the_message_of_mgus_says_what_matters() -> None:
    for _, blocks in readings("mgus"):
        assert "not cancer" in blocks[0].texts["en"]
        assert "No treatment now" in blocks[0].texts["en"]


def test_the_message_of_smouldering_myeloma_leaves_treatment_to_the_doctor() -> None:
    for reader, blocks in readings("smm"):
        said = blocks[0].texts["en"]
        high = reader.group == "high" and reader.status == "confirmed"
        assert ("early treatment or a trial" in said) is high
        assert ("No treatment now, unless your doctor advises it" in said) is not high
        assert ("so far fit" in said) is (reader.status == "presumed")


def test_the_first_steps_say_nothing_about_a_diagnosis() -> None:
    named = re.compile("MGUS|myeloma|smoulder|amyloid|骨髓瘤|意義未明|意义未明|淀粉|澱粉", re.I)
    texts = [text for block in LEAFLETS["first_m_protein"].blocks for text in block.texts.values()]

    assert [text for text in texts if named.search(text)] == []


def test_the_first_steps_are_four_with_every_test_of_the_work_up() -> None:
    blocks = LEAFLETS["first_m_protein"].blocks
    steps = [block.texts["en"] for block in blocks if block.texts["en"].startswith("Step ")]
    tests = " ".join(block.texts["en"] for block in blocks if block.kind is BlockKind.TICK)

    assert [step[:7] for step in steps] == ["Step 1:", "Step 2:", "Step 3:", "Step 4:"]
    for test in (
        *("electrophoresis", "immunofixation", "free light chains", "IgG, IgA and IgM"),
        *("blood count", "calcium", "creatinine", "albumin", "LDH", "beta-2", "Urine of 24 hours"),
        *("Urine: albumin", "protein, electrophoresis and immunofixation"),
    ):
        assert test in tests


def test_a_trial_is_a_question_only_where_one_may_come_up() -> None:
    for reader, blocks in readings("questions"):
        asked = any("trial" in block.texts["en"] for block in blocks)
        smouldering = reader.category in ("smm", "smm_light_chain")
        assert asked is (smouldering and reader.group != "low")


def test_low_risk_asks_what_may_be_left_out_and_others_what_is_needed() -> None:
    for reader, blocks in readings("questions"):
        without = any("do without" in block.texts["en"] for block in blocks)
        mgus = reader.category in ("mgus_non_igm", "mgus_igm")
        assert without is (mgus and reader.group == "low")


def test_no_score_is_asked_for_where_none_fits() -> None:
    for reader, blocks in readings("questions"):
        texts = " ".join(block.texts["en"] for block in blocks)
        assert ("Mayo score" in texts) is (reader.category in ("mgus_non_igm", "mgus_igm"))
        assert ("20/2/20" in texts) is (reader.category == "smm")
        assert ("still open" in texts) is (reader.category is None)


def test_no_reading_leaves_a_heading_without_text() -> None:
    for leaflet in LEAFLETS.values():
        for _, blocks in readings(leaflet.kind):
            following = zip(blocks, [*blocks[1:], None], strict=True)
            lonely = [
                block.texts["en"]
                for block, after in following
                if block.kind is BlockKind.HEADING
                and (after is None or after.kind is BlockKind.HEADING)
            ]
            assert lonely == []


# What the rule book prints: MGUS-KYLE after 10 years; SMM-MAYO2018, the IMWG cohort after 2 years.
FIGURES = {
    "mgus": {None: 10},
    "smm": {"low": 6, "intermediate": 18, "high": 44},
}


@pytest.mark.parametrize("kind", LEAFLETS)
def test_a_figure_is_told_only_to_whom_it_was_measured_in(kind: str) -> None:
    figures = FIGURES.get(kind, {})
    for reader, blocks in readings(kind):
        told = [block.count for block in blocks if block.kind is BlockKind.PEOPLE]
        fitting = figures.get(reader.group) if kind == "smm" else figures.get(None)
        light_chain = (reader.category or "").endswith("light_chain")
        assert told == ([fitting] if fitting and not light_chain else [])


def test_every_figure_names_its_rule() -> None:
    rules = {
        leaflet.kind: block.rules for leaflet, block in BLOCKS if block.kind is BlockKind.PEOPLE
    }

    assert rules == {"mgus": ("MGUS-KYLE",), "smm": ("SMM-MAYO2018", "C-LAKSHMAN")}


@pytest.mark.parametrize(
    ("kind", "window", "cohort"),
    [("mgus", "10 years", "1,384 people"), ("smm", "2 years", "international group of 1,996")],
)
def test_both_framings_the_time_and_the_cohort_stand_beside_the_number(
    kind: str, window: str, cohort: str
) -> None:
    told = [
        (blocks, place)
        for _, blocks in readings(kind)
        for place, block in enumerate(blocks)
        if block.kind is BlockKind.PEOPLE
    ]

    assert told
    for blocks, place in told:
        texts = blocks[place].texts.values()
        assert all("{count}" in text and "{rest}" in text for text in texts)
        around = blocks[place - 2 : place + 2]
        assert any(window in block.texts["en"] for block in around)
        assert cohort in blocks[place + 1].texts["en"]


def test_one_cohort_is_told_never_two() -> None:
    texts = " ".join(text for block in LEAFLETS["smm"].blocks for text in block.texts.values())

    assert "421" not in texts
    assert "5 years" not in texts


def test_the_count_of_values_that_is_told_belongs_to_the_group() -> None:
    said = {"low": "**none** is", "intermediate": "**one** is", "high": "**two or three** are"}
    for reader, blocks in readings("smm"):
        texts = " ".join(block.texts["en"] for block in blocks)
        own = said.get(reader.group) if reader.category == "smm" else None
        assert [words for words in said.values() if words in texts] == ([own] if own else [])


def test_who_gets_no_figure_is_told_why() -> None:
    for reader, blocks in readings("smm"):
        texts = " ".join(block.texts["en"] for block in blocks)
        assert ("no figure stands here" in texts or "none stands here" in texts) is (
            reader.group == OPEN_GROUP
        )


def test_the_message_of_poems_says_that_it_can_be_treated_and_that_nerves_heal_slowly() -> None:
    for reader, blocks in readings("poems"):
        said = blocks[0].texts
        assert "It can be treated" in said["en"]
        assert "Nerves heal slowly" in said["en"]
        assert ("so far fit" in said["en"]) is (reader.status == "presumed")
        assert all("可以治" in said[language] for language in ("zh-TW", "zh-CN"))


def test_each_letter_of_poems_is_explained_in_order() -> None:
    for _, blocks in readings("poems"):
        for language in ("en", "zh-TW", "zh-CN"):
            bullets = [x.texts[language] for x in blocks if x.kind is BlockKind.BULLET]
            assert "".join(text.removeprefix("**")[0] for text in bullets[:5]) == "POEMS"


def test_what_is_told_of_slow_nerves_names_its_rule_and_promises_nothing() -> None:
    told = [x for x in LEAFLETS["poems"].blocks if "6 months" in x.texts["en"]]

    assert [block.rules for block in told] == [("RESP-POEMS-LAG", "C-P-LAG")]
    assert any("Not everyone recovers fully" in x.texts["en"] for x in LEAFLETS["poems"].blocks)


@pytest.mark.parametrize(
    "sign",
    [
        *("out of breath", "one leg or arm swollen", "double vision", "swollen legs or belly"),
        *("bortezomib and thalidomide", "a fall"),
    ],
)
def test_what_to_report_in_poems_is_named(sign: str) -> None:
    assert any(sign in block.texts["en"] for block in LEAFLETS["poems"].blocks)
