"""Prove that the search for unused cycles is put off during long work, and only then."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from desktop_app.services.unswept import unswept


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    """Leave the search as it was found."""
    was_on = gc.isenabled()
    yield
    (gc.enable if was_on else gc.disable)()


def test_it_goes_on_after_the_work_and_after_its_failure() -> None:
    gc.enable()

    with unswept():
        during = gc.isenabled()
    with pytest.raises(KeyError), unswept():
        raise KeyError

    assert (during, gc.isenabled()) == (False, True)


def test_what_was_off_stays_off() -> None:
    gc.disable()

    with unswept():
        pass

    assert not gc.isenabled()
