"""Run a module's ``trials`` in a fresh process that has one thread and may be forked.

``python -m tests.soak.fresh MODULE JSON`` prints what ``trials(**arguments)`` gives, as JSON.
"""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def outcomes(module: str, *before: str, **arguments: Any) -> dict[str, int]:
    """Run the trials of a module of this folder; ``before`` is a command that runs the command.

    Raises:
        AssertionError: a trial failed, with what it said.
    """
    done = subprocess.run(
        [*before, sys.executable, "-m", __name__, module, json.dumps(arguments)],
        cwd=ROOT,
        env=os.environ | {"PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, int] = json.loads(done.stdout)
    return found


def main() -> None:
    """Run what the command line names."""
    trials = importlib.import_module(f"tests.soak.{sys.argv[1]}").trials
    json.dump(trials(**json.loads(sys.argv[2])), sys.stdout)


if __name__ == "__main__":
    main()
