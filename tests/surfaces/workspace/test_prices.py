"""Agents and associations write prices; what families read is tried on five of them first."""

from __future__ import annotations

from datetime import date

import pytest

from preau.offer.prices.models import PriceRule
from preau.offer.prices.rules import Flat, Free, Terms, terms_of
from tests.cast import make_activity, make_organisation, make_price
from tests.cast.prices import TERMS
from tests.surfaces.workspace.conftest import queries_of

BASE = "/atelier/tarifs/"
ANSWER = {
    "name": "Ateliers",
    "unit": "un an",
    "kind": "bands",
    "unknown": "86",
    "valid_from": "2026-12-01",
    "valid_to": "2027-08-31",
    "decided_by": "Conseil municipal",
    "seen_version": "",
}


def answer(*bands, cuts=(), aids=(), **facts):
    """What a browser sends: (up to, price) for each band."""
    data = ANSWER | facts
    for prefix, names, told in (
        ("tranches", ("up_to", "cents"), bands),
        ("fratrie", ("from_child", "percent", "cents"), cuts),
        ("aides", ("name", "cents", "valid_from", "valid_to", "condition"), aids),
    ):
        data |= {f"{prefix}-TOTAL_FORMS": str(len(told)), f"{prefix}-INITIAL_FORMS": "0"}
        for number, line in enumerate(told):
            data |= {f"{prefix}-{number}-{name}": value for name, value in zip(names, line, strict=True)}
    return data


BANDS = (("700", "30"), ("400", "12,40"), ("", "86 €"), ("", ""))


def test_an_agent_writes_a_grid_in_any_order(log_in):
    sent = answer(
        *BANDS, cuts=[("2", "10", "")], aids=[("Pass’Sport", "20", "", "2026-12-31", "")], outside_percent="20"
    )
    done = log_in("agent").post(f"{BASE}nouveau/", sent)
    rule = PriceRule.objects.get()
    assert (done.status_code, done.headers["Location"]) == (302, f"{BASE}{rule.pk}/")
    terms = terms_of(rule)
    assert (terms.base, terms.siblings, terms.outsiders) == (TERMS.base, TERMS.siblings, TERMS.outsiders)
    assert rule.organisation is None


