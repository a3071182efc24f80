"""Places of one's children: the list, one of them with its receipt, giving back, answering, the calendar."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from preau.foundation.lifecycle import NotNow
from preau.offer.activities.calendars import session_entry
from preau.offer.activities.ical import calendar_feed
from preau.offer.activities.models import Session
from preau.offer.enrolment.enums import LIVE, EnrolmentState
from preau.offer.enrolment.errors import Refused, TooLate
from preau.offer.enrolment.letters import title_of
from preau.offer.enrolment.models import Enrolment
from preau.offer.enrolment.papers import lacking
from preau.offer.enrolment.queries import of_children
from preau.offer.enrolment.rules import is_late
from preau.offer.enrolment.taking import answer, release
from preau.offer.enrolment.wording import tell
from preau.people.households.doors import acts_on, children_for, homes_of_now
from preau.people.households.enums import DocumentKind
from preau.people.households.models import Child
from preau.people.households.rights import Act
from preau.surfaces.portal.doors import guardian
from preau.surfaces.portal.enrolments.doors import load_place
from preau.surfaces.shell.request import hand

MOST = 200
_ORDER = (EnrolmentState.OFFERED, EnrolmentState.CONFIRMED, EnrolmentState.WAITING)


@dataclass(frozen=True, slots=True)
class Held:
    """One child and its places: those to answer first, those that are past last."""

    child: Child
    live: list[Enrolment]
    past: list[Enrolment]


@require_safe
def places(request: HttpRequest) -> HttpResponse:
    children = list(children_for(guardian(request), Act.READ, timezone.localdate()))
    rows = list(of_children(each.pk for each in children)[:MOST])
    held = [_held(child, (row for row in rows if row.child_id == child.pk)) for child in children]
    offered = [row for row in rows if row.state == EnrolmentState.OFFERED]
    return render(request, "portal/enrolments/places.html", {"held": held, "offered": offered})


@require_safe
def place(request: HttpRequest, key: UUID) -> HttpResponse:
    return _page(request, load_place(request, key, Act.READ))


@require_http_methods(["GET", "HEAD", "POST"])
def place_release(request: HttpRequest, key: UUID) -> HttpResponse:
    """GET says what it does; POST does it."""
    held = load_place(request, key, Act.REGISTER)
    if held.state not in (EnrolmentState.CONFIRMED, EnrolmentState.WAITING):
        return redirect("portal:place", held.key)
    if request.method == "POST":
        try:
            release(held, hand=hand(request))
        except NotNow:
            return _page(request, load_place(request, key, Act.READ), _("Cette place ne peut plus être rendue."))
        messages.success(request, _("La place est rendue. Merci : elle sert à un autre enfant."))
        return redirect("portal:places")
    late = held.state == EnrolmentState.CONFIRMED and is_late(
        held.unit.starts_on, held.unit.release_days, timezone.localdate()
    )
    return render(request, "portal/enrolments/release.html", {"place": held, "is_late": late})


@require_POST
def place_answer(request: HttpRequest, key: UUID) -> HttpResponse:
    held = load_place(request, key, Act.REGISTER)
    accepts = request.POST.get("answer") == "yes"
    try:
        answer(held, accepts=accepts, hand=hand(request))
    except TooLate:
        problem = _("Le délai est passé : la place a été proposée à l’enfant suivant.")
        return _page(request, load_place(request, key, Act.READ), problem)
    except NotNow:
        return redirect("portal:place", held.key)
    except Refused as refusal:
        return _page(request, held, reasons=[tell(each, held.unit) for each in refusal.reasons])
    said = (
        _("La place est confirmée.") if accepts else _("La place va à l’enfant suivant. Les autres rangs sont gardés.")
    )
    messages.success(request, said)
    return redirect("portal:place", held.key)


@require_safe
def place_feed(request: HttpRequest, key: UUID) -> HttpResponse:
    """The sessions of the place, as a file that a calendar opens. It names the activity, never the child."""
    held = load_place(request, key, Act.READ)
    unit, now = held.unit, timezone.now()
    rows = Session.objects.filter(activity=unit.activity, day__range=(unit.starts_on, unit.ends_on))
    rows = rows.filter(slot=unit.slot) if unit.session is None else rows.filter(pk=unit.session.pk)
    url = f"{settings.SITE_URL}{reverse('portal:place', args=[held.key])}"
    entries = [session_entry(each, unit.activity, url) for each in rows.select_related("slot").order_by("starts_at")]
    feed = calendar_feed(f"{unit.activity.title}, {unit.label}", entries, url=url, now=now)
    headers = {"Content-Disposition": 'attachment; filename="seances.ics"'}
    return HttpResponse(feed, content_type="text/calendar; charset=utf-8", headers=headers)


def _held(child: Child, rows: Iterable[Enrolment]) -> Held:
    mine = list(rows)
    live = [row for state in _ORDER for row in mine if row.state == state]
    return Held(child, live, [row for row in mine if row.state not in LIVE])


def _page(request: HttpRequest, held: Enrolment, problem: str = "", reasons: Iterable[object] = ()) -> HttpResponse:
    account, today = guardian(request), timezone.localdate()
    told = list(reasons)
    acts = acts_on(account, held.child, today)
    is_ours = held.child.account_id == account.pk or held.household_id in homes_of_now(account, today)
    papers = lacking(held, held.household if is_ours else None, today)
    context = {
        "place": held,
        "problem": problem,
        "reasons": told,
        "history": [(each, title_of(each)) for each in held.steps.all()],
        "may_act": Act.REGISTER in acts,
        "sees_price": is_ours,
        "unchecked": [DocumentKind(kind).label for kind in papers.unchecked],
        "missing": [DocumentKind(kind) for kind in papers.missing],
        "begins": max(held.unit.starts_on, today),
        "has_begun": held.unit.starts_on <= today,
        "is_live": held.state in LIVE,
    }
    return render(request, "portal/enrolments/place.html", context, status=422 if problem or told else 200)
