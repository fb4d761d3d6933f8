"""Prove that every code has its sentence in every language, and that no sentence is left over."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from desktop_app.data import engine
from desktop_app.data.content.catalogue import load_catalogue
from desktop_app.data.content.evidence import load_evidence
from desktop_app.data.content.wordings import load_wordings
from desktop_app.domain import (
    chart_thresholds,
    finding_codes,
    leaflet_poems,
    leaflet_values,
    visit_form,
)
from desktop_app.domain.assessment import assess
from desktop_app.domain.audit import Action, FaultKind
from desktop_app.domain.catalogue import LANGUAGES
from desktop_app.domain.criteria import (
    intervals,
    m_protein,
    mayo_factors,
    score_tables,
    smm_factors,
)
from desktop_app.domain.criteria.attribution import RENAL_LESIONS, VALUE
from desktop_app.domain.criteria.workup_table import TESTS
from desktop_app.domain.document import LEAFLET_KINDS, LETTER_KINDS
from desktop_app.domain.light_chain_series import DIFFERENCE, INVOLVED, UNINVOLVED
from desktop_app.domain.record import Interpretation
from desktop_app.domain.rulepack import rules
from desktop_app.domain.rulesets.myeloma.notices import open_tests
from desktop_app.domain.rulesets.precursor import alerts, missing, smm_risk
from desktop_app.domain.rulesets.precursor.diagnosis import categories, naming
from desktop_app.domain.rulesets.precursor.evolving import (
    emp_ehb,
    fernandez,
    pangea,
    rajkumar,
    rosinol,
    wu,
)
from desktop_app.domain.rulesets.precursor.other_models.listing import MODELS as OTHER_MODELS
from desktop_app.domain.truth import Truth
from desktop_app.exchange.assessment import assessment_text
from desktop_app.exchange.assessment_prose import assessment_prose
from desktop_app.exchange.case import read_case
from desktop_app.paths import resource_root
from tests.domain.cases import assessed, result, serum
from tests.resources.import_tables import IMPORT_CODES, IMPORT_NOTES, import_questions
from tests.resources.myeloma_tables import SHARED, myeloma_tables
from tests.resources.poems_tables import POEMS_SHARED, poems_tables
from tests.resources.texts import files, holes, sentences

PROGRAM = Path(__file__).resolve().parents[2] / "desktop_app"
DAY = date(2026, 11, 22)
# The table in which the notes of a module are looked up, where it is not the one named "note".
NOTE_TABLES = {
    "domain/rulesets/precursor/alerts.py": "alert",
    "domain/rulesets/myeloma/notices/dangers.py": "alert",
    "domain/rulesets/poems/notices.py": "alert",
    "domain/quality.py": "quality",
    "domain/interference.py": "quality",
    **IMPORT_NOTES,
}
# What a variable or the start of a text stands for where a code is put together at run time.
DYNAMIC = {
    **IMPORT_CODES,
    ("Note", "rule"): set(intervals.GUIDELINE),
    ("Note", "workup_"): {f"workup_{when}" for test in TESTS for when in test.when},
    ("Note", "refer_"): {f"refer_{rule.id}" for rule in rules() if rule.id.startswith("MGUS-MAYO")},
    ("StorageError", "code"): {
        "disk_full",
        "folder_not_writable",
        *engine._ENVIRONMENT.values(),
    },
}
# Tables that are read by the modules named, by codes that stand in them or are formed there.
READERS = {
    "chart": ("domain/chart_*.py", "services/trends.py"),
    "leaflet": ("reports/*.py", "domain/document.py", "domain/leaflet_values.py"),
    "text": ("exchange/*prose*.py", "domain/care_words.py", "commands/verify.py"),
    "myeloma": ("domain/myeloma_words.py",),
    "poems": ("domain/poems_words.py",),
}
FORMED = {
    "chart": {f"event_{event}" for event in finding_codes.EVENTS}
    | {"line_baseline", "line_nadir", "line_progression"}
    | {
        threshold.wording.removeprefix("chart.")
        for lines in (
            *chart_thresholds.THRESHOLDS.values(),
            *chart_thresholds.POEMS_THRESHOLDS.values(),
            (chart_thresholds.FALLBACK,),
        )
        for threshold in lines
    }
    | {f"threshold_{chart_thresholds.LIMITED}"}
    | {
        f"definition_{rule.id}"
        for rule in (
            *(emp_ehb.EMP, emp_ehb.EHB, fernandez.FERNANDEZ, rosinol.ROSINOL),
            *(rajkumar.RAJKUMAR, wu.WU, pangea.PANGEA),
        )
    },
    "leaflet": {
        f"name_{code}"
        for row in (*leaflet_values._ROWS, *leaflet_values._MYELOMA_ROWS, *leaflet_poems.ROWS)
        for code in row
    },
    "myeloma": set(),
    "poems": {"baseline", "nadir", "value"},
    "text": {"death_ignored", "death_competing", "beyond_noise", "within_noise"}
    | {"item_done", "item_old", "item_due"},
}
# A cut-off that is more than a sign, a number and a unit.
IN_WORDS = re.compile(
    r"\b(or|and|any|not|rise|fall|either|lesion|clone|proven|biopsy|haematuria|best|years|factors"
    r"|weekly|monthly|allergy|pregnancy|thrombosis|immunoglobulins)\b"
)
LOOKUPS = {"text", "word", "words"}


@cache
def trees(*patterns: str) -> tuple[tuple[str, ast.Module], ...]:
    """Parse the program's files that match, each once."""
    found = sorted({path for pattern in patterns for path in PROGRAM.glob(pattern)})
    assert found, patterns
    return tuple(
        (path.relative_to(PROGRAM).as_posix(), ast.parse(path.read_text("utf-8"))) for path in found
    )


