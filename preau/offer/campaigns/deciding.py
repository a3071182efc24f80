"""Trying rules, then deciding once: the official run, what each family will read, and the places themselves."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, override

from preau.offer import allocation as engine
from preau.offer.allocation.writing import sha256
from preau.offer.enrolment.asking import Request
from preau.offer.enrolment.granting import grant
from preau.offer.enrolment.known import hold_families
from preau.offer.enrolment.regranting import keep_freed
from preau.people.accounts.hand import Hand
from preau.people.households.enums import Channel
from preau.people.households.hearing import tell_guardians

from .enums import RunKind
from .errors import NotReady
from .held import Facts, facts_of
from .models import AllocationCampaign, AllocationRun, Application, CampaignOffer, CaseExplanation
from .problem import offers_of, problem_of, sent_to
from .states import LIFE
from .stepping import hold, take
from .telling import Again, words_of
from .terms import terms_on

WAITS = gettext_noop("Une réponse vous attend pour %(name)s")
"""What leaves by mail: that there is an answer, never which one."""


@transaction.atomic
def simulate(campaign: AllocationCampaign, *, hand: Hand) -> AllocationRun:
    """The rules on the wishes as they are, with a draw that will never serve: counts only, nobody's result."""
    offers, applications, _facts, problem = _demand(campaign, hand)
    outcome = engine.solve(problem, seed=secrets.token_bytes(32))
    return AllocationRun.objects.create(
        campaign=campaign,
        kind=RunKind.SIMULATION,
        input_hash=engine.fingerprint(problem),
        result_hash="",
        summary=summary_of(outcome, offers, len(applications)),
        by=hand.by,
        at=hand.now,
    )


@transaction.atomic
def decide(campaign: AllocationCampaign, *, public_number: str, hand: Hand) -> AllocationRun:
    """The secret is revealed, the public number joins it, places are computed, reasons are written: all or nothing.

    Raises NotNow, NotReady.
    """
    held = hold(campaign)
    LIFE.take("decide", held.state)
    draw = engine.Draw(held.commitment, held.secret, public_number.strip(), held.public_source)
    wrong = []
    if not draw.public_number:
        wrong.append(_("Donnez le nombre public annoncé : %(source)s.") % {"source": held.public_source})
    if not draw.is_kept:
        wrong.append(_("Le secret gardé n’est pas celui qui avait été promis : le tirage ne peut pas servir."))
    if wrong:
        raise NotReady(wrong)
    offers, applications, facts, problem = _demand(held, hand)
    outcome = engine.solve(problem, seed=draw.seed)
    document = engine.publish(problem, draw, outcome)
    run = AllocationRun.objects.create(
        campaign=held,
        kind=RunKind.OFFICIAL,
        input_hash=engine.fingerprint(problem),
        result_hash=sha256(document),
        document=document,
        summary=summary_of(outcome, offers, len(applications)),
        by=hand.by,
        at=hand.now,
    )
    for application in applications:
        application.facts = facts[application.pk].kept
    Application.objects.bulk_update(applications, ["facts"], batch_size=500)
    explain(run, outcome, offers, applications)
    held.public_number = draw.public_number
    take(held, "decide", hand=hand)
    return run


@transaction.atomic
def notify_families(campaign: AllocationCampaign, *, hand: Hand) -> AllocationCampaign:
    """Every family at the same time: places are offered until the day of the answer, queues are open to be read.

    Raises NotNow, NoSeatLeft.
    """
    held = hold(campaign)
    LIFE.take("notify", held.state)
    held.answer_until = evening(
        hand.now + timedelta(days=terms_on(held.commune_id, timezone.localdate(hand.now)).answer)
    )
    run = held.runs.get(kind=RunKind.OFFICIAL)
    applications = {each.code: each for each in sent_to(held)}
    hold_families([request_of(each, hand) for each in applications.values()])  # before any group, as everybody does
    offers = offers_of(held)
    if held.second_round:
        keep_freed([offer.unit for offer in offers])
    for offer in offers:
        told = run.summary["offers"][offer.code]
        grant(
            offer.unit,
            [request_of(applications[code], hand) for code in told["served"] if code in applications],
            [request_of(applications[code], hand) for code in told["waiting"] if code in applications],
            until=held.answer_until,
            hand=hand,
        )
    take(held, "notify", hand=hand)
    for application in applications.values():
        tell_guardians(application.child, _(WAITS), hand=hand)
    return held


