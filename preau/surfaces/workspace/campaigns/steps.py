"""The steps of a campaign, each on a page that says what it does; trying the rules."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from preau.foundation.lifecycle import NotNow, ReasonMissing
from preau.offer.campaigns.deciding import decide, notify_families, simulate
from preau.offer.campaigns.enums import CampaignState
from preau.offer.campaigns.errors import NotReady
from preau.offer.campaigns.models import AllocationCampaign
from preau.offer.campaigns.second import run_second_round
from preau.offer.campaigns.states import LIFE, steps_of
from preau.offer.campaigns.stepping import adopt, announce, cancel, close_window, open_window, settle
from preau.offer.enrolment.seats import NoSeatLeft
from preau.people.accounts.hand import Hand
from preau.surfaces.shell.request import hand
from preau.surfaces.workspace.campaigns.doors import the_campaign
from preau.surfaces.workspace.campaigns.forms import STEP_FORMS, StepForm


@require_http_methods(["GET", "HEAD", "POST"])
def campaign_step(request: HttpRequest, slug: str, step: str) -> HttpResponse:
    if step not in LIFE.by_name:
        raise Http404
    found = the_campaign(request, slug, step)
    if LIFE.by_name[step] not in steps_of(found.state, has_second=found.second_round):
        messages.warning(request, _("Cette étape n’est pas possible maintenant."))
        return redirect("workspace:campaign", found.slug)
    form = STEP_FORMS.get(step, StepForm)(request.POST if request.method == "POST" else None)
    problems: list[str] = []
    if request.method == "POST" and form.is_valid():
        try:
            _take(step, found, form.cleaned_data, hand(request))
        except NotReady as wrong:
            problems = wrong.sentences
        except (NotNow, ReasonMissing):
            problems = [_("La campagne a changé entre-temps : rien n’a été fait.")]
        except NoSeatLeft:
            problems = [_("Un groupe n’a plus assez de places libres : rien n’a été envoyé.")]
        else:
            messages.success(request, _("C’est fait."))
            return redirect("workspace:campaign", found.slug)
    context = {"campaign": found, "step": LIFE.by_name[step], "form": form, "problems": problems}
    return render(request, "workspace/campaigns/step.html", context, status=422 if problems or form.errors else 200)


@require_POST
def campaign_trial(request: HttpRequest, slug: str) -> HttpResponse:
    """Counts only, with a draw that will never serve."""
    found = the_campaign(request, slug, "simulate")
    if found.state in (CampaignState.OPEN, CampaignState.CLOSED):
        simulate(found, hand=hand(request))
        messages.success(request, _("L’essai est fait : il ne donne que des nombres, et ne servira pas au tirage."))
    else:
        messages.warning(request, _("Un essai se fait sur des vœux ouverts ou clos."))
    return redirect("workspace:campaign", found.slug)


def _take(step: str, campaign: AllocationCampaign, typed: dict[str, Any], who: Hand) -> None:
    match step:
        case "adopt":
            adopt(campaign, **typed, hand=who)
        case "announce":
            announce(campaign, **typed, hand=who)
        case "open":
            open_window(campaign, hand=who)
        case "close":
            close_window(campaign, hand=who)
        case "decide":
            decide(campaign, **typed, hand=who)
        case "notify":
            notify_families(campaign, hand=who)
        case "second":
            run_second_round(campaign, hand=who)
        case "settle":
            settle(campaign, hand=who)
        case "cancel":
            cancel(campaign, **typed, hand=who)
