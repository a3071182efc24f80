"""Who may do what to a label's file: every action × every role, for a school's file and for the town's."""

from __future__ import annotations

import pytest

from preau.people.permissions import actor_of
from preau.plan.labels.filing import open_file
from preau.plan.labels.permissions import APPLICANTS, LABELS, SCHEMES
from preau.plan.labels.states import LIFE
from tests.cast import make_organisation, make_person

pytestmark = pytest.mark.django_db
ROLES = ("coordinator", "administrator", "elected", "reader", "data_officer", "contributor", "head", "stranger")
ALL = set(ROLES) - {"stranger"}
STEPS = {"submit", "grant", "refuse", "renew", "abandon", "prepare"}

OF_THE_SCHOOL = {
    "read": ALL,
    "read_proofs": {"coordinator", "elected", "data_officer", "head"},
    "prove": {"coordinator", "head"},
    **{key: {"head"} for key in STEPS},
    "expire": set(),
}
OF_THE_TOWN = {
    "read": ALL,
    "read_proofs": {"coordinator", "elected", "data_officer", "contributor"},
    "prove": {"coordinator", "contributor"},
    **{key: {"coordinator", "contributor"} for key in STEPS},
    "expire": set(),
}


def test_every_step_has_its_rule():
    assert {step.name for step in LIFE.steps} <= set(LABELS.rules) == set(OF_THE_SCHOOL) == set(OF_THE_TOWN)


@pytest.fixture
def part(request, head):
    return lambda role: head if role == "head" else make_person(role)


@pytest.mark.parametrize("role", ROLES)
def test_a_schools_file(file, part, role, now):
    who = actor_of(part(role), now.date())
    assert {action for action in OF_THE_SCHOOL if LABELS.may(who, action, file)} == {
        action for action, roles in OF_THE_SCHOOL.items() if role in roles
    }


@pytest.mark.parametrize("role", ROLES)
def test_a_file_of_the_town(schemes, hand, part, role, now):
    file = open_file(schemes["qualivilles"], make_organisation("Service des sports"), hand=hand)
    who = actor_of(part(role), now.date())
    assert {action for action in OF_THE_TOWN if LABELS.may(who, action, file)} == {
        action for action, roles in OF_THE_TOWN.items() if role in roles
    }


@pytest.mark.parametrize(
    ("role", "school_opens", "town_opens"),
    [
        ("coordinator", False, True),
        ("head", True, False),
        ("contributor", False, True),
        ("elected", False, False),
        ("reader", False, False),
        ("administrator", False, False),
        ("data_officer", False, False),
        ("stranger", False, False),
    ],
)
def test_a_school_applies_for_itself(school, part, role, school_opens, town_opens, now):
    who = actor_of(part(role), now.date())
    sports = make_organisation("Service des sports")
    assert APPLICANTS.may(who, "open", school) is school_opens
    assert APPLICANTS.may(who, "open", sports) is town_opens


@pytest.mark.parametrize("role", ROLES)
def test_coordination_keeps_the_list_of_labels(schemes, part, role, now):
    who = actor_of(part(role), now.date())
    assert SCHEMES.may(who, "read", schemes["e3d"]) is (role in ALL)
    assert SCHEMES.may(who, "edit", schemes["e3d"]) is (role == "coordinator")
