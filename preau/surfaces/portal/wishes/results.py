"""What a family reads once everybody is told: wish by wish, as it was written when it was decided."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from preau.offer.campaigns.appealing import asked_by_account
from preau.offer.campaigns.enums import OverrideState, RunKind
from preau.offer.campaigns.errors import WindowClosed
from preau.offer.campaigns.letters import cases_of
from preau.offer.campaigns.models import Application
from preau.offer.campaigns.replies import lines_of
from preau.offer.campaigns.second import can_stay, stay
from preau.offer.campaigns.states import RESULTS
from preau.offer.campaigns.telling import read_by
from preau.offer.campaigns.wording import known_of, notice_of, told_to, ways_of
from preau.offer.enrolment.enums import EnrolmentState
from preau.offer.enrolment.models import Enrolment
from preau.offer.enrolment.queries import of_children
from preau.people.households.rights import Act
from preau.surfaces.portal.doors import guardian, load_child, may
from preau.surfaces.portal.wishes.doors import application_of, load_campaign, shares_home
from preau.surfaces.shell.request import hand


@require_safe
def answers(request: HttpRequest, slug: str, child: UUID) -> HttpResponse:
    """The facts held of a home are told to that home, and to no other."""
    one, campaign = load_child(request, child, Act.READ), load_campaign(slug)
    application = application_of(campaign, one)
    if application is None or campaign.state not in RESULTS:
        raise Http404
    sees_home = shares_home(request, application)
    cases = list(cases_of(application, RunKind.OFFICIAL))
    again = list(cases_of(application, RunKind.SECOND))
    places = list(of_children([one.pk]).filter(unit__campaign_offer__campaign=campaign))
    context = {
        "campaign": campaign,
        "child": one,
        "application": application,
        "told": read_by(again or cases, sees_home=sees_home),
        "first_told": read_by(cases, sees_home=sees_home) if again else [],
        "may_stay": _may_stay(request, application, places),
        "offered": [each for each in places if each.state == EnrolmentState.OFFERED],
        "held": [each for each in places if each.state == EnrolmentState.CONFIRMED],
        "waiting": [each for each in places if each.state == EnrolmentState.WAITING],
        "known": known_of(application) if sees_home else [],
        "exceptions": [
            (each, lines_of(each, sees_home=sees_home))
            for each in application.overrides.filter(state=OverrideState.SIGNED)
        ],
        "review": asked_by_account(application, guardian(request)).filter(withdrawn_on__isnull=True).first(),
        "notice": notice_of(campaign),
        "ways": ways_of(campaign, told_to(application)),
        "sees_home": sees_home,
    }
    return render(request, "portal/wishes/answers.html", context)


@require_POST
def wishes_stay(request: HttpRequest, slug: str, child: UUID) -> HttpResponse:
    """Keep what is confirmed and ask the second round for nothing better; or change one's mind."""
    one, campaign = load_child(request, child, Act.REGISTER), load_campaign(slug)
    application = application_of(campaign, one)
    if application is None:
        raise Http404
    stays = request.POST.get("stays") == "yes"
    try:
        stay(application, stays=stays, hand=hand(request))
    except WindowClosed:
        messages.warning(request, _("Le second tour est fait, ou cette campagne n’en a pas : rien n’a changé."))
    else:
        said = _("%(name)s gardera sa place, sans en chercher une autre.") if stays else _OPEN_AGAIN()
        messages.success(request, said % {"name": one.first_name})
    return redirect("portal:wishes_answers", campaign.slug, one.key)


def _OPEN_AGAIN() -> str:  # noqa: N802
    return _("%(name)s participera au second tour pour ses vœux préférés.")


def _may_stay(request: HttpRequest, application: Application, places: Iterable[Enrolment]) -> bool:
    states = (str(each.state) for each in places)
    return can_stay(application.campaign, states) and may(request, application.child, Act.REGISTER)
