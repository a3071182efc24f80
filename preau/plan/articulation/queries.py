"""What screens and indicators need of pairs, in a fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import Prefetch, Q, QuerySet

from preau.plan.sheets.enums import SheetState
from preau.plan.sheets.models import ActionSheet

from .content import Content
from .crossings import Crossing, crossings
from .enums import Side
from .models import ProjectSummary, SitePair, SummarySeen

_GIVEN_UP = (SheetState.CANCELLED, SheetState.REJECTED)


@dataclass(frozen=True, slots=True)
class SideStanding:
    """Where one side stands: what the other reads, what is being written, who of the other side opened it."""

    side: Side
    published: ProjectSummary | None = None
    draft: ProjectSummary | None = None
    openings: tuple[SummarySeen, ...] = ()

    @property
    def last(self) -> ProjectSummary | None:
        return self.draft or self.published

    @property
    def revision(self) -> int:
        return self.last.revision if self.last else 0

    @property
    def content(self) -> Content:
        """What was published; nothing as long as nothing was."""
        return self.published.content if self.published else Content()


def pairs() -> QuerySet[SitePair]:
    return SitePair.objects.select_related("site", "school", "care")


def standings(pair: SitePair) -> dict[Side, SideStanding]:
    """Both sides. Three queries."""
    rows = list(
        pair.summaries.select_related("changed_by", "published_by", "pair__school", "pair__care")
        .prefetch_related("periods", Prefetch("seen", SummarySeen.objects.select_related("by", "organisation")))
        .order_by("-version")
    )
    return {side: _standing(side, [row for row in rows if row.side == side]) for side in Side}


def _standing(side: Side, rows: list[ProjectSummary]) -> SideStanding:
    published = next((row for row in rows if row.is_published), None)
    draft = next((row for row in rows if not row.is_published), None)
    return SideStanding(side, published, draft, tuple(published.seen.all()) if published else ())


def sheets_together(pair: SitePair) -> QuerySet[ActionSheet]:
    """Sheets of that year that the two sides carry together, whoever began them, those given up left out."""
    sides = Q(owner=pair.school_id, co_owner=pair.care_id) | Q(owner=pair.care_id, co_owner=pair.school_id)
    here = Q(sites=pair.site_id) | Q(sites__isnull=True)
    return (
        ActionSheet.objects.filter(sides, here, school_year=pair.school_year)
        .exclude(state__in=_GIVEN_UP)
        .select_related("owner", "co_owner", "plan", "joint")
        .prefetch_related("themes", "validations__organisation")
        .distinct()
    )


def crossings_of(pair: SitePair, today: date, sides: dict[Side, SideStanding] | None = None) -> list[Crossing]:
    """What the two published projects could do together from that day on, but for what is done or set aside."""
    sides = sides or standings(pair)
    together = list(sheets_together(pair))
    aside = {
        *pair.dismissals.values_list("key", flat=True),
        *(each.joint.key for each in together if hasattr(each, "joint")),
    }
    found = crossings(sides[Side.SCHOOL].content, sides[Side.CARE].content, without=aside, today=today)
    told = [(each.theme_set, each.starts_on, each.ends_on) for each in together]
    return [each for each in found if not any(each.is_carried_by(*facts) for facts in told)]


class Reading(NamedTuple):
    """How many pairs opened each other's summary, of how many. Opening is not reading."""

    both_opened: int
    pairs: int


def reading_of(year: int) -> Reading:
    """Of a school year. Two queries."""
    kept = list(SitePair.objects.filter(school_year=year))
    opened: dict[int, set[str]] = {}
    seen = SummarySeen.objects.filter(summary__pair__school_year=year)
    for pair, side in seen.values_list("summary__pair", "summary__side").distinct():
        opened.setdefault(pair, set()).add(side)
    return Reading(sum(len(opened.get(pair.pk, ())) == len(Side) for pair in kept), len(kept))
