"""Last year's programme taken up again: the entries that are ticked, as drafts, their dates moved by the calendar."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from django.db import transaction

from preau.foundation.schoolyears import first_day, last_day
from preau.offer.activities.models import Activity
from preau.offer.activities.said import AdaptationFacts, adaptation_of
from preau.offer.activities.slots import SlotFacts, lines_of
from preau.offer.activities.state import ADAPTED, CONTACT, LINKS, LISTS, PLAIN
from preau.offer.activities.writing import create_activity
from preau.offer.prices.models import PriceRule
from preau.people.accounts.hand import Hand
from preau.town.calendar.queries import calendar_of
from preau.town.calendar.schoolcalendar import SchoolCalendar

from .errors import AlreadyCopied
from .shifting import a_year_later

_GIVEN = ("title", "domain", "starts_on", "ends_on")


@dataclass(slots=True)
class Copied:
    """``left_out`` have their copy already."""

    made: list[Activity] = field(default_factory=list)
    left_out: list[Activity] = field(default_factory=list)


@transaction.atomic
def copy_to_next_year(activities: Iterable[Activity], *, hand: Hand) -> Copied:
    """A draft for each, in the next school year; nothing is published twice. Raises AlreadyCopied."""
    done = Copied()
    keys = [each.pk for each in activities]
    held = Activity.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=keys).order_by("pk")
    calendar: SchoolCalendar | None = None
    for activity in held.select_related("commune", "organisation", "site", "price_rule"):
        calendar = calendar or calendar_of(activity.commune)
        if activity.copies.filter(school_year=activity.school_year + 1).exists():
            done.left_out.append(activity)
        else:
            done.made.append(_copy(activity, calendar, hand))
    if not done.made:
        raise AlreadyCopied
    return done


def _copy(activity: Activity, calendar: SchoolCalendar, hand: Hand) -> Activity:
    year = activity.school_year + 1
    starts_on = _inside(a_year_later(activity.starts_on, calendar), year)
    ends_on = max(_inside(a_year_later(activity.ends_on, calendar), year), starts_on)
    facts = {name: getattr(activity, name) for name in (*PLAIN, *LISTS, *CONTACT, *LINKS) if name not in _GIVEN}
    facts["price_rule"] = following(activity.price_rule, starts_on)
    lines = [_moved(line, calendar, starts_on, ends_on) for line in lines_of(activity)]
    adaptation = adaptation_of(activity)
    if adaptation is not None:
        facts["adaptation"] = AdaptationFacts(**{name: getattr(adaptation, name) for name in (*ADAPTED, *CONTACT)})
    return create_activity(
        activity.organisation,
        title=activity.title,
        domain=activity.domain,
        school_year=year,
        starts_on=starts_on,
        ends_on=ends_on,
        copied_from=activity,
        hand=hand,
        slots=lines,
        objectives=list(activity.objectives.filter(removed_at__isnull=True)),
        **facts,
    )


def following(rule: PriceRule | None, day: date) -> PriceRule | None:
    """The rule that holds that day under the same name; the same one while nobody decided another."""
    if rule is None or rule.valid_to is None or rule.valid_to >= day:
        return rule
    same = PriceRule.objects.filter(
        commune=rule.commune_id, organisation=rule.organisation_id, name=rule.name, valid_from__lte=day
    )
    return same.order_by("-valid_from").first() or rule


def _moved(line: SlotFacts, calendar: SchoolCalendar, starts_on: date, ends_on: date) -> SlotFacts:
    def moved(day: date | None) -> date | None:
        return None if day is None else min(max(a_year_later(day, calendar), starts_on), ends_on)

    return replace(line, key=None, first_on=moved(line.first_on), last_on=moved(line.last_on))


def _inside(day: date, year: int) -> date:
    return min(max(day, first_day(year)), last_day(year))
