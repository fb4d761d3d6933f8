"""Hold what a user can act on: mistakes in fields, refusals, and trouble with the record file.

Errors carry codes and values; sentences are made where they are shown.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FieldError:
    """Name a field, what is wrong with it (wording code ``error.<code>``), and the values to say.

    ``overridable`` tells that the value may stay if a reason is given.
    """

    field: str
    code: str
    values: tuple[tuple[str, str], ...] = ()
    overridable: bool = False


class FieldErrors(Exception):  # noqa: N818 - the plural says what it carries
    """Refuse a draft: nothing was stored."""

    def __init__(self, errors: tuple[FieldError, ...]) -> None:
        super().__init__(", ".join(f"{error.field}: {error.code}" for error in errors))
        self.errors = errors


class Refusal(Exception):  # noqa: N818 - a refusal is no failure
    """Refuse an action for a reason that the user can change; nothing was stored."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


class StorageError(Exception):
    """Report trouble with the record file: wrong key, damaged, newer, in use, missing."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


class InputError(Exception):
    """Refuse a file: name the place in it and what was expected."""

    def __init__(self, place: str, expected: str) -> None:
        super().__init__(f"{place}: {expected}")
        self.place = place
        self.expected = expected


class Cancelled(Exception):  # noqa: N818 - a person's wish is no failure
    """Tell that a person stopped a long job: nothing of it was kept."""
