"""The words in which each app says what may be counted of it: facts, without a name.

An app declares ``FACTS`` in its ``facts.py``. Rows come out of its tables with the keys of people; the snapshot puts
pseudonyms in their place before anything is written (``preau.observatory.facts``). Nothing else leaves: no name, no
address, no free text, nothing of health. A house test holds each column against the privacy register.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import Any

WHOLE = 0
"""The only partition of a table that has no school years."""
CHUNK = 10_000
"""Rows that a fact asks of the database at a time: memory does not grow with the table."""


class Kind(StrEnum):
    PSEUDONYM = "pseudonym"  # 16 hexadecimal characters; empty for nobody
    CODE = "code"  # text: a slug, or one value of a closed list; empty when unknown
    DAY = "day"  # a date, or nothing
    WHOLE = "whole"  # an integer, or nothing
    DECIMAL = "decimal"
    FLAG = "flag"


class Through(StrEnum):
    """How a column is made of the fields that it comes from."""

    AS_IT_IS = "as it is"
    PSEUDONYM = "pseudonym"
    BAND = "band"  # coarser than the field: an age for a day of birth, a quarter for an address
    CHOICE = "choice"  # one value of a short closed list, which many people share
    COUNT = "count"  # how many rows there are


@dataclass(frozen=True, slots=True)
class Column:
    """``sources``: the fields it comes from, as ``app.Model.field``. ``person``: whom a pseudonym stands for."""

    name: str
    kind: Kind
    through: Through
    sources: tuple[str, ...]
    sentence: str
    person: str = ""


type Years = Callable[[date], Collection[int]]
"""Today → the school years that have rows."""
type Rows = Callable[[int, date], Iterator[tuple[Any, ...]]]
"""School year, today → rows, in the order of the columns; a bounded number of them in memory at once."""
type Stamp = Callable[[int], str]
"""School year → a short text, cheap to work out, that is another one whenever a row of that year is."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One table of facts.

    ``years`` None: the table is in one piece (``WHOLE``). ``stamp`` None: it is read again each time.
    """

    name: str
    sentence: str
    columns: tuple[Column, ...]
    rows: Rows
    years: Years | None = None
    stamp: Stamp | None = None


@dataclass(frozen=True, slots=True)
class Derived:
    """A table worked out of another one, year by year, so that a question asked every day reads little.

    ``select`` is SQL over ``source``; its columns come in the order of ``columns``.
    """

    name: str
    sentence: str
    columns: tuple[Column, ...]
    source: str
    select: str


def digest(rows: Iterable[object]) -> str:
    """What stamps are made of: another text when one of the rows is another, read one at a time."""
    made = sha256()
    for row in rows:
        made.update(repr(row).encode())
    return made.hexdigest()


def pseudonym(name: str, *sources: str, of: str, sentence: str) -> Column:
    """The row gives the key of the person; the same person has the same pseudonym in all facts."""
    return Column(name, Kind.PSEUDONYM, Through.PSEUDONYM, sources, sentence, person=of)


def code(name: str, *sources: str, sentence: str) -> Column:
    return Column(name, Kind.CODE, Through.AS_IT_IS, sources, sentence)


def choice(name: str, *sources: str, sentence: str, kind: Kind = Kind.CODE) -> Column:
    return Column(name, kind, Through.CHOICE, sources, sentence)


def band(name: str, *sources: str, sentence: str, kind: Kind = Kind.CODE) -> Column:
    return Column(name, kind, Through.BAND, sources, sentence)


def day(name: str, *sources: str, sentence: str) -> Column:
    return Column(name, Kind.DAY, Through.AS_IT_IS, sources, sentence)


def whole(name: str, *sources: str, sentence: str) -> Column:
    return Column(name, Kind.WHOLE, Through.AS_IT_IS, sources, sentence)


def decimal(name: str, *sources: str, sentence: str) -> Column:
    return Column(name, Kind.DECIMAL, Through.AS_IT_IS, sources, sentence)


def flag(name: str, *sources: str, sentence: str) -> Column:
    return Column(name, Kind.FLAG, Through.AS_IT_IS, sources, sentence)


def count(name: str, *sources: str, sentence: str) -> Column:
    return Column(name, Kind.WHOLE, Through.COUNT, sources, sentence)
