"""An entry is opened and changed: nothing overwritten, everything written down, the catalogue told."""

from __future__ import annotations

from datetime import date, time

import pytest

from preau.offer.activities.errors import EntryClosed, EntryConflict, NotComplete, WrongFact
from preau.offer.activities.models import Activity
from preau.offer.activities.revisions import latest
from preau.offer.activities.said import AdaptationFacts
from preau.offer.activities.slots import SlotFacts, lines_of
from preau.offer.activities.writing import change_activity, create_activity, delete_draft
from preau.offer.prices.enums import PriceKind
from preau.offer.prices.models import PriceRule
from preau.people.accounts.hand import Hand
from preau.people.audit.models import AuditEvent
from preau.people.notices.models import Notice
from tests.cast import make_commune, make_organisation, make_person, make_plan
from tests.cast.offer import make_activity, make_provider, make_whole
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
DAYS = {"starts_on": date(2026, 9, 7), "ends_on": date(2027, 6, 30)}
WEDNESDAY = SlotFacts(time(14), time(15), 2)


@pytest.fixture
def hand():
    make_provider()
    return Hand(make_person("provider"), NOW)


def create(hand, title="Judo", **facts):
    return create_activity(
        make_provider(), title=title, domain="combat", school_year=2026, hand=hand, **{**DAYS, **facts}
    )


def test_an_association_opens_a_draft_that_nobody_else_sees(hand):
    activity = create(hand, slots=[WEDNESDAY], adaptation=AdaptationFacts(not_possible="Pas d’ascenseur."))
    assert (activity.state, activity.slug, activity.version) == ("draft", "judo", 1)
    assert [line.weekday for line in lines_of(activity)] == [2]
    assert activity.adaptation.not_possible == "Pas d’ascenseur."
    assert activity.steps.get().step == "create"
    assert AuditEvent.objects.filter(verb="activity.create").exists()
    assert activity.sessions.count() > 20
    assert latest(activity.commune) == activity.revision > 0


def test_two_entries_of_one_title_have_two_addresses_and_nouns_are_kept_free(hand):
    slugs = [create(hand).slug, create(hand).slug, create(hand).slug, create(hand, title="Semaine").slug]
    assert slugs == ["judo", "judo-2026", "judo-2026-2", "semaine-2026"]


def test_a_change_replaces_what_is_given_and_says_what_changed(hand):
    activity = create(hand, summary="Avant.")
    change = change_activity(activity, {"summary": "Après.", "age_min": 6}, seen_version=1, hand=hand)
    assert change.facts == {"summary": ["Avant.", "Après."], "age_min": [None, 6]}
    assert change.activity.version == 2
    assert change.activity.title == "Judo"


def test_the_same_again_changes_nothing_and_is_not_written_down(hand):
    activity = create(hand, summary="Pareil.")
    change = change_activity(activity, {"summary": "Pareil."}, seen_version=1, hand=hand)
    assert change.facts == {}
    assert (change.activity.version, activity.steps.count()) == (1, 1)


def test_two_people_who_change_the_same_fact_do_not_overwrite_each_other(hand):
    activity = create(hand)
    change_activity(activity, {"summary": "La première."}, seen_version=1, hand=hand)
    with pytest.raises(EntryConflict) as met:
        change_activity(activity, {"summary": "La seconde."}, seen_version=1, hand=hand)
    assert met.value.facts == {"summary"}
    assert met.value.current.summary == "La première."
    change_activity(activity, {"keywords": "dojo"}, seen_version=1, hand=hand)
    assert Activity.objects.get().keywords == "dojo"


def test_a_person_s_number_is_not_kept_in_the_history(hand):
    activity = create(hand)
    change = change_activity(activity, {"contact_phone": "01 99 00 00 09"}, seen_version=1, hand=hand)
    assert change.facts == {"contact_phone": [None, None]}
    told = AdaptationFacts(contact_name="Lise", not_possible="Rien.")
    change = change_activity(activity, {"adaptation": told}, seen_version=2, hand=hand)
    assert change.facts["adaptation_contact"] == [None, None]
    assert "Lise" not in str(list(activity.steps.values_list("facts", flat=True)))


