"""A problem and its outcome as JSON, written in one way only: sorted by key, whole numbers, one thing to a line."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from .allocating import Outcome
from .draw import Draw
from .outcome import Case, OfferOutcome, Part
from .problem import Application, Offer, Problem, Rules, Wish

FORMAT = "preau-allocation-1"


def to_json(problem: Problem, draw: Draw | None = None) -> str:
    return text_of({"format": FORMAT, **({"draw": draw_json(draw)} if draw else {}), **problem_json(problem)})


def fingerprint(problem: Problem) -> str:
    """SHA-256 of the problem; published at closing, before the draw."""
    return sha256(to_json(problem))


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def text_of(document: dict[str, Any]) -> str:
    """One line for each item of a list, one for anything else."""
    return "{" + ",\n".join(f"{_dumps(key)}:{_value(value)}" for key, value in document.items()) + "}\n"


def _value(value: Any) -> str:
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(_dumps(each) for each in value) + "\n]"
    return _dumps(value)


def _dumps(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def draw_json(draw: Draw) -> dict[str, Any]:
    return {
        "commitment": draw.commitment,
        "secret": draw.secret,
        "public_number": draw.public_number,
        "source": draw.source,
    }


def problem_json(problem: Problem) -> dict[str, Any]:
    return {
        "rules": _rules(problem.rules),
        "offers": [_offer(offer) for offer in sorted(problem.offers, key=lambda offer: offer.key)],
        "applications": [_application(each) for each in sorted(problem.applications, key=lambda each: each.key)],
    }


def _rules(rules: Rules) -> dict[str, Any]:
    return {
        "classes": [sorted(needed) for needed in rules.classes],
        "first_activity_first": rules.first_activity_first,
        "travel": sorted([*sorted((start, end)), minutes] for start, end, minutes in rules.travel),
        "travel_minutes": rules.travel_minutes,
    }


def _offer(offer: Offer) -> dict[str, Any]:
    return {
        "key": offer.key,
        "seats": offer.seats,
        "spans": sorted([span.day, span.start, span.end] for span in offer.spans),
        "place": offer.place,
        "reserves": [
            {"criterion": each.criterion, "seats": each.seats, "kind": str(each.kind), "order": str(each.order)}
            for each in offer.reserves
        ],
        "beside": offer.beside,
    }


def _application(application: Application) -> dict[str, Any]:
    return {
        "key": application.key,
        "facts": sorted(application.facts),
        "facts_at": {offer: sorted(facts) for offer, facts in sorted(application.facts_at)},
        "wishes": [_wish(wish) for wish in application.wishes],
        "group": application.group,
        "together": application.together,
        "most": application.most,
        "confirmed": sorted(application.confirmed),
    }


def _wish(wish: Wish) -> dict[str, Any]:
    return {"offers": sorted(wish.offers), "part_is_fine": wish.part_is_fine}


def outcome_json(outcome: Outcome) -> dict[str, Any]:
    """Lists rather than objects: such a file has a line for each child of a town."""
    return {
        "offers_outcome": [_offer_outcome(outcome, outcome.offers[key]) for key in sorted(outcome.offers)],
        "applications_outcome": [
            {
                "application": key,
                "number": outcome.number(key),
                "drawn": outcome.drawn(key),
                "wishes": [_case(case) for case in outcome.cases(key)],
            }
            for key in outcome.keys
        ],
        "unsettled": [[list(wish) for wish in row] for row in outcome.unsettled],
    }


def _offer_outcome(outcome: Outcome, offer: OfferOutcome) -> dict[str, Any]:
    return {
        "offer": offer.key,
        "served": list(offer.served),
        "waiting": list(offer.waiting),
        "classes": [[count.asked, count.candidates, count.served] for count in offer.classes],
        "cut_off": offer.cut_off and [offer.cut_off.priority_class, offer.cut_off.number],
        "reserved": list(offer.reserved),
    }


def _case(case: Case) -> dict[str, Any]:
    return {
        "result": str(case.result),
        "reason": str(case.reason),
        "turn": case.turn,
        "at_odds": list(case.at_odds),
        "parts": [_part(part) for part in case.parts],
    }


def _part(part: Part) -> list[Any]:
    return [
        part.offer.key,
        str(part.reason),
        part.priority_class,
        part.line,
        part.of,
        part.waiting_rank,
        part.reserve,
        list(part.would_change),
    ]
