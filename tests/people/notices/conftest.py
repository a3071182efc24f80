from __future__ import annotations

from datetime import timedelta

import pytest

from preau.people.notices.actions import notify
from preau.people.notices.enums import NoticeKind
from tests.cast import make_person


@pytest.fixture
def tell(now):
    """``tell(person, "A1.G1.O1")``: something happened yesterday, which the mail of this morning should say."""

    def telling(*people, title="A1.G1.O1", kind=NoticeKind.REPLIED, subject=None, at=None, **more):
        return notify(
            people,
            kind=kind,
            subject=subject or f"plan.PlanItem:{title}",
            title=title,
            path="/atelier/projet/a1-g1-o1/",
            now=at or now - timedelta(days=1),
            **more,
        )

    return telling


@pytest.fixture
def nadia(db):
    return make_person("coordinator")


@pytest.fixture
def awa(db):
    return make_person("contributor")
