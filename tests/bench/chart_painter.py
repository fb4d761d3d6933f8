"""Measure the chart on the screen: ``python tests/bench/chart_painter.py`` (decision 13).

Prints milliseconds and megabytes of one fresh process; compare runs on one computer only.
"""

from __future__ import annotations

import os
import sys
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.domain.chart import ChartRequest
from tests.domain.trend_records import RESOURCES, M, a_chart, a_record, a_result, followed

DAYS = 3600


def daily(count: int) -> list:
    """Give values that go up and down, as far apart as the period allows."""
    start = date(2026, 11, 20) - timedelta(days=DAYS)
    days = [(start + timedelta(days=DAYS * n // count)).isoformat() for n in range(count)]
    m_protein = [a_result(day, f"{1 + n % 9 / 10:.1f}") for n, day in enumerate(days)]
    kappa = [a_result(day, str(100 + n % 50), "mg/L", "flc_kappa") for n, day in enumerate(days)]
    return m_protein + kappa


def resident() -> float:
    """Give the memory of this process in megabytes (Linux)."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(one for one in status.splitlines() if one.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def milliseconds(start: float) -> float:
    """Give the time since then."""
    return 1000 * (perf_counter() - start)


def main() -> None:
    """Measure and print."""
    app = QApplication([])
    from ui import theme

    theme.load_fonts(RESOURCES / "fonts")
    theme.set_language(app, "zh-TW")
    usual = ChartRequest(((M,), ("flc_kappa", "flc_lambda"), ("hemoglobin",)))
    two = ChartRequest(((M,), ("flc_kappa",)))
    spec = a_chart(followed(), request=usual, language="zh-TW")
    few, many = (a_chart(a_record(*daily(count)), request=two) for count in (300, 5000))
    before, start = resident(), perf_counter()
    from ui.widgets.chart.chart_view import ChartView

    lines = [f"import                 {milliseconds(start):6.1f} ms"]
    start = perf_counter()
    view = ChartView()
    view.resize(600, 600)
    view.show_spec(spec)
    view.grab()
    lines.append(f"build and first paint  {milliseconds(start):6.1f} ms")
    for name, one in (("3 panels", spec), ("2 x 300 values", few), ("2 x 5000 values", many)):
        times = []
        for _ in range(15):
            start = perf_counter()
            view.show_spec(one)
            view.grab()
            times.append(milliseconds(start))
        lines.append(f"redraw {name:15} {median(times):6.1f} ms")
    view.show_spec(few)
    view.show()
    times = []
    for step in range(60):
        start = perf_counter()
        QTest.mouseMove(view, QPoint(60 + 8 * step, 150))
        view.repaint()
        times.append(milliseconds(start))
    lines.append(f"hover and repaint      {median(times):6.1f} ms")
    lines.append(f"memory                 {resident() - before:6.1f} MB more")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
