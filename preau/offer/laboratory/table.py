"""The tables of a study, as a French spreadsheet program opens them."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from preau.foundation.tables.french import french_csv

from .findings import Findings, Group, Range
from .words import FAMILIES, group_name, name_of, rank_words


def write_csv(found: Findings) -> bytes:
    """Semicolons, UTF-8 with its mark; one table under the other, a blank line between."""
    return french_csv([*_rules(found), [], *_groups(found)])


def _rules(found: Findings) -> Iterator[list[object]]:
    yield [
        _("Règles"),
        *_spread(_("Enfants servis")),
        *_spread(_("Premier vœu")),
        _("Vœu moyen obtenu"),
        _("Refus injustes"),
        _("Refus devant une place vide"),
    ]
    for each in found.every:
        spread = (*_cells(each.served), *_cells(each.first))
        yield [name_of(each), *spread, str(each.mean_rank).replace(".", ","), each.envy.high, each.empty.high]


def _spread(name: str) -> list[str]:
    return [f"{name} ({when})" for when in (_("au milieu"), _("5 tirages sur 100 font moins"), _("5 font plus"))]


def _cells(found: Range) -> tuple[int, int, int]:
    return found.middle, found.low, found.high


def _groups(found: Findings) -> Iterator[list[object]]:
    served, first = _("%(rules)s : servis sur cent"), _("%(rules)s : premier vœu sur cent")
    names = [name_of(each) for each in found.every]
    heads = [words % {"rules": name} for words in (served, first) for name in names]
    ranks = [
        words % {"rules": name}
        for name in names
        for words in (_("%(rules)s : rang moyen obtenu"), _("%(rules)s : de"), _("%(rules)s : à"))
    ]
    yield [_("Groupe"), _("Enfants"), *heads, *ranks]
    for what, groups in found.families:
        for each in groups:
            of: object = each.of if each.of is not None else _("masqué")
            shares: list[object] = [""] * len(heads)
            if each.served is not None and each.first is not None and each.first_come is not None:
                shares = [*each.served, each.first_come[0], *each.first, each.first_come[1]]
            yield [f"{FAMILIES[what]} : {group_name(each)}", of, *shares, *_means(each, len(names))]


def _means(group: Group, count: int) -> list[str]:
    """Of each set of rules: the middle, and between which two are nine draws in ten."""
    told: list[str] = []
    for rank in group.ranks or (None,) * count:
        told += [rank_words(each) for each in _cells(rank)] if rank else ["", "", ""]
    return told
