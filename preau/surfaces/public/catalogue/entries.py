"""The page of one entry: the answer first, then everything; and the page of whoever organises it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from preau.offer.activities.enums import EntryState
from preau.offer.activities.models import Activity, Session
from preau.offer.finding.answer import Answer
from preau.offer.finding.entries import Entry, Tariff
from preau.offer.finding.looking import look_up
from preau.offer.finding.queries import entry_of, sessions_between
from preau.offer.finding.selection import Selection, read_selection
from preau.offer.finding.similar import similar
from preau.offer.finding.vocabulary import DOMAIN_WORD, PUBLICS
from preau.offer.prices.enums import PriceKind
from preau.offer.prices.queries import in_force
from preau.offer.versions.queries import versions_of
from preau.people.organisations.models import Organisation
from preau.surfaces.public.calendars.serving import subscription
from preau.surfaces.public.prices.mine import Mine, keep_private, my_price

from .adapted import Adapted, adapted
from .cards import Card, cards_of
from .structured import as_script, course
from .views import the_town
from .wording import age_words, instant_words, price_words, session_price_words, when_words

_MOST, _FEW = 60, 3
_AHEAD = timedelta(days=35)
"""The sessions that a page shows: the month to come."""


@dataclass(frozen=True)
class EntryPage:
    activity: Activity
    entry: Entry
    tariff: Tariff | None
    when: list[str]
    next_one: Session | None
    sessions: list[Session]
    price: str
    by_session: str
    ages: str
    adapted: Adapted
    alike: list[Card]
    address: str
    """In full, to be shared."""

    @property
    def next_words(self) -> str:
        return instant_words(self.next_one.starts_at) if self.next_one else ""

    @property
    def has_sessions(self) -> bool:
        return self.next_one is not None

    @property
    def is_free(self) -> bool:
        return self.tariff is not None and self.tariff.highest == 0

    @property
    def is_stale(self) -> bool:
        return self.activity.state == EntryState.STALE


@login_not_required
@require_safe
def entry(request: HttpRequest, slug: str) -> HttpResponse:
    town = the_town()
    activity = entry_of(town, slug)
    if activity is None:
        raise Http404
    asked, _ = read_selection(request.GET)
    found = look_up(town, Selection(quotient=asked.quotient), now=timezone.localtime())
    known = found.index.entry(activity.pk)
    if known is None or not activity.is_shown:
        return _gone(request, activity, found)
    page = _page(activity, known, found)
    mine = _my_price(request, activity, found.now.date())
    context = {
        "page": page,
        "mine": mine,
        "versions": versions_of(activity),
        "data": as_script(course(page)),
        "feed": _subscription(request, activity),
    }
    response = render(request, "public/catalogue/entry.html", context)
    return keep_private(response, mine)


@login_not_required
@require_safe
def organiser(request: HttpRequest, slug: str) -> HttpResponse:
    """Whoever shows something; the others have no page here."""
    town = the_town()
    found = look_up(town, Selection(organisations=(slug,), publics=tuple(PUBLICS)), now=timezone.localtime())
    organisation = Organisation.objects.filter(commune=town, slug=slug).first()
    if organisation is None or not found.count:
        raise Http404
    cards = cards_of(found, found.page(_MOST))
    return render(
        request, "public/catalogue/organiser.html", {"organisation": organisation, "cards": cards, "count": found.count}
    )


def _page(activity: Activity, known: Entry, found: Answer) -> EntryPage:
    today = found.now.date()
    sessions = sessions_between(activity, today, today + _AHEAD)
    coming = [each for each in sessions if each.starts_at >= found.now and not each.is_cancelled]
    tariff = found.index.tariffs.get(known.tariff) if known.tariff is not None else None
    return EntryPage(
        activity=activity,
        entry=known,
        tariff=tariff,
        when=when_words(activity.slots.all()),
        next_one=coming[0] if coming else _later(activity, today),
        sessions=[each for each in sessions if each.ends_at >= found.now],
        price=price_words(activity, tariff, found.selection.quotient),
        by_session=session_price_words(known, tariff, found.selection.quotient),
        ages=age_words(activity.age_min, activity.age_max),
        adapted=adapted(activity),
        alike=cards_of(found, similar(found.index, known)),
        address=settings.SITE_URL + reverse("public:entry", args=[activity.slug]),
    )


def _later(activity: Activity, today: date) -> Session | None:
    """Beyond the month that the page shows."""
    return activity.sessions.filter(day__gt=today + _AHEAD, is_cancelled=False).order_by("starts_at").first()


def _my_price(request: HttpRequest, activity: Activity, today: date) -> Mine | None:
    """The rule of today; nothing to compute for what is free, or priced in the organiser's words."""
    rule = activity.price_rule
    if rule is None or rule.kind == PriceKind.FREE:
        return None
    return my_price(request.GET, in_force([rule], today).get(rule.pk, rule), today)


def _subscription(request: HttpRequest, activity: Activity) -> str:
    return subscription(request, reverse("public:activity_feed", args=[activity.slug]))


def _gone(request: HttpRequest, activity: Activity, found: Answer) -> HttpResponse:
    """It was there and is no more: said as such, with what could please instead."""
    domain = DOMAIN_WORD[activity.domain]
    same = [each for each in found.page(found.count) if each.domain == domain]
    context = {"activity": activity, "alike": cards_of(found, (same or found.page(_FEW))[:_FEW])}
    return render(request, "public/catalogue/gone.html", context, status=410)
