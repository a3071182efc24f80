"""The index that a process holds: what it reads of the database, and how it follows what changes."""

from __future__ import annotations

from datetime import date, time, timedelta
from threading import Event, Thread

import pytest
from django.db import connection

from preau.offer.activities.enums import EntryState, Rhythm, Season
from preau.offer.activities.models import Activity, Adaptation, Session, Slot
from preau.offer.activities.revisions import touch
from preau.offer.finding import catalogue
from preau.offer.finding.catalogue import index_of
from preau.offer.prices.enums import PriceKind
from preau.offer.prices.models import PriceRule
from preau.town.areas.enums import AreaKind
from preau.town.areas.models import Area
from preau.town.places.models import Site
from tests.cast import make_activity, make_commune, make_site
from tests.offer.finding.plain import NOW, ask, titles

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


def held():
    return index_of(make_commune(), now=NOW)


def test_shown_entries_are_read_with_all_that_families_ask_for(now):
    site = make_site()
    Site.objects.filter(pk=site.pk).update(lon=2.164, lat=48.944)
    corners = [[2.16, 48.94], [2.17, 48.94], [2.17, 48.95], [2.16, 48.95], [2.16, 48.94]]
    outline = {"type": "Polygon", "coordinates": [corners]}
    Area.objects.create(
        commune=make_commune(), kind=AreaKind.QUARTER, name="Les Tilleuls", official_id="q1", fingerprint="x",
        outline=outline, west=2.16, south=48.94, east=2.17, north=48.95,
    )  # fmt: skip
    rule = PriceRule.objects.create(
        commune=make_commune(), name="Libre", kind=PriceKind.FREE, terms={}, valid_from=date(2026, 9, 1)
    )
    judo = make_activity(
        site=site, price_rule=rule, levels=["cp"], pillars=["practise"], has_taster=True, booking="none",
        audiences=["child", "family"],
    )  # fmt: skip
    Adaptation.objects.create(
        activity=judo, sensory=["quiet"], premises=["step_free"], companion_is_free=True, is_specialised=True
    )
    slot = judo.slots.get()
    Session.objects.create(
        activity=judo, slot=slot, day=TODAY, starts_at=now - timedelta(minutes=5), ends_at=now + timedelta(hours=1)
    )
    index = held()
    for filters in (
        {"query": "judo"}, {"query": "tilleuls"}, {"age": 7}, {"days": ("mercredi",), "moments": ("apres-midi",)},
        {"price": 0}, {"domains": ("arts-martiaux",)}, {"publics": ("familles",)}, {"levels": ("cp",)},
        {"pillars": ("pratiquer",)}, {"quarters": ("les-tilleuls",)}, {"needs": ("calme", "sans-marche", "accompagnant")},
        {"extras": ("essai", "sans-inscription", "maintenant", "cette-semaine")}, {"organisations": ("club-de-judo",)},
    ):  # fmt: skip
        assert titles(ask(index, **filters)) == ["Judo"], filters
    for filters in ({"age": 12}, {"days": ("lundi",)}, {"needs": ("pictogrammes",)}, {"query": "danse"}):
        assert titles(ask(index, **filters)) == []
    assert (index.quarters, index.organisers) == ({"les-tilleuls": "Les Tilleuls"}, {"club-de-judo": "Club de judo"})
    assert held().entry(judo.pk).is_specialised


def test_families_never_find_what_is_not_published_or_is_over():
    make_activity("Ancienne", ends_on=date(2026, 11, 23))
    for state in EntryState:
        make_activity(state.label.capitalize(), state=state)
    assert sorted(titles(ask(held()))) == ["Publiée", "À vérifier"]


