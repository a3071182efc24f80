from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from preau.plan.structure.enums import ItemKind
from preau.plan.structure.rules import next_code


def test_first_item_of_a_kind_is_number_one():
    assert next_code("A1.G2", ItemKind.OPERATIONAL_OBJECTIVE, []) == "A1.G2.O1"
    assert next_code("", ItemKind.AXIS, []) == "A1"


def test_effects_and_objectives_are_numbered_apart():
    assert next_code("A1.G2", ItemKind.EXPECTED_EFFECT, ["A1.G2.O1", "A1.G2.O2", "A1.G2.E1"]) == "A1.G2.E2"


def test_another_parent_whose_code_begins_alike_does_not_count():
    assert next_code("A1.G1", ItemKind.OPERATIONAL_OBJECTIVE, ["A1.G11.O7", "A11.G1.O9"]) == "A1.G1.O1"


@given(st.sets(st.integers(min_value=1, max_value=500)))
def test_a_code_is_never_given_twice(numbers):
    taken = {f"A1.G1.O{number}" for number in numbers}
    assert next_code("A1.G1", ItemKind.OPERATIONAL_OBJECTIVE, taken) not in taken
