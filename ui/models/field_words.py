"""Name the columns that a laboratory's table may have."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.arrivals.rows import Layout

translate = QCoreApplication.translate


def field_text(field: str) -> str:
    """Give the words for a column's meaning."""
    words = {
        "patient_id": translate("FieldWords", "Patient's number"),
        "id_type": translate("FieldWords", "Kind of number"),
        "name": translate("FieldWords", "Patient's name"),
        "birth_date": translate("FieldWords", "Birth date"),
        "sex": translate("FieldWords", "Sex"),
        "collected_at": translate("FieldWords", "Taken on"),
        "reported_at": translate("FieldWords", "Reported on"),
        "item_code": translate("FieldWords", "Code of the test"),
        "item_name": translate("FieldWords", "Name of the test"),
        "value": translate("FieldWords", "Value"),
        "unit": translate("FieldWords", "Unit"),
        "ref_low": translate("FieldWords", "Lower limit"),
        "ref_high": translate("FieldWords", "Upper limit"),
        "ref_text": translate("FieldWords", "Limits as text"),
        "flag": translate("FieldWords", "Mark (H, L)"),
        "specimen": translate("FieldWords", "Specimen"),
        "method": translate("FieldWords", "Method"),
        "lab": translate("FieldWords", "Laboratory"),
        "accession": translate("FieldWords", "Number of the specimen"),
        "status": translate("FieldWords", "Status (final, corrected)"),
        "comment": translate("FieldWords", "Comment"),
    }
    return words[field]


def layout_text(layout: str) -> str:
    """Give the words for how results lie in a table."""
    match Layout(layout):
        case Layout.AUTO:
            return translate("FieldWords", "As the table shows")
        case Layout.LONG:
            return translate("FieldWords", "A line for each result")
        case Layout.WIDE:
            return translate("FieldWords", "A column for each test")
