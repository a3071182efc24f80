"""An effect as a hypothesis: what is known, what partners say, the verdict, those who see it otherwise."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from preau.observatory.evaluation.adopting import adopt_verdict
from preau.observatory.evaluation.concluding import dissent, propose_verdict, sides_that_may_dissent, withdraw
from preau.observatory.evaluation.enums import EvaluationState
from preau.observatory.evaluation.errors import AlreadySaid, NotInReview, Settled, VerdictIncomplete, WrongDays
from preau.observatory.evaluation.models import Dissent
from preau.observatory.evaluation.permissions import DISSENTS, VERDICTS
from preau.observatory.evaluation.reading import EffectTold
from preau.observatory.evaluation.rules import VerdictLack
from preau.surfaces.shell.request import hand, load, require
from preau.surfaces.workspace.evaluation.doors import FORM, known, the_effect, the_evaluation
from preau.surfaces.workspace.evaluation.effectpage import effect_page, my_sides, told_of
from preau.surfaces.workspace.evaluation.forms import DissentForm, SittingForm, VerdictForm

_FIELD = {
    VerdictLack.STRENGTH_REASON: "strength_reason",
    VerdictLack.NARRATIVE: "narrative",
    VerdictLack.WEAK: "strength",
    VerdictLack.EVIDENCE: "strength",
}


@require_safe
def effect(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    found = the_evaluation(request, pk)
    context = effect_page(request, found, the_effect(found, code))
    return render(request, "workspace/evaluation/effect.html", context)


@require_http_methods(FORM)
def proposal(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    found = the_evaluation(request, pk, "propose")
    item = the_effect(found, code)
    told = told_of(found, item)
    if why := _closed_to_proposals(found.state, told):
        messages.warning(request, why)
        return redirect("workspace:evaluation_effect", pk, item.slug)
    form = VerdictForm(request.POST if request.method == "POST" else None, verdict=told.verdict)
    if form.is_bound and form.is_valid():
        figures = sum(each.is_known for each in told.indicators)
        try:
            propose_verdict(found, item, form.proposal, known_figures=figures, hand=hand(request))
        except VerdictIncomplete as incomplete:
            for lack in map(VerdictLack, incomplete.lacks):
                form.add_error(_FIELD[lack], _sentence(lack))
        except (NotInReview, Settled):
            form.add_error(None, _("Le comité s’est prononcé entre-temps. Rien n’a été enregistré."))
        else:
            messages.success(request, _("Le verdict est proposé. Les partenaires peuvent le lire et dire leur avis."))
            return redirect("workspace:evaluation_effect", pk, item.slug)
    context = {**effect_page(request, found, item, told), "form": form}
    return render(request, "workspace/evaluation/verdict.html", context, status=422 if form.is_bound else 200)


@require_http_methods(FORM)
def dissenting(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Another opinion, signed by one's side and shown beside the verdict."""
    found = the_evaluation(request, pk)
    require(request, VERDICTS, "dissent")
    item = the_effect(found, code)
    told = told_of(found, item)
    if told.verdict is None:
        raise Http404
    sides = sides_that_may_dissent(told.verdict, my_sides(request))
    if found.is_published or not sides:
        messages.info(request, _("Votre organisation a déjà donné son avis, ou l’évaluation est publiée."))
        return redirect("workspace:evaluation_effect", pk, item.slug)
    form = DissentForm(request.POST if request.method == "POST" else None, sides=sides)
    if form.is_bound and form.is_valid():
        try:
            dissent(told.verdict, form.side, form.cleaned_data["words"], hand=hand(request))
        except (Settled, AlreadySaid):
            form.add_error(None, _("Votre organisation a déjà donné son avis, ou l’évaluation est publiée."))
        else:
            messages.success(request, _("Votre avis est signé. Il sera montré à côté du verdict."))
            return redirect("workspace:evaluation_effect", pk, item.slug)
    context = {**effect_page(request, found, item, told), "form": form}
    return render(request, "workspace/evaluation/dissent.html", context, status=422 if form.is_bound else 200)


@require_POST
def withdrawal(request: HttpRequest, pk: int, code: str, said: int) -> HttpResponse:
    found = the_evaluation(request, pk)
    item = the_effect(found, code)
    require(request, DISSENTS, "withdraw")
    rows = Dissent.objects.standing().filter(verdict__evaluation=found, verdict__effect=item)  # type: ignore[attr-defined]
    kept = load(request, DISSENTS, "withdraw", rows.select_related("verdict"), read="withdraw", pk=said)
    try:
        withdraw(kept, hand=hand(request))
    except Settled:
        messages.warning(request, _("L’évaluation est publiée : votre avis y reste."))
    else:
        messages.success(request, _("Votre avis est repris."))
    return redirect("workspace:evaluation_effect", pk, item.slug)


@require_http_methods(FORM)
def adoption(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """The coordination writes down that the committee adopted this verdict."""
    found = the_evaluation(request, pk, "propose")
    item = the_effect(found, code)
    told = told_of(found, item)
    if told.verdict is None or told.verdict.is_adopted or found.state != EvaluationState.REVIEW:
        messages.info(request, _("Il n’y a pas de verdict à adopter ici maintenant."))
        return redirect("workspace:evaluation_effect", pk, item.slug)
    form = SittingForm(request.POST if request.method == "POST" else None, today=timezone.localdate())
    if form.is_bound and form.is_valid():
        try:
            adopt_verdict(told.verdict, form.sitting, known(found), hand=hand(request))
        except (Settled, NotInReview):
            messages.info(request, _("Ce verdict était déjà adopté."))
        except WrongDays:
            form.add_error("held_on", _("La réunion doit avoir eu lieu."))
        else:
            messages.success(request, _("Le verdict est adopté. Ses chiffres sont arrêtés : ils ne changeront plus."))
        if not form.errors:
            return redirect("workspace:evaluation_effect", pk, item.slug)
    context = {**effect_page(request, found, item, told), "form": form}
    return render(request, "workspace/evaluation/sitting.html", context, status=422 if form.is_bound else 200)


def _closed_to_proposals(state: str, told: EffectTold) -> str:
    if told.verdict is not None and told.verdict.is_adopted:
        return _("Ce verdict est adopté : il ne change plus.")
    if state in (EvaluationState.PREPARED, EvaluationState.OPEN):
        return _("Les verdicts se proposent une fois les contributions closes.")
    if state != EvaluationState.REVIEW:
        return _("Le comité s’est prononcé : les verdicts ne changent plus.")
    return ""


def _sentence(lack: VerdictLack) -> str:
    return {
        VerdictLack.STRENGTH_REASON: _("Dites pourquoi la preuve a cette force."),
        VerdictLack.NARRATIVE: _("Racontez ce que l’on a observé."),
        VerdictLack.WEAK: _("Ce qui n’a pas pu être mesuré ne prouve rien de fort : choisissez « faible »."),
        VerdictLack.EVIDENCE: _("Une preuve forte demande au moins un chiffre connu pour cette année."),
    }[lack]
