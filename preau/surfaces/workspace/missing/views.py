"""Read only: pictures are made at night, and what they hide is hidden already."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from preau.foundation.schoolyears import year_name
from preau.observatory.equity.permissions import EQUITY
from preau.observatory.facts.reading import facts_in_use
from preau.observatory.missing.counting import told_elsewhere
from preau.observatory.missing.permissions import MISSING
from preau.observatory.missing.reading import Told, first_to_read, years_told
from preau.offer.outreach.designating import referent_of
from preau.offer.outreach.permissions import OUTREACH
from preau.people.organisations.models import Commune
from preau.people.smallnumbers.deciding import small_numbers_on
from preau.surfaces.shell.request import actor, require
from preau.surfaces.shell.tables import send_table
from preau.surfaces.workspace.missing import words
from preau.surfaces.workspace.missing.asking import Asked, Choice, asked, crossings, ways
from preau.surfaces.workspace.missing.rows import around_rows, call_address, group_rows
from preau.town.areas.quarters import quarter_names


@require_safe
def missing(request: HttpRequest) -> HttpResponse:
    require(request, MISSING, "read")
    commune = town()
    years = years_told(commune)
    now = asked(request.GET, [each.year for each in years])
    told = year_asked(years, now)
    context: dict[str, Any] = {"told": told}
    if told is not None:
        context |= _page(told, now, years, commune)
        who = actor(request)
        context["is_referent"] = referent_of(who.user, timezone.localdate()) is not None
        context["reads_equity"], context["reads_outreach"] = EQUITY.may(who, "read"), OUTREACH.may(who, "read")
    return render(request, "workspace/missing/missing.html", context)


@require_safe
def missing_table(request: HttpRequest) -> HttpResponse:
    """What the page shows, as a French spreadsheet program opens it."""
    require(request, MISSING, "read")
    commune = town()
    years = years_told(commune)
    now = asked(request.GET, [each.year for each in years])
    told = year_asked(years, now)
    rows: list[list[str]] = []
    if told is not None:
        heads = [_("Groupe"), _("Connus de la ville"), _("Venus"), _("Attendus"), _("Par rapport à la ville")]
        rows = [[words.lead(told)], heads]
        for row in group_rows(told, now.names, quarter_names(commune)):
            rows.append([", ".join(row.names), row.children, row.came, row.expected, row.ratio])
    first, *rest = rows or [[_("Aucun relevé pour l’instant")]]
    return send_table(_("qui manque"), first, rest)


def _page(told: Told, now: Asked, years: list[Told], commune: Commune) -> dict[str, Any]:
    quarters, best = quarter_names(commune), told.least_seen()
    rows = group_rows(told, now.names, quarters)
    return {
        "answer": words.answer(best, quarters),
        "lead": words.lead(told),
        "best_ratio": words.ratio(best.seen) if best else "",
        "best_call": call_address(best.key) if best else "",
        "certainty": words.certainty(best) if best else "",
        "years": [
            Choice(year_name(each.year), Asked(now.by, now.crossed, each.year).address, each.year == told.year)
            for each in years
        ],
        "ways": ways(now),
        "crossings": crossings(now),
        "columns": [each.label for each in [*ways(now), *crossings(now)[1:]] if each.is_current],
        "rows": rows,
        "has_figures": any(row.seen for row in rows),
        "around": around_rows(told, _elsewhere(told), quarters),
        "day": words.day(told),
        "query": now.address,
        "few": small_numbers_on(commune, told.until),
    }


def _elsewhere(told: Told) -> dict[str, dict[str, int]]:
    """Public statistics, as the last facts know them."""
    facts = facts_in_use()
    return told_elsewhere(facts, year=told.year) if facts is not None else {}


def year_asked(years: list[Told], now: Asked) -> Told | None:
    if now.year is None:
        return first_to_read(years)
    return next((each for each in years if each.year == now.year), None)


def town() -> Commune:
    commune = Commune.objects.current()
    if commune is None:
        raise Http404
    return commune