@pytest.mark.parametrize(
    ("facts", "days", "periods"),
    [
        ({"rhythm": Rhythm.FORTNIGHTLY, "weekday": 5, "season": Season.ALWAYS}, ("samedi",), ("vacances",)),
        ({"rhythm": Rhythm.HOLIDAYS, "weekday": None, "season": Season.HOLIDAYS}, ("jeudi",), ("vacances",)),
        ({"rhythm": Rhythm.ONCE, "weekday": None, "first_on": date(2026, 12, 12)}, ("samedi",), ()),
    ],
)
def test_each_rhythm_has_its_days(facts, days, periods):
    activity = make_activity(weekday=None)
    Slot.objects.create(activity=activity, starts_at=time(10), ends_at=time(11), **facts)
    assert titles(ask(held(), days=days, periods=periods)) == ["Judo"]
    assert titles(ask(held(), days=("dimanche",), periods=periods)) == []


def test_what_met_this_morning_is_no_longer_the_soonest_tonight():
    commune = make_commune()
    for title, hour in (("Matin", 1), ("Soir", 9)):
        activity = make_activity(title)
        start = NOW + timedelta(hours=hour)
        Session.objects.create(
            activity=activity, slot=activity.slots.get(), day=TODAY, starts_at=start, ends_at=start + timedelta(hours=1)
        )
    assert titles(ask(index_of(commune, now=NOW))) == ["Matin", "Soir"]
    assert titles(ask(index_of(commune, now=NOW + timedelta(hours=4)))) == ["Soir", "Matin"]


def test_what_changes_is_followed_without_reading_the_rest_again(django_assert_max_num_queries):
    judo, danse = make_activity("Judo"), make_activity("Danse")
    assert titles(ask(held())) == ["Danse", "Judo"]
    Activity.objects.filter(pk=judo.pk).update(title="Aïkido")
    Activity.objects.filter(pk=danse.pk).update(state=EntryState.WITHDRAWN)
    touch(judo.commune, [judo, danse])
    make_activity("Zumba")
    with django_assert_max_num_queries(8):
        index = held()
    assert titles(ask(index)) == ["Aïkido", "Zumba"]
    assert titles(ask(index, query="danse")) == []


def test_when_nothing_moved_one_query_says_so(django_assert_num_queries):
    make_activity()
    first = held()
    with django_assert_num_queries(2):  # the town of the cast, and the catalogue's clock
        assert held() is first


@pytest.mark.parametrize("move", ["site", "price", "erased", "tomorrow"])
def test_sites_prices_and_days_that_move_make_the_index_again(move):
    site = make_site()
    rule = PriceRule.objects.create(
        commune=make_commune(), name="Libre", kind=PriceKind.FREE, terms={}, valid_from=date(2026, 9, 1)
    )
    judo, _ = make_activity(site=site, price_rule=rule), make_activity("Danse", ends_on=TODAY)
    first = held()
    if move == "site":
        Site.objects.filter(pk=site.pk).update(lon=2.1, lat=48.9, version=site.version + 1)
        assert held().places[site.pk].lon == 2.1
    elif move == "price":
        PriceRule.objects.filter(pk=rule.pk).update(unit="la séance", version=2)
        assert held().tariffs[rule.pk].unit == "la séance"
    elif move == "erased":
        touch(judo.commune, [])
        Activity.objects.filter(pk=judo.pk).delete()
        assert titles(ask(held())) == ["Danse"]
    else:
        assert titles(ask(index_of(make_commune(), now=NOW + timedelta(days=1)))) == ["Judo"]
    assert first.count == 2


@pytest.mark.django_db(transaction=True)
def test_others_are_served_the_index_before_while_the_next_one_is_made(monkeypatch):
    commune = make_commune()
    make_activity("Judo")
    before = held()
    make_activity("Danse")
    started, go_on = Event(), Event()
    made = catalogue._made

    def slowly(*arguments):
        started.set()
        assert go_on.wait(10)
        return made(*arguments)

    monkeypatch.setattr(catalogue, "_made", slowly)
    answers: list[object] = []

    def ask_in_another_thread():
        answers.append(index_of(commune, now=NOW))
        connection.close()

    one = Thread(target=ask_in_another_thread)
    one.start()
    assert started.wait(10)
    assert index_of(commune, now=NOW) is before
    go_on.set()
    one.join()
    assert titles(ask(answers[0])) == ["Danse", "Judo"]
