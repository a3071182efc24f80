"""Organisations that offer: all of them for an agent, one's own for the others."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from preau.offer.activities.enums import EntryState
from preau.offer.activities.models import Activity
from preau.offer.activities.permissions import ACTIVITIES
from preau.offer.providers.enums import JoinState
from preau.offer.providers.models import JoinRequest
from preau.offer.providers.papers import needed
from preau.offer.providers.permissions import JOINS, PAPERS, PROVIDERS
from preau.offer.providers.queries import ALIVE, PaperLine, owed_by, papers_of
from preau.people.organisations.models import Commune, Organisation
from preau.surfaces.shell.request import actor, load, require
from preau.surfaces.workspace.activities.listing import UNREAD


@dataclass(frozen=True, slots=True)
class Row:
    """One organisation: how many entries, how many to read, the papers that do not hold."""

    organisation: Organisation
    entries: int
    to_read: int
    lacking: list[PaperLine]
    to_check: int
    """Papers given again while the former ones hold."""

    @property
    def waits(self) -> bool:
        return bool(self.to_read or self.lacking or self.to_check)


@require_GET
def provider_list(request: HttpRequest) -> HttpResponse:
    """Whoever has one organisation goes straight to it."""
    require(request, PROVIDERS, "read")
    who = actor(request)
    commune = Commune.objects.current()
    mine = PROVIDERS.rows(who, "read", Organisation.objects.filter(commune=commune))
    if not PROVIDERS.may(who, "keep"):
        only = list(mine[:2])
        if len(only) == 1:
            return HttpResponseRedirect(reverse("workspace:provider", args=[only[0].slug]))
    requests = JOINS.rows(who, "read", JoinRequest.objects.filter(commune=commune))
    context = {
        "rows": _rows(mine),
        "waiting": requests.filter(state=JoinState.CONFIRMED),
        "answered": requests.filter(state__in=(JoinState.ACCEPTED, JoinState.REFUSED)).order_by("-answered_at")[:10],
        "may_keep": PROVIDERS.may(who, "keep"),
    }
    return render(request, "workspace/providers/list.html", context)


@require_GET
def provider_page(request: HttpRequest, slug: str) -> HttpResponse:
    organisations = Organisation.objects.filter(commune=Commune.objects.current())
    organisation = load(request, PROVIDERS, "read", organisations, slug=slug)
    return draw(request, organisation)


def draw(request: HttpRequest, organisation: Organisation, *, problem: str = "", status: int = 200) -> HttpResponse:
    who, today = actor(request), timezone.localdate()
    owed = owed_by(organisation)
    lines = papers_of([organisation], organisation.commune, today)[organisation.pk]
    entries = ACTIVITIES.rows(who, "follow", Activity.objects.filter(organisation=organisation))
    context = {
        "organisation": organisation,
        "owed": [line for kind, line in lines.items() if kind in owed],
        "others": [line for kind, line in lines.items() if kind not in owed] if owed else [],
        "entries": entries.exclude(state__in=(EntryState.REFUSED, EntryState.WITHDRAWN)).order_by("state", "title"),
        "people": organisation.memberships.on(today).select_related("user").order_by("user__full_name"),  # type: ignore[attr-defined]
        "records": organisation.association_records.all(),  # type: ignore[attr-defined]
        "may_declare": PAPERS.may(who, "declare"),
        "may_check": PAPERS.may(who, "check"),
        "problem": problem,
    }
    return render(request, "workspace/providers/page.html", context, status=status)


def _rows(organisations: QuerySet[Organisation]) -> list[Row]:
    """Those that offer something, those where something waits first. Five queries, whatever their number."""
    counted = organisations.annotate(
        entries=Count("activities", filter=Q(activities__state__in=ALIVE)),
    )
    offering = list(counted.filter(entries__gt=0).select_related("commune").order_by("name"))
    if not offering:
        return []
    keys = [each.pk for each in offering]
    unread = dict(
        Activity.objects.filter(Q(state=EntryState.PROPOSED) | UNREAD, organisation__in=keys)
        .order_by()
        .values_list("organisation")
        .annotate(number=Count("pk"))
    )
    audiences: dict[int, set[str]] = {}
    for key, told in Activity.objects.filter(organisation__in=keys, state__in=ALIVE).values_list(
        "organisation_id", "audiences"
    ):
        audiences.setdefault(key, set()).update(told)
    papers = papers_of(offering, offering[0].commune, timezone.localdate())
    rows = [
        Row(
            each,
            each.entries,
            unread.get(each.pk, 0),
            [
                line
                for kind, line in papers[each.pk].items()
                if kind in needed(each.kind, audiences[each.pk]) and line.standing != "valid"
            ],
            sum(line.waiting is not None and line.standing.holds for line in papers[each.pk].values()),
        )
        for each in offering
    ]
    return sorted(rows, key=lambda row: not row.waits)
