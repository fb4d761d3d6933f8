"""Show the pages of a PDF as it will be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

POINTS_AN_INCH = 72.0
GAP = 12


def page_images(pdf: bytes, dots_an_inch: float) -> tuple[QImage, ...]:
    """Draw every page; safe on the worker thread, which is where it belongs."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        images = []
        for page in document:
            bitmap = page.render(scale=dots_an_inch / POINTS_AN_INCH, rev_byteorder=True)
            size = bitmap.width, bitmap.height
            kind = {3: QImage.Format.Format_RGB888, 4: QImage.Format.Format_RGBX8888}
            image = QImage(bytes(bitmap.buffer), *size, bitmap.stride, kind[bitmap.n_channels])
            images.append(image.copy())  # the image must own its bytes
        return tuple(images)
    finally:
        document.close()


class PdfView(QScrollArea):
    """Hold the pages under each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._images: tuple[QImage, ...] = ()
        self._cover = ""
        self.show_pages(())

    @property
    def page_count(self) -> int:
        """Give how many pages are shown."""
        return len(self._images)

    def show_pages(self, images: Sequence[QImage]) -> None:
        """Show other pages."""
        self._images = tuple(images)
        self._show()

    def cover(self, text: str) -> None:
        """Show a text in the place of the pages, and with an empty one the pages again."""
        self._cover = text
        if self._images:
            self._show()

    def show_message(self, text: str) -> None:
        """Say in the place of the pages why there are none."""
        self._images = ()
        self._show_text(text)

    def _show(self) -> None:
        if self._images and self._cover:
            self._show_text(self._cover)
            return
        sheet = QWidget()
        theme.set_property(sheet, "role", "desk")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(GAP)
        for image in self._images:
            page = QLabel()
            theme.set_property(page, "role", "page")
            page.setPixmap(QPixmap.fromImage(image))
            column.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.setWidget(sheet)

    def _show_text(self, text: str) -> None:
        label = QLabel(text)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        theme.set_property(label, "role", "muted")
        self.setWidget(label)
