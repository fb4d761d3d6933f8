"""Lock the record again and again while somebody types: the draft comes back byte for byte."""

from __future__ import annotations

import random
from dataclasses import replace

from desktop_app.domain.visit import DraftResult, VisitDraft
from desktop_app.services import Services
from tests.builders import a_draft
from tests.conftest import PASSPHRASE
from tests.plugins.soak import Soak

# Whatever a keyboard, an input method or the clipboard may bring.
SIGNS = "aZ09 <>≤±µ%,.;\\'\"\t\n\r\0\u200b\u3000，。疲倦兩週骨痛𠮷👩‍⚕️é\u0301ﬁ\ufeff\u202e"


def typed(chance: random.Random, at_most: int) -> str:
    """Give something that nobody would type on purpose."""
    return "".join(chance.choices(SIGNS, k=chance.randrange(at_most)))


def next_draft(draft: VisitDraft, chance: random.Random) -> VisitDraft:
    """Give the draft after some more keys."""
    value = DraftResult("hemoglobin", typed(chance, 12), typed(chance, 6), lab=typed(chance, 20))
    results = tuple(result for result in draft.results if result.code != value.code)
    return replace(draft, note=typed(chance, 400), results=(*results, value))


def test_a_draft_survives_every_lock_byte_for_byte(
    soak: Soak, services: Services, patient_id: int
) -> None:
    chance, draft = random.Random(soak.seed), a_draft(patient_id)
    count = soak.trials(500)

    for _ in range(count):
        draft = next_draft(draft, chance)
        services.visits.keep_draft(draft)
        services.clinic.lock()
        services.clinic.unlock(PASSPHRASE)
        kept = services.visits.draft(patient_id)
        assert kept is not None
        assert kept.draft == draft

    soak.tell("locks while typing", {"drafts came back byte for byte": count})
