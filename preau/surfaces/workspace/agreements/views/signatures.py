"""Signing a convention: on paper, with its scan; or here, by the person named, who proves again who they are."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth import logout
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from preau.cooperation.agreements.content import content_of
from preau.cooperation.agreements.errors import (
    AllSigned,
    AlreadySigned,
    ChangedMeanwhile,
    NotTheSignatory,
    ProofBroken,
    WrongDay,
)
from preau.cooperation.agreements.models import Party, Signature
from preau.cooperation.agreements.permissions import PARTIES
from preau.cooperation.agreements.proof import proof_of
from preau.cooperation.agreements.signing import Ink, cancel_signature, may_sign, record_paper, sign_here
from preau.foundation.lifecycle import NotNow
from preau.people.accounts.models import User
from preau.people.files.errors import FileRefused
from preau.surfaces.shell.files import send_file
from preau.surfaces.shell.reauthentication import has_just_logged_in, refusal_of_password
from preau.surfaces.shell.request import actor, hand, load
from preau.surfaces.workspace.agreements.forms import PaperSignatureForm, ReasonForm, SignatureForm
from preau.surfaces.workspace.uploads import SCANS, keep_upload

_ASK = ["GET", "HEAD", "POST"]
_PARTIES = Party.objects.select_related("agreement__commune", "agreement__version", "organisation", "signatory")


@require_http_methods(_ASK)
def signature(request: HttpRequest, pk: int) -> HttpResponse:
    """The words, the fingerprint, the commitment: then the signature of the person named."""
    party, person = _party_to_sign(request, pk)
    agreement = party.agreement
    text = agreement.texts.first()
    if not agreement.awaits_signatures or text is None or Signature.objects.standing().filter(party=party).exists():
        return _nothing_to_sign(request, party)
    proof = proof_of(agreement, text)
    has_password = person.has_usable_password()
    may_go_on = proof.holds and (has_password or has_just_logged_in(request, person))
    membership = person.memberships.on(timezone.localdate()).filter(organisation=party.organisation_id).first()
    initial = {"seen": text.fingerprint, "office": membership.job_title if membership else ""}
    sent = request.POST if request.method == "POST" else None
    form = SignatureForm(sent, initial=initial, needs_password=has_password)
    if sent is not None and may_go_on and form.is_valid():
        answer = _sign(request, party, person, form)
        if answer is not None:
            return answer
    context = {
        "party": party,
        "agreement": agreement,
        "content": content_of(agreement),
        "annexes": agreement.annexes.select_related("file"),
        "text": text,
        "proof": proof,
        "form": form,
        "may_go_on": may_go_on,
    }
    return render(request, "workspace/signature.html", context, status=422 if form.errors else 200)


@require_POST
def signature_login(request: HttpRequest, pk: int) -> HttpResponse:
    """For those who have no password: out, then in again with a code sent by mail, back to the page to sign."""
    party, _person = _party_to_sign(request, pk)
    back = reverse("workspace:signature", args=[party.pk])
    logout(request)
    return redirect(f"{reverse('account_request_login_code')}?{urlencode({'next': back})}")


@require_http_methods(_ASK)
def paper_signature(request: HttpRequest, pk: int) -> HttpResponse:
    party = load(request, PARTIES, "record", _PARTIES, pk=pk)
    form = PaperSignatureForm(request.POST, request.FILES) if request.method == "POST" else PaperSignatureForm()
    if request.method == "POST" and form.is_valid():
        kept = form.cleaned_data
        try:
            with transaction.atomic():
                scan = keep_upload(form, "scan", hand=hand(request), kinds=SCANS)
                if scan is not None:
                    ink = Ink(kept["name"], kept["office"], kept["signed_on"], scan)
                    record_paper(party, ink, hand=hand(request))
        except (NotNow, AlreadySigned):
            return _nothing_to_sign(request, party)
        except ProofBroken:
            form.add_error(None, broken())
        except WrongDay:
            form.add_error(
                "signed_on", _("La signature vient après le vote de la convention, et pas après aujourd’hui.")
            )
        except FileRefused:
            pass  # its sentence stands at the field
        else:
            messages.success(request, _("La signature est enregistrée."))
            return redirect("workspace:agreement", party.agreement_id)
    elif not party.agreement.awaits_signatures:
        return _nothing_to_sign(request, party)
    context = {"party": party, "agreement": party.agreement, "form": form}
    return render(request, "workspace/paper_signature.html", context, status=422 if form.errors else 200)


@require_safe
def signature_scan(request: HttpRequest, pk: int) -> FileResponse:
    """The scan of a signature on paper, for whoever reads the agreement; a cancelled one too."""
    party = load(request, PARTIES, "read", _PARTIES, signatures=pk)
    found = party.signatures.select_related("scan").get(pk=pk)
    if found.scan is None:
        raise Http404
    return send_file(found.scan)


@require_http_methods(_ASK)
def signature_cancelling(request: HttpRequest, pk: int) -> HttpResponse:
    """A mistake is taken back, with its reason, as long as somebody still has to sign."""
    party = load(request, PARTIES, "record", _PARTIES, signatures=pk)
    found = party.signatures.get(pk=pk)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if found.cancelled_at is not None or not party.agreement.awaits_signatures:
        return _no_correction(request, party)
    if request.method == "POST" and form.is_valid():
        try:
            cancel_signature(found, reason=form.cleaned_data["reason"], hand=hand(request))
        except AllSigned:
            return _no_correction(request, party)
        messages.success(request, _("La signature est annulée. Elle reste dans l’histoire, avec votre raison."))
        return redirect("workspace:agreement", party.agreement_id)
    context = {"party": party, "agreement": party.agreement, "signature": found, "form": form}
    return render(request, "workspace/signature_cancelling.html", context, status=422 if form.errors else 200)


def _sign(request: HttpRequest, party: Party, person: User, form: SignatureForm) -> HttpResponse | None:
    """None when the form must be shown again, with what is wrong."""
    kept = form.cleaned_data
    if "password" in form.fields and (refusal := refusal_of_password(request, person, kept["password"])):
        form.add_error("password", refusal)
        return None
    try:
        sign_here(party, office=kept["office"], seen=kept["seen"], hand=hand(request))
    except NotTheSignatory as stranger:
        raise PermissionDenied from stranger
    except (NotNow, AlreadySigned):
        return _nothing_to_sign(request, party)
    except ChangedMeanwhile:
        messages.warning(request, _("Le texte a changé depuis que vous l’avez lu. Relisez-le avant de signer."))
        return redirect("workspace:signature", party.pk)
    except ProofBroken:
        form.add_error(None, broken())
        return None
    messages.success(request, _("Vous avez signé. Merci."))
    return redirect("workspace:agreement", party.agreement_id)


def _party_to_sign(request: HttpRequest, pk: int) -> tuple[Party, User]:
    """The place of the person in front of the screen: 404 when they may not read it, 403 when it is not theirs."""
    party = load(request, PARTIES, "sign", _PARTIES, pk=pk)
    person = actor(request).user
    if person is None or not may_sign(person, party, timezone.localdate()):
        raise PermissionDenied
    return party, person


def _nothing_to_sign(request: HttpRequest, party: Party) -> HttpResponse:
    messages.info(
        request, _("Il n’y a rien à signer ici : la signature est déjà enregistrée, ou le texte n’est pas voté.")
    )
    return redirect("workspace:agreement", party.agreement_id)


def _no_correction(request: HttpRequest, party: Party) -> HttpResponse:
    messages.warning(request, _("Cette signature ne se corrige plus. Rien n’a été changé."))
    return redirect("workspace:agreement", party.agreement_id)


def broken() -> str:
    return _(
        "Le texte à signer n’est pas celui qui a été voté : son empreinte ne correspond plus. "
        "Rien n’a été signé. Prévenez la coordination et votre hébergeur."
    )
