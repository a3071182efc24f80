"""The places of the story come alive: their doors, the way in, three grounds, two pictures."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from preau.demo.content import doors, grounds
from preau.demo.content.sites import clock
from preau.demo.pictures import ground_under_the_bridge, library_by_the_river
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import User
from preau.people.organisations.models import Commune
from preau.town.places.actions import Practical, describe_site
from preau.town.places.answers import write_answers
from preau.town.places.enums import PlaceRegister
from preau.town.places.hours import add_change, write_openings
from preau.town.places.models import PlaceRecord, Site
from preau.town.places.opening import Change, Opening
from preau.town.places.photos import PhotoFacts, add_photo
from preau.town.spaces.counting import count_visit
from preau.town.spaces.enums import WordsState
from preau.town.spaces.keeping import open_space
from preau.town.spaces.models import OpenSpace, SpaceReport
from preau.town.spaces.reporting import show_words

PICTURES = (
    (
        "terrain-des-quais",
        ground_under_the_bridge,
        "Un terrain rouge sous les arches d’un pont, avec deux paniers de basket",
    ),
    (
        "mediatheque-des-quais",
        library_by_the_river,
        "Une longue maison claire au bord du fleuve, une rampe mène à sa porte verte",
    ),
)
_SPORTS, _ACCESS, _DIGITAL = PlaceRegister.SPORTS, PlaceRegister.ACCESS, PlaceRegister.DIGITAL
RECORDS = (
    (_SPORTS, "GYMNASE DES DEUX RIVES", "Salle multisports", "8 av du Stade", (2.18515, 48.94362)),
    (_SPORTS, "TERRAIN DE PETANQUE DU PORT", "Boulodrome", "rue du Port", (2.1829, 48.9418)),
    (_SPORTS, "SKATE PARK DEUX RIVES", "Skatepark", "avenue du Stade", (2.18677, 48.94415)),
    (_ACCESS, "Médiathèque des Quais", "Bibliothèque médiathèque", "18 quai des Mariniers", (2.17142, 48.93432)),
    (_DIGITAL, "Espace numérique de la gare", "Médiation numérique", "7 place de la Gare", (2.1715, 48.9417)),
)
"""Lines of registers that wait for somebody to say which place they speak of."""


def open_doors(commune: Commune, people: Mapping[str, User], hand: Hand) -> None:
    """After the places are there."""
    sites = {site.slug: site for site in Site.objects.filter(commune=commune)}
    for slug, door in doors.DOORS.items():
        _open(sites[slug], door, hand)
    for slug, first, last, reason in doors.CHANGES:
        add_change(sites[slug], Change(first, last, reason=reason), hand=hand)
    for slug, draw, alternative in PICTURES:
        facts = PhotoFacts(alternative, "Dessin de la ville de Clairval", "CC0", shows_no_child=True)
        add_photo(sites[slug], draw(), facts, hand=hand)
    spaces = {
        slug: open_space(sites[slug], facts, hand=hand, token=token) for slug, (token, facts) in grounds.GROUNDS.items()
    }
    _report(spaces, hand)
    _count(spaces, people)
    _register(commune)


def _open(site: Site, door: doors.Door, hand: Hand) -> None:
    told = Practical(door.about, door.phone, "", door.transport, door.parking)
    site = describe_site(site, told, seen_version=site.version, hand=hand)
    openings = [
        Opening(day, clock(start), clock(end), season) for days, start, end, season in door.hours for day in days
    ]
    site = write_openings(
        site,
        openings,
        always=door.always,
        on_bank_holidays=site.slug in doors.OPEN_ON_BANK_HOLIDAYS,
        seen_version=site.version,
        hand=hand,
    )
    write_answers(site, door.access, told_on=doors.SEEN_ON, seen_version=site.version, hand=hand)


def _report(spaces: Mapping[str, OpenSpace], hand: Hand) -> None:
    """What passers-by said, without the limits of a real gate: the story is told in one go."""
    for slug, kind, at, words in grounds.REPORTS:
        state = WordsState.WAITING if words else WordsState.NONE
        SpaceReport.objects.create(space=spaces[slug], kind=kind, at=at, words=words, words_state=state)
    read = SpaceReport.objects.get(space=spaces["skatepark-deux-rives"])
    show_words(read, grounds.SHOWN_WORDS, hand=Hand(hand.by, read.at + timedelta(hours=2)))


def _count(spaces: Mapping[str, OpenSpace], people: Mapping[str, User]) -> None:
    for slug, day, hour, figures in grounds.COUNTS:
        hand = Hand(people["loic.garandeau"], _after(day, hour))
        key = uuid5(NAMESPACE_URL, f"{slug}/{day}/{hour}")
        count_visit(
            spaces[slug], dict(zip(grounds.CELLS, figures, strict=True)), key=key, day=day, hour=hour, hand=hand
        )


def _after(day: date, hour: int) -> datetime:
    return datetime(day.year, day.month, day.day, hour, 20, tzinfo=UTC)


def _register(commune: Commune) -> None:
    PlaceRecord.objects.bulk_create(
        PlaceRecord(
            commune=commune, register=register, official_id=f"92999-{number}", fingerprint="demo", name=name, kind=kind,
            address=address, insee_code=commune.insee_code, city=commune.name, lon=lon, lat=lat,
        )
        for number, (register, name, kind, address, (lon, lat)) in enumerate(RECORDS)
    )  # fmt: skip
