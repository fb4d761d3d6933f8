"""Test that the file itself keeps merges as they were written, and one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlcipher3 import dbapi2

from tests.builders import a_registration
from tests.data.reading import key_of, raw

if TYPE_CHECKING:
    from desktop_app.paths import Paths
    from desktop_app.services import Services

MERGE = (
    "INSERT INTO patient_merge (kept_id, merged_id, reason, recorded_at, recorded_by)"
    " VALUES ({kept}, {merged}, '{reason}', '2026', 'owner')"
)


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        (MERGE.format(kept=3, merged=2, reason="again"), "merged twice"),
        (MERGE.format(kept=2, merged=3, reason="chain"), "merged twice"),
        (MERGE.format(kept=3, merged=1, reason="chain"), "merged twice"),
        (MERGE.format(kept=3, merged=3, reason="self"), "two_patients"),
        (MERGE.format(kept=1, merged=3, reason=" "), "not_blank"),
        ("UPDATE patient_merge SET kept_id = 3", "kept as they were written"),
        ("DELETE FROM patient_merge", "kept as they were written"),
        ("UPDATE patient_merge SET voided_at = '2026'", "voided_with_reason"),
    ],
)
def test_the_file_refuses_what_no_service_would_ask(
    services: Services, paths: Paths, statement: str, message: str
) -> None:
    kept, merged, _ = (services.patients.register(a_registration(each)) for each in (1, 2, 3))
    services.merging.merge(kept, merged, "registered twice")
    services.clinic.lock()

    refused = pytest.raises(dbapi2.Error, match=message)
    with raw(paths.record, key_of(paths)) as connection, refused:
        connection.execute(statement)


def test_who_was_parted_can_be_merged_again_and_both_merges_stay(
    services: Services, paths: Paths
) -> None:
    kept, merged = (services.patients.register(a_registration(each)) for each in (1, 2))
    first = services.merging.merge(kept, merged, "registered twice")
    services.merging.undo(first, "wrong")

    services.merging.merge(kept, merged, "yes, registered twice")

    with raw(paths.record, key_of(paths)) as connection:
        found = connection.execute("SELECT reason, void_reason FROM patient_merge ORDER BY id")
        assert found.fetchall() == [
            ("registered twice", "wrong"),
            ("yes, registered twice", None),
        ]
