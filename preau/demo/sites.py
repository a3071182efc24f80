"""The places of the story: who shares them, their hours, both projects, what they do together, their week."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from preau.demo.content import site_projects, site_weeks, sites, town
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import User
from preau.people.organisations.models import Commune, Organisation
from preau.plan.articulation.joining import dismiss_crossing, make_joint_sheet
from preau.plan.articulation.models import SitePair
from preau.plan.articulation.pairs import PairFacts, open_pair
from preau.plan.articulation.planning import EntryFacts, add_entry
from preau.plan.articulation.summaries import open_summary, publish_summary, write_summary
from preau.plan.sheets import stepping
from preau.plan.sheets.models import ActionSheet
from preau.plan.sheets.writing import edit_sheet
from preau.plan.structure.models import TerritorialEducationPlan
from preau.town.calendar.actions import open_week
from preau.town.calendar.rules import Line, Week, hours_of
from preau.town.places.actions import SiteFacts, add_site
from preau.town.places.enums import SiteKind
from preau.town.places.models import Site

type Organisations = Mapping[str, Organisation]
type People = Mapping[str, User]


def open_places(commune: Commune, organisations: Organisations, hand: Hand) -> dict[str, Site]:
    places: dict[str, Site] = {}
    for place in sites.PLACES:
        school, care = organisations[place.school], organisations[place.care]
        lon, lat = place.point
        facts = SiteFacts(place.name, SiteKind.SCHOOL, f"{place.address}, {town.NAME}", school, care, lon, lat)
        places[place.slug] = site = add_site(commune, facts, by=hand.by, now=hand.now)
        lines = [
            Line(band, sites.clock(start), sites.clock(end), days) for band, start, end, days in sites.HOURS[place.slug]
        ]
        week = Week(sites.VALID_FROM, None, hours_of(lines), sites.WEEK_NAME)
        open_week(site, week, decided_by=sites.DECIDED_BY, by=hand.by, now=hand.now)
    return places


def bring_together(
    plan: TerritorialEducationPlan, places: Mapping[str, Site], organisations: Organisations, people: People, hand: Hand
) -> None:
    """Both sides write and read each other; at the Tilleuls, something comes of it."""
    pairs = {slug: _pair(site, hand) for slug, site in places.items()}
    for project in site_projects.PROJECTS:
        _write(pairs[project.place], project, people)
    sheet = _join(pairs, plan, people)
    _dismiss(pairs, people)
    _plan_weeks(places, organisations, hand)
    _place_in_week(places["les-tilleuls"], sheet, hand)


def _pair(site: Site, hand: Hand) -> SitePair:
    assert site.school is not None and site.care is not None  # noqa: S101  the story gives both
    facts = PairFacts(site.school, site.care, site_projects.DUE_ON)
    return open_pair(site, site_projects.YEAR, facts, hand=hand)


def _path(pair: SitePair) -> str:
    return f"/atelier/sites/{pair.site.slug}/projets/?annee={pair.school_year}"


def _write(pair: SitePair, project: site_projects.Project, people: People) -> None:
    author = people[project.author]
    draft = write_summary(pair, project.side, project.content, seen_revision=0, hand=Hand(author, project.written_at))
    if project.published_at is None:
        return
    hand = Hand(author, project.published_at)
    shown = publish_summary(pair, project.side, seen_revision=draft.revision, hand=hand, path=_path(pair))
    for key, at in project.opened_by:
        open_summary(shown, organisation=pair.side(project.side.other), hand=Hand(people[key], at))


def _join(pairs: Mapping[str, SitePair], plan: TerritorialEducationPlan, people: People) -> ActionSheet:
    """A crossing of the Tilleuls becomes an action that both sides agreed on, and that runs."""
    place, key, side, who, at = site_projects.JOINED
    pair, hand = pairs[place], Hand(people[who], at)
    sheet = make_joint_sheet(pair, key, carried_by=side, plan=plan, hand=hand, path=_path(pair)).sheet
    served = plan.items.present().filter(text__startswith=site_projects.JOINT_SERVES)
    starts_on, ends_on = site_projects.JOINT_DAYS
    facts = {"title": site_projects.JOINT_TITLE, "objectives": list(served), "bands": [site_weeks.JOINT_DAY[1].value]}
    more = {"age_from": 6, "age_to": 11, "starts_on": starts_on, "ends_on": ends_on}
    sheet = edit_sheet(sheet, {**facts, **more}, seen_version=sheet.version, hand=hand).sheet
    stepping.propose(sheet, hand=hand)
    stepping.validate(sheet, organisation=pair.care, hand=hand)
    stepping.validate(sheet, organisation=pair.school, hand=replace(hand, by=people["claire.aubin"]))
    stepping.schedule(sheet, hand=hand)
    return stepping.start(sheet, hand=hand)


def _dismiss(pairs: Mapping[str, SitePair], people: People) -> None:
    place, key, who, at, reason = site_projects.DISMISSED
    dismiss_crossing(pairs[place], key, reason=reason, hand=Hand(people[who], at))


def _plan_weeks(places: Mapping[str, Site], organisations: Organisations, hand: Hand) -> None:
    for slug, entries in site_weeks.WEEKS.items():
        for entry in entries:
            for weekday in entry.days:
                facts = EntryFacts(
                    title=entry.title,
                    weekday=weekday,
                    band=entry.band.value,
                    starts_at=sites.clock(entry.starts),
                    ends_at=sites.clock(entry.ends),
                    starts_on=site_weeks.STARTS_ON,
                    ends_on=site_weeks.ENDS_ON,
                    age_from=entry.ages[0],
                    age_to=entry.ages[1],
                    group=entry.group,
                    theme=str(entry.theme),
                    lead=organisations.get(entry.lead),
                    leader=entry.leader,
                )
                add_entry(places[slug], facts, hand=hand)


def _place_in_week(site: Site, sheet: ActionSheet, hand: Hand) -> None:
    weekday, band, starts, ends, title, ages, theme = site_weeks.JOINT_DAY
    facts = EntryFacts(
        title=title,
        weekday=weekday,
        band=band.value,
        starts_at=sites.clock(starts),
        ends_at=sites.clock(ends),
        starts_on=site_projects.JOINT_DAYS[0],
        ends_on=site_projects.JOINT_DAYS[1],
        age_from=ages[0],
        age_to=ages[1],
        theme=theme.value,
        lead=site.care,
        sheet=sheet,
    )
    add_entry(site, facts, hand=hand)
