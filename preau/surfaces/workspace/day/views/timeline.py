"""The timeline of the plan: everything that is dated, drawn by quarter and told in a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from preau.cooperation.agreements.models import Agreement
from preau.cooperation.agreements.permissions import AGREEMENTS
from preau.plan.board.dated import dated
from preau.plan.board.timeline import KIND_NAMES, Drawing, Event, EventKind, Quarter, by_quarter, drawn, in_words
from preau.plan.labels.models import LabelFile
from preau.plan.labels.permissions import LABELS
from preau.plan.sheets.models import ActionSheet
from preau.plan.sheets.permissions import SHEETS
from preau.surfaces.shell.choices import Choice
from preau.surfaces.shell.request import actor
from preau.surfaces.workspace.day.agreementdates import agreement_dates
from preau.surfaces.workspace.plan.views.plan import current_plan, of_plan

PER_PAGE = 40
PAST = "passe"


class Timeline:
    """The filters are read from an address; anything else in it is ignored."""

    def __init__(self, events: list[Event], today: date, sent: Mapping[str, Any]) -> None:
        self.every, self.today = events, today
        kind = str(sent.get("nature", ""))
        self.kind = EventKind(kind) if kind in EventKind else None
        axis = str(sent.get("axe", ""))
        self.axis = int(axis) if axis.isascii() and axis.isdecimal() and len(axis) < 4 else 0
        self.is_past = sent.get("quand") == PAST
        self.asked_page = str(sent.get("page", ""))

    @cached_property
    def events(self) -> list[Event]:
        return self._fitting(self.kind, self.axis)

    @property
    def drawing(self) -> Drawing | None:
        return drawn(self.events, self.today)

    @property
    def next(self) -> Event | None:
        """What comes next; an action that runs already has begun."""
        return min((event for event in self.events if event.on >= self.today), key=lambda each: each.on, default=None)

    @property
    def said(self) -> str:
        return in_words(self.events, self.today)

    @cached_property
    def page(self) -> Page[Event]:
        """What comes, the nearest first; or what is past, the last first."""
        told = [event for event in self.events if self._is_past(event) == self.is_past]
        told.sort(key=lambda each: (each.on, each.last_on, each.label), reverse=self.is_past)
        return Paginator(told, PER_PAGE).get_page(self.asked_page)

    @property
    def quarters(self) -> list[tuple[Quarter, list[Event]]]:
        told = by_quarter(self.page.object_list)
        return told[::-1] if self.is_past else told

    @property
    def moments(self) -> list[Choice]:
        past = sum(map(self._is_past, self.events))
        return [
            Choice(_("À venir et en cours"), self._query(past=False), len(self.events) - past, not self.is_past),
            Choice(_("Passé"), self._query(past=True), past, self.is_past),
        ]

    @property
    def kinds(self) -> list[Choice]:
        counts = Counter(event.kind for event in self._fitting(None, self.axis))
        every = Choice(_("Tout"), self._query(kind=""), sum(counts.values()), self.kind is None)
        return [
            every,
            *(
                Choice(name, self._query(kind=kind), counts[kind], kind == self.kind)
                for kind, name in KIND_NAMES.items()
                if counts[kind] or kind == self.kind
            ),
        ]

    @property
    def axes(self) -> list[Choice]:
        counts = Counter(axis for event in self._fitting(self.kind, 0) for axis in event.axes)
        every = Choice(_("Tous"), self._query(axis=0), len(self._fitting(self.kind, 0)), not self.axis)
        return [
            every,
            *(Choice(str(axis), self._query(axis=axis), counts[axis], axis == self.axis) for axis in sorted(counts)),
        ]

    @property
    def base(self) -> str:
        return self._query()

    def _is_past(self, event: Event) -> bool:
        return event.last_on < self.today

    def _fitting(self, kind: EventKind | None, axis: int) -> list[Event]:
        return [
            event for event in self.every if (kind is None or event.kind == kind) and (not axis or axis in event.axes)
        ]

    def _query(self, *, kind: str | None = None, axis: int | None = None, past: bool | None = None) -> str:
        asked = {
            "nature": (self.kind or "") if kind is None else kind,
            "axe": str((self.axis if axis is None else axis) or ""),
            "quand": PAST if (self.is_past if past is None else past) else "",
        }
        return urlencode({name: str(value) for name, value in asked.items() if value})


@require_GET
def timeline(request: HttpRequest) -> HttpResponse:
    plan = current_plan(request)
    if plan is None:
        return render(request, "workspace/plan_empty.html", {"may_import": False})
    who = actor(request)
    sheets = SHEETS.rows(who, "read", ActionSheet.objects.all())
    events = dated(plan, sheets, LABELS.rows(who, "read", LabelFile.objects.all()))
    events += agreement_dates(AGREEMENTS.rows(who, "read", Agreement.objects.filter(commune=plan.commune_id)))
    context = {
        "plan": plan,
        "of_plan": of_plan(request, plan),
        "timeline": Timeline(events, timezone.localdate(), request.GET),
    }
    return render(request, "workspace/timeline.html", context)
