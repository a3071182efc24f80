"""A child with two homes: each guardian asks in the name of theirs, and reads the price of theirs only."""

from __future__ import annotations

import pytest

from preau.offer.campaigns.models import Application
from preau.people.households.models import HouseholdMember
from preau.people.notices.models import Notice
from tests.cast.campaigns import make_application, make_campaign, offers_by_title
from tests.cast.families import make_home, make_two_homes
from tests.cast.prices import make_price

pytestmark = pytest.mark.django_db


@pytest.fixture
def family():
    return make_two_homes()


@pytest.fixture
def campaign():
    made = make_campaign()
    rule = make_price()
    for offer in made.offers.select_related("unit__activity"):
        offer.unit.activity.price_rule = rule
        offer.unit.activity.save()
    return made


@pytest.fixture
def asked(campaign, family):
    """The mother asked, in the name of her home."""
    return make_application(campaign, ("Judo",), family=family, child="Zélie")


@pytest.fixture
def page(campaign, family):
    return f"/famille/campagnes/{campaign.slug}/{family.children['Zélie'].key}/"


def test_the_price_of_a_home_is_told_to_that_home_only(client, family, asked, page):
    client.force_login(family.adults["Salomé"].account)
    told = client.get(page).content.decode()
    assert "€" in told and "4 rue du Moulin" in told and "quai des Brumes" not in told
    client.force_login(family.adults["Yann"].account)
    told = client.get(page).content.decode()
    assert "€" not in told and "rue du Moulin" not in told
    assert "l’autre foyer de Zélie, comme aujourd’hui" in told and "19 quai des Brumes" in told


def test_saving_the_list_changes_no_home_and_choosing_one_tells_the_others(client, family, asked, page):
    client.force_login(family.adults["Yann"].account)
    wish = f"o{offers_by_title(asked.campaign)['Judo'].pk}"
    form = {"wish": [wish], "version": asked.version, "most": 1, "together": "on", "do": "save", "home": ""}
    assert client.post(page, form).status_code == 302
    asked.refresh_from_db()
    assert asked.household == family.homes["mother"]
    client.post(page, form | {"home": str(family.homes["father"].key)})
    asked.refresh_from_db()
    assert (asked.household, asked.asked_by) == (family.homes["father"], family.adults["Yann"])
    assert "autre foyer" in Notice.objects.filter(recipient=family.adults["Salomé"].account).latest("pk").title
    assert "€" in client.get(page).content.decode()


def test_a_home_that_is_not_mine_is_not_mine_to_name(client, family, asked, page):
    client.force_login(family.adults["Salomé"].account)
    wish = f"o{offers_by_title(asked.campaign)['Judo'].pk}"
    form = {"wish": [wish], "version": asked.version, "most": 1, "together": "on", "do": "save"}
    client.post(page, form | {"home": str(family.homes["father"].key)})
    asked.refresh_from_db()
    assert asked.household == family.homes["mother"]


def test_a_parent_of_two_homes_chooses_which_one_asks(client, family, campaign, page):
    salome, zelie = family.adults["Salomé"], family.children["Zélie"]
    second = make_home("7 impasse du Lavoir", [salome], [zelie], is_main=False)
    assert HouseholdMember.objects.filter(adult=salome).count() == 2
    client.force_login(salome.account)
    assert "7 impasse du Lavoir" in client.get(page).content.decode()
    wish = f"o{offers_by_title(campaign)['Judo'].pk}"
    client.post(page, {"version": 1, "most": 1, "together": "on", "do": f"add:{wish}", "home": str(second.key)})
    assert Application.objects.get().household == second


def test_registering_says_whose_home_asks(client, family):
    from preau.offer.activities.models import Activity
    from tests.cast.enrolment import make_unit

    unit = make_unit()
    Activity.objects.update(state="published")
    path = f"/famille/inscriptions/groupes/{unit.key}/{family.children['Zélie'].key}/"
    for who, mine, other in (
        ("Salomé", "rue du Moulin", "quai des Brumes"),
        ("Yann", "quai des Brumes", "rue du Moulin"),
    ):
        client.force_login(family.adults[who].account)
        told = client.get(path).content.decode()
        assert "Zélie a un autre foyer : c’est le vôtre qui demande, et qui paie." in told
        assert mine in told and other not in told
        assert (
            other
            not in client.get(
                f"{path}?foyer={family.homes['father' if who == 'Salomé' else 'mother'].key}"
            ).content.decode()
        )


def test_the_prices_of_all_offers_are_a_few_queries(family, asked, django_assert_max_num_queries):
    from preau.offer.campaigns.problem import offers_of
    from preau.offer.enrolment.asking import Request
    from preau.offer.enrolment.quoting import prices, quotes
    from preau.people.accounts.hand import Hand
    from preau.people.households.enums import Channel
    from tests.cast.campaigns import OPEN

    request = Request(
        family.children["Zélie"], family.homes["mother"], family.adults["Salomé"], Channel.ONLINE, Hand(None, OPEN.now)
    )
    units = [each.unit for each in offers_of(asked.campaign)]
    with django_assert_max_num_queries(4):
        told = prices(units, request)
    assert told == {unit.pk: quotes(unit, [request], request.today)[0] for unit in units}
