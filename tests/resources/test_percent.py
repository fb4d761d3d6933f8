"""Test that the mainland's texts write the percent sign without a space before it."""

from __future__ import annotations

import re

import pytest

from tests.conftest import RESOURCES

APART = re.compile(r"[0-9}] %")


@pytest.mark.parametrize("path", ["wording/zh-CN.toml", "translations/clinic_zh_CN.ts"])
def test_no_percent_sign_stands_apart_on_the_mainland(path: str) -> None:
    text = (RESOURCES / path).read_text(encoding="utf-8")
    if path.endswith(".ts"):
        text = "\n".join(re.findall(r"<(?:translation|numerusform)[^<]*<", text))

    assert [line for line in text.splitlines() if APART.search(line)] == []
