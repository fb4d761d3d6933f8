"""Test what the doctor is alerted to beside the diagnosis, at three levels."""

from __future__ import annotations

import pytest

from desktop_app.domain.conclusions import Evolving
from desktop_app.domain.rulesets.precursor.alerts import alerts
from desktop_app.domain.truth import Truth
from tests.domain.cases import assessed, cause, finding, flc, gathered, labs, marrow, result, serum

LOW = (serum("IgG-kappa"), result("serum_m_protein", "1.0"), result("flc_ratio", 1), *labs())
KAPPA = (serum("kappa"), *flc(40, 10), *marrow(5), *labs())


def evolving(*entries: Evolving, facts: tuple[object, ...] = LOW) -> list[tuple[str, str, object]]:
    """Give the alerts on evolving disease."""
    assessment = assessed(*facts)
    found = alerts(gathered(*facts), assessment.diagnosis, assessment.mgrs, entries)
    return [(x.level, x.message.code, x.criteria) for x in found if x.id == "EVO-ENGINE"]


def raised(*entries: object) -> set[str]:
    """Give the sentences of all alerts."""
    return {x.message.code for x in assessed(*entries).alerts}


def test_evolving_disease_warns_once_a_later_sample_agrees() -> None:
    sure = Evolving("EVO-RAVI-EMP", Truth.MET, confirmed=True)
    open_ = Evolving("EVO-PANGEA", Truth.MET)
    no = Evolving("EVO-WU", Truth.NOT_MET)

    assert evolving(sure, open_, no) == [
        ("warning", "evolving_confirmed", ("EVO-RAVI-EMP",)),
        ("info", "evolving_unconfirmed", ("EVO-PANGEA",)),
    ]
    assert evolving(no) == []


def test_evolving_disease_says_nothing_of_myeloma() -> None:
    myeloma = (serum("IgG-kappa"), *marrow(70))

    assert evolving(Evolving("EVO-PANGEA", Truth.MET, confirmed=True), facts=myeloma) == []


def test_a_class_that_the_criteria_do_not_name_is_said() -> None:
    assert "isotype_not_named" in raised(serum("IgD-lambda"), result("serum_m_protein", 1))
    assert "isotype_not_named" in raised(serum("IgE-kappa"))
    assert "isotype_not_named" not in raised(*LOW)


def test_bence_jones_protein_below_the_cut_is_said_of_light_chains_alone() -> None:
    urine = result("urine_m_protein_24h", 300)

    assert "bence_jones_below_cut" in raised(*KAPPA, urine)
    assert "bence_jones_below_cut" not in raised(*LOW, *marrow(5), urine)
    assert "bence_jones_below_cut" not in raised(*KAPPA)


IGM = (serum("IgM-kappa"), result("serum_m_protein", 1), marrow(15), labs(hemoglobin=9))


@pytest.mark.parametrize(
    ("mutation", "message"),
    [
        ((), "igm_myeloma_or_waldenstrom"),
        ((finding("myd88_l265p", False),), "igm_myeloma_or_waldenstrom"),
        ((finding("myd88_l265p", True),), "igm_with_myd88"),
    ],
)
def test_igm_with_an_event_goes_to_haematopathology(
    mutation: tuple[object, ...], message: str
) -> None:
    found = assessed(*IGM, cause("anemia", "clone"), *mutation).alerts

    assert [x.message.code for x in found if x.id == "IGM-MYELOMA"] == [message]
    assert not [x for x in assessed(*IGM, cause("anemia", "other")).alerts if x.id == "IGM-MYELOMA"]


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ((marrow(60), labs()), True),
        ((marrow(59), labs(), flc(1000, 10)), True),
        ((marrow(60), labs(hemoglobin=9), cause("anemia", "clone")), False),
        ((marrow(60), labs(hemoglobin=9)), False),  # its cause is not judged yet
        ((marrow(60), labs(hemoglobin=9), cause("anemia", "other")), True),
        ((marrow(12), labs(hemoglobin=9), cause("anemia", "clone")), False),
    ],
)
def test_myeloma_by_slim_alone_says_its_later_risks(facts: tuple[object, ...], said: bool) -> None:
    assessment = assessed(serum("IgG-kappa"), *facts)

    assert assessment.diagnosis.category == "multiple_myeloma"
    assert ("MM-SLIM-CAVEAT" in {alert.id for alert in assessment.alerts}) is said


def test_a_light_chain_alone_asks_whether_igd_and_ige_were_tested() -> None:
    def asked(*entries: object) -> bool:
        return "igd_ige_tested" in {x.message.code for x in assessed(*entries).alerts}

    assert asked(serum("kappa"), marrow(5), labs())
    assert not asked(serum("IgG-kappa"), marrow(5), labs())
    assert not asked(labs())


def test_a_leukaemia_that_is_named_is_not_to_be_thought_of() -> None:
    cells = result("circulating_plasma_cells", 20)

    open_ = assessed(serum("IgG-kappa"), cells)
    named = assessed(serum("IgG-kappa"), *marrow(70), cells)

    said = (
        {x.id: x.message.code for x in open_.alerts},
        {x.id: x.message.code for x in named.alerts},
    )
    assert [each["PCL-STOP"] for each in said] == [
        "circulating_plasma_cells",
        "leukemia_circulates",
    ]
