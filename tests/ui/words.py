"""Give the words of a language for tests of what is said."""

from __future__ import annotations

from functools import lru_cache

from desktop_app.data.content.catalogue import load_catalogue
from desktop_app.data.content.evidence import load_evidence
from desktop_app.data.content.wordings import load_wordings
from desktop_app.domain.sources import Evidence
from tests.conftest import RESOURCES
from ui.terms import Terms


@lru_cache(maxsize=3)
def terms(language: str = "en") -> Terms:
    """Give the sentences and names of a language."""
    return Terms(load_wordings(RESOURCES)[language], load_catalogue(RESOURCES))


@lru_cache(maxsize=1)
def evidence() -> Evidence:
    """Give the bibliography, the ledger and the cards that ship."""
    return load_evidence(RESOURCES)
