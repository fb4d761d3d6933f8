"""Write a site's profile as JSON, and read it back."""

from __future__ import annotations

import json
from typing import Any

from desktop_app.domain.arrivals.rows import (
    FIELDS,
    LEAVE_OUT,
    DateStyle,
    Layout,
    SiteProfile,
)
from desktop_app.domain.errors import InputError
from desktop_app.exchange.lab.encodings import ENCODINGS
from desktop_app.exchange.lab.shapes import AGE

FORMAT = "mspike-lab-profile/1"
_MAPS = ("columns", "items", "units", "fixed")
_SWITCHES = ("number_is_line", "name_is_number")
_CHOICES = {"layout": Layout, "date_style": DateStyle}
_TARGETS = frozenset({*FIELDS, AGE, LEAVE_OUT})


def profile_text(profile: SiteProfile) -> str:
    """Write a profile as JSON, the same text for the same profile."""
    content = {
        "format": FORMAT,
        "name": profile.name,
        "encoding": profile.encoding,
        "delimiter": profile.delimiter,
        "layout": profile.layout.value,
        "header_row": profile.header_row,
        "date_style": profile.date_style.value,
        **{name: dict(getattr(profile, name)) for name in _MAPS},
        **{name: getattr(profile, name) for name in _SWITCHES},
        "number_prefix": profile.number_prefix,
    }
    return json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def read_profile(text: str) -> SiteProfile:
    """Read a profile; what it does not say has its default.

    Raises:
        InputError: the text is no profile; names the place in it.
    """
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError("the profile", "JSON") from error
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise InputError("/format", f'"{FORMAT}"')
    known = {key: value for key, value in content.items() if key != "format"}
    return SiteProfile(**{key: _field(key, value) for key, value in {"name": "", **known}.items()})


def _field(key: str, value: Any) -> Any:
    if key in _MAPS:
        return _mapping(key, value)
    if key in _CHOICES:
        options = [one.value for one in _CHOICES[key]]
        if value not in options:
            raise InputError(f"/{key}", f"one of {', '.join(options)}")
        return _CHOICES[key](value)
    fits = {
        "name": isinstance(value, str) and bool(value),
        "encoding": value is None or value in ENCODINGS or value == "utf-8-sig",
        "delimiter": value is None or (isinstance(value, str) and _is_delimiter(value)),
        "header_row": type(value) is int and 0 <= value <= 1000,
        "number_prefix": isinstance(value, str),
        **dict.fromkeys(_SWITCHES, isinstance(value, bool)),
    }
    if not fits.get(key, False):
        expected = _EXPECTED.get(key, "no such key" if key not in fits else "true or false")
        raise InputError(f"/{key}", expected)
    return value


_EXPECTED = {
    "name": "a text",
    "encoding": f"null or one of {', '.join(ENCODINGS)}",
    "delimiter": "null, one character, or two spaces",
    "header_row": "a whole number from 0",
    "number_prefix": "a text",
}


def _is_delimiter(text: str) -> bool:
    return text == "  " or (len(text) == 1 and text not in '"\n\r \0')


def _mapping(key: str, value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        raise InputError(f"/{key}", "an object of texts")
    for name, text in value.items():
        place = f"/{key}/{name.replace('~', '~0').replace('/', '~1')}"
        if not isinstance(text, str):
            raise InputError(place, "a text")
        if (key == "columns" and text not in _TARGETS) or (key == "fixed" and name not in FIELDS):
            raise InputError(place, f"one of {', '.join(FIELDS)}")
    return value
