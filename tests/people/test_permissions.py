"""One rule answers "may I?" and "which rows?"."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser

from preau.people.accounts.enums import Role
from preau.people.accounts.models import Membership
from preau.people.permissions import PUBLIC, actor_of
from preau.plan.drafting.permissions import POINTS, SUGGESTIONS
from preau.plan.importing.permissions import IMPORTS
from preau.plan.structure.models import PlanItem, TerritorialEducationPlan
from preau.plan.structure.permissions import ITEMS, PLANS
from tests.cast import make_organisation, make_person, make_plan

TODAY = date(2026, 11, 24)
TABLES = {"plans": PLANS, "items": ITEMS, "points": POINTS, "suggestions": SUGGESTIONS, "imports": IMPORTS}
pytestmark = pytest.mark.django_db


def test_contributor_edits_what_their_organisation_carries_and_nothing_else():
    plan = make_plan()
    awa = actor_of(make_person("contributor"), TODAY)
    assert [item.code for item in ITEMS.rows(awa, "edit", PlanItem.objects.all())] == ["A1.G1.O2"]
    assert ITEMS.may(awa, "edit", plan.items.get(code="A1.G1.O2"))
    assert not ITEMS.may(awa, "edit", plan.items.get(code="A1.G1.O1"))


def test_visitor_reads_only_what_is_shown():
    make_plan()
    shown = make_plan(shown=True, title="Montré")
    visitor = actor_of(AnonymousUser(), TODAY)
    assert list(PLANS.rows(visitor, "read", TerritorialEducationPlan.objects.all())) == [shown]
    assert not PLANS.may(visitor, "read_draft")


def test_a_role_ends_the_day_after_its_last_day():
    nadia = make_person("coordinator")
    nadia.memberships.update(ends_on=TODAY)
    assert actor_of(nadia, TODAY).holds(Role.PLAN_COORDINATOR)
    assert not actor_of(nadia, TODAY + timedelta(days=1)).holds(Role.PLAN_COORDINATOR)


def test_a_role_does_not_begin_before_its_first_day():
    thomas = make_person("reader")
    thomas.memberships.update(starts_on=TODAY + timedelta(days=1))
    assert not actor_of(thomas, TODAY).is_professional


def test_a_closed_account_has_no_role():
    nadia = make_person("coordinator")
    nadia.is_active = False
    assert set(actor_of(nadia, TODAY).parts) == {PUBLIC}


def test_one_person_with_two_roles_has_the_rights_of_both():
    awa = make_person("contributor")
    Membership.objects.create(
        user=awa, organisation=make_organisation("Conseil municipal"), role=Role.ELECTED_MEMBER, starts_on=TODAY
    )
    actor = actor_of(awa, TODAY)
    assert actor.holds(Role.CONTRIBUTOR, Role.ELECTED_MEMBER)
    assert PLANS.may(actor, "steer")


def test_an_action_nobody_declared_is_a_mistake_of_ours():
    with pytest.raises(KeyError):
        PLANS.may(actor_of(AnonymousUser(), TODAY), "fly")


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("part", ["administrator", "elected", "reader"])
def test_those_who_only_look_can_write_nothing(name, part):
    actor = actor_of(make_person(part), TODAY)
    writing = [action for action in TABLES[name].rules if not action.startswith(("read", "steer"))]
    assert [action for action in writing if TABLES[name].may(actor, action)] == []


def test_every_role_says_what_it_is_for():
    assert all(len(role.description) > 30 for role in Role)
