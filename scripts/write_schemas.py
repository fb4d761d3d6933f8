"""Write the contract's JSON Schemas to ``resources/schemas``.

    python scripts/write_schemas.py

Run it after a change of what the case file or the assessment holds; a test says when.
"""

from __future__ import annotations

from desktop_app.exchange.schemas import schemas
from desktop_app.paths import resource_root


def main() -> None:
    """Write every schema, as it follows from the code."""
    folder = resource_root() / "schemas"
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
