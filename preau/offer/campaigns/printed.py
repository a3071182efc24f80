"""The wishes of a campaign on paper: its own activities, each with a number to copy in the order of preference."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from django.utils import timezone, translation

from preau.foundation.pdf import typeset
from preau.foundation.text.days import french_day
from preau.people.households.models import Adult, Child

from .models import AllocationCampaign, CampaignOffer
from .problem import offers_of
from .wishing import never

_TEMPLATE = Path(__file__).with_name("wishes.typ")
_LEAST, _MOST = 6, 12
"""Lines to write on: one for each activity, within reason; who ranks more adds a sheet."""


def write_wish_form(
    campaign: AllocationCampaign, *, child: Child | None = None, asked_by: Adult | None = None
) -> bytes:
    """PDF/UA-1, in French; blank, or with the names already written."""
    with translation.override("fr"):
        return typeset(_TEMPLATE, wish_form_data(campaign, child=child, asked_by=asked_by))


def wish_form_data(
    campaign: AllocationCampaign, *, child: Child | None = None, asked_by: Adult | None = None
) -> dict[str, Any]:
    """For a known child, only what it could have: the numbers stay those of the blank form."""
    choices = [
        {"number": str(number), **_offer(offer)}
        for number, offer in enumerate(sorted(offers_of(campaign), key=_by_title), 1)
        if child is None or not never(child, offer.unit)
    ]
    bundles = [
        {"number": f"G{number}", "title": bundle.label, "group": _names(bundle.offers.all()), "place": "", "seats": ""}
        for number, bundle in enumerate(
            campaign.bundles.prefetch_related("offers__unit__activity").order_by("label", "pk"), 1
        )
    ]
    return {
        "title": f"Mes vœux : {campaign.title}",
        "town": campaign.commune.name,
        "lead": f"À rendre avant le {_instant(campaign.closes_at)}. Premier jour ou dernier jour, c’est pareil :"
        " l’heure d’arrivée ne compte pas.",
        "child": str(child) if child else "",
        "born": child.born_on.strftime("%d/%m/%Y") if child else "",
        "asker": str(asked_by) if asked_by else "",
        "phone": asked_by.phone if asked_by else "",
        "choices": choices,
        "bundles": bundles,
        "ranks": [str(rank) for rank in range(1, min(max(_LEAST, len(choices)), _MOST) + 1)],
        "contact": campaign.contact,
        "foot": "Rendre au guichet, par courrier ou par l’école. Cela ne coûte rien et ne fait perdre aucun rang.",
    }


def _offer(offer: CampaignOffer) -> dict[str, str]:
    activity = offer.unit.activity
    return {
        "title": activity.title,
        "group": offer.unit.label,
        "place": activity.site.name if activity.site else "",
        "seats": str(offer.seats),
    }


def _by_title(offer: CampaignOffer) -> tuple[str, str, int]:
    return offer.unit.activity.title, offer.unit.label, offer.pk


def _names(offers: Any) -> str:
    return " + ".join(f"{each.unit.activity.title}, {each.unit.label}" for each in sorted(offers, key=_by_title))


def _instant(moment: datetime) -> str:
    local = timezone.localtime(moment)
    return f"{french_day(local.date())} à {local:%H h %M}"
