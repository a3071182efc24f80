"""Opening a door to somebody else: another guardian with a code, a young person with a mail."""

from __future__ import annotations

from uuid import UUID

from allauth.core.ratelimit import consume
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from preau.people.audit.actions import record
from preau.people.households.errors import AccountTaken, InvitationOver, LinkTaken, NotYetOfAge
from preau.people.households.invitations import (
    follow_by_code,
    invitation_for,
    invite_guardian,
    invite_young,
    open_invited,
)
from preau.people.households.rights import Act, alone_from
from preau.surfaces.portal.doors import load_child, my_adult
from preau.surfaces.portal.families.forms import CodeForm, EmailForm, InvitationForm
from preau.surfaces.shell.request import hand


@require_http_methods(["GET", "HEAD", "POST"])
def guardian_invitation(request: HttpRequest, key: UUID) -> HttpResponse:
    """The code is shown once: it is kept nowhere."""
    child = load_child(request, key, Act.CONSENT)
    form = InvitationForm(request.POST or None)
    if form.is_valid():
        link, rights = form.terms
        email = form.cleaned_data["email"]
        made, code = invite_guardian(child, link=link, rights=rights, hand=hand(request), email=email)
        context = {"child": child, "invitation": made, "code": code, "email": email}
        return render(request, "portal/families/invitation_made.html", context)
    context = {"child": child, "form": form}
    return render(request, "portal/families/invitation.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def young_invitation(request: HttpRequest, key: UUID) -> HttpResponse:
    child = load_child(request, key, Act.CONSENT)
    form = EmailForm(request.POST or None)
    if form.is_valid():
        try:
            invite_young(child, form.cleaned_data["email"], hand=hand(request))
        except NotYetOfAge:
            age = {"age": alone_from(timezone.localdate())}
            form.add_error(None, _("Un compte de jeune s’ouvre à partir de %(age)d ans.") % age)
        else:
            messages.success(request, _("L’invitation est partie. Elle est valable deux semaines."))
            return HttpResponseRedirect(reverse("portal:child", args=[child.key]))
    context = {"child": child, "form": form, "age": alone_from(timezone.localdate())}
    return render(request, "portal/families/young_invitation.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def follow(request: HttpRequest) -> HttpResponse:
    """Typing the code that another guardian gave. Few tries: a code is not guessed."""
    adult = my_adult(request)
    form, status = CodeForm(request.POST or None), 200
    if form.is_valid():
        status = 422
        if not consume(request, action="family_code", key=str(adult.pk)):
            form.add_error("code", _("Trop d’essais. Réessayez dans une heure, ou appelez l’accueil des familles."))
            status = 429
        else:
            try:
                link = follow_by_code(form.cleaned_data["code"], adult=adult, hand=hand(request))
            except InvitationOver:
                form.add_error("code", _("Ce code n’est pas le bon, ou n’est plus valable. Demandez-en un autre."))
            except LinkTaken:
                form.add_error("code", _("Votre lien avec cet enfant est déjà écrit. L’accueil peut le changer."))
            else:
                messages.success(request, _("Vous suivez maintenant %(name)s.") % {"name": link.child.first_name})
                return HttpResponseRedirect(reverse("portal:child", args=[link.child.key]))
    elif form.is_bound:
        status = 422
    return render(request, "portal/families/follow.html", {"form": form}, status=status)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def invited(request: HttpRequest, token: str) -> HttpResponse:
    """GET asks for one press: the robots that open the links of a mail open no account."""
    found, problem = invitation_for(token, timezone.now()), ""
    if request.method == "POST" and found is not None:
        try:
            user = open_invited(token, now=timezone.now())
        except InvitationOver:
            found = None
        except AccountTaken:
            problem = _("Cette adresse a déjà un compte. Demandez une invitation à une autre adresse.")
        else:
            login(request, user, backend="preau.people.accounts.backends.AccountBackend")
            record("account.login", user, by=user.pk, now=timezone.now())
            return HttpResponseRedirect(reverse("portal:home"))
    context = {"invitation": found, "problem": problem}
    status = 404 if found is None else 422 if problem else 200
    response = render(request, "portal/families/invited.html", context, status=status)
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
