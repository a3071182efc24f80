"""The labels that the town knows, and what each asks."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from preau.people.organisations.models import Commune
from preau.plan.labels.enums import Applicant
from preau.plan.labels.errors import NameTaken, VersionTaken
from preau.plan.labels.models import LabelScheme
from preau.plan.labels.permissions import APPLICANTS, SCHEMES
from preau.plan.labels.schemes import change_rules, declare, install_catalogue
from preau.plan.labels.states import LIVE
from preau.surfaces.shell.request import actor, hand, load, require
from preau.surfaces.workspace.labels.forms import RulesForm, SchemeForm

_ASK = ["GET", "HEAD", "POST"]


@require_GET
def scheme_list(request: HttpRequest) -> HttpResponse:
    require(request, SCHEMES, "read")
    known = SCHEMES.rows(actor(request), "read", LabelScheme.objects.all())
    counted = known.annotate(living=Count("files", filter=Q(files__state__in=LIVE)))
    context = {"schemes": counted, "may_edit": SCHEMES.may(actor(request), "edit")}
    return render(request, "workspace/label_schemes.html", context)


@require_POST
def scheme_loading(request: HttpRequest) -> HttpResponse:
    require(request, SCHEMES, "edit")
    commune = Commune.objects.current()
    count = install_catalogue(commune, hand=hand(request)) if commune else 0
    if count:
        words = ngettext("%(count)s label est ajouté à la liste.", "%(count)s labels sont ajoutés à la liste.", count)
        messages.success(request, words % {"count": count})
    else:
        messages.info(request, _("Votre liste contient déjà tous les labels fournis."))
    return redirect("workspace:label_schemes")


@require_http_methods(_ASK)
def scheme_new(request: HttpRequest) -> HttpResponse:
    require(request, SCHEMES, "edit")
    commune = Commune.objects.current()
    form = SchemeForm(request.POST if request.method == "POST" else None, initial={"valid_from": timezone.localdate()})
    if request.method == "POST" and form.is_valid() and commune is not None:
        kept = form.cleaned_data
        try:
            scheme = declare(
                commune,
                kept["name"],
                given_by=kept["given_by"],
                applicant=Applicant(kept["applicant"]),
                summary=kept["summary"],
                rules=form.rules,
                hand=hand(request),
            )
        except NameTaken:
            form.add_error("name", _("Un label de ce nom est déjà dans la liste."))
        else:
            messages.success(request, _("Le label est dans la liste."))
            return redirect("workspace:label_scheme", scheme.key)
    return render(
        request, "workspace/label_rules.html", {"scheme": None, "form": form}, status=422 if form.errors else 200
    )


@require_GET
def scheme_page(request: HttpRequest, key: str) -> HttpResponse:
    scheme = load(request, SCHEMES, "read", LabelScheme.objects.all(), key=key)
    context = {
        "scheme": scheme,
        "current": scheme.version_on(timezone.localdate()),
        "versions": scheme.versions.prefetch_related("criteria"),
        "may_edit": SCHEMES.may(actor(request), "edit"),
        "may_open": APPLICANTS.may(actor(request), "open"),
    }
    return render(request, "workspace/label_scheme.html", context)


@require_http_methods(_ASK)
def scheme_rules(request: HttpRequest, key: str) -> HttpResponse:
    """New rules from a day on: those of today are the draft."""
    scheme = load(request, SCHEMES, "edit", LabelScheme.objects.all(), key=key)
    last = scheme.versions.first()
    form = RulesForm(request.POST if request.method == "POST" else None, initial=RulesForm.facts(last) if last else {})
    if request.method == "POST" and form.is_valid():
        try:
            change_rules(scheme, form.rules, hand=hand(request))
        except VersionTaken:
            form.add_error("valid_from", _("Des règles commencent déjà ce jour-là. Choisissez une autre date."))
        else:
            messages.success(request, _("Les nouvelles règles sont enregistrées."))
            return redirect("workspace:label_scheme", key)
    return render(
        request, "workspace/label_rules.html", {"scheme": scheme, "form": form}, status=422 if form.errors else 200
    )
