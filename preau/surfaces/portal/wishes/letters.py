"""The family's own copy of what it was told: a PDF written to whoever downloads it, at their address and no other."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from preau.offer.campaigns.addressing import Addressee, addressees, for_oneself, readers_of
from preau.offer.campaigns.enums import OverrideState
from preau.offer.campaigns.letters import decision_letter, told_cases, write_letter
from preau.offer.campaigns.models import Application
from preau.offer.campaigns.replies import exception_letter
from preau.offer.campaigns.states import RESULTS
from preau.people.households.doors import adult_of
from preau.people.households.rights import Act
from preau.surfaces.portal.doors import guardian, load_child
from preau.surfaces.portal.wishes.doors import application_of, load_campaign


@require_safe
def wishes_letter(request: HttpRequest, slug: str, child: UUID) -> HttpResponse:
    application = load_told(request, slug, child)
    return as_pdf(write_letter(decision_letter(application, addressee_of(request, application))), "reponse")


@require_safe
def wishes_exception(request: HttpRequest, slug: str, child: UUID, key: UUID) -> HttpResponse:
    application = load_told(request, slug, child)
    held = get_object_or_404(application.overrides, key=key, state=OverrideState.SIGNED)
    sheet = exception_letter(held, application, addressee_of(request, application))
    return as_pdf(write_letter(sheet), "place-hors-de-l-ordre")


def load_told(request: HttpRequest, slug: str, child: UUID, act: Act = Act.READ) -> Application:
    """The application of a child that the account may read, once something was decided of it and everybody told."""
    one, campaign = load_child(request, child, act), load_campaign(slug)
    application = application_of(campaign, one)
    if application is None or campaign.state not in RESULTS or not told_cases(application):
        raise Http404
    application.campaign, application.child = campaign, one
    return application


def addressee_of(request: HttpRequest, application: Application) -> Addressee:
    """Whoever asks; 404 for one who could not be written to."""
    account, today = guardian(request), timezone.localdate()
    if application.child.account_id == account.pk:
        return for_oneself(application)
    adult = adult_of(account)
    if adult is None or adult not in readers_of([application], today)[application.pk]:
        raise Http404
    return addressees([(application, adult)], today)[0]


def as_pdf(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    response.headers["Cache-Control"] = "private, no-store"
    return response
