"""Whoever takes every open file, every page and who is missing, in one system, finds no small number either.

All of them are rounded: what is read is an interval. The one number told to the unit would betray the others.
"""

from __future__ import annotations

import csv
from dataclasses import asdict

import numpy as np
import pytest

from preau.observatory.disclosure import Publication, Thresholds
from preau.observatory.indicators.counted import INSIDE
from preau.observatory.indicators.enums import Breakdown
from preau.observatory.indicators.measures import MEASURES
from preau.observatory.indicators.shown import Reading, Shown
from preau.observatory.missing.counting import TABLES
from preau.observatory.missing.reading import years_told
from preau.observatory.opendata.delimited import plain_csv
from preau.observatory.opendata.published import Open, dataset_of, open_datasets
from preau.observatory.releases.models import Release
from preau.observatory.releases.releasing import thresholds_on
from preau.people.smallnumbers.floor import FLOOR
from preau.plan.structure.models import TerritorialEducationPlan
from tests.observatory.disclosure.attack import Reader as Crossings
from tests.observatory.disclosure.test_attack import threshold
from tests.observatory.disclosure.towns import children_of

from .reader import MOST, Reader, Together
from .test_attack import NOBODY_CAN, PEOPLE, _is_told, attacked, releases, tables, too_small
from .town import OVER, YEARS

STEP = FLOOR.rounding
CAME, VARIED = "A2.G2.E4.i1", "A1.G1.E10.i2"
"""Both among children who came: those of 3 to 17, and all."""
ANSWERS = {"oui": "yes", "non": "no"}


def files(day) -> dict[tuple[str, int, str], Open]:
    told = open_datasets(TerritorialEducationPlan.objects.get())
    return {(each.entry.code, each.year, each.by.value if each.by else ""): each for each in told}


def lines_of(told: Open, day) -> list[tuple[str, str | None, str, str]]:
    """(value, answer, number, state), as the file gives them; names of people's columns are put back as values."""
    dataset = dataset_of(told, day)
    names = list(dataset.headings)
    exact = told.release.safe.table(*names)
    value_of = dict(zip(dataset.table.figures, exact.figures, strict=True))
    rows = list(csv.reader(plain_csv(dataset).decode().splitlines()))[1:]
    found = []
    for *labels, number, state, _since in rows:
        where = dict(zip(exact.dimensions, value_of[tuple(labels)], strict=True))
        found.append((where.get(told.by.value, "") if told.by else "", where.get("answer"), number, state))
    return found


def everything_read(code: str, year: int, opened: dict[tuple[str, int, str], Open], day) -> Reader:
    """The files of a measure and its pages, of the last release of each way of cutting."""
    told = releases(code, year)
    reader = Reader(tables(told))
    pages = Reading(code, thresholds_on(TerritorialEducationPlan.objects.get().commune, day))
    last = max(every[-1].day for every in told.values())
    for way, every in told.items():
        release = every[-1]
        if release.day != last:
            continue  # of another day: no part of the same children
        if (file := opened.get((code, year, way))) is not None:
            for value, answer, number, state in lines_of(file, day):
                if state == "publié":
                    reader.reads_about(
                        way, value, answer or (None if "yes" in reader.tables[way][1] else ""), int(number), STEP - 1
                    )
        for value, shown in _pages(pages, release, way, reader.tables[way][0]):
            _reads_page(reader, way, value, shown, release.day)
    return reader


def _pages(pages: Reading, release: Release, way: str, values: list[str]) -> list[tuple[str, Shown]]:
    if not way:
        return [("", pages.whole(release))]
    by = Breakdown(way.partition("/")[0])
    if by is Breakdown.DOMAIN:
        return [(INSIDE, pages.cell(release, by, way.partition("/")[2]))]
    return [(value, pages.cell(release, by, value)) for value in values]


