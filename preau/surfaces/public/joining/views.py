"""The form of an association, the page that says what comes next, the link of the mail."""

from __future__ import annotations

from allauth.core.ratelimit import consume
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from preau.foundation.design.templatetags.preau_design import long_date
from preau.offer.providers.enums import JoinRefusal, JoinState
from preau.offer.providers.errors import AlreadyAsked, AlreadyPartner, Dissolved, LinkExpired
from preau.offer.providers.joining import ask_to_join, confirm, waiting_for
from preau.offer.publishing.reasons import RefusalCause
from preau.people.organisations.models import Commune
from preau.surfaces.public.joining.forms import JoinForm


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest) -> HttpResponse:
    """A program that falls into the trap is thanked like a person, and nothing is kept."""
    commune = Commune.objects.current()
    if commune is None:
        raise Http404
    form = JoinForm(request.POST if request.method == "POST" else None)
    problem, status = "", 200
    if request.method == "POST":
        if form.is_a_program:
            return HttpResponseRedirect(reverse("public:join_sent"))
        if form.is_valid():
            problem = _ask(request, commune, form)
            if not problem:
                return HttpResponseRedirect(reverse("public:join_sent"))
        status = 429 if problem == _too_many() else 422
    context = {"form": form, "problem": problem, "causes": JoinRefusal, "not_taken": RefusalCause}
    return render(request, "public/joining/join.html", context, status=status)


@login_not_required
@require_GET
def join_sent(request: HttpRequest) -> HttpResponse:
    return render(request, "public/joining/sent.html")


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def join_confirmation(request: HttpRequest, token: str) -> HttpResponse:
    """GET asks for one press: the robots that open the links of a mail confirm nothing."""
    asked, problem = waiting_for(token), ""
    if request.method == "POST":
        try:
            asked = confirm(token, now=timezone.now())
        except LinkExpired:
            asked = None
        except AlreadyAsked:
            problem = _already()
    is_late = asked is None or asked.is_too_late(timezone.now())
    context = {
        "asked": None if is_late else asked,
        "is_confirmed": asked is not None and asked.state != JoinState.SENT,
        "problem": problem,
    }
    status = 404 if is_late else 422 if problem else 200
    response = render(request, "public/joining/confirmation.html", context, status=status)
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _ask(request: HttpRequest, commune: Commune, form: JoinForm) -> str:
    """The sentence that says why not, "" when the mail is on its way."""
    if not consume(request, action="join_request", key=form.cleaned_data["email"].lower()):
        return _too_many()
    try:
        ask_to_join(commune, form.facts, now=timezone.now())
    except AlreadyAsked:
        return _already()
    except AlreadyPartner as known:
        said = {"name": known.organisation.name}
        return _("%(name)s publie déjà dans le catalogue : demandez un accès à la personne qui s’en occupe.") % said
    except Dissolved as gone:
        if gone.on is None:
            return _("Le registre national dit que « %(name)s » n’est plus active.") % {"name": gone.name}
        said = {"name": gone.name, "day": long_date(gone.on)}
        return _("Le registre national dit que « %(name)s » est dissoute depuis le %(day)s.") % said
    return ""


def _already() -> str:
    return _("Une demande pour cette association est déjà à la lecture : la ville répond à la personne qui l’a faite.")


def _too_many() -> str:
    return _("Trop de demandes viennent d’arriver d’ici. Réessayez dans une heure ; ce que vous avez écrit reste là.")
