"""Keep the window's catalogues: ``update`` reads the code, ``compile`` makes .qm, ``check`` judges.

Source texts are English; clinic_en holds plural forms only. The compiled .qm files are committed,
so that a fresh checkout shows every language without a build step.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
CATALOGUES = ("clinic_zh_TW", "clinic_zh_CN", "clinic_en")
PLURALS_ONLY = "clinic_en"
_HOLE = re.compile(r"\{\w*\}|%n|%L?\d")


def sources() -> list[Path]:
    """Give every module of the window."""
    return sorted(path for path in (ROOT / "ui").rglob("*.py") if path.name != "__init__.py")


def update(folder: Path) -> None:
    """Bring the catalogues of a folder up to the code; finished translations stay."""
    for name in CATALOGUES:
        options = ["-locations", "none", "-no-obsolete", "-silent"]
        if name == PLURALS_ONLY:
            options.append("-pluralonly")
        files = [str(path.relative_to(ROOT)) for path in sources()]
        _run("lupdate", *options, *files, "-ts", str(folder / f"{name}.ts"))


def compile_all(source: Path, target: Path) -> None:
    """Make the .qm files of a folder's catalogues."""
    for name in CATALOGUES:
        _run("lrelease", "-silent", str(source / f"{name}.ts"), "-qm", str(target / f"{name}.qm"))


def mistakes() -> list[str]:
    """List what is stale, unfinished or has other holes than its source."""
    found: list[str] = []
    with tempfile.TemporaryDirectory() as place:
        fresh = Path(place)
        for name in CATALOGUES:
            (fresh / f"{name}.ts").write_bytes((FOLDER / f"{name}.ts").read_bytes())
        update(fresh)
        compile_all(FOLDER, fresh)
        for name in CATALOGUES:
            if _messages(fresh / f"{name}.ts") != _messages(FOLDER / f"{name}.ts"):
                found.append(f"{name}.ts: not up to date with the code")
            if (fresh / f"{name}.qm").read_bytes() != _bytes(FOLDER / f"{name}.qm"):
                found.append(f"{name}.qm: not compiled from {name}.ts")
            found.extend(faults(FOLDER / f"{name}.ts"))
    return found


def faults(path: Path) -> list[str]:
    """List what is unfinished in a catalogue, or has other holes than its source."""
    faults = []
    for message in ET.parse(path).iter("message"):
        source = message.findtext("source") or ""
        translation = message.find("translation")
        assert translation is not None
        forms = [form.text or "" for form in translation.iter("numerusform")]
        for text in forms or [translation.text or ""]:
            if translation.get("type") is not None or not text.strip():
                faults.append(f"{path.name}: unfinished: {source}")
            elif not _same_holes(source, text, plural=bool(forms)):
                faults.append(f"{path.name}: other holes: {source}")
    return faults


def _same_holes(source: str, text: str, *, plural: bool) -> bool:
    """Tell whether the holes agree; a plural form may say "one" in words."""
    wanted, given = sorted(_HOLE.findall(source)), sorted(_HOLE.findall(text))
    if plural:
        wanted, given = [h for h in wanted if h != "%n"], [h for h in given if h != "%n"]
    return wanted == given


def _messages(path: Path) -> list[tuple[str, ...]]:
    """Give what identifies each entry, in order."""
    return sorted(
        tuple(
            part or ""
            for part in (
                context.findtext("name"),
                message.findtext("source"),
                message.findtext("comment"),
            )
        )
        for context in ET.parse(path).iter("context")
        for message in context.iter("message")
    )


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def _run(tool: str, *arguments: str) -> None:
    """Run a Qt tool that comes with PySide6, in the root of the checkout."""
    program = Path(sys.executable).parent / f"pyside6-{tool}"
    subprocess.run([str(program), *arguments], cwd=ROOT, check=True, capture_output=True)


def main(arguments: list[str]) -> int:
    """Do what the command line asks for and give the exit status."""
    match arguments:
        case ["update"]:
            update(FOLDER)
        case ["compile"]:
            compile_all(FOLDER, FOLDER)
        case ["check"]:
            found = mistakes()
            sys.stderr.writelines(f"{line}\n" for line in found)
            return 1 if found else 0
        case _:
            sys.stderr.write("usage: translations.py update|check|compile\n")
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
