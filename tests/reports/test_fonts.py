"""Find a face for every character that a sheet can hold."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from desktop_app.data.content.fonts import font_source
from desktop_app.domain.catalogue import LANGUAGES
from desktop_app.reports.fonts import face, face_of, register_fonts, runs, text_width
from desktop_app.reports.paragraph import draw_text
from desktop_app.reports.styles import NORMAL
from tests.reports.sheets import RESOURCES, mgus, wordings

register_fonts(font_source(RESOURCES))
CHINESE = ("zh-TW", "zh-CN")
SYMBOLS = "κλβ₂⁹⁺⁻²³µ≤≥≈±×→↑↓•–—…●○☐☑✔✗?▲%‰℃°"


@pytest.mark.parametrize("language", CHINESE)
@pytest.mark.parametrize("bold", [False, True])
def test_every_character_of_every_leaflet_and_wording_has_a_glyph(
    language: str, bold: bool
) -> None:
    said = [text for block in mgus().blocks for text in block.texts.values()]
    said += [*mgus().titles.values(), SYMBOLS]
    said += [text for wording in wordings().values() for text in wording.sentences.values()]

    missing = {char for char in "".join(said) if face_of(char, language, bold=bold) is None}

    assert missing == set()


def test_the_bones_of_this_field_are_drawn_in_the_shape_of_each_place() -> None:
    assert [run.font for run in runs("骨", "zh-TW")] == ["MS-TC"]
    assert [run.font for run in runs("骨", "zh-CN")] == ["MS-SC"]
    assert [run.font for run in runs("骨", "zh-CN", bold=True)] == ["MS-SC-Bold"]


def test_a_character_that_the_own_face_lacks_comes_from_the_next_one() -> None:
    fallen_back = runs("10⁹/L", "zh-TW")

    assert [(run.text, run.font) for run in fallen_back] == [
        ("10", "MS-TC"),
        ("⁹", "MS-Symbols"),
        ("/L", "MS-TC"),
    ]


def test_a_character_that_no_face_has_is_spelt_out() -> None:
    (run,) = runs("\U00020bb7野", "zh-TW")

    assert run.text == "〔U+20BB7〕野"


def test_control_characters_are_dropped() -> None:
    assert runs("\n\t", "zh-TW") == ()
    assert runs("a\x00b", "en")[0].text == "ab"


def test_width_grows_with_the_size() -> None:
    text = runs("M 蛋白", "zh-TW")

    assert text_width(text, 24) == pytest.approx(2 * text_width(text, 12))


def test_a_rare_character_of_a_name_can_be_copied_from_the_page() -> None:
    rare = next(char for char in map(chr, range(0x20000, 0x2FFFF)) if face_of(char, "zh-TW"))
    target = BytesIO()
    canvas = Canvas(target, initialFontName=face("zh-TW"))
    draw_text(canvas, 50, 50, f"陳{rare}美", NORMAL.body, "zh-TW")
    canvas.save()

    page = pypdfium2.PdfDocument(target.getvalue())[0]

    assert page.get_textpage().get_text_range() == f"陳{rare}美"


def test_every_language_has_a_face() -> None:
    assert {face(language) for language in LANGUAGES} == {"MS-TC", "MS-SC"}
