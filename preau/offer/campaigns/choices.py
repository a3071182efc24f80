"""The page of wishes as it is drawn: the lines in order, what may be added, and which lines meet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from preau.offer.enrolment.asking import Request
from preau.offer.enrolment.quoting import Told, prices
from preau.offer.enrolment.timetable import meet, spans_of
from preau.people.accounts.hand import Hand
from preau.people.households.enums import Channel

from .models import Application, Bundle, CampaignOffer
from .ordering import Lines
from .problem import offers_of
from .wishing import never


@dataclass(frozen=True, slots=True)
class Choice:
    """An offer, or a bundle of offers. ``why_not``: this child could never have a place there.

    ``prices``: one by offer, for the home that asks; none for whoever may not know what that home pays.
    """

    word: str
    title: str
    label: str
    offers: tuple[CampaignOffer, ...]
    why_not: str = ""
    prices: tuple[Told, ...] = ()

    @property
    def is_bundle(self) -> bool:
        return self.word.startswith("b")

    @property
    def seats(self) -> int:
        return min(offer.seats for offer in self.offers)

    @property
    def cents(self) -> int | None:
        """Of all of it; None when one of the prices is told in words."""
        each = [told.cents for told in self.prices]
        return sum(cents or 0 for cents in each) if each and None not in each else None

    @property
    def per(self) -> str:
        return self.prices[0].unit if self.prices else ""

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


def choices_for(application: Application, hand: Hand, *, sees_price: bool) -> dict[str, Choice]:
    """By word. Offers by title, then bundles. The number of queries does not follow that of the offers."""
    offers = {each.pk: each for each in offers_of(application.campaign)}
    said = {pk: never(application.child, each.unit) for pk, each in offers.items()}
    ordered = sorted(offers.values(), key=lambda each: (each.unit.activity.title, each.unit.label, each.pk))
    told = _prices(application, ordered, hand) if sees_price else {}
    found = {f"o{each.pk}": _offer(each, said[each.pk], told) for each in ordered}
    for bundle in Bundle.objects.filter(campaign=application.campaign).prefetch_related("offers"):
        inside = tuple(offers[each.pk] for each in bundle.offers.all() if each.pk in offers)
        if inside:
            why = next((said[each.pk] for each in inside if said[each.pk]), "")
            names = " + ".join(f"{each.unit.activity.title}, {each.unit.label}" for each in inside)
            each_told = tuple(told[each.unit_id] for each in inside if each.unit_id in told)
            found[f"b{bundle.pk}"] = Choice(f"b{bundle.pk}", bundle.label, names, inside, why, each_told)
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


def _offer(offer: CampaignOffer, why: str, told: dict[int, Told]) -> Choice:
    prices = (told[offer.unit_id],) if offer.unit_id in told else ()
    return Choice(f"o{offer.pk}", offer.unit.activity.title, offer.unit.label, (offer,), why, prices)


def _prices(application: Application, offers: Sequence[CampaignOffer], hand: Hand) -> dict[int, Told]:
    """By unit, as the home that asks would pay today."""
    if application.household is None:
        return {}
    channel = Channel(application.channel)
    request = Request(application.child, application.household, application.asked_by, channel, hand)
    return prices([each.unit for each in offers], request)


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
