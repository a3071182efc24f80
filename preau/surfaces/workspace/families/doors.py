"""A family's file opens with a reason, for an hour; each child of whom something is shown has a line about it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from preau.people.audit.actions import record
from preau.people.counter.enums import OpeningReason
from preau.people.households.enums import FilePart
from preau.people.households.helping import children_of, homes_of_adult
from preau.people.households.models import Adult, Child, Household
from preau.people.households.permissions import FAMILIES
from preau.people.households.readings import read_file
from preau.people.households.rights import Act
from preau.people.organisations.models import Commune
from preau.surfaces.shell.access import recording_readings
from preau.surfaces.shell.request import actor, hand, load

_OPEN = "families_open"
_SECONDS = 3600
_MOST = 30  # files remembered in one visit


def the_town() -> Commune:
    commune = Commune.objects.current()
    if commune is None:
        raise Http404
    return commune


def find_adult(request: HttpRequest, key: UUID) -> Adult:
    """404 for whoever is not of the desk: for them, families do not exist here."""
    return load(request, FAMILIES, "read", Adult.objects.filter(erased_on__isnull=True), key=key)


def open_file(request: HttpRequest, adult: Adult, reason: OpeningReason) -> None:
    """The journal keeps why; parents read that it was opened."""
    record("family.opened", adult, by=hand(request).by_id, now=timezone.now(), details={"reason": str(reason)})
    known = dict(list(request.session.get(_OPEN, {}).items())[-_MOST:])
    known[str(adult.key)] = int(timezone.now().timestamp())
    request.session[_OPEN] = known
    _read(request, adult)


def is_open(request: HttpRequest, adult: Adult) -> bool:
    """What is sent from a page that was open is taken in, even an hour later: nothing typed is lost."""
    at = request.session.get(_OPEN, {}).get(str(adult.key))
    if at is None:
        return False
    return request.method == "POST" or timezone.now().timestamp() - at < _SECONDS


def opened(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For views of one file, given as ``adult``. Who has not said why is asked first."""

    @wraps(view)
    def asked(request: HttpRequest, key: UUID, **rest: object) -> HttpResponse:
        adult = find_adult(request, key)
        if not is_open(request, adult):
            return redirect("workspace:family_opening", key)
        with recording_readings():
            _read(request, adult)
        response = view(request, adult, **rest)
        response.headers["Cache-Control"] = "private, no-store"
        return response

    return asked


def child_of(adult: Adult, key: UUID, act: Act = Act.READ) -> Child:
    """A child of this file; 404 for any other, and for one that this adult is kept from."""
    child = children_of(adult, act, timezone.localdate()).filter(key=key).select_related("school").first()
    if child is None:
        raise Http404
    return child


def home_of(adult: Adult, key: UUID) -> Household:
    home = homes_of_adult(adult, timezone.localdate()).filter(key=key).first()
    if home is None:
        raise Http404
    return home


def homes_that_ask(adult: Adult, child: Child) -> list[Household]:
    """Where the person and the child both live; else where the child lives, so that grandparents may ask too."""
    theirs = Household.objects.filter(residences__child=child, residences__until_on__isnull=True).distinct()
    mine = theirs.filter(pk__in=homes_of_adult(adult, timezone.localdate()).values("pk"))
    return list(mine) or list(theirs.order_by("-residences__is_main")[:1])


def _read(request: HttpRequest, adult: Adult) -> None:
    for child in children_of(adult, Act.READ, timezone.localdate()):
        read_file(child, part=FilePart.FILE, who=actor(request), hand=hand(request))
