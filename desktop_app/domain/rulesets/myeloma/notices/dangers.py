"""Raise what the doctor must see of myeloma on treatment, the gravest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Alert, Note
from desktop_app.domain.criteria.lenalidomide import PREGNANCY
from desktop_app.domain.criteria.regimens import ANTI_CD38, IMID, WIDER
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.myeloma_conclusions import ImwgResponse, Myeloma
    from desktop_app.domain.view import RecordView

WARNING, CRITICAL = "warning", "critical"
DUE = "due"
HEPATITIS, PREVENTION = "hepatitis_b", "pregnancy_prevention"
CLINICAL, PARAPROTEIN, ESCAPE = "RESP-IMWG-CLINREL", "REL-SIGPARA", "REL-LCESCAPE"
SECOND_VALUE = "RESP-ALG-CONFIRM-PD"


def myeloma_alerts(evidence: Evidence, picture: Myeloma) -> tuple[Alert, ...]:
    """Give the alerts of the chapter, the gravest first."""
    return (*_safety(evidence.view, picture), *_relapse(picture.response))


def _safety(view: RecordView, picture: Myeloma) -> Iterator[Alert]:
    """Warn of what was not done before a drug that is given now."""
    given = {drug for line in picture.lines for x in line.parts if not x.stop for drug in x.drugs}
    due = {x.item: x.rule for x in picture.prophylaxis if x.state == DUE}
    if PREVENTION in due and given & set(WIDER[IMID]) and view.flag("pregnancy_possible"):
        rule = PREGNANCY.id
        yield Alert(rule, CRITICAL, Note("pregnancy_not_prevented"), (rule,))
    if HEPATITIS in due and given & set(WIDER[ANTI_CD38]):
        rule = due[HEPATITIS]
        yield Alert(rule, WARNING, Note("hepatitis_not_screened"), (rule,))


def _relapse(response: ImwgResponse | None) -> Iterator[Alert]:
    """Tell what asks for action beside the category of the response (section 5.4)."""
    if response is None:
        return
    met = {x.id for x in response.endpoints if x.state is Truth.MET}
    if CLINICAL in met:
        yield Alert(CLINICAL, WARNING, Note("clinical_relapse"), (CLINICAL,))
    if PARAPROTEIN in met:
        yield Alert(PARAPROTEIN, WARNING, Note("significant_rise"), (PARAPROTEIN,))
    if ESCAPE in met:
        yield Alert(ESCAPE, WARNING, Note("light_chain_escape"), (ESCAPE,))
    current = response.current
    if current is not None and current.pending:
        note = Note("progression_awaits_second_value", (("date", current.date),))
        yield Alert(SECOND_VALUE, WARNING, note, (SECOND_VALUE,))
