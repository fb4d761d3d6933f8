"""Write the rules in force as sheets that a haematologist can read, check and sign.

    python scripts/write_rule_sheets.py

The sheets in ``docs/rules`` follow from the code and its wording alone; a test says when they are
out of date. Run it after any change of a rule.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

# Run as a script, this file's folder is looked into first, not the checkout.
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from desktop_app.data.content.evidence import load_evidence  # noqa: E402 - needs the path above
from desktop_app.data.content.wordings import load_wordings  # noqa: E402
from desktop_app.domain.catalogue import LANGUAGES  # noqa: E402
from desktop_app.domain.rulepack import modules, rule_pack, rules  # noqa: E402
from desktop_app.domain.sources import DoiStatus, Source  # noqa: E402
from desktop_app.paths import resource_root  # noqa: E402
from scripts.rule_constants import Constant, constants_of, own_rules  # noqa: E402
from scripts.rule_key import key_lines  # noqa: E402

if TYPE_CHECKING:
    from desktop_app.domain.criterion import Rule
    from desktop_app.domain.wording import Wording

FOLDER = ROOT / "docs" / "rules"
TITLES = {
    "diagnosis": "Diagnosis: the clone, what makes it myeloma, and what else it may be",
    "risk": "Risk models of MGUS and smouldering myeloma",
    "course": "The course: evolving disease and the noise of tests",
    "care": "Care: MGRS, work-up, follow-up, referral, early treatment",
    "stage": "Myeloma: stage, disease outside the marrow, plasma cell leukaemia",
    "treatment": "Myeloma: regimens, lines, refractoriness, protection, reminders",
    "response": "Myeloma: response by IMWG 2016 and relapse",
}
# Where the rules of a module stand; what is not named here is part of the diagnosis.
PLACES = {
    "course": ("trend", "rulesets.precursor.evolving", "criteria.light_chain_course"),
    "risk": (
        "rulesets.precursor.mgus_risk", "rulesets.precursor.smm_risk",
        "rulesets.precursor.other_models", "rulesets.precursor.nearest",
        "criteria.applicability", "criteria.flc_ranges", "criteria.immunoparesis",
        "criteria.mayo_factors", "criteria.model_factors", "criteria.score_", "criteria.smm_",
        "criteria.web_inputs",
    ),
    "care": (
        "rulesets.precursor.alerts", "rulesets.precursor.early_treatment",
        "rulesets.precursor.follow_up", "rulesets.precursor.ledger", "rulesets.precursor.mgrs",
        "rulesets.precursor.missing", "rulesets.precursor.workup", "criteria.kidney_decline",
    ),
    "stage": (
        "rulesets.myeloma.staging", "rulesets.myeloma.extramedullary",
        "rulesets.myeloma.plasma_cell_leukemia", "rulesets.myeloma.smm_end",
        "criteria.lesion_classes", "criteria.leukemia", "criteria.myeloma_names",
        "criteria.plasmacytoma_dose",
    ),
    "treatment": (
        "rulesets.myeloma.lines", "rulesets.myeloma.care", "rulesets.myeloma.notices",
        "criteria.regimens", "criteria.treatment_lines",
    ),
    "response": ("rulesets.myeloma.response",),
}  # fmt: skip
STATUSES = {
    "primary": "primary source",
    "secondary": "secondary source",
    "source-doc": "source document (lin2026, emm2025)",
    "unverified": "**awaiting verification**",
    "decision": "decision of this program",
}
SIGN = "☐"
HEAD = """<!-- Made by scripts/write_rule_sheets.py; do not edit by hand. -->
# {title}

Rules {version}, SHA-256 `{sha256}`
"""
README = """
These sheets are written from the rules that the program runs, and a test fails when they differ.
Print one, compare every line with its source, and sign it: {sign} stands for initials and date.
The hash changes with every rule, number and decision; an assessment carries version and hash.

`>` and `<` are strict, `>=` and `<=` include the value. A value is compared in the unit in which it
was reported; units that differ by a power of ten share a threshold. What is unknown stays unknown.

| Sheet | Rules |
|---|---:|
{sheets}| [How a category is named](categories.md) | |

