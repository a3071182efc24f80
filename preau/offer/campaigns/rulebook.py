"""What the council votes, written in one piece: the text whose fingerprint is published. Pure but for its rows."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from .models import AllocationCampaign


def rulebook(campaign: AllocationCampaign) -> dict[str, Any]:
    """The same rules give the same text, whatever the order in which they were typed."""
    return {
        "profile": campaign.legal_profile,
        "opens_at": campaign.opens_at.isoformat(),
        "closes_at": campaign.closes_at.isoformat(),
        "first_activity_first": campaign.first_activity_first,
        "second_round": campaign.second_round,
        "travel_minutes": campaign.travel_minutes,
        "low_quotient": campaign.low_quotient,
        "classes": [
            {"label": rule.label, "criteria": sorted(rule.criteria), "basis": rule.legal_basis}
            for rule in campaign.priority_rules.order_by("rank")
        ],
        "offers": [
            {
                "offer": offer.code,
                "unit": str(offer.unit.key),
                "seats": offer.seats,
                "beside": offer.beside,
                "reserves": [
                    {
                        "criterion": each.criterion,
                        "seats": each.seats,
                        "staff_minutes": each.staff_minutes,
                        "kind": each.kind,
                        "order": each.order,
                    }
                    for each in offer.reserves.all()
                ],
            }
            for offer in campaign.offers.select_related("unit").prefetch_related("reserves").order_by("pk")
        ],
        "bundles": [
            {"label": bundle.label, "offers": sorted(offer.code for offer in bundle.offers.all())}
            for bundle in campaign.bundles.prefetch_related("offers").order_by("pk")
        ],
    }


def fingerprint_of(rules: dict[str, Any]) -> str:
    """SHA-256 of the text with its keys in order."""
    return hashlib.sha256(json.dumps(rules, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
