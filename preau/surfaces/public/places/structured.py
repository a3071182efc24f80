"""A place in the words of schema.org, for those who read the web by machine."""

from __future__ import annotations

import json
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from preau.surfaces.public.places.cards import Card
from preau.town.places.enums import Season, SiteKind

_TYPES = {
    SiteKind.SCHOOL: "School",
    SiteKind.SECONDARY: "School",
    SiteKind.EARLY_YEARS: "ChildCare",
    SiteKind.SPORT: "SportsActivityLocation",
    SiteKind.OPEN_AIR: "Park",
}
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ESCAPED = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


def place_data(card: Card, address: str) -> dict[str, Any]:
    """``address`` is that of the page. What nobody knows is left out."""
    site = card.site
    kind = "SportsActivityLocation" if card.space else _TYPES.get(SiteKind(site.kind), "Place")
    told: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": kind,
        "@id": address,
        "url": address,
        "name": site.name,
        "description": site.about,
        "telephone": site.phone,
        "sameAs": site.website,
        "address": site.address,
        "publicAccess": True if card.space else None,
        "isAccessibleForFree": True if card.space else None,
        "openingHoursSpecification": _hours(card),
    }
    if site.point:
        told["geo"] = {"@type": "GeoCoordinates", "longitude": site.lon, "latitude": site.lat}
    return {name: value for name, value in told.items() if value not in ("", None, [])}


def data_block(told: dict[str, Any]) -> SafeString:
    """Nothing that was typed can end the block."""
    return mark_safe(json.dumps(told, ensure_ascii=False).translate(_ESCAPED))  # noqa: S308  escaped just above


def _hours(card: Card) -> list[dict[str, str]]:
    """Those of the whole year; a season that follows the school calendar has no word in schema.org."""
    if card.site.is_always_open:
        return [{"@type": "OpeningHoursSpecification", "opens": "00:00", "closes": "23:59"}]
    return [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": f"https://schema.org/{_DAYS[each.weekday]}",
            "opens": f"{each.opens_at:%H:%M}",
            "closes": f"{each.closes_at:%H:%M}",
            **({"validFrom": each.valid_from.isoformat()} if each.valid_from else {}),
            **({"validThrough": each.valid_to.isoformat()} if each.valid_to else {}),
        }
        for each in card.site.openings.all()
        if each.season != Season.HOLIDAYS
    ]
