"""A copy comes back: what it changes becomes suggestions, one each, and the plan itself is not touched."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from preau.foundation.documents import read
from preau.foundation.documents.model import Comment
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.organisations.models import Organisation
from preau.plan.drafting.enums import SuggestionKind, SuggestionState
from preau.plan.drafting.models import PlanComment, ReturnedDocument, Suggestion
from preau.plan.exchange.changes import Change, Reading, changes_of
from preau.plan.exchange.errors import AlreadyReceived, NotThisPlan
from preau.plan.exchange.marks import PREFIX
from preau.plan.exchange.remarks import remarks_on, set_aside
from preau.plan.exchange.returned import ReturnedPlan, read_returned
from preau.plan.exchange.tabular import is_table, read_table
from preau.plan.exchange.telling import tell_of_discard, tell_of_return
from preau.plan.structure.ledger import hold_plan
from preau.plan.structure.models import PlanItem, TerritorialEducationPlan
from preau.plan.structure.replay import moment_of, plan_at, snapshot_of
from preau.plan.structure.snapshot import PlanSnapshot

_ENOUGH = 0.25
"""Share of the copy's items that must be found in the plan for the copy to be one of it."""
_MOST = 5_000
"""Items, or passages outside the tables: ten times a large plan. The time to compare grows with their square."""


@dataclass(frozen=True, slots=True)
class Copy:
    """What was read from the file, before anything is written."""

    format: str
    plan: ReturnedPlan
    notes: tuple[str, ...] = ()
    comments: tuple[Comment, ...] = ()
    tells_absence: bool = True


def read_copy(data: bytes, name: str, *, office: str | None = None) -> Copy:
    """Raises UnreadableDocument or NotThisPlan, each with a sentence for the sender."""
    if is_table(data, name):
        plan = read_table(data)
        _refuse_endless(plan)
        return Copy("xlsx" if data.startswith(b"PK") else "csv", plan)
    document = read(data, name, bookmarks=PREFIX, office=office)
    plan = read_returned(document)
    _refuse_endless(plan)
    return Copy(document.format, plan, document.notes, document.comments)


def receive(
    plan: TerritorialEducationPlan, data: bytes, name: str, *, hand: Hand, organisation: Organisation | None
) -> ReturnedDocument:
    """Raises UnreadableDocument, NotThisPlan, AlreadyReceived, PlanAdopted; then nothing is left behind."""
    sha256 = hashlib.sha256(data).hexdigest()
    copy = read_copy(data, name)
    with transaction.atomic():
        hold_plan(plan.pk)
        _refuse_twin(plan, sha256)
        now = snapshot_of(plan)
        unread = [*set_aside(copy.plan), *_resolve(plan, copy.plan)]
        base = _base(plan, copy.plan, now)
        reading = changes_of(base, copy.plan, tells_absence=copy.tells_absence)
        _refuse_stranger(copy.plan, reading)
        returned = ReturnedDocument.objects.create(
            plan=plan,
            file_name=_printable(name)[:255],
            file_format=copy.format,
            file_size=len(data),
            sha256=sha256,
            base_moment=copy.plan.moment,
            has_marks=copy.plan.has_marks,
            unchanged=reading.unchanged,
            notes=[*copy.notes, *unread, *remarks_on(copy.plan, reading)],
            by=hand.by,
            organisation=organisation,
            received_at=hand.now,
        )
        changes = _suggest(returned, reading, now, hand)
        _keep_comments(returned, copy, reading, hand)
        details = {"sha256": sha256, "format": copy.format, "changes": changes}
        record("return.received", returned, by=hand.by_id, now=hand.now, details=details)
        tell_of_return(returned, changes, hand=hand)
    return returned


@transaction.atomic
def discard(returned: ReturnedDocument, *, hand: Hand) -> ReturnedDocument:
    """Puts the whole copy aside: what was still open in it is taken back, what was decided stays. Twice is once."""
    held = ReturnedDocument.objects.select_for_update(of=("self",), no_key=True).get(pk=returned.pk)
    if held.discarded_at is not None:
        return held
    held.discarded_at = hand.now
    held.save(update_fields=["discarded_at"])
    held.suggestions.filter(state=SuggestionState.OPEN).update(
        state=SuggestionState.WITHDRAWN, decided_at=hand.now, decided_by=hand.by
    )
    record("return.discarded", held, by=hand.by_id, now=hand.now)
    tell_of_discard(held, hand=hand)
    return held


