"""A small catalogue: a Wednesday of judo, a pool, a free library, an offer for classes."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from preau.offer.activities.enums import Domain, Rhythm
from preau.offer.activities.models import Activity, Adaptation, Session, Slot
from preau.offer.activities.revisions import touch
from preau.offer.prices.models import PriceRule
from preau.offer.prices.rules import Band, Bands, Free, Linear, Terms, as_json
from preau.town.areas.enums import AreaKind
from preau.town.areas.models import Area
from preau.town.places.models import Site
from tests.cast import make_activity, make_commune, make_provider, make_site

FREE = Terms(Free())
BANDS = Terms(Bands((Band(600, 2_00), Band(None, 8_00)), 8_00))
LINEAR = Terms(Linear(Decimal("0.1"), 30_00, 90_00, 90_00))


def make_rule(name: str, kind: str, terms: Terms, unit: str = "") -> PriceRule:
    return PriceRule.objects.create(
        commune=make_commune(), name=name, kind=kind, terms=as_json(terms), unit=unit, valid_from=date(2026, 9, 1)
    )


def meet(activity: Activity, start: datetime, *, hours: int = 1, **facts: object) -> Session:
    return Session.objects.create(
        activity=activity, slot=activity.slots.first(), day=start.date(), starts_at=start,
        ends_at=start + timedelta(hours=hours), **facts,
    )  # fmt: skip


def make_shelf(now: datetime) -> dict[str, Activity]:
    site = make_site()
    Site.objects.filter(pk=site.pk).update(lon=2.164, lat=48.944, version=2)
    site.refresh_from_db()
    ring = [[2.16, 48.94], [2.17, 48.94], [2.17, 48.95], [2.16, 48.95], [2.16, 48.94]]
    Area.objects.create(
        commune=make_commune(), kind=AreaKind.QUARTER, name="Les Tilleuls", official_id="q1", fingerprint="x",
        outline={"type": "Polygon", "coordinates": [ring]}, west=2.16, south=48.94, east=2.17, north=48.95,
    )  # fmt: skip
    judo = make_activity(
        "Judo", site=site, price_rule=make_rule("École des sports", "bands", BANDS, "la séance"), has_taster=True,
        description="On apprend à tomber.", contact_name="Awa Diop", contact_phone="01 99 00 12 34",
    )  # fmt: skip
    Adaptation.objects.create(
        activity=judo, sensory=["quiet"], premises=["step_free"], not_possible="Pas de lève-personne.",
        staff_trained="Deux éducateurs formés", contact_name="Léa Morel", contact_phone="01 99 00 12 35",
    )  # fmt: skip
    meet(judo, now + timedelta(days=1, hours=3))
    meet(judo, now + timedelta(days=8, hours=3), is_cancelled=True, reason="la salle est en travaux")
    pool = make_activity(
        "Natation", domain=Domain.WATER, weekday=5, organisation=make_provider("Les Dauphins"),
        price_rule=make_rule("Bassin", "linear", LINEAR, "un an"), age_min=5, age_max=12,
    )  # fmt: skip
    books = make_activity(
        "L’heure du conte", slug="heure-du-conte", domain=Domain.READING, weekday=None, booking="none",
        price_rule=make_rule("Libre", "free", FREE), age_min=3, age_max=7, audiences=["family"],
        organisation=make_provider("Médiathèque"),
    )  # fmt: skip
    Slot.objects.create(
        activity=books, rhythm=Rhythm.ONCE, first_on=date(2026, 12, 12), starts_at=time(10), ends_at=time(11)
    )
    meet(books, datetime(2026, 12, 12, 9, tzinfo=now.tzinfo))
    stars = make_activity("Planétarium", domain=Domain.SCIENCE, audiences=["class"], levels=["cp"], weekday=None)
    touch(make_commune(), [judo, pool, books, stars])
    return {"judo": judo, "pool": pool, "books": books, "stars": stars}
