"""Letters to print and calls to make: families whom no mail reaches hear of everything, an offered place first."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from preau.offer.enrolment.letters import title_of, words_of
from preau.offer.enrolment.permissions import ENROLMENTS
from preau.offer.enrolment.telling import mark_done, to_do
from preau.surfaces.shell.request import hand, require

MOST = 100


@require_safe
def messages_page(request: HttpRequest) -> HttpResponse:
    require(request, ENROLMENTS, "enter")
    rows = to_do()
    told = [(each, title_of(each.step), words_of(each.step)) for each in rows[:MOST]]
    return render(request, "workspace/enrolments/messages.html", {"told": told, "count": rows.count()})


@require_POST
def message_done(request: HttpRequest, pk: int) -> HttpResponse:
    require(request, ENROLMENTS, "enter")
    message = get_object_or_404(to_do().model.objects.all(), pk=pk)
    if mark_done(message, hand=hand(request)):
        messages.success(request, _("C’est noté."))
    return redirect("workspace:enrolment_messages")
