"""Choosing what to look at for an effect, and leaving it."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from preau.observatory.facts.reading import facts_in_use
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.organisations.models import Organisation
from preau.plan.structure.enums import ItemKind
from preau.plan.structure.models import PlanItem, TerritorialEducationPlan

from .enums import Direction, Unit
from .errors import AlreadyChosen, NotOfTheLibrary, Withdrawn
from .library import BY_CODE
from .models import Indicator
from .releasing import release_codes


@dataclass(frozen=True, slots=True)
class OwnWords:
    """An indicator that the library does not have, in the words of the town."""

    own_title: str
    own_counted: str
    own_among: str = ""
    own_doubts: str = ""
    own_unit: str = Unit.SHARE
    own_direction: str = Direction.UP
    own_minutes: int = 0


@transaction.atomic
def choose(effect: PlanItem, code: str, *, carrier: Organisation | None = None, hand: Hand) -> Indicator:
    """One of the library, for an effect of any code: a plan reworded keeps its indicators.

    One that stands beside two effects is chosen as what it stands for. Raises NotOfTheLibrary, AlreadyChosen.
    """
    entry = BY_CODE.get(code)
    if entry is None:
        raise NotOfTheLibrary
    plan = _hold(effect)
    code = entry.same_as or code
    if Indicator.objects.kept().filter(effect=effect, code=code).exists():
        raise AlreadyChosen
    indicator = _add(plan, effect, carrier, hand, code=code)
    facts = facts_in_use()
    if facts is not None:
        release_codes(plan.commune, [code], facts, now=hand.now)
    return indicator


@transaction.atomic
def choose_own(effect: PlanItem, words: OwnWords, *, carrier: Organisation | None = None, hand: Hand) -> Indicator:
    return _add(_hold(effect), effect, carrier, hand, **asdict(words))


@transaction.atomic
def leave(indicator: Indicator, because: str, *, hand: Hand) -> Indicator:
    """Nobody looks at it from now on; what was typed stays. Raises Withdrawn when it was left already."""
    held = Indicator.objects.select_for_update(no_key=True).get(pk=indicator.pk)
    if not held.is_kept:
        raise Withdrawn
    held.left_on, held.left_because = timezone.localdate(hand.now), because
    held.save(update_fields=["left_on", "left_because"])
    record("indicator.left", held, by=hand.by_id, now=hand.now, details={"effect": held.effect.code})
    return held


def _hold(effect: PlanItem) -> TerritorialEducationPlan:
    """Numbers are given one plan at a time."""
    if effect.kind != ItemKind.EXPECTED_EFFECT:
        raise ValueError(effect.kind)
    return TerritorialEducationPlan.objects.select_for_update(no_key=True).get(pk=effect.plan_id)


def _add(
    plan: TerritorialEducationPlan, effect: PlanItem, carrier: Organisation | None, hand: Hand, **words: object
) -> Indicator:
    last = plan.indicators.aggregate(last=Max("number"))["last"] or 0
    indicator = Indicator.objects.create(
        plan=plan,
        effect=effect,
        number=last + 1,
        carrier=carrier,
        chosen_on=timezone.localdate(hand.now),
        chosen_by=hand.by,
        **words,
    )
    details = {"effect": effect.code, "code": indicator.code or "own"}
    record("indicator.chosen", indicator, by=hand.by_id, now=hand.now, details=details)
    return indicator
