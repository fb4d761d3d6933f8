"""Read the isotypes that a report of immunofixation names; what is not plain is left to a person.

Every word of the text must be known: "IgG kappa can no longer be seen" is not IgG kappa.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from desktop_app.domain.conclusions import Note

LONGEST = 2000
FAINT, DOUBTFUL, ANTIBODY = "ife_faint", "ife_doubtful", "ife_therapeutic_antibody"

# Kind, words in Latin letters, which end where the letters end, and Chinese words.
_WORDS: tuple[tuple[str, str, str], ...] = (
    (
        "antibody",
        "therapeutic (?:monoclonal )?antibod(?:y|ies)|daratumumab|dara|isatuximab|elotuzumab"
        "|drug interference",
        "治療性抗體|治疗性抗体|單株抗體藥物|单抗药物",
    ),
    (
        "doubt",
        "suspected|suspicious|suspect|possibl[ey]|probabl[ey]|equivocal|indeterminate|borderline"
        "|cannot be excluded",
        r"疑似|可疑|懷疑|怀疑|不確定|不确定|待排除|不排除|\?",
    ),
    ("faint", "very faint|faint|weak(?:ly)?|trace|tiny|small|minor", "微弱|微量|弱|淡"),
    ("heavy", "ig ?[gamde]", "ig ?[gamde](?=kappa|lambda|[kl](?![a-z]))"),
    ("free", "free|bence[- ]jones|bjp", "游離|游离|本[周週]氏?蛋白"),
    ("light", r"kappa|lambda|kap|lam|(?<=ig[gamde])[kl]|(?<=ig[gamde][ /(-])[kl]", ""),
    (
        "no",
        "negative for|negative|neg|not (?:detected|seen|found|present|identified)|no evidence of"
        "|undetectable|undetected|absent|none|no|without",
        r"\(-\)|陰性|阴性|未檢出|未检出|未檢測到|未检测到|未見到?|未见到?|未發現|未发现|沒有|没有|無|无",
    ),
    (
        "yes",
        "positive for|positive|pos|detected|seen|found|present|identified",
        r"\(\+\)|陽性|阳性|檢出|检出|發現|发现|可見|可见|存在",
    ),
    (
        "head",
        "serum|urine|ife|immunofixation|electrophoresis|results?",
        "免疫固定|電泳|电泳|血清|血液|尿液|尿|結果|结果",
    ),
    ("or", "or", "或"),
    (
        "filling",
        "monoclonal|biclonal|bands?|m[- ]?(?:protein|spike|component|band)|paraproteins?|proteins?"
        "|gammopathy|type|isotypes?|light|heavy|chains?|only|and|with|an?|the|of|in|is|are|any"
        "|immunoglobulins?|shows?|abnormal|restricted|region|gamma|zone|pattern",
        "m ?(?:蛋白|峰|帶|带)|單株|单株|單克隆|单克隆|雙株|双克隆|免疫球蛋白|球蛋白|蛋白質?|蛋白质"
        "|條帶|条带|區帶|区带|輕鏈|轻链|重鏈|重链|異常|异常|為|为|有|型|帶|带|峰|鏈|链|及|和|與|与"
        "|合併|合并|併|并|呈",
    ),
    (
        "gap",
        "",
        r"(?:[\s,:、，.)\[\]/&_~|]|\((?![+-]\)))+|\+(?= ?(?:ig|kappa|lambda|free))|-(?= ?[a-z])",
    ),
)
_TOKEN = re.compile(
    "|".join(
        f"(?P<{kind}>" + "|".join(filter(None, (latin and f"(?:{latin})(?![a-z])", chinese))) + ")"
        for kind, latin, chinese in _WORDS
    )
)
_CLAUSES = re.compile(r"[;；。\n]|\.(?= |$)|\b(?:but|however)\b|但是?")
_LETTERS = str.maketrans({"κ": "kappa", "λ": "lambda", "−": "-", "–": "-"})
_LIGHTS = {"k": "kappa", "kap": "kappa", "l": "lambda", "lam": "lambda"}
_TESTED = frozenset({"IgG", "IgA", "IgM"})  # by every laboratory; IgD and IgE only in doubt
_BOTH = frozenset({"kappa", "lambda"})
_LETTER = {"heavy": "h", "light": "l", "free": "f", "no": "n", "yes": "y", "or": "o"}
_SILENT = frozenset({"head", "antibody"})
_NOTHING = re.compile("n+y*")  # "no monoclonal band seen"
_MISSING = re.compile("n+([hlf][hlfo]*)y*")  # "no IgG, IgA or IgM detected"
_THERE = re.compile("y*([hlf]+)")
_LANES = re.compile("(?:[hlf]+(?:y+|n+))+")  # "IgG (+), IgA (-)"
_LANE = re.compile("([hlf]+)([yn])[yn]*")
Chains = tuple[str, ...]  # such as IgG, kappa, "free kappa"


@dataclass(frozen=True, slots=True)
class IfeReading:
    """Hold the isotypes in the contract's words, ``()`` for negative, None for a person to read.

    A reading with the note of a therapeutic antibody is to be asked: the band may be the drug's.
    """

    isotypes: tuple[str, ...] | None
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class _Said:
    """Hold what a clause says: chains that are there, chains that are not, or that nothing is."""

    there: tuple[Chains, ...] = ()
    missing: Chains = ()
    nothing: bool = False


def read_isotypes(text: str) -> IfeReading:
    """Read the isotypes of a report."""
    trimmed = text.strip()
    return _read(trimmed) if len(trimmed) <= LONGEST else IfeReading(None)


@lru_cache(maxsize=2048)
def _read(text: str) -> IfeReading:
    line = unicodedata.normalize("NFKC", text).casefold().translate(_LETTERS)
    clauses = [list(_tokens(clause)) for clause in _CLAUSES.split(line)]
    kinds = {kind for clause in clauses for kind, _ in clause}
    notes = tuple(
        Note(code)
        for kind, code in (("faint", FAINT), ("doubt", DOUBTFUL), ("antibody", ANTIBODY))
        if kind in kinds
    )
    if kinds & {"doubt", "unknown"}:
        return IfeReading(None, notes)
    said = [_clause(clause) for clause in clauses]
    plain = [one for one in said if one is not None]
    isotypes = _joined(plain) if len(plain) == len(said) else None
    return IfeReading(None if isotypes == () and "faint" in kinds else isotypes, notes)


def _tokens(clause: str) -> Iterator[tuple[str, str]]:
    """Part a clause into known words; gaps are left out, and what is unknown is one token."""
    place = 0
    while place < len(clause):
        match = _TOKEN.match(clause, place)
        if match is None:
            yield "unknown", clause[place:]
            return
        kind = str(match.lastgroup)
        if kind != "gap":
            yield kind, match[0]
        place = match.end()


def _clause(tokens: list[tuple[str, str]]) -> _Said | None:
    """Tell what a clause says; None if it is not plain."""
    if all(kind in _SILENT for kind, _ in tokens):
        return _Said()
    words = [(_LETTER[kind], word) for kind, word in tokens if kind in _LETTER]
    line = "".join(letter for letter, _ in words)
    if _NOTHING.fullmatch(line):
        return _Said(nothing=True)
    if missing := _MISSING.fullmatch(line):
        return _Said(missing=_chains(words[slice(*missing.span(1))]))
    if there := _THERE.fullmatch(line):
        return _Said(there=(_chains(words[slice(*there.span(1))]),))
    if not _LANES.fullmatch(line):
        return None
    lanes = [(lane[2], _chains(words[slice(*lane.span(1))])) for lane in _LANE.finditer(line)]
    return _Said(
        there=tuple(chains for sign, chains in lanes if sign == "y"),
        missing=tuple(chain for sign, chains in lanes if sign == "n" for chain in chains),
    )


def _chains(words: list[tuple[str, str]]) -> Chains:
    """Name the chains; "free" holds for the light chains behind it."""
    chains: list[str] = []
    free = ""
    for letter, word in words:
        if letter == "f":
            free = "free "
        elif letter == "h":
            free = ""
            chains.append(f"Ig{word[-1].upper()}")
        elif letter == "l":
            chains.append(free + _LIGHTS.get(word, word))
    return tuple(chains) if chains or not free else ("free",)


def _joined(said: list[_Said]) -> tuple[str, ...] | None:
    """Join the clauses; None if they contradict each other, or say too little."""
    there = tuple(chains for one in said for chains in one.there)
    missing = frozenset(chain for one in said for chain in one.missing)
    if not there:
        nothing = any(one.nothing for one in said)
        return () if nothing or missing >= _TESTED | _BOTH else None
    if any(one.nothing for one in said) or any(missing & set(chains) for chains in there):
        return None
    if len(there) > 1 and all(len(chains) == 1 for chains in there):
        there = (tuple(sorted((chains[0] for chains in there), key=lambda name: name[:2] != "Ig")),)
    if len(there) == len(there[0]) == 1:
        return _lone(there[0][0], missing)
    isotypes = [_paired(chains) for chains in there]
    if None in isotypes:
        return None
    return tuple(dict.fromkeys(name for names in isotypes for name in names or ()))


def _lone(chain: str, missing: frozenset[str]) -> tuple[str, ...] | None:
    """Name a chain that stands alone, if what would go with it was not looked for in vain."""
    others = _TESTED if chain in _BOTH else _BOTH
    if missing and chain in _BOTH and not missing >= others:
        return None
    if chain not in _BOTH and missing & others:
        return None
    return None if chain == "free" else (chain.removeprefix("free "),)


def _paired(chains: Chains) -> tuple[str, ...] | None:
    """Put each light chain to the heavy chain before it; None where one is left over."""
    isotypes: list[str] = []
    place = 0
    while place < len(chains):
        pair = chains[place : place + 2]
        if pair[0].startswith("Ig") and pair[-1] in _BOTH:
            isotypes.append("-".join(pair))
        elif pair[0].startswith("free "):
            isotypes.append(pair[0].removeprefix("free "))
        else:
            return None
        place += 2 if pair[0].startswith("Ig") else 1
    return tuple(isotypes)
