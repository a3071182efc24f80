"""Families know their price before they give any name, and how it was computed."""

from __future__ import annotations

from datetime import date

import pytest
from django.contrib.sessions.models import Session

from preau.offer.prices.rules import Flat, Free, Terms
from preau.offer.prices.writing import RuleFacts, follow_rule
from preau.people.accounts.hand import Hand
from tests.cast import make_commune, make_organisation, make_price

pytestmark = pytest.mark.django_db


def read(client, address):
    return client.get(address).content.decode().replace("\xa0", " ").replace("\u202f", " ")


def test_a_parent_knows_their_price_and_why_without_an_account(client):
    page = read(client, f"/tarifs/{make_price().pk}/?quotient=650&enfants=2&commune=oui")
    assert "27 €" in page
    assert "Quotient 650 : tranche de 401 à 700" in page
    assert "2e enfant de la famille : 10 % de moins" in page
    assert "Conseil municipal du 25 juin 2026" in page


def test_nothing_that_a_family_types_is_kept(client):
    answer = client.get(f"/tarifs/{make_price().pk}/?quotient=650&enfants=2&commune=non&aides=Pass’Sport")
    assert answer.status_code == 200
    assert answer.cookies.keys() <= {"csrftoken"}
    assert not Session.objects.exists()
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize(
    ("asked", "cents"),
    [
        ("quotient=", "86 €"),
        ("quotient=650,90", "30 €"),
        ("quotient=1 200", "86 €"),
        ("quotient=650&commune=non", "36 €"),
        ("quotient=650&aides=Pass’Sport", "10 €"),
        ("enfants=1", "86 €"),
    ],
)
def test_each_way_of_asking(client, asked, cents):
    assert f'<span class="figure">{cents}</span>' in read(client, f"/tarifs/{make_price().pk}/?{asked}")


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("quotient=beaucoup", "Écrivez un nombre, comme 650."),
        ("quotient=-4", "Un quotient ne peut pas être négatif."),
        ("quotient=999999999999", "Ce quotient est trop grand"),
        ("enfants=0", "Choisissez de 1 à 6 enfants."),
        ("commune=peut-être", "Répondez oui ou non."),
        ("aides=inconnue", "Cette aide n’est pas déduite de ce prix aujourd’hui."),
    ],
)
def test_a_wrong_answer_is_told_and_stays_typed(client, asked, sentence):
    page = read(client, f"/tarifs/{make_price().pk}/?{asked}")
    assert sentence in page
    assert 'class="figure"' not in page


def test_only_what_changes_the_price_is_asked(client):
    page = read(client, f"/tarifs/{make_price('Club', Terms(Flat(60_00))).pk}/")
    assert '<span class="figure">60 €</span>' in page
    assert "quotient" not in page.split('id="mon-prix"')[1].split("</section>")[0]


def test_an_old_address_leads_to_what_holds_today(client, now):
    old = make_price(valid_from=date(2025, 9, 1), valid_to=date(2026, 8, 31))
    told = RuleFacts("École des sports", Terms(Flat(50_00)), date(2026, 12, 1))
    coming = follow_rule(old, told, seen_version=1, hand=Hand(None, now))
    assert "Ce prix a cessé le 31 août 2026" in read(client, f"/tarifs/{old.pk}/")
    assert "À partir du 1er décembre 2026 : 50 €." in read(client, f"/tarifs/{old.pk}/")
    assert "Ce prix s’appliquera à partir du 1er décembre 2026" in read(client, f"/tarifs/{coming.pk}/")
    assert client.get("/tarifs/999999/").status_code == 404


def test_the_page_of_all_prices_says_how_they_are_computed_who_decides_and_which_rights_one_has(client):
    make_price()
    make_price("Libre", Terms(Free()))
    make_price("Club", Terms(Flat(60_00)), organisation=make_organisation("Club de judo"))
    make_price("Vieux", Terms(Flat(1_00)), valid_from=date(2025, 9, 1), valid_to=date(2026, 8, 31))
    page = read(client, "/tarifs/")
    for words in (
        "de 12,40 € à 86 €",
        "Club de judo",
        "Conseil municipal du 25 juin 2026",
        "27 €",
        "L. 311-3-1",
        "gratuit",
    ):
        assert words in page
    assert "Vieux" not in page


def test_without_any_price_the_page_says_what_to_do(client):
    make_commune()
    assert "Les prix ne sont pas encore publiés" in read(client, "/tarifs/")


def test_the_page_takes_as_many_queries_for_many_prices(client, django_assert_num_queries):
    make_price()
    client.get("/tarifs/")
    with django_assert_num_queries(4):
        client.get("/tarifs/")
    for number in range(30):
        make_price(f"Tarif {number}")
    with django_assert_num_queries(4):
        client.get("/tarifs/")
