"""What a phone needs to go on without a network."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from preau.offer.attendance.permissions import ROLL_CALLS
from preau.surfaces.shell.request import require

_SCRIPT = settings.ROOT / "static" / "preau" / "js" / "rollcall" / "worker.js"


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """Served from here and not with the other scripts: it may only look after addresses below its own."""
    require(request, ROLL_CALLS, "mark")
    return HttpResponse(_SCRIPT.read_bytes(), content_type="text/javascript; charset=utf-8")


@require_safe
def without_network(request: HttpRequest) -> HttpResponse:
    """Shown in place of a page that this phone did not keep today. Names nobody."""
    require(request, ROLL_CALLS, "mark")
    return render(request, "workspace/rollcall/offline.html")
