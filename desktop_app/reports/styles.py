"""Hold the look of paper: colour tokens, type sizes and measures of both editions."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

INK = HexColor("#1b2733")
MUTED = HexColor("#586775")
FAINT = HexColor("#8a97a3")
LINE = HexColor("#dbe2e8")
SURFACE = HexColor("#ffffff")
SUNKEN = HexColor("#eef1f4")
GOOD = HexColor("#28653a")
GOOD_GROUND = HexColor("#e6f2e8")
WARNING = HexColor("#8a5200")
WARNING_GROUND = HexColor("#fff2dc")
CRITICAL = HexColor("#a3211b")
CRITICAL_GROUND = HexColor("#fdeae8")
UNKNOWN = HexColor("#5d5273")
UNKNOWN_GROUND = HexColor("#efecf5")
ACCENT = HexColor("#0e6674")
ACCENT_GROUND = HexColor("#e3f1f3")
SERIES = (ACCENT, HexColor("#7a4ea3"), CRITICAL, MUTED)

PAGE_WIDTH, PAGE_HEIGHT = A4


@dataclass(frozen=True, slots=True)
class TextStyle:
    """Hold how a paragraph is set: size, leading and room around it in points."""

    size: float
    leading: float
    color: Color = INK
    bold: bool = False
    balanced: bool = False
    before: float = 0.0
    after: float = 0.0
    indent: float = 0.0


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """Hold every style and measure of one edition of a sheet."""

    title: TextStyle
    message: TextStyle
    heading: TextStyle
    body: TextStyle
    bullet: TextStyle
    tick: TextStyle
    card_title: TextStyle
    column_head: TextStyle
    cell: TextStyle
    numeral: TextStyle
    foot: TextStyle
    side: float
    gap: float
    section: float
    padding: float
    picture: float
    large_print: bool = False

    @property
    def width(self) -> float:
        """Give the width between the side margins, in points."""
        return PAGE_WIDTH - 2 * self.side

    @property
    def column(self) -> float:
        """Give the width of one of two columns, in points."""
        return (self.width - self.gap) / 2


NORMAL = StyleSheet(
    title=TextStyle(21, 27, bold=True, balanced=True, after=6),
    message=TextStyle(12.5, 19),
    heading=TextStyle(13.5, 18.5, ACCENT, bold=True, balanced=True, after=2),
    body=TextStyle(12, 17, after=2.5),
    bullet=TextStyle(12, 17, after=0.6, indent=12),
    tick=TextStyle(12, 17, after=0.6, indent=17),
    card_title=TextStyle(12.5, 17, bold=True, after=2),
    column_head=TextStyle(9.5, 12, MUTED),
    cell=TextStyle(12, 16),
    numeral=TextStyle(20, 24, bold=True),
    foot=TextStyle(8, 11, MUTED),
    side=14 * mm,
    gap=9 * mm,
    section=9.5,
    padding=10,
    picture=26.5 * mm,
)

LARGE_PRINT = StyleSheet(
    title=TextStyle(28, 38, bold=True, balanced=True, after=10),
    message=TextStyle(18, 28),
    heading=TextStyle(19, 28, ACCENT, bold=True, balanced=True, after=4),
    body=TextStyle(16, 24, after=5),
    bullet=TextStyle(16, 24, after=3, indent=18),
    tick=TextStyle(16, 24, after=3, indent=24),
    card_title=TextStyle(18, 27, bold=True, after=6),
    column_head=TextStyle(16, 22, MUTED),
    cell=TextStyle(16, 24),
    numeral=TextStyle(28, 34, bold=True),
    foot=TextStyle(9, 12, MUTED),
    side=17 * mm,
    gap=10 * mm,
    section=18,
    padding=14,
    picture=50 * mm,
    large_print=True,
)


def sheet(*, columns: int, large_print: bool) -> StyleSheet:
    """Give the stylesheet of an edition; one column is set a little narrower to read well."""
    if large_print:
        return LARGE_PRINT
    return NORMAL if columns == 2 else replace(NORMAL, side=22 * mm)
