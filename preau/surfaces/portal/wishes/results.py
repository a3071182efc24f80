"""What a family reads once everybody is told: wish by wish, as it was written when it was decided."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from preau.offer.campaigns.appealing import asked_by_account
from preau.offer.campaigns.enums import OverrideState, RunKind
from preau.offer.campaigns.replies import lines_of
from preau.offer.campaigns.states import RESULTS
from preau.offer.campaigns.wording import known_of, notice_of, ways_of
from preau.offer.enrolment.enums import EnrolmentState
from preau.offer.enrolment.models import Enrolment
from preau.people.households.doors import homes_of
from preau.people.households.rights import Act
from preau.surfaces.portal.doors import guardian, load_child
from preau.surfaces.portal.wishes.doors import application_of, load_campaign


@require_safe
def answers(request: HttpRequest, slug: str, child: UUID) -> HttpResponse:
    """The facts held of a home are told to that home, and to no other."""
    one, campaign = load_child(request, child, Act.READ), load_campaign(slug)
    application = application_of(campaign, one)
    if application is None or campaign.state not in RESULTS:
        raise Http404
    account = guardian(request)
    sees_home = one.account_id == account.pk or application.household in homes_of(account, timezone.localdate())
    cases = application.cases.filter(run__kind=RunKind.OFFICIAL).order_by("rank")
    places = Enrolment.objects.filter(child=one, unit__campaign_offer__campaign=campaign)
    places = places.select_related("unit__activity")
    context = {
        "campaign": campaign,
        "child": one,
        "application": application,
        "told": [(case, *_split(case.words)) for case in cases],
        "offered": [each for each in places if each.state == EnrolmentState.OFFERED],
        "held": [each for each in places if each.state == EnrolmentState.CONFIRMED],
        "waiting": [each for each in places if each.state == EnrolmentState.WAITING],
        "known": known_of(application) if sees_home else [],
        "exceptions": [
            (each, lines_of(each, sees_home=sees_home))
            for each in application.overrides.filter(state=OverrideState.SIGNED)
        ],
        "review": asked_by_account(application, account).filter(withdrawn_on__isnull=True).first(),
        "notice": notice_of(campaign),
        "ways": ways_of(campaign),
    }
    return render(request, "portal/wishes/answers.html", context)


def _split(words: str) -> tuple[str, list[str]]:
    """The result, then its reasons."""
    first, *others = words.split("\n")
    return first, others
