"""My account: who I am, what I may do, how I log in."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from preau.people.accounts.enums import Role
from preau.people.accounts.models import User
from preau.people.audit.actions import record
from preau.people.notices.actions import choose_frequency
from preau.people.notices.queries import choice_of
from preau.people.organisations.models import Commune
from preau.surfaces.shell.entry import home_of
from preau.surfaces.shell.forms import MailForm
from preau.surfaces.shell.request import actor


@require_safe
def account(request: HttpRequest) -> HttpResponse:
    person = _person(request)
    return _show(request, person, MailForm(initial=MailForm.of(choice_of(person))))


@require_POST
def mail_choice(request: HttpRequest) -> HttpResponse:
    """How often, and in which language, the digest mail comes."""
    person = _person(request)
    form = MailForm(request.POST)
    if not form.is_valid():
        return _show(request, person, form)
    frequency, language = form.chosen
    choose_frequency(person, frequency, language=language, now=timezone.now())
    messages.success(request, _("C’est noté. Votre choix vaut dès le prochain courriel."))
    return HttpResponseRedirect(reverse("shell:account"))  # at the top, where the message is


def _person(request: HttpRequest) -> User:
    person = actor(request).user
    assert person is not None  # noqa: S101  login is required by default
    return person


def _show(request: HttpRequest, person: User, form: MailForm) -> HttpResponse:
    memberships = [
        (Role(each.role), each) for each in person.memberships.on(timezone.localdate()).select_related("organisation")
    ]
    factors = set(Authenticator.objects.filter(user=person).values_list("type", flat=True))
    is_family = not memberships and (hasattr(person, "as_adult") or hasattr(person, "as_child"))
    context = {
        "layout": "layouts/portal.html" if is_family else "layouts/workspace.html",
        "is_family": is_family,
        "memberships": memberships,
        "factors": factors,
        "mail_form": form,
    }
    return render(request, "shell/account.html", context, status=422 if form.errors else 200)


@login_not_required
@require_POST
def demo_login(request: HttpRequest) -> HttpResponse:
    """One click into the fictional town. In a real town this address does not exist."""
    commune = Commune.objects.current()
    person = User.objects.filter(email=request.POST.get("email", ""), is_demo=True, is_active=True).first()
    if commune is None or not commune.is_fictional or person is None or not person.has_usable_password():
        raise Http404
    login(request, person, backend="preau.people.accounts.backends.AccountBackend")
    record("account.demo_login", person, by=person.pk, now=timezone.now())
    return HttpResponseRedirect(home_of(person))
