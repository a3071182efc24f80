"""One line of an item's history is taken back."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from preau.plan.structure.actions import undo_change
from preau.plan.structure.errors import CannotUndo, NoPlace, NotEmpty, PlanAdopted
from preau.plan.structure.models import ItemChange
from preau.plan.structure.permissions import ITEMS, undoing_needs
from preau.surfaces.shell.request import actor, hand, load
from preau.surfaces.workspace.plan.views.plan import of_plan, the_plan


@require_POST
def change_undoing(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    plan = the_plan(request)
    item = load(request, ITEMS, "edit", plan.items.all(), read="read_draft", code=code)
    change = item.changes.select_related("item").filter(pk=pk).first()
    if change is None:
        raise Http404
    if not all(ITEMS.may(actor(request), action, item) for action in undoing_needs(change)):
        raise PermissionDenied
    _undo(request, change)
    return redirect(reverse("workspace:item", args=[item.slug]) + of_plan(request, plan) + "#histoire")


def _undo(request: HttpRequest, change: ItemChange) -> None:
    try:
        undo_change(change, hand=hand(request))
    except CannotUndo:
        messages.error(
            request, _("Ce passage a encore changé depuis : cette modification ne peut plus être annulée seule.")
        )
    except NoPlace:
        messages.error(request, _("La place d’avant n’est plus dans le projet : rétablissez-la d’abord."))
    except NotEmpty:
        messages.error(request, _("Cet élément contient encore quelque chose : déplacez-le ou retirez-le d’abord."))
    except PlanAdopted:
        messages.error(request, _("Ce projet est adopté : son texte ne change plus."))
    else:
        messages.success(request, _("La modification est annulée ; l’histoire garde les deux."))
