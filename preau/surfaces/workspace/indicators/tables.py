"""The tables of indicators for a spreadsheet: what the pages show, in the same words."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from preau.observatory.indicators.permissions import INDICATORS
from preau.observatory.indicators.queries import AxisLines, effects_with_lines
from preau.surfaces.shell.request import actor, require
from preau.surfaces.shell.tables import send_chart, send_table
from preau.surfaces.workspace.indicators.doors import known, the_indicator
from preau.surfaces.workspace.indicators.page import IndicatorPage, line_words
from preau.surfaces.workspace.indicators.pages import asked_cut
from preau.surfaces.workspace.plan.views.plan import the_plan


@require_safe
def effects(request: HttpRequest) -> HttpResponse:
    """A line for each indicator; an effect for which nothing is looked at has one too."""
    require(request, INDICATORS, "read")
    headings = [_("Axe"), _("Effet"), _("Intitulé de l’effet"), _("Indicateur"), _("Chiffre"), _("D’où il vient")]
    return send_table(_("indicateurs du projet"), headings, _lines(effects_with_lines(known(the_plan(request)))))


@require_safe
def of_indicator(request: HttpRequest, pk: int, which: str) -> HttpResponse:
    """``which``: years, terms, or the way of cutting that the page shows."""
    found = the_indicator(request, pk)
    page = IndicatorPage(found, known(found.plan), actor(request), asked_cut(request))
    if which not in ("annees", "trimestres", "coupe"):
        raise Http404
    chart = {"annees": page.years, "trimestres": page.terms, "coupe": page.cut}[which]
    if chart is None:
        raise Http404
    return send_chart(chart)


def _lines(axes: list[AxisLines]) -> Iterator[list[object]]:
    for axis in axes:
        for each in axis.effects:
            start: list[object] = [axis.axis.axis_number, each.effect.code, each.effect.text]
            if not each.lines:
                yield [*start, "", "", ""]
            for line in each.lines:
                yield [*start, line.entry.title, line_words(line), line.entry.where_it_comes_from]
