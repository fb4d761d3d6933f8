"""Show the log to who may see it, and leave a line of each look."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from desktop_app.domain.audit import AuditFilter
from desktop_app.domain.errors import Refusal
from desktop_app.domain.roles import Role
from tests.builders import a_draft, a_registration
from tests.conftest import PASSPHRASE
from tests.data.reading import rows

if TYPE_CHECKING:
    from desktop_app.paths import Paths
    from desktop_app.services import Services

HERS = "a nurse's own words"


def actions(services: Services, wanted: AuditFilter, number: str = "") -> list[str]:
    return [line.action for line in services.audit.lines(wanted, number)]


def test_the_newest_line_comes_first_and_tells_who_did_it(services: Services) -> None:
    services.patients.register(a_registration())

    (line, *_) = services.audit.lines(AuditFilter())

    assert (line.action, line.actor, line.entity) == ("patient_registered", "owner", "patient")
    assert services.audit.actors() == ("owner",)


def test_each_look_leaves_a_line_with_what_was_asked_for_and_no_identity(
    services: Services, paths: Paths
) -> None:
    registration = a_registration()
    patient_id = services.patients.register(registration)
    day = datetime(2026, 11, 21, 16, tzinfo=UTC)
    wanted = AuditFilter(
        "owner", frozenset({"patient_viewed", "patient_registered"}), first=day, last=day
    )

    services.audit.lines(wanted, registration.record_number)
    services.audit.lines(AuditFilter(entity="record"))
    services.audit.lines(AuditFilter())

    said = rows(paths, "SELECT detail FROM audit WHERE action = 'audit_viewed' ORDER BY id")
    assert said == [
        (
            "user=owner actions=patient_registered,patient_viewed "
            f"row=patient {patient_id} "
            "from=2026-11-21T16:00+00:00 until=2026-11-21T16:00+00:00",
        ),
        ("row=record",),
        (None,),
    ]


def test_a_record_number_asks_for_one_patient(services: Services) -> None:
    first, second = a_registration(1), a_registration(2, name="示範 病人乙")
    services.visits.record(a_draft(services.patients.register(first)))
    services.patients.card(services.patients.register(second))

    found = actions(services, AuditFilter(), f" {second.record_number} ")

    assert found == ["patient_viewed", "patient_registered"]
    with pytest.raises(Refusal, match="no_such_patient"):
        services.audit.lines(AuditFilter(), "no such number")
    with pytest.raises(Refusal, match="no_such_patient"):
        services.audit.lines(AuditFilter(), second.record_number[:-1])


def test_only_who_may_see_the_log_sees_it(services: Services) -> None:
    services.clinic.confirm(PASSPHRASE)
    services.users.add("lin", "Lin", [Role.DOCTOR], HERS)
    services.clinic.lock()
    services.clinic.unlock(HERS, "lin")

    with pytest.raises(Refusal, match="not_allowed"):
        services.audit.lines(AuditFilter())
    with pytest.raises(Refusal, match="not_allowed"):
        services.audit.actors()
