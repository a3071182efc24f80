"""The places of the town, as anybody reads them."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from preau.people.organisations.models import Commune
from preau.surfaces.public.places import listing, maps, page
from preau.surfaces.public.places.cards import Card, card_of
from preau.surfaces.public.places.structured import data_block, place_data
from preau.town.calendar.queries import calendar_of
from preau.town.places.models import Site, SitePhoto
from preau.town.spaces.queries import shown_sites, terms_on

_A_DAY = 24 * 3600


@login_not_required
@require_safe
def place_list(request: HttpRequest) -> HttpResponse:
    commune, now = the_town(), timezone.now()
    asked = listing.Asked.of(request.GET.dict())
    cards = cards_of(commune, now)
    found = [card for card in cards if asked.keeps(card)]
    context = {
        "asked": asked,
        "groups": listing.groups(found),
        "count": len(found),
        "open_count": sum(card.is_open for card in found),
        "is_bare": not cards,
        "filters": listing.filters(asked, cards),
        "kinds": listing.kinds(asked, cards),
        "moment": page.moment(now),
        "map": maps.map_of(commune, found),
    }
    return render(request, "public/places/list.html", context)


@login_not_required
@require_safe
def place_page(request: HttpRequest, slug: str) -> HttpResponse:
    commune, now = the_town(), timezone.now()
    calendar, terms = calendar_of(commune), terms_on(commune, timezone.localdate(now))
    site = get_object_or_404(shown_sites(commune, now, terms), slug=slug)
    card = card_of(site, now, calendar=calendar, terms=terms)
    address = request.build_absolute_uri(reverse("public:place", args=[site.slug]))
    context = {
        "site": site,
        "card": card,
        "door_days": page.next_days(card, calendar),
        "needs": page.access_by_need(card),
        "answers": page.other_answers(card),
        "facts": page.found_there(card.space) if card.space else [],
        "works": page.works_words(card.space, timezone.localdate(now)) if card.space else "",
        "told": page.told_words(card),
        "rooms": site.rooms.shown(timezone.localdate(now)),
        "moment": page.moment(now),
        "map": maps.small_map_of(site),
        "quarter": maps.quarter_of(site),
        "neighbours": maps.neighbours(site, timezone.localdate(now)),
        "data": data_block(place_data(card, address)),
    }
    return render(request, "public/places/place.html", context)


@login_not_required
@require_safe
def place_photo(request: HttpRequest, slug: str, pk: int, size: str) -> FileResponse:
    """Of a place that families see. A photo never changes: another one has another number."""
    shown = Site.objects.shown(timezone.localdate()).filter(commune=the_town(), slug=slug)
    photo = get_object_or_404(SitePhoto.objects.select_related("small", "large"), pk=pk, site__in=shown)
    stored = photo.small if size == "petite" else photo.large
    try:
        content = stored.open()
    except FileNotFoundError as missing:
        raise Http404 from missing
    response = FileResponse(content, content_type=stored.media_type)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = f"public, max-age={_A_DAY}"
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


def the_town() -> Commune:
    """404 where nobody set up a town yet."""
    commune = Commune.objects.current()
    if commune is None:
        raise Http404
    return commune


def cards_of(commune: Commune, now: datetime) -> list[Card]:
    """Every place but the rooms, which stand on the page of their building."""
    calendar, terms = calendar_of(commune), terms_on(commune, timezone.localdate(now))
    sites = shown_sites(commune, now, terms).filter(part_of__isnull=True)
    return [card_of(site, now, calendar=calendar, terms=terms) for site in sites]
