"""A side writes its two pages and shows them; the other opens them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from preau.plan.articulation.enums import Side
from preau.plan.articulation.errors import NothingToPublish, NotReady, SummaryChanged
from preau.plan.articulation.models import ProjectSummary, SitePair
from preau.plan.articulation.permissions import PAIRS, SUMMARIES
from preau.plan.articulation.queries import pairs, standings
from preau.plan.articulation.summaries import open_summary, publish_summary, write_summary
from preau.surfaces.shell.request import hand, load
from preau.surfaces.workspace.sites.forms.pairs import SummaryLines
from preau.surfaces.workspace.sites.views.pairs import SIDE_NOUNS, pair_path, the_pair


@require_http_methods(["GET", "HEAD", "POST"])
def summary_edit(request: HttpRequest, slug: str, noun: str) -> HttpResponse:
    """One form, two endings: keep the draft, or show it to the other side."""
    pair, side = _mine(request, slug, noun)
    sides = standings(pair)
    last, other = sides[side].last, sides[side.other]
    data = request.POST if request.method == "POST" else None
    content = last.content if last else sides[side].content
    page = SummaryLines(data, content=content, periods=other.content.periods, revision=sides[side].revision)
    if data is None or not page.is_valid():
        return _show(request, pair, side, page, last)
    try:
        written = write_summary(
            pair, side, page.content, seen_revision=page.form.cleaned_data["seen_revision"], hand=hand(request)
        )
    except SummaryChanged as conflict:
        page.see_again(conflict.current.revision if conflict.current else 0)
        return _show(request, pair, side, page, conflict.current, conflict=conflict.current)
    if "publier" not in data:
        messages.success(request, _("Le brouillon est gardé. Personne d’autre que votre côté ne le lit."))
        return HttpResponseRedirect(pair_path(pair, f"#{noun}"))
    return _publish(request, pair, side, page, written)


def _publish(
    request: HttpRequest, pair: SitePair, side: Side, page: SummaryLines, written: ProjectSummary
) -> HttpResponse:
    """The draft is kept whatever happens here."""
    path = pair_path(pair)
    try:
        publish_summary(pair, side, seen_revision=written.revision, hand=hand(request), path=path)
    except NothingToPublish:
        messages.info(request, _("Rien n’a changé depuis la dernière publication."))
    except (NotReady, SummaryChanged) as refusal:
        page.see_again(written.revision)
        lacks = refusal.sentences if isinstance(refusal, NotReady) else []
        return _show(request, pair, side, page, written, lacks=lacks)
    else:
        messages.success(request, _("Votre projet est publié : l’autre côté est prévenu."))
    return HttpResponseRedirect(path)


@require_POST
def summary_reading(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Opens what the other side published; the first time counts, for both to see."""
    pair = the_pair(request, slug)
    summary = load(request, SUMMARIES, "open", pair.summaries.all(), pk=pk)
    side = Side(summary.side)
    open_summary(summary, organisation=pair.side(side.other), hand=hand(request))
    noun = next(noun for noun, each in SIDE_NOUNS.items() if each == side)
    return HttpResponseRedirect(pair_path(pair, f"#{noun}"))


def _mine(request: HttpRequest, slug: str, noun: str) -> tuple[SitePair, Side]:
    if noun not in SIDE_NOUNS:
        raise Http404
    pair, side = the_pair(request, slug), SIDE_NOUNS[noun]
    return load(request, PAIRS, f"write_{side}", pairs(), pk=pair.pk), side


def _show(
    request: HttpRequest, pair: SitePair, side: Side, page: SummaryLines, last: ProjectSummary | None, **more: Any
) -> HttpResponse:
    context = {
        "site": pair.site,
        "pair": pair,
        "side": side,
        "page": page,
        "form": page.form,
        "last": last,
        "conflict": None,
        "lacks": [],
        "signs": len(page.form["text"].value() or ""),
        **more,
    }
    return render(request, "workspace/summary_edit.html", context, status=422 if request.method == "POST" else 200)
