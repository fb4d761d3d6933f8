"""Read lines of a report as a person copies them: no header, one or several results a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from desktop_app.exchange.lab.cells import (
    is_absent,
    is_code,
    is_day,
    is_flag,
    is_number,
    is_span,
    is_specimen,
    is_unit,
    is_value,
    without_flag,
)
from desktop_app.exchange.lab.titles import folded, is_item, item_and_unit

_CELLS = re.compile(r"\t| {2,}|\u3000+|[ \u3000]?[|\u2502][ \u3000]?")
_PIECES = re.compile(r"[;\uff1b\uff0c\u3001]|,(?!\d)")
_COLON = re.compile(r"(?<!\d)[:\uff1a=]|(?<=\d)[:\uff1a=](?!\d)")
_RANGE_LABEL = re.compile(
    r"(?:ref(?:erence)?(?: (?:range|interval))?|normal|range"
    r"|參考(?:值|區間|範圍)|参考(?:值|区间|范围)|正常值)"
    r"\s*[:\uff1a]?\s*",
    re.IGNORECASE,
)
_INSIDE = re.compile(r"\(\s+")  # "2.3(  36.1%)" is one cell
_WORD = re.compile(r"\S+")
_ORDINAL = re.compile(r"\(?\d{1,3}[.)\u3001]?")  # of a line in its report
_TRIMMED = " \t:\uff1a=,;\u3000"
_ANSWER = re.compile(
    r"(?:no|igg|iga|igm|igd|ige|mono|bi|poly|m[ -]?band|free|kappa|lambda)\b", re.I
)

LONGEST_LINE = 2000  # of a report; whatever is longer holds no results that a person would see
_MOST_WORDS = 12  # of an item's name
_MOST_NAMED = 6  # words of a name that the catalogue has
_FEWEST_OF_TWO = 3  # words of two results: a name and a value each

Values = dict[str, str]  # by the fields of a staged row


def read_line(line: str, known: frozenset[str]) -> list[Values]:
    """Give the results of one line; ``known`` are the folded names of the catalogue."""
    if len(line) > LONGEST_LINE:
        return []
    text = _INSIDE.sub("(", line.strip())
    cells = [cell.strip() for cell in _CELLS.split(text)]
    if len(cells) > 1:
        parts = [_whole(cell, known) for cell in cells if cell]
        if len(parts) > 1 and all(parts):
            return [one for part in parts for one in part]
        return list(_from_cells(cells, known))
    pieces = [piece for piece in _PIECES.split(text) if piece.strip()]
    if len(pieces) > 1:
        several = [_whole(piece, known) for piece in pieces]
        if all(several) and all(_is_sure(one, known) for part in several for one in part):
            return [one for part in several for one in part]
    split = [cell.strip() for cell in re.split(r"[,;]", text)]
    if len(split) > 2 and (found := list(_from_cells(split, known))):
        return found
    return _whole(text, known) or _prose(text, known)


def _is_sure(one: Values, known: frozenset[str]) -> bool:
    """Tell whether a piece of a line is a result of its own, and not the end of a sentence."""
    return any(map(str.isdigit, one["value"])) or is_item(one["item_name"], known)


def first_result(words: Sequence[str]) -> int | None:
    """Give the place of the first word that can be a value, with a name before it."""
    return next((place for place in _places(words) if _starts_value(words, place)), None)


def result_words(text: str, known: frozenset[str]) -> int | None:
    """Give where in a text the first result of a known item begins, behind its first word."""
    words = list(_WORD.finditer(text))
    places = _names([word[0] for word in words], known, 1)
    return words[places[0]].start() if places else None


def _names(words: Sequence[str], known: frozenset[str], start: int = 0) -> list[int]:
    """Give the places where a known name stands with a value behind it."""
    found: list[int] = []
    place = start
    while place < len(words) - 1:
        ends = range(min(place + _MOST_NAMED, len(words) - 1), place, -1)
        end = next((end for end in ends if _is_named(words, place, end, known)), place)
        if end > place:
            found.append(place)
        place = max(place, end) + 1
    return found


def _is_named(words: Sequence[str], place: int, end: int, known: frozenset[str]) -> bool:
    name = " ".join(words[place:end])
    return _starts_value(words, end) and not is_flag(name) and folded(name) in known


def _whole(text: str, known: frozenset[str]) -> list[Values]:
    """Read results that stand behind each other, "Hb 9.8 g/dL WBC 4.5", or the only one."""
    words = text.strip(_TRIMMED).split()
    places = _names(words, known) if len(words) > _FEWEST_OF_TWO else []
    if len(places) < 2 or places[0]:
        return _one(text, known)
    ends = (*places[1:], len(words))
    return [
        one
        for start, end in zip(places, ends, strict=True)
        for one in _one(" ".join(words[start:end]), known)
    ]


def _one(text: str, known: frozenset[str]) -> list[Values]:
    """Read "Hb 13.1 g/dL 12-16 H" or "Hb: 13.1": a name, then a value, then the rest."""
    text = text.strip(_TRIMMED)
    words = text.split()
    places = [place for place in _places(words) if _starts_value(words, place)]
    parted = _COLON.split(text, maxsplit=1)
    if len(parted) == 2 and parted[0].strip() and not _holds_value(parted[0].split()):
        head = _whole_words(parted[1].split(), 0)
        if head is not None:
            return [_named(parted[0], head, known)]
        if is_item(parted[0], known):  # what follows is said in words
            return _prose(text, known)
    single = [place for place in places if not is_span(words[place])]  # "CA 19-9 30 U/mL"
    named = [place for place in places if folded(" ".join(words[:place])) in known]
    for place in (*(one for one in named if one in single), *single, *named, *places):
        after = _whole_words(words, place)
        if after is not None:
            return [_named(" ".join(words[:place]), after, known)]
    return []


def _starts_value(words: Sequence[str], place: int) -> bool:
    word = words[place]
    if is_flag(word) and not is_value(word):
        return False
    return is_value(without_flag(word)[0]) or is_span(word) or _joined(words, place) > 1


def _holds_value(words: Sequence[str]) -> bool:
    """Tell whether a value stands before a colon, which then belongs to the limits: "M: 13-17"."""
    return any(_starts_value(words, place) for place in _places(words))


def _places(words: Sequence[str]) -> range:
    return range(1, min(len(words), _MOST_WORDS))


def _joined(words: Sequence[str], place: int) -> int:
    """Tell of how many words a value consists: "< 0.5", "less than 0.5", "2.3 (36.1%)"."""
    for count in (3, 2):
        part = " ".join(words[place : place + count])
        if len(words) >= place + count and is_value(part):
            return count
    return 1


def _whole_words(words: Sequence[str], place: int) -> Values | None:
    if place >= len(words) or not _starts_value(words, place):
        return None
    count = 2 if is_absent(" ".join(words[place : place + 2])) else _joined(words, place)
    value, flag = without_flag(" ".join(words[place : place + count]))
    found = {"value": value, "flag": flag}
    rest = list(words[place + count :])
    while rest:
        size = next((size for size in (2, 1) if is_unit(" ".join(rest[:size]))), 0)
        if size and not found.get("unit"):
            found["unit"] = " ".join(rest[:size])
            del rest[:size]
        elif is_flag(rest[0]) or is_specimen(rest[0]):
            _add(found, rest.pop(0))
        else:
            break
    while rest and (is_flag(rest[-1]) or (is_unit(rest[-1]) and not found.get("unit"))):
        _add(found, rest.pop())
    if rest:
        _add(found, " ".join(rest))
    return found


def _named(name: str, found: Values, known: frozenset[str]) -> Values:
    words = name.strip(_TRIMMED).split()
    if len(words) > 1 and is_flag(words[-1]) and folded(" ".join(words)) not in known:
        found = {**found, "flag": found.get("flag") or words.pop()}
    if len(words) > 1 and is_code(words[0]):
        found = {**found, "item_code": words.pop(0)}
    if _is_numbered(words, known):
        del words[0]
    item, unit = item_and_unit(" ".join(words), known)
    return {**found, "item_name": item, "unit": found.get("unit") or unit}


def _is_numbered(words: Sequence[str], known: frozenset[str]) -> bool:
    """Tell whether a name begins with the number of its line: "3 肌酐", but not "24 h TP"."""
    if len(words) < 2 or not _ORDINAL.fullmatch(words[0]) or folded(" ".join(words)) in known:
        return False
    return is_item(" ".join(words[1:]), known)


def _from_cells(cells: Sequence[str], known: frozenset[str]) -> Iterator[Values]:
    """Read a row of cells whose columns nobody named, by what each cell looks like."""
    found, cells = _first_cell(cells, known)
    for cell in cells:
        if not cell:
            continue
        if "value" in found and folded(cell) in known and not is_specimen(cell):
            yield found
            found = {key: text for key, text in found.items() if key == "collected_at"}
        _place(found, cell, known)
    if "value" in found and "item_name" in found:
        yield found


def _first_cell(cells: Sequence[str], known: frozenset[str]) -> tuple[Values, Sequence[str]]:
    """Read a first cell that holds name and value; no range behind it is then the value."""
    first, rest = cells[0], cells[1:]
    read = _one(first, known) if first else []
    if not read or is_span(read[0]["value"]):
        return {}, cells
    (one,) = read
    alone = not any(is_value(without_flag(cell)[0]) and not is_span(cell) for cell in rest if cell)
    if alone or (one.get("unit") and is_item(one["item_name"], known)):
        return {key: text for key, text in one.items() if text}, rest
    return {}, cells


def _place(found: Values, cell: str, known: frozenset[str]) -> None:
    value, flag = without_flag(cell)
    if is_day(cell) and not ("item_name" in found and "value" not in found):
        found.setdefault("collected_at", cell)
    elif "item_name" not in found:
        if "item_code" not in found and is_code(cell) and folded(cell) not in known:
            found["item_code"] = cell
        elif not is_number(cell):
            item, unit = item_and_unit(cell, known)
            found.update({"item_name": item, **({"unit": unit} if unit else {})})
    elif "value" not in found:
        if is_flag(cell) and not is_value(cell):
            found["flag"] = cell
        elif is_value(value) or is_span(value):
            found.update({"value": value, **({"flag": flag} if flag else {})})
        elif (after := _whole_words(cell.split(), 0)) is not None:
            found.update({key: text for key, text in after.items() if text})
        elif is_unit(cell):
            found["unit"] = cell
        else:
            found["value"] = cell
    else:
        _add(found, cell)


def _add(found: Values, text: str) -> None:
    """Put a text that comes after the value where it belongs by its looks."""
    inner = _RANGE_LABEL.sub("", text.strip(), count=1).strip()
    span, flag = without_flag(inner)
    if is_flag(text):
        found["flag"] = found.get("flag") or text.strip("[]()")
    elif is_unit(inner) and not found.get("unit"):
        found["unit"] = inner
    elif is_specimen(inner):
        found["specimen"] = inner
    elif any(sign.isdigit() for sign in span) and not found.get("comment"):
        found["flag"] = found.get("flag") or flag
        before = found.get("ref_text")
        found["ref_text"] = f"{before} {span}" if before else span
    elif inner.strip("()[]:\uff1a-~ "):
        before = found.get("comment")
        found["comment"] = f"{before}; {text}" if before else text


def _prose(text: str, known: frozenset[str]) -> list[Values]:
    """Read "血清免疫固定電泳: IgG kappa monoclonal band": a known name, and its answer in words."""
    parted = _COLON.split(text, maxsplit=1)
    if len(parted) == 2 and parted[0].strip() and parted[1].strip():
        item, unit = item_and_unit(parted[0], known)
        return [{"item_name": item, "value": parted[1].strip(), "unit": unit}]
    words = text.split()
    for count in range(min(len(words) - 1, 6), 0, -1):
        if folded(" ".join(words[:count])) in known and _ANSWER.match(words[count]):
            return [{"item_name": " ".join(words[:count]), "value": " ".join(words[count:])}]
    return []
