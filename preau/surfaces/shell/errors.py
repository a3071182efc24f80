"""Error pages with human words. The 500 page needs neither the database nor a context."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader

from preau.surfaces.shell.interrupted import came_from, words_typed


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "400.html", status=400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was left open too long, or cookies are off: the person did nothing wrong."""
    context = {"is_form_expired": True, "back": came_from(request), "words": words_typed(request)}
    return render(request, "403.html", context, status=403)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def too_many_requests(request: HttpRequest, retry_after_seconds: int = 300) -> HttpResponse:
    response = render(request, "429.html", {"retry_after_seconds": retry_after_seconds}, status=429)
    response.headers["Retry-After"] = str(retry_after_seconds)
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """Without the request: no context processor runs, so a database that is down can't break this page too."""
    return HttpResponse(loader.render_to_string("500.html"), status=500)
