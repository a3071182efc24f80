"""Opening a label's file, preparing it, and the steps of its life. Each keeps who, when and why."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.notices.enums import NoticeKind
from preau.people.organisations.models import Organisation
from preau.plan.labels import rules, states
from preau.plan.labels.enums import Applicant
from preau.plan.labels.errors import (
    AlreadyOpen,
    DatesDisagree,
    FileClosed,
    NotProven,
    NoVersion,
    TermMissing,
    WrongApplicant,
)
from preau.plan.labels.models import LabelFile, LabelScheme, LabelStep
from preau.plan.labels.telling import tell
from preau.plan.structure.models import PlanItem


@transaction.atomic
def open_file(
    scheme: LabelScheme, applicant: Organisation, *, hand: Hand, level: int | None = None, contact: str = ""
) -> LabelFile:
    """Starts to prepare. Raises WrongApplicant, NoVersion, AlreadyOpen."""
    if applicant.kind not in Applicant(scheme.applicant).kinds:
        raise WrongApplicant
    # Whoever opens a second one at the same instant waits here, then finds the first.
    LabelScheme.objects.select_for_update(no_key=True).get(pk=scheme.pk)
    version = scheme.version_on(timezone.localdate(hand.now))
    if version is None:
        raise NoVersion
    if (present := scheme.files.live().filter(applicant=applicant).first()) is not None:
        raise AlreadyOpen(present)
    file = LabelFile.objects.create(
        scheme=scheme, version=version, applicant=applicant, level_aimed=level, contact=contact, opened_at=hand.now
    )
    record("label.opened", file, by=hand.by_id, now=hand.now, details={"scheme": scheme.key})
    return file


@transaction.atomic
def revise(
    file: LabelFile, *, level: int | None, contact: str, objectives: Iterable[PlanItem], hand: Hand
) -> LabelFile:
    """The level aimed at, whom to call, the objectives served. Raises FileClosed once the file has ended."""
    held = hold(file)
    if not held.is_live:
        raise FileClosed
    held.level_aimed, held.contact = level, contact
    held.save(update_fields=["level_aimed", "contact"])
    held.objectives.set(objectives)
    record("label.revised", held, by=hand.by_id, now=hand.now)
    return held


@transaction.atomic
def submit(file: LabelFile, *, hand: Hand, reason: str = "") -> LabelFile:
    """Raises NotProven while a compulsory criterion is not, NotNow."""
    held = hold(file)
    step = states.LIFE.take(states.SUBMIT, held.state)
    if missing := rules.missing(
        list(held.version.criteria.all()), set(held.checks.values_list("criterion", flat=True))
    ):
        raise NotProven(missing)
    _take(held, step.name, step.target, hand, reason)
    tell(held, _("%(label)s : dossier déposé") % {"label": held}, hand=hand)
    return held


@transaction.atomic
def grant(
    file: LabelFile,
    *,
    obtained_on: date,
    hand: Hand,
    level: int | None = None,
    expires_on: date | None = None,
    reason: str = "",
) -> LabelFile:
    """Notes the decision. The term is the one of the rules unless ``expires_on`` says another.

    Raises TermMissing where the rules fix none, DatesDisagree, NotNow.
    """
    held = hold(file)
    step = states.LIFE.take(states.GRANT, held.state)
    ends = expires_on or rules.term(obtained_on, held.version.term_months)
    if ends is None:
        raise TermMissing
    if not obtained_on < ends or obtained_on > timezone.localdate(hand.now):
        raise DatesDisagree
    held.obtained_on, held.expires_on, held.level_obtained = obtained_on, ends, level
    _take(held, step.name, step.target, hand, reason)
    tell(held, _("%(label)s : label obtenu") % {"label": held}, kind=NoticeKind.DECIDED, hand=hand)
    return held


@transaction.atomic
def refuse(file: LabelFile, *, hand: Hand, reason: str) -> LabelFile:
    """Raises ReasonMissing, NotNow."""
    held = _plain_step(file, states.REFUSE, hand, reason)
    tell(held, _("%(label)s : dossier refusé") % {"label": held}, kind=NoticeKind.DECIDED, hand=hand)
    return held


@transaction.atomic
def renew(file: LabelFile, *, hand: Hand, reason: str = "") -> LabelFile:
    """Prepares the next term under the rules of the day: every criterion is looked at again. Raises NotNow.

    A proof follows its criterion where the new rules still word it the same; the others stay with the old one.
    """
    held = _plain_step(file, states.RENEW, hand, reason)
    held.checks.all().delete()
    version = held.scheme.version_on(timezone.localdate(hand.now)) or held.version
    if version.pk != held.version_id:
        same = {each.text: each for each in version.criteria.all()}
        for proof in held.proofs.select_related("criterion"):
            if proof.criterion.text in same:
                proof.criterion = same[proof.criterion.text]
                proof.save(update_fields=["criterion"])
        held.version = version
        held.save(update_fields=["version"])
    return held


@transaction.atomic
def abandon(file: LabelFile, *, hand: Hand, reason: str) -> LabelFile:
    """Raises ReasonMissing, NotNow."""
    return _plain_step(file, states.ABANDON, hand, reason)


@transaction.atomic
def expire(file: LabelFile, *, hand: Hand) -> LabelFile:
    """The term has passed. Raises NotNow."""
    return _plain_step(file, states.EXPIRE, hand, "")


def hold(file: LabelFile) -> LabelFile:
    """The file as it stands, locked until the end of the transaction."""
    return (
        LabelFile.objects.select_for_update(of=("self",), no_key=True)
        .select_related("scheme", "version", "applicant")
        .get(pk=file.pk)
    )


def _plain_step(file: LabelFile, name: str, hand: Hand, reason: str) -> LabelFile:
    held = hold(file)
    step = states.LIFE.take(name, held.state, reason=reason)
    _take(held, step.name, step.target, hand, reason)
    return held


def _take(held: LabelFile, name: str, target: str, hand: Hand, reason: str) -> None:
    held.state = target
    held.save()
    LabelStep.objects.create(file=held, step=name, state=target, at=hand.now, by=hand.by, reason=reason)
    record(f"label.{name}", held, by=hand.by_id, now=hand.now, details={"state": target})
