"""How an agreement moves on: read again, voted, in force, reviewed each year, ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from preau.cooperation.agreements.content import draft_content, plan_vote
from preau.cooperation.agreements.document import write_adopted_plan
from preau.cooperation.agreements.enums import AgreementKind, AgreementState
from preau.cooperation.agreements.errors import NotComplete, SomebodySigned, WrongDay
from preau.cooperation.agreements.fingerprints import fingerprint_of
from preau.cooperation.agreements.models import (
    Agreement,
    AgreementStep,
    AgreementText,
    Annex,
    Signature,
    YearlyReview,
)
from preau.cooperation.agreements.rules import Gap, Readiness, gaps
from preau.cooperation.agreements.states import LIFE
from preau.cooperation.agreements.telling import ask_signatures
from preau.cooperation.agreements.writing import Words, draft_agreement, hold
from preau.foundation.schoolyears import school_year_of
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.files.actions import discard_file, store_file
from preau.people.files.enums import FileKind
from preau.plan.versions.enums import VersionKind
from preau.plan.versions.models import PlanVersion


@dataclass(frozen=True, slots=True)
class Vote:
    number: str
    decided_on: date


@transaction.atomic
def review(agreement: Agreement, *, hand: Hand) -> Agreement:
    """Somebody has read it through: it can go to the council. Raises NotNow."""
    return move(hold(agreement.pk), "review", hand)


@transaction.atomic
def rework(agreement: Agreement, *, hand: Hand, reason: str) -> Agreement:
    """Back to the draft, as long as nobody has signed. Raises NotNow, ReasonMissing, SomebodySigned."""
    held = hold(agreement.pk)
    if Signature.objects.standing().filter(party__agreement=held).exists():
        raise SomebodySigned
    held.parties.update(asked_on=None)
    held.version = None
    _drop_plan_annex(held, hand)
    return move(held, "rework", hand, reason)


@transaction.atomic
def adopt(agreement: Agreement, vote: Vote, *, hand: Hand) -> Agreement:
    """Records the council's vote, fixes the words, and asks each party for its signature.

    Raises NotNow, NotComplete, WrongDay.
    """
    held = hold(agreement.pk)
    LIFE.take("adopt", held.state)
    today = timezone.localdate(hand.now)
    held.version = _adopted_version(held)
    missing = what_is_missing(held)
    if missing:
        raise NotComplete(missing)
    if vote.decided_on > today or (
        held.version and held.plan and held.plan.adopted_on and vote.decided_on < held.plan.adopted_on
    ):
        raise WrongDay
    held.resolution_number, held.resolution_on = vote.number, vote.decided_on
    _annex_plan(held, hand)
    _fix(held, hand)
    held.parties.update(asked_on=today)
    moved = move(held, "adopt", hand)
    ask_signatures(moved, hand=hand)
    return moved


@transaction.atomic
def review_year(agreement: Agreement, *, held_on: date, summary: str, hand: Hand) -> YearlyReview:
    """Keeps what came out of the yearly meeting; said again for the same year, it replaces. Raises NotNow, WrongDay."""
    held = hold(agreement.pk)
    LIFE.take("yearly_review", held.state)
    if held_on > timezone.localdate(hand.now) or (held.starts_on and held_on < held.starts_on):
        raise WrongDay
    said, _ = YearlyReview.objects.update_or_create(
        agreement=held,
        school_year=school_year_of(held_on),
        defaults={"held_on": held_on, "summary": summary, "recorded_at": hand.now, "recorded_by": hand.by},
    )
    move(held, "yearly_review", hand)
    return said


@transaction.atomic
def terminate(agreement: Agreement, *, hand: Hand, reason: str) -> Agreement:
    """Raises NotNow, ReasonMissing."""
    return move(hold(agreement.pk), "terminate", hand, reason)


@transaction.atomic
def prepare_next(agreement: Agreement, *, hand: Hand) -> Agreement:
    """The draft of the agreement that will follow this one; asked twice, it gives the one that is there."""
    held = hold(agreement.pk)
    present = held.followers.order_by("pk").first()
    if present is not None:
        return present
    plan = held.plan.followers.filter(discarded_at__isnull=True).first() if held.plan else None
    words = Words(held.title, held.purpose, held.terms, plan)
    return draft_agreement(held.commune, AgreementKind(held.kind), words, hand=hand, follows=held)


def move(held: Agreement, name: str, hand: Hand, reason: str = "") -> Agreement:
    """Takes a step of a held agreement: its state, the row that says so, the entry of the journal."""
    step = LIFE.take(name, held.state, reason=reason)
    source, held.state = held.state, AgreementState(step.target)
    held.revision += 1
    held.save()
    AgreementStep.objects.create(
        agreement=held, name=name, source=source, target=held.state, at=hand.now, by=hand.by, reason=reason[:300]
    )
    record(f"agreement.{name}", held, by=hand.by_id, now=hand.now, details={"from": str(source)})
    return held


def start_if_due(held: Agreement, today: date, hand: Hand) -> bool:
    """A signed agreement takes effect on its day; the one that it follows is then renewed."""
    if held.state != AgreementState.SIGNED or held.starts_on is None or held.starts_on > today:
        return False
    move(held, "start", hand)
    if held.follows_id:
        before = hold(held.follows_id)
        if before.state in LIFE.by_name["renew"].sources:
            move(before, "renew", hand)
    return True


def what_is_missing(agreement: Agreement) -> list[Gap]:
    version = agreement.version or _adopted_version(agreement)
    return gaps(
        Readiness(
            parties=agreement.parties.count(),
            starts_on=agreement.starts_on,
            ends_on=agreement.ends_on,
            rests_on_plan=agreement.rests_on_plan,
            has_adopted_plan=version is not None,
            plan_is_intact=version is None or version.is_intact,
        )
    )


def _adopted_version(agreement: Agreement) -> PlanVersion | None:
    if agreement.plan_id is None or not agreement.rests_on_plan:
        return None
    return PlanVersion.objects.select_related("plan").filter(plan=agreement.plan_id, kind=VersionKind.ADOPTED).first()


def _annex_plan(held: Agreement, hand: Hand) -> None:
    """The plan as it was adopted goes with the agreement: its file is made once and kept."""
    if held.version is None:
        return
    day = timezone.localdate(hand.now)
    file = store_file(
        write_adopted_plan(held.version, town=held.commune.name, made_on=day),
        "projet-adopte.pdf",
        by=hand.by,
        now=hand.now,
        kinds=(FileKind.PDF,),
    )
    title = f"Projet « {held.version.snapshot.title} », {plan_vote(held.version)}"
    Annex.objects.create(agreement=held, title=title[:160], file=file, is_plan=True, position=0)


def _drop_plan_annex(held: Agreement, hand: Hand) -> None:
    for annex in held.annexes.filter(is_plan=True).select_related("file"):
        file = annex.file
        annex.delete()
        discard_file(file, by=hand.by, now=hand.now)


def _fix(held: Agreement, hand: Hand) -> AgreementText:
    content = draft_content(held)
    last = held.texts.values_list("number", flat=True).first() or 0
    return AgreementText.objects.create(
        agreement=held,
        number=last + 1,
        content=content,
        fingerprint=fingerprint_of(content),
        fixed_at=hand.now,
        fixed_by=hand.by,
    )
