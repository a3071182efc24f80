"""What happened for the person in front of the screen: only theirs, read where they want, marked when they say so."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from preau.foundation.text.days import read_instant
from preau.people.accounts.models import User
from preau.people.notices.actions import mark_all_read, mark_read
from preau.people.notices.models import Notice
from preau.people.notices.permissions import NOTICES
from preau.people.notices.queries import choice_of, read_by, unread_of
from preau.surfaces.shell.request import actor, hand, load, require

PER_PAGE = 25
READ_SHOWN = 25


@require_safe
def notice_list(request: HttpRequest) -> HttpResponse:
    person = _person(request)
    page = Paginator(unread_of(person), PER_PAGE).get_page(request.GET.get("page"))
    read = list(read_by(person)[:READ_SHOWN]) if page.number == 1 else []
    context = {"page": page, "read": read, "choice": choice_of(person), "shown_at": hand(request).now}
    return render(request, "workspace/notices.html", context)


@require_POST
def notice_opening(request: HttpRequest, pk: int) -> HttpResponse:
    """Reads a notice and goes where it leads, in one gesture."""
    notice = load(request, NOTICES, "read", _mine(request), pk=pk)
    mark_read(notice, now=hand(request).now)
    return redirect(notice.path)


@require_POST
def notice_reading(request: HttpRequest, pk: int) -> HttpResponse:
    mark_read(load(request, NOTICES, "read", _mine(request), pk=pk), now=hand(request).now)
    return redirect("workspace:notices")


@require_POST
def notice_readings(request: HttpRequest) -> HttpResponse:
    """All that was there when the page was made: what arrived meanwhile stays unread."""
    now = hand(request).now
    count = mark_all_read(_person(request), now=now, until=read_instant(request.POST.get("until", "")))
    if count:
        words = ngettext("%(count)s nouvelle marquée comme lue.", "%(count)s nouvelles marquées comme lues.", count)
        messages.success(request, words % {"count": count})
    else:
        messages.info(request, _("Tout était déjà lu."))
    return redirect("workspace:notices")


def _person(request: HttpRequest) -> User:
    require(request, NOTICES, "read")
    person = actor(request).user
    assert person is not None  # noqa: S101  a role is held by an account
    return person


def _mine(request: HttpRequest) -> QuerySet[Notice]:
    """Somebody else's notice does not exist."""
    return Notice.objects.filter(recipient=actor(request).user)
