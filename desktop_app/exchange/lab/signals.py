"""Read what each text of a row says on its own of the test: code, order code and name."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from desktop_app.exchange.lab.item_names import fold, names_of, spellings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop_app.domain.catalogue import Catalogue

_LOINC = re.compile(r"\d{1,7}-\d", re.ASCII)
_SEVERAL = re.compile(r"[\s;,|]+")
# The catalogue names it under albumin, and in a remark as a code of IgG: it decides nothing.
_DISPUTED = frozenset({"2464-6"})
# Laboratories give one name to both of a pair; free and total light chains differ by amount alone.
FREE_AND_TOTAL = (("flc_kappa", "lc_kappa_total"), ("flc_lambda", "lc_lambda_total"))
_PAIRS = (
    *FREE_AND_TOTAL,
    ("neutrophils", "neutrophils_percent"),
    ("serum_m_protein", "serum_m_protein_percent"),
    ("circulating_plasma_cells", "circulating_plasma_cells_absolute"),
    ("dlco_absolute", "dlco"),
)
# Marks of one of the two: without them, the name means both.
_MARKED = re.compile(
    r"free|flc|^f[kl]|游離|游离|total|總|总|%|#|abs|^anc$|絕對|绝对|百分|比例|比率|pred|預測|预计"
)
# Plasma cells without a word on where they were counted may be those of the marrow.
_OF_MARROW_TOO = frozenset({"plasmacell", "plasmacells", "pc%", "漿細胞", "浆细胞"})
MOST_SUGGESTED = 500  # comparing names is slow: a source with more unknown items is not one of ours
_SUGGESTIONS, _LIKENESS = 5, 0.72


class Signals:
    """Look up codes and names in the catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Index the catalogue's names and codes."""
        self._catalogue = catalogue
        self._suggested: dict[str, tuple[str, ...]] = {}
        each = catalogue.analytes.values()
        self._names = _index((name, x.code) for x in each for name in names_of(x))
        self._loinc = _index((c, x.code) for x in each for c in x.loinc_accept - _DISPUTED)
        self._orders = _index((order, x.code) for x in each for order in x.orders)
        for name in _OF_MARROW_TOO & self._names.keys():
            self._names[name] |= {"marrow_plasma_cells_aspirate"}
        for pair in _PAIRS:
            for name, codes in self._names.items():
                if not codes.isdisjoint(pair) and not _MARKED.search(name) and name not in pair:
                    self._names[name] = codes | set(pair)

    def read(self, name: str, code: str) -> dict[str, frozenset[str]]:
        """Give for each signal that says anything the analytes it allows; none: another test."""
        said: dict[str, frozenset[str]] = {}
        for part in filter(None, _SEVERAL.split(code.strip())):
            if part in self._catalogue.analytes:
                _narrow(said, "code", frozenset({part}))
            elif _LOINC.fullmatch(part):
                _narrow(said, "loinc", self._allowed(part))
            elif part.upper() in self._orders:
                _narrow(said, "order", self._orders[part.upper()])
        named = next((self._names[x] for x in spellings(name) if x in self._names), None)
        if named is not None:
            said["name"] = named
        return said

    def suggestions(self, name: str) -> tuple[str, ...]:
        """Give analytes whose names are like an unknown one, likeliest first."""
        folded = fold(name)
        if folded in self._suggested:
            return self._suggested[folded]
        if not folded or len(self._suggested) >= MOST_SUGGESTED:
            return ()
        near = get_close_matches(folded, self._names, _SUGGESTIONS, _LIKENESS)
        codes = dict.fromkeys(code for like in near for code in sorted(self._names[like]))
        self._suggested[folded] = tuple(codes)
        return self._suggested[folded]

    def _allowed(self, loinc: str) -> frozenset[str]:
        """Give the analytes of a LOINC code; a look-alike and an unknown code allow none."""
        codes = self._loinc.get(loinc, frozenset())
        return frozenset(code for code in codes if loinc not in self._catalogue[code].loinc_reject)


def _index(pairs: Iterator[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for key, code in pairs:
        found.setdefault(key, set()).add(code)
    return {key: frozenset(codes) for key, codes in found.items()}


def _narrow(said: dict[str, frozenset[str]], signal: str, codes: frozenset[str]) -> None:
    said[signal] = said[signal] & codes if signal in said else codes


def is_pair(codes: Mapping[str, object]) -> tuple[str, str] | None:
    """Give free and total light chain of one kind if these two are what is left."""
    return next((pair for pair in FREE_AND_TOTAL if codes.keys() == set(pair)), None)
