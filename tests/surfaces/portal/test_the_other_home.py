"""A guardian of the other home reads what was decided for the child, and nothing of the home that asked for it.

Its class, the seats kept for who earns little, what would have changed the answer and the code that opens its line of
the published file tell where it lives, what it earns, what it went through.
"""

from __future__ import annotations

import zipfile
from datetime import date
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from preau.offer.campaigns.appealing import answer_appeal
from preau.offer.campaigns.models import AllocationCampaign, Appeal, Application
from preau.offer.campaigns.overriding import sign
from preau.offer.campaigns.preparing import ReserveFacts
from preau.offer.campaigns.reserving import set_offer
from preau.offer.campaigns.second import run_second_round
from preau.offer.enrolment.models import Enrolment
from preau.offer.enrolment.taking import answer
from preau.people.accounts.hand import Hand
from preau.people.households.enums import QuotientSource
from preau.people.households.models import FamilyQuotient, Household
from tests.cast.campaigns import (
    AFTER,
    NOTIFIED,
    PREPARED,
    RuleFacts,
    make_application,
    make_campaign,
    make_override,
    offers_by_title,
    walk,
)
from tests.cast.families import make_two_homes
from tests.cast.people import make_person

pytestmark = pytest.mark.django_db

_OF_THAT_HOME = (
    "Votre enfant passe en priorité 3",
    "gardée pour les enfants qui ont un quotient familial parmi les plus bas",
    "être parmi les enfants qui",
)
"""The class, the reserve, what would have changed it."""
_RULES = (
    RuleFacts("petits revenus de la commune", ("resident", "low_quotient"), "accès de tous"),
    RuleFacts("habitants d’abord", ("resident",), "objet du service"),
)
"""The home that asks lives elsewhere: with its income and an address in the town, it would have had everything."""
_EXCEPTION = "famille hébergée en urgence"
_WRITTEN, _ANSWERED = "Nous dormons à l’hôtel depuis octobre.", "La ville a relu votre dossier."


def _kept(home: Household) -> None:
    Household.objects.filter(pk=home.pk).update(is_resident=False)
    FamilyQuotient.objects.create(
        household=home, value=310, source=QuotientSource.DECLARED, month=date(2026, 9, 1),
        valid_from=date(2026, 9, 1), valid_until=date(2027, 8, 31), recorded_at=PREPARED.now,
    )  # fmt: skip


@pytest.fixture(params=["first round", "second round"])
def told(request, time_machine) -> Application:
    """The mother asked: refused pottery for her class, judo on a seat kept for low incomes, then an exception."""
    family = make_two_homes()
    _kept(family.homes["mother"])
    campaign = make_campaign("prepared", titles=("Judo", "Poterie"), rules=_RULES)
    AllocationCampaign.objects.filter(pk=campaign.pk).update(second_round=True)
    offers = offers_by_title(AllocationCampaign.objects.get(pk=campaign.pk))
    set_offer(offers["Judo"], seats=2, reserves=[ReserveFacts("low_quotient", 1)], hand=PREPARED)
    set_offer(offers["Poterie"], seats=1, reserves=[], hand=PREPARED)
    campaign = walk(AllocationCampaign.objects.get(pk=campaign.pk), "open")
    application = make_application(campaign, ("Poterie", "Judo"), family=family, child="Zélie")
    for _each in range(3):
        make_application(campaign, ("Poterie", "Judo"))
    walk(campaign, "notified")
    application.refresh_from_db()
    for place in Enrolment.objects.filter(state="offered"):
        answer(place, accepts=True, hand=NOTIFIED)
    if request.param == "second round":
        run_second_round(AllocationCampaign.objects.get(pk=campaign.pk), hand=AFTER)
    second = Hand(make_person("family_agent", name="Serge Second"), NOTIFIED.now)
    application = Application.objects.get(pk=application.pk)
    sign(make_override(application, offer=offers["Poterie"], reason="shelter"), hand=second)
    time_machine.move_to(AFTER.now, tick=False)
    return application


