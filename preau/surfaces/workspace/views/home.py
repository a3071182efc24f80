"""The first page: where the plan stands, and the one thing to do next."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from preau.people.accounts.enums import Role
from preau.people.permissions import Actor
from preau.plan.importing.enums import ImportState
from preau.plan.importing.models import PlanImport
from preau.plan.importing.permissions import IMPORTS
from preau.plan.structure.permissions import PLANS
from preau.surfaces.shell.request import actor
from preau.surfaces.workspace.desk import Desk

from .plan import current_plan


@dataclass(frozen=True, slots=True)
class NextStep:
    label: str
    url: str


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    plan = current_plan(request)
    who = actor(request)
    waiting = _in_review(who)
    if plan is None:
        empty = {"may_import": IMPORTS.may(who, "start"), "waiting": waiting}
        return render(request, "workspace/home_empty.html", empty)
    desk = Desk(plan, who.organisations, timezone.localdate())
    context = {
        "plan": plan,
        "desk": desk,
        "waiting": waiting,
        "standing": _standing(desk),
        "step": _next_step(who, desk, waiting),
        "may_import": IMPORTS.may(who, "start"),
        "is_contributor": who.holds(Role.CONTRIBUTOR) and not who.holds(Role.PLAN_COORDINATOR),
    }
    return render(request, "workspace/home.html", context)


def _in_review(who: Actor) -> PlanImport | None:
    """The last document whose review is not finished, for those who may finish it."""
    if not IMPORTS.may(who, "review"):
        return None
    waiting = PlanImport.objects.filter(state=ImportState.IN_REVIEW).defer("draft_data", "first_draft_data", "source")
    return IMPORTS.rows(who, "review", waiting).first()


def _standing(desk: Desk) -> str:
    """The answer in a sentence."""
    if not desk.facts:
        return _("Aucun point ouvert : le texte est prêt.")
    count = desk.to_decide
    sentence = ngettext("%(count)s point attend une décision", "%(count)s points attendent une décision", count) % {
        "count": count
    }
    if not count:
        sentence = _("Plus rien n’attend de décision")
    if desk.late:
        sentence += ", " + ngettext("%(count)s est en retard", "%(count)s sont en retard", desk.late) % {
            "count": desk.late
        }
    return sentence + "."


def _next_step(who: Actor, desk: Desk, waiting: PlanImport | None) -> NextStep:
    """One main action, by role."""
    points = reverse("workspace:points")
    if waiting is not None:
        return NextStep(_("Reprendre la relecture de l’import"), reverse("workspace:import", args=[waiting.pk]))
    if who.holds(Role.PLAN_COORDINATOR) and desk.to_decide:
        return NextStep(_("Décider les points ouverts"), points + "?etat=a-decider")
    if who.holds(Role.CONTRIBUTOR) and desk.mine:
        return NextStep(_("Répondre aux points de mon organisation"), points + "?etat=a-mon-organisation")
    if who.holds(Role.ELECTED_MEMBER) and PLANS.may(who, "steer"):
        return NextStep(_("Voir où en est chaque axe"), reverse("steering:overview"))
    if who.holds(Role.ADMINISTRATOR) and not who.holds(Role.PLAN_COORDINATOR):
        return NextStep(_("Voir les imports"), reverse("workspace:imports"))
    return NextStep(_("Ouvrir le projet"), reverse("workspace:plan"))
