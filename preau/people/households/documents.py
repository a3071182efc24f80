"""Papers asked once: given for a home or for a child, checked by the desk, valid until a day."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.files.models import StoredFile
from preau.people.households.enums import DocumentKind, DocumentState
from preau.people.households.errors import Judged
from preau.people.households.hearing import tell_guardians, tell_home
from preau.people.households.models import Child, Household, SupportingDocument
from preau.people.notices.enums import NoticeKind

OF_A_HOME = frozenset({DocumentKind.ADDRESS, DocumentKind.QUOTIENT})
"""Given once for a home, they serve all its children. The others are a child's own."""
LONGEST_REASON = 240


@transaction.atomic
def give_document(
    kind: DocumentKind, *, owner: Household | Child, hand: Hand, file: StoredFile | None = None
) -> SupportingDocument:
    """``file`` is None when an agent only sees the paper. One that still waits for its check gives way to this one."""
    whose = _owned(owner)
    _hold(owner)
    for waiting in SupportingDocument.objects.filter(**whose, kind=kind, state=DocumentState.SENT):
        record("document.replaced", waiting, by=hand.by_id, now=hand.now, details={"kind": str(kind)})
        waiting.delete()
    given = SupportingDocument.objects.create(**whose, kind=kind, file=file, given_by=hand.by, given_at=hand.now)
    record("document.given", given, by=hand.by_id, now=hand.now, details={"kind": str(kind), "seen": file is None})
    return given


@transaction.atomic
def accept_document(document: SupportingDocument, *, hand: Hand, valid_until: date | None = None) -> SupportingDocument:
    """Raises Judged."""
    held = _to_judge(document)
    held.state, held.valid_until = DocumentState.ACCEPTED, valid_until
    held.checked_by, held.checked_at = hand.by, hand.now
    held.save()
    details = {"kind": held.kind, "until": valid_until.isoformat() if valid_until else ""}
    record("document.accepted", held, by=hand.by_id, now=hand.now, details=details)
    _tell(held, _("Pièce acceptée : %(kind)s"), NoticeKind.DECIDED, hand)
    return held


@transaction.atomic
def refuse_document(document: SupportingDocument, *, reason: str, hand: Hand) -> SupportingDocument:
    """The family reads the reason. Raises Judged."""
    held = _to_judge(document)
    held.state, held.reason = DocumentState.REFUSED, reason.strip()[:LONGEST_REASON]
    held.checked_by, held.checked_at = hand.by, hand.now
    held.save()
    record("document.refused", held, by=hand.by_id, now=hand.now, details={"kind": held.kind})
    _tell(held, _("Pièce à redonner : %(kind)s"), NoticeKind.ASKED, hand)
    return held


def end_documents(owner: Household | Child, kind: DocumentKind, *, hand: Hand) -> int:
    """What was accepted stops holding yesterday: the fact that it proved has changed."""
    today = timezone.localdate(hand.now)
    still = Q(valid_until__isnull=True) | Q(valid_until__gte=today)
    held = SupportingDocument.objects.filter(still, **_owned(owner), kind=kind, state=DocumentState.ACCEPTED)
    return held.update(valid_until=today - timedelta(days=1))


def usual_term(kind: str, on: date) -> date | None:
    """Until when a paper of that kind holds when it says nothing itself: proposed to the desk, which may change it."""
    if kind == DocumentKind.ADDRESS:
        return on + timedelta(days=365)
    if kind == DocumentKind.INSURANCE:
        return date(on.year + (on.month >= 9), 8, 31)  # the school year
    if kind == DocumentKind.QUOTIENT:
        return date(on.year + 1, 1, 31)
    return None


def _owned(owner: Household | Child) -> dict[str, Household | Child]:
    return {"child": owner} if isinstance(owner, Child) else {"household": owner}


def _hold(owner: Household | Child) -> None:
    type(owner)._default_manager.select_for_update(no_key=True).get(pk=owner.pk)


def _to_judge(document: SupportingDocument) -> SupportingDocument:
    held = SupportingDocument.objects.select_for_update(no_key=True).get(pk=document.pk)
    if held.state != DocumentState.SENT:
        raise Judged
    return held


def _tell(document: SupportingDocument, title: str, kind: NoticeKind, hand: Hand) -> None:
    """A home's paper is that home's business; a child's, that of its guardians."""
    said = title % {"kind": document.get_kind_display()}
    if document.child is not None:
        tell_guardians(document.child, said.replace("%", "%%"), hand=hand, kind=kind)
    elif document.household is not None:
        tell_home(document.household, said, hand=hand, kind=kind)
