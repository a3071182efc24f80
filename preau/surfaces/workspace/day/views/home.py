"""A person's day: what waits for them, by when, why; then what moved around them and where the plan stands."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from preau.observatory.evaluation.permissions import EVALUATIONS
from preau.people.accounts.enums import Role
from preau.people.notices.permissions import NOTICES
from preau.people.notices.queries import unread_of
from preau.people.permissions import Actor
from preau.plan.importing.permissions import IMPORTS
from preau.plan.structure.permissions import PLANS
from preau.surfaces.shell.request import actor, require
from preau.surfaces.shell.waiting import WAITING
from preau.surfaces.workspace.activities.home import partners_of
from preau.surfaces.workspace.day.bench import Bench
from preau.surfaces.workspace.day.desk import Desk
from preau.surfaces.workspace.day.things import Day
from preau.surfaces.workspace.plan.views.plan import current_plan

_NEWS = 3


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What one may do when nothing waits: a sentence and the place it leads to."""

    words: str
    label: str
    url: str


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    who, today = actor(request), timezone.localdate()
    require(request, NOTICES, "read")
    assert who.user is not None  # noqa: S101  login is required by default
    day = Day(WAITING([who.user], today).get(who.user.pk, ()), today)
    if not PLANS.may(who, "read_draft"):
        news = list(unread_of(who.user)[:_NEWS])
        partners = partners_of(who, today)
        return render(request, "workspace/home_partner.html", {"day": day, "news": news, "partners": partners})
    plan = current_plan(request)
    if plan is None:
        empty = {"may_import": IMPORTS.may(who, "start"), "day": day}
        return render(request, "workspace/home_empty.html", empty)
    desk = Desk(plan, who.parts.get(Role.CONTRIBUTOR, frozenset()), today)
    news = list(unread_of(who.user)[: _NEWS + 1])
    context = {
        "plan": plan,
        "day": day,
        "desk": desk,
        "news": news[:_NEWS],
        "has_more_news": len(news) > _NEWS,
        "standing": _standing(desk),
        "may_steer": PLANS.may(who, "steer"),
        "bench": Bench(plan, today) if EVALUATIONS.may(who, "prepare") else None,
        "suggestion": None if day.things else _suggestion(who),
    }
    return render(request, "workspace/home.html", context)


def _standing(desk: Desk) -> str:
    """The plan in a sentence."""
    words = ngettext("%(n)d objectif", "%(n)d objectifs", desk.objectives) % {"n": desk.objectives}
    said = {"objectives": words, "n": desk.to_decide}
    if not desk.open_points:
        return _("Le projet compte %(objectives)s. Aucun point n’est ouvert : le texte est prêt.") % said
    if not desk.to_decide:
        return _("Le projet compte %(objectives)s. Plus rien n’attend de décision.") % said
    return (
        ngettext(
            "Le projet compte %(objectives)s ; %(n)d point attend une décision.",
            "Le projet compte %(objectives)s ; %(n)d points attendent une décision.",
            desk.to_decide,
        )
        % said
    )


def _suggestion(who: Actor) -> Suggestion:
    """By role, where one would go when nobody asks anything."""
    if who.holds(Role.PLAN_COORDINATOR):
        words = _("Personne n’attend rien de vous. C’est le moment de relire le projet, ou de proposer une action.")
        return Suggestion(words, _("Ouvrir le projet"), reverse("workspace:plan"))
    if who.holds(Role.ELECTED_MEMBER):
        words = _("Aucune décision n’est attendue. Le tableau dit où en est chaque axe.")
        return Suggestion(words, _("Voir où en est le projet"), reverse("steering:overview"))
    if who.holds(Role.CONTRIBUTOR):
        words = _("Quand un point, une fiche ou une validation attendra votre organisation, ce sera écrit ici.")
        return Suggestion(words, _("Relire ce que nous portons"), reverse("workspace:plan"))
    if who.holds(Role.DATA_OFFICER):
        words = _("Quand une action utilisera une application, votre avis vous sera demandé ici.")
        return Suggestion(words, _("Ouvrir le projet"), reverse("workspace:plan"))
    if who.holds(Role.ADMINISTRATOR):
        words = _("La plateforme ne vous demande rien. Les imports disent ce qui est entré, et quand.")
        return Suggestion(words, _("Voir les imports"), reverse("workspace:imports"))
    words = _("Vous lisez le projet pendant qu’il s’écrit. Rien ne vous est demandé.")
    return Suggestion(words, _("Lire le projet"), reverse("workspace:plan"))
