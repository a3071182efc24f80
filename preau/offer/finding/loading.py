"""From the database to plain entries. No model is made on the way: twenty thousand entries are read in a second."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, time, timedelta
from typing import Any

from django.db.models import Count, QuerySet

from preau.offer.activities.enums import Booking, Domain, EntryState, Rhythm, Season
from preau.offer.activities.models import Activity, Session, Slot
from preau.offer.prices.models import PriceRule
from preau.offer.prices.queries import in_force
from preau.offer.prices.rules import Household, Terms, highest, lowest, price, terms_of
from preau.people.organisations.models import Commune
from preau.town.areas.quarters import QuarterOf, quarters_of
from preau.town.places.models import Site

from .entries import HOLIDAYS, TERM, Entry, Meeting, Place, Tariff, Time
from .needs import needs_met
from .vocabulary import DOMAIN_WORD, DOMAIN_WORDS, PILLAR_WORD, PUBLIC_WORD

WINDOW = timedelta(days=14)
"""How far ahead the index knows each session; later ones are asked of the database, for the entries of a page."""
_SEASONS = {Season.TERM: (TERM,), Season.HOLIDAYS: (HOLIDAYS,), Season.ALWAYS: (TERM, HOLIDAYS)}
_FACTS = (
    "pk slug title summary description keywords domain audiences levels pillars age_min age_max site price_rule "
    "booking has_taster state updated_at meeting_point organisation__slug organisation__name adaptation__pk "
    "adaptation__staff_trained adaptation__sensory adaptation__communication adaptation__premises "
    "adaptation__companion_is_free adaptation__has_trial adaptation__is_specialised"
).split()


def load_entries(
    activities: QuerySet[Activity], places: Mapping[int, Place], tariffs: Mapping[int, Tariff], *, today: date
) -> list[Entry]:
    """Entries that are shown and not over. Four queries."""
    chosen = activities.shown().filter(ends_on__gte=today)  # type: ignore[attr-defined]
    inside = chosen.order_by().values("pk")
    counts = dict(
        Session.objects.filter(activity__in=inside).order_by().values_list("slot").annotate(count=Count("pk"))
    )
    times, attended = _times(Slot.objects.filter(activity__in=inside), counts)
    meetings = _meetings(
        Session.objects.filter(activity__in=inside, day__gte=today, day__lt=today + WINDOW, is_cancelled=False)
    )
    return [
        _entry(facts, places, tariffs, times.get(facts["pk"], ()), attended.get(facts["pk"], 0), meetings)
        for facts in chosen.order_by("pk").values(*_FACTS).iterator(chunk_size=2000)
    ]


def load_places(commune: Commune) -> dict[int, Place]:
    """Every site; a room is where its building is. Two queries."""
    quarter_of = quarters_of(commune)
    sites = {each.pk: each for each in Site.objects.filter(commune=commune)}
    return {key: _place(site, sites.get(site.part_of_id or 0), quarter_of) for key, site in sites.items()}


def load_tariffs(commune: Commune, *, today: date) -> dict[int, Tariff]:
    """By the id of each rule, what it costs on that day: its series' rule of then, else itself. Two queries."""
    rules = list(PriceRule.objects.filter(commune=commune))
    held = in_force(rules, today)
    return {rule.pk: _tariff(held.get(rule.pk, rule)) for rule in rules}


def _tariff(rule: PriceRule) -> Tariff:
    terms = terms_of(rule)
    return Tariff(rule.unit, lowest(terms), highest(terms), _by_quotient(terms))


def _by_quotient(terms: Terms) -> Callable[[int], int]:
    return lambda quotient: price(terms, Household(quotient)).cents


def _place(site: Site, building: Site | None, quarter_of: QuarterOf) -> Place:
    located = building if site.lon is None and building else site
    if located.lon is None or located.lat is None:
        return Place(site.name, site.slug)
    quarter = quarter_of(located.lon, located.lat)
    return Place(
        site.name,
        site.slug,
        quarter.slug if quarter else "",
        quarter.name if quarter else "",
        located.lon,
        located.lat,
    )


