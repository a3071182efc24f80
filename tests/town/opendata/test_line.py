"""A raw line, whatever the vintage spells its columns: what it says, or where it can’t be read."""

from __future__ import annotations

from datetime import date

import pytest

from preau.town.opendata.contacts import phone, web_address, without_mails
from preau.town.opendata.fitting import fitted, shortened
from preau.town.opendata.line import Line, Loose, expect, items_of
from preau.town.opendata.source import LineRefused, NotThisKind
from preau.town.places.models import PlaceRecord


@pytest.mark.parametrize("column", ["Code_postal", "Code postal", "code_postal", "CODE-POSTAL", "Code.Postal"])
def test_a_column_is_found_however_it_is_spelt(column):
    assert Line({column: 1004.0}).code("Code_postal", width=5) == "01004"


def test_the_first_spelling_that_holds_something_is_read():
    assert Line({"nom": " ", "name": "Gymnase"}).text("nom", "name") == "Gymnase"
    assert Loose({"nom": "", "name": "Gymnase"}).text("nom", "name") == "Gymnase"


def test_a_cell_that_can_not_be_read_is_refused_with_the_column_of_the_file():
    with pytest.raises(LineRefused) as refused:
        Line({"Date de début": "demain"}).day("date_debut", "date de début")
    assert (refused.value.column, refused.value.value) == ("Date de début", "demain")
    assert "n’est pas une date" in refused.value.reason


def test_beside_the_main_thing_what_can_not_be_read_is_left_out():
    loose = Loose({"maj": "09/0102023", "mise_a_jour": "2026-01-02"})
    assert loose.day("maj") is None
    assert loose.day("maj", "mise_a_jour") == date(2026, 1, 2)


def test_what_is_needed_and_missing_is_told_as_a_missing_column_or_an_empty_cell():
    with pytest.raises(LineRefused, match="La colonne « nom » est obligatoire et ce fichier ne l’a pas"):
        Line({"name": "x"}).needed("nom")
    with pytest.raises(LineRefused, match="la case est vide"):
        Line({"Nom": " "}).needed("nom")


@pytest.mark.parametrize(
    ("written", "items"),
    [
        ("Jeunes|Femmes", ["Jeunes", "Femmes"]),
        ('["Clubs, ligues", "Scolaires"]', ["Clubs, ligues", "Scolaires"]),
        ('"[\\"Tennis\\"]"', ["Tennis"]),
        (["Tennis", None, " Tennis "], ["Tennis"]),
        ("[Tennis; Padel]", ["Tennis", "Padel"]),
        ("null", []),
        (None, []),
        ("", []),
    ],
)
def test_a_list_is_read_however_it_is_written(written, items):
    assert items_of(written) == items


def test_another_file_is_told_with_what_was_expected_and_what_was_found():
    with pytest.raises(NotThisKind) as refused:
        expect({"siret": 1, "nom": 2}, ("uai", "code_uai"), what="l’annuaire")
    assert refused.value.sentence == (
        "Ce fichier n’est pas l’annuaire : la colonne « uai » manque. On y trouve : siret, nom."
    )


def test_what_a_database_can_not_keep_never_reaches_it():
    record = fitted(
        PlaceRecord, "1", name="Gymnase " * 60, website="https://x.fr/" + "a" * 400, facts={"a": "b\x00", "n": None}
    )
    assert len(record.fields["name"]) <= 240 and record.fields["name"].endswith("Gymnase…")
    assert record.fields["website"] == ""
    assert record.fields["facts"] == {"a": "b"}
    assert Line({"nom": "A\x00\ud800B"}).text("nom") == "AB"


def test_a_key_that_is_too_long_is_refused():
    with pytest.raises(LineRefused, match="dépasse 120 caractères"):
        fitted(PlaceRecord, "1" * 121)


def test_a_text_is_cut_at_a_word_and_a_long_word_where_it_must():
    assert shortened("un deux trois", 9) == "un deux…"
    assert shortened("a" * 20, 9) == "a" * 8 + "…"
    assert shortened("court", 9) == "court"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("0199006150", "01 99 00 61 50"),
        ("+33 1 99.00.61.50", "01 99 00 61 50"),
        ("+33199006150", "01 99 00 61 50"),
        ("39 49", "39 49"),
        ("3646", "36 46"),
        ("voir accueil", ""),
        ("", ""),
    ],
)
def test_a_telephone_number_is_shown_as_people_read_it(written, shown):
    assert phone(written) == shown


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://ville.exemple/a|https://autre.exemple", "https://ville.exemple/a"),
        ("www.ville.fr", "https://www.ville.fr"),
        ("accueil@ville.fr", ""),
        ("javascript:alert(1)", ""),
        ("aucun", ""),
    ],
)
def test_only_a_web_address_is_followed(written, address):
    assert web_address(written) == address


def test_mail_addresses_are_taken_out_of_a_text():
    assert without_mails("Écrire à l.orme+pedt@ville.exemple, merci", "…") == "Écrire à …, merci"