@pytest.fixture
def parents(told):
    clients = {}
    for each in told.child.guardians.select_related("adult__account"):
        clients[each.adult.first_name] = Client()
        clients[each.adult.first_name].force_login(each.adult.account)
    return clients


@pytest.fixture
def contested(told, parents) -> Appeal:
    """By the mother; the town answered."""
    parents["Salomé"].post(_to("wishes_review", told), {"ground": "situation", "words": _WRITTEN})
    appeal = Appeal.objects.get()
    return answer_appeal(
        appeal, result="confirmed", outcome=_ANSWERED, hand=Hand(make_person("family_agent"), AFTER.now)
    )


def _to(name, application, *more):
    return reverse(f"portal:{name}", args=[application.campaign.slug, application.child.key, *more])


def _plain(words: str) -> str:
    return " ".join(words.replace("\xa0", " ").replace("\u202f", " ").replace("&#x27;", "'").split())


def _page(client, path) -> str:
    found = client.get(path)
    assert found.status_code == 200, path
    return _plain(found.content.decode())


def _pdf(client, path) -> str:
    pages = PdfReader(BytesIO(client.get(path).content)).pages
    return _plain(" ".join(page.extract_text() for page in pages))


def _copy(client) -> str:
    told = zipfile.ZipFile(BytesIO(client.post("/famille/donnees/copie/").content))
    return _plain(" ".join(told.read(name).decode("utf-8", "ignore") for name in told.namelist()))


def _exception(application) -> str:
    return _to("wishes_exception", application, application.overrides.get().key)


def _everything(client, application) -> dict[str, str]:
    place = Enrolment.objects.filter(child=application.child, unit__activity__title="Judo").get()
    child = application.child.key
    return {
        "answers": _page(client, _to("wishes_answers", application)),
        "letter": _pdf(client, _to("wishes_letter", application)),
        "exception": _pdf(client, _exception(application)),
        "copy": _copy(client),
        "review": _page(client, _to("wishes_review", application)),
        "home": _page(client, "/famille/"),
        "child": _page(client, f"/famille/enfants/{child}/"),
        "wishes": _page(client, f"/famille/campagnes/{application.campaign.slug}/{child}/"),
        "sent": _page(client, f"/famille/campagnes/{application.campaign.slug}/{child}/envoi/"),
        "places": _page(client, "/famille/inscriptions/"),
        "place": _page(client, reverse("portal:place", args=[place.key])),
    }


def test_the_home_that_asked_reads_all_of_it(told, parents, contested):
    said = _everything(parents["Salomé"], told)
    for where in ("answers", "copy"):
        assert [each for each in (*_OF_THAT_HOME, told.code, _EXCEPTION) if each not in said[where]] == []
    assert told.code in said["letter"] and told.code in said["exception"]
    assert _EXCEPTION in said["exception"]
    assert _WRITTEN in said["review"] and _WRITTEN in said["copy"] and _ANSWERED in said["copy"]


def test_the_other_home_reads_the_answer_and_nothing_of_that_home(told, parents, contested):
    said = _everything(parents["Yann"], told)
    assert "Poterie" in said["answers"] and "Judo" in said["letter"] and "Serge Second" in said["exception"]
    hidden = (*_OF_THAT_HOME, told.code, _EXCEPTION, _WRITTEN, _ANSWERED, "rue du Moulin", "parmi les plus bas")
    found = [(where, each) for where, words in said.items() for each in hidden if each in words]
    assert found == []


def test_what_was_contested_is_between_whoever_asked_and_the_town(told, parents, contested):
    for what in ("recepisse", "reponse"):
        path = _to("wishes_review_letter", told, contested.key, what)
        assert parents["Yann"].get(path).status_code == 404
        assert parents["Salomé"].get(path).content.startswith(b"%PDF")
    assert "Lire la réponse à ma demande" in _page(parents["Salomé"], _to("wishes_answers", told))
    assert "Demander un nouvel examen" in _page(parents["Yann"], _to("wishes_answers", told))
