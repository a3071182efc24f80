"""CSV in whatever state: any encoding, any separator, lines wrapped in quotes."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from io import TextIOWrapper
from itertools import chain, islice
from pathlib import Path

from preau.foundation.documents.encodings import repaired_letters
from preau.foundation.tables.encodings import encoding_of
from preau.foundation.tables.errors import refusal
from preau.foundation.tables.headers import is_blank, rows_under, split_header
from preau.foundation.tables.model import Table
from preau.foundation.tables.records import LONGEST_LINE, records

SEPARATORS = (";", ",", "\t", "|")
_TOLD = re.compile(r"sep=(.)[\r\n]*", re.IGNORECASE)
_SAMPLE = 60


def read_delimited(path: Path) -> Table:
    encoding, errors = encoding_of(path)
    file = path.open("rb")
    size = path.stat().st_size
    letters = TextIOWrapper(file, encoding=encoding, errors=errors, newline="")
    try:
        table = _table(_lines(letters), encoding)
    except BaseException:
        letters.close()
        raise
    table.share = lambda: 1.0 if file.closed else min(1.0, file.tell() / size)
    table.close = letters.close
    return table


def _table(lines: Iterator[str], encoding: str) -> Table:
    sample = list(islice(lines, _SAMPLE))
    table = Table("csv", (), iter(()), encoding)
    told = _TOLD.fullmatch(sample[0]) if sample else None
    if told:
        sample = sample[1:]
    source: Iterable[str] = chain(sample, lines)
    if repaired_letters("".join(sample))[1]:
        table.remark("Des lettres accentuées étaient mal encodées (« Ã© » pour « é ») : elles ont été rétablies.")
        source = (repaired_letters(line, at_least=1)[0] for line in source)
    if inner := _unwrapped(sample):
        table.remark("Chaque ligne était entière entre guillemets : ils ont été retirés.")
        sample, source = inner, (_without_wrap(line) for line in source)
    guessed, width = shape_of(sample)
    table.separator = told[1] if told else guessed
    header, rest = split_header(records(source, table.separator, width, first=2 if told else 1))
    table.columns = header.columns
    table.notes.extend(header.notes)
    table.rows = rows_under(header, rest)
    return table


def shape_of(sample: list[str]) -> tuple[str, int]:
    """The separator that cuts most lines into the same number of cells, and that number."""
    best, separator, width = (0.0, 0), SEPARATORS[0], 1
    for candidate in SEPARATORS:
        widths = [len(cells) for cells in csv.reader(sample, delimiter=candidate) if not is_blank(cells)]
        usual = Counter(each for each in widths if each > 1).most_common()
        if not usual:
            continue
        most = usual[0][1]
        wide = max(each for each, count in usual if count == most)
        if (score := (round(most / len(widths), 1), wide)) > best:
            best, separator, width = score, candidate, wide
    return separator, width


def _lines(file: TextIOWrapper) -> Iterator[str]:
    while line := file.readline(LONGEST_LINE):
        if len(line) >= LONGEST_LINE:
            raise refusal("endless_line")
        yield line


def _unwrapped(sample: list[str]) -> list[str]:
    """What stood inside, when every line is one quoted cell that is a line of CSV itself; else nothing."""
    filled = [line for line in sample if line.strip()]
    if not filled or not all(line.startswith('"') and line.rstrip().endswith('"') for line in filled):
        return []
    inner = [_without_wrap(line) for line in filled]
    if any(len(next(csv.reader([line], delimiter=each))) > 1 for line in filled for each in SEPARATORS):
        return []
    return inner if shape_of(inner)[1] > 1 else []


def _without_wrap(line: str) -> str:
    cell: str = next(csv.reader([line], delimiter="\x1f"), [""])[0] if line.strip() else ""
    return f"{cell}\n"
