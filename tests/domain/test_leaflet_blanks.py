"""Fill the lines of the first steps from the record, and leave open what it does not say."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from desktop_app.domain.document import Fact, Hole
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Comparator, Finding, PatientRecord, Person, Result
from tests.reports.sheets import TAIWAN, a_sheet, pages_of, squeezed, values_for

DAY = PartialDate("2026-11-20")
M = Result(DAY, "serum_m_protein", Decimal("0.8"), "g/dL", Comparator.LE)
RATIO = Result(DAY, "flc_ratio", Decimal("2.4"), "{ratio}")
IGA = Finding(DAY, "serum_immunofixation", ("IgA-lambda",))
RECORD = PatientRecord(Person(), results=(M, RATIO), findings=(IGA,))


def test_the_record_writes_what_it_knows_with_its_day() -> None:
    values = values_for(record=RECORD)

    for language in TAIWAN:
        assert values.texts[language][Hole.M_PROTEIN] == "≤0.8 g/dL · 2026-11-20"
        assert values.texts[language][Hole.ISOTYPE] == "IgA-λ · 2026-11-20"
        assert values.texts[language][Hole.FLC_RATIO] == "2.4 · 2026-11-20"
    known = {Fact.M_PROTEIN_KNOWN, Fact.ISOTYPE_KNOWN, Fact.FLC_RATIO_KNOWN}
    assert {fact for fact in values.facts if fact.value.endswith("_known")} >= known


@pytest.mark.parametrize(
    "bands",
    [
        (),
        (replace(IGA, value=()),),
        (IGA, replace(IGA, value=("IgG-kappa",))),
        (IGA, replace(IGA, date=PartialDate("2026-11-21"), value=())),
    ],
)
def test_a_type_that_is_not_known_stays_open(bands: tuple[Finding, ...]) -> None:
    values = values_for(record=replace(RECORD, findings=bands))

    assert Fact.ISOTYPE_OPEN in values.facts
    assert Hole.ISOTYPE not in values.texts["en"]
    assert {Fact.M_PROTEIN_KNOWN, Fact.FLC_RATIO_KNOWN} <= values.facts


def test_the_sheet_prints_what_is_known_and_a_line_for_the_rest() -> None:
    def printed(record: PatientRecord) -> str:
        sheet = a_sheet(kind="first_m_protein", record=record, category=None, status="undetermined")
        return squeezed(" ".join(pages_of(sheet)))

    known, some = printed(RECORD), printed(replace(RECORD, results=(), findings=(IGA,)))

    assert "M-protein:≤0.8g/dL·2026-11-20" in known
    assert "M蛋白：≤0.8g/dL·2026-11-20" in known
    assert "Type:IgA-λ·2026-11-20" in known
    assert "κ/λratio:2.4·2026-11-20" in known
    assert "Type:IgA-λ" in some
    assert some.count("M-protein:") == known.count("M-protein:") - 1  # the title
    assert "κ/λratio" in some
