"""What happened for the family since its last visit."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from preau.foundation.text.days import read_instant
from preau.people.notices.actions import mark_all_read
from preau.people.notices.queries import recent_for
from preau.surfaces.portal.doors import guardian


@require_safe
def news(request: HttpRequest) -> HttpResponse:
    unread, read = recent_for(guardian(request), read=30)
    return render(request, "portal/families/news.html", {"unread": unread, "read": read, "seen_at": timezone.now()})


@require_POST
def news_reading(request: HttpRequest) -> HttpResponse:
    """Everything that was on the screen."""
    until = read_instant(request.POST.get("until", ""))
    mark_all_read(guardian(request), now=timezone.now(), until=until)
    return HttpResponseRedirect(reverse("portal:news"))
