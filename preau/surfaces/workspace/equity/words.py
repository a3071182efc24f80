"""The answer in a sentence, and figures as people say them."""

from __future__ import annotations

import math
from collections.abc import Mapping

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from preau.offer.finding.entries import Place
from preau.offer.finding.vocabulary import DOMAINS
from preau.surfaces.workspace.equity.measure import FARTHEST, Picture
from preau.surfaces.workspace.equity.offers import Offer
from preau.surfaces.workspace.equity.question import BICYCLE, Question
from preau.town.areas.models import GridCell
from preau.town.calendar.wording import hour, weekday_name


def number(value: float) -> str:
    """One decimal under ten when there is one to tell: « 3,3 », « 15 »."""
    rounded = round(value, 1)
    return number_format(rounded if rounded < 10 and rounded != int(rounded) else round(value), force_grouping=True)


def minutes(value: float) -> str:
    """Whole minutes: « 12 min », « plus d’une heure »."""
    if not value <= FARTHEST:
        return _("plus d’une heure")
    return _("%(minutes)d min") % {"minutes": max(1, math.ceil(value - 0.01))}


def answer(picture: Picture) -> str:
    """« 7 enfants de 8 ans sur 10 atteignent au moins une activité en 15 minutes à pied, le mercredi vers 14 h »."""
    question = picture.measured.question
    facts = {"children": children(question), "reach": reach_words(question), "when": when(question)}
    if not picture.is_told:
        return _("Trop peu d’enfants de cet âge pour que la carte en parle")
    if not picture.near:
        return _("Aucun des %(children)s n’atteint d’activité %(reach)s, %(when)s") % facts
    if picture.near == picture.total:
        return _("Tous les %(children)s atteignent au moins une activité %(reach)s, %(when)s") % facts
    tenths = round(10 * picture.near / picture.total)
    if tenths in (0, 10):
        who = _("Presque tous les %(children)s atteignent") if tenths else _("Presque aucun des %(children)s n’atteint")
        return _("%(who)s au moins une activité %(reach)s, %(when)s") % {**facts, "who": who % facts}
    sentence = ngettext(
        "%(tenths)d des %(children)s sur 10 atteint au moins une activité %(reach)s, %(when)s",
        "%(tenths)d %(children)s sur 10 atteignent au moins une activité %(reach)s, %(when)s",
        tenths,
    )
    return sentence % {**facts, "tenths": tenths}


def children(question: Question) -> str:
    """« enfants de 8 ans »."""
    if question.age == 0:
        return _("enfants de moins d’un an")
    return ngettext("enfants de %(age)d an", "enfants de %(age)d ans", question.age) % {"age": question.age}


def band(question: Question) -> str:
    """« 6-10 ans »: what squares count."""
    return str(GridCell._meta.get_field(question.band).verbose_name)  # type: ignore[union-attr]


def reach_words(question: Question) -> str:
    facts = {"minutes": question.minutes}
    if question.mode == BICYCLE:
        return _("en %(minutes)d minutes à vélo") % facts
    return _("en %(minutes)d minutes à pied") % facts


def when(question: Question) -> str:
    facts = {"day": weekday_name(question.weekday), "hour": question.hour}
    return _("le %(day)s vers %(hour)d h") % facts if question.hour is not None else _("le %(day)s") % facts


def filters(question: Question) -> list[str]:
    """What the activities have to be, in words; empty for all of them."""
    found = []
    if question.domain:
        found.append(str(DOMAINS[question.domain]))
    if question.is_adapted:
        found.append(_("adaptées au handicap"))
    if question.price is not None:
        found.append(price_words(question))
    return found


def price_words(question: Question) -> str:
    facts = {"price": question.price, "quotient": number(question.quotient)}
    if not question.price:
        return _("gratuites avec un quotient de %(quotient)s €") % facts
    return _("à %(price)d € la séance au plus avec un quotient de %(quotient)s €") % facts


def offer_name(offer: Offer, place: str) -> str:
    facts = {"title": offer.title, "day": weekday_name(offer.weekday), "hour": hour(offer.starts_at), "place": place}
    return _("%(title)s, %(day)s à %(hour)s, %(place)s") % facts


def move(offer: Offer | None, places: Mapping[int, Place], site: int | None) -> str:
    """« Judo, mercredi à 14 h : du Gymnase du Port à l’École des Tilleuls »."""
    goal = places[site].name if site is not None else ""
    if offer is None:
        return _("Une nouvelle séance : %(place)s") % {"place": goal}
    name = offer_name(offer, places[offer.site].name)
    if not goal:
        return _("%(session)s : elle s’arrêterait") % {"session": name}
    return _("%(session)s → %(place)s") % {"session": name, "place": goal}


def spread_sentence(picture: Picture) -> str:
    """What the worst served fifth has; empty when there is nothing to share, or too few to share it."""
    if picture.spread is None or not picture.is_told:
        return ""
    held = picture.spread.held_by(0.2)
    return _("Le cinquième des enfants les moins bien servis a %(held)d %% des places à portée.") % {
        "held": round(100 * held)
    }


def parts_sentence(picture: Picture) -> str:
    if picture.parts is None or picture.parts.whole < 1e-9 or not picture.is_told:
        return ""
    share = round(100 * picture.parts.share_between)
    if share >= 50:
        return _("L’écart est surtout entre quartiers (%(share)d %%).") % {"share": share}
    return _("L’écart est surtout à l’intérieur des quartiers (%(share)d %%).") % {"share": 100 - share}


def map_title(picture: Picture, measure: str) -> str:
    facts = {"children": children(picture.measured.question), "when": when(picture.measured.question)}
    if measure == "places":
        return _("Places à portée des %(children)s, %(when)s") % facts
    return _("Temps jusqu’à l’activité la plus proche pour les %(children)s, %(when)s") % facts


def map_text(picture: Picture) -> str:
    """What the picture shows, for whoever does not see it."""
    facts = {
        "squares": len(picture.squares.outlines),
        "white": int(picture.is_white.sum()),
        "hidden": int(picture.squares.shown.is_hidden.sum()),
    }
    return (
        _(
            "%(squares)d carrés de 200 m. %(white)d sont des zones blanches, marquées d’une croix. %(hidden)d sont "
            "hachurés : trop peu d’enfants pour être montrés. Les points sont les lieux d’activité. Le tableau des "
            "quartiers et la liste des carrés disent les mêmes valeurs."
        )
        % facts
    )


def change_sentence(before: Picture, after: Picture) -> str:
    """Who gains and who loses, by fives; the squares that are hidden are in neither."""
    gained = int(before.children[after.is_near & ~before.is_near].sum())
    lost = int(before.children[before.is_near & ~after.is_near].sum())
    facts = {"gained": number(gained), "lost": number(lost), "reach": reach_words(before.measured.question)}
    if gained and lost:
        return (
            _(
                "Environ %(gained)s enfants de plus auraient une activité %(reach)s, "
                "et environ %(lost)s n’en auraient plus"
            )
            % facts
        )
    if gained:
        return _("Environ %(gained)s enfants de plus auraient une activité %(reach)s") % facts
    if lost:
        return _("Environ %(lost)s enfants n’auraient plus d’activité %(reach)s") % facts
    return _("Aucun enfant ne gagnerait ni ne perdrait d’activité %(reach)s") % facts
