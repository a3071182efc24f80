"""A price is voted, followed, corrected before it begins, ended; what families paid is never rewritten."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError

from preau.offer.prices.errors import (
    AlreadyApplied,
    AlreadyFollowed,
    DatesRefused,
    NameTaken,
    RuleChanged,
    Surprising,
    TermsRefused,
)
from preau.offer.prices.models import PriceRule
from preau.offer.prices.permissions import PRICES
from preau.offer.prices.queries import history, in_force, next_of
from preau.offer.prices.rules import Band, Bands, Flat, Terms, terms_of
from preau.offer.prices.writing import RuleFacts, correct_rule, end_rule, follow_rule, open_rule
from preau.people.accounts.hand import Hand
from preau.people.audit.models import AuditEvent
from preau.people.permissions import actor_of
from tests.cast import make_commune, make_organisation, make_person, make_price

pytestmark = pytest.mark.django_db

NEXT = RuleFacts("École des sports", Terms(Flat(50_00)), date(2027, 9, 1), decided_by="Conseil du 24 juin 2027")


@pytest.fixture
def hand(now):
    return Hand(make_person("agent"), now)


def test_what_families_paid_keeps_its_dates_when_another_price_follows(hand):
    rule = make_price(valid_to=None)
    before = terms_of(rule)
    following = follow_rule(rule, NEXT, seen_version=1, hand=hand)
    rule.refresh_from_db()
    assert (rule.valid_from, rule.valid_to, terms_of(rule)) == (date(2026, 9, 1), date(2027, 8, 31), before)
    assert (following.series, following.valid_from) == (rule.series, date(2027, 9, 1))
    assert AuditEvent.objects.filter(verb="price.followed").exists()


def test_the_price_of_a_day_is_found_from_any_price_of_its_series(hand):
    rule = make_price(valid_to=None)
    following = follow_rule(rule, NEXT, seen_version=1, hand=hand)
    for asked in (rule, following):
        assert in_force([asked], date(2026, 11, 24))[asked.pk] == rule
        assert in_force([asked], date(2027, 9, 1))[asked.pk] == following
        assert in_force([asked], date(2026, 8, 31)) == {}
    assert next_of([rule], date(2026, 11, 24)) == {rule.pk: following}
    assert history(rule) == [following, rule]


def test_a_price_never_takes_over_in_the_past(hand):
    rule = make_price(valid_to=None)
    with pytest.raises(DatesRefused) as refused:
        follow_rule(rule, replace(NEXT, valid_from=date(2026, 10, 1)), seen_version=1, hand=hand)
    assert refused.value.earliest == date(2026, 11, 24)


def test_a_price_is_followed_once(hand):
    rule = make_price(valid_to=None)
    following = follow_rule(rule, NEXT, seen_version=1, hand=hand)
    with pytest.raises(AlreadyFollowed) as refused:
        follow_rule(rule, NEXT, seen_version=2, hand=hand)
    assert refused.value.next_rule == following


def test_two_people_do_not_overwrite_each_other(hand):
    rule = make_price(valid_to=None)
    end_rule(rule, date(2027, 8, 31), seen_version=1, hand=hand)
    with pytest.raises(RuleChanged):
        follow_rule(rule, NEXT, seen_version=1, hand=hand)


def test_a_price_that_has_not_begun_is_corrected_and_the_one_before_ends_the_day_before(hand):
    rule = make_price(valid_to=None)
    following = follow_rule(rule, NEXT, seen_version=1, hand=hand)
    told = replace(NEXT, valid_from=date(2027, 10, 1), terms=Terms(Flat(60_00)))
    correct_rule(following, told, seen_version=1, hand=hand)
    rule.refresh_from_db()
    following.refresh_from_db()
    assert (rule.valid_to, following.valid_from, following.terms) == (
        date(2027, 9, 30),
        date(2027, 10, 1),
        {"cents": 6000},
    )


def test_a_price_that_has_begun_is_not_corrected(hand):
    with pytest.raises(AlreadyApplied):
        correct_rule(make_price(), NEXT, seen_version=1, hand=hand)


def test_a_price_ends_today_at_the_earliest(hand):
    rule = make_price()
    with pytest.raises(DatesRefused):
        end_rule(rule, date(2026, 11, 23), seen_version=1, hand=hand)
    assert end_rule(rule, date(2026, 11, 24), seen_version=1, hand=hand).valid_to == date(2026, 11, 24)


def test_impossible_terms_are_refused_and_surprising_ones_are_confirmed(hand):
    commune = make_commune()
    with pytest.raises(TermsRefused):
        open_rule(commune, replace(NEXT, terms=Terms(Bands((), 0))), hand=hand)
    falling = replace(NEXT, terms=Terms(Bands((Band(400, 2), Band(None, 1)), 2)))
    with pytest.raises(Surprising):
        open_rule(commune, falling, hand=hand)
    assert open_rule(commune, replace(falling, is_confirmed=True), hand=hand).pk


def test_a_name_belongs_to_one_series_of_an_owner(hand):
    make_price("École des sports")
    with pytest.raises(NameTaken):
        open_rule(make_commune(), replace(NEXT, name="école des SPORTS"), hand=hand)
    club = make_organisation("Club de judo")
    assert open_rule(make_commune(), NEXT, hand=hand, organisation=club).organisation == club


def test_the_database_keeps_one_endless_price_by_series(hand):
    rule = make_price(valid_to=None)
    with pytest.raises(IntegrityError):
        PriceRule.objects.create(
            commune=rule.commune, series=rule.series, name="x", kind="free", valid_from=date(2028, 1, 1)
        )


@pytest.mark.parametrize(
    ("part", "reads", "edits"),
    [
        ("coordinator", {"ville", "judo", "aviron"}, {"ville"}),
        ("agent", {"ville", "judo", "aviron"}, {"ville"}),
        ("provider", {"ville", "judo"}, {"judo"}),
        ("contributor", {"ville", "judo", "aviron"}, set()),
        ("elected", {"ville", "judo", "aviron"}, set()),
        ("reader", {"ville", "judo", "aviron"}, set()),
        ("administrator", {"ville", "judo", "aviron"}, set()),
        ("data_officer", {"ville", "judo", "aviron"}, set()),
        ("school_head", set(), set()),
        ("teacher", set(), set()),
        ("stranger", set(), set()),
    ],
)
def test_who_reads_and_writes_which_prices(part, reads, edits, now):
    make_price("ville")
    make_price("judo", organisation=make_organisation("Club de judo"))
    make_price("aviron", organisation=make_organisation("Club d’aviron"))
    who = actor_of(make_person(part), now.date())
    rows = PriceRule.objects.all()
    assert {rule.name for rule in PRICES.rows(who, "read", rows)} == reads
    assert {rule.name for rule in PRICES.rows(who, "edit", rows)} == edits
