"""Terms as JSON and back. What is stored reads without this program: cents are numbers, decimals and days are text."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Protocol

from preau.offer.prices.enums import PriceKind

from .terms import Aid, Band, Bands, Base, Flat, Free, Linear, Outsiders, SiblingCut, Terms


class Stored(Protocol):
    """A row that keeps terms: a ``PriceRule``."""

    kind: Any
    terms: Any


def terms_of(rule: Stored) -> Terms:
    """Raises KeyError or ValueError when what is stored is not what ``as_json`` writes."""
    kept = rule.terms
    outside = kept.get("outsiders")
    return Terms(
        base=_base(PriceKind(rule.kind), kept),
        siblings=tuple(
            SiblingCut(each["from_child"], Decimal(each["percent"]), each["cents"]) for each in kept.get("siblings", ())
        ),
        outsiders=outside
        and Outsiders(Decimal(outside["percent"]), outside["cents"], outside["own"], outside["at_highest"]),
        minimum=kept.get("minimum", 0),
        aids=tuple(_aid(each) for each in kept.get("aids", ())),
    )


def as_json(terms: Terms) -> dict[str, Any]:
    """What ``PriceRule.terms`` keeps; the kind of the base is a column of its own."""
    kept: dict[str, Any] = _base_json(terms.base)
    if terms.siblings:
        kept["siblings"] = [
            {"from_child": cut.from_child, "percent": str(cut.percent), "cents": cut.cents} for cut in terms.siblings
        ]
    if (rule := terms.outsiders) is not None:
        kept["outsiders"] = {
            "percent": str(rule.percent),
            "cents": rule.cents,
            "own": rule.own,
            "at_highest": rule.at_highest,
        }
    if terms.minimum:
        kept["minimum"] = terms.minimum
    if terms.aids:
        kept["aids"] = [_aid_json(aid) for aid in terms.aids]
    return kept


def _base(kind: PriceKind, kept: dict[str, Any]) -> Base:
    match kind:
        case PriceKind.FREE:
            return Free()
        case PriceKind.FLAT:
            return Flat(kept["cents"])
        case PriceKind.BANDS:
            return Bands(tuple(Band(each["up_to"], each["cents"]) for each in kept["bands"]), kept["unknown"])
        case PriceKind.LINEAR:
            return Linear(Decimal(kept["rate"]), kept["floor"], kept["ceiling"], kept["unknown"])


def _base_json(base: Base) -> dict[str, Any]:
    match base:
        case Free():
            return {}
        case Flat(cents):
            return {"cents": cents}
        case Bands(bands, unknown):
            return {"bands": [{"up_to": each.up_to, "cents": each.cents} for each in bands], "unknown": unknown}
        case Linear(rate, floor, ceiling, unknown):
            return {"rate": str(rate), "floor": floor, "ceiling": ceiling, "unknown": unknown}


def _aid(kept: dict[str, Any]) -> Aid:
    return Aid(kept["name"], kept["cents"], _day(kept["valid_from"]), _day(kept["valid_to"]), kept["condition"])


def _aid_json(aid: Aid) -> dict[str, Any]:
    return {
        "name": aid.name,
        "cents": aid.cents,
        "valid_from": aid.valid_from and aid.valid_from.isoformat(),
        "valid_to": aid.valid_to and aid.valid_to.isoformat(),
        "condition": aid.condition,
    }


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
