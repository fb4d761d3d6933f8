"""Find the line of a table's key in a TOML text, which the standard library's reader forgets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop_app.domain.errors import InputError

_LINE_IN_MESSAGE = re.compile(r"\(at line (\d+)")


@dataclass(frozen=True, slots=True)
class TomlLines:
    """Hold a file's name and text to name places in it."""

    name: str
    text: str

    def at(self, table: str, key: str, number: int = 0, *, expected: str) -> InputError:
        """Make the refusal for a key of the table ``[table]`` or the ``number``-th ``[[table]]``.

        Names the table's own line where the key is not in it.
        """
        return InputError(f"{self.name}:{self._line(table, key, number)}", expected)

    def syntax(self, error: ValueError) -> InputError:
        """Make the refusal for a text that is no TOML."""
        found = _LINE_IN_MESSAGE.search(str(error))
        line = found[1] if found else "1"
        return InputError(f"{self.name}:{line}", f"TOML: {str(error).split(' (at')[0]}")

    def _line(self, table: str, key: str, number: int) -> int:
        lines = self.text.splitlines()
        start = 0
        if table:
            heads = [
                place
                for place, line in enumerate(lines, 1)
                if re.fullmatch(rf"\s*\[{{1,2}}{re.escape(table)}\]{{1,2}}\s*(#.*)?", line)
            ]
            if number >= len(heads):
                return 1
            start = heads[number]
        for place, line in enumerate(lines[start:], start + 1):
            if line.lstrip().startswith("["):
                break
            if re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*[=.]", line):
                return place
        return max(start, 1)
