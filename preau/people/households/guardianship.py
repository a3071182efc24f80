"""Who decides what for a child: a link opens, changes, ends. A past link stays written, with what it rested on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.households.enums import GuardianKind, GuardianRights
from preau.people.households.errors import LastHolder, LinkTaken
from preau.people.households.hearing import tell_guardians
from preau.people.households.models import Adult, Child, Guardian, SupportingDocument


@dataclass(frozen=True, slots=True)
class LinkFacts:
    """``basis``: what it rests on (« acte de naissance », « jugement du 3 mars »); ``document``: the paper shown."""

    kind: GuardianKind
    rights: GuardianRights
    basis: str = ""
    document: SupportingDocument | None = None


@transaction.atomic
def set_link(child: Child, adult: Adult, facts: LinkFacts, *, hand: Hand, tell: bool = True) -> Guardian:
    """Opens a link from today. Raises LinkTaken when the two are linked already."""
    _hold(child)
    return _open(child, adult, facts, hand, tell=tell)


@transaction.atomic
def change_link(link: Guardian, facts: LinkFacts, *, hand: Hand, reason: str = "") -> Guardian:
    """The row ends yesterday and another one opens today: no day has two, none has none.

    A row that was opened today never held a whole day: it goes, and the journal remembers it. Raises LastHolder.
    """
    held = _open_row(link)
    if facts.rights != GuardianRights.FULL:
        _check_holder(held, reason)
    _close(held, _yesterday(hand), hand, reason)
    return _open(held.child, held.adult, facts, hand, tell=True)


@transaction.atomic
def end_link(link: Guardian, *, hand: Hand, reason: str = "", last_day: date | None = None) -> None:
    """``last_day`` is the last on which it holds: yesterday when nothing is said. Raises LastHolder."""
    held = _open_row(link)
    _check_holder(held, reason)
    _close(held, last_day or _yesterday(hand), hand, reason)
    tell_guardians(held.child, _("Les responsables de %(name)s ont changé"), hand=hand)


def _open(child: Child, adult: Adult, facts: LinkFacts, hand: Hand, *, tell: bool) -> Guardian:
    try:
        with transaction.atomic():
            link = Guardian.objects.create(
                child=child,
                adult=adult,
                kind=facts.kind,
                rights=facts.rights,
                basis=facts.basis,
                document=facts.document,
                from_on=timezone.localdate(hand.now),
                recorded_by=hand.by,
                recorded_at=hand.now,
            )
    except IntegrityError as taken:
        raise LinkTaken from taken
    details = {"adult": adult.pk, "rights": str(facts.rights), "kind": str(facts.kind)}
    record("guardian.set", child, by=hand.by_id, now=hand.now, details=details)
    if tell:
        tell_guardians(child, _("Les responsables de %(name)s ont changé"), hand=hand)
    return link


def _close(link: Guardian, last_day: date, hand: Hand, reason: str) -> None:
    details = {"adult": link.adult_id, "rights": link.rights, "from": link.from_on.isoformat(), "said": bool(reason)}
    record("guardian.ended", link.child, by=hand.by_id, now=hand.now, details=details)
    if last_day < link.from_on:
        link.delete()
        return
    link.until_on = last_day
    link.save(update_fields=["until_on"])


def _check_holder(link: Guardian, reason: str) -> None:
    """The last one who decides is not removed by a slip of the hand."""
    if link.rights != GuardianRights.FULL or reason.strip():
        return
    others = Guardian.objects.filter(child=link.child_id, rights=GuardianRights.FULL, until_on__isnull=True)
    if not others.exclude(pk=link.pk).exists():
        raise LastHolder


def _open_row(link: Guardian) -> Guardian:
    """Read again once the child is held: two hands at once change one after the other."""
    _hold(link.child)
    return Guardian.objects.select_related("child", "adult").get(pk=link.pk, until_on__isnull=True)


def _hold(child: Child) -> None:
    Child.objects.select_for_update(no_key=True).get(pk=child.pk)


def _yesterday(hand: Hand) -> date:
    return timezone.localdate(hand.now) - timedelta(days=1)
