"""What a council has before it when it votes rules: one A4 page, the four charts of the page, a sentence above each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from preau.foundation.design.templatetags.preau_design import long_date
from preau.foundation.pdf import typeset

from . import words
from .beside import places_of, rank_places
from .findings import Findings, Group, Told, read
from .models import RuleStudy

_TEMPLATE = Path(__file__).with_name("sheet.typ")
_INKS = {"A": 5, "B": 1, "C": 7, "D": 3}
"""The colours of the house that stand for each set of rules, on screen as on paper."""
_RANK_WIDTH = 7.4
"""Of a mark, of a hundred of the line of ranks, which is shorter: it has one column of numbers more."""


def write_pdf(study: RuleStudy) -> bytes:
    """PDF/UA-1, A4."""
    return typeset(_TEMPLATE, sheet_data(study, read(study.document)))


def sheet_data(study: RuleStudy, found: Findings) -> dict[str, Any]:
    reach = max([10, *(abs(gap) for group in found.groups for gap in group.gaps)])
    most = max([200, *(rank.middle for group in found.groups for rank in group.ranks if rank is not None)])
    return {
        "title": study.title,
        "town": study.commune.name,
        "lead": _lead(study, found),
        "verdict": _("Aucune règle n’est la meilleure pour tous : voici qui gagne et qui perd. Le conseil choisit."),
        "common": words.common_words(found),
        "sets": [_set(each, found) for each in found.every],
        "charts": [
            {"title": _("Qui a une place, qui a son premier vœu ?"), "said": words.served_sentence(found)},
            {"title": _("Quel vœu obtient-on ?"), "said": words.rank_sentence(found)},
            {"title": _("Qui gagne, qui perd ?"), "said": words.gap_sentence(found)},
            {"title": _("Jusqu’où descend-on dans ses vœux ?"), "said": words.mean_sentence(found)},
        ],
        "just": {"title": _("Y a-t-il des refus injustes ?"), "said": words.envy_sentence(found)},
        "groups": [
            {"name": str(words.FAMILIES[what]), "lines": [_group(each, reach, most) for each in groups]}
            for what, groups in found.families
        ],
        "has_ranks": found.has_ranks,
        "rank_ends": ["1", words.rank_words(most)],
        "words": {
            "served": _("Pour cent enfants. Plein : premier vœu ; clair : un autre vœu."),
            "ranks": _("Du plus foncé au plus clair : premier vœu, deuxième, troisième, plus loin, aucune place."),
            "gaps": _("Points d’enfants servis, plus ou moins qu’au premier arrivé."),
            "means": _(
                "Rang moyen du vœu obtenu par les enfants servis. À gauche, tous ont leur premier vœu. Cercle vide et "
                "« 1er » : premier arrivé."
            ),
            "come": _("1er"),
            "few": _("trop peu d’enfants : masqué"),
        },
        "foot": _("Étude du %(day)s, empreinte %(hash)s")
        % {"day": long_date(timezone.localdate(study.asked_at)), "hash": study.result_hash[:16]},
    }


def _lead(study: RuleStudy, found: Findings) -> str:
    count = {"n": found.children}
    if study.campaign:
        who = ngettext(
            "%(n)s enfant de la campagne « %(title)s »", "%(n)s enfants de la campagne « %(title)s »", found.children
        ) % {**count, "title": study.campaign.title}
    else:
        who = (
            ngettext("%(n)s enfant inventé : aucun n’existe", "%(n)s enfants inventés : aucun n’existe", found.children)
            % count
        )
    rest = _("%(seats)s places dans %(offers)s activités, %(draws)s tirages par règle.")
    return f"{who}. {rest % {'seats': found.seats, 'offers': found.offers, 'draws': found.draws}}"


def _set(told: Told, found: Findings) -> dict[str, Any]:
    share, first = told.served_share, told.first_share
    return {
        "letter": told.letter,
        "ink": _INKS.get(told.letter, 0),
        "name": words.name_of(told),
        "rules": words.own_words(told, found),
        "served": [share.low, share.middle, share.high],
        "first": [first.low, first.middle, first.high],
        "served_said": _("%(served)s servis, dont %(first)s sur leur premier vœu")
        % {"served": share.middle, "first": first.middle},
        "ranks": told.ranks,
    }


def _group(group: Group, reach: int, most: int) -> dict[str, Any]:
    middles = [None if rank is None else rank.middle for rank in group.ranks]
    return {
        "name": words.group_name(group),
        "gaps": list(group.gaps),
        "places": places_of(group.gaps, reach),
        "ranks": ["–" if rank is None else words.rank_words(rank) for rank in middles],
        "rank_places": rank_places(middles, most, _RANK_WIDTH),
    }
