"""Name the categories that count as active disease or as a solitary plasmacytoma."""

from __future__ import annotations

MYELOMA = "multiple_myeloma"
PRIMARY, SECONDARY = "primary_plasma_cell_leukemia", "secondary_plasma_cell_leukemia"
LEUKEMIAS = (PRIMARY, SECONDARY)
ACTIVE = frozenset({MYELOMA, *LEUKEMIAS})
POEMS = "poems"
# What is treated once it is named: a precursor is watched.
TREATED = ACTIVE | {POEMS}
EMM = "EMM"  # EMD-CN2024: disease outside the marrow in myeloma
SOLITARY = frozenset({"solitary_plasmacytoma", "solitary_plasmacytoma_minimal_marrow"})
