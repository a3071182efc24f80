"""The poster of the gate: read by a camera, by an eye, by a screen reader."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from preau.town.spaces.poster import qr_svg, spoken, write_poster
from tests.cast.spaces import make_space

pytestmark = pytest.mark.django_db
ADDRESS = "https://preau.ville.example/e/abcd2345/"


def test_the_poster_says_its_address_in_letters_and_is_one_tagged_page():
    space = make_space(token="abcd2345")
    reader = PdfReader(BytesIO(write_poster(space, ADDRESS)))
    words = reader.pages[0].extract_text()
    assert len(reader.pages) == 1
    for said in ("Terrain des Quais", "preau.ville.example/e/abcd2345", "ouvert", "abîmé ou fermé", "plus petits"):
        assert said in words
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert reader.metadata is not None
    assert reader.metadata.title == "Panneau : Terrain des Quais"


def test_a_long_name_and_long_rules_stay_on_the_page_or_go_on():
    space = make_space("Plaine de jeux et de sports intergénérationnelle de la Boucle des Deux-Rives")
    space.rules = "On partage. " * 60
    assert len(PdfReader(BytesIO(write_poster(space, ADDRESS))).pages) in (1, 2)


def test_the_code_is_drawn_without_a_word_of_its_own():
    assert spoken(ADDRESS) == "preau.ville.example/e/abcd2345"
    assert qr_svg(ADDRESS).startswith("<svg")
