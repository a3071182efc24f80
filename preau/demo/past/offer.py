"""What ran in the years before: today's entries as they were then, out of the catalogue, with their days and groups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from preau.demo.content import calendar as days
from preau.demo.content import past as story
from preau.offer.activities.bands import TownBands
from preau.offer.activities.enums import EntryState, Rhythm, Season
from preau.offer.activities.models import Activity, Session, Slot
from preau.offer.activities.recurrence import BandOf, occurrences
from preau.offer.enrolment.labels import slot_label
from preau.offer.enrolment.models import BookingUnit
from preau.people.organisations.models import Commune
from preau.plan.structure.models import PlanItem
from preau.town.calendar.queries import calendar_of, weeks_by_site
from preau.town.calendar.schoolcalendar import Holiday, SchoolCalendar, Zone

_MONDAY = date(2026, 9, 14)
"""Weeks are known since this autumn: the same day and hour were the same moment before."""
_SAME = (
    "commune", "organisation", "title", "summary", "description", "domain", "keywords", "pillars", "audiences",
    "levels", "age_min", "age_max", "site", "meeting_point", "capacity", "staff", "price_words", "has_taster",
    "booking", "booking_words", "contact_name", "contact_phone", "contact_email",
)  # fmt: skip
"""Without its price: the rules of today begin with the plan."""
_SAME_HOURS = ("rhythm", "season", "weekday", "starts_at", "ends_at", "capacity", "label")


@dataclass(frozen=True, slots=True)
class Group:
    """A group in one school year, with its days. ``unit`` None: one came without a place."""

    year: int
    activity: Activity
    slot: int
    seats: int
    unit: BookingUnit | None
    sessions: list[Session] = field(default_factory=list)

    @property
    def domain(self) -> str:
        return self.activity.domain

    @property
    def name(self) -> tuple[str, int]:
        """What makes it the same group from one year to the next."""
        return self.activity.title, self.slot


def run_again(commune: Commune) -> list[Group]:
    """In the order of the years, the running one last."""
    today = {
        each.slug: each
        for each in Activity.objects.filter(commune=commune, school_year=story.NOW)
        .select_related("organisation", "site")
        .prefetch_related("slots", "objectives", "units")
    }
    bands = TownBands(weeks_by_site(commune), calendar_of(commune))
    before: dict[str, Activity] = {}
    groups: list[Group] = []
    for year in story.YEARS:
        groups += _year(year, today, before, bands)
    return groups + _autumn(today)


def _year(year: int, today: dict[str, Activity], before: dict[str, Activity], bands: TownBands) -> list[Group]:
    ran = [each for each in story.GROUPS if each.since <= year]
    once = [each for each in story.DAYS if each.since <= year]
    entries = {slug: _entry(today[slug], year, before.get(slug)) for slug in dict.fromkeys(each.entry for each in ran)}
    entries |= {each.entry: _day_entry(today[each.entry], each, year, before.get(each.entry)) for each in once}
    Activity.objects.bulk_create(entries.values())
    _serve(today, entries)
    before |= entries
    slots = [_slot(_slots(today[each.entry])[each.slot], entries[each.entry]) for each in ran]
    dates = [_one_day(_slots(today[each.entry])[0], entries[each.entry]) for each in once]
    Slot.objects.bulk_create([*slots, *dates])
    units = [_unit(slot, each, year) if each.seats else None for slot, each in zip(slots, ran, strict=True)]
    BookingUnit.objects.bulk_create(each for each in units if each)
    groups = [
        Group(year, slot.activity, each.slot, each.seats or each.comes, unit)
        for slot, each, unit in zip(slots, ran, units, strict=True)
    ]
    groups += [Group(year, slot.activity, 0, each.comes, None) for slot, each in zip(dates, once, strict=True)]
    calendar = _calendar()
    for group, slot in zip(groups, [*slots, *dates], strict=True):
        group.sessions.extend(_sessions(slot, calendar, bands))
    Session.objects.bulk_create([each for group in groups for each in group.sessions], batch_size=1000)
    return groups


def _autumn(today: dict[str, Activity]) -> list[Group]:
    """The sheets of this year: groups that the story leaves alone, closed since the end of September."""
    found = []
    for each in story.GROUPS:
        activity = today[each.entry]
        slot = _slots(activity)[each.slot]
        if not each.now or slot.units.exists():
            continue
        unit = _unit(slot, each, story.NOW) if each.seats else None
        if unit:
            unit.save()
        sessions = slot.sessions.filter(day__lte=story.LAST_DAY, is_cancelled=False).order_by("day")
        found.append(Group(story.NOW, activity, each.slot, each.seats or each.comes, unit, list(sessions)))
    return found


def _entry(today: Activity, year: int, before: Activity | None) -> Activity:
    opened = _at(date(year, 6, 20))
    return Activity(
        **{name: getattr(today, name) for name in _SAME},
        slug=f"{today.slug[:94]}-{year}",
        school_year=year,
        starts_on=_second_monday(year),
        ends_on=date(year + 1, 6, 28),
        state=EntryState.WITHDRAWN,
        published_at=opened,
        verified_on=opened.date(),
        copied_from=before,
        created_at=opened,
        updated_at=_at(date(year + 1, 7, 1)),
    )


def _day_entry(today: Activity, told: story.Day, year: int, before: Activity | None) -> Activity:
    entry = _entry(today, year, before)
    entry.starts_on = entry.ends_on = date(year, told.month, told.day)
    return entry


def _serve(today: dict[str, Activity], entries: dict[str, Activity]) -> None:
    """They serve what they serve today: that is how an objective finds what it was before it was written."""
    link = Activity.objectives.through
    items: Iterable[tuple[Activity, PlanItem]] = (
        (entry, item) for slug, entry in entries.items() for item in today[slug].objectives.all()
    )
    link.objects.bulk_create(link(activity=entry, planitem=item) for entry, item in items)


def _slots(activity: Activity) -> list[Slot]:
    """In the order of the week."""
    return sorted(activity.slots.all(), key=lambda each: (each.weekday or 0, each.starts_at, each.pk))


def _slot(today: Slot, entry: Activity) -> Slot:
    return Slot(activity=entry, **{name: getattr(today, name) for name in _SAME_HOURS})


def _one_day(today: Slot, entry: Activity) -> Slot:
    return Slot(
        activity=entry,
        rhythm=Rhythm.ONCE,
        season=Season.ALWAYS,
        starts_at=today.starts_at,
        ends_at=today.ends_at,
        first_on=entry.starts_on,
    )


def _unit(slot: Slot, told: story.Ran, year: int) -> BookingUnit:
    return BookingUnit(
        activity=slot.activity,
        slot=slot,
        label=slot_label(slot),
        starts_on=slot.activity.starts_on,
        ends_on=slot.activity.ends_on,
        capacity=told.seats,
        opens_at=_at(date(year, 9, 2)),
        closes_at=_at(date(year, 9, 28)),
        documents=sorted(story.DOCUMENTS[year - story.YEARS[0]]),
    )


def _sessions(slot: Slot, calendar: SchoolCalendar, bands: TownBands) -> Iterator[Session]:
    activity = slot.activity
    between = (activity.starts_on, activity.ends_on)
    for each in occurrences(slot, between, calendar, band_of=_as_today(bands, activity.site_id)):
        yield Session(
            activity=activity,
            slot=slot,
            day=each.day,
            starts_at=each.starts_at,
            ends_at=each.ends_at,
            band=each.band or "",
        )


def _as_today(bands: TownBands, site: int | None) -> BandOf:
    return lambda day, moment: bands.band(site, _MONDAY + timedelta(days=day.weekday()), moment)


def _calendar() -> SchoolCalendar:
    return SchoolCalendar(
        zones=(Zone(days.ZONE_SINCE, None, days.ZONE),),
        holidays=tuple(Holiday(name, first, last, days.ZONE) for name, first, last in story.HOLIDAYS),
        bank_holidays=dict.fromkeys(story.BANK_HOLIDAYS, ""),
        zone=timezone.get_default_timezone(),
    )


def _second_monday(year: int) -> date:
    first = date(year, 9, 8)
    return first + timedelta(days=-first.weekday() % 7)


def _at(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(9)))
