"""The first page: for a referent, the lists to call; for the others, what is done without any name."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from preau.foundation.schoolyears import school_year_of, year_name
from preau.offer.outreach.designating import referent_of
from preau.offer.outreach.enums import Barrier, Outcome
from preau.offer.outreach.permissions import OUTREACH
from preau.offer.outreach.queries import barriers_of, lists_of, lists_told, referents_of, results_of
from preau.offer.outreach.terms import terms_on
from preau.offer.outreach.wording import said
from preau.people.organisations.models import Commune
from preau.people.smallnumbers.deciding import small_numbers_on
from preau.surfaces.shell.request import actor, require
from preau.surfaces.workspace.outreach.results import Results, told
from preau.town.areas.quarters import quarter_names


@require_safe
def outreach(request: HttpRequest) -> HttpResponse:
    require(request, OUTREACH, "read")
    who, today, commune = actor(request), timezone.localdate(), town()
    year, names = school_year_of(today), quarter_names(commune)
    mine = list(lists_of(who.user, today))
    referent = referent_of(who.user, today)
    context: dict[str, Any] = {
        "referent": referent,
        "mine": [(each, said(each.group, names), each.lines.filter(outcome="").count()) for each in mine],
        "others": [(each, said(each.group, names)) for each in lists_told(year) if each not in mine],
        "referents": referents_of(today),
        "may_designate": OUTREACH.may(who, "designate"),
        "year": year_name(year),
        "terms": terms_on(commune.pk, today),
        "results": _results(year, small_numbers_on(commune, today).sensitive_cell),
        "today": today,
    }
    return render(request, "workspace/outreach/outreach.html", context)


def _results(year: int, least: int) -> Results:
    return Results(
        told(results_of(year), dict(Outcome.choices), least=least),
        told(barriers_of(year), dict(Barrier.choices), least=least),
    )


def town() -> Commune:
    commune = Commune.objects.current()
    if commune is None:
        raise Http404
    return commune
