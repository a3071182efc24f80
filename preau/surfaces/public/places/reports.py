"""The page behind the QR code of a gate: anybody says how the ground is, in one tap, without an account."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter
from django import forms
from django.contrib.auth.decorators import login_not_required
from django.core.signing import BadSignature, TimestampSigner
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from preau.surfaces.public.places.views import the_town
from preau.town.calendar.queries import calendar_of
from preau.town.spaces.enums import ReportKind
from preau.town.spaces.models import OpenSpace, SpaceReport
from preau.town.spaces.queries import door_of, spaces, state_of, terms_on
from preau.town.spaces.reporting import TAKEN_BACK_WITHIN, TooManyReports, add_words, report, take_back
from preau.town.spaces.senders import sender_of
from preau.town.spaces.wording import state_words, why_words

_SIGNER = TimestampSigner(salt="preau.spaces.report")


class WordsForm(forms.Form):
    words = forms.CharField(
        label=gettext_lazy("Qu’est-ce qui est abîmé ?"),
        help_text=gettext_lazy("En quelques mots, sans nommer personne. Un agent de la ville les lit d’abord."),
        max_length=140,
        error_messages={"required": gettext_lazy("Écrivez quelques mots, ou quittez cette page : c’est déjà signalé.")},
    )


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def gate(request: HttpRequest, token: str) -> HttpResponse:
    space = _space(token)
    if space is None:
        return render(request, "public/places/gate_gone.html", status=404)
    if request.method != "POST":
        return render(request, "public/places/gate.html", _context(space))
    kind = request.POST.get("dit", "")
    if kind not in ReportKind.values:
        return render(request, "public/places/gate.html", _context(space) | {"is_unread": True}, status=422)
    now = timezone.now()
    try:
        made = report(space, ReportKind(kind), sender=sender_of(_address(request), now), now=now)
    except TooManyReports:
        return render(request, "public/places/gate.html", _context(space) | {"is_too_much": True}, status=429)
    return redirect(f"{request.path}merci/?signalement={_SIGNER.sign(str(made.pk))}")


@login_not_required
@require_safe
def gate_thanks(request: HttpRequest, token: str) -> HttpResponse:
    signed = request.GET.get("signalement", "")
    space, made = _mine(token, signed)
    return _thanks(request, space, made, signed, WordsForm())


@login_not_required
@require_POST
def gate_words(request: HttpRequest, token: str) -> HttpResponse:
    signed = request.POST.get("signalement", "")
    space, made = _mine(token, signed)
    form = WordsForm(request.POST)
    if made.kind != ReportKind.BROKEN or not form.is_valid():
        return _thanks(request, space, made, signed, form, status=422)
    add_words(made, form.cleaned_data["words"], now=timezone.now())
    return redirect(f"../merci/?signalement={signed}")


@login_not_required
@require_POST
def gate_withdrawal(request: HttpRequest, token: str) -> HttpResponse:
    signed = request.POST.get("signalement", "")
    _gate, made = _mine(token, signed)
    take_back(made, now=timezone.now())
    return redirect(f"../merci/?signalement={signed}")


def _thanks(
    request: HttpRequest, space: OpenSpace, made: SpaceReport, signed: str, form: WordsForm, *, status: int = 200
) -> HttpResponse:
    context = {"space": space, "made": made, "form": form, "signed": signed}
    return render(request, "public/places/gate_thanks.html", context, status=status)


def _mine(token: str, signed: str) -> tuple[OpenSpace, SpaceReport]:
    """A report opens only to whoever holds the signature that was given when it was made, for a quarter of an hour."""
    space = _space(token)
    try:
        pk = _SIGNER.unsign(signed, max_age=TAKEN_BACK_WITHIN)
    except BadSignature as refused:
        raise Http404 from refused
    made = space.reports.filter(pk=pk).first() if space else None
    if space is None or made is None:
        raise Http404
    return space, made


def _space(token: str) -> OpenSpace | None:
    commune, now = the_town(), timezone.now()
    shown = spaces(now, terms_on(commune, timezone.localdate(now))).filter(token=token, site__is_public=True)
    return shown.first()


def _context(space: OpenSpace) -> dict[str, Any]:
    commune, now = space.site.commune, timezone.now()
    calendar, terms = calendar_of(commune), terms_on(commune, timezone.localdate(now))
    state = state_of(space, now, calendar=calendar, terms=terms)
    return {
        "space": space,
        "site": space.site,
        "words": state_words(state, door_of(space.site, now, calendar), now),
        "why": why_words(state, now),
        "told": state.words,
    }


def _address(request: HttpRequest) -> str:
    """The visitor's, whatever proxies stand before us: counted as for logins, and kept nowhere."""
    found: str = get_adapter().get_client_ip(request)
    return found
