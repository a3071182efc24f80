"""A town with four school years of presences and all that adults do, with the cases that mislead planted in it.

Planted: a child with two presences, one in two activities of two domains, one of a family that was erased, one that
came once to an activity of one day, one whose quotient and quarter are unknown, one about to be of age.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from random import Random

from django.utils import timezone

from preau.cooperation.agreements.enums import AgreementKind
from preau.cooperation.agreements.signing import record_paper
from preau.cooperation.agreements.steps import Vote, adopt
from preau.cooperation.agreements.steps import review as review_agreement
from preau.cooperation.agreements.writing import Seat, Words, add_party, draft_agreement
from preau.offer.activities.models import Activity, Adaptation, Session, Slot
from preau.offer.attendance.models import Attendance
from preau.offer.campaigns.models import Application
from preau.offer.classes.models import ClassWish, ClassWishStep, GroupRecord
from preau.offer.enrolment.models import BookingUnit, Enrolment
from preau.people.accounts.hand import Hand
from preau.people.households.models import Child, FamilyQuotient, Household, Residence
from preau.people.organisations.enums import OrganisationKind
from preau.plan.articulation.models import JointSheet, SummarySeen
from preau.plan.labels.models import LabelFile, LabelScheme
from preau.plan.labels.schemes import install_catalogue
from preau.plan.sheets.models import ActionReview, ActionSheet
from tests.cast.agreements import ink
from tests.cast.campaigns import make_application, make_campaign, walk
from tests.cast.classes import make_class_offer, make_group, make_wish
from tests.cast.enrolment import make_place, make_unit
from tests.cast.labels import make_label
from tests.cast.offer import make_activity
from tests.cast.people import make_commune, make_organisation
from tests.cast.plans import make_plan
from tests.cast.sheets import make_pool, make_sheet
from tests.cast.sites import make_living_site

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
HAND = Hand(None, NOW)
TODAY = date(2026, 11, 24)
_QUARTERS = ("gare", "hauteurs", "quais", "")
_QUOTIENTS = (320, 520, 700, 900, 1500, 2100, None)
_STATES = ("present", "left", "left", "absent", "excused")
_BANDS = ("wednesday", "evening", "lunch", "club")
_DOMAINS = ("combat", "music", "stage", "reading", "water", "play", "visual", "science")
_LEVELS = ("ps", "cp", "ce2", "cm2", "6e", "4e", "2de")


def make_rich_town() -> dict[str, Child]:
    """The planted children, by what they are."""
    chance = Random(4)
    children = [_child(number, chance) for number in range(70)]
    planted = _planted()
    entries = [entry for year in (2023, 2024, 2025, 2026) for entry in _entries(year)]
    for entry in entries:
        present = [child for child in children if chance.random() < 0.35]
        _sessions(entry, present, chance)
    _plant(planted, entries, chance)
    _adults()
    _procedures()
    _classes()
    return planted


def _child(number: int, chance: Random, *, born: date | None = None, bare: bool = False) -> Child:
    town = make_commune()
    created = datetime(2023, 6, 1, tzinfo=UTC)
    child = Child.objects.create(
        commune=town,
        first_name=f"Prénom{number}",
        last_name="Essai",
        born_on=born or date(2026 - chance.randint(3, 17), chance.randint(1, 12), 15),
        sex="" if bare or number % 11 == 0 else ("girl", "boy")[number % 2],
        level="" if bare else chance.choice(_LEVELS),
        created_at=created,
    )
    if number % 2 or bare:
        home = Household.objects.create(
            commune=town,
            quarter="" if bare else chance.choice(_QUARTERS),
            is_resident=number % 9 != 0,
            created_at=created,
        )
    else:
        home = Household.objects.order_by("-pk").first() or Household.objects.create(commune=town, created_at=created)
    Residence.objects.create(household=home, child=child, from_on=date(2023, 1, 1))
    value = None if bare else _QUOTIENTS[number % len(_QUOTIENTS)]
    if value and not home.quotients.exists():
        FamilyQuotient.objects.create(
            household=home,
            value=value,
            source="declared",
            month=date(2023, 9, 1),
            valid_from=date(2023, 9, 1),
            valid_until=date(2028, 8, 31),
            recorded_at=created,
        )
    return child


def _planted() -> dict[str, Child]:
    chance = Random(9)
    names = ("twice", "in_two", "erased", "one_day", "bare", "of_age")
    born = {
        "of_age": date(2009, 3, 1),
        "twice": date(2013, 3, 1),
        "in_two": date(2013, 4, 1),
        "one_day": date(2014, 1, 1),
    }
    return {
        name: _child(100 + number, chance, born=born.get(name), bare=name == "bare")
        for number, name in enumerate(names)
    }


def _entries(year: int) -> list[Activity]:
    found = []
    for number, domain in enumerate(_DOMAINS):
        site = make_pool(f"Lieu {number % 5}")
        type(site).objects.filter(pk=site.pk).update(kind="culture" if number % 5 < 3 else "sport")
        entry = make_activity(
            f"{domain} {year}",
            site=None if number == 7 else site,
            domain=domain,
            weekday=None,
            audiences=["child", "family"] if number == 3 else ["child"],
            organisation=make_organisation(f"Association {number % 3}", OrganisationKind.ASSOCIATION),
            starts_on=date(year, 9, 7),
            ends_on=date(year + 1, 6, 30),
            published_at=datetime(year, 9, 1, tzinfo=UTC),
            verified_on=date(year, 9, 1) if number else date(year - 2, 9, 1),
        )
        Activity.objects.filter(pk=entry.pk).update(school_year=year)
        if number in (1, 2, 4):
            Adaptation.objects.create(activity=entry, staff_trained="équipe formée" if number != 4 else "")
        found.append(entry)
    day = date(year, 10, 10)
    once = make_activity(f"fête {year}", domain="play", weekday=None, starts_on=day, ends_on=day)
    Activity.objects.filter(pk=once.pk).update(school_year=year)
    return [*found, once]


def _sessions(entry: Activity, children: list[Child], chance: Random) -> None:
    year = entry.starts_on.year
    days = (
        [entry.starts_on]
        if entry.starts_on == entry.ends_on
        else [date(year, 9, 9) + timedelta(weeks=3 * week) for week in range(12)]
    )
    number = entry.pk % len(_BANDS)
    slot = Slot.objects.create(activity=entry, weekday=2, starts_at=time(14), ends_at=time(15))
    marks = []
    for day in days:
        if day > TODAY:
            break
        starts = timezone.make_aware(datetime.combine(day, time(14)))
        session = Session.objects.create(
            activity=entry,
            slot=slot,
            day=day,
            band="" if number == 3 and day.month == 10 else _BANDS[number],
            starts_at=starts,
            ends_at=starts + timedelta(hours=1),
        )
        marks += [
            Attendance(
                session=session,
                child=child,
                state=chance.choice(_STATES),
                recorded_at=session.ends_at + timedelta(minutes=chance.randint(-30, 90)),
            )
            for child in children
            if chance.random() < 0.5
        ]
    Attendance.objects.bulk_create(marks)


def _plant(planted: dict[str, Child], entries: list[Activity], chance: Random) -> None:
    now = {
        entry.domain + str(entry.starts_on == entry.ends_on): entry for entry in entries if entry.starts_on.year == 2026
    }
    judo, music, feast = now["combatFalse"], now["musicFalse"], now["playTrue"]
    _mark(planted["twice"], judo, 2)
    _mark(planted["in_two"], judo, 2)
    _mark(planted["in_two"], music, 1)
    _mark(planted["one_day"], feast, 1)
    _mark(planted["bare"], judo, 3)
    _mark(planted["of_age"], judo, 3)
    _mark(planted["erased"], judo, 3)
    Child.objects.filter(pk=planted["erased"].pk).update(erased_on=date(2026, 11, 20))
    make_plan()


def _mark(child: Child, entry: Activity, times: int) -> None:
    for session in entry.sessions.order_by("day")[:times]:
        Attendance.objects.create(session=session, child=child, state="present", recorded_at=session.ends_at)


def _adults() -> None:
    school, other = (make_organisation(name, OrganisationKind.SCHOOL) for name in ("École du Lavoir", "École du Pré"))
    nursery = make_organisation("Crèche du Lavoir", OrganisationKind.EARLY_YEARS)
    for state, title, themes in (
        ("reviewed", "Jardin", ["environment"]),
        ("reviewed", "Passerelle", ["transition"]),
        ("archived", "Eau", []),
        ("running", "Chant", ["environment"]),
        ("scheduled", "Lecture", []),
        ("co_validated", "Goûter", []),
        ("draft", "Idée", []),
    ):
        sheet = make_sheet(state, title=title, themes=themes)
        sheet.partners.create(name="Voisins réunis", role="leads")
        if title in ("Jardin", "Passerelle"):
            sheet.partners.create(organisation=nursery, role="hosts")
            sheet.partners.create(organisation=other, role="hosts")
        if title == "Chant":
            sheet.partners.create(organisation=make_organisation("Chorale", OrganisationKind.ASSOCIATION), role="leads")
    late = ActionSheet.objects.get(title="Passerelle")
    ActionReview.objects.filter(pk=late.review_id).update(written_at=datetime(2026, 11, 20, 8, tzinfo=UTC))
    _pairs()
    _labels(school)
    _agreements(school)


def _pairs() -> None:
    pair = make_living_site()
    for summary in pair.summaries.all():
        other = pair.care if summary.side == "school" else pair.school
        SummarySeen.objects.create(summary=summary, organisation=other, at=datetime(2026, 11, 3, tzinfo=UTC))
        SummarySeen.objects.create(summary=summary, organisation=pair.school, at=datetime(2026, 10, 3, tzinfo=UTC))
    JointSheet.objects.create(pair=pair, sheet=ActionSheet.objects.get(title="Goûter"), made_at=NOW)
    JointSheet.objects.create(pair=pair, sheet=ActionSheet.objects.get(title="Idée"), made_at=NOW)


def _labels(school: object) -> None:
    file = make_label(HAND)
    file.milestones.create(name="À temps", due_on=date(2026, 10, 10), done_at=datetime(2026, 10, 10, 20, tzinfo=UTC))
    file.milestones.create(name="En retard", due_on=date(2026, 10, 10), done_at=datetime(2026, 10, 12, tzinfo=UTC))
    file.milestones.create(name="Jamais", due_on=date(2026, 11, 2))
    install_catalogue(make_commune(), hand=HAND)
    for key, who, until in (("e3d", school, date(2028, 6, 30)), ("generation-2030", school, date(2026, 10, 1))):
        scheme = LabelScheme.objects.filter(key__startswith=key[:3]).first()
        assert scheme
        LabelFile.objects.create(
            scheme=scheme,
            version=scheme.versions.first(),
            applicant=who,
            state="obtained",
            obtained_on=date(2025, 6, 30),
            expires_on=until,
            opened_at=NOW,
        )


def _agreements(school: object) -> None:
    for kind, title, ends, signs in (
        (AgreementKind.SHARING, "Partage du préau", date(2029, 8, 31), True),
        (AgreementKind.OTHER, "Chorale à l’école", date(2029, 8, 31), True),
        (AgreementKind.OTHER, "En attente", date(2029, 8, 31), False),
    ):
        words = Words(title, "Partager.", "", None, date(2026, 11, 18), ends)
        agreement = draft_agreement(make_commune(), kind, words, hand=Hand(None, datetime(2026, 10, 5, tzinfo=UTC)))
        add_party(agreement, Seat("la directrice", "", school), hand=HAND)
        agreement.refresh_from_db()
        agreement = adopt(review_agreement(agreement, hand=HAND), Vote("2026-9", date(2026, 11, 17)), hand=HAND)
        for party in agreement.parties.all() if signs else ():
            record_paper(party, ink(HAND), hand=HAND)


def _procedures() -> None:
    campaign = walk(make_campaign("announced"), "open")
    for number, (channel, started, sent) in enumerate(
        (
            ("online", datetime(2026, 11, 16, 8, tzinfo=UTC), datetime(2026, 11, 16, 8, 12, tzinfo=UTC)),
            ("online", datetime(2026, 11, 16, 8, tzinfo=UTC), datetime(2026, 11, 18, 8, tzinfo=UTC)),
            ("counter", datetime(2026, 11, 17, 9, tzinfo=UTC), datetime(2026, 11, 17, 9, 40, tzinfo=UTC)),
            ("counter", datetime(2026, 11, 17, 9, tzinfo=UTC), datetime(2026, 11, 19, 9, tzinfo=UTC)),
            ("paper", datetime(2026, 11, 17, 9, tzinfo=UTC), datetime(2026, 11, 17, 9, 5, tzinfo=UTC)),
            ("online", datetime(2026, 10, 2, 9, tzinfo=UTC), None),
            ("online", datetime(2026, 10, 3, 9, tzinfo=UTC), datetime(2026, 11, 20, 9, tzinfo=UTC)),
        )
    ):
        made = make_application(campaign, ("Judo",))
        state = "sent" if sent else "draft"
        Application.objects.filter(pk=made.pk).update(channel=channel, started_at=started, sent_at=sent, state=state)
        assert number >= 0
    unit = make_unit("Échecs", opens_at=datetime(2026, 9, 20, tzinfo=UTC))
    make_unit("Dames", opens_at=datetime(2026, 9, 20, tzinfo=UTC), documents=["insurance", "photo"])
    make_unit("Fermé", documents=["insurance"])
    for channel in ("paper", "online", "phone"):
        place = make_place(unit, name=f"Enfant {channel}", now=datetime(2026, 10, 20, 8, tzinfo=UTC))
        Enrolment.objects.filter(pk=place.pk).update(channel=channel)
    assert BookingUnit.objects.filter(mode="direct").exists()


def _classes() -> None:
    offer, group = make_class_offer(), make_group(levels=["ce1", "ce2"])
    make_group("CM2 verte", levels=["cm2"])
    wish = make_wish(offer, group)
    other = make_wish(make_class_offer("Ombres"), group)
    for row, agreed, planned in (
        (wish, datetime(2026, 9, 10, tzinfo=UTC), date(2026, 11, 10)),
        (other, datetime(2026, 11, 1, tzinfo=UTC), date(2026, 11, 12)),
    ):
        ClassWish.objects.filter(pk=row.pk).update(state="accepted", planned_on=planned)
        ClassWishStep.objects.create(wish=row, step="accept", from_state="confirmed", to_state="accepted", at=agreed)
    for domain, day in (("stage", date(2026, 11, 10)), ("music", date(2026, 11, 12)), ("water", date(2027, 1, 5))):
        GroupRecord.objects.create(
            group=group, title="Venue", domain=domain, hours=2, happened_on=day, provenance="town"
        )
