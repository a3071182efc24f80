"""What time brings: recalls, stale entries, papers that end. Run twice, told once."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from preau.offer.activities.models import Activity
from preau.offer.providers.declaring import PaperFacts, declare_paper
from preau.offer.providers.delays import WrongDelay, delays_on, set_delay
from preau.offer.providers.enums import DelayKind, PaperKind
from preau.offer.providers.models import ProviderPaper
from preau.offer.publishing.freshness import Day, follow_catalogue, stage, verify_before
from preau.offer.publishing.suspending import checked
from preau.people.accounts.hand import Hand
from preau.people.notices.models import Notice
from tests.cast import make_commune, make_person
from tests.cast.offer import give_papers, make_provider, make_whole
from tests.conftest import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def club():
    return make_provider()


@pytest.fixture
def provider(club):
    return make_person("provider")


def morning(day: date) -> Hand:
    return Hand(None, datetime(day.year, day.month, day.day, 6, 20, tzinfo=NOW.tzinfo))


def test_an_entry_turns_stale_a_year_after_and_is_recalled_a_month_before(club, provider):
    give_papers(club, until=date(2030, 1, 1))
    activity = make_whole(state="published", verified_on=date(2026, 9, 1))
    assert follow_catalogue(hand=morning(date(2027, 8, 1))) == Day()
    assert follow_catalogue(hand=morning(date(2027, 8, 2))).recalled == 1
    assert follow_catalogue(hand=morning(date(2027, 8, 2))) == Day()
    notice = Notice.objects.get(recipient=provider)
    assert (notice.title, notice.due_on) == ("« Judo » est à vérifier", date(2027, 9, 1))
    assert follow_catalogue(hand=morning(date(2027, 8, 31))) == Day()
    assert follow_catalogue(hand=morning(date(2027, 9, 1))).expired == 1
    assert Activity.objects.get(pk=activity.pk).state == "stale"
    assert activity.steps.get().by is None
    assert follow_catalogue(hand=morning(date(2027, 9, 2))) == Day()


def test_a_town_that_decides_six_months_is_followed_from_that_day_on(club):
    give_papers(club, until=date(2030, 1, 1))
    make_whole(state="published", verified_on=date(2026, 9, 1))
    hand, town = Hand(None, NOW), make_commune()
    set_delay(town, DelayKind.FRESHNESS, [6], valid_from=date(2027, 3, 15), hand=hand)
    assert follow_catalogue(hand=morning(date(2027, 3, 14))).expired == 0
    assert follow_catalogue(hand=morning(date(2027, 3, 15))).expired == 1
    assert delays_on(town, date(2027, 3, 14))[DelayKind.FRESHNESS] == (12,)
    for kind, steps in ((DelayKind.FRESHNESS, [6, 3]), (DelayKind.FRESHNESS, [0]), (DelayKind.PAPER_NOTICE, [])):
        with pytest.raises(WrongDelay):
            set_delay(town, kind, steps, valid_from=date(2027, 1, 1), hand=hand)


@pytest.mark.parametrize(
    ("left", "told"), [(90, None), (61, None), (60, 60), (45, 60), (30, 30), (8, 30), (7, 7), (0, 7), (-3, 7)]
)
def test_the_recall_of_a_run_that_was_missed_is_the_nearest_one(left, told):
    due = date(2027, 1, 1)
    assert stage(due, due - timedelta(days=left), (60, 30, 7)) == told


def test_a_year_after_a_leap_day_is_the_end_of_february():
    assert verify_before(date(2028, 2, 29), 12) == date(2029, 2, 28)
    assert verify_before(date(2026, 8, 31), 6) == date(2027, 2, 28)


def test_a_paper_is_recalled_three_times_then_hides_what_needs_it_and_shows_it_again(club, provider):
    agent = make_person("agent")
    give_papers(club)
    ProviderPaper.objects.filter(kind=PaperKind.INSURANCE).update(valid_until=date(2027, 1, 31))
    activity = make_whole(state="published", verified_on=date(2026, 11, 1))
    told = [follow_catalogue(hand=morning(date(2027, 1, 31) - timedelta(days=left))).papers for left in (61, 60, 30, 7)]
    assert told == [0, 1, 1, 1]
    last_day = follow_catalogue(hand=morning(date(2027, 1, 31)))
    assert (last_day.hidden, Activity.objects.get(pk=activity.pk).state) == (0, "published")
    after = follow_catalogue(hand=morning(date(2027, 2, 1)))
    assert (after.papers, after.hidden, Activity.objects.get(pk=activity.pk).state) == (1, 1, "to_change")
    assert activity.steps.last().cause == "paper"
    assert follow_catalogue(hand=morning(date(2027, 2, 2))) == Day()
    titles = set(Notice.objects.filter(recipient=provider).values_list("title", flat=True))
    assert "« Judo » n’est plus montrée : une pièce n’est plus valable" in titles
    later = morning(date(2027, 2, 3))
    facts = PaperFacts(PaperKind.INSURANCE, date(2027, 2, 1), date(2028, 1, 31))
    paper = declare_paper(club, facts, hand=Hand(provider, later.now))
    assert Activity.objects.get(pk=activity.pk).state == "to_change"
    back = checked(paper, is_valid=True, hand=Hand(agent, later.now))
    assert [each.pk for each in back] == [activity.pk]
    assert Activity.objects.get(pk=activity.pk).state == "published"


def test_a_paper_that_comes_back_shows_nothing_that_the_town_sent_back(club, provider):
    agent = Hand(make_person("agent"), NOW)
    from preau.offer.publishing import stepping
    from preau.offer.publishing.reasons import ChangeCause

    activity = make_whole(state="published")
    stepping.ask(activity, cause=ChangeCause.WHEN, reason="Le gymnase est pris.", hand=agent)
    give_papers(club)
    ProviderPaper.objects.filter(kind=PaperKind.INSURANCE).delete()
    facts = PaperFacts(PaperKind.INSURANCE, date(2026, 11, 1), date(2027, 10, 31))
    assert checked(declare_paper(club, facts, hand=Hand(provider, NOW)), is_valid=True, hand=agent) == []
    assert Activity.objects.get().state == "to_change"
