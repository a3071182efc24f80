"""A review by a person: asked, followed, answered once in writing, between whoever asked and the desk."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from preau.foundation.lifecycle import NotNow
from preau.offer.campaigns.addressing import addressees
from preau.offer.campaigns.appealing import (
    answer_appeal,
    asked_by_account,
    contest,
    lead_to,
    note_outside,
    still_due,
    withdraw_appeal,
)
from preau.offer.campaigns.enums import AppealGround, AppealKind, AppealResult
from preau.offer.campaigns.errors import NotReady
from preau.offer.campaigns.letters import write_letter
from preau.offer.campaigns.models import Appeal
from preau.offer.campaigns.overriding import Concerned
from preau.offer.campaigns.posting import post, sheet_of, to_post
from preau.offer.campaigns.replies import answer_letter, receipt_letter
from preau.offer.enrolment.models import Enrolment
from preau.offer.enrolment.taking import answer
from preau.people.accounts.hand import Hand
from preau.people.audit.models import AuditEvent
from preau.people.households.enums import Channel, ContactBy
from preau.people.households.models import Adult
from preau.people.notices.models import Notice
from tests.cast.campaigns import NOTIFIED, make_application, make_campaign, make_decided, make_override, walk
from tests.cast.families import make_two_homes
from tests.cast.people import make_person
from tests.migrated import run_on_a_migrated_database

pytestmark = pytest.mark.django_db
LATER = Hand(None, NOTIFIED.now + timedelta(days=3))


def _contest(application, adult, hand=LATER, **facts):
    told = {"ground": AppealGround.DATA, "words": "Nous habitons bien la commune.", "channel": Channel.ONLINE, **facts}
    return contest(application, asked_by=adult, hand=hand, **told)


@pytest.fixture
def desk():
    return Hand(make_person("family_agent", name="Rose Relit"), NOTIFIED.now + timedelta(days=10))


@pytest.fixture
def decided():
    return make_decided(family=make_two_homes(), child="Zélie")


def test_it_is_received_with_the_day_of_its_answer_and_only_whoever_asked_is_told(decided):
    application, mother = decided
    Notice.objects.all().delete()
    appeal = _contest(application, mother)
    assert (appeal.received_on, appeal.due_on) == (date(2026, 12, 11), date(2027, 2, 11))
    assert not appeal.is_late and list(still_due()) == [appeal]
    notice = Notice.objects.get()
    assert notice.recipient == mother.account and notice.title == "Un récépissé vous attend pour Zélie"
    assert AuditEvent.objects.get(verb="appeal.received").details["late"] is False
    assert "habitons" not in str(AuditEvent.objects.values_list("details", flat=True))


def test_each_guardian_may_ask_and_reads_nothing_of_the_other(decided):
    application, mother = decided
    father = application.child.guardians.exclude(adult=mother).get().adult
    hers, his = _contest(application, mother), _contest(application, father)
    assert list(asked_by_account(application, mother.account)) == [hers]
    assert list(asked_by_account(application, father.account)) == [his]


def test_twice_is_told_and_after_an_answer_the_other_ways_remain(decided, desk):
    application, mother = decided
    appeal = _contest(application, mother)
    with pytest.raises(NotReady, match="déjà demandé : la réponse est due avant le 11 février 2027"):
        _contest(application, mother)
    answer_appeal(appeal, result=AppealResult.CONFIRMED, outcome="Tout était juste.", hand=desk)
    with pytest.raises(NotReady, match="tribunal restent"):
        _contest(application, mother)
    assert Appeal.objects.count() == 1


def test_withdrawn_it_may_be_asked_again_and_is_no_longer_answered(decided, desk):
    application, mother = decided
    appeal = _contest(application, mother)
    withdraw_appeal(appeal, hand=LATER)
    assert withdraw_appeal(appeal, hand=LATER).withdrawn_on == date(2026, 12, 11)
    with pytest.raises(NotNow):
        answer_appeal(appeal, result=AppealResult.UPHELD, outcome="Oui.", hand=desk)
    assert _contest(application, mother).is_open and len(still_due()) == 1


def test_it_is_answered_once_in_words_by_somebody_who_is_not_concerned(decided, desk):
    application, mother = decided
    appeal = _contest(application, mother)
    for facts in ({"result": "", "outcome": "Oui."}, {"result": AppealResult.UPHELD, "outcome": "  "}):
        with pytest.raises(NotReady):
            answer_appeal(appeal, **facts, hand=desk)
    father = application.child.guardians.exclude(adult=mother).get().adult
    with pytest.raises(Concerned):
        answer_appeal(appeal, result=AppealResult.UPHELD, outcome="Oui.", hand=Hand(father.account, desk.now))
    Notice.objects.all().delete()
    answer_appeal(appeal, result=AppealResult.UPHELD, outcome="L’adresse était fausse.", hand=desk)
    assert Notice.objects.get().title == "Une réponse de la ville vous attend pour Zélie"
    for act in (
        lambda: answer_appeal(appeal, result=AppealResult.CONFIRMED, outcome="Non.", hand=desk),
        lambda: withdraw_appeal(appeal, hand=desk),
    ):
        with pytest.raises(NotNow):
            act()
    assert not still_due().exists()


def test_late_is_taken_and_said(decided):
    application, mother = decided
    late = Hand(None, NOTIFIED.now + timedelta(days=90))
    assert _contest(application, mother, hand=late).is_late


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"words": " "}, "Écrivez ce qui ne va pas"),
        ({"received_on": date(2027, 1, 1)}, "à venir"),
        ({"received_on": date(2026, 12, 1)}, "avant la décision"),
    ],
)
def test_what_is_wrong_is_said(decided, facts, said):
    application, mother = decided
    with pytest.raises(NotReady, match=said):
        _contest(application, mother, **facts)


def test_nothing_is_contested_before_it_is_told():
    campaign = make_campaign("open", titles=("Judo",))
    application = make_application(campaign, ("Judo",))
    walk(campaign, "decided")
    with pytest.raises(NotReady, match="Aucune décision"):
        _contest(application, application.asked_by)


def test_what_an_outside_body_sent_is_kept_with_its_own_day(decided, desk):
    application, _mother = decided
    noted = note_outside(
        application, kind=AppealKind.DEFENDER, words="Demande d’explications.", received_on=date(2026, 12, 10),
        due_on=date(2027, 1, 10), hand=desk,
    )  # fmt: skip
    assert list(still_due()) == [noted]
    for kind, due in ((AppealKind.REVIEW, date(2027, 1, 10)), (AppealKind.COURT, date(2026, 12, 1))):
        with pytest.raises(NotReady):
            note_outside(
                application, kind=kind, words="x", received_on=date(2026, 12, 10), due_on=due, hand=desk
            )  # fmt: skip


def test_a_paper_family_receives_its_receipt_then_its_answer_and_the_other_parent_neither(decided, desk):
    application, mother = decided
    Adult.objects.update(contact_by=ContactBy.PAPER)
    mother.refresh_from_db()
    campaign, today = application.campaign, desk.now.date()
    assert post(campaign, to_post(campaign, today), hand=desk) == 2
    appeal = _contest(application, mother, channel=Channel.PAPER)
    (waiting,) = to_post(campaign, today)
    assert (waiting.adult, waiting.subject) == (mother, "receipt")
    assert post(campaign, [waiting], hand=desk) == 1
    answer_appeal(appeal, result=AppealResult.UPHELD, outcome="L’adresse était fausse.\n\nPardon.", hand=desk)
    (waiting,) = to_post(campaign, today)
    assert (waiting.adult, waiting.subject) == (mother, "answer")
    assert "Pardon." in str(sheet_of(waiting).sections)


def test_the_receipt_says_the_day_and_what_silence_means_and_the_answer_its_reasons(decided, desk):
    application, mother = decided
    appeal = _contest(application, mother)
    to = addressees([(application, mother)], desk.now.date())[0]
    words = _words(write_letter(receipt_letter(appeal, application, to)))
    for said in (
        "avant le 11 février 2027",
        "c’est un refus",
        "Nous habitons bien la commune.",
        "Défenseur des droits",
    ):
        assert said in words
    answered = answer_appeal(appeal, result=AppealResult.CONFIRMED, outcome="Le dossier était juste.", hand=desk)
    words = _words(write_letter(answer_letter(answered, application, to)))
    for said in ("La décision est maintenue", "Le dossier était juste.", "Rose Relit", "tribunal administratif"):
        assert said in words
    assert "quai des Brumes" not in words


def test_an_upheld_one_may_lead_to_an_exception(decided, desk):
    application, mother = decided
    answer(Enrolment.objects.get(), accepts=False, hand=NOTIFIED)
    appeal = answer_appeal(
        _contest(application, mother), result=AppealResult.UPHELD, outcome="Vous aviez raison.", hand=desk
    )
    held = make_override(application)
    lead_to(appeal, held, hand=desk)
    appeal.refresh_from_db()
    assert appeal.override == held


def _words(pdf):
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    return " ".join(text.replace("\u202f", " ").replace("\xa0", " ").split())


@pytest.mark.migrations
def test_what_was_answered_stays_in_the_database_as_it_was(tmp_path):
    assert run_on_a_migrated_database(_FROZEN, tmp_path).startswith("refused")


_FROZEN = """
from django.db import DatabaseError, connection, transaction
from preau.offer.campaigns.appealing import answer_appeal, contest
from preau.offer.campaigns.models import Appeal
from tests.cast.campaigns import *
application, adult = make_decided()
held = contest(application, ground="data", words="Faux.", asked_by=adult, channel="paper", hand=NOTIFIED)
Appeal.objects.update(words="Faux !")
answer_appeal(held, result="upheld", outcome="Oui.", hand=Hand(make_person("family_agent"), NOTIFIED.now))
refused = []
for change in ({"outcome": "Non."}, {"words": "Vrai."}, {"result": "confirmed"}):
    try:
        with transaction.atomic():
            Appeal.objects.update(**change)
    except DatabaseError as error:
        refused.append("is fixed" in str(error))
assert refused == [True] * 3, refused
Appeal.objects.update(answered_by=None)
print("refused", connection.vendor)
"""
