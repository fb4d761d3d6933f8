"""Gather what the calculators on the web ask for, with the draft and without storing anything."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from tests.builders import NAME, RECORD_NUMBER, a_draft
from tests.data.reading import audit_lines, counts

if TYPE_CHECKING:
    from desktop_app.paths import Paths
    from desktop_app.services import Services


def test_the_draft_is_among_the_inputs_and_nothing_is_stored(
    services: Services, patient_id: int, paths: Paths
) -> None:
    before = (counts(paths), audit_lines(paths))

    empty = services.assessments.web_inputs(patient_id, None)
    found = services.assessments.web_inputs(patient_id, a_draft(patient_id))

    values = {each.code: each.value for each in found["WEB-ISTOPMM"]}
    assert isinstance(values["serum_m_protein"], Decimal)
    assert "WEB-ISTOPMM" not in empty
    assert (counts(paths), audit_lines(paths)) == before


def test_nobodys_identity_leaves_the_record(services: Services, patient_id: int) -> None:
    found = services.assessments.web_inputs(patient_id, a_draft(patient_id))

    said = repr(found)
    assert found
    assert NAME not in said
    assert RECORD_NUMBER not in said
