"""Papers of children and homes, read for many at once."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Q, QuerySet

from preau.foundation.prepared import prepared
from preau.people.households.enums import DocumentState
from preau.people.households.models import Child, Household, SupportingDocument
from preau.people.households.papers import Papers


class Drawer:
    """Papers of many children and homes, read at once. Who gave nothing has an empty one."""

    def __init__(self, children: Collection[int], homes: Collection[int], on: date) -> None:
        self._found: dict[tuple[type, int | None], Papers] = {}
        for child, household, kind, state in _papers(
            children=tuple(sorted(children)), homes=tuple(sorted(homes)), on=on
        ):
            key: tuple[type, int | None] = (Child, child) if child else (Household, household)
            one = frozenset({kind})
            told = Papers(checked=one) if state == DocumentState.ACCEPTED else Papers(unchecked=one)
            self._found[key] = self._found.get(key, Papers()) | told

    def of(self, child: Child, home: Household | None) -> Papers:
        """For a child, in the name of one home: its own serve everywhere, those of the other home do not."""
        mine = self._found.get((Child, child.pk), Papers())
        return mine | self._found.get((Household, home.pk), Papers()) if home else mine


@prepared
def _papers(
    *, children: tuple[int, ...], homes: tuple[int, ...], on: date
) -> QuerySet[SupportingDocument, tuple[int | None, int | None, str, str]]:
    still = Q(valid_until__isnull=True) | Q(valid_until__gte=on)
    whose = Q(child__pk__in=children) | Q(household__pk__in=homes)
    counted = (DocumentState.SENT, DocumentState.ACCEPTED)
    rows = SupportingDocument.objects.filter(whose & still, state__in=counted)
    return rows.values_list("child", "household", "kind", "state")


def papers_of(child: Child, home: Household | None, on: date) -> Papers:
    return Drawer([child.pk], [home.pk] if home else [], on).of(child, home)
