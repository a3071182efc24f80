"""A town of any size: activities with their slots and twenty sessions each, the same every time."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import batched
from random import Random
from typing import Any

SESSIONS = 20
FIRST_DAY = date(2026, 11, 23)
"""A Monday; sessions are those of the twenty weeks that follow."""
NOW = datetime(2026, 11, 24, 13, 30, tzinfo=UTC)
_THINGS = (
    "judo natation théâtre danse guitare football basket handball escalade aviron poterie dessin robots chorale cirque "
    "escrime gymnastique athlétisme tennis badminton échecs lecture conte jardinage cuisine couture vélo skate yoga "
    "percussions piano photographie cinéma astronomie anglais devoirs bricolage karaté rugby voile marionnettes"
).split()
_HOW = (
    "découverte débutants confirmés enfants jeunes famille loisir compétition doux créatif plein-air ensemble".split()
)
_WORDS = (
    "apprendre jouer créer rencontrer progresser ensemble groupe atelier séance matériel prêté adapté rythme plaisir "
    "équipe parent animateur salle scène terrain bassin instrument couleur histoire expérience geste voix musique "
    "spectacle tournoi sortie nature eau ballon règle respect confiance équilibre motricité imagination"
).split()


def grow(town: Any, size: int) -> None:
    """Adds what is missing up to ``size`` published activities, and says that the catalogue changed."""
    from preau.offer.activities.models import Activity
    from preau.offer.activities.revisions import touch

    there = Activity.objects.count()
    providers, sites, rules = _around(town, size)
    for group in batched(range(there, size), 1000):
        chance = Random(group[0])
        _write([_activity(chance, town, number, providers, sites, rules) for number in group], chance)
    touch(town, [])


def make_town() -> Any:
    from preau.people.organisations.models import Commune

    return Commune.objects.get_or_create(insee_code="99998", defaults={"name": "Bourg-la-Fontaine"})[0]


def _around(town: Any, size: int) -> tuple[list[Any], list[Any], list[Any]]:
    """A provider for thirty activities, a site for fifty, forty prices."""
    from preau.offer.prices.models import PriceRule
    from preau.people.organisations.models import Organisation
    from preau.town.places.models import Site

    chance = Random(1)
    for number in range(Organisation.objects.count(), max(size // 30, 5)):
        Organisation.objects.create(
            commune=town, name=f"Association {number}", slug=f"association-{number}", kind="association"
        )
    Site.objects.bulk_create(
        Site(
            commune=town,
            name=f"Lieu {number}",
            slug=f"lieu-{number}",
            kind="sport",
            lon=2.15 + chance.random() * 0.04,
            lat=48.93 + chance.random() * 0.026,
        )
        for number in range(Site.objects.count(), max(size // 50, 5))
    )
    for number in range(PriceRule.objects.count(), 40):
        kind = "free" if number % 4 == 0 else "linear"
        terms = (
            {}
            if kind == "free"
            else {"rate": "0.02", "floor": 100 * number, "ceiling": 900 * number, "unknown": 900 * number}
        )
        unit = ("la séance", "un trimestre", "un an")[number % 3]
        PriceRule.objects.create(
            commune=town, name=f"Tarif {number}", kind=kind, terms=terms, unit=unit, valid_from=date(2026, 9, 1)
        )
    _quarters(town)
    return list(Organisation.objects.all()), list(Site.objects.all()), list(PriceRule.objects.all())


def _quarters(town: Any) -> None:
    from preau.town.areas.models import Area

    for number in range(Area.objects.count(), 8):
        west, east = 2.15 + number * 0.005, 2.155 + number * 0.005
        ring = [[west, 48.93], [east, 48.93], [east, 48.956], [west, 48.956], [west, 48.93]]
        Area.objects.create(
            commune=town,
            kind="quarter",
            name=f"Quartier {number}",
            official_id=f"q{number}",
            fingerprint="-",
            outline={"type": "Polygon", "coordinates": [ring]},
            west=west,
            south=48.93,
            east=east,
            north=48.956,
        )


def _activity(chance: Random, town: Any, number: int, providers: list[Any], sites: list[Any], rules: list[Any]) -> Any:
    from preau.offer.activities.enums import Domain, Pillar, SchoolLevel
    from preau.offer.activities.models import Activity

    thing, first = chance.choice(_THINGS), chance.randrange(2, 14)
    at = datetime(2026, 9, 1, 8, tzinfo=UTC) + timedelta(minutes=number)
    return Activity(
        commune=town,
        organisation=chance.choice(providers),
        slug=f"{number}",
        school_year=2026,
        title=f"{thing.capitalize()} {chance.choice(_HOW)} {number}",
        summary=" ".join(chance.choices(_WORDS, k=12)),
        description=" ".join(chance.choices(_WORDS, k=60)),
        domain=chance.choice(Domain.values),
        keywords=" ".join(chance.choices(_WORDS, k=3)),
        pillars=chance.sample(Pillar.values, chance.randrange(2)),
        audiences=chance.sample(["child", "young", "family", "class"], chance.randrange(1, 3)),
        levels=chance.sample(SchoolLevel.values, chance.randrange(3)),
        age_min=first,
        age_max=first + chance.randrange(1, 8),
        site=chance.choice(sites),
        starts_on=date(2026, 9, 7),
        ends_on=date(2027, 6, 30),
        price_rule=chance.choice(rules),
        has_taster=chance.random() < 0.3,
        booking=chance.choice(["none", "contact", "town"]),
        state="stale" if chance.random() < 0.05 else "published",
        published_at=at,
        verified_on=at.date(),
        created_at=at,
        updated_at=at,
    )


def _write(activities: list[Any], chance: Random) -> None:
    from preau.offer.activities.models import Activity, Adaptation, Session, Slot

    Activity.objects.bulk_create(activities)
    slots = Slot.objects.bulk_create(
        Slot(activity=each, weekday=chance.randrange(7), starts_at=time(hour), ends_at=time(hour + 1))
        for each in activities
        for hour in [chance.choice([9, 10, 11, 14, 15, 16, 17, 18])]
    )
    Adaptation.objects.bulk_create(
        Adaptation(
            activity=each,
            sensory=chance.sample(["quiet", "small_group", "calm_room"], chance.randrange(3)),
            communication=chance.sample(["pictograms", "sign_language", "easy_read"], chance.randrange(2)),
            premises=chance.sample(["step_free", "toilets"], chance.randrange(3)),
            companion_is_free=chance.random() < 0.1,
        )
        for each in activities
        if chance.random() < 0.4
    )
    Session.objects.bulk_create(_sessions(slots), batch_size=5000)


def _sessions(slots: list[Any]) -> Any:
    from preau.offer.activities.models import Session

    for slot in slots:
        for week in range(SESSIONS):
            day = FIRST_DAY + timedelta(days=slot.weekday + 7 * week)
            start = datetime.combine(day, slot.starts_at, tzinfo=UTC) - timedelta(hours=1)
            yield Session(
                activity_id=slot.activity_id, slot=slot, day=day, starts_at=start, ends_at=start + timedelta(hours=1)
            )
