"""Ask whether a version that M-Spike is built with has a known weakness: ``scripts/advisories.py``.

Exit 1 names what is weak. Where nobody answers it says so and passes: a computer without that
service must be able to build, and must not call unasked what it could not ask.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

PINS = Path(__file__).resolve().parents[1] / "constraints.txt"
_PATIENCE = 300  # seconds


def main() -> int:
    """Ask about one version first, and about all of them only if there is an answer."""
    pins = [line for line in PINS.read_text("utf-8").splitlines() if "==" in line]
    answers = _asked(pins[:1])
    if any("vulns" in answer for answer in answers):
        answers = _asked(pins)
    lines, status = told(answers, len(pins))
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return status


def told(answers: Sequence[dict[str, Any]], pins: int) -> tuple[list[str], int]:
    """Say what was answered, and give the exit status."""
    audited = [answer for answer in answers if "vulns" in answer]
    if not audited:
        return ["NOT AUDITED: the service that knows of weaknesses did not answer."], 0
    lines = [
        f"{answer['name']} {answer['version']}: {weakness['id']},"
        f" fixed in {', '.join(weakness['fix_versions']) or 'no version yet'}"
        for answer in audited
        for weakness in answer["vulns"]
    ]
    status = 1 if lines else 0
    lines.append(f"{len(audited)} of {pins} versions audited, {len(lines)} known weaknesses")
    unknown = [answer["name"] for answer in answers if "vulns" not in answer]
    if unknown:
        lines.append(f"NOT AUDITED: {', '.join(unknown)}")
    return lines, status


def _asked(pins: Sequence[str]) -> list[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as folder:
        asked = Path(folder) / "pins.txt"
        asked.write_text("\n".join(pins), "utf-8")
        options = ("--no-deps", "--disable-pip", "--progress-spinner", "off", "--format", "json")
        try:
            said = subprocess.run(
                [sys.executable, "-m", "pip_audit", "-r", str(asked), *options],
                check=False,
                capture_output=True,
                text=True,
                timeout=_PATIENCE,
            ).stdout
        except subprocess.TimeoutExpired:
            return []
    try:
        answers: list[dict[str, Any]] = json.loads(said)["dependencies"]
    except (ValueError, KeyError):
        return []  # it ended without an answer
    return answers


if __name__ == "__main__":
    sys.exit(main())
