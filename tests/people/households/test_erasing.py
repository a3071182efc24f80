"""Nothing of a person is left anywhere in the database, and what counts them still counts."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction

from preau.foundation.text.days import months_later
from preau.offer.enrolment.models import Enrolment
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import User
from preau.people.audit.queries import check_journal
from preau.people.files.actions import store_file
from preau.people.health.care import Care
from preau.people.health.models import HealthSheet
from preau.people.health.writing import write_sheet
from preau.people.households.consents import give_consent
from preau.people.households.documents import accept_document, give_document, refuse_document
from preau.people.households.enums import (
    ConsentPurpose,
    DocumentKind,
    FilePart,
    GuardianKind,
    GuardianRights,
    QuotientSource,
    RetainedThing,
)
from preau.people.households.erasing import erase_family
from preau.people.households.errors import AlreadyListed, StillNeeded
from preau.people.households.guardianship import LinkFacts, change_link
from preau.people.households.homes import HomeFacts, move
from preau.people.households.invitations import invite_guardian
from preau.people.households.models import (
    Adult,
    AssistanceMandate,
    Child,
    Elimination,
    FamilyQuotient,
    FileReading,
    Household,
    SupportingDocument,
)
from preau.people.households.pickups import PickupFacts, authorise
from preau.people.households.readings import read_file
from preau.people.households.retention import apply_terms, ask_erasure, refuse_visa, stamp, withdraw_request
from preau.people.households.terms import PROPOSALS, decide_term, terms_on
from preau.people.permissions import actor_of
from preau.surfaces.shell.erasers import ERASERS
from tests.cast import make_person
from tests.cast.enrolment import make_unit
from tests.cast.families import link, make_adult, make_child, make_commune, make_home, make_two_homes

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)
PDF = b"%PDF-1.4\n%%EOF\n"
SECRETS = (
    "Philibert",
    "Zéphyrine",
    "Quettehou",
    "Mirabeau-Lune",
    "0611223344",
    "Ondine",
    "jugement-secret",
    "motif-secret",
    "attestation-secrete",
)


@pytest.fixture(autouse=True)
def own_files(settings, tmp_path):
    settings.STORAGES = {
        **settings.STORAGES,
        "files": {**settings.STORAGES["files"], "OPTIONS": {"location": tmp_path, "base_url": None}},
    }


def _everything_written() -> str:
    """All the text of all our tables, and of the libraries' that hold accounts."""
    found = []
    for model in apps.get_models():
        columns = [f.attname for f in model._meta.local_concrete_fields if _is_text(f)]
        if columns and model._meta.managed and model._meta.db_table in connection.introspection.table_names():
            found.append(str(list(model._base_manager.values_list(*columns))))
    return "\n".join(found)


def _is_text(field: models.Field) -> bool:
    kinds = models.CharField, models.TextField, models.JSONField, models.EmailField
    return isinstance(field, kinds)


