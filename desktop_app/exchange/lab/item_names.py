"""Fold what laboratories call their tests and specimens, so that spellings become equal."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop_app.exchange.lab.more_names import MORE_NAMES

if TYPE_CHECKING:
    from desktop_app.domain.arrivals.rows import StagedRow
    from desktop_app.domain.catalogue import Analyte

_SPELLED = str.maketrans({"κ": "kappa", "λ": "lambda", "β": "b", "α": "a", "ϰ": "kappa"})
_SILENT = re.compile(r"[\s_.,;:、，・·'\"()\[\]【】「」–—-]+")
_BETA = re.compile(r"beta ?-?2")
# Words that say how, and never what: an analyte stays the same with and without them.
_NEUTRAL = re.compile(
    r"\b(?:bcg|bcp|jaffe|enzymatic|ckd-?epi|mdrd|ifcc|hplc|nephelometry|turbidimetry)\b"
    r"|免疫比濁法|免疫比浊法|酵素法|酶法"
)
_MATERIAL = re.compile(
    r"(?<![a-z])(?:serum|plasma(?! ?cell)|urine|urinary)(?![a-z])|血清|血漿|血浆|尿液?"
    r"|, ?(?:s|ur?)$|\((?:s|b|u)\)$"  # "Free Kappa Lt Chains,S", "Creatinine (B)"
)
_SPECIMENS = (
    ("urine24", re.compile(r"24 ?(?:h|小[時时]).*(?:urin|尿)|(?:urin|尿).*24 ?(?:h|小[時时])")),
    ("spot", re.compile(r"(?:random|spot|隨機|随机).*(?:urin|尿)|(?:urin|尿).*(?:random|spot)")),
    ("urine", re.compile(r"(?<![a-z])(?:urin|u-|\(u\)|upep|uife)|, ?ur?$|尿(?![酸素])")),
    ("serum", re.compile(r"(?<![a-z])serum|, ?s$|\(s\)$|血清")),
    ("plasma", re.compile(r"(?<![a-z])plasma(?! ?cell)|血漿|血浆")),
    ("marrow", re.compile(r"marrow|骨髓")),
    ("other", re.compile(r"(?<![a-z])csf(?![a-z])|cerebro|腦脊髓液|脑脊液|pleural|ascit|effusion")),
    ("other", re.compile(r"胸水|腹水|dialys|透析液|synovial|saliva|唾液|stool|f[ae]ces|糞|粪便")),
)
_BLOOD = re.compile(r"(?<![a-z])(?:blood|edta|wb|b)(?![a-z])|血")
_URINES = frozenset({"urine", "urine24", "spot"})
_FLUID = frozenset({"serum", "plasma"})


@lru_cache(maxsize=8192)
def fold(name: str) -> str:
    """Fold width, case, Greek letters, spaces and punctuation; ``%``, ``#`` and ``/`` stay."""
    text = unicodedata.normalize("NFKC", name).casefold().translate(_SPELLED)
    return _SILENT.sub("", _BETA.sub("b2", text))


@lru_cache(maxsize=8192)
def spellings(name: str) -> tuple[str, ...]:
    """Give the folded name, then what is left without its specimen and its method."""
    text = unicodedata.normalize("NFKC", name).casefold()
    bare = _MATERIAL.sub(" ", text)
    each = (fold(name), fold(bare), fold(_NEUTRAL.sub(" ", text)), fold(_NEUTRAL.sub(" ", bare)))
    return tuple(dict.fromkeys(filter(None, each)))


@lru_cache(maxsize=8192)
def specimens(name: str, specimen: str) -> frozenset[str]:
    """Give the kinds of specimen that a test's name and its specimen field speak of."""
    text = unicodedata.normalize("NFKC", f"{name}\n{specimen}").casefold()
    found = {kind for kind, words in _SPECIMENS if any(map(words.search, text.split("\n")))}
    if not found and _BLOOD.search(unicodedata.normalize("NFKC", specimen).casefold()):
        return frozenset({"blood"})
    if found & {"urine24", "spot"}:
        found.discard("urine")
    return frozenset(found)


@lru_cache(maxsize=256)
def drawn_from(specimen: str) -> frozenset[str]:
    """Give the kinds of specimen that an analyte of the catalogue is measured in."""
    if specimen == "urine 24 h":
        return frozenset({"urine", "urine24"})
    kinds: set[str] = set()
    for word, each in (
        *(("serum", {"serum"}), ("plasma", {"plasma"}), ("blood", {"blood"})),
        *(("urine", _URINES), ("marrow", {"marrow"}), ("computed", _FLUID)),
    ):
        if word in specimen:
            kinds |= each
    return frozenset(kinds)


def agree(given: frozenset[str], analyte: Analyte) -> bool:
    """Tell whether nothing said of the specimen speaks against an analyte."""
    own = drawn_from(analyte.specimen)
    if not given or not given.isdisjoint(own):
        return True
    return given == {"blood"} and not own.isdisjoint(_FLUID)


def item_key(row: StagedRow) -> str:
    """Give the key by which a person's decision on an item is kept: name, code and specimen."""
    key = f"{fold(row.item_name)}|{row.item_code.strip().casefold()}"
    return f"{key}@{fold(row.specimen)}" if row.specimen.strip() else key


def names_of(analyte: Analyte) -> set[str]:
    """Give every folded name of an analyte: its code, its names in each language, its synonyms."""
    return {fold(name) for name in spelled(analyte)}


def spelled(analyte: Analyte) -> tuple[str, ...]:
    """Give every name of an analyte as it is written, also those that the catalogue lacks."""
    more = MORE_NAMES.get(analyte.code, ())
    return (analyte.code, *analyte.names.values(), *analyte.synonyms, *more)
