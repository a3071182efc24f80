"""Entering with FranceConnect: going, coming back, being recognised or linked once by a code, leaving.

A GET writes nothing but the visit: the person who came back enters by a button of theirs.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import asdict
from typing import Any

from allauth.account.internal.flows.login import perform_login
from allauth.account.models import Login
from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from preau.connectors.franceconnect import FranceConnect, LoginRefused, franceconnect
from preau.connectors.franceconnect.client import Attempt, Person
from preau.foundation.mail.tasks import send_text_mail
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import User
from preau.people.households.logins import NotLinkable, known_by, link_login, who_answers_to
from preau.people.households.models import Adult
from preau.people.organisations.models import Commune
from preau.surfaces.shell.entry import LEAVING
from preau.surfaces.shell.forms import LinkCodeForm, LinkMailForm

PROVIDER = "franceconnect"
_ATTEMPT, _PERSON, _CODE = "franceconnect_attempt", "franceconnect_person", "franceconnect_code"
_MINUTES, _TRIES = 10, 5


@login_not_required
@require_safe
@never_cache
def departure(request: HttpRequest) -> HttpResponse:
    try:
        url, attempt = _service(request).begin()
    except LoginRefused as met:
        return _back_to_login(request, str(met.reason.label))
    request.session[_ATTEMPT] = asdict(attempt)
    return HttpResponseRedirect(url)


@login_not_required
@require_safe
@never_cache
def arrival_from_there(request: HttpRequest) -> HttpResponse:
    """What came back is checked at once, and can't come back twice."""
    kept = request.session.pop(_ATTEMPT, None)
    attempt = Attempt(**kept) if kept else None
    now = int(timezone.now().timestamp())
    try:
        person = _service(request).finish(request.GET.dict(), attempt, now=now)
    except LoginRefused as met:
        return _back_to_login(request, str(met.reason.label))
    request.session[_PERSON] = {**asdict(person), "at": now}
    return redirect("shell:franceconnect_arrival")


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def arrival(request: HttpRequest) -> HttpResponse:
    """Somebody who was linked enters; somebody new says which mail the town knows, and gets a code there."""
    _service(request)
    person = _person(request)
    if person is None:
        return _back_to_login(request, _("Cette connexion a expiré. Recommencez depuis la page de connexion."))
    if (adult := known_by(PROVIDER, person.subject)) is not None:
        if request.method != "POST":
            return render(request, "account/franceconnect/welcome.html", {"adult": adult})
        return _enter(request, adult.account, person)
    form = LinkMailForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        email = form.cleaned_data["email"]
        if ratelimit.consume(request, action="request_login_code", key=email.lower()):
            _send_code(request, email, person)
            return redirect("shell:franceconnect_code")
        form.add_error(None, _("Trop de codes ont été demandés. Attendez une heure, ou passez à l’accueil."))
    status = 422 if form.errors else 200
    return render(request, "account/franceconnect/link.html", {"form": form, "person": person}, status=status)


@login_not_required
@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def code(request: HttpRequest) -> HttpResponse:
    """The same page whether the mail is known or not: nobody learns here who has a file."""
    _service(request)
    person, waiting = _person(request), request.session.get(_CODE)
    if person is None or waiting is None:
        return redirect("shell:franceconnect_arrival")
    form = LinkCodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if (adult := _adult_behind(request, form.cleaned_data["code"])) is not None:
            return _link(request, adult, person)
        if _CODE not in request.session:
            return _back_to_login(request, _("Trop d’essais, ou un code trop ancien. Recommencez."))
        form.add_error("code", _("Ce code n’est pas le bon. Regardez le dernier courriel reçu."))
    status = 422 if form.errors else 200
    return render(request, "account/franceconnect/code.html", {"form": form}, status=status)


