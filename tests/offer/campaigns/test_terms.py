"""What the town decides of its campaigns counts from its day on, and changes nothing of what was announced before."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from preau.offer.campaigns.deciding import notify_families
from preau.offer.campaigns.enums import LegalProfile
from preau.offer.campaigns.errors import NotReady, WrongWish
from preau.offer.campaigns.models import AllocationCampaign, CampaignTerms
from preau.offer.campaigns.preparing import prepare_campaign
from preau.offer.campaigns.terms import HOUSE, Terms, decide_terms, terms_on
from preau.offer.campaigns.wishing import WishFacts, save
from tests.cast.campaigns import NOTIFIED, OPEN, PREPARED, make_application, make_campaign, offers_by_title, walk
from tests.cast.people import make_commune, make_organisation

pytestmark = pytest.mark.django_db


def _decide(terms: Terms, day: date = date(2026, 9, 1)) -> None:
    decide_terms(make_commune(), terms, decided_by="délibération", valid_from=day, hand=PREPARED)


def test_the_house_counts_until_the_town_decides_and_the_last_word_of_a_day_stands():
    town, day = make_commune(), date(2027, 1, 1)
    assert terms_on(town.pk, day) == HOUSE
    _decide(Terms(answer=15), day)
    _decide(Terms(answer=20), day)
    assert [terms_on(town.pk, each).answer for each in (day - timedelta(days=1), day)] == [HOUSE.answer, 20]
    with pytest.raises(IntegrityError), transaction.atomic():
        _decide(Terms(answer=1), date(2027, 2, 1))
    assert CampaignTerms.objects.count() == 1


def test_families_have_the_days_that_the_town_gives_them_to_answer():
    _decide(Terms(answer=15))
    campaign = make_campaign("open")
    make_application(campaign, ("Judo",))
    campaign = notify_families(walk(campaign, "decided"), hand=NOTIFIED)
    assert (campaign.answer_until - NOTIFIED.now).days == 15


def test_a_campaign_that_leaves_less_time_or_a_family_that_wishes_for_more_is_told():
    _decide(Terms(window=30, wishes=10))
    with pytest.raises(NotReady, match="30 jours"):
        prepare_campaign(
            make_organisation("Accueil des familles"),
            title="Trop court",
            school_year=2026,
            legal_profile=LegalProfile.SPORT_CULTURE,
            opens_at=datetime(2026, 11, 16, tzinfo=UTC),
            closes_at=datetime(2026, 12, 1, tzinfo=UTC),
            hand=PREPARED,
        )
    CampaignTerms.objects.all().delete()
    application = make_application(make_campaign("open"), ("Judo",))
    _decide(Terms(wishes=10))
    judo = offers_by_title(AllocationCampaign.objects.get())["Judo"]
    with pytest.raises(WrongWish, match="10 vœux"):
        save(application, [WishFacts(offer=judo.pk)] * 11, seen_version=application.version, hand=OPEN)
