"""JSON and GeoJSON: a list of items, wherever it stands in the file, read one item after the other."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO

import ijson

from preau.foundation.tables.encodings import encoding_of
from preau.foundation.tables.errors import UnreadableTable, refusal
from preau.foundation.tables.model import Row, Table

USUAL_PATHS = ("item", "features.item", "results.item", "records.item", "data.item", "events.item")
_FAR_ENOUGH = 200_000
"""Events that are looked at to know which paths the file has: more than any first item."""


def read_listed(path: Path, paths: Sequence[str]) -> Table:
    encoding, errors = encoding_of(path)
    wanted = tuple(dict.fromkeys([*paths, *USUAL_PATHS]))
    with path.open("rb") as file:
        found = _first_path(_utf8(file, encoding, errors), wanted)
    file = path.open("rb")
    try:
        items = _items(_utf8(file, encoding, errors), found)
        first = next(items, None)
        if first is None:
            raise refusal("no_line")
        columns = tuple(first) if isinstance(first, dict) else ()
        size = path.stat().st_size
        table = Table("json", columns, _rows(chain([first], items)), encoding, sheet=found)
        table.share = lambda: 1.0 if file.closed else min(1.0, file.tell() / size)
        table.close = file.close
    except BaseException:
        file.close()
        raise
    return table


def _first_path(file: Any, wanted: tuple[str, ...]) -> str:
    """The first of the wanted paths that the beginning of the file has; "" for lines that are each an object."""
    seen: set[str] = set()
    lists: set[str] = set()
    try:
        for count, (prefix, event, _) in enumerate(ijson.parse(file, use_float=True, multiple_values=True)):
            if event == "start_map":
                seen.add(prefix)
            elif event == "start_array":
                lists.add(f"{prefix}.item".removeprefix("."))
            if wanted[0] in seen or count > _FAR_ENOUGH:
                break
    except ijson.JSONError as error:
        raise _told(error) from error
    found = next((path for path in wanted if path in seen), None)
    if found is None and (lists & set(wanted) or "" not in seen):
        raise refusal("no_line" if lists & set(wanted) else "no_list")
    return found or ""


def _items(file: Any, path: str) -> Iterator[Any]:
    try:
        yield from ijson.items(file, path, use_float=True, multiple_values=True)
    except ijson.JSONError as error:
        raise _told(error) from error


def _rows(items: Iterator[Any]) -> Iterator[Row]:
    for number, item in enumerate(items, 1):
        if isinstance(item, dict):
            yield Row(number, item)
        else:
            shown = json.dumps(item, ensure_ascii=False)[:80]
            yield Row(number, {}, f"Cet élément de la liste n’est pas une fiche : « {shown} ».")


def _told(error: ijson.JSONError) -> UnreadableTable:
    is_short = isinstance(error, ijson.IncompleteJSONError) and "premature" in str(error)
    return refusal("truncated_json" if is_short else "broken_json")


def _utf8(file: BinaryIO, encoding: str, errors: str) -> Any:
    """The reader of JSON takes UTF-8 only: anything else is written anew on the way."""
    return file if encoding == "utf-8" else _WrittenAnew(file, encoding, errors)


class _WrittenAnew:
    """Only ``read``: the reader of JSON would go round anything more."""

    def __init__(self, file: BinaryIO, encoding: str, errors: str) -> None:
        self._file, self._decoder = file, codecs.getincrementaldecoder(encoding)(errors)

    def read(self, size: int = -1) -> bytes:
        if not size:
            return b""
        while piece := self._file.read(size):
            if letters := self._decoder.decode(piece):
                return letters.encode()
        return b""
