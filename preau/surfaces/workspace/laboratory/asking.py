"""A study asked for: where the wishes come from, which rules; then cancelled, asked again or removed."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from preau.offer.campaigns.enums import RunKind
from preau.offer.campaigns.models import AllocationCampaign
from preau.offer.laboratory.errors import StudyRefused
from preau.offer.laboratory.permissions import STUDIES
from preau.offer.laboratory.studying import ask_again, ask_study, cancel_study, remove_study, terms_of
from preau.offer.laboratory.tasks import carry_out_study
from preau.people.organisations.models import Commune
from preau.surfaces.shell.request import hand, require
from preau.surfaces.workspace.laboratory.doors import the_study
from preau.surfaces.workspace.laboratory.forms import RuleSetForm, StudyForm

_CAMPAIGNS = 12


@require_http_methods(["GET", "HEAD", "POST"])
def study_addition(request: HttpRequest) -> HttpResponse:
    """Blocks for as many sets of rules as a study may compare; a block without a name is none."""
    require(request, STUDIES, "make")
    commune = Commune.objects.current()
    assert commune is not None  # noqa: S101  nobody has a role without a town
    terms = terms_of(commune, timezone.now())
    data = request.POST if request.method == "POST" else None
    form = StudyForm(data, _past_campaigns(), terms)
    blocks = [RuleSetForm(data, prefix=f"s{number}") for number in range(terms.rule_sets)]
    problems: list[str] = []
    are_valid = [each.is_valid() for each in (form, *blocks)]  # each says its own errors
    if data is not None and all(are_valid):
        try:
            study = ask_study(
                commune,
                title=form.cleaned_data["title"],
                rule_sets=[rules for each in blocks if (rules := each.rules)],
                campaign=form.campaign,
                invention=form.invention,
                hand=hand(request),
            )
        except StudyRefused as wrong:
            problems = wrong.sentences
        else:
            carry_out_study.enqueue(study.pk)
            messages.success(request, _("L’étude est lancée. Vous pouvez quitter cette page : le calcul continue."))
            return redirect("workspace:study", study.pk)
    context = {"form": form, "blocks": blocks, "problems": problems, "terms": terms}
    is_wrong = data is not None and (problems or not all(are_valid))
    return render(request, "workspace/laboratory/addition.html", context, status=422 if is_wrong else 200)


@require_POST
def study_cancelling(request: HttpRequest, pk: int) -> HttpResponse:
    found = the_study(request, pk, "make")
    if cancel_study(found, hand=hand(request)):
        messages.success(request, _("Le calcul est annulé."))
    else:
        messages.warning(request, _("Ce calcul était déjà terminé."))
    return redirect("workspace:study", found.pk)


@require_POST
def study_again(request: HttpRequest, pk: int) -> HttpResponse:
    found = the_study(request, pk, "make")
    try:
        was_stopped = ask_again(found, hand=hand(request))
    except StudyRefused as wrong:
        messages.warning(request, str(wrong))
    else:
        if was_stopped:
            carry_out_study.enqueue(found.pk)
    return redirect("workspace:study", found.pk)


@require_POST
def study_removal(request: HttpRequest, pk: int) -> HttpResponse:
    found = the_study(request, pk, "make")
    if not remove_study(found, hand=hand(request)):
        messages.warning(request, _("Cette étude est en calcul : annulez-la d’abord."))
        return redirect("workspace:study", pk)
    messages.success(request, _("L’étude est retirée."))
    return redirect("workspace:studies")


def _past_campaigns() -> list[AllocationCampaign]:
    """Those that gave their places."""
    decided = AllocationCampaign.objects.filter(commune=Commune.objects.current(), runs__kind=RunKind.OFFICIAL)
    return list(decided.order_by("-closes_at")[:_CAMPAIGNS])
