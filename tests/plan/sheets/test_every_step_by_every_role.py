"""Every step of a sheet, for every role, in every state: taken, or refused with the sentence that says why."""

from __future__ import annotations

import pytest

from preau.people.permissions import PUBLIC, Actor, actor_of
from preau.plan.sheets.enums import SheetState as S
from preau.plan.sheets.models import ActionSheet
from preau.plan.sheets.permissions import SHEETS
from preau.plan.sheets.refusals import refusal
from preau.plan.sheets.states import LIFE
from tests.cast import make_organisation, make_person
from tests.cast.sheets import make_sheet, the_co_owner, the_owner
from tests.conftest import NOW

pytestmark = pytest.mark.django_db

ROLES = (
    "coordinator",
    "owner",
    "co_owner",
    "other",
    "elected",
    "reader",
    "data_officer",
    "administrator",
    "stranger",
    "visitor",
)
_OWNER, _CO_OWNER = {"coordinator", "owner"}, {"coordinator", "co_owner"}
_BOTH = _OWNER | _CO_OWNER
WHO = {
    "propose": _OWNER,
    "validate": _BOTH,
    "schedule": _OWNER,
    "start": _OWNER,
    "review": _OWNER,
    "archive": _OWNER,
    "reject": _CO_OWNER,
    "redraft": _BOTH,
    "cancel": _OWNER,
    "edit": _OWNER,
    "copy": _OWNER,
    "comment": _BOTH,
    "give_opinion": {"data_officer"},
}
_ALWAYS = set(S)
WHEN = {
    "propose": {S.DRAFT},
    "validate": {S.PROPOSED},
    "schedule": {S.CO_VALIDATED},
    "start": {S.SCHEDULED},
    "review": {S.RUNNING},
    "archive": {S.REVIEWED},
    "reject": {S.PROPOSED},
    "redraft": {S.PROPOSED, S.CO_VALIDATED, S.SCHEDULED, S.REJECTED},
    "cancel": {S.DRAFT, S.PROPOSED, S.CO_VALIDATED, S.SCHEDULED, S.RUNNING},
    "edit": {S.DRAFT, S.PROPOSED, S.CO_VALIDATED, S.SCHEDULED, S.RUNNING, S.REVIEWED},
    "copy": _ALWAYS,
    "comment": _ALWAYS,
    "give_opinion": _ALWAYS,
}
READS_DRAFTS = _BOTH
READS = set(ROLES) - {"stranger", "visitor"}
"""Written out by hand, apart from the table of the program: the two must say the same."""


def actors() -> dict[str, Actor]:
    rowing = make_organisation("Club d’aviron", "association")
    people = {
        "owner": make_person("contributor", organisation=the_owner()),
        "co_owner": make_person("contributor", name="Claire Aubin", organisation=the_co_owner()),
        "other": make_person("contributor", name="Karim Haddad", organisation=rowing),
        **{part: make_person(part) for part in ("coordinator", "elected", "reader", "data_officer", "administrator")},
        "stranger": make_person("stranger"),
    }
    found = {part: actor_of(person, NOW.date()) for part, person in people.items()}
    return {**found, "visitor": Actor(None, {PUBLIC: frozenset()})}


def test_each_step_of_each_role_in_each_state():
    parts = actors()
    sheets: dict[str, ActionSheet] = {}
    for state in S:
        sheets[state] = make_sheet(state)
        sheets[state].apps.create(name="Carnet", purpose="Photos", opinion="favourable", opinion_at=NOW)
    wrong = []
    for step, who in WHO.items():
        for state, sheet in sheets.items():
            for role in ROLES:
                sees = role in READS and (state not in (S.DRAFT, S.CANCELLED) or role in READS_DRAFTS)
                allowed = sees and role in who and state in WHEN[step]
                said = refusal(step, sheet, parts[role])
                if (said is None) != allowed or (said is not None and not _is_a_sentence(said)):
                    wrong.append((step, state, role, said))
    assert wrong == []


def _is_a_sentence(said: str) -> bool:
    return len(said) > 20 and said.endswith(".") and said[0].isupper()


@pytest.mark.parametrize("state", S)
def test_who_reads_a_sheet(state):
    parts = actors()
    sheet = make_sheet(state)
    readers = {role for role in ROLES if SHEETS.may(parts[role], "read", sheet)}
    assert readers == (READS_DRAFTS if state in (S.DRAFT, S.CANCELLED) else READS)


def test_a_sheet_cancelled_after_it_was_proposed_stays_readable():
    from preau.people.accounts.hand import Hand
    from preau.plan.sheets.stepping import cancel

    sheet = cancel(make_sheet("proposed"), hand=Hand(None, NOW), reason="Plus de bassin.")
    assert SHEETS.may(actors()["reader"], "read", sheet)


def test_the_permission_table_names_every_step_that_somebody_asks_for():
    asked = {step.name for step in LIFE.steps} - {"revise"}
    assert asked <= set(SHEETS.rules)
    assert set(SHEETS.rules) == set(WHO) | {"read", "create"}
    assert {step: set(LIFE.by_name[step].sources) for step in asked} == {step: WHEN[step] for step in asked}
