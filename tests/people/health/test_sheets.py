"""Health sheets: who reads what, until when, and that no copy of the data tells a word of them."""

from __future__ import annotations

import io
import sqlite3
import subprocess
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from django.core import serializers
from django.core.exceptions import FieldError
from django.core.management import call_command
from django.db import connection

from preau.foundation.crypto.rotation import close_everything_again
from preau.people.accounts.hand import Hand
from preau.people.audit.models import AuditEvent
from preau.people.health.care import Care, Contact
from preau.people.health.doors import readable_children, writable_children
from preau.people.health.enums import Allergen, Meal, Part
from preau.people.health.models import HealthSheet
from preau.people.health.permissions import Reader
from preau.people.health.queries import cares_on, current_sheet
from preau.people.health.tasks import forget_health_sheets
from preau.people.health.writing import WrittenMeanwhile, forget_child, write_sheet
from preau.people.households.enums import ConsentPurpose, GuardianRights
from preau.people.households.models import Consent, Guardian
from tests.cast.families import link, make_adult, make_fostered, make_sheltered, make_two_homes, make_young_person

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)
CARE = Care(
    allergies=(Allergen.PEANUT,),
    reaction="Trousse rouge au secrétariat.",
    meal=Meal.NO_PORK,
    helps="Le prévenir cinq minutes avant de changer de salle.",
    avoid="Les baudruches qui éclatent.",
    contacts=(Contact("Yvette Kerbrat", "grand-mère", "06 11 22 33 44"),),
    on_paper=True,
    paper_place="Enveloppe fermée, bureau du gymnase",
)
WORDS = (
    "peanut",
    "arachide",
    "Trousse",
    "no_pork",
    "prévenir",
    "baudruches",
    "Yvette",
    "Enveloppe",
    "helps",
    "allergies",
)


@pytest.fixture
def family():
    return make_two_homes()


@pytest.fixture
def hand(family, now):
    return Hand(family.adults["Salomé"].account, now)


def agree(child, adult, now) -> Consent:
    return Consent.objects.create(
        child=child, adult=adult, purpose=ConsentPurpose.CARE_SHARED, text_version="1", given_at=now
    )


def test_a_sheet_says_again_what_was_told(family, hand):
    write_sheet(family.children["Zélie"], CARE, hand=hand)
    assert current_sheet(family.children["Zélie"]).care == CARE


def test_each_version_keeps_who_and_when(family, hand):
    zelie = family.children["Zélie"]
    write_sheet(zelie, CARE, hand=hand)
    later = Hand(family.adults["Yann"].account, hand.now + timedelta(days=1))
    write_sheet(zelie, replace(CARE, helps="Rien de particulier."), hand=later, since=1)
    told = HealthSheet.objects.filter(child=zelie).order_by("number")
    assert [(each.number, each.is_current, each.written_by.full_name) for each in told] == [
        (1, False, "Salomé Kerbrat"),
        (2, True, "Yann Kerbrat"),
    ]


def test_two_parents_who_write_at_once_do_not_overwrite_each_other(family, hand):
    zelie = family.children["Zélie"]
    write_sheet(zelie, CARE, hand=hand, since=0)
    with pytest.raises(WrittenMeanwhile) as caught:
        write_sheet(zelie, Care(), hand=hand, since=0)
    assert caught.value.standing.care == CARE


def test_a_sheet_ends_with_the_school_year(family, hand):
    sheet = write_sheet(family.children["Zélie"], CARE, hand=hand)
    assert sheet.valid_until == date(2027, 8, 31)
    assert cares_on([sheet.child_id], date(2027, 8, 31), Reader.LEADER)
    assert cares_on([sheet.child_id], date(2027, 9, 1), Reader.LEADER) == {}


def test_what_helps_is_shared_with_the_team_on_consent_only(family, hand, now):
    zelie = family.children["Zélie"]
    write_sheet(zelie, CARE, hand=hand)
    alone = cares_on([zelie.pk], TODAY, Reader.LEADER)[zelie.pk]
    assert (alone.helps, alone.avoid, alone.withheld) == ("", "", {Part.CARE})
    assert alone.allergies == CARE.allergies and alone.contacts == CARE.contacts
    given = agree(zelie, family.adults["Yann"], now)
    assert cares_on([zelie.pk], TODAY, Reader.LEADER)[zelie.pk].helps == CARE.helps
    given.withdrawn_at = now
    given.save()
    assert cares_on([zelie.pk], TODAY, Reader.LEADER)[zelie.pk].helps == ""


