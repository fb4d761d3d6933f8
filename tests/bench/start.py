"""From the start of the process until the unlock page takes keys, and until the list is filled.

Compared with a process that shows an empty PySide6 window and takes its first key. Both end with a
real key event that arrives in the field that has the cursor. The list is filled from the
demonstration's record, whose passphrase is given as soon as the page is there.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from desktop_app import demo
from desktop_app.paths import Paths
from tests.bench.figures import Figure, tell

TIMES = 9
EMPTY = """
import sys
from PySide6.QtCore import QTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget, QVBoxLayout
app = QApplication([])
window = QWidget()
QVBoxLayout(window).addWidget(field := QLineEdit())
field.textChanged.connect(lambda _text: app.quit())
window.show()
QTimer.singleShot(0, lambda: QTest.keyClick(field, Qt.Key.Key_A))
app.exec()
"""
OURS = """
import sys
from functools import partial
from pathlib import Path
from PySide6.QtCore import QTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from desktop_app.cli import _build
from desktop_app.paths import Paths
from ui import theme
from ui.app import Start
paths = Paths.found(Path(sys.argv[1]))
until_list = sys.argv[2] == "list"
app = QApplication([])
theme.load_fonts(paths.fonts)
theme.apply(app, "zh-TW")
start = Start(paths, partial(_build, paths))
field = start.window.unlock_page.form.passphrase
if until_list:
    start.window.unlock_page.unlocked.connect(
        lambda: start.window.pages.worklist.model.modelReset.connect(
            lambda: start.window.pages.worklist.model.rowCount() and app.quit()))
    start.window.painted.connect(lambda: start.window.unlock_page.unlock_with(sys.argv[3]))
else:
    field.textChanged.connect(lambda _text: app.quit())
    start.window.painted.connect(
        lambda: QTimer.singleShot(0, lambda: QTest.keyClick(field, Qt.Key.Key_A)))
start.window.show()
app.exec()
sys.stdout.flush()
import os
os._exit(0)
"""


def seconds(code: str, *arguments: str) -> float:
    """Give how long a fresh process takes until it ends."""
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", code, *arguments], check=True, timeout=60)
    return time.perf_counter() - started


def main() -> None:
    """Measure the three kinds of start in turns."""
    environment = dict(os.environ)
    assert "PYTHONDONTWRITEBYTECODE" not in environment, "run this through tests/bench/run.py"
    spent: dict[str, list[float]] = {"empty": [], "keys": [], "list": []}
    with tempfile.TemporaryDirectory() as folder:
        services = demo.build(Paths.found(Path(folder)))
        services.clinic.lock()
        for turn in range(TIMES + 1):
            taken = {
                "empty": seconds(EMPTY),
                "keys": seconds(OURS, folder, "keys"),
                "list": seconds(OURS, folder, "list", demo.PASSPHRASE),
            }
            if turn:  # the first turn compiles modules and warms the disk
                for kind, its in taken.items():
                    spent[kind].append(its * 1000)
    empty, keys, listed = (statistics.median(its) for its in spent.values())
    window = "empty PySide6 window"
    tell(
        Figure("unlock page takes keys", keys, 400, window, empty, 2),
        Figure("unlocked, list filled", listed, 1200, window, empty, 6),
    )


if __name__ == "__main__":
    main()
