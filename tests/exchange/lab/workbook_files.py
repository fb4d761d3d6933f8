"""Write small xlsx, ods and xls files by hand: enough of each format for a reader, and no more."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OPEN = "urn:oasis:names:tc:opendocument:xmlns"
_STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="170" formatCode="0.0%"/>'
    '<numFmt numFmtId="171" formatCode="0&quot;%&quot;"/></numFmts><cellXfs>'
    '<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="46"/>'
    '<xf numFmtId="9"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="20"/></cellXfs>'
    "</styleSheet>"
)


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """Zip some parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return stream.getvalue()


def xlsx_parts(sheets: Mapping[str, str], hidden: Sequence[str] = ()) -> dict[str, str | bytes]:
    """Give the parts of a workbook; sheets hold the XML of their rows."""
    listed = "".join(
        f'<sheet name="{escape(name)}" sheetId="{n}" r:id="r{n}"'
        f"{' state=' + chr(34) + 'hidden' + chr(34) if name in hidden else ''}/>"
        for n, name in enumerate(sheets, 1)
    )
    targets = "".join(
        f'<Relationship Id="r{n}" Type="{LINKS}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(sheets) + 1)
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>{listed}</sheets>'
        "</workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{targets}'
        f'<Relationship Id="s" Type="{LINKS}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": _STYLES,
        **{
            f"xl/worksheets/sheet{n}.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{rows}'
            "</sheetData></worksheet>"
            for n, rows in enumerate(sheets.values(), 1)
        },
    }


def xlsx_row(number: int, cells: Sequence[str | float]) -> str:
    """Write a row from column A on; a text that begins with "<" is the inside of a cell."""
    written = []
    for column, cell in zip("ABCDEFGHIJKLMNOP", cells, strict=False):
        place = f'<c r="{column}{number}"'
        if isinstance(cell, str) and cell.startswith("<"):
            written.append(place + cell[1:] + "</c>")
        elif isinstance(cell, str):
            written.append(f'{place} t="inlineStr"><is><t>{escape(cell)}</t></is></c>')
        else:
            written.append(f"{place}><v>{cell}</v></c>")
    return f'<row r="{number}">{"".join(written)}</row>'


def xlsx(*rows: Sequence[str | float]) -> bytes:
    """Write a workbook of one sheet."""
    text = "".join(xlsx_row(number, row) for number, row in enumerate(rows, 1) if row)
    return packed(xlsx_parts({"Sheet1": text}))


def ods_parts(rows: str) -> dict[str, str | bytes]:
    """Give the parts of an OpenDocument sheet that holds the XML of its rows."""
    spaces = " ".join(
        f'xmlns:{name}="{OPEN}:{name}:1.0"' for name in ("office", "table", "text", "style")
    )
    return {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml": f'<m:manifest xmlns:m="{OPEN}:manifest:1.0"/>',
        "content.xml": f'<office:document-content {spaces} office:version="1.2"><office:body>'
        f'<office:spreadsheet><table:table table:name="S">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>",
    }


def ods_row(cells: Sequence[str | float], repeated: int = 1) -> str:
    """Write a row of an OpenDocument sheet."""
    written = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p>'
        "</table:table-cell>"
        if isinstance(cell, str)
        else f'<table:table-cell office:value-type="float" office:value="{cell}"><text:p>{cell}'
        "</text:p></table:table-cell>"
        for cell in cells
    )
    return f'<table:table-row table:number-rows-repeated="{repeated}">{written}</table:table-row>'


def xls(
    rows: Sequence[Sequence[str | float]],
    days: Sequence[tuple[int, int]] = (),
    before: bytes = b"",
    after: bytes = b"",
) -> bytes:
    """Write a workbook of Excel 97 with one sheet; ``days`` are cells that are shown as days.

    Records may be put behind the first of the book, and behind the cells of the sheet.
    """
    sheet = _record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 6))
    width = max(map(len, rows))
    sheet += _record(0x200, struct.pack("<IIHHH", 0, len(rows), 0, width, 0))
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if isinstance(cell, str):
                text = struct.pack("<HB", len(cell), 1) + cell.encode("utf-16-le")
                sheet += _record(0x204, struct.pack("<HHH", row, column, 0) + text)
            else:
                style = int((row, column) in days)
                sheet += _record(0x203, struct.pack("<HHHd", row, column, style, cell))
    sheet += after + _record(0x0A, b"")
    return _compound({"Workbook": _globals(len(_globals(0, before)), before) + sheet})


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _globals(offset: int, before: bytes) -> bytes:
    styles = [_record(0x41E, b"\xaa\0\4\0\0" + b"0.0%")]
    styles += [_record(0xE0, struct.pack("<HH", 0, kind) + bytes(16)) for kind in (0, 14, 9, 170)]
    start = _record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 6)) + before
    name = struct.pack("<IBB", offset, 0, 0) + bytes([2, 1]) + "S1".encode("utf-16-le")
    return (
        start
        + _record(0x42, b"\xb0\x04")
        + b"".join(styles)
        + _record(0x85, name)
        + _record(0x0A, b"")
    )


def locked_xlsx() -> bytes:
    """Write what a password makes of an xlsx: a compound file with an encrypted package."""
    return _compound({"EncryptedPackage": b"x"})


def _compound(streams: Mapping[str, bytes]) -> bytes:
    """Write a compound file of one stream."""
    ((name, content),) = streams.items()
    content += bytes(max(4096, -(-len(content) // 512) * 512) - len(content))
    count = len(content) // 512
    end, free, table = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
    chain = [table, end, *range(3, count + 2), end]
    chain += [free] * (128 - len(chain))

    def entry(title: str, kind: int, child: int, start: int, size: int) -> bytes:
        raw = title.encode("utf-16-le") + b"\0\0"
        about = struct.pack("<HBBIII", len(raw), kind, 1, free, free, child)
        return raw.ljust(64, b"\0") + about + bytes(36) + struct.pack("<IQ", start, size)

    directory = entry("Root Entry", 5, 1, end, 0) + entry(name, 2, free, 2, len(content))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<10I", 0, 1, 1, 0, 4096, end, 0, end, 0, 0)
    header += struct.pack("<108I", *[free] * 108)
    return header + struct.pack("<128I", *chain) + directory + bytes(256) + content
