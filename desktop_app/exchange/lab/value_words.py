"""Hold the words that laboratories print in the place of a number, folded to one spelling."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from itertools import chain


class Word(StrEnum):
    """Name what a result in words says."""

    NEGATIVE = "negative"
    POSITIVE = "positive"
    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"


_SPELLINGS: Mapping[Word, str] = {
    Word.NEGATIVE: """negative|neg|neg.|(-)|not detected|undetected|undetectable|not detectable
        |none detected|none seen|not seen|not found|non-reactive|nonreactive|non reactive|absent
        |陰性|阴性|陰性反應|阴性反应|陰|阴|未檢出|未检出|未檢測到|未检测到|未測出|未测出|未見|未见
        |未發現|未发现|無反應|无反应|無檢出|不可測得|測不到|测不到""",
    Word.POSITIVE: """positive|pos|pos.|detected|present|reactive|陽性|阳性|陽性反應|阳性反应|陽|阳
        |檢出|检出|有反應|有反应|弱陽性|弱阳性|強陽性|强阳性|weakly positive|weak positive
        |strongly positive""",
    Word.LOW: "low|l|ll|decreased|↓|↓↓|偏低|低|過低|过低|降低|減少|减少",
    Word.NORMAL: "normal|wnl|within normal limits|within normal range|正常|正常範圍|正常范围",
    Word.HIGH: "high|h|hh|increased|elevated|↑|↑↑|偏高|高|過高|过高|升高|增高|增加",
}
# "N" and "ND" are left out: normal or negative, not detected or not done, nobody can tell.
WORDS: Mapping[str, Word] = {
    spelling.strip(): word
    for word, spellings in _SPELLINGS.items()
    for spelling in spellings.split("|")
}
SIGNS: Mapping[str, Word] = {"-": Word.NEGATIVE, "+": Word.POSITIVE}  # within brackets, or behind
TRACES = frozenset(
    {"trace", "tr", "tr.", "±", "+/-", "+-", "-/+", "微量", "極微量", "极微量", "痕跡", "痕迹"}
)

# What stands where no result is. A dash alone says nothing: "(-)" says negative.
PLACEHOLDERS = frozenset(
    {
        *("", "-", "--", "---", "----", ".", "..", "...", "/", "//", "?", "_", "__", "0 nil"),
        *("*", "**", "***", "****", "*****", "n/a", "na", "n.a.", "null", "nan", "tnp"),
        *("#n/a", "#value!", "#ref!", "#num!", "#div/0!", "#name?", "#null!"),
        *(
            "未檢",
            "未检",
            "未做",
            "未驗",
            "未验",
            "未測",
            "未测",
            "未檢測",
            "未检测",
            "未檢驗",
            "未检验",
        ),
        *("未報", "未报", "未送", "未收", "免驗", "待測", "待测", "待驗", "待验", "待報", "待报"),
        *("待發", "待发", "無檢體", "无标本", "無報告", "无报告", "無結果", "无结果", "空白"),
    }
)
# Wherever these stand, the specimen or the test is at fault, and a zero beside them is no result.
QUALITY = (
    *("hemoly", "haemoly", "lipemi", "lipaemi", "chylous", "icteric", "clotted", "contaminat"),
    *("qns", "insufficient", "not sufficient", "inadequate", "not done", "not performed"),
    *("not tested", "not received", "not collected", "no specimen", "no sample", "unable to"),
    *("cancel", "pending", "reject", "recollect", "see report", "see comment", "see note"),
    *("溶血", "乳糜", "脂血", "黃疸血", "黄疸血", "凝固", "凝塊", "凝块", "纖維絲", "纤维丝"),
    *("檢體不", "检体不", "標本不", "标本不", "樣本不", "样本不", "量不足", "污染", "汙染"),
    *("取消", "退件", "退檢", "退检", "未送檢", "未送检", "未收到", "另見報告", "另见报告"),
    *(
        "見報告",
        "见报告",
        "見備註",
        "见备注",
        "詳見",
        "详见",
        "重新採",
        "重新采",
        "報告中",
        "报告中",
    ),
)

# Longest first, as "小於等於" begins with "小於".
COMPARATORS: tuple[tuple[str, str], ...] = tuple(
    sorted(
        chain(
            (
                (word, "<=")
                for word in ("小於等於", "小于等于", "不大於", "不大于", "不超過", "不超过")
            ),
            (
                (word, ">=")
                for word in ("大於等於", "大于等于", "不小於", "不小于", "不低於", "不低于")
            ),
            ((word, "<") for word in ("小於", "小于", "低於", "低于", "未滿", "未满", "不到")),
            ((word, ">") for word in ("大於", "大于", "高於", "高于", "超過", "超过")),
            ((word, "<") for word in ("less than ", "lower than ", "below ", "under ")),
            ((word, ">") for word in ("more than ", "greater than ", "above ", "over ")),
            ((word, "<=") for word in ("less than or equal to ", "at most ", "up to ")),
            ((word, ">=") for word in ("greater than or equal to ", "at least ")),
            (("=<", "<="), ("=>", ">=")),
        ),
        key=lambda pair: (-len(pair[0]), pair[0]),
    )
)
BEHIND: Mapping[str, str] = {"以下": "<=", "以上": ">="}
