"""What passers-by say: one tap, one voice, nobody known; agents read the words first."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection

from preau.people.accounts.hand import Hand
from preau.town.spaces.enums import ReportKind, WordsState
from preau.town.spaces.forgetting import forget
from preau.town.spaces.models import SpaceReport
from preau.town.spaces.naming import may_name
from preau.town.spaces.queries import reports_to_answer
from preau.town.spaces.reporting import (
    TooManyReports,
    WordsName,
    add_words,
    dismiss_words,
    report,
    settle,
    show_words,
    take_back,
)
from preau.town.spaces.senders import MOST_BY_SENDER, MOST_BY_SPACE, sender_of
from tests.cast import make_person
from tests.cast.spaces import make_space

pytestmark = pytest.mark.django_db
ME, YOU = "a" * 16, "b" * 16


@pytest.fixture(autouse=True)
def nothing_remembered():
    cache.clear()


def test_the_same_word_twice_is_one_and_another_word_replaces_it(now):
    space = make_space()
    first = report(space, ReportKind.OPEN, sender=ME, now=now)
    assert report(space, ReportKind.OPEN, sender=ME, now=now + timedelta(minutes=1)) == first
    report(space, ReportKind.BUSY, sender=ME, now=now + timedelta(minutes=2))
    report(space, ReportKind.OPEN, sender=YOU, now=now + timedelta(minutes=3))
    assert sorted(SpaceReport.objects.counted().values_list("kind", flat=True)) == ["busy", "open"]


def test_an_address_that_says_too_much_is_stopped_and_others_are_not(now):
    grounds = [make_space(f"Terrain {number}") for number in range(MOST_BY_SENDER + 1)]
    for space in grounds[:-1]:
        report(space, ReportKind.OPEN, sender=ME, now=now)
    with pytest.raises(TooManyReports):
        report(grounds[-1], ReportKind.OPEN, sender=ME, now=now)
    report(grounds[-1], ReportKind.OPEN, sender=YOU, now=now)
    report(grounds[-1], ReportKind.OPEN, sender=ME, now=now + timedelta(minutes=61))


def test_a_crowd_of_addresses_about_one_space_is_stopped_too(now):
    space = make_space()
    for number in range(MOST_BY_SPACE):
        report(space, ReportKind.BUSY, sender=f"{number:016}", now=now)
    with pytest.raises(TooManyReports):
        report(space, ReportKind.BUSY, sender=ME, now=now)


def test_an_address_is_a_number_that_changes_with_the_day_and_is_written_nowhere(now):
    today, tomorrow = sender_of("203.0.113.7", now), sender_of("203.0.113.7", now + timedelta(days=1))
    assert today == sender_of("203.0.113.7", now)
    assert len({today, tomorrow, sender_of("203.0.113.8", now)}) == 3
    assert sender_of("2001:db8::1", now) == sender_of("2001:db8::ffff", now) != sender_of("2001:db8:1::1", now)
    report(make_space(), ReportKind.OPEN, sender=today, now=now)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM spaces_spacereport")
        assert not any(str(value) in ("203.0.113.7", today) for row in cursor.fetchall() for value in row)


def test_what_was_said_by_mistake_is_taken_back_with_its_words(now):
    made = report(make_space(), ReportKind.BROKEN, sender=ME, now=now)
    add_words(made, "filet déchiré", now=now)
    back = take_back(made, now=now)
    assert (back.words, back.words_state) == ("", WordsState.NONE)
    assert not SpaceReport.objects.counted().exists()
    assert add_words(made, "encore", now=now).words == ""


def test_words_wait_for_an_agent_and_are_never_shown_before(now):
    hand = Hand(make_person("agent"), now)
    made = add_words(report(make_space(), ReportKind.BROKEN, sender=ME, now=now), "panneau de Kevin cassé", now=now)
    assert (made.words_state, made.shown_words) == (WordsState.WAITING, "")
    assert list(reports_to_answer()) == [made]
    with pytest.raises(WordsName):
        show_words(made, made.words, hand=hand)
    assert show_words(made, "panneau cassé", hand=hand).shown_words == "panneau cassé"
    assert add_words(made, "autre chose", now=now).words == "panneau de Kevin cassé"
    assert dismiss_words(made, hand=hand).words == ""


def test_what_is_repaired_no_longer_counts(now):
    hand, space = Hand(make_person("agent"), now), make_space()
    made = [report(space, ReportKind.BROKEN, sender=sender, now=now) for sender in (ME, YOU)]
    assert settle(made, hand=hand) == 2
    assert settle(made, hand=hand) == 0
    assert not reports_to_answer().exists()


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("le filet est déchiré", False),
        ("Panneau cassé côté gauche", False),
        ("FILET DÉCHIRÉ", False),
        ("Le but est par terre. Attention aux vis !", False),
        ("c’est Kevin qui a cassé le panneau", True),
        ("demandez à monsieur dupont", True),
        ("appelez le 06 12 34 56 78", True),
        ("écrivez à moi@exemple.fr", True),
        ("la voiture AB-123-CD bloque le portail", True),
        ("voir www.exemple.fr", True),
        ("", False),
    ],
)
def test_words_that_may_name_somebody_are_held_back(words, names):
    assert may_name(words) is names


def test_words_go_after_a_month_and_reports_after_thirteen(now):
    space = make_space()
    old = add_words(report(space, ReportKind.BROKEN, sender=ME, now=now), "filet déchiré", now=now)
    assert forget(now + timedelta(days=29)) == 0
    assert forget(now + timedelta(days=31)) == 1
    assert SpaceReport.objects.get(pk=old.pk).words == ""
    assert forget(now + timedelta(days=400)) == 1
    assert not SpaceReport.objects.exists()
