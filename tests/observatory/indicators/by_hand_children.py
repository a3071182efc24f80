"""Figures of children, counted by going through presences."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from statistics import mean, median

from preau.offer.activities.enums import Domain

from .by_hand import BANDS, Town, family_of, of


def _young(town: Town, child: int) -> bool:
    return child in town.kids and 11 <= town.kids[child].age <= 17


@of("A1.G1.E1.i1")
def _(town):
    return len([c for c in town.active(town.here) if _young(town, c) and town.kids[c].resident]), None


@of("A1.G1.E1.i2")
def _(town):
    young = {c for c in town.present if _young(town, c)}
    since = date(town.first.year - 2, town.first.month, town.first.day)
    return len(young - {c for c, *_ in town.came(since, town.first - timedelta(1))}), len(young)


@of("A1.G1.E1.i3")
def _(town):
    mine = {c for c in town.active(town.here) if c in town.kids and town.kids[c].age <= 16}
    after = town.active(town.came(date(town.year + 1, 9, 1), date(town.year + 2, 8, 31)))
    return len(mine & after), len(mine)


@of("A1.G1.E5.i1")
def _(town):
    past: dict[int, set[str]] = defaultdict(set)
    for child, activity, *_ in town.earlier:
        past[child].add(activity.domain)
    among = {c for c in town.present if c in past and c in town.kids}
    new = {c for c, activity, *_ in town.here if c in among and activity.domain not in past[c]}
    return len(new), len(among)


@of("A1.G1.E5.i2")
def _(town):
    tasted: dict[int, set[str]] = defaultdict(set)
    for child, activity, *_ in town.here:
        tasted[child].add(activity.domain)
    low = [len(d) for c, d in tasted.items() if c in town.kids and town.kids[c].band == BANDS[0]]
    high = [len(d) for c, d in tasted.items() if c in town.kids and town.kids[c].band == BANDS[-1]]
    return median(low) - median(high) if low and high else None


@of("A1.G1.E6.i2")
def _(town):
    digital, other = [], []
    for row in town._attendances:
        if row.state == "expected" or not town.first <= row.session.day <= town.until:
            continue
        (digital if row.session.activity.domain == Domain.SCIENCE else other).append(row.state in ("present", "left"))
    return 100 * (mean(digital) - mean(other)) if digital and other else None


@of("A1.G1.E7.i3")
def _(town):
    last = {}
    for row in town._attendances:
        if town.first <= row.session.day <= town.until:
            last[row.session] = max(last.get(row.session, row.recorded_at), row.recorded_at)
    waits = [max(int((at - session.ends_at).total_seconds() // 60), 0) for session, at in last.items()]
    return median(waits) if waits else None


@of("A1.G1.E10.i1")
def _(town):
    lived = {(a.site_id, s.band, family_of(a.domain)) for _c, a, _d, s in town.here if a.site_id and s.band}
    return len(lived), 4 * len({(site, band) for site, band, _family in lived})


@of("A1.G1.E10.i2")
def _(town):
    families, bands = defaultdict(set), defaultdict(set)
    for child, activity, _day, session in town.here:
        families[child].add(family_of(activity.domain))
        bands[child] |= {session.band} - {""}
    mine = town.present & set(town.kids)
    return len([c for c in mine if len(families[c]) >= 2 and len(bands[c]) >= 2]), len(mine)


@of("A2.G2.E2.i1")
def _(town):
    homes = {town.kids[c].home for c in town.present if c in town.kids} - {None}
    since = date(town.first.year - 2, town.first.month, town.first.day)
    lived: dict[int, set[int]] = defaultdict(set)
    for year in range(town.year - 3, town.year + 1):
        for child, kid in Town(year, town.first, town.until).kids.items():
            lived[child].add(kid.home)
    known = {home for c, *_ in town.came(since, town.first - timedelta(1)) for home in lived[c]}
    return len(homes - known), len(homes)


def _rates(town):
    active = town.active(town.here)
    found = defaultdict(list)
    for child, kid in town.kids.items():
        if kid.band and 3 <= kid.age <= 17:
            found[kid.band].append(child in active)
    return found


@of("A2.G2.E2.i2")
def _(town):
    rates = _rates(town)
    low, high = rates[BANDS[0]], rates[BANDS[-1]]
    return 100 * (mean(low) - mean(high)) if low and high else None


@of("A2.G2.E2.i3")
def _(town):
    rates, ranks, answers, seen = _rates(town), [], [], 0
    total = sum(len(each) for each in rates.values())
    if not total:
        return None
    for band in BANDS:
        size = len(rates[band])
        ranks += [(seen + size / 2) / total] * size
        answers += rates[band]
        seen += size
    middle, rank = mean(answers), mean(ranks)
    return 8 * mean((a - middle) * (r - rank) for a, r in zip(answers, ranks, strict=True))


@of("A2.G2.E3.i1")
def _(town):
    live, come = defaultdict(int), defaultdict(int)
    for child, kid in town.kids.items():
        if kid.quarter and kid.resident and 3 <= kid.age <= 17:
            live[kid.quarter] += 1
            come[kid.quarter] += child in town.present
    people, users = sum(live.values()), sum(come.values())
    return 50 * sum(abs(come[q] / users - live[q] / people) for q in live) if users else None


@of("A2.G2.E3.i2")
def _(town):
    kinds: dict[str, set[int]] = defaultdict(set)
    for child, activity, *_ in town.here:
        if child in town.kids and town.kids[child].sex:
            kinds[family_of(activity.domain)].add(child)
    gaps = [abs(100 * mean(town.kids[c].sex == "girl" for c in kids) - 50) for kids in kinds.values()]
    return mean(gaps) if gaps else None


@of("A2.G2.E4.i1")
def _(town):
    mine = {c for c in town.present if c in town.kids and 3 <= town.kids[c].age <= 17}
    places = defaultdict(set)
    for child, activity, *_ in town.here:
        if activity.site and activity.site.kind == "culture":
            places[child].add(activity.site_id)
    return len([c for c in mine if len(places[c]) >= 3]), len(mine)


@of("A3.G1.E3.i1")
def _(town):
    times = defaultdict(int)
    for child, activity, *_ in town.here:
        if "family" in activity.audiences:
            times[child] += 1
    return len([c for c, count in times.items() if count >= 2]), len(times)
