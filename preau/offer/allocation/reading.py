"""A file in, a problem out; or one sentence that says what is wrong and where."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

from .checking import check
from .draw import Draw
from .errors import BadFile
from .problem import Application, Kind, Offer, Order, Problem, Reserve, Rules, Span, Wish
from .shapes import fields, items, load, one_of, text, triple, truth, whole
from .writing import FORMAT

_PROBLEM = ("format", "rules", "offers", "applications")


def from_json(data: str | bytes) -> Problem:
    """Raises BadFile."""
    return read(data)[0]


def read(data: str | bytes, *, also: tuple[str, ...] = ()) -> tuple[Problem, Draw | None, dict[str, Any]]:
    """The problem, its draw when there is one, and the file as it is. ``also``: fields of a published file."""
    document = fields(load(data), "Fichier", (*_PROBLEM, *also), ("draw",))
    if document["format"] != FORMAT:
        raise BadFile(f"Ce fichier n’est pas au format « {FORMAT} ».")
    problem = Problem(
        _rules(document["rules"], "Règles"),
        items(document["offers"], "Offres", _offer),
        items(document["applications"], "Demandes", _application),
    )
    check(problem)
    return problem, _draw(document["draw"], "Tirage") if "draw" in document else None, document


def read_rules(data: str | bytes, like: Rules) -> Rules:
    """Rules alone, as they stand in a file; how long one travels is as in ``like`` where they say nothing of it.

    Raises BadFile.
    """
    given = load(data)
    rules = _rules(given, "Règles")
    return replace(
        rules,
        travel=rules.travel if "travel" in given else like.travel,
        travel_minutes=rules.travel_minutes if "travel_minutes" in given else like.travel_minutes,
    )


def _draw(value: Any, where: str) -> Draw:
    given = fields(value, where, ("commitment", "secret", "public_number", "source"))
    draw = Draw(
        text(given["commitment"], f"{where}, « commitment »"),
        text(given["secret"], f"{where}, « secret »"),
        text(given["public_number"], f"{where}, « public_number »"),
        text(given["source"], f"{where}, « source »", may_be_empty=True),
    )
    if not re.fullmatch(r"[0-9a-f]{64}", draw.commitment):
        raise BadFile(f"{where} : l’engagement est fait de 64 chiffres hexadécimaux.")
    if len(draw.secret) < 32:
        raise BadFile(f"{where} : le secret a au moins 32 caractères, pour que personne ne le devine.")
    if not draw.is_kept:
        raise BadFile(f"{where} : le secret révélé n’est pas celui qui avait été promis.")
    return draw


def _rules(value: Any, where: str) -> Rules:
    given = fields(value, where, (), ("classes", "first_activity_first", "travel", "travel_minutes"))
    return Rules(
        items(given.get("classes", []), f"{where}, « classes »", lambda each, at: items(each, at, text)),
        truth(given.get("first_activity_first", True), f"{where}, « first_activity_first »"),
        items(given.get("travel", []), f"{where}, « travel »", _travel),
        whole(given.get("travel_minutes", 0), f"{where}, « travel_minutes »"),
    )


def _travel(value: Any, where: str) -> tuple[str, str, int]:
    start, end, minutes = triple(value, where)
    return text(start, where), text(end, where), whole(minutes, where)


def _offer(value: Any, where: str) -> Offer:
    given = fields(value, where, ("key", "seats"), ("spans", "place", "reserves", "beside"))
    key = text(given["key"], where)
    where = f"Offre « {key} »"
    return Offer(
        key,
        whole(given["seats"], f"{where}, « seats »"),
        items(given.get("spans", []), f"{where}, « spans »", _span),
        text(given.get("place", ""), f"{where}, « place »", may_be_empty=True),
        items(given.get("reserves", []), f"{where}, « reserves »", _reserve),
        text(given.get("beside", ""), f"{where}, « beside »", may_be_empty=True),
    )


def _span(value: Any, where: str) -> Span:
    day, start, end = triple(value, where)
    return Span(_day(day, where), whole(start, where), whole(end, where))


def _day(value: Any, where: str) -> str:
    day = text(value, where)
    if re.fullmatch(r"[1-7]", day):
        return day
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", day) and date.fromisoformat(day):
            return day
    except ValueError:
        pass
    raise BadFile(f"{where} : le jour va de « 1 » (lundi) à « 7 », ou s’écrit « 2027-02-15 ».")


def _reserve(value: Any, where: str) -> Reserve:
    given = fields(value, where, ("criterion", "seats"), ("kind", "order"))
    return Reserve(
        text(given["criterion"], where),
        whole(given["seats"], where),
        one_of(given.get("kind", Kind.SOFT), Kind, f"{where}, « kind »"),
        one_of(given.get("order", Order.AFTER), Order, f"{where}, « order »"),
    )


def _application(value: Any, where: str) -> Application:
    optional = ("facts", "facts_at", "group", "together", "most", "confirmed")
    given = fields(value, where, ("key", "wishes"), optional)
    key = text(given["key"], where)
    where = f"Demande « {key} »"
    facts_at = given.get("facts_at", {})
    if not isinstance(facts_at, dict):
        raise BadFile(f"{where}, « facts_at » : un objet est attendu.")
    return Application(
        key,
        items(given["wishes"], f"{where}, vœux", _wish),
        _facts(given.get("facts", []), f"{where}, « facts »"),
        tuple((offer, _facts(facts, f"{where}, « facts_at »")) for offer, facts in facts_at.items()),
        text(given.get("group", ""), f"{where}, « group »", may_be_empty=True),
        truth(given.get("together", False), f"{where}, « together »"),
        whole(given.get("most", 1), f"{where}, « most »"),
        items(given.get("confirmed", []), f"{where}, « confirmed »", text),
    )


def _facts(value: Any, where: str) -> frozenset[str]:
    facts = items(value, where, text)
    if len(set(facts)) < len(facts):
        raise BadFile(f"{where} : le même critère est écrit deux fois.")
    return frozenset(facts)


def _wish(value: Any, where: str) -> Wish:
    given = fields(value, where, ("offers",), ("part_is_fine",))
    return Wish(
        items(given["offers"], f"{where}, « offers »", text),
        truth(given.get("part_is_fine", False), f"{where}, « part_is_fine »"),
    )