@login_not_required
@require_safe
@never_cache
def goodbye(request: HttpRequest) -> HttpResponse:
    """One has left Préau; FranceConnect may still be open in this browser, which matters on a shared one."""
    service, id_token = _service(request), request.session.pop(LEAVING, "")
    try:
        url = service.goodbye(id_token) if id_token else ""
    except LoginRefused:
        url = ""
    if not url:
        return redirect("public:home")
    return render(request, "account/franceconnect/goodbye.html", {"leave": url})


def _service(request: HttpRequest) -> FranceConnect:
    """404 where the town does not offer it."""
    service = franceconnect(
        request.build_absolute_uri(reverse("shell:franceconnect_return")),
        request.build_absolute_uri(reverse("public:home")),
    )
    if service is None:
        raise Http404
    return service


def _person(request: HttpRequest) -> Person | None:
    kept: dict[str, Any] | None = request.session.get(_PERSON)
    if kept is None or _is_old(kept["at"]):
        return None
    return Person(kept["subject"], tuple(kept["given_names"]), tuple(kept["family_names"]), kept["id_token"])


def _send_code(request: HttpRequest, email: str, person: Person) -> None:
    commune = Commune.objects.current()
    number = f"{secrets.randbelow(10**6):06}"
    adult: Adult | None = None
    try:
        if commune is not None:
            adult = who_answers_to(commune, email, given=person.given_names, family=person.family_names)
    except NotLinkable:
        adult = None
    request.session[_CODE] = {
        "adult": adult.pk if adult else None,
        "seal": _seal(number),
        "left": _TRIES,
        "at": int(timezone.now().timestamp()),
    }
    if adult is not None:
        body = _(
            "Votre code : %(code)s\n\nIl relie FranceConnect à votre dossier famille et vaut dix minutes.\n"
            "Si vous ne l’avez pas demandé, ne le donnez à personne : sans lui, rien ne se passe.\n"
        ) % {"code": number}
        send_text_mail.enqueue(_("Relier FranceConnect à votre dossier"), body, adult.email)


def _adult_behind(request: HttpRequest, number: str) -> Adult | None:
    """Each try counts, right or wrong; after the last, or too late, the code is forgotten."""
    waiting = request.session[_CODE]
    if _is_old(waiting["at"]) or waiting["left"] < 1:
        del request.session[_CODE]
        return None
    is_right = hmac.compare_digest(waiting["seal"], _seal(number)) and waiting["adult"] is not None
    request.session[_CODE] = {**waiting, "left": waiting["left"] - 1}
    if not is_right:
        if waiting["left"] <= 1:
            del request.session[_CODE]
        return None
    del request.session[_CODE]
    return Adult.objects.filter(pk=waiting["adult"], erased_on__isnull=True).first()


def _link(request: HttpRequest, adult: Adult, person: Person) -> HttpResponse:
    try:
        account = link_login(adult, provider=PROVIDER, subject=person.subject, hand=Hand(None, timezone.now()))
    except NotLinkable:
        return _back_to_login(
            request, _("FranceConnect ne peut pas être relié à ce dossier. L’accueil des familles peut vous aider.")
        )
    messages.success(request, _("FranceConnect est relié à votre dossier : la prochaine fois, un clic suffira."))
    return _enter(request, account, person)


def _enter(request: HttpRequest, account: User | None, person: Person) -> HttpResponse:
    if account is None or not account.is_active or account.memberships.exists():
        return _back_to_login(request, _("Ce compte n’entre pas par FranceConnect."))
    request.session.pop(_PERSON, None)
    response: HttpResponse = perform_login(request, Login(user=account, email_verification="none"))
    request.session[LEAVING] = person.id_token
    return response


def _back_to_login(request: HttpRequest, sentence: str) -> HttpResponse:
    for key in (_ATTEMPT, _PERSON, _CODE):
        request.session.pop(key, None)
    messages.error(request, sentence)
    return redirect("account_login")


def _is_old(at: int) -> bool:
    return timezone.now().timestamp() - at > _MINUTES * 60


def _seal(number: str) -> str:
    return salted_hmac("preau.franceconnect.code", number, algorithm="sha256").hexdigest()