def _demand(
    campaign: AllocationCampaign, hand: Hand
) -> tuple[list[CampaignOffer], list[Application], dict[int, Facts], engine.Problem]:
    offers, applications = offers_of(campaign), sent_to(campaign)
    facts = facts_of(campaign, applications, offers, timezone.localdate(hand.now))
    return offers, applications, facts, problem_of(campaign, offers, applications, facts)


def explain(
    run: AllocationRun,
    outcome: engine.Outcome,
    offers: list[CampaignOffer],
    applications: list[Application],
    seconds: Mapping[str, Again] | None = None,
) -> None:
    """``seconds``: by application, for a second round; who asked it for nothing is told nothing."""
    names = {offer.code: offer for offer in offers}
    rows: list[CaseExplanation] = []
    with override("fr"):
        rules = [rule.label for rule in run.campaign.priority_rules.order_by("rank")]
        for application in applications:
            again = seconds.get(application.code) if seconds is not None else None
            if seconds is not None and again is None:
                continue
            for told in outcome.cases(application.code):
                case = replace(told, rank=again.ranks[told.rank]) if again else told
                rows.append(
                    CaseExplanation(
                        run=run,
                        application=application,
                        rank=case.rank,
                        result=case.result,
                        reason=case.reason,
                        content=_content(case, outcome, again),
                        words=words_of(case, names, rules, again),
                    )
                )
    CaseExplanation.objects.bulk_create(rows, batch_size=500)


def _content(case: engine.Case, outcome: engine.Outcome, again: Again | None) -> dict[str, Any]:
    """What the engine told, but for the lists of other children."""
    return {
        "number": case.number,
        "of": len(outcome.keys),
        "turn": case.turn,
        "at_odds": list(case.at_odds),
        "parts": [
            {
                "offer": part.offer.key,
                "seats": part.offer.seats,
                "asked": part.offer.asked,
                "candidates": part.offer.candidates,
                "classes": [asdict(count) for count in part.offer.classes],
                "cut_off": asdict(part.offer.cut_off) if part.offer.cut_off else None,
                "reason": str(part.reason),
                "class": part.priority_class,
                "line": part.line,
                "line_of": part.of,
                "waiting_rank": part.waiting_rank,
                "reserve": part.reserve,
                "would_change": list(part.would_change),
                "given": again.given(part.offer.key) if again else "",
            }
            for part in case.parts
        ],
    }


def summary_of(outcome: engine.Outcome, offers: list[CampaignOffer], count: int) -> dict[str, Any]:
    """``count``: of the applications."""
    first = Counter(place.rank for place in outcome.places)
    served = {place.application for place in outcome.places}
    return {
        "applications": count,
        "served": len(served),
        "first_wish": first[1],
        "ranks": {str(rank): count for rank, count in sorted(first.items())},
        "offers": {
            offer.code: {
                "seats": offer.seats,
                "asked": outcome.offers[offer.code].asked,
                "served": list(outcome.offers[offer.code].served),
                "waiting": list(outcome.offers[offer.code].waiting),
            }
            for offer in offers
        },
    }


def request_of(application: Application, hand: Hand) -> Request:
    household = application.household
    if household is None:
        raise NotReady([_("Une demande n’a plus de foyer : corrigez le dossier d’abord.")])
    return Request(application.child, household, application.asked_by, Channel(application.channel), hand)


def evening(instant: datetime) -> datetime:
    """The last minute of that day, on the town's clocks."""
    return timezone.localtime(instant).replace(hour=23, minute=59, second=0, microsecond=0)
