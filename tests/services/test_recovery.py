"""Print the recovery key: everything on paper, nothing in the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.domain.catalogue import LANGUAGES
from desktop_app.domain.errors import Refusal
from tests.conftest import PASSPHRASE
from tests.reports.sheets import pages_of, squeezed

if TYPE_CHECKING:
    from desktop_app.paths import Paths
    from desktop_app.services import Services


def plain(text: str) -> str:
    return text.replace("-", "")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("split", [False, True])
def test_each_text_has_a_page_of_its_own_with_a_second_language_beside(
    services: Services, paths: Paths, language: str, split: bool
) -> None:
    services.clinic.confirm(PASSPHRASE)
    texts = services.users.make_recovery_key(split=split)
    before = {path: path.stat().st_size for path in paths.data.rglob("*") if path.is_file()}

    pdf = services.recovery.pdf(texts, language)

    pages = [squeezed(page) for page in pages_of(pdf)]
    assert len(pages) == len(texts)
    for page, text in zip(pages, texts, strict=True):
        assert plain(text) in page
        assert all(plain(other) not in page for other in texts if other != text)
        assert squeezed("How to use it") in page
        assert "使用方法" in page
    after = {path: path.stat().st_size for path in paths.data.rglob("*") if path.is_file()}
    assert after == before
    assert pdf == services.recovery.pdf(texts, language)


def test_a_locked_record_prints_nothing(services: Services) -> None:
    services.clinic.lock()

    with pytest.raises(Refusal, match="record_locked"):
        services.recovery.pdf(("00000",), "en")
