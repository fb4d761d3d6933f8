"""Say in the window's language why a file cannot be read, and where in it."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate
_LINE = re.compile(r"(.*?)line (\d+)")
_SIZE = re.compile(r"([\d,]+) (MB|values|characters|cells)")
# What readers of files expect, by the words that tell one expectation from the others.
_KINDS = (
    ("without a password", "password"),
    ("split it", "split"),
    ("when unpacked", "large"),
    ("corner to corner", "large"),
    ("save it as xlsx", "other"),
    ("save another kind", "other"),
    ("not PDF", "other"),
    ("text or a workbook", "other"),
    ("workbook", "workbook"),
    ("quotation mark", "quote"),
    ("characters", "line"),
    ("text in ", "encoding"),
    ("encodings", "encoding"),
    ("can be read", "access"),
)


def trouble_text(place: str, expected: str) -> str:
    """Give the sentence; what is not known here is said as the reader of the file said it."""
    kind = next((kind for words, kind in _KINDS if words in expected), "")
    said = _sentences()[kind].format(expected) if not kind else _sentences()[kind]
    found, size = _LINE.search(place), _SIZE.search(expected)
    if size and kind in ("split", "large", "line"):
        #: {0} is the most that can be read, such as "200,000 values"
        said += " " + translate("InputTrouble", "At most: {0}.").format(_amount(*size.groups()))
    if found is None:
        return said
    #: {0} is the number of a line in a file, {1} what is wrong there
    return translate("InputTrouble", "Line {0}: {1}").format(found[2], said)


def _amount(number: str, of: str) -> str:
    units = {
        "values": translate("InputTrouble", "{0} values"),
        "characters": translate("InputTrouble", "{0} characters"),
        "cells": translate("InputTrouble", "{0} cells"),
    }
    return units.get(of, "{0} MB").format(number)


def _sentences() -> dict[str, str]:
    return {
        "password": translate(
            "InputTrouble", "The workbook has a password: save it without one and try again."
        ),
        "split": translate("InputTrouble", "The file is too long: split it."),
        "large": translate("InputTrouble", "The workbook is too large: split it."),
        "other": translate(
            "InputTrouble", "This kind of file cannot be read: save it as xlsx or csv."
        ),
        "workbook": translate("InputTrouble", "The workbook is damaged: save it anew as xlsx."),
        "quote": translate("InputTrouble", "A quotation mark is opened and never closed."),
        "line": translate("InputTrouble", "The line is too long."),
        "encoding": translate("InputTrouble", "The encoding does not fit: choose another one."),
        "access": translate(
            "InputTrouble", "The file cannot be opened: is it gone, or open elsewhere?"
        ),
        #: {0} is what was expected, in English
        "": translate("InputTrouble", "The file cannot be read; expected: {0}."),
    }
