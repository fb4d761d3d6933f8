"""Keep what the clinic sets for itself; every version stays, nothing is computed again."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from sqlcipher3 import dbapi2

from desktop_app.domain.document import Clinic
from desktop_app.domain.errors import FieldErrors
from desktop_app.domain.policy import PUBLISHED, Policy
from desktop_app.domain.policy_draft import DraftIntervals, DraftNoise, PolicyDraft
from tests.builders import a_draft
from tests.conftest import PASSPHRASE
from tests.data.reading import audit_lines, counts, key_of, raw, rows

if TYPE_CHECKING:
    from desktop_app.paths import Paths
    from desktop_app.services import Services

CLINIC = Clinic("示範診所", "02-2312 3456", "台北市中正區 1 號", "林醫師")
NOISE = PolicyDraft((DraftNoise("台大", "serum_m_protein", "8.50"),))


def every_two_months(services: Services) -> PolicyDraft:
    """Give a policy that asks for a visit every two months, whatever the rule."""
    return PolicyDraft(
        intervals=tuple(
            DraftIntervals(rule, tuple(("2", "2") for _ in steps))
            for rule, steps in services.settings.guideline().items()
        )
    )


def test_a_new_record_has_no_settings(services: Services) -> None:
    assert services.settings.clinic() == Clinic()
    assert services.settings.policy() == services.settings.policy() == PUBLISHED


def test_settings_are_kept_over_a_lock_and_every_version_stays(
    services: Services, paths: Paths
) -> None:
    services.settings.keep_clinic(Clinic("舊名"))
    services.settings.keep_clinic(CLINIC)
    services.settings.keep_policy(NOISE)
    services.clinic.lock()
    services.clinic.unlock(PASSPHRASE)

    assert services.settings.clinic() == CLINIC
    noise = services.settings.policy().noise_of("serum_m_protein", "台大")
    assert str(noise) == "8.50"
    assert rows(paths, "SELECT key, set_by FROM setting ORDER BY id") == [
        ("clinic", "owner"),
        ("clinic", "owner"),
        ("policy", "owner"),
    ]
    assert [line for line in audit_lines(paths) if line[0] == "setting_changed"] == [
        ("setting_changed", "setting", number) for number in (1, 2, 3)
    ]


def test_the_published_policy_stands_beside_the_clinics_own(services: Services) -> None:
    guideline = services.settings.guideline()

    assert guideline["FU-MGUS-LOW"] == ((6, 6), (24, 36))
    assert services.settings.noise()["serum_m_protein"] > 0


def test_what_is_kept_again_unchanged_leaves_no_trace(services: Services, paths: Paths) -> None:
    services.settings.keep_clinic(CLINIC)
    services.settings.keep_policy(NOISE)
    before, lines = counts(paths), audit_lines(paths)

    services.settings.keep_clinic(CLINIC)
    services.settings.keep_policy(NOISE)

    assert (counts(paths), audit_lines(paths)) == (before, lines)


def test_spaces_around_what_is_printed_are_left_out(services: Services) -> None:
    services.settings.keep_clinic(Clinic("  示範\n診所 ", phone=" 1  2 "))

    assert services.settings.clinic() == Clinic("示範 診所", "1 2")


def test_what_fits_no_sheet_is_refused(services: Services, paths: Paths) -> None:
    services.settings.keep_clinic(Clinic(address="路" * 60))
    before = counts(paths)

    with pytest.raises(FieldErrors) as refused:
        services.settings.keep_clinic(Clinic(name="名" * 61, address="路" * 61))

    assert [(error.field, error.code) for error in refused.value.errors] == [
        ("name", "too_long"),
        ("address", "too_long"),
    ]
    assert counts(paths) == before


def test_a_policy_that_means_nothing_is_refused(services: Services, paths: Paths) -> None:
    before = counts(paths)

    with pytest.raises(FieldErrors):
        services.settings.keep_policy(PolicyDraft((DraftNoise("", "serum_m_protein", "much"),)))

    assert counts(paths) == before
    assert services.settings.policy() == PUBLISHED


def test_what_the_clinic_sets_for_poems_is_kept(services: Services) -> None:
    services.settings.keep_policy(PolicyDraft(poems_preset="pumch", poems_vegf_limit="800"))

    policy = services.settings.policy()

    assert policy == Policy(poems_preset="pumch", poems_vegf_limit=Decimal(800))


def test_settings_of_before_the_chapter_on_poems_keep_its_published_ones(
    services: Services, paths: Paths
) -> None:
    services.settings.keep_policy(NOISE)
    old = '{"intervals":{},"noise_percent":[["","igg","9"]]}'
    with raw(paths.record, key_of(paths)) as connection:
        connection.execute(
            "INSERT INTO setting (key, value, set_at, set_by) "
            "SELECT key, ?, set_at, set_by FROM setting",
            (old,),
        )

    assert services.settings.policy() == Policy({("", "igg"): Decimal(9)})


def test_a_version_is_neither_changed_nor_removed(services: Services, paths: Paths) -> None:
    services.settings.keep_clinic(CLINIC)

    with raw(paths.record, key_of(paths)) as connection:
        for statement in ("UPDATE setting SET value = '{}'", "DELETE FROM setting"):
            with pytest.raises(dbapi2.IntegrityError, match="kept as they were written"):
                connection.execute(statement)


def test_a_policy_holds_from_now_on_and_what_was_concluded_stays(
    services: Services, patient_id: int
) -> None:
    services.visits.record(a_draft(patient_id, "2026-05-01"))
    before = services.assessments.stored(patient_id)
    listed = services.patients.search()

    services.settings.keep_policy(every_two_months(services))

    assert services.assessments.stored(patient_id) == before
    assert services.patients.search() == listed
    live = services.assessments.live(patient_id, a_draft(patient_id))
    recorded = services.visits.record(a_draft(patient_id))
    assert before is not None
    assert before.assessment.follow_up.interval_months != (2, 2)
    assert live.follow_up.interval_months == (2, 2)
    assert recorded.assessment == live


def test_the_noise_of_the_clinic_reaches_rules_and_trends(services: Services) -> None:
    services.settings.keep_policy(NOISE)

    noise = services.settings.policy().noise_percent

    assert noise == {("台大", "serum_m_protein"): Decimal("8.50")}


def test_the_published_noise_stands_beside_what_a_clinic_sets(services: Services) -> None:
    noise = services.settings.noise()

    assert noise["serum_m_protein"] == Decimal(22)
    assert noise["hemoglobin"] == Decimal(8)
