"""Whatever law or town may change has its screen."""

from __future__ import annotations

from django.apps import apps
from django.urls import reverse

from preau.people.terms.registry import known_terms

_DAYS = {"valid_from", "from_on"}
NO_TERM = {
    "attendance.AbsenceNotice": "an absence told by a family",
    "households.AssistanceMandate": "what one family entrusts to the desk",
    "households.FamilyQuotient": "the quotient of one home",
    "households.Guardian": "the rights of one person on one child",
    "households.HouseholdMember": "who lives in one home",
    "households.PickupAuthorisation": "who may fetch one child",
    "households.Residence": "where one child lives",
    "places.OpeningHours": "the doors of one site, on its own page",
}
"""Rows with a first day that say something of one family or one site, and change no rule."""


def test_every_dated_model_has_its_screen():
    dated = {
        model._meta.label
        for model in apps.get_models()
        if model.__module__.startswith("preau.") and _DAYS & {field.name for field in model._meta.local_fields}
    }
    declared = {term.model._meta.label for term in known_terms().values()}
    assert dated - set(NO_TERM) == declared
    assert set(NO_TERM) <= dated


def test_a_term_has_a_page_of_its_own_or_a_verb_that_writes_it():
    for term in known_terms().values():
        assert term.name and term.explanation and term.source, term.slug
        assert bool(term.screen) != bool(term.decide), term.slug
        if term.screen:
            assert reverse(term.screen), term.slug
            continue
        names = {field.name for field in term.model._meta.get_fields()}
        assert {each.field for each in (*term.given, *term.cases)} <= names
        assert term.otherwise is not None
