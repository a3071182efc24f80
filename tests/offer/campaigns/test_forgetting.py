"""Wishes of long ago go; the anonymous file, its counts and what two people signed stay."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from preau.offer.campaigns.forgetting import forget_campaigns, forget_wishes_of
from preau.offer.campaigns.models import Appeal, Application, CaseExplanation, RankedWish
from preau.people.accounts.hand import Hand
from tests.cast.campaigns import make_application, make_campaign, walk

pytestmark = pytest.mark.django_db
LATER = date(2029, 1, 1)


@pytest.fixture
def asked():
    return make_application(make_campaign(), ("Judo", "Poterie"))


def test_a_campaign_under_way_keeps_its_wishes_whatever_the_day(asked, now):
    assert forget_campaigns(before=LATER, hand=Hand(None, now)) == 0
    assert RankedWish.objects.count() == 2


def test_wishes_go_once_the_campaign_is_long_over_and_its_file_stays(asked, now):
    campaign = walk(asked.campaign, "notified")
    assert forget_campaigns(before=campaign.closes_at.date(), hand=Hand(None, now)) == 0
    assert forget_campaigns(before=LATER, hand=Hand(None, now)) > 0
    assert not (Application.objects.exists() or RankedWish.objects.exists() or CaseExplanation.objects.exists())
    assert campaign.runs.get().document


@pytest.mark.parametrize(
    "answer", [{}, {"answered_on": LATER + timedelta(days=3), "result": "confirmed", "outcome": "Maintenue."}]
)
def test_an_appeal_keeps_the_whole_campaign_until_two_years_after_its_answer(asked, now, answer):
    campaign = walk(asked.campaign, "notified")
    Appeal.objects.create(application=asked, kind="review", received_on=now.date(), due_on=now.date(), **answer)
    assert forget_campaigns(before=LATER, hand=Hand(None, now)) == 0
    assert campaign.applications.count() == 1


def test_a_draft_of_a_child_who_is_erased_goes_whole(asked):
    forget_wishes_of(asked.child)
    assert not Application.objects.exists()