def _reads_page(reader: Reader, way: str, value: str, shown: Shown, day) -> None:
    if shown.value is None or shown.since != day or shown.figure.counted is None:
        return
    figure, half = shown.figure, STEP // 2
    answers = reader.tables[way][1]
    reader.reads_about(way, value, "yes" if "yes" in answers else "", int(figure.counted), half)
    if "yes" not in answers or figure.among is None:
        return
    reader.reads_about(way, value, None, int(figure.among), half)
    few = FLOOR.percentage
    reader.reads_between(way, value, None, *((few, MOST) if shown.as_percent else (0, few - 1)))
    if shown.as_percent and figure.value is not None:
        finest = next(step for base, step in ((100, 1), (50, 2), (0, 5)) if figure.among >= base)
        least, most = (figure.value - finest / 2) / 100, (figure.value + finest / 2) / 100
        reader.reads_share(way, value, least - 1e-9, most + 1e-9)


def part(reader: Reader) -> tuple:
    return reader.rows, reader.lows, reader.highs, np.full(len(reader.at), float(MOST))


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("code", PEOPLE)
def test_files_and_pages_of_a_measure_together_give_no_small_number(everything, code, year):
    told, day = attacked(code, year), everything.days[-1]
    reader = everything_read(code, year, files(day), day)
    last = max(every[-1].day for every in told.values())
    found = []
    for way, value, answer, number, least in too_small(everything, last, code, year, reader.tables):
        low, high = reader.bounds(reader.sums(way, value, answer))
        if (low > 0 and high < least) or (_is_told(told[way], last) and high < FLOOR.cell):
            found.append((way, value, answer, number, low, high))
    assert found == []


def test_files_tell_enough_to_be_worth_an_attack(everything):
    opened = files(everything.days[-1])
    assert {year for _code, year, _way in opened} >= set(YEARS)
    numbers = [
        int(number)
        for each in opened.values()
        for *_where, number, state in lines_of(each, everything.days[-1])
        if state == "publié"
    ]
    assert len(numbers) > 40 and all(number % STEP == 0 for number in numbers)


@pytest.fixture
def missing(everything) -> tuple[Publication, Release]:
    release = Release.objects.get(series=f"missing/{OVER}", is_last=True)
    cube = everything.known[everything.days[0], OVER]
    return Publication(series=release.series, day=release.day, cube=cube, tables=TABLES), release


def reads_rounded(crossings: Crossings, release: Release) -> tuple[list[float], list[float]]:
    """What the page of who is missing tells of that year; the total is rounded to the nearest, parts so as to add up."""
    (told,) = [each for each in years_told(TerritorialEducationPlan.objects.get().commune) if each.year == OVER]
    assert told.until == release.day
    lows, highs = [], []
    for names, table in told.safe.tables.items():
        within = STEP - 1 if names else STEP // 2
        for labels, figure in table.figures.items():
            if figure.value is not None and figure.since is None:
                crossings.learns(dict(zip(names, labels, strict=True)), figure.value)
                lows.append(figure.value - within)
                highs.append(figure.value + within)
    assert all(number % STEP == 0 for number in crossings.numbers)
    return lows, highs


def small_of(publication: Publication, safe):
    """Names, labels and the threshold of every small number of the tables."""
    for names in safe.tables:
        least, counted = threshold(publication, names), children_of(publication.cube, names)
        for labels in safe.tables[names].figures:
            if counted[labels] < least:
                yield dict(zip(names, labels, strict=True)), least, counted[labels]


def test_who_is_missing_and_the_indicators_of_the_same_children_together(everything, missing):
    """Those who came are counted twice: residents by who is missing, all of them by the indicators, all ages by one."""
    publication, release = missing
    day = everything.days[-1]
    crossings = Crossings(publication.cube.dimensions, publication.cube.possible)
    lows, highs = reads_rounded(crossings, release)
    assert len(crossings.rows) > 20, "something is told"
    opened = files(day)
    came, varied = (everything_read(code, OVER, opened, day) for code in (CAME, VARIED))
    most = np.where(crossings.possible > 0, float(MOST), 0.0)
    together = Together(missing=(crossings.rows, lows, highs, most), came=part(came), varied=part(varied))
    elsewhere = _elsewhere(together, crossings, came, publication)
    older = _older(together, came, varied)
    found = [
        (where, number, low, high)
        for where, least, number in small_of(publication, release.safe)
        if crossings.may_hold(where)
        for low, high in [together.bounds(together.line(missing=crossings.holds(where)))]
        if low > 0 and high < least
    ]
    for name, line in {**elsewhere, **older}.items():
        low, high = together.bounds(line)
        if low > 0 and high < FLOOR.cell:
            found.append((name, low, high))
    assert found == []


