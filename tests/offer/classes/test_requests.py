"""The teacher asks, the head confirms, the organiser receives: in order, never one class too many."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from preau.foundation.lifecycle import NotNow, ReasonMissing
from preau.offer.activities.enums import Domain
from preau.offer.classes.answering import accept, cancel, record_coming, refuse, share_out
from preau.offer.classes.asking import WishFacts, ask, change_wish, confirm, decline, withdraw
from preau.offer.classes.enums import WishState
from preau.offer.classes.errors import AskedAlready, DoesNotFit, NameTaken, OfferFull, OutOfTurn, TooManySeated
from preau.offer.classes.groups import Lived, declare, take_back
from preau.offer.classes.models import ClassWish, GroupRecord
from preau.offer.classes.offers import OfferFacts, change_offer
from preau.offer.classes.queries import coverage_of, places
from preau.offer.classes.standing import queue_of
from preau.people.accounts.hand import Hand
from preau.people.notices.models import Notice
from tests.cast import make_person
from tests.cast.classes import HAND, make_class_offer, make_group, make_school, make_wish

pytestmark = pytest.mark.django_db


def _states(*wishes: ClassWish) -> list[str]:
    return [ClassWish.objects.get(pk=each.pk).state for each in wishes]


def _lived(group, hours: int, pillars=("meet",)) -> GroupRecord:
    return declare(group, Lived("Sortie", Domain.STAGE, pillars, Decimal(hours), date(2026, 10, 1)), hand=HAND)


def test_a_request_goes_from_the_teacher_to_the_class_that_came():
    teacher = make_person("teacher", organisation=make_school())
    wish = make_wish(make_class_offer(), make_group(), confirmed=False, by=teacher)
    confirm(wish, hand=HAND)
    accept(wish, hand=HAND, planned_on=date(2027, 1, 14))
    told = record_coming(wish, happened_on=date(2027, 1, 14), hand=HAND)
    assert _states(wish) == [WishState.DONE]
    assert (told.hours, told.pillars, told.group) == (Decimal(6), ["meet", "practise"], wish.group)
    assert [each.step for each in wish.steps.all()] == ["ask", "confirm", "accept", "record"]
    assert Notice.objects.filter(recipient=teacher).exists()


def test_the_head_is_asked_and_the_organiser_knows_only_of_what_the_head_confirmed():
    school = make_school()
    head = make_person("school_head", organisation=school)
    offer = make_class_offer()
    theatre = make_person("contributor", organisation=offer.activity.organisation)
    wish = make_wish(offer, make_group(school=school), confirmed=False)
    assert Notice.objects.filter(recipient=head).count() == 1
    assert not Notice.objects.filter(recipient=theatre).exists()
    confirm(wish, hand=Hand(head, HAND.now))
    assert Notice.objects.filter(recipient=theatre).count() == 1


def test_a_class_that_has_less_comes_before_one_that_asked_earlier():
    offer = make_class_offer(seats=1)
    full, bare = make_group("CE1 rouge"), make_group("CE1 verte")
    _lived(full, 8)
    early, late = make_wish(offer, full), make_wish(offer, bare)
    assert [each.pk for each in queue_of(offer)] == [late.pk, early.pk]
    accepted, waiting = share_out(offer, hand=HAND)
    assert ([each.pk for each in accepted], [each.pk for each in waiting]) == ([late.pk], [early.pk])
    assert _states(early, late) == [WishState.WAITING, WishState.ACCEPTED]


def test_what_the_class_lived_the_year_before_comes_with_it():
    offer = make_class_offer()
    before = make_group("CP rouge", levels=["cp"], year=2025)
    _lived(before, 12)
    follower, newcomer = make_group("CE1 rouge", follows=before), make_group("CE1 verte")
    make_wish(offer, follower)
    make_wish(offer, newcomer)
    assert [(each.wish.group.name, each.standing.hours) for each in places(offer)] == [
        ("CE1 verte", 0),
        ("CE1 rouge", 12),
    ]


def test_accepting_before_the_first_needs_a_reason_that_stays_written():
    offer = make_class_offer(seats=2)
    served, bare = make_group("A"), make_group("B")
    _lived(served, 3)
    second, first = make_wish(offer, served), make_wish(offer, bare)
    with pytest.raises(OutOfTurn) as refused:
        accept(second, hand=HAND)
    assert refused.value.first.pk == first.pk
    accept(second, hand=HAND, out_of_turn="Seul jour où la salle est libre.")
    assert ClassWish.objects.get(pk=second.pk).out_of_turn == "Seul jour où la salle est libre."


def test_never_one_class_too_many_and_a_freed_place_goes_to_the_first_that_waits():
    offer = make_class_offer(seats=1)
    wishes = [make_wish(offer, make_group(name)) for name in ("A", "B", "C")]
    accepted, waiting = share_out(offer, hand=HAND)
    with pytest.raises(OfferFull):
        accept(waiting[0], hand=HAND)
    withdraw(accepted[0], hand=HAND)
    assert _states(waiting[0], waiting[1]) == [WishState.ACCEPTED, WishState.WAITING]
    cancel(waiting[0], hand=HAND, reason="Artiste souffrante.")
    assert _states(waiting[1]) == [WishState.ACCEPTED]
    assert len(wishes) == 3


def test_more_places_go_to_the_queue_and_fewer_than_accepted_are_refused():
    offer = make_class_offer(seats=1)
    for name in ("A", "B"):
        make_wish(offer, make_group(name))
    _accepted, (waiting,) = share_out(offer, hand=HAND)
    facts = OfferFacts(2, 28, 2, Decimal(6), offer.opens_on, offer.closes_on)
    changed = change_offer(offer, facts, seen_version=offer.version, hand=HAND)
    assert _states(waiting) == [WishState.ACCEPTED]
    with pytest.raises(TooManySeated):
        change_offer(changed, OfferFacts(1, 28, 2, Decimal(6), offer.opens_on, offer.closes_on),
                     seen_version=changed.version, hand=HAND)  # fmt: skip


def test_a_class_asks_an_offer_once_and_may_come_back_after_a_refusal():
    offer, group = make_class_offer(), make_group()
    wish = make_wish(offer, group)
    with pytest.raises(AskedAlready):
        ask(offer, group, WishFacts(adults=2), hand=HAND)
    refuse(wish, hand=HAND, reason="Complet jusqu’en juin.")
    assert ask(offer, group, WishFacts(adults=2), hand=HAND).state == WishState.ASKED


def test_a_refusal_says_why_and_a_confirmed_request_no_longer_changes():
    wish = make_wish(make_class_offer(), make_group())
    with pytest.raises(ReasonMissing):
        refuse(wish, hand=HAND, reason=" ")
    with pytest.raises(NotNow):
        change_wish(wish, WishFacts(adults=3), hand=HAND)
    with pytest.raises(NotNow):
        decline(wish, hand=HAND, reason="Trop tard")


def test_a_class_that_does_not_fit_is_told_and_nothing_is_written():
    offer = make_class_offer()
    with pytest.raises(DoesNotFit):
        ask(offer, make_group("CM2", levels=["cm2"]), WishFacts(adults=2), hand=HAND)
    assert not ClassWish.objects.exists()


def test_two_classes_of_a_school_do_not_share_a_name_in_a_year():
    make_group("CP")
    with pytest.raises(NameTaken):
        make_group("CP")
    make_group("CP", year=2025)
    make_group("CP", school=make_school("École du Lavoir"))


def test_the_school_takes_back_only_what_it_declared_itself():
    group = make_group()
    take_back(_lived(group, 2), hand=HAND)
    wish = make_wish(make_class_offer(), group)
    accept(wish, hand=HAND)
    seen = record_coming(wish, happened_on=date(2027, 1, 14), hand=HAND)
    with pytest.raises(ValueError, match="organiser"):
        take_back(seen, hand=HAND)
    (line,) = coverage_of(group.organisation, 2026)
    assert (line.hours, line.obtained) == (Decimal(6), 1)


def test_the_order_costs_the_same_number_of_queries_for_two_classes_and_for_twenty(django_assert_max_num_queries):
    offer = make_class_offer(seats=40)
    for number in range(20):
        make_wish(offer, make_group(f"Classe {number}"))
    with django_assert_max_num_queries(6):
        assert len(places(offer)) == 20
