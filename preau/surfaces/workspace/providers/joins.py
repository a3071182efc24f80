"""A request to join: what it says, what the register says, the answer."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from preau.foundation.text.search import stems
from preau.offer.providers.enums import JoinRefusal, JoinState
from preau.offer.providers.errors import AlreadyAnswered
from preau.offer.providers.joining import accept, in_register, refuse
from preau.offer.providers.models import JoinRequest
from preau.offer.providers.permissions import JOINS
from preau.people.organisations.models import Organisation
from preau.surfaces.shell.request import hand, load
from preau.surfaces.workspace.providers.forms import AcceptanceForm, RefusalForm


@require_GET
def join_page(request: HttpRequest, pk: int) -> HttpResponse:
    return _draw(request, _the_request(request, pk, "read"))


@require_POST
def join_acceptance(request: HttpRequest, pk: int) -> HttpResponse:
    asked = _the_request(request, pk, "accept")
    form = _acceptance(asked, request.POST)
    if not form.is_valid():
        return _draw(request, asked, acceptance=form, status=422)
    try:
        done = accept(asked, organisation=form.cleaned_data["organisation"], hand=hand(request))
    except AlreadyAnswered:
        return _draw(request, _the_request(request, pk, "read"), problem=_answered(), status=422)
    assert done.organisation is not None  # noqa: S101  accepting makes or links it
    said = {"name": done.organisation.name, "person": done.person}
    messages.success(request, _("%(name)s peut publier. %(person)s reçoit un courriel pour entrer.") % said)
    return HttpResponseRedirect(reverse("workspace:provider", args=[done.organisation.slug]))


@require_POST
def join_refusal(request: HttpRequest, pk: int) -> HttpResponse:
    asked = _the_request(request, pk, "refuse")
    form = RefusalForm(request.POST)
    if not form.is_valid():
        return _draw(request, asked, refusal=form, status=422)
    try:
        cause, answer = JoinRefusal(form.cleaned_data["cause"]), form.cleaned_data["answer"]
        refuse(asked, cause=cause, answer=answer, hand=hand(request))
    except AlreadyAnswered:
        return _draw(request, _the_request(request, pk, "read"), problem=_answered(), status=422)
    messages.success(request, _("Votre réponse est partie, avec sa raison."))
    return HttpResponseRedirect(reverse("workspace:providers"))


def _draw(
    request: HttpRequest,
    asked: JoinRequest,
    *,
    acceptance: AcceptanceForm | None = None,
    refusal: RefusalForm | None = None,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {
        "asked": asked,
        "is_open": asked.state == JoinState.CONFIRMED,
        "record": in_register(asked),
        "acceptance": acceptance or _acceptance(asked),
        "refusal": refusal or RefusalForm(),
        "problem": problem,
    }
    return render(request, "workspace/providers/join.html", context, status=status)


def _the_request(request: HttpRequest, pk: int, action: str) -> JoinRequest:
    """One whose address was not confirmed is nobody's affair yet."""
    known = JoinRequest.objects.exclude(state=JoinState.SENT).select_related("commune", "organisation", "answered_by")
    return load(request, JOINS, action, known, pk=pk)


def _acceptance(asked: JoinRequest, data: object = None) -> AcceptanceForm:
    organisations = list(Organisation.objects.filter(commune=asked.commune))
    wanted = set(stems(asked.name))
    likely = next((each for each in organisations if wanted and set(stems(each.name)) == wanted), None)
    record = in_register(asked)
    if record is not None and record.organisation is not None:
        likely = record.organisation
    return AcceptanceForm(data, organisations=organisations, likely=likely)


def _answered() -> str:
    return _("Quelqu’un a déjà répondu à cette demande. Rien n’a été changé.")
