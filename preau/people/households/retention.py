"""What is due: erased by itself where a term is enough, listed for a visa where it is somebody's whole file."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from preau.foundation.text.days import months_later
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.files.actions import discard_file
from preau.people.households.enums import DocumentState, EliminationOrigin, RetainedThing
from preau.people.households.erasing import Eraser, erase_family
from preau.people.households.errors import AlreadyListed, StillNeeded
from preau.people.households.models import (
    Adult,
    Child,
    Elimination,
    FileReading,
    Invitation,
    SupportingDocument,
)
from preau.people.households.terms import Term, terms_on

type Activity = Callable[[Collection[int], date], set[int]]
"""From ids of children and a day: those for whom something happened since. Asked of whoever knows places."""
type Terms = dict[RetainedThing, Term]
ANSWER_WITHIN = timedelta(days=30)
"""RGPD, art. 12-3: a month."""


@dataclass(frozen=True, slots=True)
class Night:
    """What one run did."""

    scans: int
    papers: int
    readings: int
    invitations: int
    listed: int
    erased: int


def apply_terms(*, now: datetime, activity: Activity, also: Collection[Eraser] = ()) -> Night:
    """The nightly work. Each part is kept by itself: one that fails leaves the others done."""
    today = timezone.localdate(now)
    terms, hand = terms_on(today), Hand(None, now)
    return Night(
        scans=_forget_scans(terms, today, hand),
        papers=_forget_papers(terms, today),
        readings=_forget(FileReading, "at", terms[RetainedThing.READING], today),
        invitations=_forget(Invitation, "valid_until", terms[RetainedThing.INVITATION], today),
        listed=_list_families(terms, today, hand, activity),
        erased=_erase_stamped(hand, also),
    )


@transaction.atomic
def ask_erasure(adult: Adult, *, binds: Collection[str], hand: Hand) -> Elimination:
    """A family asks to be erased. ``binds``: sentences for what still holds it. Raises StillNeeded, AlreadyListed."""
    if binds:
        raise StillNeeded(*binds)
    due = timezone.localdate(hand.now) + ANSWER_WITHIN
    return _list(adult, EliminationOrigin.REQUEST, due, hand)


@transaction.atomic
def withdraw_request(line: Elimination, *, hand: Hand) -> None:
    """As long as the night has not passed."""
    held = Elimination.objects.select_for_update(no_key=True).open().filter(pk=line.pk).first()
    if held is not None:
        held.withdrawn_at = hand.now
        held.save(update_fields=["withdrawn_at"])
        record("elimination.withdrawn", held, by=hand.by_id, now=hand.now)


@transaction.atomic
def stamp(line: Elimination, *, hand: Hand) -> None:
    """The visa: the file is erased the night after. Twice changes nothing."""
    held = Elimination.objects.select_for_update(no_key=True).open().filter(pk=line.pk).first()
    if held is not None and held.visa_at is None:
        held.visa_by, held.visa_at = hand.by, hand.now
        held.save(update_fields=["visa_by", "visa_at"])
        record("elimination.stamped", held, by=hand.by_id, now=hand.now)


@transaction.atomic
def refuse_visa(line: Elimination, *, because: str, hand: Hand) -> None:
    held = Elimination.objects.select_for_update(no_key=True).open().filter(pk=line.pk).first()
    if held is not None:
        held.refused_at, held.because = hand.now, because.strip()[:240]
        held.save(update_fields=["refused_at", "because"])
        record("elimination.refused", held, by=hand.by_id, now=hand.now)


def _list(adult: Adult, origin: EliminationOrigin, due_on: date, hand: Hand) -> Elimination:
    try:
        with transaction.atomic():
            line = Elimination.objects.create(adult=adult, origin=origin, due_on=due_on, listed_at=hand.now)
    except IntegrityError as listed:
        raise AlreadyListed from listed
    record("elimination.listed", line, by=hand.by_id, now=hand.now, details={"origin": str(origin)})
    return line


def _list_families(terms: Terms, today: date, hand: Hand, activity: Activity) -> int:
    """Adults entered before the term, with no child for whom anything happened since. A refusal is not asked again."""
    since = months_later(today, -terms[RetainedThing.FAMILY_FILE].months)
    known = Elimination.objects.filter(
        Q(done_at__isnull=False) | Q(refused_at__isnull=False, refused_at__date__gt=since)
    )
    open_ones = Elimination.objects.open()
    old = Adult.objects.filter(erased_on__isnull=True, created_at__date__lt=since).exclude(
        Q(pk__in=known.values("adult")) | Q(pk__in=open_ones.values("adult"))
    )
    listed = 0
    for adult in old.iterator(chunk_size=500):
        children = Child.objects.filter(guardians__adult=adult, guardians__until_on__isnull=True)
        ids = set(children.values_list("pk", flat=True))
        is_young = children.filter(created_at__date__gte=since).exists()
        if not is_young and not activity(ids, since):
            _list(adult, EliminationOrigin.TERM, today, hand)
            listed += 1
    return listed


def _erase_stamped(hand: Hand, also: Collection[Eraser]) -> int:
    erased = 0
    for line in Elimination.objects.stamped().select_related("adult", "visa_by"):
        with transaction.atomic():
            held = Elimination.objects.select_for_update(no_key=True).stamped().filter(pk=line.pk).first()
            if held is None:
                continue
            held.done_at = hand.now
            held.save(update_fields=["done_at"])
            erase_family(held.adult, hand=hand, also=also)
            record("elimination.done", held, by=hand.by_id, now=hand.now)
            erased += 1
    return erased


@transaction.atomic
def _forget_scans(terms: Terms, today: date, hand: Hand) -> int:
    """The copy goes, what was found on it stays."""
    since = months_later(today, -terms[RetainedThing.SCAN].months)
    old = SupportingDocument.objects.filter(
        ~Q(state=DocumentState.SENT), file__isnull=False, checked_at__date__lt=since
    ).select_related("file")
    count = 0
    for document in old:
        file, document.file = document.file, None
        document.save(update_fields=["file"])
        if file is not None:
            discard_file(file, by=None, now=hand.now)
        count += 1
    return count


@transaction.atomic
def _forget_papers(terms: Terms, today: date) -> int:
    since = months_later(today, -terms[RetainedThing.PAPER].months)
    over = Q(valid_until__lt=since) | Q(state=DocumentState.REFUSED, checked_at__date__lt=since)
    gone, _rows = SupportingDocument.objects.filter(over, file__isnull=True).delete()
    return gone


def _forget(model: type[FileReading] | type[Invitation], field: str, term: Term, today: date) -> int:
    """As an instant: asking each of a million readings for its date took eight seconds."""
    since = timezone.make_aware(datetime.combine(months_later(today, -term.months), time.min))
    gone, _rows = model._default_manager.filter(**{f"{field}__lt": since}).delete()
    return gone
