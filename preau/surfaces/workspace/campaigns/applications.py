"""One child's application once it was decided: what the family was told, its letters, what is being looked at again."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from preau.offer.campaigns.addressing import addressees, readers_of
from preau.offer.campaigns.enums import LetterSubject
from preau.offer.campaigns.errors import WindowClosed
from preau.offer.campaigns.letters import decision_letter, told_cases, told_of, write_letter
from preau.offer.campaigns.models import Application
from preau.offer.campaigns.permissions import APPLICATIONS
from preau.offer.campaigns.second import can_stay, stay
from preau.offer.campaigns.states import RESULTS
from preau.offer.enrolment.enums import LIVE
from preau.offer.enrolment.queries import of_children
from preau.people.counter.enums import Procedure
from preau.people.counter.receipts import Helped
from preau.people.households.enums import FilePart, MandateScope
from preau.people.households.models import Adult
from preau.people.households.readings import read_file
from preau.surfaces.shell.access import recording_readings
from preau.surfaces.shell.request import actor, hand, load, require
from preau.surfaces.workspace.campaigns.doors import the_campaign
from preau.surfaces.workspace.families.acting import NotActing, acting_for, done

_WITH = ("campaign__commune", "campaign__organisation", "child", "household", "asked_by")


@require_safe
def campaign_application(request: HttpRequest, slug: str, key: UUID) -> HttpResponse:
    """Whoever opens it is written among those who read the child's file."""
    application = load_decided(request, slug, key)
    mine = of_children([application.child_id]).filter(state__in=LIVE)
    places = list(mine.filter(unit__campaign_offer__campaign=application.campaign))
    context = {
        "campaign": application.campaign,
        "application": application,
        "told": told_of(told_cases(application)),
        "letters": _letters(application),
        "appeals": application.appeals.select_related("asked_by"),
        "overrides": application.overrides.select_related("offer__unit__activity"),
        "places": places,
        "may_stay": can_stay(application.campaign, (str(each.state) for each in places)),
        "helped": helped_for(request, application),
    }
    response = render(request, "workspace/campaigns/application.html", context)
    response.headers["Cache-Control"] = "private, no-store"
    return response


@require_POST
def application_stay(request: HttpRequest, slug: str, key: UUID) -> HttpResponse:
    """For a family that is being helped: it keeps what it holds, or takes part in the second round after all."""
    application = load_decided(request, slug, key)
    require(request, APPLICATIONS, "enter")
    helped = helped_for(request, application)
    stays = request.POST.get("stays") == "yes"
    if helped is None:
        messages.warning(
            request, _("Vérifiez d’abord l’identité de la personne, et qu’elle vous confie de faire des vœux.")
        )
        return redirect("workspace:campaign_application", slug, key)
    try:
        stay(application, stays=stays, hand=hand(request))
    except WindowClosed:
        messages.warning(request, _("Le second tour est fait, ou cette campagne n’en a pas : rien n’a changé."))
    else:
        line = (
            _("%(name)s gardera sa place, sans en chercher une autre.")
            if stays
            else _("%(name)s participera au second tour pour ses vœux préférés.")
        )
        done(request, helped, Procedure.WISHES, [line % {"name": application.child}], child=application.child)
    return redirect("workspace:campaign_application", slug, key)


def helped_for(request: HttpRequest, application: Application) -> Helped | None:
    """Who is being helped now, if they decide for this child and entrusted their wishes."""
    try:
        return acting_for(request, application.child, MandateScope.CAMPAIGN)
    except NotActing:
        return None


@require_safe
def application_letter(request: HttpRequest, slug: str, key: UUID, adult: UUID) -> HttpResponse:
    application = load_decided(request, slug, key)
    today = timezone.localdate()
    to = next((each for each in readers_of([application], today)[application.pk] if each.key == adult), None)
    if to is None:
        raise Http404
    return as_pdf(write_letter(decision_letter(application, addressees([(application, to)], today)[0])), "reponse")


def load_decided(request: HttpRequest, slug: str, key: UUID) -> Application:
    """404 until families were told, and for whoever is not of the desk."""
    campaign = the_campaign(request, slug)
    rows = campaign.applications.filter(cases__run__isnull=False).distinct().select_related(*_WITH)
    application = load(request, APPLICATIONS, "read", rows, key=key)
    if campaign.state not in RESULTS:
        raise Http404
    with recording_readings():
        read_file(application.child, part=FilePart.PLACES, who=actor(request), hand=hand(request))
    return application


def as_pdf(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _letters(application: Application) -> list[tuple[Adult, object]]:
    """Each guardian who may have one, and when it was posted."""
    gone = application.letters.filter(subject=LetterSubject.DECISION).select_related("posted_by")
    posted = {each.adult_id: each for each in gone}
    readers = readers_of([application], timezone.localdate())[application.pk]
    return [(adult, posted.get(adult.pk)) for adult in readers]
