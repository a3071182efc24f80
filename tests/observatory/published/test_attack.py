"""Whoever reads every page, every way of cutting and every day of the rich town finds none of its small numbers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

import pytest

from preau.observatory.indicators.library import BY_CODE
from preau.observatory.indicators.measures import MEASURES, Of
from preau.observatory.releases.models import Release
from preau.people.smallnumbers.floor import FLOOR

from .reader import Reader
from .town import YEARS

PEOPLE = sorted(code for code, each in MEASURES.items() if each.of is Of.PEOPLE and not each.needs_next_year)
NOBODY_CAN = {"0-2", "18-25"}
"""Bands of ages that some measures do not count: their zero is known by definition."""


def releases(code: str, year: int) -> dict[str, list[Release]]:
    """By way of cutting ("" for the whole, "area", "domain/music"), the oldest first."""
    found: dict[str, list[Release]] = {}
    start = f"indicators/{code}/{year}"
    for each in Release.objects.filter(series__startswith=start).exclude(series__endswith="/same"):
        found.setdefault(each.series.removeprefix(start).strip("/"), []).append(each)
    return found


def tables(told: dict[str, list[Release]]) -> dict[str, tuple[list[str], list[str]]]:
    """Every table of the last release of each way: all its values, told or not."""
    found = {}
    for way, every in told.items():
        safe = every[-1].safe
        answers = ["no", "yes"] if any("answer" in names for names in safe.tables) else [""]
        name = way.split("/")[0]
        values = [labels[0] for labels in safe.tables[name,].figures] if way else [""]
        found[way] = (values, answers)
    return found


def reader_of(told: dict[str, list[Release]], day) -> Reader:
    """Reads what was fresh on that day."""
    reader = Reader(tables(told))
    for way, every in told.items():
        release = next((each for each in reversed(every) if each.day == day), None)
        if release is None:
            continue
        for names, table in release.safe.tables.items():
            for labels, figure in table.figures.items():
                if figure.value is None or figure.since is not None:
                    continue
                where = dict(zip(names, labels, strict=True))
                answer = where.pop("answer", None)
                reader.reads(way, next(iter(where.values()), None), answer, figure.value)
    return reader


def truth(published, day, code: str, year: int, way: str) -> dict[tuple[str, str | None], int]:
    """Counted from the facts: (value, answer) → children; answer None: both."""
    by, _, wanted = way.partition("/")
    day = max(day, published.days[0])  # a year that was over before is known since then
    whole = published.counted[day, code, year, ""][0]
    found: dict[tuple[str, str | None], int] = {}
    for figure in published.counted[day, code, year, by]:
        if wanted and figure.cell != wanted:
            continue
        yes, among = _numbers(figure)
        value = "in" if wanted else figure.cell
        found |= {(value, "yes"): yes, (value, "no"): among - yes, (value, None): among}
        if wanted:
            all_yes, every = _numbers(whole)
            out = (all_yes - yes, every - among - all_yes + yes)
            found |= {("out", "yes"): out[0], ("out", "no"): out[1], ("out", None): sum(out)}
    return found


def _numbers(figure) -> tuple[int, int]:
    return int(figure.counted or 0), int(figure.among if figure.among is not None else figure.counted or 0)


def _above(every: list[Release], day, way: str, value: str, answer: str | None) -> list[int]:
    """Numbers told of that day of the larger groups that hold the cell: nobody can be kept from them."""
    found = []
    for release in every:
        for names, table in release.safe.tables.items() if release.day == day else ():
            where = {"answer": answer} | ({way.partition("/")[0]: value} if way else {})
            if len(names) < sum(each is not None for each in where.values()) and all(where[name] for name in names):
                figure = table.figures[tuple(where[name] for name in names)]
                found += [figure.value] if figure.value is not None and figure.since is None else []
    return found


def _is_told(every: list[Release], day) -> bool:
    """Whether the finest table of that day tells anything."""
    for release in every:
        if release.day == day:
            table = max(release.safe.tables.items(), key=lambda each: len(each[0]))[1]
            return any(figure.value is not None for figure in table.figures.values())
    return False


def least_of(code: str, way: str) -> int:
    is_sensitive = way == "qf_band" or BY_CODE[code].sensitivity == "sensitive"
    return FLOOR.sensitive_cell if is_sensitive else FLOOR.cell


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("code", PEOPLE)
def test_no_figure_that_is_told_is_small(everything, code, year):
    for way, every in releases(code, year).items():
        least = least_of(code, way)
        for release in every:
            for names, table in release.safe.tables.items():
                margin = FLOOR.cell if set(names) <= {"answer"} else least
                told = {labels: each.value for labels, each in table.figures.items() if each.value is not None}
                assert all(value >= margin or labels[0] in NOBODY_CAN for labels, value in told.items())


def attacked(code: str, year: int) -> dict[str, list[Release]]:
    """The releases of a measure, by way of cutting. A year of which none came out has nothing to attack."""
    told = releases(code, year)
    if not told:
        pytest.skip(f"no release of {code} is about {year}, too few children or no such facts: nothing to attack")
    return told


def too_small(published, day, code: str, year: int, found) -> Iterator[tuple[str, str, str | None, int, int]]:
    """(way, value, answer, number, least) of each cell that nobody may find. ``found``: values and answers, by way."""
    for way, (values, answers) in found.items():
        counted, least = truth(published, day, code, year, way), least_of(code, way)
        for value, answer in product(values, {None, *(answers if "yes" in answers else ())}):
            number = counted.get((value, answer), 0)
            if number < (least if way else FLOOR.cell) and (number or value not in NOBODY_CAN):
                yield way, value, answer, number, least


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("code", PEOPLE)
def test_all_the_ways_of_cutting_together_give_no_small_number(everything, code, year):
    """Subtraction, elimination, bounds and whole numbers, over all tables of the last day at once."""
    told = attacked(code, year)
    found = []
    for day in sorted({each.day for every in told.values() for each in every}):
        reader = reader_of(told, day)
        for way, value, answer, number, least in too_small(everything, day, code, year, tables(told)):
            low, high = reader.bounds(reader.sums(way, value, answer))
            most = min([least, *_above(told[way], day, way, value, answer)])
            is_told = _is_told(told[way], day)
            if (low > 0 or high < most) if is_told else (low > 0 and high < most):
                found.append((day, way, value, answer, number, low, high))
    assert found == []


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("code", PEOPLE)
def test_two_days_together_tell_of_nobody_who_came_or_left(everything, code, year):
    """What can be worked out of one day and of another is the same, or apart by a threshold at least."""
    told = releases(code, year)
    days = sorted({each.day for every in told.values() for each in every})
    for first, second in combinations(days, 2):
        before, after = reader_of(told, first), reader_of(told, second)
        for way, (values, answers) in tables(told).items():
            if not {first, second} <= {each.day for each in told[way]}:
                continue
            for value in values:
                for answer in {None, *answers}:
                    target = before.sums(way, value, answer)
                    numbers = before.eliminates(target), after.eliminates(target)
                    if None in numbers or numbers[0] == numbers[1]:
                        continue
                    assert abs(numbers[1] - numbers[0]) >= FLOOR.cell, (way, value, answer, first, second, numbers)


def test_something_is_told_and_the_planted_children_are_in_the_data(everything):
    """An attack on nothing would prove nothing."""
    told = releases("A1.G1.E1.i1", 2026)
    assert len(told[""]) >= 2, "the last day told something new"
    shown = [
        each
        for every in Release.objects.all()
        for table in every.safe.tables.values()
        for each in table.figures.values()
    ]
    assert sum(each.value is not None for each in shown) > 100
    assert sum(each.value is None for each in shown) > 50
    level = truth(everything, everything.days[0], "A1.G1.E1.i1", 2026, "level")
    assert level["5e", "yes"] >= 3


def test_the_same_reader_finds_children_where_small_numbers_alone_are_blanked():
    """The attack is worth something."""
    reader = Reader({"": ([""], [""]), "area": (["gare", "quais"], [""])})
    reader.reads("", "", "", 40)
    reader.reads("area", "gare", "", 37)
    assert reader.eliminates(reader.sums("area", "quais", "")) == 3
