"""The demonstration's news: some to read, some read."""

from __future__ import annotations

from collections.abc import Mapping

from preau.demo.content.notices import NOTICES
from preau.people.accounts.models import User
from preau.people.notices.actions import mark_read, notify
from preau.people.notices.queries import unread_of
from preau.plan.structure.models import PlanItem


def tell_the_news(items: Mapping[str, PlanItem], people: Mapping[str, User]) -> None:
    for who, kind, code, title, at, read_at, due_on in sorted(NOTICES, key=lambda each: each[4]):
        item = items[code]
        path = f"/atelier/projet/{item.slug}/"
        notify([people[who]], kind=kind, subject=item, title=title, path=path, now=at, due_on=due_on)
        if read_at is not None:
            mark_read(unread_of(people[who]).filter(subject=f"plan.PlanItem:{item.pk}").latest("at"), now=read_at)
