"""The program tries itself, and says which part failed without saying anything of anybody."""

from __future__ import annotations

import pytest

from desktop_app import self_test as trial
from desktop_app.self_test import Failed, self_test


@pytest.mark.usefixtures("qtbot")
def test_every_part_works_from_source() -> None:
    said: list[str] = []

    status = self_test(said.append)

    assert status == 0, said
    assert [line.split(":")[0].split() for line in said[:-1]] == [
        ["ok", name] for name, _ in trial.STEPS
    ]


def test_the_first_part_that_fails_ends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(_trial: trial.Trial) -> str:
        raise Failed("the font is not embedded")

    def never(_trial: trial.Trial) -> str:
        raise AssertionError("a step after a failed one")

    monkeypatch.setattr(trial, "STEPS", (("leaflets", wrong), ("window", never)))
    said: list[str] = []

    status = self_test(said.append)

    assert status == 1
    assert "FAILED  leaflets" in said[0]
    assert "the font is not embedded" in said[0]
