"""Which children an account reaches, act by act: the table that the whole family space stands on."""

from __future__ import annotations

from datetime import date

import pytest

from preau.people.accounts.models import User
from preau.people.households.doors import acts_on, children_for, homes_of
from preau.people.households.models import Child, Guardian
from preau.people.households.rights import Act
from tests.cast.families import (
    link,
    make_child,
    make_fostered,
    make_sheltered,
    make_two_homes,
    make_young_person,
)

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)


def reached(adult, act: Act, on: date = TODAY) -> set[str]:
    return {child.first_name for child in children_for(adult.account, act, on)}


def test_both_parents_do_everything_for_their_children_and_see_their_own_home_only():
    family = make_two_homes()
    for adult in family.adults.values():
        assert all(reached(adult, act) == {"Zélie", "Noé"} for act in Act)
    assert set(homes_of(family.adults["Yann"].account, TODAY)) == {family.homes["father"]}


def test_a_blocked_guardian_reaches_nothing():
    family = make_sheltered()
    assert all(reached(family.adults["Karim"], act) == set() for act in Act)
    assert reached(family.adults["Farida"], Act.READ) == {"Inès"}


def test_a_foster_carer_does_usual_acts_only():
    family = make_fostered()
    assert reached(family.adults["Odile"], Act.REGISTER) == {"Tom"}
    assert reached(family.adults["Odile"], Act.CONSENT) == set()
    assert reached(family.adults["Lucie"], Act.CONSENT) == {"Tom"}


def test_rights_are_by_child():
    family = make_two_homes()
    ours = make_child("Lou Prigent")
    link(ours, family.adults["Salomé"])
    assert reached(family.adults["Salomé"], Act.READ) == {"Zélie", "Noé", "Lou"}
    assert reached(family.adults["Yann"], Act.READ) == {"Zélie", "Noé"}


def test_a_link_that_ended_opens_nothing_the_day_after():
    family = make_two_homes()
    Guardian.objects.filter(adult=family.adults["Yann"]).update(until_on=TODAY)
    assert reached(family.adults["Yann"], Act.READ) == {"Zélie", "Noé"}
    assert reached(family.adults["Yann"], Act.READ, date(2026, 11, 25)) == set()


def test_a_young_person_acts_alone_from_fifteen():
    sacha = make_young_person().children["Sacha"]
    assert children_for(sacha.account, Act.REGISTER, TODAY).count() == 1
    assert children_for(sacha.account, Act.REGISTER, date(2025, 3, 31)).count() == 0
    assert children_for(sacha.account, Act.CONSENT, TODAY).count() == 0


def test_what_is_told_of_one_child_is_what_is_told_of_all():
    """Two readings of the same table: never one without the other."""
    families = [make_two_homes(), make_sheltered(), make_fostered(), make_young_person()]
    Guardian.objects.filter(adult=families[0].adults["Yann"]).update(until_on=TODAY)
    erased = make_child("Lou Prigent")
    link(erased, families[0].adults["Salomé"])
    Child.objects.filter(pk=erased.pk).update(erased_on=TODAY)
    link(families[0].children["Noé"], families[1].adults["Karim"])
    accounts = list(User.objects.all())
    assert len(accounts) >= 6
    for account in accounts:
        for child in Child.objects.all():
            for on in (TODAY, date(2026, 11, 25), date(2020, 1, 1)):
                listed = {act for act in Act if children_for(account, act, on).filter(pk=child.pk).exists()}
                assert acts_on(account, child, on) == listed, (account, child, on)
