"""Groups and gaps as people say them."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from preau.foundation.schoolyears import first_day, last_day
from preau.observatory.disclosure import Figure
from preau.observatory.missing.counting import AREA, GIRLS, MEANS, NOWHERE, SEX, SEXES, STAGE
from preau.observatory.missing.reading import Line, Told
from preau.observatory.missing.rules.expected import Found, Seen, Side
from preau.offer.outreach.groups import Means, Stage

SIDES = {
    Side.LESS: gettext_lazy("moins vus"),
    Side.ALIKE: gettext_lazy("comme la ville"),
    Side.MORE: gettext_lazy("plus vus"),
}

MEANS_SAID = {
    Means.LOW: gettext_lazy("dont le quotient est sous 600 €"),
    Means.MIDDLE: gettext_lazy("dont le quotient va de 600 à 1 199 €"),
    Means.HIGH: gettext_lazy("dont le quotient est de 1 200 € et plus"),
    Means.UNKNOWN: gettext_lazy("dont le quotient est inconnu"),
}


def cell(name: str, value: str, quarters: Mapping[str, str]) -> str:
    """A group in one column of the table: « Les Quais », « 6 à 10 ans », « filles », « quotient inconnu »."""
    if name == AREA:
        return _("Toute la ville") if value == NOWHERE else quarters.get(value, value)
    if name == STAGE:
        return str(Stage(value).label)
    return str(SEXES[value] if name == SEX else Means(value).label)


def who(told: Mapping[str, str], quarters: Mapping[str, str]) -> str:
    """« Les filles de 11 à 17 ans du quartier Les Quais »."""
    people = _("Les enfants") if SEX not in told else _("Les filles") if told[SEX] == GIRLS else _("Les garçons")
    parts = [people]
    if STAGE in told:
        parts.append(_("de %(ages)s") % {"ages": Stage(told[STAGE]).label})
    if told.get(AREA, NOWHERE) != NOWHERE:
        parts.append(_("du quartier %(quarter)s") % {"quarter": quarters.get(told[AREA], told[AREA])})
    said = " ".join(parts)
    return f"{said} {MEANS_SAID[Means(told[MEANS])]}" if MEANS in told else said


def answer(found: Found[Line] | None, quarters: Mapping[str, str]) -> str:
    if found is None:
        return _("Aucun groupe d’enfants n’est nettement moins vu que les autres")
    facts = {
        "who": who(found.key.told, quarters),
        "came": number(found.seen.came),
        "expected": number(found.seen.expected),
    }
    if found.is_sure:
        return _("%(who)s : on en voit %(came)s, on en attendrait %(expected)s") % facts
    return _("Une piste : %(who)s. On en voit %(came)s, on en attendrait %(expected)s") % {
        **facts,
        "who": facts["who"][0].lower() + facts["who"][1:],
    }


def certainty(found: Found[Line]) -> str:
    if found.is_sure:
        text = ngettext(
            "%(count)d groupe a été comparé ; le hasard seul n’explique pas cet écart.",
            "%(count)d groupes ont été comparés ; le hasard seul n’explique pas cet écart.",
            found.among,
        )
    else:
        text = ngettext(
            "%(count)d groupe a été comparé, et un tel écart peut venir du hasard : à vérifier avant de conclure.",
            "%(count)d groupes ont été comparés, et sur autant de groupes un tel écart peut venir du hasard : "
            "à vérifier avant de conclure.",
            found.among,
        )
    return text % {"count": found.among}


def lead(told: Told) -> str:
    town = told.town
    if town.children.value is None or town.came.value is None:
        return _("La ville connaît trop peu d’enfants pour que cette page en parle.")
    facts = {"children": number(town.children.value), "came": number(town.came.value), "span": span(told)}
    return (
        _("%(span)s, la ville a vu %(came)s des %(children)s enfants de 3 à 17 ans dont elle connaît le foyer.") % facts
    )


def span(told: Told) -> str:
    first = first_day(told.year)
    if told.until == last_day(told.year):
        return _("De septembre %(first)d à août %(last)d") % {"first": first.year, "last": first.year + 1}
    return _("Du 1er septembre au %(day)s") % {"day": day(told)}


def day(told: Told) -> str:
    return date_format(told.until, "j F Y")


def number(value: float) -> str:
    return number_format(round(value), force_grouping=True)


def figure(told: Figure) -> str:
    return _("masqué") if told.value is None else number(told.value)


def times(value: float) -> str:
    """Two decimals: « 0,96 » is not the town."""
    return number_format(round(value, 2), decimal_pos=2).replace("-", "−")


def ratio(seen: Seen) -> str:
    """« × 0,6 (entre 0,5 et 0,8) »."""
    told = _("× %(ratio)s") % {"ratio": times(seen.ratio.ratio)}
    if seen.ratio.low is None or seen.ratio.high is None:
        return told
    facts = {"told": told, "low": times(seen.ratio.low), "high": times(seen.ratio.high)}
    return _("%(told)s (entre %(low)s et %(high)s)") % facts
