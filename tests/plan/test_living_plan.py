"""Whatever people do to a plan, in whatever order: the tree stays whole, and its history alone gives it back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, assume, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from preau.people.accounts.hand import Hand
from preau.plan.drafting import deciding, proposing
from preau.plan.drafting.errors import (
    AlreadyDecided,
    AlreadyProposed,
    Meanwhile,
    NothingProposed,
    PlaceMissing,
    WordsMoved,
)
from preau.plan.drafting.models import Suggestion
from preau.plan.structure import actions, placing
from preau.plan.structure.enums import ItemKind
from preau.plan.structure.errors import CannotUndo, EditConflict, NoPlace, NotEmpty
from preau.plan.structure.models import ItemChange, PlanItem
from preau.plan.structure.queries import plan_tree
from preau.plan.structure.replay import moment_of, plan_at, snapshot_of
from preau.plan.structure.rules import PARENT_OF
from tests.cast import make_person, make_plan
from tests.conftest import NOW

pytestmark = pytest.mark.django_db

WORDS = st.sampled_from(["Ouvrir", "Rencontrer les artistes", "Un enfant sur deux", "Accueillir chaque famille"])
PICK = st.integers(0, 10_000)
IN_ROWS = st.sampled_from([ItemKind.OPERATIONAL_OBJECTIVE, ItemKind.EXPECTED_EFFECT])
EXPECTED = (
    NoPlace,
    NotEmpty,
    CannotUndo,
    EditConflict,
    NothingProposed,
    AlreadyProposed,
    AlreadyDecided,
    Meanwhile,
    PlaceMissing,
    WordsMoved,
)
"""What the domain refuses, each with a sentence for the person. Anything else is a fault."""


class LivingPlan(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.outside = transaction.atomic()
        self.outside.__enter__()
        self.coordinator, self.partner = make_person("coordinator"), make_person("contributor")
        self.plan = make_plan()
        self.at = NOW
        self.moments = []

    def teardown(self):
        transaction.set_rollback(True)
        self.outside.__exit__(None, None, None)

    def hand(self, who=None):
        self.at += timedelta(minutes=1)
        return Hand(who or self.coordinator, self.at)

    def item(self, pick, *kinds, removed=False):
        found = list(self.plan.items.filter(removed_at__isnull=not removed).order_by("pk"))
        found = [item for item in found if not kinds or item.kind in kinds]
        assume(found or removed or kinds)
        return found[pick % len(found)] if found else None

    def row(self, pick):
        rows = list(self.plan.rows.select_related("general_objective").order_by("pk"))
        return rows[pick % len(rows)]

    def do(self, act, *arguments, **options):
        """Runs an act as a request does: all of it, or nothing when it is refused."""
        try:
            with transaction.atomic():
                return act(*arguments, **options)
        except EXPECTED:
            return None

    @rule(pick=PICK, text=WORDS)
    def reword(self, pick, text):
        item = self.item(pick)
        self.do(actions.reword, item, text, seen_version=item.version, hand=self.hand())

    @rule(pick=PICK, text=WORDS)
    def reword_with_an_old_page(self, pick, text):
        item = self.item(pick)
        self.do(actions.reword, item, text, seen_version=item.version - 1, hand=self.hand())

    @rule(pick=PICK, points=st.lists(WORDS, max_size=2))
    def detail(self, pick, points):
        item = self.item(pick)
        self.do(actions.detail, item, points, seen_version=item.version, hand=self.hand())

    @rule(pick=PICK, where=PICK, beside=PICK, edge=st.sampled_from(placing.Edge), after=st.booleans())
    def move(self, pick, where, beside, edge, after):
        item = self.item(pick)
        spot = (self.item(beside) or edge) if after else edge
        self.do(placing.move_item, item, self.row(where), after=spot, seen_version=item.version, hand=self.hand())

    @rule(where=PICK, kind=IN_ROWS, text=WORDS)
    def add(self, where, kind, text):
        self.do(placing.add_item, self.row(where), kind, text, hand=self.hand())

    @rule(pick=PICK, text=WORDS, edge=st.sampled_from(placing.Edge))
    def add_branch(self, pick, text, edge):
        axis = self.item(pick, ItemKind.AXIS)
        branch = self.do(placing.add_branch, self.plan, axis, text, after=edge, hand=self.hand())
        if branch is not None and axis is not None:
            self.do(placing.add_row, branch, hand=self.hand())

    @rule(pick=PICK)
    def remove(self, pick):
        self.do(placing.remove_item, self.item(pick), hand=self.hand())

    @rule(pick=PICK)
    def restore(self, pick):
        item = self.item(pick, removed=True)
        if item is not None:
            self.do(placing.restore_item, item, hand=self.hand())

    @rule(pick=PICK)
    def undo(self, pick):
        changes = list(ItemChange.objects.filter(item__plan=self.plan).order_by("-pk").select_related("item")[:12])
        self.do(actions.undo_change, changes[pick % len(changes)], hand=self.hand())

    @rule(
        pick=PICK,
        where=PICK,
        beside=PICK,
        kind=IN_ROWS,
        text=WORDS,
        what=st.sampled_from("wording place gone new details".split()),
    )
    def propose(self, pick, where, beside, kind, text, what):
        item = self.item(pick, *([] if what == "wording" else ["operational_objective", "expected_effect"]))
        proposal = {
            "wording": lambda: proposing.new_wording(item, text),
            "details": lambda: proposing.new_details(item, [text]),
            "gone": lambda: proposing.removal(item),
            "place": lambda: proposing.new_place(item, self.row(where), self.item(beside)),
            "new": lambda: proposing.addition(self.row(where), kind, text),
        }
        if item is not None:
            self.do(
                proposing.propose,
                self.plan,
                proposal[what](),
                hand=self.hand(self.partner),
                organisation=None,
                reason="",
            )

    @rule(pick=PICK, decision=st.sampled_from("accept insist refuse withdraw".split()), text=WORDS)
    def decide(self, pick, decision, text):
        waiting = list(Suggestion.objects.filter(plan=self.plan).order_by("pk").select_related("item"))
        suggestion = waiting[pick % len(waiting)]
        match decision:
            case "accept":
                self.do(deciding.accept_suggestion, suggestion, hand=self.hand())
            case "insist":
                seen = suggestion.item.version if suggestion.item else None
                self.do(deciding.accept_suggestion, suggestion, wording=text, seen_version=seen, hand=self.hand())
            case "refuse":
                self.do(deciding.refuse_suggestion, suggestion, hand=self.hand())
            case "withdraw":
                self.do(proposing.withdraw, suggestion, hand=self.hand(self.partner))

    @rule()
    def remember(self):
        self.moments.append((moment_of(self.plan), snapshot_of(self.plan)))

    @invariant()
    def the_tree_is_whole(self):
        items = list(PlanItem.objects.filter(plan=self.plan).select_related("parent", "row"))
        assert len({item.code for item in items}) == len({item.uid for item in items}) == len(items)
        for item in items:
            wanted = PARENT_OF[ItemKind(item.kind)]
            assert (item.parent.kind if item.parent else None) == wanted
            if item.row:
                assert item.row.plan_id == self.plan.pk
                assert item.row.general_objective_id == item.parent_id
            if item.removed_at is None and item.parent:
                assert item.parent.removed_at is None
        tree = plan_tree(self.plan)
        drawn = [*tree.objectives, *tree.effects]
        present = [item for item in items if item.row_id and item.removed_at is None]
        assert sorted(item.code for item in drawn) == sorted(item.code for item in present)

    @invariant()
    def history_gives_the_plan(self):
        assert plan_at(self.plan, moment_of(self.plan)) == snapshot_of(self.plan)
        for moment, snapshot in self.moments:
            assert plan_at(self.plan, moment) == snapshot

    @invariant()
    def versions_count_the_changes(self):
        for item in self.plan.items.prefetch_related("changes"):
            assert item.version == len(item.changes.all())


def test_the_tree_stays_whole_and_its_history_gives_it_back():
    run_state_machine_as_test(
        LivingPlan,
        settings=settings(
            max_examples=30,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        ),
    )
