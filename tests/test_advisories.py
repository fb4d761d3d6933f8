"""Say what is known of weaknesses, and never call sound what nobody was asked about."""

from __future__ import annotations

from scripts.advisories import told

SOUND = {"name": "idna", "version": "3.20", "vulns": []}
WEAK = {
    "name": "example",
    "version": "1.0",
    "vulns": [
        {"id": "X-1", "fix_versions": ["1.1", "2.0"]},
        {"id": "X-2", "fix_versions": []},
    ],
}
UNKNOWN = {"name": "other", "skip_reason": "not found"}


def test_a_service_that_does_not_answer_is_said_so_and_stops_nobody() -> None:
    for answers in ([], [UNKNOWN]):
        lines, status = told(answers, 3)

        assert status == 0
        assert lines[0].startswith("NOT AUDITED")


def test_a_known_weakness_is_named_with_what_fixes_it() -> None:
    lines, status = told([SOUND, WEAK], 2)

    assert status == 1
    assert lines == [
        "example 1.0: X-1, fixed in 1.1, 2.0",
        "example 1.0: X-2, fixed in no version yet",
        "2 of 2 versions audited, 2 known weaknesses",
    ]


def test_what_was_left_out_is_named() -> None:
    assert told([SOUND, UNKNOWN], 2) == (
        ["1 of 2 versions audited, 0 known weaknesses", "NOT AUDITED: other"],
        0,
    )
