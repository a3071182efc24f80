"""How people enter: what allauth asks us at each step of a login."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from preau.foundation.mail.tasks import send_text_mail
from preau.people.accounts.enums import Role
from preau.people.accounts.models import User
from preau.people.audit.actions import record
from preau.people.permissions import actor_of
from preau.surfaces.shell.reauthentication import has_just_logged_in

LEAVING = "franceconnect_leaving"
"""In the visit of who entered by FranceConnect: what it needs to close its own."""
_STEERING_FIRST = (Role.ELECTED_MEMBER,)


def home_of(person: User) -> str:
    """Where somebody lands: families with their children, elected members on where the plan stands, the others on what
    awaits them.
    """
    who = actor_of(person, timezone.localdate())
    if not who.is_professional and (hasattr(person, "as_adult") or hasattr(person, "as_child")):
        return reverse("portal:home")
    return reverse("steering:home" if who.holds(*_STEERING_FIRST) else "workspace:home")


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are opened by an administrator; mails leave in the background; every entry is in the journal."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return home_of(request.user) if isinstance(request.user, User) else super().get_login_redirect_url(request)

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse:
        record("account.login", user, by=user.pk, now=timezone.now())
        response: HttpResponse = super().post_login(request, user, **kwargs)
        return response

    def is_reauthentication_required(self, *, app: str) -> bool:
        """A family has no password to type again: having entered a few minutes ago, by code or by key, is the proof."""
        request = self.request
        person = request.user if request is not None else None
        if isinstance(person, User) and not person.has_usable_password() and has_just_logged_in(request, person):
            return False
        return bool(super().is_reauthentication_required(app=app))

    def logout(self, request: HttpRequest) -> None:
        """Who came by FranceConnect is told, once out, how to leave it too."""
        leaving = request.session.get(LEAVING)
        super().logout(request)
        if leaving:
            request.session[LEAVING] = leaving

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        if request.session.get(LEAVING):
            return reverse("shell:franceconnect_goodbye")
        return str(super().get_logout_redirect_url(request))

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """No address in the journal: somebody may have typed a password in its place."""
        record("account.login_failed", "accounts.User", by=None, now=timezone.now())

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        context = {**context, "site_url": settings.SITE_URL, "email": email}
        message = self.render_mail(template_prefix, email, context)
        send_text_mail.enqueue(message.subject, message.body, email)

    def render_mail(self, template_prefix: str, email: str, context: dict[str, Any], headers: Any = None) -> Any:
        return super().render_mail(template_prefix, email, {"current_site": _Site(), **context}, headers)


class _Site:
    """What allauth's mails call the site, without the framework of several sites."""

    name = "Préau"
    domain = settings.SITE_URL.split("//")[-1]