{count} rules, of which {unverified} await verification.

| Status | meaning |
|---|---|
{statuses}
| | Name | Date | Signature |
|---|---|---|---|
| Read and compared | | | |
| Approved for this clinic | | | |
"""


def sheets() -> dict[str, str]:
    """Give the text of every file below ``docs/rules``, by name."""
    wordings = load_wordings(resource_root())
    sources = load_evidence(resource_root()).sources
    placed: dict[str, list[ModuleType]] = {name: [] for name in TITLES}
    for module in modules():
        placed[place_of(module.__name__)].append(module)
    texts = {
        f"{name}.md": _text(_sheet(TITLES[name], found, wordings, sources))
        for name, found in placed.items()
    }
    categories = (_head("How a category is named"), *key_lines(wordings["en"]))
    return {
        "README.md": _readme(
            {name: sum(len(own_rules(each)) for each in placed[name]) for name in placed}
        ),
        "categories.md": _text(iter(categories)),
        **texts,
    }


def place_of(name: str) -> str:
    """Give the sheet on which the rules of a module stand."""
    short = name.removeprefix("desktop_app.domain.")
    return next(
        (sheet for sheet, starts in PLACES.items() if short.startswith(starts)), "diagnosis"
    )


def _head(title: str) -> str:
    pack = rule_pack()
    return HEAD.format(title=title, version=pack.version, sha256=pack.sha256)


def _text(lines: Iterator[str]) -> str:
    return "\n".join(lines) + "\n"


def _readme(by_sheet: Mapping[str, int]) -> str:
    rows = (f"| [{TITLES[name]}]({name}.md) | {count} |\n" for name, count in by_sheet.items())
    everything = rules()
    return _head("Rule sheets") + README.format(
        sign=SIGN,
        sheets="".join(rows),
        count=len(everything),
        unverified=sum(rule.status == "unverified" for rule in everything),
        statuses="".join(f"| {words} | `{name}` |\n" for name, words in STATUSES.items()),
    )


def _sheet(
    title: str,
    found: list[ModuleType],
    wordings: Mapping[str, Wording],
    sources: Mapping[str, Source],
) -> Iterator[str]:
    yield _head(title)
    cited: set[str] = set()
    for module in found:
        own, numbers = own_rules(module), constants_of(module)
        if own or numbers:
            cited |= {rule.source for rule in own}
            yield from _module(module, own, numbers, wordings)
    yield "## Sources\n"
    for key in sorted(cited):
        yield f"- `{key}`: {_citation(sources[key])}"


def _module(
    module: ModuleType,
    own: tuple[Rule, ...],
    numbers: tuple[Constant, ...],
    wordings: Mapping[str, Wording],
) -> Iterator[str]:
    name = module.__name__.removeprefix("desktop_app.domain.")
    yield f"## {name.rpartition('.')[2].replace('_', ' ').capitalize()}\n"
    yield f"{(module.__doc__ or '').splitlines()[0]} (`{name}`)\n"
    if own:
        yield "| ID | Rule | Cut-off | Source | Status | Checked |"
        yield "|---|---|---|---|---|:---:|"
        for rule in own:
            names = "<br>".join(wordings[each].text(f"rule.{rule.id}") for each in LANGUAGES)
            cells = (f"`{rule.id}`", names, rule.threshold or "", f"`{rule.source}`")
            yield _row(*cells, STATUSES[rule.status], SIGN)
        yield ""
    if numbers:
        yield "| Computed with | Value | What the code says of it | Checked |"
        yield "|---|---|---|:---:|"
        for each in numbers:
            yield _row(f"`{each.name}`", each.value, each.said, SIGN)
        yield ""


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


def _citation(source: Source) -> str:
    if source.doi is None:
        return source.citation
    note = " (not verified)" if source.doi_status is DoiStatus.UNVERIFIED else ""
    return f"{source.citation}; doi {source.doi}{note}"


def main() -> None:
    """Write every sheet, and remove what is no sheet any more."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    texts = sheets()
    for old in FOLDER.glob("*.md"):
        if old.name not in texts:
            old.unlink()
    for name, text in texts.items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
