"""Show a leaflet or letter as it will be printed, approve, issue, and print what was issued."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ui.actions import add_action, key_text
from ui.language import language_change
from ui.leaflet_reading import (
    Asked,
    issue_sheet,
    preview_pages,
    read_leaflets,
    reprint_pages,
)
from ui.panels.issued import IssuedPanel
from ui.panels.leaflet_choices import LeafletChoices
from ui.terms import Terms
from ui.widgets.action_bar import ActionBar
from ui.widgets.banner import Banner
from ui.widgets.panel_frame import PanelFrame
from ui.widgets.pdf_output import (
    PRINT_DPI,
    choose_file,
    choose_printer,
    print_images,
    save_bytes,
)
from ui.widgets.pdf_view import PdfView, page_images
from ui.wording import masked_name, masked_number

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtPrintSupport import QPrinter

    from desktop_app.domain.document import IssuedRow
    from desktop_app.services.documents import IssuedDocument, Preview
    from ui.context import UiContext
    from ui.leaflet_reading import LeafletReading
    from ui.tasks import Problem

SIDE_WIDTH = 330


class LeafletPage(QWidget):
    """Preview first; only what was issued can be saved or printed, byte for byte."""

    back_requested = Signal()
    previewed = Signal()
    issued = Signal(int)  # document_id

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._patient_id = 0
        self._kind = ""
        self._opening: LeafletReading | None = None
        self._pdf = b""  # the exact bytes of what was issued and is shown
        self.choose_file = choose_file  # tests answer in the place of the dialogs
        self.choose_printer = choose_printer
        self._make_parts()
        self._lay_out()
        self.retranslate()

    def open_for(self, patient_id: int, kind: str) -> None:
        """Show a leaflet or letter of a kind for a patient."""
        self._patient_id, self._kind = patient_id, kind
        self._opening = None
        self.banner.hide()
        self.view.show_pages(())
        self._set_previewed(None)
        self._context.tasks.run(
            partial(read_leaflets, self._context.services, patient_id),
            owner=self,
            done=self._on_opened,
            failed=self._on_problem,
            key="open",
        )

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        services = self._context.services
        self._terms = Terms(services.wordings[self._context.language], services.catalogue)
        self._preview_panel.title.setText(self.tr("Preview"))
        self.view.setAccessibleName(self.tr("Preview of the sheet"))
        self.choices.set_words(self._terms, self._who())
        self.history.retranslate()
        if self._opening is not None:
            self.history.show_rows(self._opening.issued, self._terms)
        self._cover_names()

    def _cover_names(self) -> None:
        """Cover the pages while names are hidden: the patient's own stands on them."""
        #: {0} is a key
        words = self.tr("Names are hidden. {0} shows the pages.")
        hidden = self._context.names_hidden
        self.view.cover(words.format(key_text("hide_names")) if hidden else "")

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if language_change(event):
            self.retranslate()

    def _make_parts(self) -> None:
        self.banner = Banner(self)
        self.view = PdfView(self)
        self._preview_panel = PanelFrame(self)
        self._preview_panel.body.addWidget(self.view, 1)
        self._approve = add_action(self, "approve", self._on_approve)
        self.choices = LeafletChoices(self._approve, self)
        self.history = IssuedPanel(self)
        self.bar = ActionBar(self)
        self.bar.add(add_action(self, "leaflet_back", self.back_requested.emit))
        self._save = add_action(self, "save_pdf", self._on_save)
        self._print = add_action(self, "print", self._on_print)
        self._issue = add_action(self, "issue", self._on_issue)
        self.bar.add(self._save)
        self.bar.add(self._print)
        self.bar.add_next(self._issue)
        self.choices.changed.connect(self._on_changed)
        self.history.reprint_requested.connect(self._on_reprint)
        self._context.names_hidden_changed.connect(self.retranslate)

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(10)
        side.addWidget(self.choices)
        side.addWidget(self.history, 1)
        for panel in (self.choices, self.history):
            panel.setFixedWidth(SIDE_WIDTH)
        columns = QHBoxLayout()
        columns.setContentsMargins(12, 10, 12, 10)
        columns.setSpacing(10)
        columns.addLayout(side)
        columns.addWidget(self._preview_panel, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.banner)
        whole.addLayout(columns, 1)
        whole.addWidget(self.bar)

    def _who(self) -> str:
        if self._opening is None:
            return ""
        identity, hidden = self._opening.card.identity, self._context.names_hidden
        name = masked_name(identity.name) if hidden else identity.name
        number = masked_number(identity.record_number) if hidden else identity.record_number
        return f"{name} · {number}"

    def _set_previewed(self, preview: Preview | None) -> None:
        """Say what may be done: a preview can be issued, what was issued can be printed."""
        self.choices.show_state(preview)
        self._issue.setEnabled(preview is not None)
        self._approve.setEnabled(preview is not None and not preview.approved)
        self._show_issued(b"")

    def _show_issued(self, pdf: bytes) -> None:
        self._pdf = pdf
        self._save.setEnabled(bool(pdf))
        self._print.setEnabled(bool(pdf))

    def _on_opened(self, opening: LeafletReading) -> None:
        self._opening = opening
        languages = opening.card.identity.leaflet_languages
        self.choices.offer(opening.kinds, self._kind, languages, self._terms)
        self.choices.set_words(self._terms, self._who())
        self.history.show_rows(opening.issued, self._terms)
        self._preview()
        self.choices.languages.setFocus()

    def _preview(self) -> None:
        if self._opening is None:
            return
        work = partial(preview_pages, self._context.services, self._patient_id, self._asked())
        self._context.tasks.run(
            work, owner=self, done=self._on_previewed, failed=self._on_no_preview, key="preview"
        )

    def _on_changed(self) -> None:
        """Preview what was chosen; nothing of the sheet before may be printed in its name."""
        self.banner.hide()
        self._issue.setEnabled(False)
        self._approve.setEnabled(False)
        self._show_issued(b"")
        self._preview()

    def _asked(self) -> Asked:
        choices = self.choices
        return Asked(
            choices.kind.code(),
            choices.chosen_languages(),
            choices.large.isChecked(),
            choices.chosen_parts(),
        )

    def _on_previewed(self, found: tuple[Preview, tuple[QImage, ...]]) -> None:
        preview, images = found
        self.view.show_pages(images)
        self._set_previewed(preview)
        pages = self.tr("%n page(s)", "", len(images))
        self._preview_panel.remark.setText(pages)
        self.previewed.emit()

    def _on_no_preview(self, problem: Problem) -> None:
        self.view.show_message(self._context.words.problem(problem))
        self._preview_panel.remark.clear()
        self._set_previewed(None)

    def _on_approve(self) -> None:
        self._context.tasks.run(
            partial(self._context.services.documents.approve, self.choices.kind.code()),
            owner=self,
            done=self._on_approved,
            failed=self._on_problem,
        )

    def _on_approved(self, _nothing: object) -> None:
        self.banner.show_message(self.tr("The text is approved; prints no longer say so."), "good")
        self._preview()

    def _on_issue(self) -> None:
        self._issue.setEnabled(False)
        work = partial(issue_sheet, self._context.services, self._patient_id, self._asked())
        self._context.tasks.run(work, owner=self, done=self._on_issued, failed=self._on_no_preview)

    def _on_issued(self, document: IssuedDocument) -> None:
        self._show_issued(document.pdf)
        said = self.tr("Issued; exactly these pages are kept. Now save or print them.")
        self.banner.show_message(said, "good")
        self._context.tasks.run(
            partial(self._context.services.documents.issued, self._patient_id),
            owner=self,
            done=self._on_listed,
            failed=self._on_problem,
        )
        self.issued.emit(document.document_id)

    def _on_listed(self, rows: tuple[IssuedRow, ...]) -> None:
        self.history.show_rows(rows, self._terms)

    def _on_reprint(self, document_id: int) -> None:
        self._context.tasks.run(
            partial(reprint_pages, self._context.services, document_id),
            owner=self,
            done=self._on_reprinted,
            failed=self._on_problem,
            key="preview",
        )

    def _on_reprinted(self, found: tuple[bytes, tuple[QImage, ...]]) -> None:
        pdf, images = found
        self.view.show_pages(images)
        self._issue.setEnabled(False)
        self._show_issued(pdf)
        self.banner.show_message(self.tr("This was issued before, exactly as shown."))

    def _on_save(self) -> None:
        name = f"{self.choices.kind.code()}.pdf"
        path = self.choose_file(self, self.tr("Save the sheet"), name)
        if not path:
            return
        if save_bytes(path, self._pdf):
            self.banner.show_message(self.tr("Saved."), "good")
        else:
            self.banner.show_message(self.tr("The file could not be written there."), "critical")

    def _on_print(self) -> None:
        printer = self.choose_printer(self)
        if printer is not None:
            self._context.tasks.run(
                partial(page_images, self._pdf, PRINT_DPI),
                owner=self,
                done=partial(self._on_drawn, printer),
            )

    def _on_drawn(self, printer: QPrinter, images: tuple[QImage, ...]) -> None:
        print_images(printer, images)
        self.banner.show_message(self.tr("Sent to the printer."), "good")

    def _on_problem(self, problem: Problem) -> None:
        self.banner.show_message(self._context.words.problem(problem), "critical")
