"""An association asks to join: confirmed by mail, answered with a reason, never twice."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.core import mail

from preau.offer.providers.enums import JoinRefusal, JoinState
from preau.offer.providers.errors import AlreadyAnswered, AlreadyAsked, AlreadyPartner, Dissolved, LinkExpired
from preau.offer.providers.joining import JoinFacts, accept, ask_to_join, confirm, forget, refuse, waiting_for
from preau.offer.providers.models import AssociationRecord, JoinRequest
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import User
from preau.people.audit.models import AuditEvent
from preau.people.notices.models import Notice
from preau.people.organisations.models import Organisation
from tests.cast import make_commune, make_organisation, make_person
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
FACTS = JoinFacts(
    "Échecs du fleuve", "Apprendre les échecs.", "Tarek Mansouri", "Tarek@essai.example", rna="W929990001"
)


@pytest.fixture
def agent():
    return Hand(make_person("agent"), NOW)


def ask(capture, facts=FACTS, now=NOW) -> str:
    """The token of the mail."""
    with capture(execute=True):
        ask_to_join(make_commune(), facts, now=now)
    return re.search(r"/associations/rejoindre/([^/\s]+)/", mail.outbox[-1].body)[1]


@pytest.fixture
def token(django_capture_on_commit_callbacks):
    return ask(django_capture_on_commit_callbacks)


def test_the_mail_carries_the_link_and_the_database_does_not(token):
    request = JoinRequest.objects.get()
    assert (request.state, request.email) == (JoinState.SENT, "tarek@essai.example")
    assert mail.outbox[0].to == ["tarek@essai.example"]
    assert "Échecs du fleuve" in mail.outbox[0].subject
    assert token not in str(JoinRequest.objects.values())
    assert waiting_for(token) == request


def test_confirmed_the_town_is_told_and_again_changes_nothing(token, agent):
    first = confirm(token, now=NOW)
    assert (first.state, first.confirmed_at) == (JoinState.CONFIRMED, NOW)
    assert "Échecs du fleuve" in Notice.objects.get(recipient=agent.by).title
    assert confirm(token, now=NOW + timedelta(days=30)).confirmed_at == NOW


@pytest.mark.parametrize("days", [4, 400])
def test_a_link_that_is_too_old_confirms_nothing(token, days):
    with pytest.raises(LinkExpired):
        confirm(token, now=NOW + timedelta(days=days))
    with pytest.raises(LinkExpired):
        confirm("inconnu", now=NOW)


def test_asked_again_before_it_was_confirmed_a_new_link_replaces_the_first(token, django_capture_on_commit_callbacks):
    second = ask(django_capture_on_commit_callbacks, now=NOW + timedelta(days=1))
    assert JoinRequest.objects.count() == 1
    with pytest.raises(LinkExpired):
        confirm(token, now=NOW)
    assert confirm(second, now=NOW).state == JoinState.CONFIRMED


def test_two_people_of_one_association_make_one_request(token, django_capture_on_commit_callbacks):
    other = JoinFacts("Les échecs", "Des échecs.", "Autre", "autre@essai.example", rna="W929990001")
    theirs = ask(django_capture_on_commit_callbacks, other)
    confirm(token, now=NOW)
    with pytest.raises(AlreadyAsked):
        confirm(theirs, now=NOW)
    with pytest.raises(AlreadyAsked):
        ask_to_join(make_commune(), other, now=NOW)


def record(**facts):
    told = {"official_id": "W929990001", "fingerprint": "x", "rna": "W929990001", "name": "ECHECS DU FLEUVE"}
    return AssociationRecord.objects.create(commune=make_commune(), **{**told, **facts})


def test_a_dissolved_association_is_told_what_the_register_says():
    record(dissolved_on=date(2024, 5, 2))
    with pytest.raises(Dissolved) as gone:
        ask_to_join(make_commune(), FACTS, now=NOW)
    assert gone.value.on == date(2024, 5, 2)
    assert not JoinRequest.objects.exists()


def test_a_partner_that_somebody_writes_for_is_told_so():
    club = make_organisation("Échecs du fleuve", "association")
    record(organisation=club)
    make_person("provider", organisation=club)
    with pytest.raises(AlreadyPartner):
        ask_to_join(make_commune(), FACTS, now=NOW)


def test_accepting_makes_the_partner_opens_the_account_and_writes(token, agent, django_capture_on_commit_callbacks):
    known = record()
    request = confirm(token, now=NOW)
    with django_capture_on_commit_callbacks(execute=True):
        done = accept(request, organisation=None, hand=agent)
    person = User.objects.get(email="tarek@essai.example")
    assert (done.organisation.kind, person.memberships.get().role) == ("association", "provider")
    assert person.memberships.get().organisation == done.organisation
    assert not person.has_usable_password()
    assert AssociationRecord.objects.get(pk=known.pk).organisation == done.organisation
    assert "/compte/login/" in mail.outbox[-1].body
    assert AuditEvent.objects.filter(verb="join.accepted", actor_id=agent.by.pk).exists()
    with pytest.raises(AlreadyAnswered):
        refuse(request, cause=JoinRefusal.ELSEWHERE, answer="Trop tard.", hand=agent)


def test_somebody_who_has_an_account_gains_the_role_in_it(token, agent):
    person = make_person("stranger")
    User.objects.filter(pk=person.pk).update(email="tarek@essai.example")
    club = make_organisation("Club d’échecs", "association")
    accept(confirm(token, now=NOW), organisation=club, hand=agent)
    assert User.objects.filter(email="tarek@essai.example").count() == 1
    assert person.memberships.get().organisation == club
    assert Organisation.objects.filter(name="Échecs du fleuve").count() == 0


def test_refusing_says_why(token, agent, django_capture_on_commit_callbacks):
    request = confirm(token, now=NOW)
    with django_capture_on_commit_callbacks(execute=True):
        refuse(request, cause=JoinRefusal.COMMERCIAL, answer="Vous vendez des cours.", hand=agent)
    body = mail.outbox[-1].body
    assert "son but est commercial" in body
    assert "Vous vendez des cours." in body


def test_what_nobody_confirmed_goes_after_a_week_and_refusals_after_a_year(token, agent):
    assert forget(now=NOW + timedelta(days=6)) == 0
    request = confirm(token, now=NOW)
    refuse(request, cause=JoinRefusal.ELSEWHERE, answer="Non.", hand=agent)
    assert forget(now=NOW + timedelta(days=364)) == 0
    assert forget(now=NOW + timedelta(days=366)) == 1
