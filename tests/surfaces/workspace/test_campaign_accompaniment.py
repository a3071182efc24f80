"""At the desk: what the inclusion team decided, and a family that keeps its place before the second round."""

from __future__ import annotations

import pytest
from django.urls import reverse

from preau.offer.campaigns.models import AllocationCampaign, Application
from preau.offer.campaigns.preparing import RuleFacts
from preau.offer.enrolment.enums import EnrolmentState
from preau.offer.enrolment.models import Enrolment
from preau.people.counter.models import Receipt
from preau.people.households.models import FileReading
from tests.cast.campaigns import NOTIFIED, OPEN, make_application, make_campaign, offers_by_title, walk
from tests.cast.families import make_two_homes
from tests.cast.people import make_person
from tests.surfaces.workspace.families.conftest import agent, desk, help_them, open_file  # noqa: F401  the counter

pytestmark = pytest.mark.django_db

RULES = (RuleFacts("enfants accompagnés", ("inclusion",), "accueil de tous"),)


@pytest.fixture
def family():
    return make_two_homes()


@pytest.fixture
def asked(family, time_machine):
    time_machine.move_to(OPEN.now, tick=False)
    return make_application(make_campaign("open", rules=RULES), ("Judo", "Poterie"), family=family, child="Zélie")


def _noting(application):
    return reverse("workspace:application_accompaniment", args=[application.campaign.slug, application.key])


def test_it_is_noted_from_the_file_of_the_child_and_read_by_its_parents(asked, desk, client, family, open_file):  # noqa: F811
    judo = offers_by_title(asked.campaign)["Judo"]
    file = open_file(family.adults["Salomé"])
    assert _noting(asked) in desk.get(f"{file}enfants/{asked.child.key}/").content.decode()
    before = FileReading.objects.count()
    assert desk.get(_noting(asked)).status_code == 200
    assert FileReading.objects.count() >= before
    assert desk.post(_noting(asked), {"offers": ["0"]}).status_code == 422
    assert desk.post(_noting(asked), {"offers": [judo.pk]}).status_code == 302
    assert list(asked.accompanied.all()) == [judo]
    page = desk.get(reverse("workspace:campaign", args=[asked.campaign.slug])).content.decode()
    assert "Enfants accompagnés" in page and _noting(asked) in page
    client.force_login(family.adults["Yann"].account, backend="preau.people.accounts.backends.AccountBackend")
    wishes = client.get(reverse("portal:wishes", args=[asked.campaign.slug, asked.child.key])).content.decode()
    assert "L’équipe a décidé d’accompagner Zélie" in wishes and "Judo" in wishes


def test_it_no_longer_changes_once_places_are_given_nor_where_rules_do_not_look_at_it(asked, desk):  # noqa: F811
    judo = offers_by_title(asked.campaign)["Judo"]
    walk(asked.campaign, "decided")
    assert desk.post(_noting(asked), {"offers": [judo.pk]}).status_code == 422
    assert "ne peut plus être changé" in desk.get(_noting(asked)).content.decode()
    asked.campaign.priority_rules.update(criteria=["resident"])
    assert desk.get(_noting(asked)).status_code == 404


@pytest.mark.parametrize(
    ("role", "status"), [("coordinator", 404), ("elected", 404), ("activity_leader", 403), ("reader", 403)]
)
def test_nobody_but_the_desk_knows_who_comes_with_somebody(asked, client, role, status):
    client.force_login(make_person(role))
    assert client.get(_noting(asked)).status_code == status
    assert client.post(_noting(asked), {}).status_code == status
    stay = reverse("workspace:application_stay", args=[asked.campaign.slug, asked.key])
    assert client.post(stay, {"stays": "yes"}).status_code == status


@pytest.fixture
def told(family, time_machine):
    """Zélie has Pottery and waits for Judo; a second round is to come."""
    time_machine.move_to(OPEN.now, tick=False)
    campaign = make_campaign("prepared", seats=1)
    AllocationCampaign.objects.update(second_round=True)
    campaign = walk(AllocationCampaign.objects.get(), "open")
    asked = make_application(campaign, ("Judo", "Poterie"), family=family, child="Zélie")
    make_application(campaign, ("Judo",))
    walk(campaign, "notified")
    places = Enrolment.objects.filter(child=asked.child)
    offers = offers_by_title(campaign)
    if not places.filter(state=EnrolmentState.WAITING).exists():  # the draw may serve her first
        places.delete()
        Enrolment.objects.filter(unit=offers["Judo"].unit).update(state=EnrolmentState.CONFIRMED)
        for title, state, number in (("Poterie", EnrolmentState.CONFIRMED, None), ("Judo", EnrolmentState.WAITING, 9)):
            Enrolment.objects.create(
                unit=offers[title].unit, child=asked.child, household=asked.household, asked_by=asked.asked_by,
                state=state, asked_at=NOTIFIED.now, queue_number=number,
            )  # fmt: skip
    time_machine.move_to(NOTIFIED.now, tick=False)
    return Application.objects.get(pk=asked.pk)


def test_a_family_that_is_helped_keeps_its_place_and_changes_its_mind(told, desk, family, help_them):  # noqa: F811
    page = reverse("workspace:campaign_application", args=[told.campaign.slug, told.key])
    stay = reverse("workspace:application_stay", args=[told.campaign.slug, told.key])
    alone = desk.get(page).content.decode()
    assert "Le second tour" in alone and stay not in alone
    desk.post(stay, {"stays": "yes"})
    assert Application.objects.get(pk=told.pk).stays_at is None  # nobody is being helped
    help_them(family.adults["Salomé"], until_on="2026-12-08")
    assert stay in desk.get(page).content.decode()
    assert desk.post(stay, {"stays": "yes"})["Location"] == page
    assert Application.objects.get(pk=told.pk).stays_at is not None
    receipt = Receipt.objects.get(procedure="wishes")
    assert "gardera sa place" in " ".join(receipt.lines) and receipt.child == told.child
    desk.post(stay, {"stays": "no"})
    assert Application.objects.get(pk=told.pk).stays_at is None


def test_a_place_that_was_offered_is_taken_at_the_counter(told, desk, family, help_them):  # noqa: F811
    file = help_them(family.adults["Salomé"], until_on="2026-12-08")
    places = f"{file}enfants/{told.child.key}/places/"
    offered = Enrolment.objects.filter(child=told.child, unit__activity__title="Poterie").get()
    Enrolment.objects.filter(pk=offered.pk).update(
        state=EnrolmentState.OFFERED, offered_until=told.campaign.answer_until or NOTIFIED.now
    )
    assert "Prendre la place" in desk.get(places).content.decode()
    assert desk.post(places, {"taken": offered.pk}).status_code == 302
    assert Enrolment.objects.get(pk=offered.pk).state == EnrolmentState.CONFIRMED
    assert Receipt.objects.filter(procedure="registration", child=told.child).exists()
    assert desk.post(places, {"taken": offered.pk}).status_code == 404
