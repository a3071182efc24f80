"""The component: names on everything, no style attribute, nothing of a stranger's server."""

from __future__ import annotations

import json
import re

import pytest
from django.template.loader import render_to_string

from config.tiles import tile_source
from preau.foundation.maps import Box, Map, Point

BOX = Box(2.15, 48.93, 2.192, 48.956)


def html(*points: Point, **what: object) -> str:
    return render_to_string("components/map.html", {"map": Map(BOX, "Carte des lieux", points=points, **what)})


def test_each_point_is_on_the_map_and_in_the_list_under_the_same_number():
    page = html(Point(2.16, 48.94, "École", 1, "/lieux/ecole/"), Point(2.18, 48.95, "Parc", 2))
    assert 'aria-label="1. École"' in page
    assert page.count("/lieux/ecole/") == 3  # the mark, the list, the data
    assert '<span class="visually-hidden">2. </span>' in page


def test_a_page_with_a_list_of_its_own_is_not_given_a_second_one():
    assert "map-list" not in html(Point(2.16, 48.94, "École", 1), is_listed=False)


def test_numbers_are_written_for_machines_in_the_drawing():
    assert not re.search(r'(?:x|y|cx|cy|width|height|viewBox)="[^"]*,', html(Point(2.1634, 48.94, "École", 1234)))


def test_a_hostile_name_stays_text():
    page = html(Point(2.16, 48.94, "</script><script>alert(1)</script>", 1))
    assert "<script>alert" not in page


def test_nothing_inline_and_nobody_else_is_called():
    page = html(Point(2.16, 48.94, "École", 1))
    assert " style=" not in page
    assert "http" not in page.replace("http://www.w3.org", "")


def test_tiles_are_given_only_when_the_town_asked_for_them(settings):
    settings.MAP_TILES, settings.MAP_TILES_ATTRIBUTION = "https://tuiles.example/{z}/{x}/{y}.png", "© la ville"
    data = re.search(r'<script id="carte-data" type="application/json">(.*?)</script>', html())
    assert json.loads(data.group(1))["tiles"] == {
        "url": "https://tuiles.example/{z}/{x}/{y}.png", "attribution": "© la ville",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("template", "source"),
    [
        ("", ""),
        ("https://tuiles.example/{z}/{x}/{y}.png", "https://tuiles.example"),
        ("https://{s}.tuiles.example/{z}/{x}/{y}.png", "https://*.tuiles.example"),
        ("http://127.0.0.1:8080/{z}/{x}/{y}.png", "http://127.0.0.1:8080"),
    ],
)
def test_the_policy_lets_in_the_tiles_and_nothing_else(template, source):
    assert tile_source(template) == source


@pytest.mark.parametrize(
    "template", ["tuiles/{z}/{x}/{y}.png", "ftp://tuiles.example/{z}", "https://{host}/{z}", "javascript:alert(1)"]
)
def test_an_address_of_tiles_that_makes_no_sense_is_said_at_start(template):
    with pytest.raises(ValueError, match="PREAU_TILES"):
        tile_source(template)
