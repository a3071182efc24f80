"""What a campaign received: each line tells what it is, whatever its neighbours; nobody finds out when it came."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from preau.offer.campaigns.listing import cells, told
from preau.offer.campaigns.models import AllocationCampaign, Application, Bundle, CampaignOffer
from preau.offer.campaigns.received import Line, lines_of, words_of
from preau.offer.enrolment.models import BookingUnit, Enrolment
from preau.offer.enrolment.taking import answer
from preau.people.accounts.hand import Hand
from preau.people.households.documents import give_document
from tests.cast.campaigns import OPEN, make_application, make_campaign, walk
from tests.cast.families import make_small_family, make_two_homes

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)


def _line(**told) -> Line:
    facts = {"pk": 1, "name": "martin zoe", "code": "ab12cd34ef567890", "state": "sent", "channel": "online"}
    rest = {"has_bundle": False, "has_siblings": False, "lacks": (), "answer": ""}
    return Line(**{**facts, **rest, **told})


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Zoé", True),
        ("mart ZO", True),
        ("zoe martin", True),
        ("artin", False),
        ("ab12", True),
        ("ab1", False),
        ("zoe dupont", False),
        ("", True),
    ],
)
def test_a_child_is_found_by_the_beginning_of_names_or_by_the_code_of_a_letter(typed, found):
    assert _line().is_called(words_of(typed)) is found


def test_a_list_is_sorted_by_name_and_not_by_arrival():
    campaign = make_campaign("open")
    first, second = (make_application(campaign, ("Judo",)) for _each in range(2))
    for application, name in ((first, "Zola"), (second, "Édouard")):
        application.child.last_name = name
        application.child.save()
    assert [line.pk for line in lines_of(campaign, TODAY)] == [second.pk, first.pk]


def test_papers_that_a_wished_group_asks_for_and_that_nobody_gave_are_told():
    campaign = make_campaign("open")
    BookingUnit.objects.filter(activity__title="Judo").update(documents=["insurance", "address"])
    judo, pottery = make_application(campaign, ("Judo", "Poterie")), make_application(campaign, ("Poterie",))
    hand = Hand(None, OPEN.now)
    give_document("insurance", owner=judo.child, hand=hand)
    lacks = {line.pk: line.lacks for line in lines_of(campaign, TODAY)}
    assert lacks == {judo.pk: ("address",), pottery.pk: ()}
    give_document("address", owner=judo.household, hand=hand)
    assert {line.lacks for line in lines_of(campaign, TODAY)} == {()}


def test_groups_asked_together_siblings_and_what_was_withdrawn_are_told_apart():
    campaign = make_campaign("open")
    family = make_two_homes()
    ones = [make_application(campaign, ("Judo",), family=family, child=name) for name in ("Zélie", "Noé")]
    alone = make_application(campaign, ("Judo",))
    bundle = Bundle.objects.create(campaign=campaign, label="Deux soirs")
    bundle.offers.set(CampaignOffer.objects.filter(campaign=campaign)[:2])
    alone.wishes.create(rank=2, bundle=bundle)
    lines = {line.pk: line for line in lines_of(campaign, TODAY)}
    assert [lines[each.pk].has_siblings for each in (*ones, alone)] == [True, True, False]
    assert [lines[each.pk].has_bundle for each in (*ones, alone)] == [False, False, True]
    Application.objects.filter(pk=ones[0].pk).update(state="withdrawn")
    assert not any(line.has_siblings for line in lines_of(campaign, TODAY))


def test_answers_are_silent_until_families_know_then_the_best_of_each_child_is_told():
    campaign = make_campaign("open", seats=1, titles=("Judo",))
    for _each in range(3):
        make_application(campaign, ("Judo",))
    walk(campaign, "decided")
    assert {line.answer for line in lines_of(AllocationCampaign.objects.get(), TODAY)} == {""}
    walk(AllocationCampaign.objects.get(), "notified")
    lines = lines_of(AllocationCampaign.objects.get(), TODAY)
    assert sorted(line.answer for line in lines) == ["proposed", "waiting", "waiting"]
    answer(Enrolment.objects.get(state="offered"), accepts=True, hand=Hand(None, datetime(2026, 12, 9, tzinfo=UTC)))
    rows = told(AllocationCampaign.objects.get(), lines_of(AllocationCampaign.objects.get(), TODAY))
    got = {row.line.answer: cells(row)[-1] for row in rows}
    assert "inscrit" in got["taken"] and "rang" in got["waiting"]


def test_the_number_of_queries_does_not_follow_that_of_the_children(django_assert_max_num_queries):
    campaign = make_campaign("open")
    BookingUnit.objects.filter(activity__title="Judo").update(documents=["insurance"])
    for _each in range(8):
        make_application(campaign, ("Judo", "Poterie"), family=make_small_family(f"n{_each}"))
    walk(campaign, "notified")
    campaign = AllocationCampaign.objects.get()
    with django_assert_max_num_queries(14):
        told(campaign, lines_of(campaign, TODAY))
