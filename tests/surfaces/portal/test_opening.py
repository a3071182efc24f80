"""A family enters by itself: a code by mail, a file, a code for the other parent; never by a name and a birth date."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
import time_machine
from django.core import mail

from preau.people.accounts.models import User
from preau.people.households.doors import children_for
from preau.people.households.models import Adult, Child, Guardian, Invitation
from preau.people.households.rights import Act
from preau.people.notices.models import Notice
from tests.cast import make_person
from tests.cast.families import make_commune, make_sheltered, make_two_homes, make_young_person

pytestmark = pytest.mark.django_db(transaction=False)
TODAY = date(2026, 11, 24)
FILE = {
    "moi-first_name": "Maïwenn",
    "moi-last_name": "Le Goff",
    "enfant-first_name": "Titouan",
    "enfant-last_name": "Le Goff",
    "enfant-born_on": "2019-05-04",
    "address": "12 rue Inconnue",
    "postcode": "99991",
    "city": "Ailleurs",
}


@pytest.fixture(autouse=True)
def town(django_capture_on_commit_callbacks, settings):
    make_commune()


@pytest.fixture
def sent(django_capture_on_commit_callbacks):
    """Does something, and gives the mails that left once it was kept."""

    def do(act):
        mail.outbox.clear()
        with django_capture_on_commit_callbacks(execute=True):
            answer = act()
        return answer, list(mail.outbox)

    return do


def _code(message) -> str:
    return re.search(r"^ +(\d{6})$", message.body, re.MULTILINE).group(1)


def _prove(client, sent, email="maiwenn@familles.example"):
    _, mails = sent(lambda: client.post("/famille/ouvrir/", {"email": email}))
    return client.post("/famille/ouvrir/code/", {"code": _code(mails[0])})


def test_a_family_opens_its_space_in_three_pages(client, sent):
    assert _prove(client, sent).headers["Location"] == "/famille/ouvrir/dossier/"
    assert client.get("/famille/ouvrir/dossier/").status_code == 200
    answer = client.post("/famille/ouvrir/dossier/", FILE)
    assert answer.headers["Location"] == "/famille/"
    page = client.get("/famille/").content.decode()
    assert "Titouan" in page and "12 rue Inconnue" in page
    adult = Adult.objects.get()
    assert adult.account.email == "maiwenn@familles.example" and not adult.account.has_usable_password()
    assert Guardian.objects.get().rights == "full"


def test_without_the_code_there_is_no_file(client, sent):
    sent(lambda: client.post("/famille/ouvrir/", {"email": "maiwenn@familles.example"}))
    assert client.post("/famille/ouvrir/dossier/", FILE).headers["Location"] == "/famille/ouvrir/"
    assert not Adult.objects.exists()


def test_a_code_is_tried_five_times_and_lives_fifteen_minutes(client, sent):
    _, mails = sent(lambda: client.post("/famille/ouvrir/", {"email": "maiwenn@familles.example"}))
    good = _code(mails[0])
    wrong = "000000" if good != "000000" else "111111"
    for _ in range(5):
        assert client.post("/famille/ouvrir/code/", {"code": wrong}).status_code == 422
    assert client.post("/famille/ouvrir/code/", {"code": good}).status_code == 422


def test_a_code_that_is_too_old_opens_nothing(client, sent, now):
    _, mails = sent(lambda: client.post("/famille/ouvrir/", {"email": "maiwenn@familles.example"}))
    with time_machine.travel(now + timedelta(minutes=16), tick=False):
        assert client.post("/famille/ouvrir/code/", {"code": _code(mails[0])}).status_code == 422


def test_the_page_does_not_say_whether_an_address_has_an_account(client, sent):
    make_person("coordinator")
    known, told = sent(lambda: client.post("/famille/ouvrir/", {"email": "nadia-benhaddou@essai.example"}))
    other, _code_sent = sent(lambda: client.post("/famille/ouvrir/", {"email": "nobody@familles.example"}))
    assert (known.status_code, known.headers["Location"]) == (other.status_code, other.headers["Location"])
    assert "déjà un compte" in told[0].body and not re.search(r"\d{6}", told[0].body)
    assert client.post("/famille/ouvrir/code/", {"code": "!"}).status_code == 422


def test_a_professional_opens_their_family_s_space_with_the_account_they_have(client):
    person = make_person("coordinator")
    client.force_login(person)
    client.post("/famille/ouvrir/dossier/", FILE)
    assert Adult.objects.get().account == person
    assert client.get("/famille/").status_code == 200


def test_nothing_typed_is_lost_when_something_lacks(client, sent):
    _prove(client, sent)
    answer = client.post("/famille/ouvrir/dossier/", {**FILE, "enfant-born_on": "2031-01-01", "moi-last_name": ""})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Titouan" in page and "12 rue Inconnue" in page and "pas encore passée" in page
    assert not Adult.objects.exists()


def test_a_child_who_may_have_a_file_is_not_linked_and_waits_for_the_desk(client, sent):
    """A father kept away by a judgment types the name and the birth date of his daughter."""
    family, agent = make_sheltered(), make_person("family_agent")
    _prove(client, sent, "karim-autre@familles.example")
    typed = {**FILE, "enfant-first_name": "INES", "enfant-last_name": "Belkacem", "enfant-born_on": "2017-11-30"}
    client.post("/famille/ouvrir/dossier/", typed)
    ines = family.children["Inès"]
    user = User.objects.get(email="karim-autre@familles.example")
    assert not children_for(user, Act.READ, TODAY).filter(pk=ines.pk).exists()
    copy = Child.objects.exclude(pk=ines.pk).get()
    assert not children_for(user, Act.REGISTER, TODAY).exists()
    assert copy.guardians.get().rights == "informed"
    assert Notice.objects.filter(recipient=agent, kind="asked").exists()
    assert "place du Puits" not in client.get("/famille/").content.decode()


def test_the_other_parent_follows_with_a_code(client, sent):
    family, other = make_two_homes(), make_sheltered()
    zelie, farida = family.children["Zélie"], other.adults["Farida"]
    client.force_login(family.adults["Salomé"].account)
    page = client.post(f"/famille/enfants/{zelie.key}/invitation/", {"who": "usual"}).content.decode()
    code = re.search(r'code-said">([A-Z0-9-]{14})<', page).group(1)
    assert code.replace("-", "") not in str(list(Invitation.objects.values()))
    client.force_login(farida.account)
    assert client.post("/famille/suivre/", {"code": "AAAA-BBBB-CCCC"}).status_code == 422
    answer = client.post("/famille/suivre/", {"code": code.lower()})
    assert answer.headers["Location"] == f"/famille/enfants/{zelie.key}/"
    assert zelie.guardians.get(adult=farida).rights == "usual_acts"
    assert client.post("/famille/suivre/", {"code": code}).status_code == 422


def test_a_code_does_not_lift_a_decision(client):
    family = make_sheltered()
    ines, karim = family.children["Inès"], family.adults["Karim"]
    client.force_login(family.adults["Farida"].account)
    page = client.post(f"/famille/enfants/{ines.key}/invitation/", {"who": "parent"}).content.decode()
    code = re.search(r'code-said">([A-Z0-9-]{14})<', page).group(1)
    client.force_login(karim.account)
    assert client.post("/famille/suivre/", {"code": code}).status_code == 422
    assert ines.guardians.get(adult=karim, until_on__isnull=True).rights == "blocked"


def test_a_young_person_opens_their_account_with_the_mail(client, sent):
    family = make_young_person()
    sacha = family.children["Sacha"]
    Child.objects.filter(pk=sacha.pk).update(account=None)
    client.force_login(family.adults["Claire"].account)
    path = f"/famille/enfants/{sacha.key}/compte-jeune/"
    _, mails = sent(lambda: client.post(path, {"email": "sacha.neuf@familles.example"}))
    link = re.search(r"/famille/invitation/\S+", mails[0].body).group()
    assert "Sacha" not in mails[0].body
    client.logout()
    assert client.get(link).status_code == 200
    assert not User.objects.filter(email="sacha.neuf@familles.example").exists()
    assert client.post(link).headers["Location"] == "/famille/"
    assert "Bonjour Sacha" in client.get("/famille/").content.decode()
    assert client.get(link).status_code == 404


def test_a_child_of_fourteen_has_no_account(client):
    family = make_two_homes()
    client.force_login(family.adults["Salomé"].account)
    path = f"/famille/enfants/{family.children['Zélie'].key}/compte-jeune/"
    answer = client.post(path, {"email": "zelie@familles.example"})
    assert answer.status_code == 422 and "15 ans" in answer.content.decode()


def test_a_family_comes_back_with_a_code_and_lands_on_its_own_page(client, sent):
    from django.core.cache import cache

    cache.clear()
    make_two_homes()
    page = client.get("/compte/login/").content.decode()
    assert "/famille/ouvrir/" in page and "/compte/login/code/" in page
    _, mails = sent(lambda: client.post("/compte/login/code/", {"email": "salome-kerbrat@familles.example"}))
    code = re.search(r"^ {4}(\S+)$", mails[0].body, re.MULTILINE).group(1)
    answer = client.post("/compte/login/code/confirm/", {"code": code})
    assert answer.headers["Location"] == "/famille/"
    account = client.get("/compte/").content.decode()
    assert "Espace famille" in account and "Aucun rôle" not in account
