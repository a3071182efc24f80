"""Conventions: the list, one of them, its words."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from preau.cooperation.agreements.document import write_convention
from preau.cooperation.agreements.enums import AgreementKind, DelayKind
from preau.cooperation.agreements.errors import ChangedMeanwhile, TextFixed
from preau.cooperation.agreements.models import Agreement, DelayRule
from preau.cooperation.agreements.permissions import AGREEMENTS
from preau.cooperation.agreements.queries import agreements_listed, alarms_on, delays_on
from preau.cooperation.agreements.writing import draft_agreement, edit_agreement, set_delays
from preau.people.organisations.models import Commune
from preau.surfaces.shell.request import actor, hand, load, require
from preau.surfaces.workspace.agreements.forms import AgreementEditForm, DelayForm, NewAgreementForm
from preau.surfaces.workspace.agreements.page import AgreementPage, cards, missing_in_words
from preau.surfaces.workspace.forms.fields import see_again
from preau.surfaces.workspace.plan.views.plan import plans

_ASK = ["GET", "HEAD", "POST"]


@require_safe
def agreement_list(request: HttpRequest) -> HttpResponse:
    """Those that concern the person: all of them for those who watch over the plan."""
    require(request, AGREEMENTS, "read")
    who, today = actor(request), timezone.localdate()
    commune = Commune.objects.current()
    ringing = alarms_on(commune.pk, today) if commune else []
    listed = cards(AGREEMENTS.rows(who, "read", agreements_listed()), ringing)
    context = {
        "cards": listed,
        "standing": missing_in_words(listed),
        "may_write": AGREEMENTS.may(who, "write"),
    }
    return render(request, "workspace/agreements.html", context)


@require_safe
def agreement_page(request: HttpRequest, pk: int) -> HttpResponse:
    agreement = load(request, AGREEMENTS, "read", agreements_listed(), pk=pk)
    page = AgreementPage(agreement, actor(request), timezone.localdate())
    context = {
        "agreement": agreement,
        "page": page,
        "annexes": agreement.annexes.select_related("file"),
        "reviews": agreement.reviews.all(),
        "following": agreement.followers.order_by("pk").first(),
    }
    return render(request, "workspace/agreement.html", context)


@require_http_methods(_ASK)
def agreement_creation(request: HttpRequest) -> HttpResponse:
    require(request, AGREEMENTS, "write")
    listed, today = list(plans(request)), timezone.localdate()
    going_on = (plan for plan in listed if plan.is_adopted and not (plan.ends_on and plan.ends_on < today))
    first = next(going_on, listed[0] if listed else None)
    initial = {"kind": AgreementKind.PLAN, "plan": str(first.pk) if first else ""}
    if first:
        initial |= {"starts_on": first.starts_on, "ends_on": first.ends_on}
    form = (
        NewAgreementForm(request.POST, plans=listed)
        if request.method == "POST"
        else NewAgreementForm(initial=initial, plans=listed)
    )
    commune = Commune.objects.current()
    if request.method == "POST" and commune is not None and form.is_valid():
        kind = AgreementKind(form.cleaned_data["kind"])
        made = draft_agreement(commune, kind, form.words, hand=hand(request))
        messages.success(request, _("La convention est ouverte. Complétez ses signataires, puis faites-la relire."))
        return redirect("workspace:agreement", made.pk)
    context = {"form": form}
    return render(request, "workspace/agreement_creation.html", context, status=422 if form.errors else 200)


@require_http_methods(_ASK)
def agreement_edit(request: HttpRequest, pk: int) -> HttpResponse:
    agreement = load(request, AGREEMENTS, "write", agreements_listed(), pk=pk)
    if not agreement.is_being_written:
        return text_is_fixed(request, agreement)
    sent = request.POST if request.method == "POST" else None
    initial = {**AgreementEditForm.facts(agreement), "seen_version": agreement.revision}
    form = AgreementEditForm(sent, initial=initial, plans=list(plans(request)))
    if sent is not None and form.is_valid():
        try:
            edit_agreement(agreement, form.words, seen_revision=form.cleaned_data["seen_version"], hand=hand(request))
        except TextFixed:
            return text_is_fixed(request, agreement)
        except ChangedMeanwhile:
            agreement.refresh_from_db()
            see_again(form, agreement.revision)
            form.add_error(
                None,
                _("Quelqu’un a modifié cette convention entre-temps. Vérifiez, puis enregistrez de nouveau."),
            )
        else:
            messages.success(request, _("La convention est enregistrée."))
            return redirect("workspace:agreement", pk)
    context = {"agreement": agreement, "form": form}
    return render(request, "workspace/agreement_edit.html", context, status=422 if form.errors else 200)


@require_safe
def agreement_document(request: HttpRequest, pk: int) -> HttpResponse:
    """The convention as a tagged PDF, with its boxes to sign and the signatures that it has."""
    agreement = load(request, AGREEMENTS, "read", agreements_listed(), pk=pk)
    response = HttpResponse(write_convention(agreement), content_type="application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="convention-{agreement.pk}.pdf"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


@require_http_methods(_ASK)
def agreement_delays(request: HttpRequest) -> HttpResponse:
    """When missing signatures are asked for again, and how long before an end the alarm sounds: from a day on."""
    require(request, AGREEMENTS, "set_delays")
    commune, today = Commune.objects.current(), timezone.localdate()
    if commune is None:
        return redirect("workspace:agreements")
    current = delays_on(commune.pk, today)
    forms: dict[str, DelayForm] = {}
    sent = request.POST.get("kind", "") if request.method == "POST" else ""
    for kind in DelayKind:
        initial = {"kind": kind, "steps": ", ".join(map(str, current[kind])), "valid_from": today}
        data: Any = request.POST if sent == kind else None
        forms[kind] = DelayForm(data, initial=initial, auto_id=f"id_{kind}_%s", asked=kind)
    form = forms.get(sent)
    if form is not None and form.is_valid():
        kept = form.cleaned_data
        set_delays(commune, DelayKind(kept["kind"]), kept["steps"], valid_from=kept["valid_from"], hand=hand(request))
        messages.success(request, _("Les délais sont enregistrés."))
        return redirect("workspace:agreement_delays")
    context = {
        "signature_form": forms[DelayKind.SIGNATURE],
        "term_form": forms[DelayKind.TERM],
        "rules": DelayRule.objects.filter(commune=commune).select_related("set_by"),
    }
    return render(request, "workspace/agreement_delays.html", context, status=422 if form and form.errors else 200)


def text_is_fixed(request: HttpRequest, agreement: Agreement) -> HttpResponse:
    messages.warning(request, _("Le conseil a voté cette convention : son texte ne change plus. Rien n’a été modifié."))
    return redirect("workspace:agreement", agreement.pk)
