"""A town chooses what it looks at, types what it can't count, and leaves what nobody uses."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from preau.observatory.indicators.choosing import OwnWords, choose, choose_own, leave
from preau.observatory.indicators.entering import Typed, takes_a_value, type_value
from preau.observatory.indicators.enums import Sensitivity
from preau.observatory.indicators.errors import AlreadyChosen, CountsItself, NoProof, NotOfTheLibrary, Withdrawn
from preau.observatory.indicators.models import Indicator, IndicatorReading, Value
from preau.observatory.indicators.permissions import INDICATORS
from preau.observatory.indicators.taking_part import decide_presences, presences_on
from preau.observatory.indicators.using import forget_old_readings, kept_of, say_used
from preau.people.accounts.hand import Hand
from preau.people.audit.models import AuditEvent
from preau.people.permissions import actor_of
from preau.plan.structure.models import PlanItem
from tests.cast.people import make_commune, make_organisation, make_person
from tests.cast.plans import make_plan

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
PDF = (b"%PDF-1.7 comptage", "comptage.pdf")


@pytest.fixture
def effect() -> PlanItem:
    return make_plan().items.get(code="A1.G1.E1")


@pytest.fixture
def hand() -> Hand:
    return Hand(make_person("coordinator"), NOW)


def _typed(**facts: object) -> Typed:
    told = {"school_year": 2025, "source": "relevé du service", "known_on": date(2026, 6, 30), "amount": Decimal(12)}
    return Typed(**(told | facts))


def test_a_town_chooses_from_the_library_and_writes_its_own(effect, hand):
    first = choose(effect, "A1.G1.E1.i1", hand=hand)
    own = choose_own(effect, OwnWords("Jeunes croisés au skatepark", "jeunes comptés le samedi"), hand=hand)
    assert (first.number, own.number) == (1, 2)
    assert str(own) == "Jeunes croisés au skatepark"
    assert own.entry.sensitivity == Sensitivity.SENSITIVE, "nobody knows what it crosses"
    assert AuditEvent.objects.filter(verb="indicator.chosen").count() == 2


def test_an_effect_looks_at_the_same_thing_once(effect, hand):
    choose(effect, "A1.G1.E1.i1", hand=hand)
    with pytest.raises(AlreadyChosen):
        choose(effect, "A1.G1.E1.i1", hand=hand)
    with pytest.raises(NotOfTheLibrary):
        choose(effect, "A9.G1.E1.i1", hand=hand)


def test_one_that_stands_beside_two_effects_is_chosen_as_what_it_is(effect, hand):
    assert choose(effect, "A4.G1.E4.i1", hand=hand).code == "A1.G2.E6.i1"


def test_only_an_expected_effect_has_indicators(effect, hand):
    with pytest.raises(ValueError, match="objective"):
        choose(effect.plan.items.get(code="A1.G1.O2"), "A1.G1.E1.i1", hand=hand)


def test_what_is_left_keeps_its_values_and_may_be_chosen_again(effect, hand):
    indicator = choose(effect, "A1.G1.E3.i1", hand=hand)
    type_value(indicator, _typed(), upload=PDF, hand=hand)
    leave(indicator, "personne ne s’en sert", hand=hand)
    with pytest.raises(Withdrawn):
        leave(indicator, "encore", hand=hand)
    with pytest.raises(Withdrawn):
        type_value(indicator, _typed(), upload=PDF, hand=hand)
    assert indicator.values.count() == 1
    assert choose(effect, "A1.G1.E3.i1", hand=hand).number == 2


def test_a_value_typed_by_hand_has_its_proof(effect, hand):
    indicator = choose(effect, "A1.G1.E3.i1", hand=hand)
    with pytest.raises(NoProof):
        type_value(indicator, _typed(), hand=hand)
    value = type_value(indicator, _typed(amount=None, counted=Decimal(4), among=Decimal(16)), upload=PDF, hand=hand)
    assert value.amount == 25 and value.proof.name == "comptage.pdf"


def test_a_correction_replaces_and_nothing_is_written_over(effect, hand):
    indicator = choose(effect, "A1.G1.E3.i1", hand=hand)
    first = type_value(indicator, _typed(), upload=PDF, hand=hand)
    second = type_value(indicator, _typed(amount=Decimal(13)), upload=PDF, hand=hand)
    assert second.replaces == first
    assert list(Value.objects.standing()) == [second] and Value.objects.count() == 2


def test_what_counts_itself_takes_only_the_number_it_lacks(effect, hand):
    indicator = choose(effect, "A1.G1.E1.i1", hand=hand)
    assert takes_a_value(indicator)
    with pytest.raises(CountsItself):
        type_value(indicator, _typed(), hand=hand)
    outside = type_value(indicator, _typed(part="residents_11_17", amount=Decimal(2140), source="INSEE"), hand=hand)
    assert outside.proof is None, "an outside source has its name and its date"
    alone = choose(effect, "A1.G1.E1.i2", hand=hand)
    assert not takes_a_value(alone)


def test_a_survey_needs_its_answers_and_no_document(effect, hand):
    survey = choose(effect, "A1.G1.E6.i1", hand=hand)
    value = type_value(survey, _typed(answers=84, asked=240), hand=hand)
    assert value.answer_rate == 35
    with pytest.raises(IntegrityError), transaction.atomic():
        Value.objects.filter(pk=value.pk).update(answers=300)


@pytest.mark.parametrize(
    "facts", [{"known_on": date(2026, 12, 1)}, {"amount": None}, {"amount": None, "counted": Decimal(2)}]
)
def test_a_value_of_tomorrow_or_of_nothing_is_refused(effect, hand, facts):
    with pytest.raises(ValueError):
        type_value(choose(effect, "A1.G1.E3.i1", hand=hand), _typed(**facts), upload=PDF, hand=hand)
    assert not Value.objects.exists()


def test_a_figure_of_a_past_year_keeps_the_count_that_was_decided_then(hand):
    town = make_commune()
    assert presences_on(town, date(2026, 6, 1)) == 3
    decide_presences(town, 5, decided_by="comité de pilotage", valid_from=date(2026, 12, 1), hand=hand)
    assert presences_on(town, date(2026, 11, 30)) == 3
    assert presences_on(town, date(2026, 12, 1)) == 5


@pytest.mark.parametrize(
    ("part", "may"),
    [
        ("coordinator", {"read", "choose", "leave", "type"}),
        ("administrator", {"read"}),
        ("contributor", {"read"}),
        ("elected", {"read"}),
        ("reader", {"read"}),
        ("data_officer", {"read"}),
        ("agent", {"read"}),
        ("family_agent", set()),
        ("activity_leader", set()),
        ("stranger", set()),
    ],
)
def test_who_may_do_what(effect, hand, part, may):
    indicator = choose(effect, "A1.G1.E3.i1", hand=hand)
    who = hand.by if part == "coordinator" else make_person(part)
    actor = actor_of(who, date(2026, 11, 24))
    assert {action for action in INDICATORS.rules if INDICATORS.may(actor, action, indicator)} == may


def test_a_contributor_types_for_what_its_organisation_carries(effect, hand):
    mine = choose(effect, "A1.G1.E3.i1", carrier=make_organisation("Service des sports"), hand=hand)
    theirs = choose(effect, "A1.G1.E6.i1", carrier=make_organisation("Médiathèque"), hand=hand)
    contributor = make_person("contributor", organisation=make_organisation("Service des sports"))
    actor = actor_of(contributor, date(2026, 11, 24))
    assert INDICATORS.may(actor, "type", mine) and not INDICATORS.may(actor, "type", theirs)
    effect.owner = make_organisation("Service des sports")
    effect.save()
    assert INDICATORS.may(actor, "type", theirs)


def test_who_uses_a_figure_is_counted_once_a_month_and_forgotten(effect, hand):
    indicator = choose(effect, "A1.G1.E3.i1", hand=hand)
    assert say_used(indicator, hand=hand)
    assert not say_used(indicator, hand=hand)
    assert say_used(indicator, hand=Hand(make_person("elected"), NOW))
    [kept] = kept_of([indicator], NOW.date())
    assert (kept.readers, kept.minutes, kept.last_value_on) == (2, 60, None)
    assert forget_old_readings(NOW.date() + timedelta(700)) == 2
    assert not IndicatorReading.objects.exists()


def test_the_database_refuses_an_indicator_without_words(effect):
    with pytest.raises(IntegrityError), transaction.atomic():
        Indicator.objects.create(plan=effect.plan, effect=effect, number=9, chosen_on=NOW.date())
