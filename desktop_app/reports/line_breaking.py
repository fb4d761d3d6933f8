"""Find where a line of Chinese, English or both may end, and fill lines accordingly."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# Marks that start no line and marks that end none (避頭尾 / 标点避头尾, both Chinese standards).
NO_START = frozenset("，。、；：！？）」』》〉】〕］｝％‰℃°·‧•…—–～ー々%,.;:!?)]}>”’\"'")
NO_END = frozenset("（「『《〈【〔［｛([{<“‘$£¥＄￥#@§")

_FIRST_CJK = 0x2E80
_WORD_MARKS = frozenset("'’-–./%+<>=≥≤~^_&±×@:,·µ\u00a0")
_STRAIGHT_QUOTES = frozenset("\"'")

_NUMBER = r"(?:[<>≤≥≈~]\ ?)?\d[\d.,]*(?:\ ?[–~-]\ ?\d[\d.,]*)?"
_MEASURE = "個月|个月|小時|小时|分鐘|分钟|星期|公克|毫克|公斤|公分|[\u4e00-\u9fff]"
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"

# Words on which a leaflet turns: breaking them would cost the reader a second look.
_WORDS = (
    "癌症|治療|治疗|檢查|检查|追蹤|复查|複查|醫師|医生|患者|疾病|抽血|驗尿|验尿|骨髓|細胞|细胞|"
    "(?:單株|单克隆)?蛋白質?|輕鏈|轻链|感染|疲倦|疲乏|麻木|腳踝|脚踝|腫塊|肿块|說明|说明|結果|结果|"
    "感覺|感觉|數字|数字|不會|不会|進展|发展|穩定|稳定|電話|电话|機會|可能性|小幅|無力|无力|兩種|两种|合計|合计|其他|較高|較低|"
    "骨髓瘤|[漿浆]細胞|[漿浆]细胞|免疫固定[電电]泳|[電电]泳|白蛋白|抗體|抗体|類澱粉|淀粉样|切片|"
    "活检|影像|臨床試驗|临床试验|副作用|數值|数值|評分|评分|界線|界限|跡象|迹象|徵象|表现|病灶|"
    "心臟|心脏|神經|神经|舌頭|舌头|腎臟|肾脏|[腎肾]功能|血鈣|血钙|貧血|贫血|尿液|醫院|医院|病友|"
    "四件事|問題|问题|答案|提早|提前|類型|类型|密切|平穩|平稳|告訴|告诉|慢慢|"
    "[來来]那度胺|瑞[復复]美|[懷怀]孕|避孕|血栓|病[灶變变]|影像|移植|疫苗|療程|周期|結束|结束|"
    "达雷妥尤单抗|艾沙妥昔单抗|埃罗妥珠单抗|特立妥单抗|埃纳妥单抗|塔奎妥单抗|"
    "(?:西达基|伊基|泽沃基)奥仑赛|"
    "硼替佐米|卡非佐米|伊沙佐米|泊马度胺|沙利度胺|环磷酰胺|美法仑|多柔比星|长春新碱|依托泊苷|"
    "苯达莫司汀|氟达拉滨|帕比司他|塞利尼索|维奈克拉|地塞米松|泼尼松|顺铂|白消安"
)

_COUNTED = rf"{_NUMBER}(?:\ ?(?:[%‰℃]|[A-Za-zµ°][^\s\u2e80-\uffff,;()]*|{_MEASURE}))?"

# What may not part even in a column too narrow for more: a number and what it counts.
_CORE = re.compile(_COUNTED, re.VERBOSE)

# What is kept on one line: dates, telephone numbers, chromosomes, numbers with what they count,
# words.
_KEPT = re.compile(
    rf"""
      \d{{4}}\ ?年\ ?\d{{1,2}}\ ?月(?:\ ?\d{{1,2}}\ ?日)?
    | (?:\d{{1,2}}\ )?(?:{_MONTH})\ \d{{4}}
    | (?:t|del|amp|gain)\([^()\s]{{1,8}}\)
    | [<>≤≥]\ ?(?:[UL]LN|正常[上下]限)(?:\ ?[+−]\ ?{_COUNTED})?
    | \(?\+?\d[\d() -]{{6,}}\d
    | (?:[第約约每近共]\ ?|(?:[Aa]bout|Around)\ )?{_COUNTED}
    | (?:(?<![A-Za-z])[A-Za-zκλ]\ ?)?(?:{_WORDS})
    """,
    re.VERBOSE,
)

# A last line of less than two Chinese characters looks lost; so many ems may be given up for it.
_SHORTEST_LAST = 2.2
_MOST_GIVEN_UP = 5


def may_break(before: str, after: str) -> bool:
    """Tell whether a line may end between two neighbouring characters."""
    if after == " " or (after in NO_START and not (before == " " and after in _STRAIGHT_QUOTES)):
        return False
    if before == " ":
        return True
    return before not in NO_END and not (_in_word(before) and _in_word(after))


@lru_cache(maxsize=2048)
def break_points(text: str) -> tuple[int, ...]:
    """Give the places where a line may end, each as the index of the character after it."""
    return _places(text, _KEPT)


def fill_lines(
    text: str, widths: Sequence[float], width: float, *, em: float = 0.0, balanced: bool = False
) -> list[tuple[int, int]]:
    """Give the lines of a text as slices without the spaces at their ends.

    ``widths`` holds the width of every character. With ``em`` a last line that would be lost is
    avoided where that costs no line; ``balanced`` makes the lines about equally long.
    """
    sums = _sums(widths)
    lines = _greedy(text, sums, width)
    if len(lines) < 2 or not em:
        return lines
    if balanced:
        return _balanced(text, sums, width, lines)
    if _width(sums, lines[-1]) >= _SHORTEST_LAST * em:
        return lines
    for given_up in range(1, _MOST_GIVEN_UP + 1):
        tried = _greedy(text, sums, width - given_up * em)
        if len(tried) == len(lines) and _width(sums, tried[-1]) >= _SHORTEST_LAST * em:
            return tried
    return lines


@lru_cache(maxsize=256)
def _last_resorts(text: str) -> tuple[int, ...]:
    return _places(text, _CORE)


def _places(text: str, unbroken: re.Pattern[str]) -> tuple[int, ...]:
    kept = {i for match in unbroken.finditer(text) for i in range(match.start() + 1, match.end())}
    return tuple(
        i for i in range(1, len(text)) if i not in kept and may_break(text[i - 1], text[i])
    )


def _in_word(char: str) -> bool:
    return char in _WORD_MARKS or (char.isalnum() and ord(char) < _FIRST_CJK)


def _sums(widths: Sequence[float]) -> list[float]:
    sums = [0.0]
    for width in widths:
        sums.append(sums[-1] + width)
    return sums


def _width(sums: Sequence[float], line: tuple[int, int]) -> float:
    return sums[line[1]] - sums[line[0]]


def _balanced(
    text: str, sums: Sequence[float], width: float, lines: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    low, high = width / 2, width
    places = frozenset(break_points(text))
    for _ in range(7):
        middle = (low + high) / 2
        tried = _greedy(text, sums, middle)
        whole = all(start in places for start, _ in tried[1:])  # no word was forced apart
        fits = whole and max(_width(sums, line) for line in tried) <= middle + 0.01
        if len(tried) == len(lines) and fits:
            lines, high = tried, middle
        else:
            low = middle
    return lines


def _greedy(text: str, sums: Sequence[float], width: float) -> list[tuple[int, int]]:
    places = (*break_points(text), len(text))
    lines: list[tuple[int, int]] = []
    start, last = _skip_spaces(text, 0), 0
    for place in places:
        while start < place and sums[_trim(text, start, place)] - sums[start] > width + 0.001:
            end = last if last > start else _forced(text, sums, width, start, place)
            lines.append((start, _trim(text, start, end)))
            start = _skip_spaces(text, end)
        last = place
    if start < len(text):
        lines.append((start, _trim(text, start, len(text))))
    return lines


def _forced(text: str, sums: Sequence[float], width: float, start: int, place: int) -> int:
    """Break what is too wide for a whole line: between its parts, else where the line is full."""
    end = start + 1
    while end < place and sums[end + 1] - sums[start] <= width:
        end += 1
    parts = [i for i in _last_resorts(text) if start < i <= end]
    return parts[-1] if parts else end


def _trim(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] == " ":
        end -= 1
    return end


def _skip_spaces(text: str, start: int) -> int:
    while start < len(text) and text[start] == " ":
        start += 1
    return start
