"""What makes a problem impossible to allocate, told in one sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from . import criteria
from .clashes import overlap
from .errors import BadFile
from .problem import Application, Offer, Problem, Rules, Wish

MOST_SEATS = 1_000_000
DAY = 24 * 60


def check(problem: Problem) -> None:
    """Raises BadFile."""
    _once([each.key for each in problem.offers], "L’offre « {} » est donnée deux fois.")
    _once([each.key for each in problem.applications], "La demande « {} » est donnée deux fois.")
    _rules(problem.rules)
    for offer in problem.offers:
        _offer(offer)
    _applications(problem)


def _once(keys: Iterable[str], sentence: str) -> None:
    seen = set()
    for key in keys:
        if key in seen:
            raise BadFile(sentence.format(key))
        seen.add(key)


def _criterion(code: str, where: str) -> None:
    if why := criteria.refusal(code):
        raise BadFile(f"{where} : le critère « {code} » n’est pas accepté, {why}.")


def _rules(rules: Rules) -> None:
    for place, needed in enumerate(rules.classes, 1):
        for code in needed:
            _criterion(code, f"Classe {place}")
        if len(set(needed)) < len(needed):
            raise BadFile(f"La classe {place} cite deux fois le même critère.")
        if any(set(before) <= set(needed) for before in rules.classes[: place - 1]):
            raise BadFile(f"Aucun enfant ne peut être de la classe {place} : une classe d’avant prend les mêmes.")
    pairs = [tuple(sorted((start, end))) for start, end, _ in rules.travel]
    if len(set(pairs)) < len(pairs):
        raise BadFile("Le trajet entre deux mêmes lieux est donné deux fois.")
    if any(not 0 <= minutes <= DAY for minutes in (rules.travel_minutes, *(each[2] for each in rules.travel))):
        raise BadFile("Un trajet dure entre 0 et 1440 minutes.")


def _offer(offer: Offer) -> None:
    name = f"Offre « {offer.key} »"
    if not 0 <= offer.seats <= MOST_SEATS:
        raise BadFile(f"{name} : le nombre de places va de 0 à {MOST_SEATS}.")
    for reserve in offer.reserves:
        _criterion(reserve.criterion, name)
        if reserve.seats < 0:
            raise BadFile(f"{name} : une réserve ne peut pas avoir moins de 0 place.")
    if (reserved := sum(reserve.seats for reserve in offer.reserves)) > offer.seats:
        raise BadFile(f"{name} : {reserved} places réservées pour {offer.seats} places en tout.")
    for span in offer.spans:
        if not 0 <= span.start < span.end <= DAY:
            raise BadFile(f"{name} : un horaire commence avant de finir, entre 0 et 1440 minutes.")


def _applications(problem: Problem) -> None:
    offers = {offer.key: offer for offer in problem.offers}
    keys = {application.key for application in problem.applications}
    together: dict[str, bool] = {}
    confirmed: Counter[str] = Counter()
    for application in problem.applications:
        name = f"Demande « {application.key} »"
        if application.most < 1:
            raise BadFile(f"{name} : le nombre d’activités souhaitées est au moins 1.")
        for code in application.facts:
            _criterion(code, name)
        _facts_at(application, offers, name)
        _wishes(application, offers, problem.rules, name)
        if application.group in keys:
            raise BadFile(f"{name} : la fratrie « {application.group} » porte le nom d’une demande.")
        if together.setdefault(application.group, application.together) != application.together and application.group:
            raise BadFile(f"La fratrie « {application.group} » demande et ne demande pas à être ensemble.")
        confirmed.update(application.confirmed)
    for key, count in sorted(confirmed.items()):
        if count > offers[key].seats:
            raise BadFile(f"Offre « {key} » : {count} places confirmées pour {offers[key].seats} places.")


def _facts_at(application: Application, offers: dict[str, Offer], name: str) -> None:
    _once([offer for offer, _ in application.facts_at], name + " : l’offre « {} » a deux fois ses critères.")
    for offer, codes in application.facts_at:
        if offer not in offers:
            raise BadFile(f"{name} : l’offre « {offer} » n’existe pas.")
        for code in codes:
            _criterion(code, name)


def _wishes(application: Application, offers: dict[str, Offer], rules: Rules, name: str) -> None:
    seen: set[frozenset[str]] = set()
    for rank, wish in enumerate(application.wishes, 1):
        _wish(wish, offers, rules, f"{name}, vœu {rank}")
        if frozenset(wish.offers) in seen:
            raise BadFile(f"{name}, vœu {rank} : ce vœu est déjà écrit plus haut.")
        seen.add(frozenset(wish.offers))
    _once(application.confirmed, name + " : la place « {} » est confirmée deux fois.")
    for offer in application.confirmed:
        if not any(_can_confirm(wish, application) for wish in application.wishes if offer in wish.offers):
            raise BadFile(f"{name} : la place confirmée « {offer} » n’est pas parmi les vœux.")


def _can_confirm(wish: Wish, application: Application) -> bool:
    return wish.part_is_fine or set(wish.offers) <= set(application.confirmed)


def _wish(wish: Wish, offers: dict[str, Offer], rules: Rules, name: str) -> None:
    if not wish.offers:
        raise BadFile(f"{name} : aucune offre n’est demandée.")
    for offer in wish.offers:
        if offer not in offers:
            raise BadFile(f"{name} : l’offre « {offer} » n’existe pas.")
    if len(wish.offers) == 1:
        return
    if len(set(wish.offers)) < len(wish.offers):
        raise BadFile(f"{name} : la même offre est demandée deux fois.")
    for place, one in enumerate(wish.offers):
        for other in wish.offers[place + 1 :]:
            if overlap(offers[one], offers[other], rules):
                raise BadFile(
                    f"{name} : « {one} » et « {other} » ont lieu en même temps, ou trop loin l’une de l’autre."
                )
