"""The roll call as pages and as lists: what a leader does, what a phone sends, what nobody else may."""

from __future__ import annotations

import json
from datetime import timedelta
from io import BytesIO
from uuid import uuid4

import pytest
import time_machine
from pypdf import PdfReader

from preau.offer.activities.models import Session
from preau.offer.attendance.enums import FollowUpOutcome, Mark, NoteCode
from preau.offer.attendance.models import AdultPresence, Attendance, AttendanceMark, FollowUp, HandoverNote
from preau.people.accounts.hand import Hand
from preau.people.health.care import Care, Contact
from preau.people.health.writing import write_sheet
from preau.people.households.consents import give_consent
from preau.people.households.enums import ConsentPurpose, FilePart
from preau.people.households.models import FileReading, PickupAuthorisation
from tests.cast.day import TODAY, make_group, make_leader, make_session
from tests.cast.families import make_child, make_sheltered, make_two_homes
from tests.cast.people import make_person
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
AFTERNOON = NOW + timedelta(hours=4)  # 14:30 in town


@pytest.fixture
def family():
    return make_two_homes()


@pytest.fixture
def session(family):
    session = make_session()
    make_group(session, *family.children.values())
    return session


@pytest.fixture
def leader(client):
    person = make_leader()
    client.force_login(person)
    return person


@pytest.fixture(autouse=True)
def afternoon():
    with time_machine.travel(AFTERNOON, tick=False):
        yield


def tap(client, session, child, mark, **facts):
    heads = client.get(f"/atelier/appel/{session.pk}/etat/").json()["lines"].get(str(child.key), {}).get("heads", [])
    said = {"key": uuid4(), "child": child.key, "mark": mark, "after": " ".join(heads), **facts}
    return client.post(f"/atelier/appel/{session.pk}/pointage/", said, follow=True)


def phone(client, session, marks=(), readings=()):
    body = json.dumps({"marks": list(marks), "readings": list(readings)})
    return client.post(f"/atelier/appel/{session.pk}/pointages/", body, content_type="application/json")


def said(child, mark, **facts):
    return {"key": str(uuid4()), "child": str(child.key), "mark": mark, "at": AFTERNOON.isoformat(), **facts}


# Without scripts


def test_a_leader_finds_the_sessions_of_the_day(client, leader, session):
    page = client.get("/atelier/appel/").content.decode()
    assert "1 séance aujourd’hui" in page and "2 enfants attendus" in page


def test_one_tap_present_a_second_tap_absent_and_undo(client, leader, session, family):
    zelie = family.children["Zélie"]
    page = tap(client, session, zelie, Mark.PRESENT).content.decode()
    assert "1 enfant est là" in page and "là depuis 14 h 30".replace(" h ", "\u00a0h\u00a0") in page
    assert 'value="absent" data-preau-roll-tap' in page
    tap(client, session, zelie, Mark.ABSENT)
    assert Attendance.objects.get().state == Mark.ABSENT
    tap(client, session, zelie, Mark.EXPECTED)
    assert Attendance.objects.get().state == Mark.EXPECTED


def test_the_same_form_sent_twice_is_one_mark(client, leader, session, family):
    key = uuid4()
    for _ in range(2):
        tap(client, session, family.children["Zélie"], Mark.PRESENT, key=key)
    assert AttendanceMark.objects.count() == 1


def test_a_departure_says_with_whom(client, leader, session, family):
    page = tap(client, session, family.children["Zélie"], Mark.LEFT, with_whom="Martine, grand-mère").content.decode()
    assert "avec Martine, grand-mère" in page


def test_nonsense_changes_nothing_and_says_so(client, leader, session, family):
    page = tap(client, session, family.children["Zélie"], "flying").content.decode()
    assert "rien n’a changé" in page
    page = tap(client, session, make_child("Lou Prigent"), Mark.PRESENT).content.decode()
    assert "n’est pas attendu" in page
    assert not AttendanceMark.objects.exists()


def test_an_adult_arrives_once_and_leaves(client, leader, session):
    address = f"/atelier/appel/{session.pk}/adultes/"
    for _ in range(2):
        client.post(address, {"name": "Idriss Benali", "function": "leader", "key": uuid4()})
    adult = AdultPresence.objects.get()
    client.post(address, {"depart": adult.key})
    assert AdultPresence.objects.get().left_at is not None
    assert "Écrivez qui arrive" in client.post(address, {"name": " "}, follow=True).content.decode()


def test_a_word_to_the_next_is_left_and_taken_back(client, leader, session, family):
    address, zelie = f"/atelier/appel/{session.pk}/mot/", family.children["Zélie"]
    page = client.post(address, {"child": zelie.key, "code": NoteCode.TIRED, "key": uuid4()}, follow=True)
    assert "fatigué aujourd’hui" in page.content.decode()
    client.post(address, {"child": zelie.key, "code": NoteCode.TIRED, "retirer": "1"})
    assert not HandoverNote.objects.exists()
    assert "Choisissez un mot" in client.post(address, {"child": "x"}, follow=True).content.decode()


