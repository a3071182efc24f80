"""Who lives where: by area only, never from a square alone, never found again by subtraction."""

from __future__ import annotations

import csv
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from preau.people.smallnumbers.floor import FLOOR
from preau.town.areas.actions import weigh_after_import, weigh_cells
from preau.town.areas.enums import AreaKind
from preau.town.areas.models import GridCell
from preau.town.areas.population import AGES, populations, share_inside, spread
from preau.town.areas.sources import AREAS, GRID
from tests.cast import make_commune

from .test_locating import area, make_area, rectangle


def cell(west: float, south: float, *, people: float = 100, households: float = 40, **ages: float) -> GridCell:
    return GridCell(
        official_id=f"{west}-{south}", lon=west + 0.5, lat=south + 0.5, outline=rectangle(west, south, west + 1, south + 1),
        people=people, households=households, **{age: ages.get(age, 20) for age in AGES},
    )  # fmt: skip


def numbered(*areas):
    for number, each in enumerate(areas, 1):
        each.pk = number
    return list(areas)


SQUARES = [cell(x, y) for x in range(4) for y in range(4)]


def test_squares_are_spread_by_the_part_of_their_surface():
    [west, east] = numbered(area("Ouest", rectangle(0, 0, 1.5, 4)), area("Est", rectangle(1.5, 0, 4, 4)))
    counts = spread([west, east], SQUARES)
    assert counts[1].people == pytest.approx(600)
    assert counts[2].people == pytest.approx(1000)
    assert counts[1].squares == pytest.approx(6)


def test_an_area_is_told_rounded():
    [told] = populations(numbered(area("Ouest", rectangle(0, 0, 1.52, 4))), SQUARES, FLOOR)
    assert told.people == 610
    assert told.ages["aged_6_10"] == 120
    assert told.minors == 480


@pytest.mark.parametrize("outline", [rectangle(0, 0, 1, 1), rectangle(0, 0, 1, 1.9)])
def test_one_or_two_squares_have_no_meaning(outline):
    [told] = populations(numbered(area("Petit", outline)), SQUARES, FLOOR)
    assert not told.is_told
    assert set(told.ages.values()) == {None}
    assert told.minors is None


def test_few_households_are_not_told():
    sparse = [cell(x, 0, people=4, households=2) for x in range(4)]
    [told] = populations(numbered(area("Bois", rectangle(0, 0, 4, 1))), sparse, FLOOR)
    assert not told.is_told


def test_fewer_than_five_children_of_an_age_are_not_told():
    rare = [cell(x, 0, aged_0_3=1) for x in range(4)]
    [told] = populations(numbered(area("Bureaux", rectangle(0, 0, 4, 1))), rare, FLOOR)
    assert told.is_told
    assert told.ages["aged_0_3"] is None
    assert told.ages["aged_6_10"] == 80
    assert told.minors is None


def test_a_town_that_hides_more_of_small_numbers_hides_more_here():
    """4 squares of 40 households, and of 20 children of each age but those of 4 and 5 years."""
    squares, [whole] = [cell(x, 0, aged_4_5=2) for x in range(4)], numbered(area("Bourg", rectangle(0, 0, 4, 1)))
    assert populations([whole], squares, FLOOR)[0].ages["aged_4_5"] == 10
    more = replace(FLOOR, cell=10, sensitive_cell=10, rounding=50)
    [told] = populations([whole], squares, more)
    assert (told.ages["aged_4_5"], told.ages["aged_6_10"], told.people) == (None, 100, 400)
    [told] = populations([whole], squares, replace(more, sensitive_cell=161))
    assert not told.is_told


def test_where_one_area_is_silent_the_next_smallest_is_too():
    squares = [cell(x, y, aged_0_3={0: 1, 1: 10, 2: 30}[y]) for x in range(4) for y in range(3)]
    areas = numbered(*(area(name, rectangle(0, y, 4, y + 1)) for y, name in enumerate("abc")))
    assert [each.ages["aged_0_3"] for each in populations(areas, squares, FLOOR)] == [None, None, 120]


