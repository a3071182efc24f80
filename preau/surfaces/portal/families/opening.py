"""A family opens its space by itself: a code by mail, then who they are, a first child, where they live."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import Any

from allauth.core.ratelimit import consume
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from preau.people.accounts.hand import Hand
from preau.people.accounts.models import User
from preau.people.audit.actions import record
from preau.people.households.enums import GuardianKind, GuardianRights
from preau.people.households.guardianship import LinkFacts, set_link
from preau.people.households.homes import lodge, open_home, settle
from preau.people.households.letters import send_known, send_opening_code
from preau.people.households.opening import AdultFacts, look_alikes, open_adult, open_child, open_login
from preau.people.organisations.models import Commune
from preau.surfaces.portal.families.addresses import AddressForm
from preau.surfaces.portal.families.doubles import hold_back
from preau.surfaces.portal.families.forms import ChildForm, CodeForm, EmailForm
from preau.surfaces.shell.people import NameFields

_KEY = "family_opening"
_VALID, _TRIES = timedelta(minutes=15), 5


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def opening(request: HttpRequest) -> HttpResponse:
    """Whoever is logged in already has proven their address: they go straight to the file."""
    _commune()
    if isinstance(request.user, User):
        return HttpResponseRedirect(reverse("portal:home" if _has_family(request.user) else "portal:opening_file"))
    form, status = EmailForm(request.POST or None), 200
    if form.is_valid():
        if consume(request, action="family_opening", key=form.cleaned_data["email"].lower()):
            _send_code(request, form.cleaned_data["email"])
            return HttpResponseRedirect(reverse("portal:opening_code"))
        form.add_error("email", _("Trop de demandes viennent d’arriver d’ici. Réessayez dans une heure."))
        status = 429
    elif form.is_bound:
        status = 422
    return render(request, "portal/families/opening.html", {"form": form}, status=status)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def opening_code(request: HttpRequest) -> HttpResponse:
    """Five tries within fifteen minutes."""
    held = request.session.get(_KEY)
    if held is None:
        return HttpResponseRedirect(reverse("portal:opening"))
    form = CodeForm(request.POST or None)
    if form.is_valid():
        if _is_over(held) or held["tries"] >= _TRIES:
            form.add_error("code", _("Ce code n’est plus valable. Demandez-en un autre."))
        elif check_password(form.cleaned_data["code"].strip(), held["code"]):
            request.session.cycle_key()
            request.session[_KEY] = {**held, "is_proven": True}
            return HttpResponseRedirect(reverse("portal:opening_file"))
        else:
            request.session[_KEY] = {**held, "tries": held["tries"] + 1}
            form.add_error("code", _("Ce n’est pas ce code. Vérifiez les six chiffres du dernier courriel."))
    context = {"form": form, "email": held["email"]}
    return render(request, "portal/families/opening_code.html", context, status=422 if form.is_bound else 200)


@login_not_required
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def opening_file(request: HttpRequest) -> HttpResponse:
    commune, email = _commune(), _proven(request)
    if email is None:
        return HttpResponseRedirect(reverse("portal:opening"))
    if isinstance(request.user, User) and _has_family(request.user):
        return HttpResponseRedirect(reverse("portal:home"))
    data = request.POST if request.method == "POST" else None
    today = timezone.localdate()
    forms = {
        "me": NameFields(data, prefix="moi"),
        "child": ChildForm(data, prefix="enfant", today=today),
        "home": AddressForm(data, commune=commune, initial={"city": commune.name}),
    }
    if data is not None and not [form for form in forms.values() if not form.is_valid()]:  # each says what it lacks
        user = _open(request, commune, email, forms)
        request.session.pop(_KEY, None)
        if not request.user.is_authenticated:
            login(request, user, backend="preau.people.accounts.backends.AccountBackend")
            record("account.login", user, by=user.pk, now=timezone.now())
        return HttpResponseRedirect(reverse("portal:home"))
    context = {**forms, "email": email, "has_errors": data is not None}
    return render(request, "portal/families/opening_file.html", context, status=422 if data is not None else 200)


@transaction.atomic
def _open(request: HttpRequest, commune: Commune, email: str, forms: dict[str, Any]) -> User:
    """Everything or nothing. The account itself opens its file: it is the hand."""
    now = timezone.now()
    names = forms["me"].cleaned_data
    adult = open_adult(commune, AdultFacts(names["first_name"], names["last_name"], email), hand=Hand(None, now))
    user = open_login(adult, email, hand=Hand(None, now))
    by = Hand(user, now)
    home = open_home(commune, forms["home"].home_facts, hand=by)
    settle(adult, home, hand=by)
    child = open_child(commune, forms["child"].child_facts, hand=by)
    twins = look_alikes(child).exists()
    rights = GuardianRights.INFORMED if twins else GuardianRights.FULL
    set_link(child, adult, LinkFacts(GuardianKind.PARENT, rights, _("déclaré par la famille, à vérifier")), hand=by,
             tell=False)  # fmt: skip
    lodge(child, home, hand=by, is_main=True)
    if twins:
        hold_back(child, hand=by)
    return user


def _send_code(request: HttpRequest, email: str) -> None:
    """Nobody learns on this page whether an address has an account: the mail says it to its owner."""
    code = f"{secrets.randbelow(1_000_000):06d}"
    until = timezone.now() + _VALID
    request.session[_KEY] = {
        "email": email.lower(),
        "code": make_password(code),
        "until": until.isoformat(),
        "tries": 0,
        "is_proven": False,
    }
    if User.objects.filter(email__iexact=email).exists():
        request.session[_KEY]["code"] = "!"
        send_known(email)
    else:
        send_opening_code(email, code, until)


def _proven(request: HttpRequest) -> str | None:
    """The address that the person has shown to be theirs."""
    if isinstance(request.user, User):
        return request.user.email
    held = request.session.get(_KEY)
    return held["email"] if held and held["is_proven"] else None


def _is_over(held: dict[str, Any]) -> bool:
    return timezone.now() > datetime.fromisoformat(held["until"])


def _has_family(user: User) -> bool:
    return hasattr(user, "as_adult") or hasattr(user, "as_child")


def _commune() -> Commune:
    commune = Commune.objects.current()
    if commune is None:
        raise Http404
    return commune
