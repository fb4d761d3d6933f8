"""Write laboratory files of fictional people, and take them into a record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop_app.domain.arrivals.review import ArrivalState, Decisions, ImportReview
from desktop_app.domain.arrivals.rows import SiteProfile
from tests.builders import NAME, RECORD_NUMBER

if TYPE_CHECKING:
    from desktop_app.services import Services

TITLES = "patient_id,name,birth_date,sex,collected_at,item_name,value,unit,status\n"
WHO = f"{RECORD_NUMBER},{NAME},1969-05-12,F"  # whom tests.builders registers
OTHER = "ZZSENTINEL0002,ZZSENTINELNAME Two,1950-01-02,M"
HEMOGLOBIN = "Hemoglobin,13.1,g/dL"
CREATININE = "Creatinine,0.9,mg/dL"
FIXATION = "Serum immunofixation,IgG kappa,"


def a_file(*rows: str) -> str:
    """Give a file in the long form; rows are ``who,day,item,value,unit`` with or without status."""
    return TITLES + "".join(f"{row}\n" for row in rows)


def a_row(item: str = HEMOGLOBIN, who: str = WHO, day: str = "2026-11-20", status: str = "") -> str:
    """Give one row of such a file."""
    return f"{who},{day},{item},{status}"


def reviewed(
    services: Services,
    text: str,
    decisions: Decisions | None = None,
    *,
    profile: SiteProfile | None = None,
    **asked: Any,
) -> ImportReview:
    """Stage and review a text as pasted."""
    profile = profile or SiteProfile("lab A")
    staged = services.imports.stage(services.imports.pasted(text), profile)
    return services.imports.review(staged, profile, decisions or Decisions(), **asked)


def states(review: ImportReview) -> list[ArrivalState]:
    """Give the state of every value."""
    return [arrival.state for arrival in review.arrivals]
