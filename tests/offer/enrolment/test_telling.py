"""Families are told once, by the way that each adult reads; the desk has the letters and the calls."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail

from preau.offer.enrolment.letters import title_of, words_of
from preau.offer.enrolment.models import EnrolmentMessage, EnrolmentStep
from preau.offer.enrolment.states import ENTERED, LIFE
from preau.offer.enrolment.taking import release
from preau.offer.enrolment.telling import forget_taken, mark_done, prepare, send, to_do
from preau.people.accounts.hand import Hand
from preau.people.households.enums import Channel
from preau.people.notices.models import Notice
from tests.cast.enrolment import make_unit
from tests.cast.families import link, make_adult, make_paper_family, make_sheltered

pytestmark = pytest.mark.django_db


def tell(now) -> int:
    prepare(now=now)
    return send(clock=lambda: now)


def test_both_parents_are_told_wherever_they_live_and_the_mail_says_nothing_of_the_child(unit, kerbrat, ask, now):
    ask(unit, kerbrat, "Zélie", "Salomé")
    assert mail.outbox == []
    assert tell(now) == 2
    assert sorted(each.to[0] for each in mail.outbox) == [
        "salome-kerbrat@familles.example",
        "yann-kerbrat@familles.example",
    ]
    text = mail.outbox[0].subject + mail.outbox[0].body
    assert "Place confirmée : Judo" in text
    assert not any(word in text for word in ("Zélie", "rue du Moulin", "€"))
    assert Notice.objects.count() == 2


def test_telling_twice_tells_nothing_more(unit, kerbrat, ask, now):
    ask(unit, kerbrat, "Zélie", "Salomé")
    tell(now)
    assert (tell(now), prepare(now=now), len(mail.outbox), Notice.objects.count()) == (0, 0, 2, 2)


def test_a_blocked_father_is_never_told(unit, ask, now):
    family = make_sheltered()
    ask(unit, family, "Inès", "Farida")
    tell(now)
    assert [each.to for each in mail.outbox] == [["farida-belkacem@familles.example"]]
    assert [each.recipient for each in Notice.objects.all()] == [family.adults["Farida"].account]


def test_an_offered_place_reaches_a_paper_family_through_the_desk(ask, fill, now):
    unit, family = make_unit(capacity=1), make_paper_family()
    seated = fill(unit, 1)[0]
    ask(unit, family, "Awa", "Mariam", channel=Channel.PHONE)
    prepare(now=now)
    release(unit.enrolments.get(state="confirmed"), hand=Hand(seated.adults["parent"].account, now))
    prepare(now=now)
    first = to_do()[0]
    assert (first.step.step, first.adult, first.channel) == ("offer", family.adults["Mariam"], "paper")
    assert mark_done(first, hand=Hand(None, now))
    assert not mark_done(first, hand=Hand(None, now))
    assert [each.step.step for each in to_do()] == ["queue"]


def test_a_server_that_is_away_is_tried_again(unit, kerbrat, ask, now, post_office):
    ask(unit, kerbrat, "Zélie", "Salomé")
    prepare(now=now)
    post_office.closes()
    assert send(clock=lambda: now) == 0
    assert EnrolmentMessage.objects.filter(taken_at__isnull=False).count() == 0
    post_office.opens()
    assert send(clock=lambda: now) == 2
    assert (len(post_office.messages), post_office.lines) == (2, 1)


def test_a_line_cut_at_one_parent_keeps_nothing_from_the_other(unit, kerbrat, ask, now, post_office):
    ask(unit, kerbrat, "Zélie", "Salomé")
    prepare(now=now)
    post_office.hangs_up_on.add("salome-kerbrat@familles.example")
    assert (send(clock=lambda: now), send(clock=lambda: now)) == (1, 0)
    assert sorted(post_office.readers) == ["salome-kerbrat@familles.example", "yann-kerbrat@familles.example"]


def test_a_mail_whose_fate_is_unknown_becomes_a_call(unit, kerbrat, ask, now):
    ask(unit, kerbrat, "Zélie", "Salomé")
    prepare(now=now)
    EnrolmentMessage.objects.update(taken_at=now - timedelta(hours=1))
    assert forget_taken(before=now - timedelta(minutes=15)) == 2
    assert {each.channel for each in to_do()} == {"phone"}


def test_a_grandmother_who_is_only_informed_hears_of_it_too(unit, kerbrat, ask, now):
    link(kerbrat.children["Zélie"], make_adult("Rozenn Kerbrat"), "informed")
    ask(unit, kerbrat, "Zélie", "Salomé")
    assert tell(now) == 3
    assert EnrolmentStep.objects.filter(told_at__isnull=True).count() == 0


def test_every_step_that_is_written_has_its_words(unit, kerbrat, ask):
    """Those of a campaign leave by no mail, and the family reads them on the page of the place all the same."""
    ask(unit, kerbrat, "Zélie", "Salomé")
    step = EnrolmentStep.objects.get()
    for name in sorted({*ENTERED.values(), *(each.name for each in LIFE.steps)}):
        step.step = name
        assert "Judo" in title_of(step) and words_of(step)
