"""Who signs a convention, and what is annexed to it."""

from __future__ import annotations

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from preau.cooperation.agreements.errors import NoRole, SomebodySigned, TextFixed
from preau.cooperation.agreements.models import Agreement, Annex, Party
from preau.cooperation.agreements.people import who_may_be_named
from preau.cooperation.agreements.permissions import AGREEMENTS
from preau.cooperation.agreements.writing import (
    add_annex,
    add_party,
    edit_party,
    remove_annex,
    remove_party,
)
from preau.people.files.errors import FileRefused
from preau.people.organisations.models import Organisation
from preau.surfaces.shell.files import send_file
from preau.surfaces.shell.request import hand, load
from preau.surfaces.workspace.agreements.forms import ANNEXES, AnnexForm, PartyForm
from preau.surfaces.workspace.agreements.views.agreements import text_is_fixed
from preau.surfaces.workspace.uploads import keep_upload

_ASK = ["GET", "HEAD", "POST"]


@require_http_methods(_ASK)
def party_addition(request: HttpRequest, pk: int) -> HttpResponse:
    agreement = _to_write(request, pk)
    if not agreement.is_being_written:
        return text_is_fixed(request, agreement)
    return _party(request, agreement, None)


@require_http_methods(_ASK)
def party_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """What the convention says of a signatory; once voted, only who may sign for it."""
    party, agreement = _party_to_write(request, pk)
    return _party(request, agreement, party)


@require_POST
def party_removal(request: HttpRequest, pk: int) -> HttpResponse:
    party, agreement = _party_to_write(request, pk)
    try:
        remove_party(party, hand=hand(request))
    except TextFixed:
        return text_is_fixed(request, agreement)
    except SomebodySigned:
        messages.warning(request, _("Une signature annulée reste dans l’histoire : ce signataire ne se retire plus."))
    else:
        messages.success(request, _("Ce signataire est retiré de la convention."))
    return redirect("workspace:agreement", agreement.pk)


@require_http_methods(_ASK)
def annex_addition(request: HttpRequest, pk: int) -> HttpResponse:
    agreement = _to_write(request, pk)
    if not agreement.is_being_written:
        return text_is_fixed(request, agreement)
    form = AnnexForm(request.POST, request.FILES) if request.method == "POST" else AnnexForm()
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                file = keep_upload(form, "file", hand=hand(request), kinds=ANNEXES)
                if file is not None:
                    add_annex(agreement, form.cleaned_data["title"], file, hand=hand(request))
        except TextFixed:
            return text_is_fixed(request, agreement)
        except FileRefused:
            pass  # its sentence stands at the field
        else:
            messages.success(request, _("L’annexe est jointe."))
            return redirect("workspace:agreement", pk)
    context = {"agreement": agreement, "form": form}
    return render(request, "workspace/annex_addition.html", context, status=422 if form.errors else 200)


@require_safe
def annex_file(request: HttpRequest, pk: int) -> FileResponse:
    """Read by whoever reads the agreement."""
    return send_file(_annex(request, pk, "read").file)


@require_POST
def annex_removal(request: HttpRequest, pk: int) -> HttpResponse:
    annex = _annex(request, pk, "write")
    try:
        remove_annex(annex, hand=hand(request))
    except TextFixed:
        return text_is_fixed(request, annex.agreement)
    messages.success(request, _("L’annexe est retirée."))
    return redirect("workspace:agreement", annex.agreement_id)


def _party(request: HttpRequest, agreement: Agreement, party: Party | None) -> HttpResponse:
    sent = request.POST if request.method == "POST" else None
    form = PartyForm(
        sent,
        initial=PartyForm.facts(party) if party else {},
        organisations=list(Organisation.objects.filter(commune=agreement.commune_id)),
        people=who_may_be_named(agreement.commune_id, timezone.localdate()),
    )
    if party is not None and not agreement.is_being_written:
        for name in ("organisation", "name", "capacity"):
            form.fields[name].disabled = True
    if sent is not None and form.is_valid():
        try:
            with transaction.atomic():
                if party is None:
                    add_party(agreement, form.seat, hand=hand(request))
                else:
                    edit_party(party, form.seat, hand=hand(request))
        except TextFixed:
            return text_is_fixed(request, agreement)
        except NoRole:
            form.add_error("signatory", _("Cette personne ne représente pas l’organisation choisie."))
        except IntegrityError:
            form.add_error("organisation", _("Cette organisation signe déjà la convention."))
        else:
            messages.success(request, _("Le signataire est enregistré."))
            return redirect("workspace:agreement", agreement.pk)
    context = {"agreement": agreement, "party": party, "form": form}
    return render(request, "workspace/party.html", context, status=422 if form.errors else 200)


def _to_write(request: HttpRequest, pk: int) -> Agreement:
    return load(request, AGREEMENTS, "write", Agreement.objects.select_related("commune"), pk=pk)


def _party_to_write(request: HttpRequest, pk: int) -> tuple[Party, Agreement]:
    agreement = load(request, AGREEMENTS, "write", Agreement.objects.select_related("commune"), parties=pk)
    return agreement.parties.select_related("organisation", "signatory").get(pk=pk), agreement


def _annex(request: HttpRequest, pk: int, action: str) -> Annex:
    agreement = load(request, AGREEMENTS, action, Agreement.objects.all(), annexes=pk)
    return agreement.annexes.select_related("file", "agreement").get(pk=pk)
