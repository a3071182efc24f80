"""Letters that still have to be posted, in the order of a round, and those that somebody put in the post."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.households.models import Adult

from .addressing import Addressee, addressees, is_on_paper, readers_of
from .enums import AppealKind, LetterSubject, OverrideState, RunKind
from .letters import Sheet, decision_letter
from .models import AllocationCampaign, Appeal, Application, Letter, Override
from .replies import answer_letter, exception_letter, receipt_letter
from .states import RESULTS
from .stepping import hold


@dataclass(frozen=True, slots=True)
class Post:
    """``about``: the key of what the letter tells of."""

    application: Application
    adult: Adult
    subject: str
    about: UUID
    to: Addressee

    @property
    def key(self) -> str:
        return f"{self.subject}:{self.about}:{self.adult.key}"

    @property
    def label(self) -> str:
        return str(LetterSubject(self.subject).label)


def to_post(campaign: AllocationCampaign, on: date) -> list[Post]:
    """By address; those whose address nobody knows come last. A fixed number of queries."""
    if campaign.state not in RESULTS:
        return []
    due = _due(campaign, on)
    gone = set(Letter.objects.filter(application__campaign=campaign).values_list("subject", "about", "adult"))
    left = [each for each in due if (each[2], each[3], each[1].pk) not in gone]
    tos = addressees(((application, adult) for application, adult, _subject, _about in left), on)
    posts = [Post(*each, to) for each, to in zip(left, tos, strict=True)]
    return sorted(posts, key=lambda post: (not post.to.lines, post.to.order, post.key))


@transaction.atomic
def post(campaign: AllocationCampaign, posts: Sequence[Post], *, hand: Hand) -> int:
    """They are on their way. Those that somebody else posted meanwhile are not posted twice. Gives how many."""
    held = hold(campaign)
    gone = set(Letter.objects.filter(about__in={each.about for each in posts}).values_list("subject", "about", "adult"))
    rows = [
        Letter(
            application=each.application,
            adult=each.adult,
            subject=each.subject,
            about=each.about,
            posted_at=hand.now,
            posted_by=hand.by,
        )
        for each in posts
        if (each.subject, each.about, each.adult.pk) not in gone
    ]
    Letter.objects.bulk_create(rows)
    if rows:
        details = {"letters": [[row.application_id, row.adult_id, str(row.subject)] for row in rows]}
        record("letters.posted", held, by=hand.by_id, now=hand.now, details=details)
    return len(rows)


def sheet_of(each: Post) -> Sheet:
    if each.subject == LetterSubject.EXCEPTION:
        return exception_letter(Override.objects.get(key=each.about), each.application, each.to)
    if each.subject in (LetterSubject.RECEIPT, LetterSubject.ANSWER):
        appeal = Appeal.objects.select_related("answered_by").get(key=each.about)
        write = receipt_letter if each.subject == LetterSubject.RECEIPT else answer_letter
        return write(appeal, each.application, each.to)
    return decision_letter(each.application, each.to)


def told_applications(campaign: AllocationCampaign) -> list[Application]:
    """Those of whom something was decided, with all that a letter reads."""
    rows = campaign.applications.filter(cases__run__kind=RunKind.OFFICIAL).distinct()
    return list(rows.select_related("campaign__commune", "campaign__organisation", "child", "household"))


def _due(campaign: AllocationCampaign, on: date) -> list[tuple[Application, Adult, str, UUID]]:
    """After a second round, its answers stand for both; whom it tells nothing asked it for nothing."""
    applications = told_applications(campaign)
    readers = readers_of(applications, on)
    again = set(campaign.applications.filter(cases__run__kind=RunKind.SECOND).values_list("pk", flat=True))
    subject = LetterSubject.SECOND if again else LetterSubject.DECISION
    due: list[tuple[Application, Adult, str, UUID]] = [
        (application, adult, subject, application.key)
        for application in applications
        if not again or application.pk in again
        for adult in readers[application.pk]
    ]
    known = {each.pk: each for each in applications}
    signed = campaign.overrides.filter(state=OverrideState.SIGNED, application__in=known)
    due += [
        (known[application], adult, LetterSubject.EXCEPTION, key)
        for application, key in signed.values_list("application", "key")
        for adult in readers[application]
    ]
    due += _replies(campaign, known, readers)
    return [each for each in due if is_on_paper(each[1])]


def _replies(
    campaign: AllocationCampaign, known: dict[int, Application], readers: dict[int, list[Adult]]
) -> list[tuple[Application, Adult, str, UUID]]:
    """To whoever contested, and to nobody else: a receipt first, then the answer."""
    rows = Appeal.objects.filter(
        application__campaign=campaign, kind=AppealKind.REVIEW, asked_by__isnull=False, withdrawn_on__isnull=True
    )
    return [
        (
            known[each.application_id],
            each.asked_by,
            LetterSubject.RECEIPT if each.answered_on is None else LetterSubject.ANSWER,
            each.key,
        )
        for each in rows.select_related("asked_by")
        if each.application_id in known and each.asked_by and each.asked_by in readers[each.application_id]
    ]
