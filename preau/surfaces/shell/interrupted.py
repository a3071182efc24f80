"""A form that could not be taken in, because the session ended or the page was too old: its words are given back."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme

_SAFE = ("GET", "HEAD", "OPTIONS", "TRACE")


class LoginFirst(LoginRequiredMiddleware):
    """After logging in, a person comes back to the page of the form: an address that only takes POST shows nothing."""

    def handle_no_permission(  # type: ignore[override]
        self, request: HttpRequest, view_func: Callable[..., HttpResponseBase]
    ) -> HttpResponseBase:
        if request.method in _SAFE and not request.headers.get("HX-Request"):
            return super().handle_no_permission(request, view_func)  # type: ignore[no-any-return]
        to_login = redirect_to_login(came_from(request) or resolve_url("workspace:home"), resolve_url("account_login"))
        if request.headers.get("HX-Request"):
            return HttpResponse(status=204, headers={"HX-Redirect": to_login.url})
        if not (words := words_typed(request)):
            return to_login
        return render(request, "session_over.html", {"words": words, "login": to_login.url}, status=403)


def came_from(request: HttpRequest) -> str:
    """The page of this site where the form was; "" when it is not known, or is another site's."""
    address = request.headers.get("HX-Current-URL") or request.headers.get("Referer") or ""
    if not url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure()):
        return ""
    parts = urlsplit(address)
    return parts.path + (f"?{parts.query}" if parts.query else "")


def words_typed(request: HttpRequest) -> list[str]:
    """What a person wrote in the form, in its order; nothing of another site's form, and never a password."""
    if not came_from(request):
        return []
    sent = [(name, value) for name, values in request.POST.lists() for value in values]
    return [str(value) for name, value in sent if "password" not in name and " " in str(value).strip()]
