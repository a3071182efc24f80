"""The index says what reading every entry one by one would say, whatever came and went before."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from preau.offer.finding.bits import bits_of, numbers_in
from preau.offer.finding.entries import Entry, Meeting, Time
from preau.offer.finding.index import Index
from preau.offer.finding.money import by_session
from preau.offer.finding.selection import FREE, Point, Selection
from preau.offer.finding.vocabulary import DAYS, DOMAINS, HOURS, MOMENTS, PERIODS, PUBLICS, SEASONS
from tests.offer.finding.plain import NOW, PLACES, TARIFFS, ask, entry, index, titles, walk

WEEK = list(DAYS)


@given(st.sets(st.integers(0, 400)))
def test_a_set_of_numbers_is_read_back(numbers):
    assert numbers_in(bits_of(numbers)) == sorted(numbers)


def few(values):
    return st.lists(st.sampled_from(list(values)), max_size=3, unique=True).map(tuple)


ENTRIES = st.builds(
    Entry,
    pk=st.integers(1, 12),
    slug=st.just("x"),
    title=st.sampled_from(["Judo", "Danse", "Éveil", "Zumba"]),
    domain=st.sampled_from(list(DOMAINS)[:4]),
    organisation=st.sampled_from(["club", "ville"]),
    place=st.sampled_from([None, 1, 2, 3]),
    tariff=st.sampled_from([None, 1, 2, 3]),
    sessions=st.integers(0, 40),
    age_min=st.one_of(st.none(), st.integers(3, 8)),
    age_max=st.one_of(st.none(), st.integers(9, 30)),
    audiences=few(PUBLICS),
    levels=few(["cp", "ce1", "cm2"]),
    pillars=few(["rencontrer", "pratiquer"]),
    needs=few(["adapte", "calme", "sans-marche"]),
    times=st.lists(
        st.builds(
            Time, st.sampled_from(["term", "holidays"]), st.integers(0, 6), st.sampled_from([9, 11, 12, 14, 17, 18])
        ),
        max_size=3,
    ).map(tuple),
    meetings=st.lists(
        st.builds(
            lambda day, hour: Meeting(
                (NOW + timedelta(days=day)).date(),
                NOW + timedelta(days=day, hours=hour),
                NOW + timedelta(days=day, hours=hour + 1),
            ),
            st.integers(0, 8),
            st.sampled_from([-2, 0, 3]),
        ),
        max_size=2,
    ).map(lambda found: tuple(sorted(found, key=lambda each: each.starts_at))),
    is_specialised=st.booleans(),
    has_taster=st.booleans(),
    is_without_booking=st.booleans(),
    is_stale=st.booleans(),
)
SELECTIONS = st.builds(
    Selection,
    age=st.one_of(st.none(), st.integers(0, 25)),
    days=few(["mardi", "mercredi", "samedi"]),
    moments=few(MOMENTS),
    hour=st.sampled_from([None, None, None, 14]),
    periods=few(PERIODS),
    domains=few(list(DOMAINS)[:4]),
    publics=few(PUBLICS),
    levels=few(["cp", "cm2"]),
    pillars=few(["pratiquer"]),
    price=st.sampled_from([None, FREE, 1, 3, 5, 40]),
    quotient=st.sampled_from([None, 0, 500, 2000]),
    quarters=few(["les-quais", "deux-rives", "nulle-part"]),
    near=st.sampled_from([None, Point(2.17, 48.935)]),
    minutes=st.sampled_from([None, 5, 30]),
    needs=few(["adapte", "calme"]),
    extras=few(["essai", "sans-inscription", "maintenant", "cette-semaine", "aujourdhui"]),
    organisations=few(["club", "inconnu"]),
)


def passes(each: Entry, asked: Selection) -> bool:
    """The rules again, read entry by entry."""
    place = PLACES.get(each.place)
    tariff = TARIFFS.get(each.tariff)
    named = asked.days or asked.moments or asked.hour is not None
    seasons = {SEASONS[p] for p in asked.periods} or ({"term"} if named else {"term", "holidays"})
    hours = {asked.hour} if asked.hour is not None else {h for m in asked.moments for h in HOURS[m]} or set(range(24))
    days = {WEEK.index(d) for d in asked.days} or set(range(7))
    week_end = NOW.date() + timedelta(days=6 - NOW.weekday())
    extras = {
        "essai": each.has_taster,
        "sans-inscription": each.is_without_booking,
        "maintenant": any(m.starts_at <= NOW < m.ends_at for m in each.meetings),
        "aujourdhui": any(m.day == NOW.date() for m in each.meetings),
        "cette-semaine": any(m.day <= week_end for m in each.meetings),
    }
    cents = None if tariff is None else tariff.lowest if asked.quotient is None else tariff.at(asked.quotient)
    return all(
        (
            asked.age is None or (each.age_min or 0) <= asked.age <= (25 if each.age_max is None else each.age_max),
            not (named or asked.periods)
            or any(t.season in seasons and t.weekday in days and t.hour in hours for t in each.times),
            not asked.domains or each.domain in asked.domains,
            set(each.audiences) & set(asked.publics or ("enfants", "jeunes", "familles")),
            not asked.levels or set(each.levels) & set(asked.levels),
            not asked.pillars or set(each.pillars) & set(asked.pillars),
            not asked.quarters or (place and place.quarter in asked.quarters),
            set(asked.needs) <= set(each.needs),
            all(extras[name] for name in asked.extras),
            not asked.organisations or each.organisation in asked.organisations,
            asked.price is None
            or (cents is not None and by_session(cents, tariff.unit, each.sessions) <= asked.price * 100),
            asked.near is None
            or asked.minutes is None
            or (place and place.lon is not None and walk(asked.near, place, None) <= asked.minutes),
        )
    )


@given(
    st.lists(ENTRIES, max_size=10, unique_by=lambda e: e.pk),
    st.lists(ENTRIES, max_size=5, unique_by=lambda e: e.pk),
    st.sets(st.integers(1, 12), max_size=3),
    SELECTIONS,
)
def test_filters_and_counts_are_those_of_reading_entries_one_by_one(first, then, gone, asked):
    gone -= {each.pk for each in then}
    held = index(*first).changed(then, gone=gone, places=PLACES, tariffs=TARIFFS).ranked(NOW)
    now_there = {each.pk: each for each in (*first, *then) if each.pk not in gone}
    found = ask(held, **{name: getattr(asked, name) for name in Selection.__dataclass_fields__})

    def count(**changes):
        return sum(passes(each, replace(asked, **changes)) for each in now_there.values())

    assert {each.pk for each in found.page(100)} == {e.pk for e in now_there.values() if passes(e, asked)}
    assert found.count == count()
    assert all(number == count(domains=(word,)) for word, number in found.values("domains").items())
    assert all(number == count(quarters=(word,)) for word, number in found.values("quarters").items())
    assert all(number == count(publics=(word,)) for word, number in found.values("publics").items())
    assert all(number == count(needs=(*asked.needs, word)) for word, number in found.values("needs").items())
    assert all(number == count(extras=(*asked.extras, word)) for word, number in found.values("extras").items())
    assert all(number == count(days=(word,)) for word, number in found.days().items())
    assert all(number == count(moments=(word,), hour=None) for word, number in found.moments().items())
    assert all(number == count(periods=(word,)) for word, number in found.periods().items())
    assert found.ages() == [count(age=age) for age in range(26)]
    assert all(number == count(price=step) for step, number in found.prices((FREE, 5)).items())
    assert all(number == count(minutes=step) for step, number in found.within((5, 30)).items() if asked.near)
    assert found.without("domains") == count(domains=())


@given(
    st.lists(ENTRIES, max_size=10, unique_by=lambda e: e.pk), st.lists(ENTRIES, max_size=6, unique_by=lambda e: e.pk)
)
def test_an_index_that_followed_the_changes_is_one_made_again(first, then):
    followed = index(*first).changed(then, places=PLACES, tariffs=TARIFFS).ranked(NOW)
    again = index(*{each.pk: each for each in (*first, *then)}.values())
    for filters in ({}, {"query": "judo"}, {"days": ("mercredi",)}, {"needs": ("calme",)}):
        assert [e.pk for e in ask(followed, **filters).page(50)] == [e.pk for e in ask(again, **filters).page(50)]


def test_a_reader_keeps_the_index_it_holds_while_the_next_one_is_made():
    before = index(entry(1))
    after = before.changed([entry(2, "Danse")], gone=[1], places=PLACES, tariffs=TARIFFS).ranked(NOW)
    assert (titles(ask(before)), titles(ask(after))) == (["Judo"], ["Danse"])
    assert (before.entry(1).title, after.entry(1)) == ("Judo", None)


def test_ordinary_activities_that_adapt_come_before_those_that_are_reserved():
    held = index(entry(1, "Judo adapté", needs=("adapte",), is_specialised=True), entry(2, "Zumba", needs=("adapte",)))
    assert titles(ask(held, needs=("adapte",))) == ["Zumba", "Judo adapté"]
    assert titles(ask(held)) == ["Judo adapté", "Zumba"]


def test_what_meets_soonest_comes_first_and_what_nobody_verified_last():
    def on(day):
        return (Meeting((NOW + timedelta(days=day)).date(), NOW, NOW + timedelta(hours=1)),)

    held = index(
        entry(1, "A", meetings=on(3)), entry(2, "B", meetings=on(1)), entry(3, "C", is_stale=True, meetings=on(0))
    )
    assert titles(ask(held)) == ["B", "A", "C"]


def test_from_a_point_the_nearest_comes_first_and_what_is_nowhere_last():
    held = index(entry(1, "A", place=3), entry(2, "B", place=2), entry(3, "C", place=1))
    assert titles(ask(held, near=Point(2.172, 48.934))) == ["C", "B", "A"]
    assert titles(ask(held, near=Point(2.172, 48.934), minutes=10)) == ["C"]


def test_the_week_as_a_grid_says_who_begins_when():
    held = index(entry(1, "A"), entry(2, "B", times=(Time("term", 2, 14), Time("holidays", 0, 9))))
    grid = ask(held, view="semaine").grid()
    assert {cell: [held.entries[n].title for n in numbers] for cell, numbers in grid.items()} == {(2, 14): ["A", "B"]}
    assert ask(held, view="semaine", periods=("vacances",)).grid().keys() == {(0, 9)}


def test_a_page_beyond_the_last_is_the_last():
    held = index(*(entry(n, f"Judo {n:02}") for n in range(1, 31)))
    assert titles(ask(held, page=9), 12) == [f"Judo {n:02}" for n in range(25, 31)]
    assert ask(held, page=9).pages(12) == 3


@pytest.mark.parametrize(
    ("cents", "unit", "sessions", "wanted"),
    [
        (90_00, "un an", 30, 3_00),
        (90_00, "l’année", 0, 90_00),
        (60_00, "un trimestre", 30, 6_00),
        (50_00, "une semaine", 5, 10_00),
        (50_00, "le stage", 3, 16_67),
        (6_00, "la séance", 30, 6_00),
        (6_00, "", 30, 6_00),
    ],
)
def test_prices_are_compared_by_session(cents, unit, sessions, wanted):
    assert by_session(cents, unit, sessions) == wanted


def test_an_empty_catalogue_answers():
    found = ask(Index(), query="judo", age=7, needs=("calme",), extras=("maintenant",))
    assert (found.count, found.page(12), found.grid(), found.by_place()) == (0, [], {}, {})
