"""Check and read one block of a leaflet file, and the texts in its languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from desktop_app.data.content.toml_lines import TomlLines
from desktop_app.domain.catalogue import LANGUAGES
from desktop_app.domain.document import Block, BlockKind, Fact, Hole, bold_spans
from desktop_app.domain.leaflet_fit import (
    TELLING_STATUSES,
    categories_of,
    groups_of,
    statuses_of,
)

if TYPE_CHECKING:
    from desktop_app.domain.errors import InputError

_HOLE = re.compile(r"\{([^{}]*)\}")
# Anything that looks like markup but is not **bold** would be printed as it stands.
_MARKUP = re.compile(r"<[^>]*>|\*{3,}|(?<!\*)\*(?!\*)|__+|`|\[[^\]]*\]\(|^#|&\w+;|\n")
_HOLES = frozenset(hole.value for hole in Hole)
_PEOPLE_HOLES = frozenset({Hole.COUNT, Hole.REST, Hole.OUT_OF})
_OUT_OF = 100  # one denominator in all leaflets
_NARROWING = ("categories", "statuses", "groups", "when")
_KEYS = frozenset({"kind", *_NARROWING, "count", "out_of", "lines", "rules", *LANGUAGES})

Member = TypeVar("Member", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Place:
    """Hold one table of a file, to refuse what stands under one of its keys."""

    lines: TomlLines
    table: str
    entry: Mapping[str, Any]
    number: int = 0

    def refusal(self, key: str, expected: str) -> InputError:
        """Make the refusal that names the key's line."""
        return self.lines.at(self.table, key, self.number, expected=expected)


def read_block(place: Place, leaflet_kind: str) -> Block:
    """Read a block.

    Raises:
        InputError: a key, kind, condition, number or text of it cannot be used.
    """
    entry = place.entry
    unknown = sorted(entry.keys() - _KEYS)
    if unknown:
        raise place.refusal(unknown[0], f"no key {unknown[0]}")
    kind = _member(BlockKind, place, "kind", "a block kind")
    people = kind is BlockKind.PEOPLE
    count, out_of, rows = (_number(place, key) for key in ("count", "out_of", "lines"))
    if people and not (0 < count < out_of == _OUT_OF):
        raise place.refusal("count", f"count from 1 to {_OUT_OF - 1} and out_of = {_OUT_OF}")
    if kind is BlockKind.LINES and rows < 1:
        raise place.refusal("lines", "the number of lines to write on")
    statuses = _listed(place, "statuses", statuses_of(leaflet_kind))
    if people and not set(statuses or statuses_of(leaflet_kind)) <= set(TELLING_STATUSES):
        raise place.refusal("statuses", "no figure while the diagnosis is undetermined")
    return Block(
        kind,
        read_texts(place, _HOLES if people else _HOLES - _PEOPLE_HOLES),
        frozenset(_listed(place, "categories", categories_of(leaflet_kind))),
        frozenset(statuses),
        _member(Fact, place, "when", "a fact") if "when" in entry else None,
        count,
        out_of or _OUT_OF,
        rows,
        tuple(_listed(place, "rules", None)),
        frozenset(_listed(place, "groups", groups_of(leaflet_kind))),
    )


def read_texts(place: Place, allowed: frozenset[str] = _HOLES - _PEOPLE_HOLES) -> dict[str, str]:
    """Read the text in every language; all carry the same placeholders.

    Raises:
        InputError: a text is missing, or has markup, or a placeholder is unknown or not in all.
    """
    texts: dict[str, str] = {}
    for language in LANGUAGES:
        text = place.entry.get(language)
        if not isinstance(text, str) or not text.strip():
            raise place.refusal(language, f"a text in {language}")
        problem = _problem(text, allowed)
        if problem:
            raise place.refusal(language, problem)
        if texts and _holes(text) != _holes(texts[LANGUAGES[0]]):
            raise place.refusal(language, f"the same placeholders as in {LANGUAGES[0]}")
        texts[language] = text
    return texts


def _problem(text: str, allowed: frozenset[str]) -> str | None:
    """Say what was expected in place of a text's mistake, or None."""
    unknown = sorted(_holes(text) - allowed)
    if unknown:
        return f"a placeholder that is known here, not {{{unknown[0]}}}"
    if set("{}") & set(_HOLE.sub("", text)):
        return "braces around placeholders only"
    if _MARKUP.search(text):
        return "plain text: no markup but **bold**, no line break"
    try:
        bold_spans(text)
    except ValueError:
        return "** in pairs"
    return None


def _holes(text: str) -> frozenset[str]:
    return frozenset(_HOLE.findall(text))


def _member(kind: type[Member], place: Place, key: str, what: str) -> Member:
    value = place.entry.get(key)
    for member in kind:
        if member.value == value:
            return member
    raise place.refusal(key, f"{what}: {', '.join(member.value for member in kind)}")


def _number(place: Place, key: str) -> int:
    value = place.entry.get(key, 0)
    if not isinstance(value, int) or isinstance(value, bool):
        raise place.refusal(key, "a whole number")
    return value


def _listed(place: Place, key: str, known: tuple[str, ...] | None) -> tuple[str, ...]:
    values = place.entry.get(key, [])
    texts = isinstance(values, list) and all(isinstance(value, str) for value in values)
    if not texts or (known is not None and not set(values) <= set(known)):
        raise place.refusal(key, f"a list of: {', '.join(known)}" if known else "a list of texts")
    return tuple(values)