@given(st.lists(st.floats(0, 30), min_size=5, max_size=5))
def test_no_age_has_exactly_one_silent_area(counts):
    squares = [cell(x, y, aged_4_5=counts[y]) for x in range(4) for y in range(5)]
    areas = numbered(*(area(str(y), rectangle(0, y, 4, y + 1)) for y in range(5)))
    silent = sum(each.ages["aged_4_5"] is None for each in populations(areas, squares, FLOOR))
    assert silent != 1


def test_the_share_of_a_square_inside_the_town():
    assert share_inside(rectangle(0, 0, 1, 1), rectangle(0.25, 0, 9, 9)) == 0.75
    assert share_inside(rectangle(0, 0, 1, 1), rectangle(5, 5, 9, 9)) == 0
    assert share_inside(rectangle(0, 0, 1, 1), rectangle(-1, -1, 9, 9)) == 1


@pytest.mark.django_db
def test_squares_astride_the_limit_are_weighed_once():
    make_area("Ville", rectangle(0, 0, 1.5, 9), AreaKind.COMMUNE)
    for x in range(3):
        square = cell(x, 0)
        square.commune, square.fingerprint = make_commune(), "x"
        square.save()
    assert weigh_cells(make_commune()) == 2
    assert list(GridCell.objects.order_by("lon").values_list("share", flat=True)) == [1, 0.5, 0]
    assert weigh_cells(make_commune()) == 0


@pytest.mark.django_db
def test_a_neighbour_that_a_file_brought_along_is_not_the_town():
    make_area("Voisine", rectangle(5, 5, 9, 9), AreaKind.COMMUNE, insee_code="99997")
    make_area("Ville", rectangle(0, 0, 9, 9), AreaKind.COMMUNE, insee_code="99998")
    square = cell(1, 1)
    square.commune, square.fingerprint = make_commune(), "x"
    square.save()
    assert weigh_cells(make_commune()) == 0


def test_imports_of_squares_and_of_limits_weigh_them():
    assert GRID.after is weigh_after_import
    assert [source.name for source in AREAS if source.after is weigh_after_import] == ["communes"]


@pytest.mark.django_db
def test_a_town_without_a_limit_weighs_nothing():
    assert weigh_cells(make_commune()) == 0


def test_a_real_town_is_counted_once(shared):
    """The squares astride several towns count everybody; spread over the town's own IRIS, the sum is the town's."""
    features = json.loads((shared / "data" / "contours" / "iris_93010_bondy.geojson").read_text())["features"]
    areas = numbered(*(area(str(number), each["geometry"], AreaKind.IRIS) for number, each in enumerate(features)))
    squares = json.loads((shared / "data" / "insee-carreaux-200m" / "carreaux_200m_bondy.geojson").read_text())[
        "features"
    ]
    with (shared / "data" / "insee-carreaux-200m" / "carreaux_200m_filosofi_bondy.csv").open() as file:
        rows = {row["idcar_200m"]: row for row in csv.DictReader(file)}
    cells = [
        GridCell(
            outline=each["geometry"], people=float(row["ind"]), households=float(row["men"]),
            aged_0_3=float(row["ind_0_3"]), aged_4_5=float(row["ind_4_5"]), aged_6_10=float(row["ind_6_10"]),
            aged_11_17=float(row["ind_11_17"]), aged_18_24=float(row["ind_18_24"]),
        )
        for each in squares
        if (row := next((rows[value] for value in each["properties"].values() if value in rows), None))
    ]  # fmt: skip
    assert len(cells) == 164
    people = sum(count.people for count in spread(areas, cells).values())
    assert 50_000 < people < 58_000  # about 54,000 inhabitants, where the squares sum to 65,548
    assert sum(each.is_told for each in populations(areas, cells, FLOOR)) >= 20
