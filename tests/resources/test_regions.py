"""Prove that each Chinese is written in its own characters and words, and English in British."""

from __future__ import annotations

import re

import pytest

from desktop_app.domain.catalogue import LANGUAGES
from tests.resources.texts import all_texts

# Not in Big5, yet the usual word: 鹼性磷酸酶.
TAIWAN_BEYOND_BIG5 = {"酶"}
# Simplified forms that Big5 has, and forms of Taiwan that GB 2312 has.
MAINLAND_ONLY = set("万与么价优体党凄厂圣宁岭庄异怀怜据机构柜气洁洒确离种网胜腊虫蜡触赶踊适号礼复")
TAIWAN_ONLY = set("後於徵乾著瞭藉")
STRANGE_WORDS = {
    "en": ("hemoglobin", "leukemia", "anemia", "tumor", "smoldering", "ized"),
    "zh-TW": (
        *("冒煙", "闷", "血紅蛋白", "肌酐", "高危", "低危", "隨訪", "轉診", "患者", "活檢"),
        *("克隆", "化驗", "數據", "打印", "保存", "默認", "口令", "打開", "概率"),
    ),
    "zh-CN": (
        *("燜", "闷", "血红素", "肌酸酐", "高风险", "低风险", "追踪", "转介", "病人", "切片"),
        *("单株", "类淀粉", "列印", "储存", "资料", "预设", "通行码", "机率", "档案"),
    ),
}


@pytest.mark.parametrize(
    ("language", "charset", "foreign", "allowed"),
    [
        ("zh-TW", "cp950", MAINLAND_ONLY, TAIWAN_BEYOND_BIG5),
        ("zh-CN", "gb2312", TAIWAN_ONLY, set[str]()),
    ],
)
def test_chinese_is_written_in_the_characters_of_its_region(
    language: str, charset: str, foreign: set[str], allowed: set[str]
) -> None:
    wrong = {
        code: char
        for code, sentence in all_texts(language)
        for char in sentence
        if re.match(r"[\u3400-\u9fff]", char) and char not in allowed
        if char in foreign or not char.encode(charset, "ignore")
    }

    assert wrong == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_uses_the_words_of_another_region(language: str) -> None:
    found = {
        code: word
        for code, sentence in all_texts(language)
        for word in STRANGE_WORDS[language]
        if word in sentence
    }

    assert found == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_says_something_without_stray_spaces(language: str) -> None:
    untidy = [
        code
        for code, sentence in all_texts(language)
        if (sentence.strip() != sentence and code != "chart.between_sentences")
        or "  " in sentence
        or re.search(r"[，。、；：]\s", sentence)
    ]

    assert untidy == []
