"""Places outside the order: asked from the child's application, read again and signed by somebody else."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from preau.foundation.lifecycle import NotNow, ReasonMissing
from preau.offer.campaigns.appealing import lead_to
from preau.offer.campaigns.enums import AppealResult, OverrideReason, OverrideState
from preau.offer.campaigns.errors import NotReady
from preau.offer.campaigns.models import Appeal, Application, Override
from preau.offer.campaigns.overriding import (
    LIFE,
    Concerned,
    SameHand,
    ask_override,
    rank_of,
    refuse_override,
    sign,
    withdraw_override,
)
from preau.offer.campaigns.permissions import OVERRIDES
from preau.offer.campaigns.problem import offers_of
from preau.people.households.enums import FilePart
from preau.people.households.readings import read_file
from preau.surfaces.shell.access import recording_readings
from preau.surfaces.shell.request import actor, hand, load, require
from preau.surfaces.workspace.campaigns.applications import load_decided
from preau.surfaces.workspace.campaigns.doors import the_campaign
from preau.surfaces.workspace.campaigns.replyforms import ClosingForm, OverrideForm

MOST = 200
_WITH = (
    "application__child",
    "application__household",
    "offer__unit__activity",
    "author",
    "second_reader",
    "closed_by",
)


@require_safe
def campaign_overrides(request: HttpRequest, slug: str) -> HttpResponse:
    """Those that wait for a signature first."""
    found = the_campaign(request, slug)
    require(request, OVERRIDES, "read")
    rows = list(found.overrides.select_related(*_WITH)[:MOST])
    waits = [each for each in rows if each.state == OverrideState.ASKED]
    context = {"campaign": found, "waits": waits, "closed": [each for each in rows if each not in waits]}
    return render(request, "workspace/campaigns/overrides.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def application_override(request: HttpRequest, slug: str, key: UUID) -> HttpResponse:
    application = load_decided(request, slug, key)
    require(request, OVERRIDES, "ask")
    offers = {str(each.pk): each for each in offers_of(application.campaign)}
    ranks = {pk: rank_of(each, application) for pk, each in offers.items()}
    appeal = _appeal(request, application)
    form = OverrideForm(
        request.POST if request.method == "POST" else None,
        offers=offers,
        ranks=ranks,
        initial={"reason": OverrideReason.DATA_ERROR} if appeal else None,
    )
    problems: list[str] = []
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        try:
            made = ask_override(
                application,
                offers[typed["offer"]],
                reason=typed["reason"],
                words=typed["words"],
                seat=typed["seat"],
                rank=typed["rank"],
                hand=hand(request),
            )
        except NotReady as wrong:
            problems = wrong.sentences
        except Concerned:
            problems = [_CONCERNED()]
        else:
            if appeal:
                lead_to(appeal, made, hand=hand(request))
            messages.success(request, _("La demande attend la signature d’une deuxième personne."))
            return redirect("workspace:campaign_override", application.campaign.slug, made.key)
    context = {"campaign": application.campaign, "application": application, "form": form, "problems": problems}
    status = 422 if problems or form.errors else 200
    return render(request, "workspace/campaigns/override_asking.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def campaign_override(request: HttpRequest, slug: str, key: UUID) -> HttpResponse:
    """Everything the second reader must know, then one of three gestures."""
    campaign = the_campaign(request, slug)
    held = load(request, OVERRIDES, "read", campaign.overrides.select_related(*_WITH, "campaign"), key=key)
    with recording_readings():
        read_file(held.application.child, part=FilePart.PLACES, who=actor(request), hand=hand(request))
    form = ClosingForm(request.POST if request.method == "POST" else None)
    problems: list[str] = []
    if request.method == "POST" and form.is_valid():
        problems, done = _act(request, held, request.POST.get("do", ""), form.cleaned_data["why"])
        if done:
            messages.success(request, done)
            return redirect("workspace:campaign_override", campaign.slug, held.key)
    context = {
        "campaign": campaign,
        "held": held,
        "form": form,
        "problems": problems,
        "is_mine": held.author_id == hand(request).by_id,
        "is_open": held.state == OverrideState.ASKED,
    }
    return render(request, "workspace/campaigns/override.html", context, status=422 if problems or form.errors else 200)


def _appeal(request: HttpRequest, application: Application) -> Appeal | None:
    """The appeal that showed the mistake, when the page was opened from it."""
    try:
        key = UUID(request.GET.get("recours", ""))
    except ValueError:
        return None
    return application.appeals.filter(key=key, result=AppealResult.UPHELD).first()


def _act(request: HttpRequest, held: Override, do: str, why: str) -> tuple[list[str], str]:
    """(what kept it from being done, what was done)."""
    if do not in LIFE.by_name:
        return [_("Dites ce que vous voulez faire.")], ""
    require(request, OVERRIDES, do)
    by = hand(request)
    try:
        match do:
            case "sign":
                sign(held, hand=by)
                return [], _("C’est signé : la place est donnée, la famille est prévenue qu’une réponse l’attend.")
            case "refuse":
                refuse_override(held, why=why, hand=by)
                return [], _("La demande est refusée : rien n’a été donné.")
            case _:
                withdraw_override(held, why=why, hand=by)
                return [], _("La demande est retirée : rien n’a été donné.")
    except NotReady as wrong:
        return wrong.sentences, ""
    except NotNow:
        return [_("Quelqu’un l’a signée, refusée ou retirée entre-temps : rien de plus n’a été fait.")], ""
    except ReasonMissing:
        return [_("Dites pourquoi vous refusez : la personne qui l’a demandée le lira.")], ""
    except Concerned:
        return [_CONCERNED()], ""
    except SameHand:
        return [_other_hand(do)], ""


def _other_hand(do: str) -> str:
    if do == "withdraw":
        return _("Seule la personne qui l’a demandée la retire. Vous pouvez la refuser.")
    return _("Une autre personne doit signer ou refuser ce que vous avez demandé.")


def _CONCERNED() -> str:  # noqa: N802
    return _("Vous avez un enfant dans cette campagne, ou l’un de vous deux : une autre personne doit s’en occuper.")
