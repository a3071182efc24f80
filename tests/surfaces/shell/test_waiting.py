"""What waits for each person, as the weekly mail says it."""

from __future__ import annotations

from datetime import date

import pytest

from preau.surfaces.shell.waiting.points import entrusted_points
from tests.cast import make_person, make_plan

TODAY = date(2026, 11, 24)
pytestmark = pytest.mark.django_db


def test_contributor_is_told_of_the_points_of_their_organisation_and_nobody_else(client, django_assert_num_queries):
    plan = make_plan()
    awa, nadia, thomas = make_person("contributor"), make_person("coordinator"), make_person("reader")
    with django_assert_num_queries(2):
        told = entrusted_points([awa, nadia, thomas], TODAY)
    assert list(told) == [awa.pk]
    [thing] = told[awa.pk]
    assert (thing.title, thing.due_on, thing.why) == ("un point ouvert dans A1.G1.O2", date(2026, 11, 10), "en retard")
    client.force_login(awa)
    page = client.get(thing.path).content.decode()
    assert f'id="point-{plan.open_points.get(owner__isnull=False).pk}"' in page


@pytest.mark.parametrize("change", ["settled", "removed", "discarded", "left"])
def test_what_does_not_wait_any_more_is_not_told(now, change):
    plan = make_plan()
    awa = make_person("contributor")
    point = plan.open_points.get(owner__isnull=False)
    if change == "settled":
        plan.open_points.filter(pk=point.pk).update(settled_at=now, outcome="settled", decision="C’est fait.")
    elif change == "removed":
        plan.items.filter(pk=point.item_id).update(removed_at=now)
    elif change == "discarded":
        type(plan).objects.update(discarded_at=now)
    else:
        awa.memberships.update(ends_on=date(2026, 11, 1))
    assert entrusted_points([awa], TODAY) == {}
