"""Set up the fictional clinic and record its patients through the services that doctors use."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.demo.cast import read_cast

if TYPE_CHECKING:
    from desktop_app.services import Services


def fill(services: Services, resources: Path) -> None:
    """Register everybody and record every visit, oldest first, so that each has its assessment."""
    cast = read_cast(resources, services.clock.today())
    services.settings.keep_clinic(cast.clinic)
    services.settings.keep_policy(cast.policy)
    for character in cast.characters:
        patient_id = services.patients.register(character.registration, fictional=True)
        for draft in character.visits_of(patient_id):
            services.visits.record(draft)
