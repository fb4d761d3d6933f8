"""Bring a PDF's exact bytes onto disk, or its pages to a printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSaveFile
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

PRINT_DPI = 300.0


def choose_file(parent: QWidget, title: str, name: str) -> str:
    """Ask where to save; an empty text is "nowhere"."""
    path, _ = QFileDialog.getSaveFileName(parent, title, name, "PDF (*.pdf)")
    return path


def choose_printer(parent: QWidget) -> QPrinter | None:
    """Ask for a printer; None is "none"."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    dialog = QPrintDialog(printer, parent)
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def save_bytes(path: str, content: bytes) -> bool:
    """Write a file whole or not at all; tell whether it was written."""
    file = QSaveFile(path)
    if not file.open(QSaveFile.OpenModeFlag.WriteOnly):
        return False
    return file.write(content) == len(content) and file.commit()


def print_images(printer: QPrinter, images: Sequence[QImage]) -> None:
    """Print one image a page, as large as the sheet."""
    printer.setFullPage(True)
    painter = QPainter(printer)
    for number, image in enumerate(images):
        if number:
            printer.newPage()
        painter.drawImage(QRectF(painter.viewport()), image)
    painter.end()
