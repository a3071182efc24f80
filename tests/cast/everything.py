"""A family of which every table of the house holds a row: what must leave in its copy, and go when it is erased."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import uuid4

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator

from preau.offer.attendance.models import AbsenceNotice, Attendance, AttendanceMark, FollowUp, HandoverNote
from preau.offer.campaigns.models import Appeal, Letter, Override
from preau.offer.enrolment.models import Enrolment, EnrolmentMessage
from preau.offer.outreach.models import OutreachLine, OutreachList, OutreachObjection, OutreachReferent
from preau.people.accounts.hand import Hand
from preau.people.counter.enums import Procedure
from preau.people.counter.receipts import Helped, give_receipt
from preau.people.health.care import Care
from preau.people.health.writing import write_sheet
from preau.people.households.consents import give_consent
from preau.people.households.documents import give_document
from preau.people.households.enums import (
    Channel,
    ConsentPurpose,
    DocumentKind,
    FilePart,
    GuardianKind,
    GuardianRights,
    QuotientSource,
)
from preau.people.households.invitations import invite_guardian
from preau.people.households.mandates import give_mandate
from preau.people.households.models import Adult, Child, Elimination, FamilyQuotient, Household, OutsideLogin
from preau.people.households.pickups import PickupFacts, authorise
from preau.people.households.readings import read_file
from preau.people.notices.actions import notify
from preau.people.notices.enums import NoticeKind
from preau.people.notices.models import Digest, DigestChoice
from preau.people.permissions import actor_of
from tests.cast.campaigns import make_application, make_campaign, offers_by_title, walk
from tests.cast.day import make_session
from tests.cast.enrolment import make_unit
from tests.cast.families import Family, link, make_adult, make_child, make_home
from tests.cast.people import make_person


def make_everything(now: datetime) -> Family:
    """Wishes of a campaign whose results are told, and a draft of none: it is made by who tests drafts."""
    parent, child = make_adult("Philibert Quettehou"), make_child("Zéphyrine Quettehou", date(2018, 5, 17), level="CE2")
    link(child, parent)
    home = make_home("3 rue Mirabeau-Lune", [parent], [child])
    family = Family({"parent": parent}, {"child": child}, {"home": home})
    desk = Hand(make_person("family_agent"), now)
    _file(parent, child, home, desk)
    _account(parent, now)
    _place(parent, child, home, now)
    _days(parent, child, desk)
    _wishes(family, desk)
    _calls(parent, child, desk)
    return family


def _file(parent: Adult, child: Child, home: Household, desk: Hand) -> None:
    hand, today = Hand(parent.account, desk.now), desk.now.date()
    service = desk.by.memberships.get().organisation
    authorise(child, PickupFacts("Ondine Quettehou", "tante"), given_by=parent, hand=hand)
    give_document(DocumentKind.INSURANCE, owner=child, hand=hand)
    give_consent(ConsentPurpose.PICTURES, adult=parent, child=child, hand=hand)
    invite_guardian(
        child, link=GuardianKind.PARENT, rights=GuardianRights.FULL, hand=hand, email="ondine@familles.example"
    )
    read_file(child, part=FilePart.FILE, who=actor_of(desk.by, today), hand=desk)
    FamilyQuotient.objects.create(
        household=home, value=912, source=QuotientSource.DECLARED, month=today.replace(day=1), valid_from=today,
        valid_until=date(2027, 1, 31), recorded_at=desk.now,
    )  # fmt: skip
    mandate = give_mandate(
        principal=parent, helper=desk.by, organisation=service, scopes=["register"], identity_seen="card",
        from_on=today, until_on=today, hand=desk,
    )  # fmt: skip
    helped = Helped(parent, Channel.COUNTER, service, mandate)
    give_receipt(helped, procedure=Procedure.REGISTRATION, lines=["Zéphyrine, judo."], child=child, hand=desk)
    OutsideLogin.objects.create(adult=parent, provider="franceconnect", subject="abc", linked_at=desk.now)
    write_sheet(child, Care(helps="Prévenir avant."), told_by=parent, hand=hand, since=0)
    Elimination.objects.create(adult=parent, origin="request", due_on=today, listed_at=desk.now)


def _account(parent: Adult, now: datetime) -> None:
    account = parent.account
    EmailAddress.objects.create(user=account, email=account.email, verified=True, primary=True)
    Authenticator.objects.create(user=account, type=Authenticator.Type.RECOVERY_CODES, data={})
    notify([account], kind=NoticeKind.DECIDED, subject=parent, title="Une nouvelle", path="/famille/", now=now)
    Digest.objects.create(user=account, on=now.date(), kind="daily")
    DigestChoice.objects.get_or_create(user=account)


def _place(parent: Adult, child: Child, home: Household, now: datetime) -> None:
    place = Enrolment.objects.create(
        unit=make_unit("Danse"), child=child, household=home, state="confirmed", asked_at=now, asked_by=parent,
        cents=1200, quote=[["quotient 912", 1200]],
    )  # fmt: skip
    step = place.steps.create(step="confirm", to_state="confirmed", at=now)
    EnrolmentMessage.objects.create(step=step, adult=parent, channel="mail", made_at=now)


def _days(parent: Adult, child: Child, desk: Hand) -> None:
    session, now = make_session("Chorale"), desk.now
    Attendance.objects.create(
        session=session, child=child, state="left", left_at=now, left_with="Ondine Quettehou", recorded_at=now
    )
    AttendanceMark.objects.create(
        key=uuid4(), session=session, child=child, mark="left", with_whom="Ondine Quettehou", told_at=now,
        received_at=now, at=now,
    )  # fmt: skip
    HandoverNote.objects.create(key=uuid4(), session=session, child=child, code="tired", at=now)
    AbsenceNotice.objects.create(
        child=child, from_on=session.day, until_on=session.day, told_by=parent, channel="online", told_at=now
    )
    FollowUp.objects.create(
        child=child, unit=make_unit("Cirque"), since=session.day - timedelta(days=21), absences=3, opened_at=now
    )


def _wishes(family: Family, desk: Hand) -> None:
    campaign = make_campaign()
    application = make_application(campaign, ("Judo", "Poterie"), family=family)
    walk(campaign, "notified")
    application.refresh_from_db()
    second = make_person("family_agent", name="Nadège Le Goff")
    Override.objects.create(
        campaign=campaign, application=application, offer=offers_by_title(campaign)["Poterie"], reason="data_error",
        author=desk.by, asked_at=desk.now, second_reader=second, signed_at=desk.now, state="signed",
        words="Le quotient lu était celui d’une autre famille.", told="Une place vous est proposée.",
        closing="Rien à redire.",
    )  # fmt: skip
    Appeal.objects.create(
        application=application, kind="review", asked_by=family.adults["parent"], words="Mon quotient avait changé.",
        received_on=desk.now.date(), due_on=desk.now.date(), result="upheld", outcome="Corrigé.",
        answered_on=desk.now.date(),
    )  # fmt: skip
    Letter.objects.create(
        application=application, adult=family.adults["parent"], subject="decision", about=application.key,
        posted_at=desk.now, posted_by=desk.by,
    )  # fmt: skip


def _calls(parent: Adult, child: Child, desk: Hand) -> None:
    """The child stays on a list that is open: the objection is the row alone, as the verb would take the child off."""
    referent = OutreachReferent.objects.create(
        commune=parent.commune, user=desk.by, basis="note", starts_on=desk.now.date(), designated_at=desk.now
    )
    made = OutreachList.objects.create(
        commune=parent.commune, referent=referent, school_year=2026, quarter="port", offer="Le club de lecture.",
        reason="On y voit peu d’enfants.", children=12, opened_at=desk.now, closes_on=date(2026, 12, 23),
    )  # fmt: skip
    OutreachLine.objects.create(list=made, child=child)
    OutreachObjection.objects.create(adult=parent, told_at=desk.now)
