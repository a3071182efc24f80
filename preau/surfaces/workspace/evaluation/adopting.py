"""The committee: what the year teaches, what is still silent, the adoption, then everybody reads."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from preau.foundation.lifecycle import NotNow
from preau.observatory.evaluation.adopting import adopt, publish
from preau.observatory.evaluation.concluding import leave_unmeasured
from preau.observatory.evaluation.enums import EvaluationState
from preau.observatory.evaluation.errors import (
    NotInReview,
    NotPrepared,
    Settled,
    VerdictIncomplete,
    VerdictsMissing,
    WrongDays,
)
from preau.observatory.evaluation.models import Evaluation
from preau.observatory.evaluation.preparing import conclude
from preau.surfaces.shell.evaluation import told
from preau.surfaces.shell.request import hand
from preau.surfaces.workspace.evaluation.doors import FORM, frame, known, the_evaluation
from preau.surfaces.workspace.evaluation.forms import ConclusionForm, SittingForm, UnmeasuredForm
from preau.surfaces.workspace.evaluation.pages import tally_of

_NAMED = 8
"""Codes that a refusal names; the others are counted."""


@require_http_methods(FORM)
def adoption(request: HttpRequest, pk: int) -> HttpResponse:
    """What the committee has before it, and the record that it adopted."""
    found = the_evaluation(request, pk, "adopt")
    if found.is_settled:
        messages.info(request, _("Le comité a déjà adopté cette évaluation."))
        return redirect("workspace:evaluation", pk)
    form = SittingForm(request.POST if request.method == "POST" else None, today=timezone.localdate())
    if form.is_bound and form.is_valid():
        try:
            adopt(found, form.sitting, known(found), hand=hand(request))
        except NotPrepared:
            form.add_error(
                None, _("Écrivez d’abord ce que l’année nous apprend : le comité l’adopte avec les verdicts.")
            )
        except VerdictsMissing as missing:
            form.add_error(None, _silent(missing.codes))
        except WrongDays:
            form.add_error("held_on", _("La réunion doit avoir eu lieu."))
        except NotNow:
            form.add_error(None, _("Les contributions doivent d’abord être closes."))
        else:
            messages.success(request, _("L’évaluation est adoptée. Verdicts et chiffres sont arrêtés."))
            return redirect("workspace:evaluation", pk)
    return _page(request, found, sitting=form)


@require_POST
def conclusion(request: HttpRequest, pk: int) -> HttpResponse:
    found = the_evaluation(request, pk, "adopt")
    form = ConclusionForm(request.POST, evaluation=found)
    if form.is_valid():
        try:
            conclude(found, form.cleaned_data["conclusion"], hand=hand(request))
        except Settled:
            form.add_error(None, _("Le comité s’est prononcé entre-temps. Rien n’a été enregistré."))
        else:
            messages.success(request, _("Ce que l’année nous apprend est enregistré."))
            return redirect("workspace:evaluation_adoption", pk)
    return _page(request, found, conclusion=form)


@require_POST
def unmeasured(request: HttpRequest, pk: int) -> HttpResponse:
    """All the effects that nobody spoke of: said to be unmeasured, for a reason."""
    found = the_evaluation(request, pk, "propose")
    form = UnmeasuredForm(request.POST)
    if form.is_valid():
        try:
            count = leave_unmeasured(found, form.cleaned_data["because"], hand=hand(request))
        except (NotInReview, Settled):
            form.add_error(
                None, _("Ce n’est pas le moment : les contributions sont ouvertes, ou le comité s’est prononcé.")
            )
        except VerdictIncomplete:
            form.add_error("because", _("Dites pourquoi."))
        else:
            said = ngettext(
                "%(count)d effet est dit « n’a pas pu être mesuré ».",
                "%(count)d effets sont dits « n’a pas pu être mesuré ».",
                count,
            )
            messages.success(request, said % {"count": count})
            return redirect("workspace:evaluation_adoption", pk)
    return _page(request, found, unmeasured=form)


@require_http_methods(FORM)
def publication(request: HttpRequest, pk: int) -> HttpResponse:
    found = the_evaluation(request, pk, "publish")
    if request.method == "POST":
        try:
            publish(found, hand=hand(request))
        except NotNow:
            messages.info(request, _("Elle n’est pas à publier : elle l’est déjà, ou le comité ne l’a pas adoptée."))
        else:
            messages.success(request, _("L’évaluation est publiée : tout le monde peut la lire."))
        return redirect("workspace:evaluation", pk)
    if found.state != EvaluationState.ADOPTED:
        messages.info(request, _("Elle n’est pas à publier : elle l’est déjà, ou le comité ne l’a pas adoptée."))
        return redirect("workspace:evaluation", pk)
    whole = told(found, timezone.localdate())
    context = {**frame(request, found), "told": whole, "tally": tally_of(whole)}
    return render(request, "workspace/evaluation/publication.html", context)


def _page(
    request: HttpRequest,
    found: Evaluation,
    *,
    sitting: SittingForm | None = None,
    conclusion: ConclusionForm | None = None,
    unmeasured: UnmeasuredForm | None = None,
) -> HttpResponse:
    whole = told(found, timezone.localdate())
    context = {
        **frame(request, found),
        "told": whole,
        "tally": tally_of(whole),
        "sitting": sitting or SittingForm(today=timezone.localdate()),
        "conclusion": conclusion or ConclusionForm(evaluation=found),
        "unmeasured": unmeasured or UnmeasuredForm(),
        "in_review": found.state == EvaluationState.REVIEW,
    }
    failed = any(form is not None and form.errors for form in (sitting, conclusion, unmeasured))
    return render(request, "workspace/evaluation/adoption.html", context, status=422 if failed else 200)


def _silent(codes: list[str]) -> str:
    said = ngettext(
        "Il manque le verdict d’un effet : %(codes)s.",
        "Il manque les verdicts de %(count)d effets : %(codes)s.",
        len(codes),
    )
    shown = ", ".join(codes[:_NAMED]) + ("…" if len(codes) > _NAMED else "")
    return said % {"count": len(codes), "codes": shown}
