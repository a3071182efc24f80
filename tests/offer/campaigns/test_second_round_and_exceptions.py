"""A second round after an exception: the place that two people signed is kept, and its seat is given to nobody else."""

from __future__ import annotations

import pytest

from preau.offer import allocation as engine
from preau.offer.campaigns.models import AllocationCampaign
from preau.offer.campaigns.overriding import sign
from preau.offer.campaigns.second import run_second_round
from preau.offer.enrolment.models import BookingUnit, Enrolment
from preau.offer.enrolment.taking import answer, release
from preau.people.accounts.hand import Hand
from tests.cast.campaigns import (
    AFTER,
    NOTIFIED,
    make_application,
    make_override,
    make_second_campaign,
    offers_by_title,
    walk,
)
from tests.cast.people import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign():
    """Two places of judo, two of pottery, five children: the last one has nothing."""
    return make_second_campaign()


def _last(campaign):
    """Who waits everywhere, last of the queue of judo."""
    seated = Enrolment.objects.filter(state="offered").values("child")
    return campaign.applications.exclude(child__in=seated).get()


def _except(campaign, application, title="Judo"):
    """A place of ``title`` that the family took."""
    held = make_override(application, offer=offers_by_title(campaign)[title])
    signed = sign(held, hand=Hand(make_person("family_agent", name="Serge Second"), NOTIFIED.now))
    return answer(signed.enrolment, accepts=True, hand=NOTIFIED)


def _in(title, *states):
    return Enrolment.objects.filter(unit__activity__title=title, state__in=states or ("confirmed", "offered"))


def _accept_all(*, but=()):
    for place in Enrolment.objects.filter(state="offered").order_by("pk"):
        answer(place, accepts=place not in but, hand=NOTIFIED)


def _judo():
    unit = BookingUnit.objects.get(activity__title="Judo")
    return unit.capacity, unit.taken


def test_it_is_kept_when_nobody_leaves_and_nobody_else_moves(campaign):
    excepted = _except(campaign, _last(campaign))
    _accept_all()
    before = set(Enrolment.objects.filter(state="confirmed").values_list("pk", flat=True))
    run = run_second_round(campaign, hand=AFTER)
    assert set(Enrolment.objects.filter(state="confirmed").values_list("pk", flat=True)) == before
    assert excepted.pk in before and not Enrolment.objects.filter(state="offered").exists()
    assert _judo() == (3, 3)
    assert engine.verify(run.document) == []


def test_a_place_that_another_family_gives_back_follows_the_queue_and_no_more(campaign):
    first = _in("Judo").order_by("pk").first()
    excepted = _except(campaign, _last(campaign))
    next_in_line = _in("Judo", "waiting").order_by("queue_number").first()
    _accept_all(but=[first])
    run_second_round(campaign, hand=AFTER)
    excepted.refresh_from_db()
    next_in_line.refresh_from_db()
    assert (excepted.state, next_in_line.state) == ("confirmed", "confirmed")  # a wish that they preferred
    assert _judo() == (3, 3)


def test_a_place_that_waits_for_the_second_round_is_not_the_one_that_is_signed(campaign):
    """It was promised to the order of the draw: the exception adds one."""
    first, last = _in("Judo").order_by("pk").first(), _last(campaign)
    answer(first, accepts=False, hand=NOTIFIED)
    excepted = _except(campaign, last)
    assert _judo() == (3, 2)
    _accept_all()
    run_second_round(campaign, hand=AFTER)
    excepted.refresh_from_db()
    assert excepted.state == "confirmed" and _in("Judo").count() == 3


def test_once_given_back_its_seat_goes_to_nobody_in_the_draw(campaign):
    excepted = _except(campaign, _last(campaign))
    release(excepted, hand=NOTIFIED)
    _accept_all()
    run_second_round(campaign, hand=AFTER)
    assert _in("Judo").count() == 2 and not Enrolment.objects.filter(state="offered").exists()
    assert _judo() == (3, 2)


def test_who_has_one_more_than_they_asked_for_loses_neither(campaign):
    """They had pottery by the draw, then judo by two signatures; one wish was all they had asked for."""
    pottery = _in("Poterie").order_by("pk").first()
    answer(pottery, accepts=True, hand=NOTIFIED)
    judo = _except(campaign, campaign.applications.get(child=pottery.child))
    _accept_all()
    run_second_round(campaign, hand=AFTER)
    for place in (pottery, judo):
        place.refresh_from_db()
        assert place.state == "confirmed"
    assert _in("Judo").count() == 3 and _in("Poterie").count() == 2


def test_who_leaves_it_for_a_wish_they_prefer_is_told_so(campaign):
    """Given pottery by two signatures, drawn judo the second time."""
    first, second = _in("Judo").order_by("pk")
    last = _last(campaign)
    excepted = _except(campaign, last, "Poterie")
    _accept_all(but=[first, second])
    run_second_round(campaign, hand=AFTER)
    excepted.refresh_from_db()
    mine = Enrolment.objects.filter(child=last.child, state__in=("confirmed", "offered"))
    assert mine.count() == 1 and _in("Judo").count() == 2
    assert _in("Poterie").count() <= 3


def test_one_in_a_group_that_was_no_wish_of_theirs_is_kept_and_counts():
    found = make_second_campaign("open", titles=("Judo", "Poterie"), children=0)
    wants_judo = [make_application(found, ("Judo",)) for _each in range(4)]
    make_application(found, ("Poterie",))
    campaign = walk(AllocationCampaign.objects.get(pk=found.pk), "notified")
    served = set(_in("Judo").values_list("child", flat=True))
    out = next(each for each in wants_judo if each.child_id not in served)
    excepted = _except(campaign, campaign.applications.get(pk=out.pk), "Poterie")
    leaves = _in("Judo").order_by("pk").first()
    _accept_all(but=[leaves])
    run_second_round(campaign, hand=AFTER)
    excepted.refresh_from_db()
    assert excepted.state == "confirmed"
    assert not _in("Judo").filter(child=out.child).exists()  # one place is what they asked for
    assert _in("Judo").count() == 2