# The list of a phone


def test_a_phone_sends_its_list_and_hears_what_stands(client, leader, session, family):
    zelie, noe = family.children["Zélie"], family.children["Noé"]
    marks = [said(zelie, "present", device="a", turn=1), said(noe, "absent", device="a", turn=2)]
    for _ in range(2):
        told = phone(client, session, marks).json()
    assert set(told["kept"]) == {each["key"] for each in marks} and told["refused"] == {}
    assert told["lines"][str(zelie.key)]["state"] == "present"
    assert told["lines"][str(zelie.key)]["heads"] == [marks[0]["key"]]
    assert told["headline"] == "1 enfant est là"
    assert AttendanceMark.objects.count() == 2


@pytest.mark.parametrize(
    "body",
    [
        b"", b"null", b"[]", b"{", b'{"marks": 3}', b'{"marks": [{}]}', b'{"marks": [null]}', b"\xff",
        b'{"marks": [{"key": "x", "child": "y", "mark": "present", "at": "now"}]}',
        b'{"readings": [{"child": "z"}]}',
        b'{"marks": [{"key": "5d0b9b5e-8a0c-4b0e-9d0a-0a0a0a0a0a0a", "child": "5d0b9b5e-8a0c-4b0e-9d0a-0a0a0a0a0a0a",'
        b' "mark": 1, "at": "2026-11-24T13:00:00Z"}]}',
        b"[" * 100_000,
    ],
)  # fmt: skip
def test_a_list_that_makes_no_sense_is_refused_whole(client, leader, session, body):
    answer = client.post(f"/atelier/appel/{session.pk}/pointages/", body, content_type="application/json")
    assert answer.status_code == 400 and "lue" in answer.json()["error"]


def test_a_closed_roll_says_so_and_the_phone_keeps_its_list(client, leader, session, family):
    Session.objects.update(is_cancelled=True)
    answer = phone(client, session, [said(family.children["Zélie"], "present")])
    assert answer.status_code == 409 and "fermé" in answer.json()["error"]


def test_cards_opened_without_a_network_are_told_to_the_family_afterwards(client, leader, session, family):
    zelie = family.children["Zélie"]
    at = AFTERNOON - timedelta(hours=1)
    phone(client, session, readings=[{"child": str(zelie.key), "at": at.isoformat()}])
    reading = FileReading.objects.get()
    assert (reading.child, reading.part, reading.by, reading.at) == (zelie, FilePart.HEALTH, leader, at)


def test_the_state_names_nobody(client, leader, session, family):
    told = client.get(f"/atelier/appel/{session.pk}/etat/").content.decode()
    assert "Zélie" not in told and "Kerbrat" not in told


# What must be known


@pytest.fixture
def told(family):
    zelie, mother = family.children["Zélie"], family.adults["Salomé"]
    care = Care(
        allergies=("peanut",), helps="Prévenir avant de changer de salle.", on_paper=True, paper_place="bureau",
        contacts=(Contact("Yvette", "grand-mère", "06 11"),),
    )  # fmt: skip
    write_sheet(zelie, care, hand=Hand(mother.account, NOW))
    PickupAuthorisation.objects.create(child=zelie, name="Ousmane Diallo", from_on=TODAY, given_by=mother, given_at=NOW)
    return zelie


def test_a_card_is_read_by_a_gesture_that_the_family_sees(client, leader, session, told):
    assert "arachide" not in client.get(f"/atelier/appel/{session.pk}/").content.decode()
    assert not FileReading.objects.exists()
    page = client.post(f"/atelier/appel/{session.pk}/fiches/", {"child": told.key}).content.decode()
    for words in ("arachide", "bureau", "Yvette", "Ousmane Diallo", "n’a pas donné son accord"):
        assert words in page
    assert "Prévenir avant" not in page
    assert FileReading.objects.get().part == FilePart.HEALTH


def test_what_helps_is_there_once_the_family_agreed(client, leader, session, told, family):
    mother = family.adults["Salomé"]
    give_consent(ConsentPurpose.CARE_SHARED, adult=mother, child=told, hand=Hand(mother.account, NOW))
    page = client.post(f"/atelier/appel/{session.pk}/fiches/", {"child": told.key}).content.decode()
    assert "Prévenir avant" in page


def test_a_phone_takes_the_cards_of_its_session_and_each_child_has_a_line(client, leader, session, told):
    cards = client.post(f"/atelier/appel/{session.pk}/fiches/").json()["cards"]
    assert cards[str(told.key)]["alert"] is True and "arachide" in cards[str(told.key)]["html"]
    assert {each.part for each in FileReading.objects.all()} == {FilePart.ROLL_CALL}
    assert FileReading.objects.count() == 2


