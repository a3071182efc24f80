"""Opening a list, calling its families, closing it. Whoever did not open it does not know that it exists."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from preau.offer.outreach.answering import note
from preau.offer.outreach.closing import close_list
from preau.offer.outreach.designating import referent_of
from preau.offer.outreach.enums import Barrier, Ending, Outcome
from preau.offer.outreach.errors import ListClosed, NotOpened
from preau.offer.outreach.models import OutreachLine, OutreachList
from preau.offer.outreach.opening import open_list
from preau.offer.outreach.permissions import OUTREACH
from preau.offer.outreach.queries import ToCall, lines_of, lists_of, way_to_reach
from preau.offer.outreach.terms import terms_on
from preau.offer.outreach.wording import said
from preau.people.households.enums import FilePart
from preau.people.households.readings import read_files
from preau.surfaces.shell.access import recording_readings
from preau.surfaces.shell.request import actor, hand, require
from preau.surfaces.workspace.outreach.forms import AnswerForm, OpeningForm
from preau.surfaces.workspace.outreach.overview import town
from preau.town.areas.quarters import quarter_names


@require_http_methods(["GET", "HEAD", "POST"])
def opening(request: HttpRequest) -> HttpResponse:
    require(request, OUTREACH, "open")
    who, today, commune = actor(request), timezone.localdate(), town()
    if referent_of(who.user, today) is None:
        raise PermissionDenied
    quarters = quarter_names(commune)
    asked = {name: request.GET.get(name, "") for name in ("quartier", "age", "quotient")}
    form = OpeningForm(quarters, request.POST if request.method == "POST" else None, asked)
    if form.is_bound and form.is_valid():
        try:
            made = open_list(form.group, form.purpose, commune=commune, who=who, hand=hand(request))
        except NotOpened as refused:
            form.add_error(None, str(refused.refusal.label))
        else:
            text = ngettext(
                "La liste est ouverte : %(count)d enfant. Sa famille lit dans son espace que vous l’avez ouverte.",
                "La liste est ouverte : %(count)d enfants. Chaque famille lit dans son espace que vous l’avez ouverte.",
                made.children,
            )
            messages.success(request, text % {"count": made.children})
            return redirect("workspace:outreach_list", made.key)
    context = {"form": form, "terms": terms_on(commune.pk, today)}
    return render(request, "workspace/outreach/opening.html", context, status=422 if form.errors else 200)


@require_safe
def one(request: HttpRequest, key: UUID) -> HttpResponse:
    row = _mine(request, key)
    today = timezone.localdate()
    calls = lines_of(row, today)
    with recording_readings():
        read_files([each.child for each in calls], part=FilePart.OUTREACH, who=actor(request), hand=hand(request))
    context = {
        "list": row,
        "said": said(row.group, quarter_names(row.commune)),
        "waiting": [_told(each) for each in calls if not each.line.outcome],
        "done": [_told(each) for each in calls if each.line.outcome],
        "total": len(calls),
        "outcomes": Outcome.choices,
        "barriers": Barrier.choices,
        "days_left": (row.closes_on - today).days,
    }
    return render(request, "workspace/outreach/list.html", context)


@require_POST
def answer(request: HttpRequest, key: UUID, pk: int) -> HttpResponse:
    row = _mine(request, key)
    line = OutreachLine.objects.filter(list=row, pk=pk).first()
    if line is None:
        raise Http404
    form = AnswerForm(request.POST)
    back = redirect(reverse("workspace:outreach_list", args=[row.key]) + f"#enfant-{line.pk}")
    if not form.is_valid():
        messages.error(request, _("Choisissez la suite de cet appel : famille jointe, ne souhaite pas, sans réponse."))
        return back
    barrier = form.cleaned_data["barrier"]
    try:
        outcome = Outcome(form.cleaned_data["outcome"])
        note(line, outcome, barrier=Barrier(barrier) if barrier else None, hand=hand(request))
    except ListClosed:
        messages.error(request, _("Cette liste vient de se fermer, ou la famille s’y oppose : rien n’a été noté."))
        return redirect("workspace:outreach")
    messages.success(request, _("C’est noté."))
    return back


@require_http_methods(["GET", "HEAD", "POST"])
def closing(request: HttpRequest, key: UUID) -> HttpResponse:
    row = _mine(request, key)
    if request.method == "POST":
        close_list(row, Ending.DONE, hand=hand(request))
        messages.success(request, _("La liste est fermée : les noms sont effacés, seuls restent des nombres."))
        return redirect("workspace:outreach")
    context = {"list": row, "said": said(row.group, quarter_names(row.commune))}
    return render(request, "workspace/outreach/closing.html", context)


def _told(call: ToCall) -> tuple[ToCall, list[tuple[object, str, str]]]:
    """The child, and for each adult how they are reached."""
    return call, [(adult, *way_to_reach(adult)) for adult in call.adults]


def _mine(request: HttpRequest, key: UUID) -> OutreachList:
    """404 for whoever did not open it, and for everybody once it is over."""
    row = lists_of(actor(request).user, timezone.localdate()).select_related("commune").filter(key=key).first()
    if row is None:
        raise Http404
    return row
