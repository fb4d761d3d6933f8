"""Hold the look: colours, type, spacing, and the one stylesheet built from them.

Widgets set no colours of their own: they set the properties ``role``, ``kind`` and ``state``, which
the stylesheet knows. Painters and delegates take the same tokens from here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

INK = "#1b2733"
MUTED = "#586775"
FAINT = "#8a97a3"
LINE = "#dbe2e8"
SURFACE = "#ffffff"
CANVAS = "#f3f5f7"
SUNKEN = "#eef1f4"
GOOD, GOOD_GROUND = "#28653a", "#e6f2e8"
WARNING, WARNING_GROUND = "#8a5200", "#fff2dc"
CRITICAL, CRITICAL_GROUND = "#a3211b", "#fdeae8"
UNKNOWN, UNKNOWN_GROUND = "#5d5273", "#efecf5"
ACCENT, ACCENT_GROUND = "#0e6674", "#e3f1f3"
ACCENT_DARK = "#0a525d"
HOVER = "#f7f9fa"
CONTROL_LINE = "#b9c4cd"
SERIES = ("#0e6674", "#7a4ea3", "#a3211b", "#586775")

BODY, TABLE, SMALL, VERDICT, TITLE = 13.0, 12.5, 11.0, 16.0, 18.0
STEPS = (4, 8, 12, 16, 24)
TABLE_ROW, LIST_ROW, TOP_BAR = 24, 34, 44
RADIUS = 6

# The sign stands beside the colour everywhere, so that no state is told by colour alone.
SIGNS: Mapping[str, str] = {
    "neutral": "",
    "good": "✔",
    "warning": "▲",
    "critical": "●",
    "unknown": "?",
    "accent": "",
}
UNVERIFIED_SIGN = "◇"  # stands before everything that awaits verification
_INKS = {
    "neutral": MUTED,
    "good": GOOD,
    "warning": WARNING,
    "critical": CRITICAL,
    "unknown": UNKNOWN,
    "accent": ACCENT,
}
_GROUNDS = {
    "neutral": SUNKEN,
    "good": GOOD_GROUND,
    "warning": WARNING_GROUND,
    "critical": CRITICAL_GROUND,
    "unknown": UNKNOWN_GROUND,
    "accent": ACCENT_GROUND,
}
KINDS = tuple(_INKS)

_FAMILIES = {
    "zh-TW": ("Noto Sans TC", "Noto Sans SC", "DejaVu Sans"),
    "en": ("Noto Sans TC", "Noto Sans SC", "DejaVu Sans"),
    "zh-CN": ("Noto Sans SC", "Noto Sans TC", "DejaVu Sans"),
}
_ROLE_SIZES = {
    "verdict": VERDICT,
    "pageTitle": TITLE,
    "small": SMALL,
    "table": TABLE,
    "strongTable": TABLE,
}
_BOLD_ROLES = frozenset({"verdict", "pageTitle", "strong", "strongTable", "panelTitle"})


_TOKENS = {
    "ink": INK,
    "muted": MUTED,
    "faint": FAINT,
    "line": LINE,
    "surface": SURFACE,
    "canvas": CANVAS,
    "sunken": SUNKEN,
    "good": GOOD,
    "warning": WARNING,
    "critical": CRITICAL,
    "unknown": UNKNOWN,
    "accent": ACCENT,
    "good_ground": GOOD_GROUND,
    "unknown_ground": UNKNOWN_GROUND,
    "accent_ground": ACCENT_GROUND,
} | {f"series{number}": colour for number, colour in enumerate(SERIES, 1)}


def color(token: str) -> QColor:
    """Give the colour of a token of look.md, such as ink, line, warning or series2."""
    return QColor(_TOKENS[token])


def ink_of(kind: str) -> QColor:
    """Give the colour of text of a kind: neutral, good, warning, critical, unknown or accent."""
    return QColor(_INKS[kind])


def ground_of(kind: str) -> QColor:
    """Give the colour behind text of a kind."""
    return QColor(_GROUNDS[kind])


def font(role: str = "body") -> QFont:
    """Give the font of a role for a painter; digits of the bundled fonts are all equally wide."""
    made = QFont(QApplication.font())
    made.setPixelSize(round(_ROLE_SIZES.get(role, BODY)))
    made.setBold(role in _BOLD_ROLES)
    return made


def font_metrics(role: str = "body") -> QFontMetrics:
    """Give the measures of a role's font."""
    return QFontMetrics(font(role))


