"""Families to call, because a child stopped coming without a word."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from preau.offer.attendance.enums import FollowUpOutcome
from preau.offer.attendance.following import close
from preau.offer.attendance.models import FollowUp
from preau.offer.attendance.permissions import FOLLOW_UPS
from preau.surfaces.shell.request import actor, hand, load, require


@require_safe
def follow_ups(request: HttpRequest) -> HttpResponse:
    require(request, FOLLOW_UPS, "read")
    rows = FOLLOW_UPS.rows(actor(request), "read", FollowUp.objects.all()).select_related("child", "unit__activity")
    shown = {
        "waiting": rows.filter(closed_at__isnull=True),
        "closed": rows.filter(closed_at__isnull=False).select_related("closed_by").order_by("-closed_at")[:20],
        "outcomes": FollowUpOutcome.choices,
    }
    return render(request, "workspace/rollcall/follow_ups.html", shown)


@require_POST
def follow_up_answer(request: HttpRequest, key: UUID) -> HttpResponse:
    row = load(request, FOLLOW_UPS, "close", FollowUp.objects.select_related("child"), key=key)
    outcomes = [each for each in FollowUpOutcome if each == request.POST.get("outcome")]
    if not outcomes:
        messages.error(request, _("Dites ce que la famille a répondu, ou qu’elle n’a pas été jointe."))
    else:
        close(row, outcomes[0], hand=hand(request))
        messages.success(request, _("C’est noté. La place de l’enfant n’a pas changé."))
    return redirect("workspace:follow_ups")
