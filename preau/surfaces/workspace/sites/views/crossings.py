"""What people make of a crossing: a sheet that both sides carry, or a reason why not."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from preau.plan.articulation.enums import Side
from preau.plan.articulation.errors import AlreadyJoined, CrossingGone
from preau.plan.articulation.joining import dismiss_crossing, make_joint_sheet, restore_crossing
from preau.plan.articulation.models import SitePair
from preau.plan.articulation.permissions import PAIRS
from preau.plan.articulation.queries import pairs
from preau.surfaces.shell.request import actor, hand, load
from preau.surfaces.workspace.plan.views.plan import current_plan
from preau.surfaces.workspace.sites.forms.pairs import DismissalForm
from preau.surfaces.workspace.sites.views.pairs import my_side, pair_path, show_pair, the_pair


@require_POST
def crossing_sheet(request: HttpRequest, slug: str) -> HttpResponse:
    """One click: a draft that says what the crossing says. Its two sides complete it on its own page."""
    pair = _joined(request, slug)
    plan = current_plan(request)
    if plan is None:
        messages.error(request, _("Il n’y a pas encore de projet de ville auquel rattacher une fiche."))
        return HttpResponseRedirect(pair_path(pair))
    side = my_side(actor(request), pair) or _chosen(request)
    path = pair_path(pair, "#fiches")
    try:
        joint = make_joint_sheet(
            pair, request.POST.get("key", ""), carried_by=side, plan=plan, hand=hand(request), path=path
        )
    except AlreadyJoined as known:
        messages.info(request, _("Une fiche commune existe déjà pour ce croisement : la voici."))
        return HttpResponseRedirect(reverse("workspace:sheet", args=[known.sheet.pk]))
    except CrossingGone:
        return _gone(request, pair)
    messages.success(request, _("La fiche commune est en brouillon. Rattachez-la à un objectif, puis proposez-la."))
    return HttpResponseRedirect(reverse("workspace:sheet", args=[joint.sheet_id]))


@require_POST
def crossing_dismissal(request: HttpRequest, slug: str) -> HttpResponse:
    pair = _joined(request, slug)
    key, form = request.POST.get("key", ""), DismissalForm(request.POST)
    if not form.is_valid():
        return show_pair(request, pair, failed=key, dismissal=form)
    try:
        dismiss_crossing(pair, key, reason=form.cleaned_data["reason"], hand=hand(request))
    except (AlreadyJoined, CrossingGone):
        return _gone(request, pair)
    messages.success(request, _("Ce croisement est écarté. Il reste plus bas, avec votre raison."))
    return HttpResponseRedirect(pair_path(pair, "#croisements"))


@require_POST
def crossing_return(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    pair = _joined(request, slug)
    restore_crossing(get_object_or_404(pair.dismissals, pk=pk), hand=hand(request))
    messages.success(request, _("Ce croisement est proposé de nouveau."))
    return HttpResponseRedirect(pair_path(pair, "#croisements"))


def _joined(request: HttpRequest, slug: str) -> SitePair:
    return load(request, PAIRS, "join", pairs(), pk=the_pair(request, slug).pk)


def _chosen(request: HttpRequest) -> Side:
    return Side.CARE if request.POST.get("side") == Side.CARE else Side.SCHOOL


def _gone(request: HttpRequest, pair: SitePair) -> HttpResponse:
    messages.warning(
        request, _("Ce croisement n’est plus proposé : un des deux projets a changé, ou quelqu’un a répondu.")
    )
    return HttpResponseRedirect(pair_path(pair, "#croisements"))
