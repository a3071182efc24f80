"""The page of wishes as it is drawn: the lines in order, what may be added, and which lines meet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from preau.offer.enrolment.timetable import meet, spans_of

from .models import Application, Bundle, CampaignOffer
from .ordering import Lines
from .problem import offers_of
from .wishing import never


@dataclass(frozen=True, slots=True)
class Choice:
    """An offer, or a bundle of offers. ``why_not``: this child could never have a place there."""

    word: str
    title: str
    label: str
    offers: tuple[CampaignOffer, ...]
    why_not: str = ""

    @property
    def is_bundle(self) -> bool:
        return self.word.startswith("b")

    @property
    def seats(self) -> int:
        return min(offer.seats for offer in self.offers)

    @property
    def site(self) -> object:
        return self.offers[0].unit.activity.site


@dataclass(frozen=True, slots=True)
class Line:
    """``meets``: ranks of the other wishes that are at the same time."""

    rank: int
    choice: Choice
    meets: tuple[int, ...]
    part_is_fine: bool
    is_first: bool
    is_last: bool


def choices_for(application: Application) -> dict[str, Choice]:
    """By word. Offers by title, then bundles. A fixed number of queries, however many offers there are."""
    offers = {each.pk: each for each in offers_of(application.campaign)}
    said = {pk: never(application.child, each.unit) for pk, each in offers.items()}
    ordered = sorted(offers.values(), key=lambda each: (each.unit.activity.title, each.unit.label, each.pk))
    found = {f"o{each.pk}": _offer(each, said[each.pk]) for each in ordered}
    for bundle in Bundle.objects.filter(campaign=application.campaign).prefetch_related("offers"):
        inside = tuple(offers[each.pk] for each in bundle.offers.all() if each.pk in offers)
        if inside:
            why = next((said[each.pk] for each in inside if said[each.pk]), "")
            names = " + ".join(f"{each.unit.activity.title}, {each.unit.label}" for each in inside)
            found[f"b{bundle.pk}"] = Choice(f"b{bundle.pk}", bundle.label, names, inside, why)
    return found


def drawn(lines: Lines, choices: dict[str, Choice], parts: Iterable[str], travel: int) -> list[Line]:
    known = [choices[word] for word in lines if word in choices]
    fine = set(parts)
    return [
        Line(
            rank=rank,
            choice=choice,
            meets=tuple(n for n, other in enumerate(known, 1) if n != rank and _meet(choice, other, travel)),
            part_is_fine=choice.word in fine,
            is_first=rank == 1,
            is_last=rank == len(known),
        )
        for rank, choice in enumerate(known, 1)
    ]


def _offer(offer: CampaignOffer, why: str) -> Choice:
    return Choice(f"o{offer.pk}", offer.unit.activity.title, offer.unit.label, (offer,), why)


def _meet(one: Choice, other: Choice, travel: int) -> bool:
    return any(
        meet(mine, theirs, travel=0 if _same_place(a, b) else travel)
        for a, b in _pairs(one.offers, other.offers)
        for mine in spans_of(a.unit)
        for theirs in spans_of(b.unit)
    )


def _pairs(ones: Sequence[CampaignOffer], others: Sequence[CampaignOffer]) -> list[tuple[CampaignOffer, CampaignOffer]]:
    return [(a, b) for a in ones for b in others if a.pk != b.pk]


def _same_place(one: CampaignOffer, other: CampaignOffer) -> bool:
    return one.unit.activity.site_id == other.unit.activity.site_id