def _times(slots: QuerySet[Slot], counts: Mapping[int, int]) -> tuple[dict[int, tuple[Time, ...]], dict[int, int]]:
    """By entry, its moments, and the sessions that one person attends.

    The slots of a group go together; two groups, or two slots without a name, are a choice: nobody comes to both.
    """
    times: dict[int, dict[Time, None]] = {}
    groups: dict[int, dict[str | int, int]] = {}
    wanted = ("pk", "activity_id", "label", "rhythm", "season", "weekday", "starts_at", "first_on")
    for pk, key, label, *rule in slots.values_list(*wanted).order_by("pk").iterator():
        times.setdefault(key, {}).update(dict.fromkeys(_moments(*rule)))
        group = groups.setdefault(key, {})
        group[label or pk] = group.get(label or pk, 0) + counts.get(pk, 0)
    attended = {key: max(sizes.values()) for key, sizes in groups.items()}
    return {key: tuple(each) for key, each in times.items()}, attended


def _moments(rhythm: str, season: str, weekday: int | None, starts_at: time, first_on: date | None) -> Iterable[Time]:
    """A slot of the holidays runs from Monday to Friday; one that runs once has the weekday of its day."""
    if rhythm == Rhythm.HOLIDAYS:
        return [Time(HOLIDAYS, day, starts_at.hour) for day in range(5)]
    if rhythm == Rhythm.ONCE and first_on is not None:
        weekday = first_on.weekday()
    return [Time(each, weekday, starts_at.hour) for each in _SEASONS[Season(season)]] if weekday is not None else []


def _meetings(sessions: QuerySet[Session]) -> dict[int, tuple[Meeting, ...]]:
    found: dict[int, list[Meeting]] = {}
    wanted = ("activity_id", "day", "starts_at", "ends_at")
    for key, day, starts_at, ends_at in sessions.order_by("starts_at").values_list(*wanted).iterator(chunk_size=5000):
        found.setdefault(key, []).append(Meeting(day, starts_at, ends_at))
    return {key: tuple(each) for key, each in found.items()}


def _entry(
    facts: dict[str, Any],
    places: Mapping[int, Place],
    tariffs: Mapping[int, Tariff],
    times: tuple[Time, ...],
    sessions: int,
    meetings: Mapping[int, tuple[Meeting, ...]],
) -> Entry:
    place = facts["site"]
    return Entry(
        pk=facts["pk"],
        slug=facts["slug"],
        title=facts["title"],
        domain=DOMAIN_WORD[facts["domain"]],
        organisation=facts["organisation__slug"],
        organiser=facts["organisation__name"],
        texts=_texts(facts, places.get(place)),
        place=place,
        tariff=facts["price_rule"] if facts["price_rule"] in tariffs else None,
        sessions=sessions,
        age_min=facts["age_min"],
        age_max=facts["age_max"],
        audiences=tuple(PUBLIC_WORD[each] for each in facts["audiences"] if each in PUBLIC_WORD),
        levels=tuple(facts["levels"]),
        pillars=tuple(PILLAR_WORD[each] for each in facts["pillars"] if each in PILLAR_WORD),
        needs=_needs(facts),
        times=times,
        meetings=meetings.get(facts["pk"], ()),
        is_specialised=bool(facts["adaptation__is_specialised"]),
        has_taster=facts["has_taster"],
        is_without_booking=facts["booking"] == Booking.NONE,
        is_stale=facts["state"] == EntryState.STALE,
        changed_at=facts["updated_at"],
    )


def _texts(facts: dict[str, Any], place: Place | None) -> tuple[str, ...]:
    """In the order of ``lexicon.LEVELS``."""
    domain = Domain(facts["domain"])
    where = f"{facts['organisation__name']} {place.name if place else ''} {facts['meeting_point']}"
    named = f"{domain.label} {DOMAIN_WORDS[domain]}"
    return (facts["title"], facts["keywords"], named, facts["summary"], where, facts["description"])


def _needs(facts: dict[str, Any]) -> tuple[str, ...]:
    if facts["adaptation__pk"] is None:
        return ()
    lists = (facts[f"adaptation__{name}"] or () for name in ("sensory", "communication", "premises"))
    return needs_met(
        (value for each in lists for value in each),
        is_trained=bool(facts["adaptation__staff_trained"]),
        companion_is_free=facts["adaptation__companion_is_free"],
        has_trial=facts["adaptation__has_trial"],
    )