def _base(plan: TerritorialEducationPlan, copy: ReturnedPlan, now: PlanSnapshot) -> PlanSnapshot:
    """The plan as it was when the copy was taken; as it is, when the copy does not say or says something else's."""
    if copy.moment is None or copy.moment > moment_of(plan):
        copy.moment = None
        return now
    return plan_at(plan, copy.moment)


def _resolve(plan: TerritorialEducationPlan, copy: ReturnedPlan) -> list[str]:
    """Names of owners become slugs, days are checked. Gives a sentence for each cell that says nothing known."""
    slugs = {
        name.casefold(): slug
        for name, slug in Organisation.objects.filter(commune=plan.commune_id).values_list("name", "slug")
    }
    sentences = []
    for item in copy.items:
        if item.owner:
            slug = slugs.get(item.owner.casefold())
            if slug is None:
                sentences.append(f"Porteur inconnu pour {item.code or item.text[:40]} : « {item.owner} ».")
            item.owner = slug
        if item.horizon_on and not _is_day(item.horizon_on):
            sentences.append(f"Échéance illisible pour {item.code or item.text[:40]} : « {item.horizon_on} ».")
            item.horizon_on = None
    return sentences


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _refuse_twin(plan: TerritorialEducationPlan, sha256: str) -> None:
    twin = plan.returns.filter(sha256=sha256, discarded_at__isnull=True).first()
    if twin is not None:
        raise AlreadyReceived(twin)


def _refuse_endless(copy: ReturnedPlan) -> None:
    if len(copy.items) > _MOST or len(copy.leftovers) > _MOST:
        raise NotThisPlan("too_long")


def _printable(name: str) -> str:
    return "".join(letter for letter in name if letter.isprintable())


def _refuse_stranger(copy: ReturnedPlan, reading: Reading) -> None:
    if len(reading.matching.pairs) < max(1, _ENOUGH * len(copy.items)):
        raise NotThisPlan("other_plan")


def _suggest(returned: ReturnedDocument, reading: Reading, now: PlanSnapshot, hand: Hand) -> int:
    """Gives how many there are."""
    items = {item.uid.hex: item for item in PlanItem.objects.filter(plan=returned.plan_id)}
    wanted = [change for change in reading.changes if not _is_there_already(change, now)]
    Suggestion.objects.bulk_create(
        [
            Suggestion(
                plan_id=returned.plan_id,
                item=items.get(change.uid),
                place=change.place[:24],
                kind=change.kind,
                facts=change.facts,
                certainty=change.certainty,
                author=change.author[:160],
                by=hand.by,
                organisation=returned.organisation,
                batch=returned,
                proposed_at=hand.now,
            )
            for change in wanted
        ],
        batch_size=200,
    )
    return len(wanted)


def _is_there_already(change: Change, now: PlanSnapshot) -> bool:
    """Whether the plan has come to say the same meanwhile."""
    item = now.by_uid.get(change.uid)
    if change.kind == SuggestionKind.REMOVAL:
        return item is None
    if item is None:
        return False
    facts: dict[str, Any] = item.facts
    return all(facts.get(name) == proposed for name, (_, proposed) in change.facts.items())


def _keep_comments(returned: ReturnedDocument, copy: Copy, reading: Reading, hand: Hand) -> None:
    """The remarks written in the margin, with their author's name, on the item they stand beside."""
    beside = {
        identifier: pair.item.uid
        for item in copy.plan.items
        if (pair := reading.matching.pairs.get(item.key)) is not None
        for identifier in item.comment_ids
    }
    items = {item.uid.hex: item for item in PlanItem.objects.filter(plan=returned.plan_id)} if copy.comments else {}
    PlanComment.objects.bulk_create(
        PlanComment(
            plan_id=returned.plan_id,
            item=items.get(beside.get(comment.id, "")),
            author=comment.author[:160],
            by=None if comment.author else hand.by,
            organisation=returned.organisation,
            written_at=_aware(comment) or hand.now,
            text=comment.text,
            quote=comment.quote,
        )
        for comment in copy.comments
        if comment.text.strip()
    )


def _aware(comment: Comment) -> Any:
    at = comment.at
    return timezone.make_aware(at) if at is not None and timezone.is_naive(at) else at
