"""Remark on a number whose check digit, sex or birth date does not fit: it only warns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note
from desktop_app.domain.record import Sex
from desktop_app.exchange.lab.person_numbers import check_number

if TYPE_CHECKING:
    from desktop_app.domain.arrivals.review import ArrivingPerson


def number_notes(person: ArrivingPerson) -> tuple[Note, ...]:
    """Give what a national number says against the rest that is told of its holder."""
    check = check_number(person.number)
    if check is None:
        return ()
    notes = [] if check.fits else [Note("number_misspelt")]
    if Sex.UNKNOWN not in (check.sex, person.sex) and check.sex is not person.sex:
        notes.append(Note("number_other_sex"))
    if check.birth is not None and person.birth_date not in ("", check.birth.text):
        notes.append(Note("number_other_birth_date"))
    return tuple(notes)