def test_a_consent_falls_with_the_authority_of_its_giver(family, hand, now):
    zelie = family.children["Zélie"]
    write_sheet(zelie, CARE, hand=hand)
    agree(zelie, family.adults["Yann"], now)
    Guardian.objects.filter(adult=family.adults["Yann"]).update(rights=GuardianRights.USUAL_ACTS)
    assert cares_on([zelie.pk], TODAY, Reader.LEADER)[zelie.pk].helps == ""


def test_the_desk_reads_no_word_of_it(family, hand):
    zelie = family.children["Zélie"]
    write_sheet(zelie, CARE, hand=hand)
    assert cares_on([zelie.pk], TODAY, Reader.DESK)[zelie.pk] == Care(withheld=frozenset(Part))


def test_who_may_write_and_who_may_read():
    two, sheltered, fostered, young = make_two_homes(), make_sheltered(), make_fostered(), make_young_person()
    aunt = make_adult("Maëlle Kerbrat")
    link(two.children["Zélie"], aunt, GuardianRights.INFORMED)

    def names(door, account):
        return {child.first_name for child in door(account, TODAY)}

    for door in (readable_children, writable_children):
        assert names(door, two.adults["Yann"].account) == {"Zélie", "Noé"}
        assert names(door, sheltered.adults["Karim"].account) == set()
        assert names(door, young.children["Sacha"].account) == {"Sacha"}
        assert names(door, aunt.account) == names(door, None) == set()
    assert names(readable_children, fostered.adults["Odile"].account) == {"Tom"}
    assert names(writable_children, fostered.adults["Odile"].account) == set()


def test_nothing_can_be_searched_in_a_sheet():
    for asked in ({"content": "arachide"}, {"content__icontains": "arachide"}, {"content__isnull": False}):
        with pytest.raises(FieldError):
            HealthSheet.objects.filter(**asked).exists()


def test_neither_the_database_nor_a_copy_nor_the_journal_holds_a_clear_word(family, hand):
    write_sheet(family.children["Zélie"], CARE, hand=hand)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM health_healthsheet")
        rows = str(cursor.fetchall())
    copy = io.StringIO()
    call_command("dumpdata", "health", stdout=copy)
    journal = str(list(AuditEvent.objects.values()))
    assert [word for word in WORDS for told in (rows, copy.getvalue(), journal) if word in told] == []


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(
    connection.vendor != "sqlite", reason="PostgreSQL keeps its files to itself: its rows are read above"
)
def test_the_file_of_the_database_holds_no_clear_word(family, hand, tmp_path):
    write_sheet(family.children["Zélie"], CARE, hand=hand)
    name = connection.settings_dict["NAME"]
    # By another process: a file that is closed here would take away the locks that SQLite holds on it.
    files = sorted(Path(name).parent.glob(f"{Path(name).name}*"))
    subprocess.run(["cp", *files, tmp_path], check=True)
    copies = [tmp_path / file.name for file in files]
    held = b"".join(copy.read_bytes() for copy in copies)
    with closing(sqlite3.connect(tmp_path / Path(name).name)) as read:
        assert read.execute("SELECT count(*) FROM health_healthsheet").fetchone() == (1,)
    assert [word for word in WORDS if word.encode() in held and word not in ("helps", "allergies")] == []


def test_a_copy_can_be_taken_back(family, hand):
    sheet = write_sheet(family.children["Zélie"], CARE, hand=hand)
    copy = serializers.serialize("json", [sheet])
    sheet.delete()
    for each in serializers.deserialize("json", copy):
        each.save()
    assert current_sheet(family.children["Zélie"]).care == CARE


def test_the_key_is_changed_without_losing_a_sheet(family, hand, settings):
    write_sheet(family.children["Zélie"], CARE, hand=hand)
    settings.FIELD_KEYS = [Fernet.generate_key().decode(), *settings.FIELD_KEYS]
    assert close_everything_again() == 1
    settings.FIELD_KEYS = settings.FIELD_KEYS[:1]
    assert current_sheet(family.children["Zélie"]).care == CARE


def test_a_sheet_is_gone_for_good_after_its_term(family, hand):
    sheet = write_sheet(family.children["Zélie"], CARE, hand=hand)
    assert forget_health_sheets.call() == 0
    HealthSheet.objects.filter(pk=sheet.pk).update(valid_until=date(2026, 8, 31))
    assert forget_health_sheets.call() == 1
    assert not HealthSheet.objects.exists()


def test_an_erased_child_leaves_no_sheet(family, hand):
    write_sheet(family.children["Zélie"], CARE, hand=hand)
    write_sheet(family.children["Noé"], CARE, hand=hand)
    assert forget_child(family.children["Noé"], hand=hand) == 1
    family.children["Zélie"].erased_on = TODAY
    family.children["Zélie"].save()
    assert forget_health_sheets.call() == 1