def test_whom_a_child_must_never_be_given_to_is_said_and_not_offered(client, leader):
    family = make_sheltered()
    session = make_session("Danse")
    session.activity.organisation = leader.memberships.get().organisation
    session.activity.save()
    make_group(session, family.children["Inès"])
    card = client.post(f"/atelier/appel/{session.pk}/fiches/").json()["cards"][str(family.children["Inès"].key)]
    assert "À ne jamais confier à" in card["html"] and "Karim Aziz" in card["html"]
    assert card["collects"] == ["Farida Belkacem"]


def test_cards_are_read_on_the_day_only(client, leader, session, told):
    with time_machine.travel(AFTERNOON + timedelta(days=1), tick=False):
        client.force_login(leader)
        assert client.post(f"/atelier/appel/{session.pk}/fiches/").status_code == 403
        assert client.post(f"/atelier/appel/{session.pk}/urgence.pdf").status_code == 403


# On paper


def test_a_roll_sheet_on_paper_tells_names_and_nothing_to_know(client, leader, session, told):
    answer = client.get(f"/atelier/appel/{session.pk}/feuille.pdf")
    pdf = PdfReader(BytesIO(answer.content))
    words = "".join(page.extract_text() for page in pdf.pages)
    assert "Zélie Kerbrat" in words and "arachide" not in words
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_emergency_cards_on_paper_are_readings_too(client, leader, session, told):
    answer = client.post(f"/atelier/appel/{session.pk}/urgence.pdf")
    words = "".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages)
    assert "arachide" in words and "détruit le soir même" in words
    assert FileReading.objects.filter(part=FilePart.HEALTH).count() == 2


# Follow-ups


def test_a_family_was_called_and_the_place_did_not_move(client, leader, session, family):
    unit = session.slot.units.get()
    row = FollowUp.objects.create(child=family.children["Zélie"], unit=unit, since=TODAY, absences=3, opened_at=NOW)
    address = f"/atelier/appel/suites/{row.key}/reponse/"
    assert "Dites ce que" in client.post(address, {}, follow=True).content.decode()
    page = client.post(address, {"outcome": FollowUpOutcome.COMES_BACK}, follow=True).content.decode()
    assert "l’enfant revient" in page
    assert unit.enrolments.count() == 2


# Nobody else


def _addresses(session, child):
    base = f"/atelier/appel/{session.pk}"
    return {
        "page": ("get", f"{base}/", {}),
        "state": ("get", f"{base}/etat/", {}),
        "mark": ("post", f"{base}/pointage/", {"key": uuid4(), "child": child.key, "mark": "present"}),
        "marks": ("post", f"{base}/pointages/", {}),
        "note": ("post", f"{base}/mot/", {"child": child.key, "code": "tired"}),
        "adults": ("post", f"{base}/adultes/", {"name": "A", "function": "leader"}),
        "cards": ("post", f"{base}/fiches/", {}),
        "card": ("post", f"{base}/fiches/", {"child": child.key}),
        "sheet": ("get", f"{base}/feuille.pdf", {}),
        "emergency": ("post", f"{base}/urgence.pdf", {}),
    }


@pytest.mark.parametrize(
    "part", ["visitor", "stranger", "mother", "other leader", "provider", "agent", "coordinator", "administrator"]
)
def test_nobody_else_reaches_a_roll_call(client, session, family, part):
    if part == "mother":
        client.force_login(family.adults["Salomé"].account)
    elif part == "other leader":
        client.force_login(make_leader("Club d’échecs", "Autre Animateur"))
    elif part != "visitor":
        client.force_login(make_person(part))
    wanted = 302 if part == "visitor" else 404
    got = {
        name: getattr(client, method)(address, data).status_code
        for name, (method, address, data) in _addresses(session, family.children["Zélie"]).items()
    }
    assert got == dict.fromkeys(got, wanted)
    assert not AttendanceMark.objects.exists() and not FileReading.objects.exists()


def test_the_desk_reads_who_came_and_nothing_more(client, session, family):
    client.force_login(make_person("family_agent"))
    got = {
        name: getattr(client, method)(address, data).status_code
        for name, (method, address, data) in _addresses(session, family.children["Zélie"]).items()
    }
    assert got == {**dict.fromkeys(got, 403), "page": 200, "state": 200}


def test_a_child_of_another_session_has_no_card_here(client, leader, session):
    lou = make_child("Lou Prigent")
    make_group(make_session("Danse"), lou)
    assert client.post(f"/atelier/appel/{session.pk}/fiches/", {"child": lou.key}).status_code == 404
