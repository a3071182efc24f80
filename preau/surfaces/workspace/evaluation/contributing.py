"""A partner's side: what is asked of them, and one contribution that is written, saved, handed in."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from preau.observatory.evaluation.contributing import hand_in, save_words, take_back
from preau.observatory.evaluation.enums import EvaluationState
from preau.observatory.evaluation.errors import NothingSaid, NotOpen, WrittenMeanwhile
from preau.observatory.evaluation.models import Contribution
from preau.observatory.evaluation.models.contribution import WORDS
from preau.observatory.evaluation.permissions import CONTRIBUTIONS
from preau.plan.sheets.done import actions_done
from preau.plan.structure.rules import code_key
from preau.surfaces.shell.request import actor, hand, require
from preau.surfaces.workspace.evaluation.doors import FORM, frame, the_contribution, the_evaluation
from preau.surfaces.workspace.evaluation.forms import ContributionForm, PieceForm
from preau.surfaces.workspace.forms.fields import see_again


@require_safe
def mine(request: HttpRequest, pk: int) -> HttpResponse:
    """The objectives on which one's organisation is asked for its word."""
    found = the_evaluation(request, pk)
    require(request, CONTRIBUTIONS, "write")
    who = actor(request)
    rows = found.contributions.filter(organisation__in=who.organisations).select_related("objective", "organisation")
    told = sorted(rows, key=lambda each: code_key(each.objective.code))
    context = {
        **frame(request, found),
        "rows": told,
        "left": sum(not each.is_handed_in for each in told),
        "is_open": found.state == EvaluationState.OPEN,
    }
    return render(request, "workspace/evaluation/mine.html", context)


@require_http_methods(FORM)
def contribution(request: HttpRequest, pk: int, contribution: int) -> HttpResponse:
    found = the_contribution(request, pk, contribution)
    is_ours = found.organisation_id in actor(request).organisations
    sent = request.POST if request.method == "POST" else None
    form = ContributionForm(sent, row=found, is_ours=is_ours, is_draft=sent is not None and "draft" in sent)
    meanwhile: Contribution | None = None
    if form.is_bound and form.is_valid():
        try:
            verb = save_words if "draft" in request.POST else hand_in
            seen, how = form.cleaned_data["seen_version"], form.cleaned_data.get("how", "")
            saved = verb(found, form.words, seen_version=seen, how=how, hand=hand(request))
        except NothingSaid:
            form.add_error("done", _("Dites au moins ce qui a été fait, même si c’est moins que prévu."))
        except NotOpen:
            form.add_error(
                None, _("Les contributions sont closes. Rien n’a été enregistré ; vos mots sont toujours là.")
            )
        except WrittenMeanwhile:
            meanwhile = the_contribution(request, pk, contribution)
            see_again(form, meanwhile.version)
        else:
            if saved.is_handed_in:
                messages.success(
                    request, _("Merci. Votre contribution à %(code)s est remise.") % {"code": found.objective.code}
                )
                return redirect("workspace:evaluation_contributions", pk)
            messages.success(request, _("Le brouillon est enregistré. Il ne sera lu qu’une fois remis."))
            return redirect("workspace:contribution", pk, contribution)
    failed = form.is_bound
    return drawn(request, found, form, PieceForm(), meanwhile=meanwhile, status=422 if failed else 200)


@require_POST
def taking_back(request: HttpRequest, pk: int, contribution: int) -> HttpResponse:
    found = the_contribution(request, pk, contribution)
    try:
        take_back(found, hand=hand(request))
    except NotOpen:
        messages.warning(request, _("Les contributions sont closes : la vôtre reste remise."))
    else:
        messages.success(request, _("Votre contribution est de nouveau un brouillon. Pensez à la remettre."))
    return redirect("workspace:contribution", pk, contribution)


def drawn(
    request: HttpRequest,
    found: Contribution,
    form: ContributionForm,
    pieces: PieceForm,
    *,
    meanwhile: Contribution | None = None,
    status: int = 200,
) -> HttpResponse:
    evaluation = found.evaluation
    done = actions_done(evaluation.plan, evaluation.school_year)
    context = {
        **frame(request, evaluation),
        "row": found,
        "form": form,
        "piece_form": pieces,
        "pieces": found.files.select_related("stored"),
        "meanwhile": meanwhile,
        "typed": [words for name in WORDS if (words := form.data.get(name, "").strip())],
        "actions": done.get(found.objective_id, []),
        "effects": evaluation.plan.items.present()
        .filter(row=found.objective.row_id, kind="expected_effect")
        .in_order(),
        "is_open": evaluation.state == EvaluationState.OPEN,
        "is_ours": found.organisation_id in actor(request).organisations,
    }
    return render(request, "workspace/evaluation/contribution.html", context, status=status)
