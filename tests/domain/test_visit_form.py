"""Test that the form of a visit offers what the contract knows, no more and no less."""

from __future__ import annotations

from desktop_app.domain import finding_codes, visit_form
from desktop_app.domain.rulesets.precursor.diagnosis import categories


def test_the_form_offers_the_words_of_the_contract() -> None:
    assert set(visit_form.CATEGORIES) == set(categories.ORDER)
    assert set(visit_form.ISOTYPES) <= finding_codes.ISOTYPES
    assert set(visit_form.MRI_EXTENTS) == finding_codes.EXTENTS
    for code in visit_form.ATTRIBUTIONS:
        assert set(visit_form.ATTRIBUTION_ANSWERS) == finding_codes.CHOICES[code]
    for code, answers in visit_form.VTE_CHOICES.items():
        assert set(answers) == finding_codes.CHOICES[code]
    assert set(visit_form.STOP_REASONS) == finding_codes.STOP_REASONS
    assert set(visit_form.EVENTS) == finding_codes.EVENTS
    assert set(visit_form.PLANNED_EVENTS) < finding_codes.EVENTS


def test_every_question_of_the_form_is_a_finding_of_the_contract() -> None:
    asked = {
        *visit_form.SYMPTOMS,
        *visit_form.SIGNS,
        *visit_form.ATTRIBUTIONS,
        *visit_form.LYTIC_IMAGING,
        *visit_form.IMMUNOFIXATIONS,
        visit_form.MRI,
        *(visit_form.TOXICITY, visit_form.NEUROPATHY, visit_form.MRD),
        *visit_form.PROTECTION,
        *visit_form.HEPATITIS,
        *visit_form.FRAILTY_SCORES,
        *visit_form.VTE_CHOICES,
        *visit_form.VTE_FACTORS,
        *visit_form.ANCESTRY,
        *visit_form.ELIGIBILITY,
        *visit_form.MYELOMA_RISK,
    }

    assert asked <= finding_codes.SHAPES.keys()
