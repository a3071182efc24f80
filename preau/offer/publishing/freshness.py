"""What time brings: entries to verify, papers that end. Each thing is told once, however often this runs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from preau.foundation.text.days import months_later
from preau.offer.activities.enums import EntryState
from preau.offer.activities.models import Activity
from preau.offer.providers.delays import delays_on
from preau.offer.providers.enums import DelayKind, PaperState
from preau.offer.providers.joining import forget
from preau.offer.providers.models import PaperReminder, ProviderPaper
from preau.offer.providers.telling import tell_end
from preau.people.accounts.hand import Hand
from preau.people.organisations.models import Commune

from .models import EntryReminder
from .sending import forget_tables
from .stepping import expire
from .suspending import suspend_without_papers
from .telling import tell_soon_stale


@dataclass(slots=True)
class Day:
    """How many of each the run did."""

    recalled: int = 0
    expired: int = 0
    papers: int = 0
    hidden: int = 0
    forgotten: int = 0


def verify_before(verified_on: date, months: int) -> date:
    """The day on which an entry is to be verified again: it is stale from that day on."""
    return months_later(verified_on, months)


def stage(due_on: date, on: date, steps: tuple[int, ...]) -> int | None:
    """The nearest of the recalls whose day has come, None before the first. A run that was missed tells the last one.

    ``steps`` in days before ``due_on``.
    """
    left = (due_on - on).days
    return min((days for days in steps if left <= days), default=None)


def follow_catalogue(*, hand: Hand) -> Day:
    """Each morning. Run again the same day, it does nothing."""
    done = Day(forgotten=forget(now=hand.now) + forget_tables(hand=hand))
    on = timezone.localdate(hand.now)
    for commune in Commune.objects.order_by("pk"):
        delays = delays_on(commune, on)
        (months,) = delays[DelayKind.FRESHNESS]
        for activity in _published(commune):
            assert activity.verified_on is not None  # noqa: S101  the database has it once published
            due_on = verify_before(activity.verified_on, months)
            if due_on <= on:
                done.expired += _expired(activity, hand)
            elif (days := stage(due_on, on, delays[DelayKind.FRESHNESS_NOTICE])) is not None:
                done.recalled += _recalled(activity, due_on, days, hand)
        done.papers += sum(_ending(each, on, delays[DelayKind.PAPER_NOTICE], hand) for each in _papers(commune))
        done.hidden += suspend_without_papers(commune, hand=hand)
    return done


def _published(commune: Commune) -> list[Activity]:
    found = Activity.objects.filter(commune=commune, state=EntryState.PUBLISHED)
    return list(found.select_related("organisation", "commune").order_by("pk"))


def _papers(commune: Commune) -> list[ProviderPaper]:
    """Valid papers with an end that nothing newer replaces."""
    found = ProviderPaper.objects.filter(
        organisation__commune=commune, state=PaperState.VALID, valid_until__isnull=False
    )
    latest: dict[tuple[int, str], ProviderPaper] = {}
    for paper in found.select_related("organisation").order_by("valid_until", "pk"):
        latest[paper.organisation_id, paper.kind] = paper
    return list(latest.values())


@transaction.atomic
def _expired(activity: Activity, hand: Hand) -> bool:
    current = Activity.objects.select_for_update(of=("self",), no_key=True).get(pk=activity.pk)
    if current.state != EntryState.PUBLISHED or current.verified_on != activity.verified_on:
        return False
    expire(activity, hand=hand)
    return True


@transaction.atomic
def _recalled(activity: Activity, due_on: date, days: int, hand: Hand) -> bool:
    """The unique row is the gate: another worker that is here too finds it taken."""
    _row, is_new = EntryReminder.objects.get_or_create(
        activity=activity, due_on=due_on, days=days, defaults={"sent_at": hand.now}
    )
    if is_new:
        tell_soon_stale(activity, due_on, hand=hand)
    return is_new


@transaction.atomic
def _ending(paper: ProviderPaper, on: date, steps: tuple[int, ...], hand: Hand) -> bool:
    assert paper.valid_until is not None  # noqa: S101  asked for
    has_ended = paper.valid_until < on
    days = 0 if has_ended else stage(paper.valid_until, on, steps)
    if days is None or (has_ended and on - paper.valid_until > _OLD_NEWS):
        return False
    _row, is_new = PaperReminder.objects.get_or_create(paper=paper, days=days, defaults={"sent_at": hand.now})
    if is_new:
        tell_end(paper, days=days, hand=hand)
    return is_new


_OLD_NEWS = timedelta(days=30)
"""A paper that ended longer ago is on the page of its organisation; nobody is woken for it."""
