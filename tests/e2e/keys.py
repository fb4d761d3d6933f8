"""Say how many keys a visit takes; the tests beside this one count them, and the docs quote them.

No visit needs the mouse: a test that clicked would not press these keys.
"""

from __future__ import annotations

FIRST_VISIT = 183  # of a new patient with MGUS, by Tab from field to field
POEMS_VISIT = 108
