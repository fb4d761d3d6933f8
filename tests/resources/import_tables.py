"""List the codes of the wording tables that tell of results on their way in."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from desktop_app.exchange.lab import immunofixation
from desktop_app.services import import_review

# The table in which the notes of each module are looked up.
IMPORT_NOTES = dict.fromkeys(
    (
        "domain/arrivals/comparing.py",
        "domain/arrivals/matching.py",
        "domain/arrivals/unread.py",
        "exchange/lab/computed.py",
        "exchange/lab/entries.py",
        "exchange/lab/immunofixation.py",
        "exchange/lab/number_notes.py",
        "exchange/lab/readings.py",
        "services/import_review.py",
    ),
    "import_note",
)
# Codes that stand in a variable where a note or a question is made.
IMPORT_CODES = {
    ("Note", "code"): {
        immunofixation.FAINT,
        immunofixation.DOUBTFUL,
        immunofixation.ANTIBODY,
    },
    ("Note", "_LACKING[error.field]"): set(import_review._LACKING.values()),
    # What the report of an import says is made elsewhere.
    ("Note", "question.code"): set(),
    ("Question", "code"): {
        *("item", "signals", "unit", "unit_unknown"),
        *("ionised_over_total", "neutrophils_over_white", "albumin_over_protein"),
    },
}


def import_questions(calls: Iterable[tuple[str, str, ast.Call]]) -> set[str]:
    """Give the codes of what is asked of values; the scale of neuropathy has questions too."""
    return {code for file, code, _ in calls if file != "domain/onls.py"}