def _full_family(now: datetime) -> Adult:
    """One adult alone with one child, and something in every personal field."""
    agent = make_person("family_agent")
    adult = make_adult("Philibert Quettehou")
    adult.phone, adult.email = "0611223344", "philibert-quettehou@familles.example"
    adult.save()
    child = make_child("Zéphyrine Quettehou", date(2010, 5, 17), sex="girl", level="2de")
    child.account = User.objects.create_user("zephyrine@familles.example", full_name="Zéphyrine Quettehou")
    child.save()
    held = link(child, adult)
    home = make_home("9 rue Basse", [adult], [child])
    hand, desk = Hand(adult.account, now), Hand(agent, now)
    move(home, HomeFacts("3 rue Mirabeau-Lune", "99990", "Bourg-la-Fontaine", "cle", 2.1, 48.9, "centre"), hand=hand)
    change_link(held, LinkFacts(GuardianKind.PARENT, GuardianRights.FULL, "jugement-secret"), hand=desk)
    authorise(child, PickupFacts("Ondine Quettehou", "tante"), given_by=adult, hand=hand)
    scan = store_file(PDF, "attestation-secrete.pdf", by=adult.account, now=now)
    given = give_document(DocumentKind.INSURANCE, owner=child, hand=hand, file=scan)
    refuse_document(given, reason="motif-secret", hand=desk)
    accept_document(give_document(DocumentKind.ADDRESS, owner=home, hand=hand), hand=desk)
    give_consent(ConsentPurpose.PICTURES, adult=adult, child=child, hand=hand)
    give_consent(ConsentPurpose.NEWSLETTER, adult=adult, hand=hand)
    invite_guardian(
        child, link=GuardianKind.PARENT, rights=GuardianRights.FULL, hand=hand, email="ondine@familles.example"
    )
    read_file(child, part=FilePart.FILE, who=actor_of(agent, TODAY), hand=desk)
    FamilyQuotient.objects.create(
        household=home, value=912, source=QuotientSource.DECLARED, month=TODAY.replace(day=1), valid_from=TODAY,
        valid_until=date(2027, 1, 31), recorded_at=now,
    )  # fmt: skip
    AssistanceMandate.objects.create(
        principal=adult, helper=agent, organisation=agent.memberships.get().organisation, identity_seen="passeport",
        signed_paper=store_file(PDF, "attestation-secrete.pdf", by=agent, now=now), from_on=TODAY,
        until_on=date(2027, 11, 23), given_at=now,
    )  # fmt: skip
    Enrolment.objects.create(
        unit=make_unit(), child=child, household=home, state="confirmed", asked_at=now, asked_by=adult, cents=1200
    )
    return adult


def test_nothing_of_a_family_is_left_in_any_table(now, tmp_path):
    adult = _full_family(now)
    before = _everything_written()
    assert [word for word in SECRETS if word not in before] == []
    with transaction.atomic():
        erase_family(adult, hand=Hand(None, now))
    after = _everything_written()
    assert [word for word in SECRETS if word in after] == []
    assert "zephyrine@" not in after and "ondine@" not in after and "philibert" not in after.lower()


def test_a_health_sheet_and_receipts_go_with_the_file(now):
    adult = _full_family(now)
    child = Child.objects.get()
    write_sheet(child, Care(helps="Prévenir avant"), told_by=adult, since=0, hand=Hand(adult.account, now))
    erase_family(adult, hand=Hand(None, now), also=ERASERS)
    assert not HealthSheet.objects.exists()


def test_the_counts_and_the_journal_stay_true(now):
    adult = _full_family(now)
    erase_family(adult, hand=Hand(None, now))
    child = Child.objects.get()
    assert (child.first_name, child.born_on, child.erased_on) == ("", date(2010, 1, 1), TODAY)
    assert Enrolment.objects.get().state == "confirmed"
    assert Household.objects.get().erased_on == TODAY
    assert check_journal().broken_at is None


def test_nobody_enters_any_more(now, client):
    adult = _full_family(now)
    account = adult.account
    client.force_login(account)
    erase_family(adult, hand=Hand(None, now))
    assert client.get("/famille/").status_code == 302
    account.refresh_from_db()
    assert not account.is_active and account.email.endswith("@efface.invalid")


def test_a_child_whom_the_other_parent_follows_stays_whole(now):
    family = make_two_homes()
    erase_family(family.adults["Salomé"], hand=Hand(None, now))
    zelie = Child.objects.get(pk=family.children["Zélie"].pk)
    assert (zelie.first_name, zelie.erased_on) == ("Zélie", None)
    assert zelie.guardians.get().adult == family.adults["Yann"]


def test_a_professional_who_leaves_as_a_parent_keeps_the_account_of_their_work(now):
    agent = make_person("agent")
    adult = make_adult("Rachid Amrani", account=False)
    adult.account = agent
    adult.save()
    erase_family(adult, hand=Hand(None, now))
    agent.refresh_from_db()
    assert agent.is_active and agent.full_name == "Rachid Amrani"


def _nobody_active(children, since):
    return set()


def _old_family() -> Adult:
    adult = make_adult("Ancienne Famille")
    link(make_child("Enfant Grand"), adult)
    early = datetime(2023, 1, 1, tzinfo=UTC)
    Adult.objects.update(created_at=early)
    Child.objects.update(created_at=early)
    return adult


