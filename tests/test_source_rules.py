"""Hold the house rules that no formatter, linter or type checker knows."""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CODE = ("main.py", "desktop_app", "ui", "packaging", "scripts", "tests")
MAX_MODULE_LINES = 400
MAX_FUNCTION_LINES = 40

PURE_MODULES = frozenset(
    {
        "__future__", "bisect", "calendar", "collections", "collections.abc", "dataclasses",
        "datetime", "decimal", "enum", "fractions", "functools", "hashlib", "itertools", "math",
        "operator", "re", "statistics", "string", "types", "typing", "unicodedata",
    }
)  # fmt: skip
NETWORK_MODULES = frozenset(
    {
        "aiohttp", "asyncio", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib",
        "socket", "socketserver", "ssl", "telnetlib", "urllib", "urllib3", "webbrowser", "xmlrpc",
        "PySide6.QtNetwork", "PySide6.QtWebEngineCore", "PySide6.QtWebSockets",
    }
)  # fmt: skip
FORBIDDEN_CALLS = frozenset({"sleep", "processEvents", "qWait", "qSleep", "print"})
FORBIDDEN_NAMES = re.compile(r"(Manager|Helper|Utils|Util)$|^(Base|Abstract)[A-Z]")
# Written in halves, so that this file does not hold what it looks for.
UNWANTED_TEXT = re.compile(
    "|".join(
        first + second
        for first, second in (
            ("py", r"pi\.org"),
            ("python", "hosted"),
            ("registry", r"\.npm"),
            ("/wo", "rk/"),
            ("/ro", "ot/"),
            ("/tm", "p/plan"),
        )
    )
)
NOT_OURS = frozenset(
    {".git", ".venv", ".hypothesis", "build", "dist", "__pycache__", "node_modules"}
)


def files_of(*places: str) -> list[Path]:
    """Give the Python files below some places of the checkout."""
    found = [
        path
        for place in places
        for path in ([ROOT / place] if place.endswith(".py") else (ROOT / place).rglob("*.py"))
    ]
    return sorted(path for path in found if not NOT_OURS & set(path.parts))


def name_of(path: Path) -> str:
    """Give the path as a newcomer would write it."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    """Parse a file once."""
    return ast.parse(path.read_text("utf-8"))


def places_of(files: list[Path], kind: type[ast.AST]) -> Iterator[tuple[Path, ast.AST]]:
    """Walk all nodes of one kind."""
    for path in files:
        for node in ast.walk(tree_of(path)):
            if isinstance(node, kind):
                yield path, node


def imports_of(path: Path) -> Iterator[tuple[int, str]]:
    """Give every imported module with its line."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, node.module or ""
            for alias in node.names:
                yield node.lineno, f"{node.module}.{alias.name}"


def called(node: ast.AST) -> str:
    """Give the last name of what a call calls."""
    assert isinstance(node, ast.Call)
    match node.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def receiver(node: ast.AST) -> str:
    """Give the name before the last dot of a call, or nothing."""
    assert isinstance(node, ast.Call)
    match node.func:
        case ast.Attribute(value=ast.Name(id=name) | ast.Attribute(attr=name)):
            return name
    return ""


def test_the_rules_see_the_code() -> None:
    names = {name_of(path) for path in files_of(*CODE)}

    assert {"main.py", "desktop_app/cli.py", "ui/app.py", "tests/test_source_rules.py"} <= names


def test_no_module_grows_past_400_lines() -> None:
    lengths = {name_of(path): len(path.read_text("utf-8").splitlines()) for path in files_of(*CODE)}

    assert {name: n for name, n in lengths.items() if n > MAX_MODULE_LINES} == {}


def test_no_function_grows_past_40_lines() -> None:
    files = files_of("main.py", "desktop_app", "ui", "packaging", "scripts")
    functions = [*places_of(files, ast.FunctionDef), *places_of(files, ast.AsyncFunctionDef)]

    long = [
        f"{name_of(path)}:{node.lineno} {node.name}"
        for path, node in functions
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= MAX_FUNCTION_LINES
    ]

    assert long == []


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        name_of(path)
        for path in files_of(*CODE)
        if tree_of(path).body and not ast.get_docstring(tree_of(path))
    ]

    assert silent == []


def test_packaging_stays_a_folder_of_scripts() -> None:
    # With an __init__.py it would hide the library of that name and break PyInstaller.
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_captions_are_constants_that_the_translator_can_find() -> None:
    loose = [
        f"{name_of(path)}:{node.lineno}"
        for path, node in places_of(files_of("ui"), ast.Call)
        if isinstance(node, ast.Call) and called(node) in {"tr", "translate"}
        if not all(is_caption(called(node), text) for text in node.args[:2])
    ]

    assert loose == []


def is_caption(call: str, text: ast.expr) -> bool:
    """Accept constants, and for translate() also names, which QT_TRANSLATE_NOOP has marked."""
    if isinstance(text, ast.Constant):
        return True
    return call == "translate" and isinstance(text, ast.Name | ast.Attribute)


def test_nothing_waits_for_time_or_reenters_the_event_loop_or_prints() -> None:
    found = [
        f"{name_of(path)}:{node.lineno} {called(node)}"
        for path, node in places_of(files_of(*CODE), ast.Call)
        if isinstance(node, ast.Call)
        and (called(node) in FORBIDDEN_CALLS or (receiver(node), called(node)) == ("qtbot", "wait"))
    ]

    assert found == []


