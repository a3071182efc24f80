"""Several people at the same entries at the same time, for real: a thread and a connection each."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from django.db import connection

from preau.foundation.lifecycle import NotNow
from preau.offer.activities.errors import EntryConflict
from preau.offer.activities.models import Activity
from preau.offer.activities.writing import change_activity, create_activity
from preau.offer.providers.enums import JoinRefusal
from preau.offer.providers.errors import AlreadyAnswered, AlreadyAsked
from preau.offer.providers.joining import JoinFacts, accept, ask_to_join, confirm, fingerprint, refuse
from preau.offer.providers.models import JoinRequest
from preau.offer.publishing import stepping
from preau.offer.publishing.copying import copy_to_next_year
from preau.offer.publishing.errors import AlreadyCopied
from preau.offer.publishing.freshness import follow_catalogue
from preau.offer.publishing.reasons import RefusalCause
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import User
from preau.people.audit.queries import check_journal
from tests.cast import make_commune
from tests.cast.offer import give_papers, make_provider, make_whole
from tests.conftest import NOW

pytestmark = pytest.mark.django_db(transaction=True)
HAND = Hand(None, NOW)
TOLD = (AlreadyAnswered, AlreadyAsked, AlreadyCopied, EntryConflict, NotNow)


def at_once(*acts: Callable[[], object]) -> list[str]:
    """Runs them together; gives the names of what each was told, "" for an act that was kept. Anything else fails."""
    start, told = threading.Barrier(len(acts)), ["?"] * len(acts)

    def run(number: int) -> None:
        try:
            start.wait()
            acts[number]()
            told[number] = ""
        except TOLD as refusal:
            told[number] = type(refusal).__name__
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert check_journal().broken_at is None
    return sorted(told)


def test_entries_opened_together_never_share_an_address():
    club = make_provider()
    days = {"starts_on": NOW.date(), "ends_on": NOW.date()}
    told = at_once(
        *(
            lambda: create_activity(club, title="Judo", domain="combat", school_year=2026, hand=HAND, **days)
            for _ in range(6)
        )
    )
    assert told == [""] * 6
    assert Activity.objects.values("slug").distinct().count() == 6


def test_of_two_who_change_the_same_fact_one_is_told():
    activity = make_whole()
    changes = [lambda w=words: change_activity(activity, {"summary": w}, seen_version=1, hand=HAND) for words in "ab"]
    assert at_once(*changes) == ["", "EntryConflict"]
    assert Activity.objects.get().version == 2


def test_published_or_refused_but_not_both():
    give_papers()
    activity = make_whole(state="proposed")
    told = at_once(
        lambda: stepping.publish(activity, hand=HAND),
        lambda: stepping.refuse(activity, cause=RefusalCause.TWICE, reason="Déjà là.", hand=HAND),
    )
    assert told == ["", "NotNow"]
    assert activity.steps.count() == 1


def test_a_programme_is_taken_up_once():
    activity = make_whole(state="published")
    told = at_once(*(lambda: copy_to_next_year([activity], hand=HAND) for _ in range(3)))
    assert told == ["", "AlreadyCopied", "AlreadyCopied"]
    assert activity.copies.count() == 1


def test_two_workers_tell_the_morning_once():
    give_papers(until=NOW.date())
    make_whole(state="published", verified_on=NOW.date().replace(year=2025))
    assert at_once(*(lambda: follow_catalogue(hand=HAND) for _ in range(2))) == ["", ""]
    activity = Activity.objects.get()
    assert (activity.state, [each.step for each in activity.steps.all()]) == ("stale", ["expire"])


def test_an_association_is_asked_for_once_and_answered_once():
    town = make_commune()
    tokens = {}
    for name in ("un", "deux"):
        ask_to_join(town, JoinFacts("Échecs", "Jouer.", name, f"{name}@essai.example", rna="W929990001"), now=NOW)
        request = JoinRequest.objects.get(email=f"{name}@essai.example")
        request.token_hash = fingerprint(name)
        request.save()
        tokens[name] = name
    assert at_once(*(lambda t=token: confirm(t, now=NOW) for token in tokens)) == ["", "AlreadyAsked"]
    request = JoinRequest.objects.get(state="confirmed")
    told = at_once(
        lambda: accept(request, organisation=None, hand=HAND),
        lambda: accept(request, organisation=None, hand=HAND),
        lambda: refuse(request, cause=JoinRefusal.ELSEWHERE, answer="Non.", hand=HAND),
    )
    assert told == ["", "AlreadyAnswered", "AlreadyAnswered"]
    assert User.objects.filter(email=request.email).count() <= 1
