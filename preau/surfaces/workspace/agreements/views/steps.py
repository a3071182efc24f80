"""How a convention moves on: each step says its consequence before it is taken."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from preau.cooperation.agreements.errors import NotComplete, SomebodySigned, WrongDay
from preau.cooperation.agreements.models import Agreement
from preau.cooperation.agreements.permissions import AGREEMENTS
from preau.cooperation.agreements.queries import agreements_listed
from preau.cooperation.agreements.states import LIFE
from preau.cooperation.agreements.steps import (
    Vote,
    adopt,
    prepare_next,
    review,
    review_year,
    rework,
    terminate,
    what_is_missing,
)
from preau.foundation.lifecycle import NotNow
from preau.surfaces.shell.request import hand, load
from preau.surfaces.workspace.agreements.forms import AgreementVoteForm, ReasonForm, YearlyReviewForm

_ASK = ["GET", "HEAD", "POST"]
_BY_HAND = ("review", "rework", "terminate")


@require_http_methods(_ASK)
def agreement_step(request: HttpRequest, pk: int, step: str) -> HttpResponse:
    if step not in _BY_HAND:
        raise Http404
    agreement = _load(request, pk)
    told = LIFE.by_name[step]
    if agreement.state not in told.sources:
        return _not_now(request, agreement)
    form = ReasonForm(request.POST if request.method == "POST" else None, needs_reason=told.needs_reason)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data.get("reason", "")
        try:
            if step == "review":
                review(agreement, hand=hand(request))
            elif step == "rework":
                rework(agreement, hand=hand(request), reason=reason)
            else:
                terminate(agreement, hand=hand(request), reason=reason)
        except NotNow:
            return _not_now(request, agreement)
        except SomebodySigned:
            messages.warning(request, _("Quelqu’un a déjà signé : ce texte ne se reprend plus. Rien n’a été changé."))
            return redirect("workspace:agreement", pk)
        messages.success(request, _DONE[step]())
        return redirect("workspace:agreement", pk)
    context = {"agreement": agreement, "step": step, "form": form}
    return render(request, "workspace/agreement_step.html", context, status=422 if form.errors else 200)


@require_http_methods(_ASK)
def agreement_vote(request: HttpRequest, pk: int) -> HttpResponse:
    agreement = _load(request, pk)
    if agreement.state not in LIFE.by_name["adopt"].sources:
        return _not_now(request, agreement)
    form = AgreementVoteForm(request.POST if request.method == "POST" else None)
    gaps = what_is_missing(agreement)
    if request.method == "POST" and form.is_valid():
        kept = form.cleaned_data
        try:
            adopt(agreement, Vote(kept["number"], kept["decided_on"]), hand=hand(request))
        except NotNow:
            return _not_now(request, agreement)
        except NotComplete as refusal:
            gaps = refusal.gaps
            for gap in gaps:
                form.add_error(None, gap.label)
        except WrongDay:
            form.add_error(
                "decided_on", _("Ce jour n’est pas possible : le vote suit celui du projet, et il a déjà eu lieu.")
            )
        else:
            messages.success(request, _("Le vote est enregistré. Chaque signataire est prévenu."))
            return redirect("workspace:agreement", pk)
    context = {"agreement": agreement, "form": form, "gaps": gaps}
    return render(request, "workspace/agreement_vote.html", context, status=422 if form.errors else 200)


@require_http_methods(_ASK)
def agreement_review(request: HttpRequest, pk: int) -> HttpResponse:
    """What came out of the yearly meeting of the signatories."""
    agreement = _load(request, pk)
    if agreement.state not in LIFE.by_name["yearly_review"].sources:
        return _not_now(request, agreement)
    form = YearlyReviewForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            review_year(agreement, **form.cleaned_data, hand=hand(request))
        except NotNow:
            return _not_now(request, agreement)
        except WrongDay:
            form.add_error("held_on", _("Indiquez un jour passé, depuis que la convention a pris effet."))
        else:
            messages.success(request, _("Le bilan de l’année est enregistré."))
            return redirect("workspace:agreement", pk)
    context = {"agreement": agreement, "form": form}
    return render(request, "workspace/agreement_review.html", context, status=422 if form.errors else 200)


@require_http_methods(_ASK)
def agreement_sequel(request: HttpRequest, pk: int) -> HttpResponse:
    """The convention that will follow this one: GET says what it takes over, POST opens it."""
    agreement = _load(request, pk)
    if agreement.is_being_written:
        return _not_now(request, agreement)
    if request.method == "POST":
        following = prepare_next(agreement, hand=hand(request))
        messages.success(request, _("La convention suivante est ouverte, avec les mêmes signataires."))
        return redirect("workspace:agreement", following.pk)
    return render(request, "workspace/agreement_sequel.html", {"agreement": agreement})


def _load(request: HttpRequest, pk: int) -> Agreement:
    return load(request, AGREEMENTS, "advance", agreements_listed(), pk=pk)


def _not_now(request: HttpRequest, agreement: Agreement) -> HttpResponse:
    messages.warning(
        request, _("La convention a changé d’état : cette étape n’est plus possible. Rien n’a été modifié.")
    )
    return redirect("workspace:agreement", agreement.pk)


_DONE = {
    "review": lambda: _("La convention est relue : le conseil peut la voter."),
    "rework": lambda: _("La convention est de nouveau en préparation."),
    "terminate": lambda: _("La convention est dénoncée."),
}