def load_fonts(folder: Path) -> None:
    """Make the bundled fonts known to Qt, so that Chinese is drawn on every computer."""
    for path in sorted(folder.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def apply(app: QApplication, language: str) -> None:
    """Dress the whole program: style, palette, stylesheet, and fonts in a language's order."""
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setPalette(_palette())
    set_language(app, language)


def set_language(app: QApplication, language: str) -> None:
    """Put the fonts first that draw Chinese as readers of the language write it."""
    chosen = QFont()
    chosen.setFamilies(list(_FAMILIES[language]))
    chosen.setPixelSize(round(BODY))
    chosen.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if chosen.families() == app.font().families() and app.styleSheet():
        return
    app.setFont(chosen)
    # Set after the font, also when it is the same: widgets that were styled keep the old font else.
    app.setStyleSheet(STYLESHEET)


def set_property(widget: QWidget, name: str, value: str | bool) -> None:
    """Set a property that the stylesheet knows, and draw the widget anew if it changed."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


def _palette() -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for where, colour in (
        (role.Window, CANVAS),
        (role.WindowText, INK),
        (role.Base, SURFACE),
        (role.AlternateBase, HOVER),
        (role.Text, INK),
        (role.Button, SURFACE),
        (role.ButtonText, INK),
        (role.PlaceholderText, FAINT),
        (role.Highlight, ACCENT),
        (role.HighlightedText, SURFACE),
        (role.ToolTipBase, INK),
        (role.ToolTipText, SURFACE),
        (role.Link, ACCENT),
    ):
        palette.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(FAINT))
    return palette


def _kind_rules() -> str:
    rules = []
    for kind in KINDS:
        ink, ground = _INKS[kind], _GROUNDS[kind]
        rules.append(
            f'QLabel[role="chip"][kind="{kind}"] {{ color: {ink}; background: {ground}; }}'
        )
        rules.append(f'QFrame[role="banner"][kind="{kind}"] {{ background: {ground}; }}')
        rules.append(f'QFrame[role="banner"][kind="{kind}"] QLabel {{ color: {ink}; }}')
        rules.append(f'QLabel[role="state"][kind="{kind}"] {{ color: {ink}; }}')
        rules.append(f'QLabel[role="text"][kind="{kind}"] {{ color: {ink}; }}')
        rules.append(
            f'QPushButton[role="chip"][kind="{kind}"] {{ color: {ink}; background: {ground}; }}'
        )
    return "\n".join(rules)


_LABELS = f"""
* {{ outline: none; }}
QToolTip {{ color: {SURFACE}; background: {INK}; border: 0; padding: 4px 8px;
    font-size: 12px; }}
QLabel {{ background: transparent; }}
QLabel[role="pageTitle"] {{ font-size: {TITLE}px; font-weight: bold; }}
QLabel[role="verdict"] {{ font-size: {VERDICT}px; font-weight: bold; }}
QLabel[role="strong"] {{ font-weight: bold; }}
QLabel[role="panelTitle"] {{ color: {MUTED}; font-size: 12.5px; font-weight: bold; }}
QLabel[role="muted"] {{ color: {MUTED}; }}
QLabel[role="page"] {{ background: {SURFACE}; border: 1px solid {LINE}; }}
QLabel[role="past"] {{ color: {MUTED}; font-size: 12px; }}
QLabel[role="state"] {{ font-size: {SMALL}px; }}
QLabel[role="value"] {{ color: {MUTED}; font-size: {TABLE}px; }}
QLabel[role="faint"] {{ color: {FAINT}; }}
QLabel[role="small"] {{ color: {MUTED}; font-size: {SMALL}px; }}
QLabel[role="error"] {{ color: {CRITICAL}; font-size: 12px; }}
QLabel[role="warning"] {{ color: {WARNING}; font-size: 12px; }}
QLabel[role="brand"] {{ color: {ACCENT}; font-size: 14px; font-weight: bold; }}
QLabel[role="bigBrand"] {{ color: {ACCENT}; font-size: 24px; font-weight: bold; }}
QLabel[role="chip"] {{ border-radius: 10px; padding: 1px 8px 2px 8px; font-size: 12px; }}
QLabel[role="key"] {{ color: {MUTED}; border: 1px solid {LINE}; border-radius: 3px;
    padding: 0 4px; font-size: {SMALL}px; }}
"""

_FRAMES = f"""
QFrame[role="panel"] {{ background: {SURFACE}; border: 1px solid {LINE};
    border-radius: {RADIUS}px; }}
QFrame[role="topBar"] {{ background: {SURFACE}; border: 0; border-bottom: 1px solid {LINE}; }}
QFrame[role="strip"] {{ background: {SURFACE}; border: 0; border-bottom: 1px solid {LINE}; }}
QFrame[role="actionBar"] {{ background: {SURFACE}; border: 0; border-top: 1px solid {LINE}; }}
QFrame[role="rule"] {{ background: {LINE}; border: 0; max-height: 1px; min-height: 1px; }}
QFrame[role="banner"] {{ border: 0; border-radius: 4px; }}
QFrame[role="row"] {{ border: 0; border-bottom: 1px solid {LINE}; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: 0; }}
QWidget[role="desk"] {{ background: {SUNKEN}; }}
"""

_BUTTONS = f"""
QPushButton {{ color: {INK}; background: {SURFACE}; border: 1px solid {LINE}; border-radius: 4px;
    padding: 0 12px; min-height: 30px; }}
QPushButton:hover {{ background: {HOVER}; border-color: {CONTROL_LINE}; }}
QPushButton:pressed {{ background: {SUNKEN}; }}
QPushButton:focus {{ border: 2px solid {ACCENT}; padding: 0 11px; min-height: 28px; }}
QPushButton:disabled {{ color: {FAINT}; background: {CANVAS}; }}
QPushButton:checked {{ color: {ACCENT}; background: {ACCENT_GROUND}; border-color: {ACCENT}; }}
QPushButton[kind="primary"] {{ color: {SURFACE}; background: {ACCENT}; border-color: {ACCENT};
    font-weight: bold; }}
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed {{
    background: {ACCENT_DARK}; }}
QPushButton[kind="primary"]:focus {{ border: 2px solid {INK}; }}
QPushButton[kind="primary"]:disabled {{ color: {SURFACE}; background: {FAINT};
    border-color: {FAINT}; }}
QPushButton[kind="danger"] {{ color: {CRITICAL}; border-color: {CRITICAL}; }}
QPushButton[kind="danger"]:disabled {{ color: {FAINT}; border-color: {LINE}; }}
QPushButton[kind="quiet"], QToolButton {{ color: {INK}; background: transparent;
    border: 1px solid transparent; border-radius: 4px; padding: 0 8px; min-height: 24px; }}
QPushButton[kind="quiet"]:hover, QToolButton:hover {{ background: {SUNKEN}; }}
QPushButton[kind="quiet"]:focus, QToolButton:focus {{ border: 2px solid {ACCENT};
    padding: 0 7px; min-height: 22px; }}
QPushButton[role="compact"] {{ padding: 0 7px; min-height: 26px; }}
QPushButton[role="compact"]:focus {{ padding: 0 6px; min-height: 24px; }}
QToolButton::menu-indicator {{ image: none; width: 0; }}
QPushButton[role="chip"] {{ border: 1px solid transparent; border-radius: 11px; padding: 0 8px;
    min-height: 20px; font-size: 12px; }}
QPushButton[role="chip"][kind="accent"]:disabled {{ color: {FAINT}; background: {CANVAS}; }}
QPushButton[role="chip"][kind="carried"] {{ color: {MUTED}; background: {SURFACE};
    border: 1px dashed {CONTROL_LINE}; }}
QPushButton[role="chip"]:hover {{ border-color: {CONTROL_LINE}; }}
QPushButton[role="chip"]:focus {{ border: 2px solid {ACCENT}; padding: 0 7px; min-height: 18px; }}
QPushButton[role="chip"][kind]:checked {{ color: {ACCENT}; background: {ACCENT_GROUND}; }}
QPushButton[role="nav"] {{ text-align: left; border: 1px solid transparent; padding: 0 9px;
    min-height: 31px; background: transparent; }}
QPushButton[role="nav"]:hover {{ background: {HOVER}; }}
QPushButton[role="nav"]:checked {{ color: {ACCENT}; background: {ACCENT_GROUND};
    font-weight: bold; }}
QPushButton[role="nav"]:focus {{ border: 2px solid {ACCENT}; padding: 0 8px; min-height: 29px; }}
"""

_INPUTS = f"""
QLineEdit, QComboBox, QPlainTextEdit, QTextEdit {{ color: {INK}; background: {SURFACE};
    border: 1px solid {CONTROL_LINE}; border-radius: 4px; padding: 0 7px; min-height: 24px;
    selection-background-color: {ACCENT}; selection-color: {SURFACE}; }}
QPlainTextEdit, QTextEdit {{ padding: 3px 5px; }}
QLineEdit[role="search"] {{ background: {SUNKEN}; border-color: {LINE}; min-height: 28px;
    padding: 0 10px; }}
QLineEdit[role="big"] {{ min-height: 32px; padding: 0 10px; }}
QLineEdit[state="unknown"], QComboBox[state="unknown"] {{ background: {HOVER};
    border: 1px dashed #9a92ab; }}
QLineEdit[state="warning"] {{ border: 1px solid {WARNING}; background: {WARNING_GROUND}; }}
QLineEdit[state="bad"], QComboBox[state="bad"] {{ border: 1px solid {CRITICAL};
    background: {CRITICAL_GROUND}; }}
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus, QTextEdit:focus {{
    border: 2px solid {ACCENT}; background: {SURFACE}; padding: 0 6px; min-height: 22px; }}
QLineEdit[role="search"]:focus {{ padding: 0 9px; min-height: 26px; }}
QLineEdit[role="big"]:focus {{ padding: 0 9px; min-height: 30px; }}
QPlainTextEdit:focus, QTextEdit:focus {{ padding: 2px 4px; }}
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled {{ color: {FAINT};
    background: {SUNKEN}; border-color: {LINE}; }}
*[dense="true"] QLineEdit, *[dense="true"] QComboBox {{ min-height: 22px; }}
*[dense="true"] QLineEdit:focus, *[dense="true"] QComboBox:focus {{ min-height: 20px; }}
QComboBox::drop-down {{ border: 0; width: 16px; }}
QComboBox QAbstractItemView {{ background: {SURFACE}; border: 1px solid {CONTROL_LINE};
    selection-background-color: {ACCENT_GROUND}; selection-color: {INK}; padding: 2px; }}
QRadioButton[role="segment"] {{ color: {MUTED}; background: {SURFACE};
    border: 1px solid {LINE}; border-radius: 4px; padding: 0 8px; min-height: 24px;
    spacing: 0; }}
QRadioButton[role="segment"]::indicator {{ width: 0; height: 0; }}
QRadioButton[role="segment"]:hover {{ background: {HOVER}; }}
QRadioButton[role="segment"]:checked {{ color: {ACCENT}; background: {ACCENT_GROUND};
    border-color: {ACCENT}; font-weight: bold; }}
QRadioButton[role="segment"][kind="unknown"]:checked {{ color: {UNKNOWN};
    background: {UNKNOWN_GROUND}; border: 1px dashed {UNKNOWN}; }}
QRadioButton[role="segment"]:focus {{ border: 2px solid {ACCENT}; padding: 0 7px;
    min-height: 22px; }}
QCheckBox {{ spacing: 6px; }}
QCheckBox:focus {{ color: {ACCENT}; }}
"""

_VIEWS = f"""
QAbstractItemView {{ background: {SURFACE}; border: 0; font-size: {BODY}px; }}
QTableView, QTreeView, QListView {{ gridline-color: {LINE};
    selection-background-color: {ACCENT_GROUND}; selection-color: {INK}; }}
QTableView[role="results"] {{ font-size: {TABLE}px; }}
QTableView:focus, QTreeView:focus, QListView:focus {{ border: 0; }}
QListView[role="found"] {{ border: 1px solid {CONTROL_LINE}; padding: 2px; }}
QListView[role="cards"]::item {{ min-height: 24px; padding: 0 4px; border-radius: 4px; }}
QListView[role="cards"]::item:selected {{ color: {INK}; background: {ACCENT_GROUND}; }}
QHeaderView {{ background: {SURFACE}; border: 0; }}
QHeaderView::section {{ color: {MUTED}; background: {SURFACE}; border: 0;
    border-bottom: 1px solid {LINE}; padding: 4px 8px; font-size: {SMALL}px; font-weight: bold; }}
QTableView[role="results"] QHeaderView::section, QTreeView[role="results"] QHeaderView::section {{
    padding: 3px 4px; }}
QMenu {{ background: {SURFACE}; border: 1px solid {CONTROL_LINE}; padding: 4px; }}
QMenu::item {{ padding: 5px 24px 5px 24px; border-radius: 3px; }}
QMenu::item:selected {{ background: {ACCENT_GROUND}; color: {INK}; }}
QMenu::separator {{ height: 1px; background: {LINE}; margin: 4px 0; }}
QScrollBar:vertical {{ width: 10px; background: transparent; margin: 0; }}
QScrollBar:horizontal {{ height: 10px; background: transparent; margin: 0; }}
QScrollBar::handle {{ background: {CONTROL_LINE}; border-radius: 4px; margin: 1px;
    min-height: 28px; min-width: 28px; }}
QScrollBar::handle:hover {{ background: {FAINT}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QMessageBox {{ background: {SURFACE}; }}
QDialog {{ background: {SURFACE}; }}
"""

STYLESHEET = "\n".join((_LABELS, _FRAMES, _BUTTONS, _INPUTS, _VIEWS, _kind_rules()))
