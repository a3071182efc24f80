"""Campaigns of the moment by child; one child's wishes, put in order, sent, changed, withdrawn."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from preau.offer.campaigns.enums import ApplicationState, CampaignState
from preau.offer.campaigns.errors import ApplicationConflict, WindowClosed, WrongWish
from preau.offer.campaigns.models import AllocationCampaign, Application
from preau.offer.campaigns.states import RESULTS
from preau.offer.campaigns.terms import terms_on
from preau.offer.campaigns.wishing import ask_in_name_of, save, send, start, withdraw
from preau.people.households.doors import children_for
from preau.people.households.models import Child
from preau.people.households.rights import Act
from preau.people.organisations.models import Commune
from preau.surfaces.portal.doors import guardian, load_child, may
from preau.surfaces.portal.enrolments.doors import homes_for
from preau.surfaces.portal.wishes.doors import application_of, asker, blank, load_campaign, named_home
from preau.surfaces.portal.wishes.ordering import facts_of, lines_of, moved
from preau.surfaces.portal.wishes.shown import choices_for, drawn
from preau.surfaces.shell.request import hand


@dataclass(frozen=True, slots=True)
class Typed:
    """What the form holds, kept whatever happens to it."""

    lines: list[str]
    parts: list[str]
    most: int
    together: bool
    version: int


@require_safe
def campaigns(request: HttpRequest) -> HttpResponse:
    """Each campaign with the state of each child's wishes: those that one can still write come first."""
    children = list(children_for(guardian(request), Act.READ, timezone.localdate()))
    rows = list(AllocationCampaign.objects.public().filter(commune=Commune.objects.current())[:20])
    known = Application.objects.filter(campaign__in=rows, child__in=children)
    by_child = {(each.campaign_id, each.child_id): each for each in known}
    told = [
        (row, _is_open(row), row.state in RESULTS, [(child, by_child.get((row.pk, child.pk))) for child in children])
        for row in sorted(rows, key=lambda each: not _is_open(each))
    ]
    return render(request, "portal/wishes/campaigns.html", {"told": told, "children": children})


@require_http_methods(["GET", "HEAD", "POST"])
def wishes(request: HttpRequest, slug: str, child: UUID) -> HttpResponse:
    """Every button saves: what was added or moved is kept, and the page is drawn again from what is kept."""
    posted = request.method == "POST"
    one = load_child(request, child, Act.REGISTER if posted else Act.READ)
    campaign = load_campaign(slug)
    kept = application_of(campaign, one)
    if not posted:
        return _page(request, campaign, one, kept or blank(request, campaign, one), _kept(kept))
    typed = _typed(request)
    application = kept or blank(request, campaign, one)
    if application.household is None:
        return _page(request, campaign, one, application, typed, _NO_HOME())
    try:
        if kept is None:
            application = start(
                campaign,
                child=one,
                household=application.household,
                asked_by=application.asked_by,
                channel=application.channel,  # type: ignore[arg-type]
                hand=hand(request),
            )
        save(
            application,
            facts_of(typed.lines, typed.parts),
            seen_version=typed.version,
            most=typed.most,
            together=typed.together,
            hand=hand(request),
        )
        if (home := named_home(request, one)) is not None:
            ask_in_name_of(application, home, asked_by=asker(request, one), hand=hand(request))
    except WindowClosed:
        return _page(request, campaign, one, application, typed, _CLOSED())
    except WrongWish as wrong:
        return _page(request, campaign, one, application, typed, wrong.sentence)
    except ApplicationConflict:
        return _page(request, campaign, one, application_of(campaign, one) or application, typed, _MEANWHILE())
    if request.POST.get("do") == "recap":
        return redirect("portal:wishes_sending", campaign.slug, one.key)
    return redirect("portal:wishes", campaign.slug, one.key)


@require_http_methods(["GET", "HEAD", "POST"])
def wishes_sending(request: HttpRequest, slug: str, child: UUID) -> HttpResponse:
    """Everything once more, then one gesture; afterwards, the receipt."""
    posted = request.method == "POST"
    one = load_child(request, child, Act.REGISTER if posted else Act.READ)
    campaign = load_campaign(slug)
    application = application_of(campaign, one)
    if application is None:
        return redirect("portal:wishes", campaign.slug, one.key)
    problem = ""
    if posted:
        try:
            send(application, hand=hand(request))
        except WindowClosed:
            problem = _CLOSED()
        except WrongWish as wrong:
            problem = wrong.sentence
        else:
            messages.success(request, _("Les vœux de %(name)s sont envoyés.") % {"name": one.first_name})
            return redirect("portal:wishes_sending", campaign.slug, one.key)
    context = _context(request, campaign, one, application, _kept(application)) | {"problem": problem}
    return render(request, "portal/wishes/sending.html", context, status=422 if problem else 200)


