"""Test how a number gets its unit."""

from __future__ import annotations

import pytest

from desktop_app.domain.unit_label import percent, with_unit


@pytest.mark.parametrize(
    ("language", "said"), [("zh-CN", "63%"), ("zh-TW", "63 %"), ("en", "63 %")]
)
def test_the_percent_sign_stands_apart_but_on_the_mainland(language: str, said: str) -> None:
    assert percent("63", language) == said
    assert with_unit("63", "%", language) == said


def test_a_unit_stands_apart_and_a_ratio_has_none() -> None:
    assert with_unit("3", "g/(24.h)", "zh-CN") == "3 g/24 h"
    assert with_unit("3", "{ratio}", "zh-CN") == "3"
