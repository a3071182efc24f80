"""The tables beside the map: quarters, white areas, and each square in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from preau.surfaces.workspace.equity import words
from preau.surfaces.workspace.equity.measure import Picture, Quarter


@dataclass(frozen=True, slots=True)
class QuarterRow:
    """``ratio``: the share near against that of the town, 1 for the same; "" when nobody in town has anything.
    ``share`` None: too few children for a percentage, and nothing else is told of them.
    """

    quarter: Quarter
    share: int | None
    minutes: str
    seats: str
    week: str
    ratio: str


@dataclass(frozen=True, slots=True)
class SquareRow:
    """A square has no name: a quarter and a number in it, from the north-west. ``reason`` when it is hidden."""

    quarter: str
    number: int
    minutes: str = ""
    count: int = 0
    seats: str = ""
    is_white: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """Shares near, in percent, and seats for 100 children, before and after. Quarters with too few children are left
    out.
    """

    name: str
    before: int
    after: int
    seats_before: str
    seats_after: str

    @property
    def points(self) -> int:
        return self.after - self.before


def quarter_rows(picture: Picture) -> list[QuarterRow]:
    town = picture.near / picture.total if picture.total else 0.0
    return [
        QuarterRow(
            quarter=each,
            share=round(100 * each.share) if each.is_told else None,
            minutes=words.minutes(each.minutes) if each.is_told else "",
            seats=words.number(each.seats) if each.is_told else "",
            week=words.number(each.week) if each.is_told and each.week is not None else "",
            ratio=words.number(each.share / town) if each.is_told and town else "",
        )
        for each in picture.quarters
    ]


def change_rows(before: Picture, after: Picture) -> list[ChangeRow]:
    then = {each.name: each for each in after.quarters}
    return [
        ChangeRow(
            each.name,
            round(100 * each.share),
            round(100 * then[each.name].share),
            words.number(each.seats),
            words.number(then[each.name].seats),
        )
        for each in before.quarters
        if each.is_told
    ]


def square_rows(picture: Picture) -> list[SquareRow]:
    """By quarter, then from the north-west."""
    found = list(_squares(picture))
    return sorted(found, key=lambda row: (row.quarter, row.number))


def _squares(picture: Picture) -> Iterator[SquareRow]:
    squares, seen, counted = picture.squares, picture.seen, dict[int, int]()
    for number, quarter in enumerate(squares.quarters.tolist()):
        counted[quarter] = counted.get(quarter, 0) + 1
        name = squares.names[quarter]
        if squares.shown.is_hidden[number]:
            yield SquareRow(name, counted[quarter], reason=_reason(picture, number))
            continue
        yield SquareRow(
            quarter=name,
            number=counted[quarter],
            minutes=words.minutes(float(seen.nearest[number])),
            count=int(seen.count[number]),
            seats=words.number(100 * float(seen.access[number])),
            is_white=bool(picture.is_white[number]),
        )


def _reason(picture: Picture, number: int) -> str:
    """Which of the two is too few is not told: it would say that the other is not."""
    shown = picture.squares.shown
    return _("valeur approchée par l’INSEE") if shown.is_imputed[number] else _("trop peu d’enfants ou de ménages")
