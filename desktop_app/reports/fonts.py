"""Register the bundled fonts once and find for every character the face that can draw it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING, Any

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import STATE_DEFAULTS
from reportlab.pdfbase import pdfmetrics, ttfonts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.graphics.shapes import Drawing
    from reportlab.pdfgen.canvas import Canvas

    from desktop_app.domain.document import FontSource

_FILES = {
    "MS-TC": "NotoSansTC-Regular.ttf",
    "MS-TC-Bold": "NotoSansTC-Bold.ttf",
    "MS-SC": "NotoSansSC-Regular.ttf",
    "MS-SC-Bold": "NotoSansSC-Bold.ttf",
    "MS-Symbols": "DejaVuSans-Symbols.ttf",
}

# The bones of this field (骨, 過, 令) are drawn differently in Taiwan and on the mainland, so the
# language's own face comes first; a bold face holds fewer characters than its regular one.
_CHAINS = {
    ("zh-TW", False): ("MS-TC", "MS-SC", "MS-Symbols"),
    ("zh-TW", True): ("MS-TC-Bold", "MS-SC-Bold", "MS-TC", "MS-SC", "MS-Symbols"),
    ("zh-CN", False): ("MS-SC", "MS-TC", "MS-Symbols"),
    ("zh-CN", True): ("MS-SC-Bold", "MS-TC-Bold", "MS-SC", "MS-TC", "MS-Symbols"),
}

_CMAP_BLOCK = 100  # the PDF reference allows no more entries in one bfchar block


@dataclass(frozen=True, slots=True)
class Run:
    """Hold a stretch of text that one face can draw."""

    text: str
    font: str


class _Faces:
    """Parse a face when its first character is asked for; parsing one takes some 30 ms."""

    source: FontSource | None = None


def register_fonts(source: FontSource) -> None:
    """Say where the bytes of the font files come from; call it again as often as you like."""
    _Faces.source = source
    ttfonts.makeToUnicodeCMap = _to_unicode_map


def face(language: str, *, bold: bool = False) -> str:
    """Give the name of a language's own face; English shares that of Taiwan."""
    name = _chain(language, bold)[0]
    _font(name)
    return name


def runs(text: str, language: str, *, bold: bool = False) -> tuple[Run, ...]:
    """Split text by the face that draws it; a character that none has is spelt ``〔U+20BB7〕``."""
    shown = "".join(_shown(char, language, bold) for char in text)
    own = face(language, bold=bold)
    if all(ord(char) in _glyphs(own) for char in shown):
        return (Run(shown, own),) if shown else ()
    chosen = ((char, face_of(char, language, bold=bold) or own) for char in shown)
    return tuple(
        Run("".join(char for char, _ in group), font)
        for font, group in groupby(chosen, key=lambda pair: pair[1])
    )


@lru_cache(maxsize=16384)
def face_of(char: str, language: str, *, bold: bool = False) -> str | None:
    """Give the first face of the chain that has the character, or None."""
    return next(
        (name for name in _chain(language, bold) if ord(char) in _glyphs(name)),
        None,
    )


@lru_cache(maxsize=16384)
def char_width(char: str, font: str) -> float:
    """Give the width of a character at a size of one point."""
    return float(pdfmetrics.stringWidth(char, font, 1.0))


def text_width(text: Sequence[Run], size: float) -> float:
    """Give the width of runs at a size, in points."""
    return size * sum(char_width(char, run.font) for run in text for char in run.text)


def draw_drawing(drawing: Drawing, canvas: Canvas | Any, x: float, y: float, language: str) -> None:
    """Draw a drawing from its lower left corner, naming no face but the language's own.

    ReportLab first sets its default, Helvetica, which no reader would find embedded.
    """
    STATE_DEFAULTS["fontName"] = face(language)
    renderPDF.draw(drawing, canvas, x, y)


def _chain(language: str, bold: bool) -> tuple[str, ...]:
    return _CHAINS[(language if language == "zh-CN" else "zh-TW", bold)]


def _shown(char: str, language: str, bold: bool) -> str:
    if char < " " or face_of(char, language, bold=bold) is not None:
        return "" if char < " " else char
    return f"〔U+{ord(char):04X}〕"


def _glyphs(name: str) -> dict[int, int]:
    glyphs: dict[int, int] = _font(name).face.charToGlyph
    return glyphs


@lru_cache(maxsize=len(_FILES))
def _font(name: str) -> Any:
    if _Faces.source is None:
        raise RuntimeError("register_fonts comes before the first text")
    font = ttfonts.TTFont(name, BytesIO(_Faces.source(_FILES[name])))
    pdfmetrics.registerFont(font)
    return font


def _to_unicode_map(fontname: str, subset: Sequence[int]) -> str:
    """Write the map from glyph codes to text.

    ReportLab's own writes code points above U+FFFF as five digits, which no reader understands,
    so that rare characters of names could neither be searched nor copied.
    """
    entries = [f"<{code:02X}> <{_utf16(value)}>" for code, value in enumerate(subset)]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo",
        f"<< /Registry ({fontname})",
        f"/Ordering ({fontname})",
        "/Supplement 0",
        ">> def",
        f"/CMapName /{fontname} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        f"<00> <{len(subset) - 1:02X}>",
        "endcodespacerange",
    ]
    for start in range(0, len(entries), _CMAP_BLOCK):
        block = entries[start : start + _CMAP_BLOCK]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)


def _utf16(value: int) -> str:
    return chr(value).encode("utf-16-be").hex().upper() if value else "0000"
