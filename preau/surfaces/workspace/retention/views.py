"""Terms are confirmed one by one; lines of the list are stamped one by one. None of them shows a name."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from preau.people.households.enums import RetainedThing
from preau.people.households.models import Elimination
from preau.people.households.permissions import RETENTION
from preau.people.households.retention import refuse_visa, stamp
from preau.people.households.terms import decide_term, terms_on
from preau.surfaces.shell.request import hand, load, require
from preau.surfaces.workspace.retention.forms import BecauseForm, TermForm

_PAST = 30


@require_safe
def retention(request: HttpRequest) -> HttpResponse:
    require(request, RETENTION, "read")
    context = {
        "lines": Elimination.objects.open().order_by("visa_at", "due_on", "pk"),
        "past": Elimination.objects.exclude(pk__in=Elimination.objects.open().values("pk")).order_by("-pk")[:_PAST],
        "terms": terms_on(timezone.localdate()).values(),
        "today": timezone.localdate(),
    }
    return render(request, "workspace/retention/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def term(request: HttpRequest, thing: str) -> HttpResponse:
    require(request, RETENTION, "decide")
    if thing not in RetainedThing.values:
        raise Http404
    now = terms_on(timezone.localdate())[RetainedThing(thing)]
    form = TermForm(request.POST or None, initial={"months": now.months, "text": now.text if now.is_confirmed else ""})
    if form.is_valid():
        kept = form.cleaned_data
        decide_term(now.thing, months=kept["months"], text=kept["text"], hand=hand(request))
        messages.success(request, _("La durée est décidée, à partir d’aujourd’hui."))
        return HttpResponseRedirect(reverse("workspace:retention"))
    context = {"form": form, "term": now}
    return render(request, "workspace/retention/term.html", context, status=422 if form.is_bound else 200)


@require_POST
def visa(request: HttpRequest, pk: int) -> HttpResponse:
    line = load(request, RETENTION, "stamp", Elimination.objects.open(), pk=pk)
    stamp(line, hand=hand(request))
    messages.success(request, _("Visa donné : ce dossier est effacé la nuit prochaine."))
    return HttpResponseRedirect(reverse("workspace:retention"))


@require_http_methods(["GET", "HEAD", "POST"])
def refusal(request: HttpRequest, pk: int) -> HttpResponse:
    line = load(request, RETENTION, "stamp", Elimination.objects.open(), pk=pk)
    form = BecauseForm(request.POST or None)
    if form.is_valid():
        refuse_visa(line, because=form.cleaned_data["because"], hand=hand(request))
        messages.success(request, _("Le dossier reste, et la famille lit pourquoi."))
        return HttpResponseRedirect(reverse("workspace:retention"))
    context = {"form": form, "line": line}
    return render(request, "workspace/retention/refusal.html", context, status=422 if form.is_bound else 200)
