"""Who may do what to an entry: their own organisation's for those who write, all of them for the town's agents."""

from __future__ import annotations

import pytest

from preau.offer.activities.enums import EntryState
from preau.offer.activities.permissions import ACTIVITIES
from preau.people.permissions import PUBLIC, Actor, actor_of
from tests.cast import make_organisation, make_person
from tests.cast.offer import make_activity, make_provider
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
_AGENTS = {"agent", "coordinator"}
_OWNERS = {*_AGENTS, "provider", "own_contributor"}
WHO = {
    **dict.fromkeys(
        ("follow", "create", "edit", "copy", "delete", "propose", "redraft", "verify", "withdraw"), _OWNERS
    ),
    **dict.fromkeys(("publish", "ask", "refuse", "reread"), _AGENTS),
}
"""Written out by hand, apart from the table of the program: the two must say the same."""


def actors() -> dict[str, Actor]:
    club, other = make_provider(), make_organisation("Autre club", "association")
    parts = ("coordinator", "agent", "elected", "reader", "data_officer", "administrator", "school_head", "teacher")
    people = {
        **{part: make_person(part) for part in (*parts, "stranger")},
        "provider": make_person("provider", organisation=club),
        "other_provider": make_person("provider", name="Autre Présidente", organisation=other),
        "own_contributor": make_person("contributor", organisation=club),
        "other_contributor": make_person("contributor", name="Loin D’ici", organisation=other),
    }
    found = {part: actor_of(person, NOW.date()) for part, person in people.items()}
    return {**found, "visitor": Actor(None, {PUBLIC: frozenset()})}


def test_each_act_of_each_role():
    parts, activity = actors(), make_activity(state="draft")
    assert set(WHO) | {"read"} == set(ACTIVITIES.rules)
    wrong = {
        (act, part)
        for act, who in WHO.items()
        for part, actor in parts.items()
        if ACTIVITIES.may(actor, act, activity) != (part in who)
    }
    assert wrong == set()


def test_everybody_reads_what_is_shown_and_only_its_own_reads_the_rest():
    parts = actors()
    for number, state in enumerate(EntryState):
        activity = make_activity(f"Judo {number}", state=state)
        shown = state in ("published", "stale")
        for part, actor in parts.items():
            assert ACTIVITIES.may(actor, "read", activity) == (shown or part in _OWNERS), (state, part)
