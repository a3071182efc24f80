"""Stopping the mails from the mail itself: no login, one button, or one click of the mail program (RFC 8058)."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from preau.people.notices.actions import stop_by_token
from preau.people.notices.enums import Frequency
from preau.people.notices.models import DigestChoice


@login_not_required
@csrf_exempt  # a mail program posts here without a cookie; whoever holds the token may stop the mails, nothing else
@require_http_methods(["GET", "HEAD", "POST"])
def mail_stop(request: HttpRequest, token: str) -> HttpResponse:
    """GET says what will happen: the robots that open the links of a mail stop nothing. POST answers without a
    redirect, which RFC 8058 forbids.
    """
    try:
        choice = (
            stop_by_token(token, now=timezone.now())
            if request.method == "POST"
            else DigestChoice.objects.get(stop_token=token)
        )
    except DigestChoice.DoesNotExist as unknown:
        raise Http404 from unknown
    response = render(request, "public/mail_stop.html", {"is_stopped": choice.frequency == Frequency.NEVER})
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
