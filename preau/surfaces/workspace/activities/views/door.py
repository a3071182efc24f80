"""The one door to an entry."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from preau.offer.activities.models import Activity
from preau.offer.activities.permissions import ACTIVITIES
from preau.people.organisations.models import Commune
from preau.surfaces.shell.request import actor, load
from preau.surfaces.workspace.activities.page import EntryPage


def the_entry(request: HttpRequest, slug: str, action: str = "follow") -> Activity:
    """404 for another's entry, whatever its state: families have their own page of it."""
    known = Activity.objects.select_related("commune", "organisation", "site", "price_rule", "copied_from")
    return load(request, ACTIVITIES, action, known.prefetch_related("slots"), read="follow", slug=slug)


def shown(request: HttpRequest, activity: Activity) -> EntryPage:
    return EntryPage(activity, actor(request), timezone.localdate())


def back(activity: Activity, anchor: str = "") -> HttpResponse:
    address = reverse("workspace:activity", args=[activity.slug])
    return HttpResponseRedirect(address + (f"#{anchor}" if anchor else ""))


def town() -> Commune:
    """The town of this installation. Whoever holds a role has one."""
    commune = Commune.objects.current()
    assert commune is not None  # noqa: S101  an account belongs to an organisation, which belongs to a town
    return commune
