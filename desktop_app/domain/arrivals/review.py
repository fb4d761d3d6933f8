"""Hold what a person sees before anything is stored: every value with its state and questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from desktop_app.domain.arrivals.rows import SiteProfile, Staged, StagedRow
from desktop_app.domain.conclusions import Note
from desktop_app.domain.journal import Kept, KeptResult
from desktop_app.domain.record import Finding, Result, Sex


class ArrivalState(StrEnum):
    """Name what will become of one value."""

    NEW = "new"  # is stored
    CORRECTS = "corrects"  # is stored in the place of the value that the laboratory corrected
    WITHDRAWS = "withdraws"  # the stored value is withdrawn, as the laboratory did
    QUESTION = "question"  # is stored once a person has answered
    UNKNOWN = "unknown"  # nobody knows yet what was measured
    SAME = "same"  # stands in the record already, or twice in this source
    ABSENT = "absent"  # there is no result: "hemolysed", "insufficient", an empty field
    LEFT_OUT = "left_out"  # a person or the profile said so
    REFUSED = "refused"  # cannot be stored: its first note says why


STORED = frozenset({ArrivalState.NEW, ArrivalState.CORRECTS, ArrivalState.WITHDRAWS})


class LineAnswer(StrEnum):
    """Name what a person says of one value."""

    TAKE = "take"  # right as it stands, whatever was asked
    LEAVE = "leave"
    REPLACE = "replace"  # take it in the place of the stored value, or withdraw that one


class PersonState(StrEnum):
    """Name what is known of a person in the source."""

    MATCHED = "matched"  # the number is in the register, and nothing disagrees
    BLOCKED = "blocked"  # the number is there, but birth date or sex disagrees
    NEW = "new"  # the number is not in the register
    UNNUMBERED = "unnumbered"  # no number: candidates may be proposed, nobody is made


@dataclass(frozen=True, slots=True)
class Question:
    """Ask a person: wording ``import_question.<code>``; ``options`` are codes or units."""

    code: str
    values: tuple[tuple[str, str], ...] = ()
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold what one row says once it is read, before it is compared with any record.

    ``item`` is the item's key. ``signals`` name what agreed on the code: profile, loinc, order,
    name, unit, specimen. An entry is there only where the state is NEW or QUESTION.
    """

    row: StagedRow
    place: int  # of the row in the source: answers are given by it
    item: str
    state: ArrivalState
    code: str | None = None
    entry: Result | Finding | None = None
    minute: str = ""  # of the collection, HH:MM, where the source has it
    signals: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    questions: tuple[Question, ...] = ()
    day: str = ""  # of a result that the laboratory withdrew: it has no entry to tell it


@dataclass(frozen=True, slots=True)
class Arrival:
    """Hold one value with what the record already has: ``stored`` of its day, ``last`` before."""

    reading: Reading
    state: ArrivalState
    person: int | None = None  # place in ``ImportReview.people``
    notes: tuple[Note, ...] = ()
    questions: tuple[Question, ...] = ()
    stored: KeptResult | Kept[Finding] | None = None
    last: Result | None = None


@dataclass(frozen=True, slots=True)
class ArrivingPerson:
    """Hold who a source speaks of; ``key`` is its number, else its name and birth date as given."""

    key: str
    number: str
    name: str
    birth_date: str
    sex: Sex
    state: PersonState
    patient_id: int | None = None
    candidates: tuple[int, ...] = ()
    notes: tuple[Note, ...] = ()  # why blocked; "the number's check digit does not fit"


@dataclass(frozen=True, slots=True)
class Decisions:
    """Hold what a person decided in the review; it is made anew from them at every answer.

    ``day`` is the day of rows that name none. ``items`` and ``units`` go by item key and are learnt
    by the profile when the import is stored; ``answers`` and ``reasons`` by place. ``people`` leads
    from a person's key to a patient's number in the record, ``REGISTER`` or ``NOBODY``.
    """

    day: date | None = None
    items: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[int, LineAnswer] = field(default_factory=dict)
    reasons: Mapping[int, str] = field(default_factory=dict)
    people: Mapping[str, int] = field(default_factory=dict)
    register_new: bool = False  # everybody who is new, and about whom nothing else is said


REGISTER, NOBODY = 0, -1


@dataclass(frozen=True, slots=True)
class ImportReview:
    """Hold a source with everything that would be stored of it, and what is still asked.

    ``patient_id`` is the patient on whose page it was pasted; ``seen`` the last line of the log
    that the review saw: what was written since may make it wrong.
    """

    staged: Staged
    profile: SiteProfile
    decisions: Decisions
    arrivals: tuple[Arrival, ...]
    people: tuple[ArrivingPerson, ...]
    already: int | None = None  # the batch in which these very bytes were stored before
    patient_id: int | None = None
    seen: int = 0

    @property
    def counts(self) -> Counter[ArrivalState]:
        """Count the values of each state."""
        return Counter(arrival.state for arrival in self.arrivals)


@dataclass(frozen=True, slots=True)
class Imported:
    """Hold what storing a review gave."""

    batch_id: int
    stored: int
    corrected: int
    registered: int
    patients: tuple[int, ...]
    withdrawn: int = 0
