from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from preau.plan.structure.rules import code_key, next_code, position_after


def test_first_item_of_a_kind_is_number_one():
    assert next_code("A1.G2", "O", []) == "A1.G2.O1"
    assert next_code("", "A", []) == "A1"


def test_effects_and_objectives_are_numbered_apart():
    assert next_code("A1.G2", "E", ["A1.G2.O1", "A1.G2.O2", "A1.G2.E1"]) == "A1.G2.E2"


def test_another_parent_whose_code_begins_alike_does_not_count():
    assert next_code("A1.G1", "O", ["A1.G11.O7", "A11.G1.O9"]) == "A1.G1.O1"


@given(st.sets(st.integers(min_value=1, max_value=500)))
def test_a_code_is_never_given_twice(numbers):
    taken = {f"A1.G1.O{number}" for number in numbers}
    assert next_code("A1.G1", "O", taken) not in taken


def test_codes_are_sorted_as_people_count():
    assert sorted(["A1.G10", "A1.G2", "A1.G2.O1", "A1"], key=code_key) == ["A1", "A1.G2", "A1.G2.O1", "A1.G10"]


@given(st.lists(st.floats(-1e6, 1e6), unique=True, max_size=30), st.data())
def test_a_new_position_stands_between_its_neighbours_or_asks_for_room(places, data):
    places.sort()
    index = data.draw(st.integers(0, len(places)))
    position = position_after(places, index)
    if position is not None:
        assert all(place < position for place in places[:index])
        assert all(place > position for place in places[index:])
