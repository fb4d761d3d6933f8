"""Say in statements which rows belong to a patient: its own, and those of who was merged into it.

Statements are built once, so the question stands in them: an empty table of merges costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, bindparam, select, union_all

from desktop_app.data.merge_tables import PatientMergeRow
from desktop_app.data.rows import table_of

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

MERGE = table_of(PatientMergeRow)
STANDS = MERGE.c.voided_at.is_(None)
_PATIENT = bindparam("patient_id", type_=Integer)
_FAMILY = union_all(
    select(_PATIENT), select(MERGE.c.merged_id).where(MERGE.c.kept_id == _PATIENT, STANDS)
)
_MERGED = select(MERGE.c.merged_id).where(STANDS)


def of_family(column: ColumnElement[Any]) -> ColumnElement[bool]:
    """Ask whether a column names ``:patient_id`` or somebody merged into that patient."""
    return column.in_(_FAMILY)


def not_merged(column: ColumnElement[Any]) -> ColumnElement[bool]:
    """Ask whether a column names a patient who is merged into nobody."""
    return column.not_in(_MERGED)
