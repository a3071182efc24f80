"""Acting for somebody: who may receive a mandate, for what, how long, and how it ends."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from preau.people.accounts.hand import Hand
from preau.people.audit.models import AuditEvent
from preau.people.households.enums import IdentityPaper, MandateScope
from preau.people.households.mandates import (
    AlreadyRevoked,
    WrongMandate,
    give_mandate,
    latest_end,
    mandate_for,
    mandates_on,
    revoke_mandate,
)
from tests.cast import make_organisation, make_person
from tests.cast.families import make_paper_family

TODAY = date(2026, 11, 24)


@pytest.fixture
def mother(db):
    return make_paper_family().adults["Mariam"]


@pytest.fixture
def agent(db):
    return make_person("family_agent")


@pytest.fixture
def service(agent):
    return agent.memberships.get().organisation


@pytest.fixture
def give(mother, agent, service, now):
    def giving(**fields):
        values = {
            "principal": mother,
            "helper": agent,
            "organisation": service,
            "scopes": [MandateScope.FAMILY_FILE, MandateScope.REGISTER],
            "identity_seen": IdentityPaper.RESIDENCE,
            "from_on": TODAY,
            "until_on": TODAY,
            "hand": Hand(agent, now),
        }
        return give_mandate(**(values | fields))

    return giving


def test_a_mandate_holds_on_its_days_for_what_it_names(give, mother, service):
    mandate = give(until_on=date(2027, 6, 30))

    def ask(scope, day, where=service):
        return mandate_for(mother, organisations={where.pk}, scope=scope, day=day)

    assert ask(MandateScope.REGISTER, TODAY) == ask(MandateScope.REGISTER, date(2027, 6, 30)) == mandate
    assert ask(MandateScope.CAMPAIGN, TODAY) is None
    assert ask(MandateScope.REGISTER, date(2027, 7, 1)) is None
    assert ask(MandateScope.REGISTER, TODAY, make_organisation("Service des sports")) is None


def test_a_mandate_of_somebody_else_opens_nothing(give, service):
    give()
    other = make_paper_family().adults["Mariam"]
    assert mandate_for(other, organisations={service.pk}, scope=MandateScope.REGISTER, day=TODAY) is None


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"scopes": []}, "no_scope"),
        ({"scopes": ["everything"]}, "no_scope"),
        ({"identity_seen": ""}, "no_identity"),
        ({"identity_seen": "AB123456"}, "no_identity"),
        ({"until_on": date(2027, 11, 25)}, "too_long"),
        ({"identity_seen": "answers", "until_on": date(2026, 11, 25)}, "one_call"),
        ({"until_on": TODAY - timedelta(days=1)}, "dates"),
        ({"from_on": TODAY - timedelta(days=1)}, "dates"),
    ],
)
def test_what_is_not_a_mandate_is_refused_with_a_sentence(give, fields, reason):
    with pytest.raises(WrongMandate) as met:
        give(**fields)
    assert met.value.reason == reason and str(met.value.reason.label).endswith(".")


@pytest.mark.parametrize("part", ["agent", "elected", "provider", "administrator", "stranger"])
def test_only_somebody_of_the_desk_receives_one(give, part):
    with pytest.raises(WrongMandate) as met:
        give(helper=make_person(part))
    assert met.value.reason == "not_a_helper"


def test_a_year_to_the_day_is_the_longest(give):
    assert give(until_on=date(2027, 11, 24)).until_on == date(2027, 11, 24)
    assert latest_end(date(2028, 2, 29)) == date(2029, 2, 28)


def test_it_is_taken_back_at_once_and_only_once(give, mother, agent, now):
    mandate = give(until_on=date(2027, 6, 30))
    revoke_mandate(mandate, hand=Hand(agent, now))
    assert not mandates_on(mother, TODAY).exists()
    with pytest.raises(AlreadyRevoked):
        revoke_mandate(mandate, hand=Hand(agent, now))
    assert list(AuditEvent.objects.filter(verb__startswith="mandate.").values_list("verb", flat=True)) == [
        "mandate.given",
        "mandate.revoked",
    ]
