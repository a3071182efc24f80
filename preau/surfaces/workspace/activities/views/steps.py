"""The steps of an entry. Those that change nothing but the state are one button; the others ask for a reason."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from preau.foundation.lifecycle import NotNow
from preau.offer.activities.errors import EntryClosed, EntryConflict, NotComplete
from preau.offer.activities.models import Activity
from preau.offer.activities.writing import delete_draft
from preau.offer.publishing import stepping
from preau.offer.publishing.errors import PapersMissing
from preau.offer.publishing.reasons import ChangeCause, RefusalCause
from preau.offer.publishing.states import LIFE
from preau.people.accounts.hand import Hand
from preau.surfaces.shell.request import hand
from preau.surfaces.workspace.activities.forms.steps import form_of
from preau.surfaces.workspace.activities.page import STEPS
from preau.surfaces.workspace.activities.views.door import back, the_entry
from preau.surfaces.workspace.activities.views.page import draw


@require_http_methods(["GET", "HEAD", "POST"])
def activity_step(request: HttpRequest, slug: str, step: str) -> HttpResponse:
    """GET says what the step does; POST takes it. A refusal shows the entry with the sentence that says why."""
    if step not in STEPS:
        raise Http404
    name = STEPS[step]
    activity = the_entry(request, slug, name)
    if activity.state not in LIFE.by_name[name].sources:
        return draw(request, activity, problem=_elsewhere(), status=422)
    form = form_of(name, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        problem = ""
        try:
            moved = _take(name, activity, form.cleaned_data, hand(request))
        except EntryConflict:
            problem = _("La fiche a changé pendant que vous la lisiez. Relisez-la, puis recommencez.")
        except NotComplete as lacking:
            problem = " ".join([_("Il manque quelque chose."), *lacking.sentences])
        except PapersMissing as missing:
            said = {"papers": missing.words}
            problem = _("Elle ne peut pas être montrée sans ces pièces valables : %(papers)s.") % said
        except NotNow:
            problem = _elsewhere()
        if problem:
            return draw(request, the_entry(request, slug), problem=problem, status=422)
        messages.success(request, _told(name, moved))
        return back(moved)
    context = {"activity": activity, "step": LIFE.by_name[name], "slug": step, "form": form}
    return render(request, "workspace/activities/step.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def activity_deletion(request: HttpRequest, slug: str) -> HttpResponse:
    """A draft that nobody else ever saw. GET says what is lost."""
    activity = the_entry(request, slug, "delete")
    if request.method == "POST":
        try:
            delete_draft(activity, hand=hand(request))
        except EntryClosed:
            problem = _("Cette fiche a été proposée ou publiée : elle se retire, elle ne s’efface pas.")
            return draw(request, the_entry(request, slug), problem=problem, status=422)
        messages.success(request, _("Le brouillon « %(title)s » est effacé.") % {"title": activity.title})
        return HttpResponseRedirect(reverse("workspace:activities"))
    return render(request, "workspace/activities/deletion.html", {"activity": activity})


def _take(step: str, activity: Activity, kept: dict[str, Any], by: Hand) -> Activity:
    match step:
        case "ask":
            return stepping.ask(activity, cause=ChangeCause(kept["cause"]), reason=kept["reason"], hand=by)
        case "refuse":
            return stepping.refuse(activity, cause=RefusalCause(kept["cause"]), reason=kept["reason"], hand=by)
        case "withdraw":
            return stepping.withdraw(activity, reason=kept["reason"], hand=by)
        case "propose":
            return stepping.propose(activity, hand=by)
        case "redraft":
            return stepping.redraft(activity, hand=by)
        case _:
            verb = {"publish": stepping.publish, "verify": stepping.verify, "reread": stepping.reread}[step]
            return verb(activity, hand=by, seen_version=kept.get("seen_version"))


def _told(step: str, activity: Activity) -> str:
    said = {"title": activity.title}
    match step:
        case "propose":
            return _("« %(title)s » est proposée. La ville la lit et vous répond ici.") % said
        case "publish":
            return _("« %(title)s » est publiée : les familles la voient.") % said
        case "verify":
            return _("Merci. « %(title)s » est vérifiée aujourd’hui, pour un an.") % said
        case "reread":
            return _("C’est noté : vous avez relu « %(title)s ».") % said
        case "ask":
            return _("La demande est partie. L’organisation la trouvera dans sa journée.")
        case "refuse":
            return _("Votre réponse est partie, avec sa raison.")
        case "withdraw":
            return _("« %(title)s » n’est plus dans le catalogue.") % said
        case _:
            return _("« %(title)s » est de nouveau un brouillon.") % said


def _elsewhere() -> str:
    return _("Quelqu’un a fait ce pas avant vous, ou la fiche est passée à autre chose. Rien n’a été changé.")
