"""Name the categories that count as active myeloma or as a solitary plasmacytoma."""

from __future__ import annotations

MYELOMA = "multiple_myeloma"
PRIMARY, SECONDARY = "primary_plasma_cell_leukemia", "secondary_plasma_cell_leukemia"
LEUKEMIAS = (PRIMARY, SECONDARY)
ACTIVE = frozenset({MYELOMA, *LEUKEMIAS})
EMM = "EMM"  # EMD-CN2024: disease outside the marrow in myeloma
SOLITARY = frozenset({"solitary_plasmacytoma", "solitary_plasmacytoma_minimal_marrow"})
