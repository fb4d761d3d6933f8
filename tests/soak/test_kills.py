"""Kill the program at random points: nothing it called saved is lost, and nothing is half there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.plugins.soak import Soak
from tests.soak.forks import ENDED_BEFORE
from tests.soak.fresh import outcomes

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a trial is a fork")


def test_a_kill_during_saves_loses_nothing_and_tears_nothing(soak: Soak, tmp_path: Path) -> None:
    count = soak.trials(1000)

    found = outcomes("saves", count=count, seed=soak.seed, folder=str(tmp_path))

    soak.tell("kills during saves", found)
    assert sum(found.values()) - found.get(ENDED_BEFORE, 0) == count


@pytest.mark.parametrize("what", ["backup", "import", "passphrase", "restore"])
def test_a_kill_leaves_it_as_before_or_as_asked_for(soak: Soak, tmp_path: Path, what: str) -> None:
    count = soak.trials(200)

    found = outcomes("actions", what=what, count=count, seed=soak.seed, folder=str(tmp_path))

    soak.tell(f"kills during {what}", found)
    assert sum(found.values()) - found.get(ENDED_BEFORE, 0) == count