def _elsewhere(
    together: Together, crossings: Crossings, came: Reader, publication: Publication
) -> dict[str, np.ndarray]:
    """Children who came and live elsewhere, by what both say of them. There are none below zero."""
    alike = {
        "sex": {"girl": ("girl",), "other": ("boy", "")},
        "age_band": {"3-5": ("3-5",), "6-10": ("6-10",), "11-17": ("11-14", "15-17")},
        "qf_band": {
            "low": ("under_400", "400_599"),
            "middle": ("600_799", "800_1199"),
            "high": ("1200_1799", "from_1800"),
            "unknown": ("",),
        },
    }
    theirs = {"sex": "sex", "age_band": "stage", "qf_band": "means"}
    found = {"elsewhere": together.line(came=came.sums("", "", None), missing=-crossings.holds({"came": "yes"}))}
    for way, groups in alike.items():
        for group, values in groups.items():
            if way not in came.tables or not set(values) <= set(came.tables[way][0]):
                continue
            inside = crossings.holds({theirs[way]: group, "came": "yes"})
            every = sum(came.sums(way, value, None) for value in values)
            found[f"elsewhere, {way} {group}"] = together.line(came=every, missing=-inside)
    for line in found.values():
        together.knows(line, 0, np.inf)
    return found


def _older(together: Together, came: Reader, varied: Reader) -> dict[str, np.ndarray]:
    """Children who came and are not of 3 to 17 years; those of these ages are the same in both."""
    found = {}
    for way in set(came.tables) & set(varied.tables):
        for value in set(came.tables[way][0]) & set(varied.tables[way][0]):
            line = together.line(varied=varied.sums(way, value, None), came=-came.sums(way, value, None))
            is_same = way == "age_band" and value not in {"", *NOBODY_CAN}
            together.knows(line, 0, 0 if is_same else np.inf)
            if not is_same:
                found[f"older, {way} {value}"] = line
    return found


def read_whole(counted: int, among: int) -> Reader:
    """The page of an indicator whose whole is told."""
    reader = Reader({"": ([""], ["no", "yes"])})
    pages = Reading(CAME, Thresholds(**asdict(FLOOR)))
    _reads_page(reader, "", "", pages._share(counted, among, FLOOR.since), FLOOR.since)
    return reader


@pytest.mark.parametrize(("counted", "among", "few"), [(5, 20, 2), (7, 20, 2), (9, 20, 1), (18, 61, 3)])
def test_a_number_told_to_the_unit_beside_a_rounded_one_gives_few_children_and_a_rounded_one_does_not(
    counted, among, few
):
    """``few`` of those who came live elsewhere: « 20 residents came » beside « about 20 came, 35 % of them… »."""
    windows = []
    for is_exact in (True, False):
        came, residents = read_whole(counted, among), Reader({"": ([""], [""])})
        told = among - few if is_exact else (2 * (among - few) + STEP) // (2 * STEP) * STEP
        residents.reads_about("", "", "", told, 0 if is_exact else STEP // 2)
        together = Together(came=part(came), residents=part(residents))
        line = together.line(came=came.sums("", "", None), residents=-residents.sums("", "", ""))
        together.knows(line, 0, np.inf)
        windows.append(together.bounds(line))
    (low, high), (rounded_low, rounded_high) = windows
    assert 0 < low <= few <= high < FLOOR.cell
    assert rounded_low == 0 or rounded_high >= FLOOR.cell


def test_the_same_system_finds_children_where_numbers_are_told_exactly():
    """The attack is worth something: two indicators of nearly the same children, not rounded."""
    told = {"": ([""], ["no", "yes"])}
    few, many = Reader(told), Reader(told)
    few.reads("", "", None, 40)
    many.reads("", "", None, 43)
    together = Together(few=part(few), many=part(many))
    assert together.bounds(together.line(many=many.sums("", "", None), few=-few.sums("", "", None))) == (3, 3)
    assert MEASURES[CAME].ages == (3, 17)