@require_POST
def wishes_withdrawal(request: HttpRequest, slug: str, child: UUID) -> HttpResponse:
    """The wishes stay written, and ask for nothing."""
    one, campaign = load_child(request, child, Act.REGISTER), load_campaign(slug)
    application = application_of(campaign, one)
    if application is not None:
        try:
            withdraw(application, hand=hand(request))
        except WindowClosed:
            messages.warning(request, _CLOSED())
        else:
            messages.success(request, _("La demande est retirée. Vous pouvez l’envoyer de nouveau jusqu’à la clôture."))
    return redirect("portal:wishes", campaign.slug, one.key)


def _CLOSED() -> str:  # noqa: N802
    return _("Les vœux ne s’écrivent pas maintenant : voyez les dates de la campagne.")


def _MEANWHILE() -> str:  # noqa: N802
    return _(
        "Un autre responsable a changé ces vœux pendant que vous écriviez. Votre liste est gardée ci-dessous : "
        "enregistrez-la pour qu’elle remplace la sienne, ou rechargez la page pour garder la sienne."
    )


def _NO_HOME() -> str:  # noqa: N802
    return _("Aucun de vos foyers n’est un foyer de cet enfant. L’accueil des familles peut mettre son dossier à jour.")


def _is_open(campaign: AllocationCampaign) -> bool:
    return campaign.state == CampaignState.OPEN and campaign.opens_at <= timezone.now() < campaign.closes_at


def _kept(application: Application | None) -> Typed:
    if application is None:
        return Typed([], [], 1, True, 1)
    rows = list(application.wishes.all())
    parts = [f"b{each.bundle_id}" for each in rows if each.part_is_fine]
    return Typed(lines_of(rows), parts, application.most, application.together, application.version)


def _typed(request: HttpRequest) -> Typed:
    form = request.POST
    lines = moved(form.getlist("wish")[:200], form.get("do", ""))
    return Typed(
        lines, form.getlist("part"), _number(form.get("most")), "together" in form, _number(form.get("version"))
    )


def _number(word: str | None) -> int:
    return int(word) if word and word.isdecimal() and len(word) < 5 else 1


def _context(
    request: HttpRequest, campaign: AllocationCampaign, child: Child, application: Application, typed: Typed
) -> dict[str, object]:
    homes = homes_for(request, child)
    choices = choices_for(application, hand(request), sees_price=application.household in homes)
    lines = drawn(typed.lines, choices, typed.parts, campaign.travel_minutes)
    written = {line.choice.word for line in lines}
    free = [each for each in choices.values() if each.word not in written]
    is_open = _is_open(campaign)
    return {
        "campaign": campaign,
        "child": child,
        "application": application,
        "typed": typed,
        "lines": lines,
        "addable": [each for each in free if not each.why_not],
        "never": [each for each in free if each.why_not],
        "mosts": range(1, max(len(lines), 1, typed.most) + 1),
        "limit": terms_on(timezone.localdate()).wishes,
        "is_open": is_open,
        "is_sent": application.state == ApplicationState.SENT,
        "may_write": is_open and may(request, child, Act.REGISTER),
        "has_answers": campaign.state in RESULTS,
        "homes": homes,
        "is_ours": application.household in homes,
        "has_other_home": child.residences.filter(until_on__isnull=True).count() > len(homes),
    }


def _page(
    request: HttpRequest,
    campaign: AllocationCampaign,
    child: Child,
    application: Application,
    typed: Typed,
    problem: str = "",
) -> HttpResponse:
    if problem and application.pk:  # what was typed replaces what is kept only if it is saved again, knowingly
        typed = Typed(typed.lines, typed.parts, typed.most, typed.together, application.version)
    context = _context(request, campaign, child, application, typed) | {"problem": problem}
    return render(request, "portal/wishes/wishes.html", context, status=422 if problem else 200)
