"""Where organisations stand with their papers, in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from preau.offer.activities.enums import EntryState
from preau.offer.activities.models import Activity
from preau.people.organisations.models import Commune, Organisation

from .delays import delays_on
from .enums import DelayKind, PaperKind
from .models import ProviderPaper
from .papers import RULES, PaperRule, Standing, hidden_by, needed, standing

ALIVE = frozenset(EntryState) - {EntryState.REFUSED, EntryState.WITHDRAWN}


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One paper that an organisation owes: the rule, where it stands, the row that speaks, the one to be checked."""

    rule: PaperRule
    standing: Standing
    paper: ProviderPaper | None
    waiting: ProviderPaper | None

    @property
    def kind(self) -> PaperKind:
        return self.rule.kind


type Papers = Mapping[PaperKind, PaperLine]


def papers_of(organisations: Iterable[Organisation], commune: Commune, on: date) -> dict[int, Papers]:
    """By organisation, a line for each kind, needed or not. Two queries, whatever their number."""
    soon = max(delays_on(commune, on)[DelayKind.PAPER_NOTICE], default=0)
    keys = [each.pk for each in organisations]
    given: dict[tuple[int, str], list[ProviderPaper]] = defaultdict(list)
    for paper in ProviderPaper.objects.filter(organisation__in=keys):
        given[paper.organisation_id, paper.kind].append(paper)
    return {key: {kind: _line(kind, given[key, kind], on, soon) for kind in RULES} for key in keys}


def _line(kind: PaperKind, papers: list[ProviderPaper], on: date, soon: int) -> PaperLine:
    where, paper = standing(papers, on, soon=soon)
    waiting = next((each for each in papers if each.checked_at is None), None)
    assert paper is None or isinstance(paper, ProviderPaper)  # noqa: S101  what went in comes out
    return PaperLine(RULES[kind], where, paper, waiting)


def owed_by(organisation: Organisation) -> frozenset[PaperKind]:
    """The papers that its living entries need, all together. One query."""
    lists = Activity.objects.filter(organisation=organisation, state__in=ALIVE).values_list("audiences", flat=True)
    audiences = {audience for each in lists for audience in each}
    return needed(organisation.kind, audiences)


def lacking_papers(activity: Activity, papers: Papers) -> list[PaperKind]:
    """What the entry needs and its organisation does not have, in the order of the table."""
    wanted = needed(activity.organisation.kind, activity.audiences)
    return [kind for kind in RULES if kind in wanted and not papers[kind].standing.holds]


def hiding_papers(activity: Activity, on: date) -> list[PaperKind]:
    """Those without which families may not see it. Two queries."""
    wanted: Collection[PaperKind] = needed(activity.organisation.kind, activity.audiences)
    if not wanted:
        return []
    papers = papers_of([activity.organisation], activity.commune, on)[activity.organisation_id]
    return hidden_by(lacking_papers(activity, papers))