def test_the_program_has_no_network_code() -> None:
    found = [
        f"{name_of(path)}:{line} {module}"
        for path in files_of("main.py", "desktop_app", "ui", "packaging", "scripts")
        for line, module in imports_of(path)
        if module in NETWORK_MODULES or module.split(".")[0] in NETWORK_MODULES
    ]

    assert found == []


def test_the_domain_imports_pure_modules_only() -> None:
    impure = [
        f"{name_of(path)}:{node.lineno} {module}"
        for path in files_of("desktop_app/domain")
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for module in (
            [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module]
        )
        if module not in PURE_MODULES and not str(module).startswith("desktop_app.domain")
    ]

    assert impure == []


@pytest.mark.parametrize("layer", ["desktop_app/domain", "desktop_app/reports"])
def test_domain_and_reports_open_no_file(layer: str) -> None:
    doors = {"open", "read_text", "read_bytes", "write_text", "write_bytes"}

    found = [
        f"{name_of(path)}:{node.lineno} {called(node)}"
        for path, node in places_of(files_of(layer), ast.Call)
        if isinstance(node, ast.Call) and called(node) in doors
    ]

    assert found == []


def test_nothing_clinical_is_ever_deleted() -> None:
    # The record's own triggers refuse it too; this says it before a doctor sees it.
    deleting = {
        name_of(path)
        for path in files_of("desktop_app", "ui")
        for _, module in imports_of(path)
        if module in {"sqlalchemy.delete", "sqlmodel.delete"}
    }
    deleting |= {
        name_of(path)
        for path, node in places_of(files_of("desktop_app", "ui"), ast.Call)
        if (receiver(node), called(node)) in {("session", "delete"), ("_session", "delete")}
    }

    # Drafts, who waits for an assessment, and the line that names the program which wrote last.
    assert deleting == {
        "desktop_app/data/drafts.py",
        "desktop_app/data/imports.py",
        "desktop_app/data/schema.py",
    }


def test_only_the_engine_and_the_migrations_know_which_database_it_is() -> None:
    particular = re.compile(r"sqlite|pragma|sqlcipher", re.IGNORECASE)

    knowing = {
        name_of(path)
        for path in files_of("main.py", "desktop_app", "ui", "scripts")
        if "desktop_app/data/migrations/" not in name_of(path)
        and particular.search(path.read_text("utf-8"))
    }

    assert knowing == {"desktop_app/data/engine.py"}


def test_only_the_clock_reads_the_time_of_this_computer() -> None:
    found = [
        f"{name_of(path)}:{node.lineno} {receiver(node)}.{called(node)}"
        for path, node in places_of(files_of("main.py", "desktop_app", "ui"), ast.Call)
        if isinstance(node, ast.Call)
        and (receiver(node), called(node))
        in {
            ("date", "today"),
            ("datetime", "now"),
            ("datetime", "utcnow"),
            ("datetime", "today"),
            ("time", "time"),
            ("QDate", "currentDate"),
            ("QDateTime", "currentDateTime"),
        }
        and name_of(path) != "desktop_app/services/clock.py"
    ]

    assert found == []


def test_colours_come_from_one_place_each_for_screen_and_paper() -> None:
    own = re.compile(r"#[0-9a-fA-F]{6}\b|GlobalColor\.(?!transparent)|HexColor\(")
    homes = {"ui/theme.py", "desktop_app/reports/styles.py"}

    found = [
        f"{name_of(path)}:{number}"
        for path in files_of("ui", "desktop_app")
        if name_of(path) not in homes
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if own.search(line)
    ]

    assert found == []


def test_classes_are_named_by_what_they_are() -> None:
    vague = [
        f"{name_of(path)}:{node.lineno} {node.name}"
        for path, node in places_of(files_of("desktop_app", "ui"), ast.ClassDef)
        if isinstance(node, ast.ClassDef) and FORBIDDEN_NAMES.search(node.name)
    ]

    assert vague == []


def test_device_settings_name_their_file() -> None:
    nameless = [
        f"{name_of(path)}:{node.lineno}"
        for path, node in places_of(files_of("ui"), ast.Call)
        if isinstance(node, ast.Call) and called(node) == "QSettings" and len(node.args) < 2
    ]

    assert nameless == []


def our_files() -> Iterator[Path]:
    """Give every file of the checkout, made ones left out."""
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [
            name
            for name in folders
            if name not in NOT_OURS and not name.endswith(("_cache", ".egg-info"))
        ]
        yield from (Path(folder) / name for name in names)


def test_no_file_names_a_package_host_or_a_path_of_one_machine() -> None:
    found = [
        name_of(path)
        for path in our_files()
        if b"\0" not in (content := path.read_bytes())[:8192]
        and UNWANTED_TEXT.search(content.decode("utf-8", "replace"))
    ]

    assert found == []


def test_nothing_is_left_for_later() -> None:
    marks = re.compile(r"\b(TO[D]O|FIX[M]E|X[X]X)\b")

    found = [
        f"{name_of(path)}:{number}"
        for path in files_of(*CODE)
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if marks.search(line)
    ]

    assert found == []
