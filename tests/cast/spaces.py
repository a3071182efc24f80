"""A ground under the bridge that anybody may use, open all day."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import BytesIO
from uuid import uuid4

from PIL import Image

from preau.people.accounts.hand import Hand
from preau.town.places.actions import SiteFacts, add_site
from preau.town.places.enums import SiteKind
from preau.town.places.models import PlaceRecord, Site, SitePhoto
from preau.town.places.photos import PhotoFacts, add_photo
from preau.town.spaces.counting import count_visit
from preau.town.spaces.enums import AgeBand, ReportKind, Seen
from preau.town.spaces.keeping import SpaceFacts, open_space
from preau.town.spaces.models import OpenSpace
from preau.town.spaces.reporting import add_words, report

from .people import make_commune

OPENED_AT = datetime(2026, 9, 1, 8, 0, tzinfo=UTC)
FACTS = SpaceFacts(
    sports=("basketball", "football"),
    rules="On laisse la place aux plus petits.",
    has_light=True,
    has_water=True,
    has_toilets=False,
    wheelchair="yes",
    ground="bitume peint",
)


def make_ground(name: str = "Terrain des Quais") -> Site:
    facts = SiteFacts(name, SiteKind.OPEN_AIR, "quai des Mariniers", lon=2.1742, lat=48.9339)
    return add_site(make_commune(), facts, by=None, now=OPENED_AT)


def make_space(name: str = "Terrain des Quais", *, always: bool = True, token: str = "") -> OpenSpace:
    site = make_ground(name)
    Site.objects.filter(pk=site.pk).update(is_always_open=always, opens_on_bank_holidays=always)
    site.refresh_from_db()
    return open_space(site, FACTS, hand=Hand(None, OPENED_AT), token=token)


def picture_bytes(size: tuple[int, int] = (640, 400)) -> bytes:
    written = BytesIO()
    Image.new("RGB", size, (40, 90, 160)).save(written, "JPEG")
    return written.getvalue()


def make_photo(site: Site) -> SitePhoto:
    facts = PhotoFacts("Un panneau de basket sous un pont", "Ville d’essai", shows_no_child=True)
    return add_photo(site, picture_bytes(), facts, hand=Hand(None, OPENED_AT))


def make_living_space(now: datetime) -> OpenSpace:
    """The ground with a photo, counts, and damage whose words wait to be read; the Tilleuls' register line beside it."""
    space = make_space(token="abcd2345")
    make_photo(space.site)
    made = report(space, ReportKind.BROKEN, sender="cast", now=now)
    add_words(made, "le panneau de Kevin est tordu", now=now)
    figures = {(AgeBand.TEEN, Seen.GIRLS): 9, (AgeBand.TEEN, Seen.BOYS): 14}
    for day, hour in ((now.date(), 17), (now.date() - timedelta(days=6), 15)):
        count_visit(space, figures, key=uuid4(), day=day, hour=hour, hand=Hand(None, now))
    PlaceRecord.objects.create(
        commune=make_commune(), register="sports", official_id="I1", fingerprint="f", name="TERRAIN DES QUAIS",
        lon=2.1743, lat=48.9339, kind="Plateau EPS",
    )  # fmt: skip
    return space