@pytest.mark.parametrize(
    ("kind", "facts", "stored"),
    [
        ("free", {}, {}),
        ("flat", {"cents": "1 240,50"}, {"cents": 124050}),
        (
            "linear",
            {"rate": "0,055", "floor": "15", "ceiling": "95", "unknown": "95"},
            {"rate": "0.055", "floor": 1500, "ceiling": 9500, "unknown": 9500},
        ),
    ],
)
def test_each_kind_of_price_keeps_its_own_amounts(log_in, kind, facts, stored):
    log_in("agent").post(f"{BASE}nouveau/", answer(("zéro", "rien"), kind=kind, **facts))
    assert (PriceRule.objects.get().kind, PriceRule.objects.get().terms) == (kind, stored)


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        (answer(), "Écrivez au moins une tranche."),
        (answer(("400", "douze")), "Tranche 1, Prix en euros : Écrivez un montant en euros, comme 12,40."),
        (answer(("400", "")), "Donnez le prix de cette tranche."),
        (answer(("400", "12"), ("400", "13"), ("", "14")), "ne peut pas suivre"),
        (answer(("400", "12")), "La dernière tranche n’a pas de fin"),
        (answer(*BANDS, unknown=""), "Donnez ce montant."),
        (answer(*BANDS, unknown="-3"), "Un prix ne peut pas être négatif."),
        (answer(*BANDS, unknown="3,141"), "Un montant s’arrête aux centimes"),
        (answer(*BANDS, name=""), "Donnez un nom à ce tarif."),
        (answer(*BANDS, kind="loterie"), "loterie"),
        (answer(*BANDS, valid_to="2026-11-30"), "La fin vient avant le début."),
        (answer(*BANDS, cuts=[("", "10", "")]), "Dites à partir de quel enfant."),
        (answer(*BANDS, cuts=[("2", "", "")]), "Dites de combien est la réduction."),
        (answer(*BANDS, cuts=[("2", "150", "")]), "Ce pourcentage est trop grand."),
        (answer(*BANDS, aids=[("", "20", "", "", "")]), "Donnez le nom de l’aide."),
        (answer(("400", "30"), ("", "20"), unknown="20"), "Est-ce bien ce qui a été décidé\u00a0?"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(log_in, sent, sentence):
    refused = log_in("agent").post(f"{BASE}nouveau/", sent)
    page = refused.content.decode()
    assert refused.status_code == 422
    assert sentence in page
    assert "Conseil municipal" in page
    assert not PriceRule.objects.exists()


def test_a_grid_that_falls_is_kept_once_it_is_confirmed(log_in):
    sent = answer(("400", "30"), ("", "20"), unknown="20", is_confirmed="on")
    assert log_in("agent").post(f"{BASE}nouveau/", sent).status_code == 302


def test_more_lines_come_without_losing_or_judging_what_was_typed(log_in):
    page = log_in("agent").post(f"{BASE}nouveau/", answer(("400", "douze"), plus="tranches"))
    text = page.content.decode()
    assert page.status_code == 200
    assert 'value="douze"' in text
    assert text.count("-up_to") > 3
    assert "À corriger" not in text


def test_the_next_price_starts_from_amounts_raised_by_two_percent(log_in):
    rule = make_price()
    client = log_in("agent")
    page = client.get(f"{BASE}{rule.pk}/suite/?hausse=2&arrondi=10").content.decode()
    assert 'value="12,60"' in page
    assert 'value="30,60"' in page
    done = client.post(
        f"{BASE}{rule.pk}/suite/",
        answer(*BANDS, name=rule.name, seen_version="1", valid_from="2027-09-01", valid_to=""),
    )
    following = PriceRule.objects.get(valid_from=date(2027, 9, 1))
    assert done.headers["Location"] == f"{BASE}{following.pk}/"
    assert following.series == rule.series


@pytest.mark.parametrize("asked", ["hausse=beaucoup", "hausse=9999&arrondi=7", "hausse=NaN", "hausse="])
def test_a_raise_that_is_no_number_changes_nothing(log_in, asked):
    rule = make_price()
    assert log_in("agent").get(f"{BASE}{rule.pk}/suite/?{asked}").status_code == 200


def test_a_price_that_has_begun_sends_to_the_one_that_will_follow(log_in):
    rule = make_price()
    sent = log_in("agent").get(f"{BASE}{rule.pk}/correction/")
    assert sent.headers["Location"] == f"{BASE}{rule.pk}/suite/"


def test_a_colleague_meanwhile_is_told_and_the_second_sending_is_taken(log_in):
    rule = make_price()
    sent = answer(*BANDS, name=rule.name, valid_from="2027-09-01", valid_to="", seen_version="7")
    client = log_in("agent")
    refused = client.post(f"{BASE}{rule.pk}/suite/", sent)
    assert (refused.status_code, "Quelqu’un a changé ce tarif" in refused.content.decode()) == (422, True)
    assert client.post(f"{BASE}{rule.pk}/suite/", sent | {"seen_version": "1"}).status_code == 302


def test_a_price_is_given_its_last_day(log_in):
    rule = make_price()
    client = log_in("agent")
    early = client.post(f"{BASE}{rule.pk}/fin/", {"seen_version": "1", "last_day": "2026-10-01"})
    assert early.status_code == 422
    assert client.post(f"{BASE}{rule.pk}/fin/", {"seen_version": "1", "last_day": "2026-12-31"}).status_code == 302
    rule.refresh_from_db()
    assert rule.valid_to == date(2026, 12, 31)


def test_an_association_writes_its_own_prices_and_uses_those_of_the_town(log_in):
    town, other = make_price(), make_price("Aviron", organisation=make_organisation("Club d’aviron"))
    client = log_in("provider")
    assert client.post(f"{BASE}nouveau/", answer(*BANDS, kind="flat", cents="60")).status_code == 302
    assert PriceRule.objects.get(name="Ateliers").organisation.name == "Club de judo"
    assert client.get(f"{BASE}{town.pk}/").status_code == 200
    assert client.get(f"{BASE}{town.pk}/suite/").status_code == 403
    assert client.get(f"{BASE}{other.pk}/").status_code == 404
    assert client.post(f"{BASE}{other.pk}/fin/", {}).status_code == 404


def test_the_list_says_what_holds_what_comes_and_what_is_used(log_in):
    rule = make_price(valid_to=date(2026, 12, 31))
    make_activity(price_rule=rule)
    make_price("Terminé", Terms(Free()), valid_from=date(2025, 9, 1), valid_to=date(2026, 8, 31))
    make_price("Bientôt", Terms(Flat(1)), valid_from=date(2027, 1, 1))
    page = log_in("elected").get(BASE).content.decode()
    assert "1 tarif en vigueur" in page
    assert "1 activité" in page
    assert "fin le 31 décembre 2026, rien ensuite" in page
    assert "à partir du 1er janvier 2027" in page
    assert "1 tarif terminé" in page
    assert "Écrire un tarif" not in page


def test_the_list_takes_as_many_queries_for_fifty_prices(log_in):
    client = log_in("agent")
    make_price()
    few = queries_of(client, BASE)
    for number in range(50):
        make_price(f"Tarif {number}")
    assert queries_of(client, BASE) == few


def test_the_grid_goes_to_a_spreadsheet(log_in):
    table = log_in("reader").get(f"{BASE}{make_price().pk}/grille.csv")
    lines = table.content.decode("utf-8-sig").replace("\xa0", " ").splitlines()
    assert lines == [
        "Quotient familial;Prix",
        "jusqu’à 400;12,40 €",
        "de 401 à 700;30 €",
        "plus de 700;86 €",
        "non indiqué;86 €",
    ]
