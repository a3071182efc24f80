"""The fictional catalogue: wide, complete, alive."""

from __future__ import annotations

from collections import Counter

from preau.demo.content.activities import ANSWERS, ENTRIES
from preau.offer.activities.completeness import lacking
from preau.offer.activities.enums import Domain, EntryState
from preau.offer.activities.models import Activity
from preau.offer.activities.said import entry_facts


def test_it_speaks_of_every_domain_public_and_age():
    assert {each.domain for each in ENTRIES} == set(Domain)
    assert {audience for each in ENTRIES for audience in each.audiences} == {
        "child", "young", "family", "class", "professional", }  # fmt: skip
    for age in range(1, 26):
        assert any(
            (each.ages[0] or 0) <= age <= (99 if each.ages[1] is None else each.ages[1])
            for each in ENTRIES
            if each.ages != (None, None)
        ), age
    assert 55 <= len(ENTRIES) <= 90
    assert {each.who for each in ENTRIES} <= set(ANSWERS)


def test_it_lives_once_loaded(clairval):
    states = Counter(Activity.objects.values_list("state", flat=True))
    assert states[EntryState.PUBLISHED] >= 50
    assert {EntryState.DRAFT, EntryState.PROPOSED, EntryState.TO_CHANGE, EntryState.STALE, EntryState.REFUSED} < set(
        states
    )
    for activity in Activity.objects.shown().select_related("site", "price_rule"):
        assert lacking(entry_facts(activity)) == []
        assert activity.revision
    assert Activity.objects.exclude(objectives=None).distinct().count() >= 30
