"""What ``preau allocation compare`` says: a table to read, or the same as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from preau.offer.allocation import Contrast
    from preau.offer.allocation.compare import Balance, Interval

_CRITERIA = {
    "siblings yes": "demandent avec un frère ou une sœur",
    "siblings no": "demandent seuls",
}


def as_table(found: Contrast, names: tuple[str, str], draws: int) -> str:
    """Numbers of children over the draws: the middle one, and between which two are nine draws in ten."""
    first, second = found.first, found.second
    rows = [
        ("", *names),
        ("Enfants servis", *(_said(each.served) for each in (first, second))),
        ("… sur leur premier vœu", *(_said(each.first_wish) for each in (first, second))),
        ("Rang moyen obtenu", *(_rank(each.mean_rank) for each in (first, second))),
        ("Refus injustes", *(_said(each.envy) for each in (first, second))),
        ("… devant une place vide", *(_said(each.empty) for each in (first, second))),
    ]
    moves = [("", "y gagnent", "y perdent"), ("Tous les enfants", _said(found.better), _said(found.worse))]
    moves += [
        (f"… qui {_group(group)} ({first.of[group]})", _said(found.better_by[group]), _said(found.worse_by[group]))
        for group in found.better_by
    ]
    return "\n".join(
        [
            f"{first.children} enfants, {draws} tirages, les mêmes pour les deux règles.",
            "",
            *_aligned(rows),
            "",
            f"Avec « {names[1]} » plutôt qu’avec « {names[0]} » :",
            *_aligned(moves),
            "",
            "Au milieu, le tirage du milieu ; entre parenthèses, neuf tirages sur dix.",
            "",
        ]
    )


def as_json(found: Contrast, names: tuple[str, str], draws: int, seed: str) -> str:
    groups = [
        {"group": list(group), "of": found.first.of[group], "better": _three(found.better_by[group]),
         "worse": _three(found.worse_by[group])}
        for group in found.better_by
    ]  # fmt: skip
    told = {
        "children": found.first.children,
        "draws": draws,
        "seed": seed,
        "rules": [_balance(name, each) for name, each in zip(names, (found.first, found.second), strict=True)],
        "better": _three(found.better),
        "worse": _three(found.worse),
        "groups": groups,
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _balance(name: str, told: Balance) -> dict[str, Any]:
    return {
        "name": name,
        "served": _three(told.served),
        "first_wish": _three(told.first_wish),
        "mean_rank_hundredths": _three(told.mean_rank),
        "ranks": {str(rank): _three(each) for rank, each in told.ranks.items()},
        "unfair_refusals": _three(told.envy),
        "wasted_seats": _three(told.empty),
    }


def _three(told: Interval) -> list[int]:
    return [told.low, told.middle, told.high]


def _said(told: Interval) -> str:
    return str(told.middle) if told.low == told.high else f"{told.middle} ({told.low}–{told.high})"


def _rank(told: Interval) -> str:
    low, middle, high = (f"{each / 100:.2f}".replace(".", ",") for each in _three(told))
    return middle if low == high else f"{middle} ({low}–{high})"


def _group(group: tuple[str, str]) -> str:
    what, which = group
    if words := _CRITERIA.get(f"{what} {which}"):
        return words
    return f"tiennent « {what} »" if which == "yes" else f"ne tiennent pas « {what} »"


def _aligned(rows: Sequence[tuple[str, ...]]) -> list[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    told = []
    for first, *others in rows:
        cells = [cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True)]
        told.append("  ".join(["", first.ljust(widths[0]), *cells]))
    return told