@cache
def texts_in(*patterns: str) -> set[str]:
    """Give every string constant of the files that match."""
    return {
        node.value
        for _, tree in trees(*patterns)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def codes_of(argument: ast.expr) -> Iterator[tuple[str, bool]]:
    """Give each code that an argument can be, or what stands for it and False."""
    match argument:
        case ast.Constant(value=str(code)):
            yield code, True
        case ast.IfExp(body=one, orelse=other):
            yield from codes_of(one)
            yield from codes_of(other)
        case ast.JoinedStr(values=[ast.Constant(value=str(start)), *_]):
            yield start, False
        case _:
            yield ast.unparse(argument), False


@cache
def calls(name: str, position: int = 0) -> list[tuple[str, str, ast.Call]]:
    """Give file, code and call wherever a class is made with a code."""
    found = []
    for file, tree in trees("**/*.py"):
        for node in ast.walk(tree):
            match node:
                case ast.Call(func=ast.Name(id=called)) if called == name:
                    for code, literal in codes_of(node.args[position]):
                        each = {code} if literal else DYNAMIC[name, code]
                        found += [(file, one, node) for one in each]
    return found


def emitted(name: str, position: int = 0) -> set[str]:
    """Give every code that a class carries anywhere in the program."""
    return {code for _, code, _ in calls(name, position)}


def notes_by_table() -> dict[str, set[str]]:
    """Part the codes of notes by the table in which they are looked up."""
    tables: dict[str, set[str]] = defaultdict(set)
    for file, code, _ in calls("Note"):
        tables[NOTE_TABLES.get(file, "note")].add(code)
    return tables


@cache
def closed_tables() -> dict[str, set[str]]:
    """Give the codes of every table whose codes the program lists."""
    attribution = set(visit_form.ATTRIBUTION_ANSWERS)
    risk = assessed(result("serum_m_protein", "1.0"), serum("IgG-kappa")).mayo_mgus
    return {
        "category": set(categories.ORDER),
        "category_short": set(categories.ORDER),
        "status": {naming.CONFIRMED, naming.PRESUMED, naming.UNDETERMINED},
        "state": {truth.state for truth in Truth},
        "answer": {"yes", "no", *attribution, *RENAL_LESIONS, *finding_codes.EXTENTS}
        | set(Interpretation)
        | {*visit_form.MRD_METHODS, "positive", "negative"}
        | POEMS_SHARED["answer"],
        "part": {"count", "largest_mm", "extent"}
        | {"sensitivity", "ratio", "cells", "grade", *POEMS_SHARED["part"]},
        "risk_group": {*score_tables.MGUS_GROUPS, *score_tables.MAYO_GROUPS}
        | {*score_tables.IMWG_GROUPS}
        | {group for model in OTHER_MODELS for group in model.groups}
        | SHARED["risk_group"],
        "level": {alerts.INFO, alerts.WARNING, alerts.CRITICAL},
        "settles": {
            missing.DIAGNOSIS,
            missing.MAYO,
            missing.AMYLOIDOSIS,
            missing.KIDNEY,
            *score_tables.SMM_MODELS[:2],
            *open_tests.SETTLES,
            *POEMS_SHARED["settles"],
        },
        "attribution": attribution,
        "extent": set(visit_form.MRI_EXTENTS),
        "abnormality": set(finding_codes.ABNORMALITIES),
        "lesion_kind": set(finding_codes.LESION_KINDS),
        "modality": set(visit_form.MODALITIES),
        "method": set(visit_form.MARROW_METHODS),
        "isotype": {*finding_codes.ISOTYPES, "negative"},
        "rule": {rule.id for rule in rules()} | {f"{organ}{VALUE}" for organ in missing._ORGANS},
        "rule_si": {mayo_factors.M_RULE.id, m_protein.SERUM.id, smm_factors.M_RULE.id},
        "error": emitted("FieldError", 1) | emitted("StorageError"),
        "refusal": emitted("Refusal"),
        "audit_fault": set(FaultKind),
        "audit_action": set(Action),
        "cut_off": {rule.id for rule in rules() if IN_WORDS.search(rule.threshold or "")},
        "source": {rule.source for rule in rules()} | intervals.ALTERNATIVES.keys(),
        "workup": {test.item for test in TESTS} | SHARED["workup"] | POEMS_SHARED["workup"],
        "cohort": {figure.source for figure in risk.risks}
        | {smm_risk.LAKSHMAN, smm_risk.MATEOS, *(model.source for model in OTHER_MODELS)}
        | {column.source for model in OTHER_MODELS for column in model.columns}
        | (SHARED["cohort"] | POEMS_SHARED["cohort"]),
        "model": {missing.MAYO, *score_tables.SMM_MODELS, *(model.id for model in OTHER_MODELS)},
        "leaflet_kind": set(LEAFLET_KINDS),
        "letter_kind": set(LETTER_KINDS),
        **notes_by_table(),
        "import_question": import_questions(calls("Question")),
        **myeloma_tables(),
        **poems_tables(),
    }


@cache
def named_codes() -> set[str]:
    """Give every analyte and finding that the form asks for or the trace can show."""
    results = {
        code for code, analyte in load_catalogue(resource_root()).analytes.items() if analyte.units
    }
    in_rules = texts_in("domain/criteria/**/*.py", "domain/rulesets/**/*.py")
    shown = in_rules & (results | finding_codes.SHAPES.keys())
    form = texts_in("domain/visit_form.py") & (results | finding_codes.SHAPES.keys())
    return (
        shown
        | form
        | {"lesion", "lesion_biopsy", "egfr_computed", "clearance_computed", "t(11;14)", "age"}
        | {"flc_involved_uninvolved", *SHARED["finding"]}
        | POEMS_SHARED["finding"]
    )


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_every_language_has_the_same_codes(language: str) -> None:
    assert dict(sentences(language)).keys() == dict(sentences("en")).keys()


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_every_language_has_the_same_holes(language: str) -> None:
    english = dict(sentences("en"))

    other = [code for code, text in sentences(language) if holes(text) != holes(english[code])]

    assert other == []


@pytest.mark.parametrize("table", sorted(closed_tables()))
def test_every_code_has_a_sentence_and_every_sentence_a_code(table: str) -> None:
    assert files()["en"][table].keys() == closed_tables()[table]


@pytest.mark.parametrize("table", sorted(READERS))
def test_every_sentence_is_read_by_the_modules_of_its_table(table: str) -> None:
    read = texts_in(*READERS[table]) | FORMED[table]

    unread = [
        key for key in files()["en"][table] if key not in read and f"{table}.{key}" not in read
    ]

    assert unread == []


@pytest.mark.parametrize("table", sorted(READERS))
def test_every_code_that_those_modules_read_has_a_sentence(table: str) -> None:
    asked = set(FORMED[table])
    for _, tree in trees(*READERS[table]):
        for node in ast.walk(tree):
            match node:
                case ast.Call(
                    func=ast.Attribute(attr=attribute), args=[ast.Constant(value=str(code)), *_]
                ) if attribute in LOOKUPS and "." not in code.removeprefix(f"{table}."):
                    asked.add(code.removeprefix(f"{table}."))

    assert asked - files()["en"][table].keys() == set()


def test_every_full_code_in_the_program_has_a_sentence() -> None:
    tables = "|".join(files()["en"])
    # Codes end so; a text that ends in "_" is the start of one, and the data layer names columns.
    code = re.compile(rf"({tables})\.[\w-]+(?<!_)")
    full = set(filter(code.fullmatch, texts_in("[ce-z]*/**/*.py", "domain/**/*.py", "cli.py")))

    assert "text.not_settled" in full
    assert full - dict(sentences("en")).keys() == set()


def test_everything_that_the_form_or_the_trace_shows_has_a_short_name() -> None:
    english = files()["en"]

    assert named_codes() - english["analyte"].keys() - english["finding"].keys() == set()


def test_every_short_name_belongs_to_an_analyte_or_a_finding_that_is_shown() -> None:
    english, catalogue = files()["en"], load_catalogue(resource_root())
    analytes = {code.removesuffix(".limits") for code in english["analyte"]}

    assert {code for code in analytes if code not in catalogue.analytes} == {
        "egfr_computed",
        "clearance_computed",
        *(INVOLVED, UNINVOLVED, DIFFERENCE),
    }
    assert english["finding"].keys() - named_codes() == set()


def test_every_table_is_known_here() -> None:
    assert files()["en"].keys() == closed_tables().keys() | READERS.keys() | {"analyte", "finding"}


@pytest.mark.parametrize(("name", "position", "values"), [("Note", 0, 1), ("FieldError", 1, 2)])
def test_every_hole_of_a_code_is_filled_where_it_is_emitted(
    name: str, position: int, values: int
) -> None:
    empty = []
    for file, code, call in calls(name, position):
        table = "error" if name == "FieldError" else NOTE_TABLES.get(file, "note")
        given = call.args[values] if len(call.args) > values else None
        if given is None or isinstance(given, ast.Tuple):
            filled = {x.value for x in ast.walk(call) if isinstance(x, ast.Constant)}
            if holes(files()["en"][table][code]) - filled:
                empty.append(f"{file}:{call.lineno} {code}")

    assert empty == []


@pytest.mark.parametrize("name", ["Refusal", "StorageError"])
def test_every_hole_of_a_refusal_is_filled_where_it_is_raised(name: str) -> None:
    table = "refusal" if name == "Refusal" else "error"

    empty = [
        f"{file}:{call.lineno} {code}"
        for file, code, call in calls(name)
        if holes(files()["en"][table][code]) - {keyword.arg for keyword in call.keywords}
    ]

    assert empty == []


@pytest.mark.shared
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_shared_case_can_be_told_without_a_missing_word(shared: Path, language: str) -> None:
    catalogue = load_catalogue(resource_root())
    wording = load_wordings(resource_root())[language]
    evidence = load_evidence(resource_root())
    cases = sorted((shared / "cases").glob("*.case.json"))

    told = [
        text
        for path in cases
        for assessment in [
            assess(read_case(path.read_bytes(), catalogue), DAY, catalogue=catalogue)
        ]
        for text in (
            assessment_prose(assessment, wording, evidence),
            assessment_text(assessment, wording),
        )
    ]

    assert told
    assert [text for text in told if re.search(r"[{}]", text) and not text.startswith("{")] == []
