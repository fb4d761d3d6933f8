"""Hold the rows of a visit's form: results, immunofixations, and results added by hand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.record import Finding, Result
from desktop_app.domain.unit_label import with_unit
from desktop_app.domain.visit import DraftFinding, DraftResult
from desktop_app.domain.visit_form import IMMUNOFIXATIONS, ROWS, SAME_ASSAY, row_of
from ui.terms import LIMITS
from ui.widgets.entry.immunofixation_field import ImmunofixationField
from ui.widgets.entry.result_field import ResultField

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from desktop_app.domain.catalogue import Catalogue
    from desktop_app.domain.errors import FieldError
    from ui.terms import Terms

LEAST_NAME, MOST_NAME = 60, 112
MONTH = 7  # length of year and month in an ISO day


class VisitForm(QWidget):
    """Hold one field a test, in the order of the form."""

    edited = Signal()
    row_added = Signal()

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._terms: Terms | None = None
        self._last: Mapping[str, Result | Finding] = {}
        self._assay = ""
        self._lent: set[str] = set()
        self.results: dict[str, ResultField] = {}
        self.bands: dict[str, ImmunofixationField] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        for row in ROWS:
            if row.code in IMMUNOFIXATIONS:
                band = self.bands[row.code] = ImmunofixationField(row.code, self)
                self._column.addWidget(band)
                band.edited.connect(self.edited)
            else:
                self._add(row.code, row.units)

    def set_words(self, terms: Terms) -> None:
        """Word the rows in a language."""
        self._terms = terms
        for code, field in self.results.items():
            field.set_words(terms.analyte(code), terms)
        for band in self.bands.values():
            band.set_words(terms)
        self._show_past()
        self._align()

    def add_result(self, code: str) -> ResultField:
        """Give the row of a test, a new one where the form has none."""
        if code in self.results:
            return self.results[code]
        field = self._add(code, tuple(self._catalogue[code].units))
        if self._terms is not None:
            field.set_words(self._terms.analyte(code), self._terms)
        field.show_value(None, self._unit(code))
        self._align()
        self.row_added.emit()
        return field

    def lend(self, code: str) -> ResultField:
        """Give a row that stands elsewhere on the page; it is filled and read like the others."""
        field = self.results[code] = ResultField(code, tuple(self._catalogue[code].units), self)
        field.show_value(None, self._unit(code))
        field.edited.connect(self.edited)
        self._lent.add(code)
        return field

    def set_last(self, last: Mapping[str, Result | Finding]) -> None:
        """Take what is recorded last of each code; it also decides the unit of empty fields."""
        self._last = last
        for code, field in self.results.items():
            if field.value() is None:
                field.show_value(None, self._unit(code))
        self._show_past()

    def draft_results(self, lab: str) -> tuple[DraftResult, ...]:
        """Give what was typed, as typed."""
        typed = (field.value(lab) for field in self.results.values())
        return tuple(value for value in typed if value is not None)

    def draft_findings(self) -> tuple[DraftFinding, ...]:
        """Give the immunofixations."""
        return tuple(
            DraftFinding(code, value)
            for code, band in self.bands.items()
            if (value := band.value()) is not None
        )

    def show_results(self, results: tuple[DraftResult, ...], lab: str = "") -> None:
        """Show kept results; a test that the form does not list gets a row of its own.

        ``lab`` is the visit's laboratory.
        """
        kept = {result.code: result for result in results}
        added = (code for code in self.results if row_of(code) is None and code not in self._lent)
        for code in [code for code in added if code not in kept]:
            self._remove(code)
        for code in kept:
            self.add_result(code)
        for code, field in self.results.items():
            field.show_value(kept.get(code), self._unit(code), lab)
        assays = {self.results[code].source.method.method() for code in SAME_ASSAY} - {""}
        self._assay = assays.pop() if len(assays) == 1 else ""
        self._imply_assay()

    def show_findings(self, findings: Mapping[str, DraftFinding]) -> None:
        """Show kept immunofixations."""
        for code, band in self.bands.items():
            kept = findings.get(code)
            value = kept.value if kept is not None else None
            bands = tuple(map(str, value)) if isinstance(value, tuple | list) else None
            band.show_value(bands)

    def others(self) -> tuple[str, ...]:
        """Give the tests that have no row of their own but can be added."""
        return tuple(
            code
            for code, analyte in self._catalogue.analytes.items()
            if analyte.units and row_of(code) is None
        )

    def show_problems(
        self, problems: Mapping[str, FieldError], words: Mapping[str, str]
    ) -> frozenset[str]:
        """Say beside each field what is wrong; give the fields that said it."""
        said: set[str] = set()
        for code, field in self.results.items():
            problem = problems.get(code)
            if problem is None:
                field.show_problem("")
            else:
                kind = "warning" if problem.overridable else "bad"
                field.show_problem(words[code], kind=kind, reason=problem.overridable)
                said.add(code)
            limits = [name for name in (f"{code}.low", f"{code}.high") if name in problems]
            if limits and problem is None:
                field.show_limit_problem("\n".join(words[name] for name in limits))
                said.update(limits)
        return frozenset(said)

    def focus_order(self) -> tuple[QWidget, ...]:
        """Give what takes the focus, in reading order."""
        order: list[QWidget] = []
        rows: list[ResultField | ImmunofixationField] = [
            field for code, field in self.results.items() if code not in self._lent
        ]
        rows += self.bands.values()
        for row in sorted(rows, key=self._column.indexOf):
            order += row.focus_order()
        return tuple(order)

    def ask_limits(self, codes: frozenset[str]) -> None:
        """Show the laboratory's limits where the assessment asks for them."""
        for code, field in self.results.items():
            field.ask_limits(f"{code}{LIMITS}" in codes)

    def toggle_details(self, focused: QWidget | None = None) -> None:
        """Show or hide limits, method and laboratory of the row that has the cursor, or had it.

        ``focused`` has the cursor of the page, which may be in a row that was lent.
        """
        rows = self.results.values()
        elsewhere = [field for field in rows if field.isAncestorOf(focused)] if focused else []
        for field in elsewhere or [x for x in rows if x.isAncestorOf(self.focusWidget())]:
            if field.details_open:
                field.number.setFocus()
                field.close_details()
            else:
                field.open_details()
                field.low.setFocus()

    def focus_code(self, code: str) -> bool:
        """Put the cursor into a field; tell whether the form has one."""
        name = code.removesuffix(LIMITS)
        target: QWidget | None = None
        if name in self.bands:
            target = self.bands[name].first
        elif name in self.results or self._measured(name):
            field = self.add_result(name)
            limits = code.endswith(LIMITS) and field.limits_asked
            target = field.low if limits else field.number
        if target is None:
            return False
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def _measured(self, code: str) -> bool:
        analyte = self._catalogue.get(code)
        return analyte is not None and bool(analyte.units)

    def _add(self, code: str, units: tuple[str, ...]) -> ResultField:
        field = self.results[code] = ResultField(code, units, self)
        self._column.addWidget(field)
        field.edited.connect(self.edited)
        if code in SAME_ASSAY:
            field.method_changed.connect(partial(self._share_method, field))
        return field

    def _share_method(self, changed: ResultField) -> None:
        """Take one assay for the tests of one sample, where no other was said of them."""
        method = changed.source.method.method()
        for code in SAME_ASSAY:
            other = self.results[code].source.method
            if code != changed.code and other.method() in ("", self._assay):
                other.set_method(method)
        self._assay = method
        self._imply_assay()

    def _imply_assay(self) -> None:
        first, *others = (self.results[code] for code in SAME_ASSAY)
        for field in others:
            same = field.source.method.method() == first.source.method.method()
            field.imply_source(same and not field.source.lab.text())

    def _remove(self, code: str) -> None:
        field = self.results.pop(code)
        self._column.removeWidget(field)
        field.hide()
        field.deleteLater()

    def _unit(self, code: str) -> str:
        """Give the unit in which the laboratory reported last, else the clinic's usual one."""
        last, row = self._last.get(code), row_of(code)
        if isinstance(last, Result) and last.unit:
            return last.unit
        if row is not None:
            return row.unit_for(self._terms.language if self._terms is not None else "")
        analyte = self._catalogue.get(code)
        return analyte.canonical_unit if analyte is not None else ""

    def _show_past(self) -> None:
        if self._terms is None:
            return
        for code, field in self.results.items():
            last = self._last.get(code)
            if isinstance(last, Result):
                number = f"{last.comparator or ''}{last.value:f}" if last.value is not None else ""
                whole = with_unit(number, last.unit or "", self._terms.language)
                field.set_past(self._said(number, last), f"{whole} · {last.date}")
                field.set_last(_number(last.low), _number(last.high), last.method or "")
            else:
                field.set_past("")
                field.set_last("", "", "")
        for code, band in self.bands.items():
            last = self._last.get(code)
            value = last.value if isinstance(last, Finding) else None
            if last is not None and isinstance(value, tuple):
                words = self._terms.isotypes(tuple(str(one) for one in value))
                band.set_past(self._said(words, last))
            else:
                band.set_past("")

    def _said(self, value: str, last: Result | Finding) -> str:
        return f"{value} · {last.date.text[:MONTH]}"

    def _align(self) -> None:
        """Give all names one width, so that the fields stand in columns."""
        rows: list[ResultField | ImmunofixationField] = [*self.results.values()]
        rows += self.bands.values()
        for row in rows:
            self._name(row)
        widest = max(row.name.sizeHint().width() for row in rows)
        for row in rows:
            row.name.setFixedWidth(min(max(widest, LEAST_NAME), MOST_NAME))

    def _name(self, row: ResultField | ImmunofixationField) -> None:
        """Shorten a name that is too long for its column; its tip has the whole."""
        whole = self._terms.analyte(row.code) if self._terms is not None else row.code
        metrics = row.name.fontMetrics()
        short = metrics.elidedText(whole, Qt.TextElideMode.ElideRight, MOST_NAME)
        row.name.setText(short)
        row.name.setToolTip("" if short == whole else whole)


def _number(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"