def test_a_family_without_activity_is_listed_once_and_goes_only_after_a_visa(now):
    adult = _old_family()
    assert apply_terms(now=now, activity=_nobody_active).listed == 1
    assert apply_terms(now=now, activity=_nobody_active).listed == 0
    adult.refresh_from_db()
    assert adult.erased_on is None
    stamp(Elimination.objects.get(), hand=Hand(make_person("data_officer"), now))
    assert apply_terms(now=now, activity=_nobody_active).erased == 1
    adult.refresh_from_db()
    assert (adult.first_name, adult.erased_on) == ("", TODAY)
    assert apply_terms(now=now, activity=_nobody_active).listed == 0


def test_a_family_whose_child_comes_is_not_listed(now):
    _old_family()
    assert apply_terms(now=now, activity=lambda children, since: set(children)).listed == 0


def test_a_refused_line_says_why_and_is_not_asked_again_the_night_after(now):
    adult = _old_family()
    apply_terms(now=now, activity=_nobody_active)
    refuse_visa(Elimination.objects.get(), because="Recours en cours.", hand=Hand(None, now))
    assert apply_terms(now=now + timedelta(days=1), activity=_nobody_active).listed == 0
    assert Elimination.objects.get(adult=adult).because == "Recours en cours."


def test_the_database_refuses_an_erasure_without_a_visa(now):
    line = ask_erasure(_old_family(), binds=(), hand=Hand(None, now))
    with pytest.raises(IntegrityError), transaction.atomic():
        Elimination.objects.filter(pk=line.pk).update(done_at=now)


def test_a_request_is_one_at_a_time_can_be_taken_back_and_waits_for_what_binds(now):
    adult, hand = _old_family(), Hand(None, now)
    with pytest.raises(StillNeeded):
        ask_erasure(adult, binds=["une place au judo"], hand=hand)
    line = ask_erasure(adult, binds=(), hand=hand)
    assert line.due_on == date(2026, 12, 24)
    with pytest.raises(AlreadyListed):
        ask_erasure(adult, binds=(), hand=hand)
    withdraw_request(line, hand=hand)
    stamp(line, hand=hand)
    assert apply_terms(now=now, activity=lambda children, since: set(children)).erased == 0


def test_copies_go_before_results_and_readings_after_a_year(now):
    family = make_two_homes()
    zelie, early = family.children["Zélie"], now - timedelta(days=100)
    scan = store_file(PDF, "papier.pdf", by=None, now=early)
    given = give_document(DocumentKind.SWIMMING, owner=zelie, hand=Hand(None, early), file=scan)
    accept_document(given, hand=Hand(None, early))
    for days in (10, 400):
        FileReading.objects.create(child=zelie, part="file", at=now - timedelta(days=days))
    night = apply_terms(now=now, activity=_nobody_active)
    assert (night.scans, night.readings, night.papers) == (1, 1, 0)
    kept = SupportingDocument.objects.get()
    assert kept.file is None and kept.state == "accepted"
    assert FileReading.objects.count() == 1


def test_the_town_s_decision_takes_the_place_of_the_proposal(now):
    assert not terms_on(TODAY)[RetainedThing.READING].is_confirmed
    officer = make_person("data_officer")
    decide_term(RetainedThing.READING, months=6, text="Avis du 3 novembre", hand=Hand(officer, now))
    decided = terms_on(TODAY)[RetainedThing.READING]
    assert (decided.months, decided.is_confirmed, decided.decided_by) == (6, True, "Sylvie Roussel")
    assert terms_on(TODAY - timedelta(days=1))[RetainedThing.READING] == PROPOSALS[RetainedThing.READING]


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2024, 3, 31), 1, date(2024, 2, 29)),
        (date(2026, 1, 15), 24, date(2024, 1, 15)),
        (date(2026, 1, 1), 1, date(2025, 12, 1)),
    ],
)
def test_months_are_those_of_the_calendar(day, months, before):
    assert months_later(day, -months) == before


def test_the_commune_itself_is_not_a_person(now):
    assert make_commune().name in _everything_written()
