"""Words that are filters: « judo mercredi 7 ans gratuit » asks for judo, on a day, at an age, at a price."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from preau.foundation.text.search import folded

from .selection import FREE, OLDEST, Selection
from .vocabulary import DAYS
from .words import EMPTY, tokens

type Meant = dict[str, object]
"""Filter → value, tuples for those that have several."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood: the filters, and the words that are left to be searched."""

    selection: Selection
    names: tuple[str, ...]
    """Filters that come from words."""


def understood(asked: Selection) -> Reading:
    """The same selection with the filters that its words name. What was chosen with a filter is never overruled."""
    if asked.literal or not asked.query:
        return Reading(asked, ())
    typed = " ".join(asked.query.replace("€", " euros").split())
    meant: Meant = {}
    left = f" {folded(typed)} "
    for pattern, means in _MEANINGS:
        left, meant = _taken(pattern, means, left, meant)
    chosen = {
        name: value for name, value in meant.items() if not getattr(asked, name) and value != getattr(asked, name)
    }
    if not meant:
        return Reading(asked, ())
    return Reading(replace(asked, query=_kept(typed, left), **chosen), tuple(chosen))  # type: ignore[arg-type]


def _taken(
    pattern: re.Pattern[str], means: Callable[[re.Match[str]], Meant], left: str, meant: Meant
) -> tuple[str, Meant]:
    def take(found: re.Match[str]) -> str:
        for name, value in means(found).items():
            if isinstance(value, tuple):
                before = meant.get(name, ())
                value = tuple(dict.fromkeys((*before, *value)))  # type: ignore[misc]
            meant[name] = value
        return " "

    return pattern.sub(take, left), meant


def _kept(query: str, left: str) -> str:
    """The words of the query that were not taken, as they were typed."""
    remaining = left.split()
    kept = []
    for word in query.split():
        if remaining and folded(word) == remaining[0]:
            kept.append(word)
            remaining.pop(0)
    words = kept if not remaining else left.split()
    return " ".join(words) if any(set(tokens(word)) - EMPTY for word in words) else ""


def _says(**meant: object) -> Callable[[re.Match[str]], Meant]:
    return lambda _: dict(meant)


def _age(found: re.Match[str]) -> Meant:
    age = int(found[1])
    return {"age": age} if age <= OLDEST else {}


def _months(found: re.Match[str]) -> Meant:
    return {"age": min(int(found[1]) // 12, OLDEST)}


def _price(found: re.Match[str]) -> Meant:
    return {"price": max(int(found[1]), 1)}


def _day(name: str) -> tuple[re.Pattern[str], Callable[[re.Match[str]], Meant]]:
    return _words(f"(?:le |les |tous les |ce )?{name}s?"), _says(days=(name,))


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z0-9-])(?:{pattern})(?![a-z0-9-])")


_FOR = "a |au |en |la |les |pour |avec un |avec |mon |ma |mes |situation de |un |une "
_MEANINGS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Meant]], ...] = (
    (_words(r"(?:de |a |pour |mon enfant de |pour mon enfant de )?(\d{1,2}) ?ans?"), _age),
    (_words(r"(?:de |a )?(\d{1,2}) ?mois"), _months),
    (_words(r"(?:a )?(?:moins|maximum|max) de (\d{1,3}) ?euros??"), _price),
    (_words(r"(?:a )?(\d{1,3}) ?euros?(?: maxi(?:mum)?)?"), _price),
    (_words(r"gratuite?s?(?:ment)?|sans payer|a 0 ?euros?"), _says(price=FREE)),
    (_words(r"pas (?:trop )?chere?s?|petit prix|bon marche"), _says(price=5)),
    (_words(r"sans (?:inscription|reservation|s'inscrire|reserver)"), _says(extras=("sans-inscription",))),
    (_words(r"(?:seances? )?(?:d'essai|d'essais|decouverte)|essai gratuit|pour essayer"), _says(extras=("essai",))),
    (_words(r"(?:ouverte?s? )?maintenant|en ce moment|tout de suite"), _says(extras=("maintenant",))),
    (_words(r"aujourd'hui"), _says(extras=("aujourdhui",))),
    (_words(r"ce soir"), _says(extras=("aujourdhui",), moments=("soir",))),
    (_words(r"cette semaine"), _says(extras=("cette-semaine",))),
    (_words(r"(?:le |ce )?week-?end|fin de semaine"), _says(days=("samedi", "dimanche"))),
    *(_day(name) for name in DAYS),
    (_words(r"(?:le |l'|en )?(?:matins?|matinee)"), _says(moments=("matin",))),
    (_words(r"(?:l'|en )?apres[ -]midi"), _says(moments=("apres-midi",))),
    (_words(r"(?:le |en )?(?:soirs?|soiree)|apres (?:l'ecole|la classe|le travail)"), _says(moments=("soir",))),
    (
        _words(r"(?:pendant |pour |durant )?(?:les |aux )?(?:petites |grandes )?vacances(?: scolaires)?"
               r"(?: d(?:e la|e|'|u) ?(?:toussaint|noel|hiver|fevrier|printemps|paques|ete|avril))?"),
        _says(periods=("vacances",)),
    ),
    (_words(rf"(?:{_FOR})*(?:handicape?e?s?|handi|inclusi(?:f|ve)s?)"), _says(needs=("adapte",))),
    (_words(r"autis(?:me|tes?)|tsa|tdah|dys|trisomi(?:e|que)s?"), _says(needs=("adapte",))),
    (_words(r"(?:en )?fauteuils?(?: roulants?)?|mobilite reduite|pmr"), _says(needs=("sans-marche",))),
    (_words(r"sans (?:marche|escalier)s?"), _says(needs=("sans-marche",))),
    (_words(r"sourde?s?|malentendante?s?|lsf|langue des signes"), _says(needs=("langue-des-signes",))),
    (_words(r"aveugles?|malvoyante?s?"), _says(needs=("decrit",))),
    (_words(r"pictogrammes?|pictos?"), _says(needs=("pictogrammes",))),
    (_words(r"falc|facile a lire"), _says(needs=("facile-a-lire",))),
    (_words(r"(?:au |endroit )?calme|sans bruit|peu de bruit|hypersensibles?"), _says(needs=("calme",))),
    (_words(r"petits? groupes?"), _says(needs=("petit-groupe",))),
    (_words(r"(?:avec un )?accompagna(?:teur|nt)s?(?: gratuit)?|aesh"), _says(needs=("accompagnant",))),
    (_words(rf"(?:{_FOR})*(?:ados?|adolescente?s?)"), _says(publics=("jeunes",))),
    (_words(rf"(?:{_FOR})*(?:bebes?|tout[- ]petits?|nourrissons?)"), _says(age=2)),
    (_words(rf"(?:{_FOR})*maternelle"), _says(age=4)),
    (_words(rf"(?:{_FOR})*familles?|avec (?:mes|les|nos) parents|parents?[ -]enfants?"), _says(publics=("familles",))),
    (_words(rf"(?:{_FOR})*(?:college|collegien(?:ne)?s?)"), _says(age=12)),
    (_words(rf"(?:{_FOR})*(?:lycee|lyceen(?:ne)?s?)"), _says(age=16)),
    (_words(r"pour (?:les |ma |une |nos )classes?|sorties? scolaires?|enseignante?s?"), _says(publics=("classes",))),
)  # fmt: skip
"""Tried in this order on folded text; each takes its words out of the query."""
