"""Clairval chose in October what it looks at, and typed what it knew already; the rest counts itself, or is empty."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time
from decimal import Decimal

from django.utils import timezone

from preau.demo.content import indicators as told
from preau.observatory.indicators.choosing import OwnWords, choose, choose_own
from preau.observatory.indicators.entering import Typed, type_value
from preau.observatory.indicators.enums import Unit
from preau.observatory.indicators.models import Indicator
from preau.observatory.indicators.using import say_used
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import User
from preau.plan.structure.enums import ItemKind
from preau.plan.structure.models import TerritorialEducationPlan


def open_indicators(plan: TerritorialEducationPlan, people: Mapping[str, User]) -> None:
    coordinator = people["yasmine.ferhat"]
    then = timezone.make_aware(datetime.combine(told.CHOSEN_ON, time(9)))
    effects = {item.code: item for item in plan.items.present().of_kind(ItemKind.EXPECTED_EFFECT)}
    chosen: dict[str, Indicator] = {}
    for place, code in told.CHOSEN:
        if effect := effects.get(place):
            chosen[code] = choose(effect, code, carrier=effect.owner, hand=Hand(coordinator, then))
    for each in told.VALUES:
        if each.code in chosen:
            _type(chosen[each.code], each, Hand(coordinator, then))
    if effect := effects.get(told.OWN_EFFECT):
        words = OwnWords(
            told.OWN_TITLE, told.OWN_COUNTED, own_doubts=told.OWN_DOUBTS, own_unit=Unit.COUNT, own_minutes=180
        )
        choose_own(effect, words, hand=Hand(coordinator, then))
    for person, codes in told.READERS.items():
        for code in codes:
            if code in chosen:
                say_used(chosen[code], hand=Hand(people[person], then))


def _type(indicator: Indicator, each: told.Told, hand: Hand) -> None:
    typed = Typed(
        each.year,
        each.source,
        each.known_on,
        amount=Decimal(each.amount) if each.amount else None,
        counted=Decimal(each.counted) if each.counted is not None else None,
        among=Decimal(each.among) if each.among is not None else None,
        part=each.part,
        answers=each.answers,
        asked=each.asked,
    )
    upload = (
        (b"jour;total\n2026-06-30;%d\n" % (each.counted or int(each.amount or 0)), each.proof) if each.proof else None
    )
    type_value(indicator, typed, upload=upload, hand=hand)
