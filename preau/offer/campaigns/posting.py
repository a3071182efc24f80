"""Letters that still have to be posted, in the order of a round, and those that somebody put in the post."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.households.models import Adult

from .addressing import Addressee, addressees, is_on_paper, readers_of
from .enums import LetterSubject, RunKind
from .letters import Sheet, decision_letter
from .models import AllocationCampaign, Application, Letter
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
    return decision_letter(each.application, each.to)


def told_applications(campaign: AllocationCampaign) -> list[Application]:
    """Those of whom something was decided, with all that a letter reads."""
    rows = campaign.applications.filter(cases__run__kind=RunKind.OFFICIAL).distinct()
    return list(rows.select_related("campaign__commune", "campaign__organisation", "child", "household"))


def _due(campaign: AllocationCampaign, on: date) -> Iterable[tuple[Application, Adult, str, UUID]]:
    applications = told_applications(campaign)
    readers = readers_of(applications, on)
    return [
        (application, adult, LetterSubject.DECISION, application.key)
        for application in applications
        for adult in readers[application.pk]
        if is_on_paper(adult)
    ]
