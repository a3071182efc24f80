"""Places of a child, asked for and given back at the counter by the very verbs of the family."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from preau.foundation.lifecycle import NotNow
from preau.foundation.text.numbers import whole
from preau.foundation.text.search import matches, stems
from preau.offer.enrolment.asking import Request
from preau.offer.enrolment.enums import LIVE, EnrolmentState, Mode
from preau.offer.enrolment.errors import Refused, TooLate
from preau.offer.enrolment.known import never_fits, units
from preau.offer.enrolment.models import BookingUnit, Enrolment
from preau.offer.enrolment.previewing import preview
from preau.offer.enrolment.queries import of_children
from preau.offer.enrolment.reasons import PUBLISHED
from preau.offer.enrolment.taking import answer, enrol, release
from preau.offer.enrolment.wording import Told, tell
from preau.people.counter.enums import Procedure
from preau.people.counter.receipts import Helped
from preau.people.households.enums import DocumentKind, MandateScope
from preau.people.households.models import Adult, Child
from preau.people.households.rights import Act
from preau.surfaces.shell.request import hand
from preau.surfaces.workspace.families.acting import NotActing, acting_for, ask_first, done
from preau.surfaces.workspace.families.doors import child_of, homes_that_ask, opened
from preau.surfaces.workspace.families.wanted import forget, wanted_unit

_MOST = 40


@require_http_methods(["GET", "HEAD", "POST"])
@opened
def family_places(request: HttpRequest, adult: Adult, child: UUID) -> HttpResponse:
    """What the child has, and what is open: as the family itself would read it."""
    one = child_of(adult, child, Act.REGISTER)
    try:
        helped = acting_for(request, one, MandateScope.REGISTER)
    except NotActing:
        return ask_first(request, adult, MandateScope.REGISTER)
    if helped.principal.pk != adult.pk:
        return ask_first(request, adult, MandateScope.REGISTER)
    if request.method == "POST":
        (_take if "taken" in request.POST else _give_back)(request, helped, one)
        return redirect("workspace:family_places", adult.key, one.key)
    words = request.GET.get("activite", "")[:80]
    found, beyond = _for(one, _open(words))
    context = {
        "adult": adult,
        "child": one,
        "helped": helped,
        "held": of_children([one.pk]).filter(state__in=LIVE),
        "units": found[:_MOST],
        "has_more": len(found) > _MOST,
        "beyond": beyond[:_MOST] if words else [],
        "words": words,
        "wanted": wanted_unit(request),
    }
    return render(request, "workspace/families/places.html", context)


def _for(child: Child, found: list[BookingUnit]) -> tuple[list[BookingUnit], list[tuple[BookingUnit, str]]]:
    """(groups of the child's age and class, the others each with the sentence that says why)."""
    fits: list[BookingUnit] = []
    beyond: list[tuple[BookingUnit, str]] = []
    for unit in found:
        wrong = never_fits(unit.starts_on, unit.activity, child)
        if wrong:
            beyond.append((unit, str(PUBLISHED[wrong[0].code].sentence)))
        else:
            fits.append(unit)
    return fits, beyond


@require_http_methods(["GET", "HEAD", "POST"])
@opened
def family_place(request: HttpRequest, adult: Adult, child: UUID, unit: int) -> HttpResponse:
    """The place or the rank there would be, the price, the reasons; then it is asked for, and the receipt is given."""
    one = child_of(adult, child, Act.REGISTER)
    wanted = _units().filter(pk=unit).first()
    if wanted is None:
        raise Http404
    try:
        helped = acting_for(request, one, MandateScope.REGISTER)
    except NotActing:
        return ask_first(request, adult, MandateScope.REGISTER)
    homes = homes_that_ask(adult, one)
    if helped.principal.pk != adult.pk or not homes:
        return ask_first(request, adult, MandateScope.REGISTER)
    home = next((each for each in homes if str(each.key) == _wanted_home(request)), homes[0])
    refused: list[Told] = []
    if request.method == "POST":
        try:
            place = enrol(
                unit=wanted,
                child=one,
                household=home,
                asked_by=helped.principal,
                channel=helped.channel,
                hand=hand(request),
            )
        except Refused as met:
            refused = [tell(each, wanted) for each in met.reasons]
        else:
            _say(request, helped, one, wanted, place)
            forget(request, wanted)
            return redirect("workspace:family_places", adult.key, one.key)
    seen = preview(wanted, Request(one, home, helped.principal, helped.channel, hand(request)))
    context = {
        "adult": adult,
        "child": one,
        "helped": helped,
        "unit": wanted,
        "homes": homes,
        "home": home,
        "seen": seen,
        "unchecked": [DocumentKind(kind).label for kind in seen.unchecked],
        "reasons": refused or [tell(each, wanted) for each in seen.misfits],
    }
    return render(request, "workspace/families/place.html", context, status=422 if refused else 200)


def _wanted_home(request: HttpRequest) -> str | None:
    return request.POST.get("home") or request.GET.get("foyer")


def _say(request: HttpRequest, helped: Helped, child: Child, unit: BookingUnit, place: Enrolment) -> None:
    said = {"child": child.first_name, "title": unit.activity.title, "group": unit.label}
    if place.state == EnrolmentState.CONFIRMED:
        line, waits = _("%(child)s est inscrit à « %(title)s », %(group)s. La place est confirmée."), False
    else:
        line, waits = _("%(child)s attend une place à « %(title)s », %(group)s. Le rang est pris."), True
    done(request, helped, Procedure.REGISTRATION, [line % said], child=child, waits=waits)


def _take(request: HttpRequest, helped: Helped, child: Child) -> None:
    """A place that was proposed: said by phone, at the counter, or on the slip of a letter."""
    place = Enrolment.objects.filter(child=child, state=EnrolmentState.OFFERED, pk=whole(request.POST["taken"])).first()
    if place is None:
        raise Http404
    try:
        answer(place, accepts=True, hand=hand(request))
    except TooLate:
        messages.warning(request, _("Le délai est passé : la place a été proposée à l’enfant suivant."))
    except NotNow:
        messages.warning(request, _("Cette place a changé entre-temps : rien n’a été fait."))
    except Refused as met:
        messages.warning(request, " ".join(str(tell(each, place.unit).sentence) for each in met.reasons))
    else:
        _say(request, helped, child, place.unit, Enrolment.objects.get(pk=place.pk))


def _give_back(request: HttpRequest, helped: Helped, child: Child) -> None:
    key = request.POST.get("place", "")
    place = Enrolment.objects.filter(child=child, state__in=LIVE, pk=whole(key)).first()
    if place is None:
        raise Http404
    try:
        release(place, hand=hand(request))
    except NotNow:
        messages.warning(request, _("Cette place a changé entre-temps : rien n’a été fait."))
        return
    said = {"title": place.unit.activity.title, "group": place.unit.label, "child": child.first_name}
    line = _("La place de %(child)s à « %(title)s », %(group)s, est rendue.") % said
    done(request, helped, Procedure.RELEASE, [line], child=child)


def _open(words: str) -> list[BookingUnit]:
    """Groups one can ask for today, whose activity answers to the words."""
    asked = stems(words)
    rows = _units().order_by("activity__title", "starts_on", "label")
    return [each for each in rows if not asked or matches(asked, f"{each.activity.title} {each.label}")]


def _units() -> QuerySet[BookingUnit]:
    now = timezone.now()
    still = Q(closes_at__isnull=True) | Q(closes_at__gt=now)
    return units().filter(still, mode=Mode.DIRECT, opens_at__lte=now, ends_on__gte=timezone.localdate(now))
