"""Give the keys by which patients are found, whatever keyboard wrote their name or number."""

from __future__ import annotations

import unicodedata

_SHORTEST_DAY_FRAGMENT = 4
_DAY_MARKS = str.maketrans("", "", "-/.")


def search_key(text: str) -> str:
    """Fold width, case and spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def number_key(text: str) -> str:
    """Fold a record number, in which spaces say nothing."""
    return search_key(text).replace(" ", "")


def birth_key(text: str) -> str:
    """Give the digits of an ISO date, as far as it is known."""
    return text.translate(_DAY_MARKS)


def day_fragment(key: str) -> str | None:
    """Give the digits of a search text that may be a piece of a birth date, or None."""
    digits = key.translate(_DAY_MARKS)
    shaped = len(digits) >= _SHORTEST_DAY_FRAGMENT and digits.isascii() and digits.isdigit()
    return digits if shaped else None
