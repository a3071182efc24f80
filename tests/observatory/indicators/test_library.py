"""The library: complete, honest about where each value comes from, and counted once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from preau.observatory.indicators.enums import Module, Status
from preau.observatory.indicators.library import BY_CODE, DISTINCT, LIBRARY, beside
from preau.observatory.indicators.measures import MEASURES

_ROW = re.compile(r"\*\*Effects? .*row (A\d\.G\d\.R\d)")
_CODE = re.compile(r"`(E\d+\.i\d+)`")


def _of_the_brief(text: str) -> list[str]:
    """Codes of the second column of the tables of effects."""
    found, general = [], ""
    for line in text.splitlines():
        if row := _ROW.match(line):
            general = row.group(1).rsplit(".", 1)[0]
        elif line.startswith("|") and general:
            found += [f"{general}.{code}" for code in _CODE.findall(line.split("|")[2])]
    return found


def test_it_holds_the_indicators_of_the_brief_and_one_that_its_pitfalls_ask_for(shared: Path):
    brief = _of_the_brief((shared / "domain" / "brief.md").read_text())
    assert len(brief) == len(set(brief)) == 116
    assert set(BY_CODE) - set(brief) == {"A1.G1.E9.i2"}, "the grade that tells whether links are lived"
    assert set(brief) <= set(BY_CODE)


def test_one_shown_twice_is_counted_once():
    assert len(LIBRARY) == len(BY_CODE) == 117
    assert len(DISTINCT) == 116
    twin = BY_CODE["A4.G1.E4.i1"]
    assert twin.same_as == "A1.G2.E6.i1"
    assert beside("A4.G1.E4") == [BY_CODE["A1.G2.E6.i1"]]


def test_sixty_two_effects_have_something_to_look_at():
    assert len({each.effect for each in LIBRARY}) == 62


def test_what_is_said_to_count_itself_has_a_measure_and_nothing_else_has():
    said = {each.code for each in DISTINCT if each.status == Status.COUNTED}
    assert said == set(MEASURES)
    assert len(said) >= 40


def test_what_waits_says_for_what():
    for each in LIBRARY:
        assert (each.status == Status.WAITING) == (each.waits_for is not None), each.code
    assert {each.waits_for for each in LIBRARY if each.waits_for} == set(Module)


def test_what_people_collect_says_how_long_it_takes():
    for each in DISTINCT:
        if each.status in (Status.TYPED, Status.SURVEY, Status.OUTSIDE):
            assert each.minutes > 0, each.code


@pytest.mark.parametrize("entry", LIBRARY, ids=lambda entry: entry.code)
def test_each_says_what_it_counts_and_beside_what_it_is_read(entry):
    assert entry.code.startswith(f"A{entry.axis}.") and str(entry.title) and str(entry.counted)
    assert set(entry.read_with) <= set(BY_CODE) - {entry.code}
    measure = MEASURES.get(entry.code)
    if measure:
        assert set(measure.breakdowns) == set(entry.by)
        assert not measure.outside or entry.minutes, "typing an outside number takes somebody's time"


def test_each_quantity_has_its_doubts_or_its_counter_indicator():
    bare = [each.code for each in DISTINCT if not str(each.doubts) and not each.read_with]
    counted = [code for code in bare if BY_CODE[code].status == Status.COUNTED]
    assert counted == []
