"""A family tells an absence in two taps, takes it back, reads a month; writes what must be known of a child."""

from __future__ import annotations

from datetime import timedelta

import pytest

from preau.offer.attendance.calling import take_marks
from preau.offer.attendance.enums import Mark
from preau.offer.attendance.models import AbsenceNotice
from preau.people.accounts.hand import Hand
from preau.people.audit.models import AuditEvent
from preau.people.health.models import HealthSheet
from preau.people.health.queries import current_sheet, shared_on
from preau.people.notices.models import Notice
from tests.cast.day import TODAY, make_group, make_leader, make_session, say
from tests.cast.families import make_fostered, make_two_homes, make_young_person

pytestmark = pytest.mark.django_db
TOLD = {
    "seen": "0", "allergies": ["peanut"], "reaction": "Trousse rouge.", "meal": "no_pork", "helps": "Prévenir avant.",
    "avoid": "Le bruit.", "on_paper": "on", "paper_place": "Au secrétariat", "name_1": "Yvette", "link_1": "grand-mère",
    "phone_1": "06 11",
}  # fmt: skip


@pytest.fixture
def family():
    return make_two_homes()


@pytest.fixture
def zelie(family):
    return family.children["Zélie"]


@pytest.fixture
def mother(client, family):
    client.force_login(family.adults["Salomé"].account)
    return family.adults["Salomé"]


def tell(client, child, first=TODAY, last=""):
    return client.post(f"/famille/enfants/{child.key}/absence/", {"from_on": first, "until_on": last}, follow=True)


def test_two_taps_say_that_a_child_will_not_come(client, mother, zelie):
    make_group(make_session(), zelie)
    page = client.get("/famille/absences/").content.decode()
    assert "Judo" in page and f'value="{TODAY}"' in page
    page = tell(client, zelie).content.decode()
    assert "Zélie ne viendra pas" in page and "Ne viendra pas le" in page
    assert f'value="{TODAY}"' not in page.split("Noé")[0]
    notice = AbsenceNotice.objects.get()
    assert (notice.told_by, notice.channel, notice.until_on) == (mother, "online", TODAY)


def test_the_same_absence_sent_twice_is_told_once(client, mother, zelie):
    for _ in range(2):
        tell(client, zelie)
    assert AbsenceNotice.objects.count() == 1


def test_an_absence_is_taken_back_in_one_tap_by_either_parent(client, mother, zelie, family):
    tell(client, zelie, TODAY, TODAY + timedelta(days=4))
    client.force_login(family.adults["Yann"].account)
    key = AbsenceNotice.objects.get().key
    page = client.post(f"/famille/absences/{key}/retrait/", follow=True).content.decode()
    assert "Zélie viendra" in page and AbsenceNotice.objects.get().cancelled_at is not None


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("", "", "Choisissez le premier jour"),
        ("2026-13-45", "", "pas complète"),
        ("2026-11-20", "", "déjà passé"),
        ("2026-11-26", "2026-11-25", "vient avant le premier"),
        ("2026-11-26", "2029-11-25", "un an au plus"),
    ],
)
def test_days_that_cannot_be_told_say_why_and_stay_typed(client, mother, zelie, first, last, words):
    answer = tell(client, zelie, first, last)
    assert answer.status_code == 422 and words in answer.content.decode()
    assert not AbsenceNotice.objects.exists()


def test_an_absence_gone_by_is_not_taken_back(client, mother, zelie):
    day = TODAY - timedelta(days=3)
    notice = AbsenceNotice.objects.create(child=zelie, from_on=day, until_on=day, told_at="2026-11-20T08:00Z")
    page = client.post(f"/famille/absences/{notice.key}/retrait/", follow=True).content.decode()
    assert "déjà passée" in page


def test_a_month_says_when_the_child_came(client, mother, zelie, now):
    session = make_session()
    make_group(session, zelie)
    take_marks(session, [say(zelie, Mark.PRESENT, now)], hand=Hand(make_leader(), now))
    page = client.get(f"/famille/enfants/{zelie.key}/presences/?mois=2026-11").content.decode()
    assert "Zélie est venu à 1 séance en novembre 2026" in page
    assert "Aucun appel" in client.get(f"/famille/enfants/{zelie.key}/presences/?mois=2026-10").content.decode()


# What must be known


def write(client, child, **changes):
    return client.post(f"/famille/enfants/{child.key}/sante/", TOLD | changes, follow=True)


def test_a_parent_writes_the_sheet_and_shares_what_helps(client, mother, zelie):
    page = write(client, zelie, share="on").content.decode()
    assert "La fiche est à jour" in page and "31 août 2027" in page
    care = current_sheet(zelie).care
    assert (care.allergies, care.meal, care.contacts[0].name) == (("peanut",), "no_pork", "Yvette")
    assert shared_on([zelie.pk], TODAY) == {zelie.pk}
    write(client, zelie, seen="1")
    assert shared_on([zelie.pk], TODAY) == set()


def test_two_parents_at_once_are_told_and_nothing_typed_is_lost(client, mother, zelie, family):
    write(client, zelie)
    client.force_login(family.adults["Yann"].account)
    answer = write(client, zelie, helps="Autre chose.")
    assert answer.status_code == 422 and "pendant que vous" in answer.content.decode()
    assert "Autre chose." in answer.content.decode() and HealthSheet.objects.count() == 1
    write(client, zelie, seen="1", helps="Autre chose.")
    assert current_sheet(zelie).care.helps == "Autre chose."


def test_a_number_is_asked_for_whom_to_call_and_lists_are_closed(client, mother, zelie):
    answer = write(client, zelie, phone_1="", meal="halal", allergies=["shellfish"])
    page = answer.content.decode()
    assert answer.status_code == 422 and "Donnez le numéro" in page and "Trousse rouge." in page
    assert not HealthSheet.objects.exists()


def test_a_religion_is_nowhere_in_the_form(client, mother, zelie):
    page = client.get(f"/famille/enfants/{zelie.key}/sante/").content.decode().lower()
    assert "sans porc" in page
    assert [word for word in ("halal", "casher", "kasher", "religi", "diagnosti", "handicap :") if word in page] == []


def test_usual_acts_read_and_do_not_write(client):
    family = make_fostered()
    tom = family.children["Tom"]
    client.force_login(family.adults["Lucie"].account)
    write(client, tom)
    client.force_login(family.adults["Odile"].account)
    page = client.get(f"/famille/enfants/{tom.key}/sante/").content.decode()
    assert "arachide" in page and "<textarea" not in page
    assert write(client, tom).status_code == 403


def test_a_young_person_writes_their_own_and_parents_decide_who_reads_it(client):
    family = make_young_person()
    sacha = family.children["Sacha"]
    client.force_login(sacha.account)
    page = write(client, sacha, share="on").content.decode()
    assert "pour bien t’accueillir" in page and 'name="share"' not in page
    assert current_sheet(sacha).written_by == sacha.account
    assert shared_on([sacha.pk], TODAY) == set()


def test_nothing_of_a_sheet_is_in_the_journal_nor_in_notices(client, mother, zelie):
    write(client, zelie, share="on")
    told = str(list(AuditEvent.objects.values())) + str(list(Notice.objects.values()))
    assert [word for word in ("peanut", "Trousse", "Yvette", "Prévenir avant") if word in told] == []