def test_lines_with_a_key_correct_their_slot_and_those_left_out_go(hand):
    activity = create(hand, slots=[WEDNESDAY, SlotFacts(time(9), time(10), 5)])
    first, second = lines_of(activity)
    keys = {first.key: first, second.key: second}
    moved = SlotFacts(time(16), time(17), 2, key=first.key)
    change_activity(activity, {"slots": [moved, SlotFacts(time(9), time(10), 0)]}, seen_version=1, hand=hand)
    after = {line.key: line for line in lines_of(activity)}
    assert after[first.key].starts_at == time(16)
    assert len(after) == 2
    assert second.key not in after
    assert keys


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (SlotFacts(time(15), time(14), 2), "après l’heure de début"),
        (SlotFacts(time(14), time(15), None), "jour de la semaine"),
        (SlotFacts(time(14), time(15), None, "once"), "séance unique"),
        (SlotFacts(time(14), time(15), 2, first_on=date(2026, 12, 1), last_on=date(2026, 11, 1)), "après le premier"),
        (SlotFacts(time(14), time(15), 2, first_on=date(2028, 1, 1)), "sort des dates"),
    ],
)
def test_a_slot_that_can_t_stand_is_said_with_its_number_and_nothing_is_kept(hand, line, words):
    activity = create(hand)
    with pytest.raises(WrongFact, match=f"Créneau 1 : .*{words}"):
        change_activity(activity, {"slots": [line]}, seen_version=1, hand=hand)
    assert activity.slots.count() == 0


def test_forty_one_slots_are_several_activities(hand):
    with pytest.raises(WrongFact, match="40 créneaux"):
        create(hand, slots=[WEDNESDAY] * 41)


def test_dates_ages_and_prices_that_can_t_stand(hand):
    activity = create(hand)
    other = make_organisation("Autre club", "association")
    theirs = PriceRule.objects.create(
        commune=make_commune(), organisation=other, name="Le leur", kind=PriceKind.FREE, valid_from=date(2026, 9, 1)
    )
    wrongs = [{"ends_on": date(2020, 1, 1)}, {"age_min": 9, "age_max": 3}, {"price_rule": theirs}]
    for facts in wrongs:
        with pytest.raises(WrongFact):
            change_activity(activity, facts, seen_version=1, hand=hand)
    with pytest.raises(TypeError, match="nonsense"):
        change_activity(activity, {"nonsense": 1}, seen_version=1, hand=hand)


def test_only_operational_objectives_are_served(hand):
    plan = make_plan()
    activity = create(hand)
    axis, objective = (plan.items.filter(kind=kind).first() for kind in ("axis", "operational_objective"))
    with pytest.raises(WrongFact, match="objectifs opérationnels"):
        change_activity(activity, {"objectives": [axis]}, seen_version=1, hand=hand)
    change = change_activity(activity, {"objectives": [objective]}, seen_version=1, hand=hand)
    assert change.facts == {"objectives": [[], [objective.code]]}


def test_what_families_read_stays_complete(hand):
    activity = make_whole(state="published")
    with pytest.raises(NotComplete) as refused:
        change_activity(activity, {"summary": ""}, seen_version=1, hand=hand)
    assert [lack.about for lack in refused.value.lacks] == ["summary"]
    assert Activity.objects.get().summary


def test_a_published_entry_that_changes_is_shown_at_once_and_the_town_is_told(hand):
    agent = make_person("agent")
    activity = make_whole(state="published")
    before = activity.revision
    done = change_activity(activity, {"summary": "Nouveau."}, seen_version=1, hand=hand).activity
    assert (done.state, done.version, done.read_version) == ("published", 2, 1)
    assert done.revision > before
    assert Notice.objects.get(recipient=agent).title == "« Judo » a changé depuis votre lecture"
    by_agent = change_activity(done, {"summary": "Relu."}, seen_version=2, hand=Hand(agent, NOW)).activity
    assert by_agent.read_version == by_agent.version == 3


@pytest.mark.parametrize("state", ["refused", "withdrawn"])
def test_what_is_closed_does_not_change(hand, state):
    with pytest.raises(EntryClosed):
        change_activity(make_activity(state=state), {"title": "Autre"}, seen_version=1, hand=hand)


def test_a_draft_that_nobody_saw_may_go_and_nothing_else(hand):
    activity = create(hand)
    delete_draft(activity, hand=hand)
    assert not Activity.objects.exists()
    assert AuditEvent.objects.filter(verb="activity.deleted").exists()
    with pytest.raises(EntryClosed):
        delete_draft(make_activity(state="published"), hand=hand)
