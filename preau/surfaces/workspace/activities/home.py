"""The day of an association: its entries by state, its papers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from preau.offer.activities.enums import EntryState
from preau.offer.activities.models import Activity
from preau.offer.activities.permissions import ACTIVITIES
from preau.offer.providers.permissions import PROVIDERS
from preau.offer.providers.queries import PaperLine, owed_by, papers_of
from preau.people.organisations.models import Organisation
from preau.people.permissions import Actor


@dataclass(frozen=True, slots=True)
class Partner:
    """One organisation: its entries, those that families see, and the papers that its entries need."""

    organisation: Organisation
    entries: list[Activity]
    papers: list[PaperLine]

    @property
    def shown(self) -> int:
        return sum(each.is_shown for each in self.entries)


def partners_of(who: Actor, today: date) -> list[Partner]:
    """The organisations for which somebody writes; none for a teacher."""
    if not ACTIVITIES.may(who, "follow"):
        return []
    found = []
    for organisation in PROVIDERS.rows(who, "read", Organisation.objects.select_related("commune").order_by("name")):
        alive = organisation.activities.exclude(state__in=(EntryState.REFUSED, EntryState.WITHDRAWN))  # type: ignore[attr-defined]
        owed = owed_by(organisation)
        lines = papers_of([organisation], organisation.commune, today)[organisation.pk]
        papers = [line for kind, line in lines.items() if kind in owed]
        found.append(Partner(organisation, list(alive.order_by("title", "pk")), papers))
    return found
