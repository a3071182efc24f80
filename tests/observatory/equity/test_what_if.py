"""A lone child in a square of the map: no map, no table and no trial, asked as often as one likes, depends on it."""

from __future__ import annotations

import re
from itertools import product

import pytest

from preau.offer.activities.models import Slot
from preau.offer.finding.catalogue import forget
from preau.town.areas.models import GridCell
from preau.town.areas.population import AGES
from tests.cast import make_person, make_plan
from tests.cast.equity import make_equity, make_hall, make_square

pytestmark = pytest.mark.django_db
HERE = "/atelier/territoire/"


def pages(client, sites) -> dict[str, str]:
    """All that a curious colleague may ask: ages, reaches, every session at every place, one that stops. No token."""
    slot = Slot.objects.get()
    moves = [
        f"essai/?seance={session}&vers={goal}"
        for session, goal in product((slot.pk, "nouvelle"), (*(site.pk for site in sites), "fin"))
    ]
    asked = ["", "?age=4", "?age=14", "?minutes=5", "?minutes=30", "?mesure=places", "quartiers.csv", *moves]
    answers = {path: client.get(HERE + path).content.decode() for path in asked}
    return {path: re.sub(r"\b\w{64}\b", "", page) for path, page in answers.items()}


def test_nobody_tells_none_from_one_or_four_children_in_a_square(client):
    make_plan(shown=True)
    sites = [*make_equity(), make_hall("Halle du lavoir", 10, 1)]
    make_square(9, 1, children=1)
    client.force_login(make_person("coordinator"))
    told = []
    for children in (0, 1, 4):
        GridCell.objects.filter(official_id="9-1").update(**dict.fromkeys(AGES, children))
        forget()
        told.append(pages(client, sites))
    forget()
    for path in told[0]:
        assert told[0][path] == told[1][path] == told[2][path], path
    assert len(set(told[0].values())) > 6, "the questions have different answers"
