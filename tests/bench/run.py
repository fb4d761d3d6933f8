"""Measure every figure that the program promises and write docs/performance.md.

    python tests/bench/run.py [NAME ...]

Each script beside this one measures in a process of its own and prints its figures.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PAGE = ROOT / "docs" / "performance.md"
# chart_painter reports what decision 13 was judged by, in a form of its own.
NOT_MEASURING = {"run.py", "figures.py", "stage.py", "plain.py", "chart_painter.py"}
sys.path.insert(0, str(ROOT))

from tests.bench.figures import Figure  # noqa: E402 - needs the path above
from tests.e2e.keys import FIRST_VISIT, POEMS_VISIT  # noqa: E402

HEAD = """# Performance

Made by `.venv/bin/python tests/bench/run.py`; do not edit by hand. A gate is a ratio against
something that runs on the same computer in turns with it, so it means the same everywhere; the
milliseconds are medians on {computer}, and only an indication. A power says how the time grows with
the amount, 1 being in proportion. Every script in `tests/bench/` says in its first lines what it
measures.

| figure | ms | aim, ms | compared with | ms | ratio | gate | |
|---|---:|---:|---|---:|---:|---:|---|
"""

_ROW = "| {} | {} | 0 | {} |\n"
KEYS = """
## Keys of a visit

Counted by `tests/e2e/` in the real window, where every figure is a test; nothing is clicked.

| visit | keys | clicks | clicks allowed |
|---|---:|---:|---:|
""" + "".join(
    (
        _ROW.format("first visit with MGUS: results, imaging, note, leaflets", FIRST_VISIT, 5),
        _ROW.format("POEMS: results, signs, nerves, regimen, leaflet, letter", POEMS_VISIT, 12),
    )
)


def measured(script: Path) -> list[Figure]:
    """Run one script and read its figures.

    Raises:
        subprocess.CalledProcessError: the script failed; its own error stands above.
    """
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    # Without compiled modules every start compiles anew and measures the compiler.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    said = subprocess.run(
        [sys.executable, str(script)],
        cwd=ROOT,
        env=environment,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    ).stdout
    return [Figure(**json.loads(line)) for line in said.splitlines()]


def line_of(figure: Figure) -> str:
    """Write one row of the table."""
    cells = (
        figure.name,
        f"{figure.ms:.1f}",
        "" if figure.aim_ms is None else f"{figure.aim_ms:g}",
        figure.compared_with,
        "" if figure.base_ms is None else f"{figure.base_ms:.1f}",
        *_gate(figure),
        "kept" if figure.kept else "**missed**",
    )
    return f"| {' | '.join(cells)} |\n"


def _gate(figure: Figure) -> tuple[str, str]:
    """Give what is compared with the gate, and the gate: a ratio, or a power of the amount."""
    if figure.exponent is not None and figure.within is not None:
        low, high = figure.within
        return f"power {figure.exponent:.2f}", f"{low:g} to {high:g}"
    ratio, gate = figure.ratio, figure.gate
    return "" if ratio is None else f"{ratio:.2f}", "" if gate is None else f"{gate:g}"


def main() -> int:
    """Measure, write the page when everything was measured, and fail if a gate is missed."""
    asked = set(sys.argv[1:])
    scripts = [path for path in sorted(HERE.glob("*.py")) if path.name not in NOT_MEASURING]
    figures = [
        figure
        for script in scripts
        if not asked or script.stem in asked
        for figure in measured(script)
    ]
    lines = [line_of(figure) for figure in figures]
    sys.stdout.writelines(lines)
    if not asked:
        computer = (
            f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
        )
        PAGE.write_text(HEAD.format(computer=computer) + "".join(lines) + KEYS, "utf-8")
    return 0 if all(figure.kept for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
