"""Every address of the product is in the access matrix, and the matrix is what the product does."""

from __future__ import annotations

import pytest
from django.urls import URLResolver, get_resolver

from preau.offer.campaigns.models import Appeal, Override
from preau.people.accounts.hand import Hand
from preau.plan.importing.actions import receive
from tests.cast import make_activity, make_commune, make_person, make_plan, make_price, make_site
from tests.cast.campaigns import make_campaign, make_decided
from tests.cast.classes import make_class_offer, make_group, make_wish
from tests.cast.day import make_session
from tests.cast.enrolment import make_place
from tests.cast.evaluation import make_evaluation, make_survey, the_contribution
from tests.cast.families import make_sheltered
from tests.cast.indicators import make_indicator
from tests.cast.laboratory import make_study
from tests.cast.opendata import make_import_run
from tests.cast.sheets import make_sheet
from tests.cast.spaces import make_space
from tests.house.access import ACTS, BY_THE_LIBRARY, PAGES, ROLES
from tests.surfaces.terminal.test_plan_import import PLAN


def _names(resolver: URLResolver, prefix: str = "") -> set[str]:
    found: set[str] = set()
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            found |= _names(pattern, prefix + (f"{pattern.namespace}:" if pattern.namespace else ""))
        else:
            found.add(f"{prefix}{pattern.name}")
    return found


def test_every_address_is_in_the_matrix():
    ours = {name for name in _names(get_resolver()) if not name.startswith(BY_THE_LIBRARY)}
    assert ours == set(PAGES) | ACTS


@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES)
def test_each_role_opens_what_the_matrix_says(client, role, now):
    plan = make_plan(shown=True)
    make_site()
    make_activity()
    make_space(token="abcd2345")
    received = receive(PLAN.encode(), "projet.txt", commune=make_commune(), hand=Hand(None, now))
    if role != "visitor":
        client.force_login(make_person(role))
    group = make_group()
    wish = make_wish(make_class_offer(), group, confirmed=False)
    other = make_sheltered()
    keys = {
        "child": other.children["Inès"].key,
        "home": other.homes["home"].key,
        "adult": other.adults["Farida"].key,
        "group": group.pk,
        "class_offer": wish.offer_id,
        "class_wish": wish.pk,
        "pk": received.pk,
        "run": make_import_run().pk,
        "sheet": make_sheet("proposed").pk,
        "suggestion": plan.suggestions.get().pk,
        "session": make_session("Aïkido").pk,
        "price": make_price().pk,
        "indicator": make_indicator(plan).pk,
        "evaluation": make_evaluation("published").pk,
        **_discussed(),
        "activity": make_activity("Judo des petits").slug,
        **_places(),
        **_decided(),
    }
    got = {name: client.get(path.format(**keys)).status_code for name, (path, _) in PAGES.items()}
    wanted = {name: statuses[role] for name, (_, statuses) in PAGES.items()}
    assert {name: (got[name], wanted[name]) for name in got if got[name] != wanted[name]} == {}


def _discussed() -> dict[str, object]:
    """A year that the committee has not spoken of, the word of sports on it, and a survey."""
    review = make_evaluation("review", year=2024)
    return {"review": review.pk, "contribution": the_contribution(review).pk, "survey": make_survey().pk}


def _places() -> dict[str, object]:
    """A group open to registration, and the place in it of a family that nobody here belongs to."""
    place = make_place()
    return {
        "unit": place.unit.key,
        "unit_pk": place.unit_id,
        "place": place.key,
        "place_pk": place.pk,
        "other_child": place.child.key,
        "campaign": make_campaign("open", titles=("Escrime",)).slug,
        "study": make_study().pk,
        "prepared_campaign": make_campaign("prepared", titles=()).slug,
    }


def _decided() -> dict[str, object]:
    """A child of whom something was decided in a campaign that everybody was told of."""
    application, adult = make_decided("Aviron")
    override = Override.objects.create(
        campaign=application.campaign,
        application=application,
        offer=application.campaign.offers.get(),
        reason="court",
        author=adult.account,
        asked_at=application.sent_at,
    )
    appeal = Appeal.objects.create(
        application=application, kind="review", asked_by=adult, received_on="2026-12-09", due_on="2027-02-09"
    )
    return {
        "override": override.key,
        "appeal": appeal.key,
        "notified_campaign": application.campaign.slug,
        "application": application.key,
        "reader": adult.key,
    }


@pytest.mark.django_db
def test_a_visitor_sent_to_the_login_comes_back_where_they_wanted(client):
    answer = client.get("/atelier/projet/")
    assert answer.headers["Location"] == "/compte/login/?next=/atelier/projet/"
