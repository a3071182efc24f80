"""A raw line read column by column: a cell that can’t be read is refused with the column and the value."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import lru_cache

from django.utils.translation import gettext as _

from preau.foundation.tables import converters
from preau.foundation.text.search import folded

from .source import LineRefused, NotThisKind, Values

_UNSTORABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_NAMES_SHOWN = 8


def storable(text: str) -> str:
    """What every database can keep: no control character, no half of a pair."""
    return _UNSTORABLE.sub("", text)


def cleaned(value: object) -> str:
    """The words of a cell, fit to be stored."""
    return storable(converters.text(value)).strip()


@lru_cache(maxsize=4096)
def column_key(name: str) -> str:
    """« Code postal », « code_postal » and « CODE-POSTAL » are one column."""
    return re.sub(r"[\s_.\-’']+", "_", folded(name)).strip("_")


@lru_cache(maxsize=256)
def _columns(names: tuple[str, ...]) -> dict[str, str]:
    return {column_key(str(name)): name for name in reversed(names)}


class Line:
    """Each reading takes the spellings of a column, in order: the first that holds something is read."""

    __slots__ = ("_columns", "values")

    def __init__(self, values: Values) -> None:
        self.values = values
        self._columns = _columns(tuple(values))

    def has(self, *names: str) -> bool:
        """Whether one of these columns exists, filled or not."""
        return any(column_key(name) in self._columns for name in names)

    def get(self, *names: str) -> object:
        """What stands there as the file typed it, None when all are empty."""
        return next((value for name in names if not _is_empty(value := self._value(name))), None)

    def text(self, *names: str) -> str:
        return self._read(cleaned, names)

    def words(self, *names: str) -> str:
        """A text on one line."""
        return " ".join(self.text(*names).split())

    def code(self, *names: str, width: int = 0) -> str:
        return storable(self._read(lambda value: converters.code(value, width=width), names))

    def number(self, *names: str) -> float | None:
        return self._read(converters.number, names)

    def whole(self, *names: str) -> int | None:
        return self._read(converters.whole, names)

    def truth(self, *names: str) -> bool | None:
        return self._read(converters.truth, names)

    def day(self, *names: str) -> date | None:
        return self._read(converters.day, names)

    def instant(self, *names: str) -> datetime | None:
        return self._read(converters.instant, names)

    def listed(self, *names: str, separators: str = "|;") -> list[str]:
        """The items of a list, whether JSON, JSON inside a text (even twice) or words between separators."""
        return self._read(lambda value: items_of(value, separators), names)

    def needed(self, *names: str) -> str:
        """A text without which the line says nothing."""
        if found := self.words(*names):
            return found
        raise self.missing(*names)

    def needed_code(self, *names: str, width: int = 0) -> str:
        if found := self.code(*names, width=width):
            return found
        raise self.missing(*names)

    def missing(self, *names: str) -> LineRefused:
        if self.has(*names):
            return LineRefused(_("Cette information est obligatoire et la case est vide."), column=self.column(*names))
        return LineRefused(_("La colonne « %s » est obligatoire et ce fichier ne l’a pas.") % names[0], column=names[0])

    def refused(self, reason: str, *names: str) -> LineRefused:
        """A refusal of what stands in a column, for the caller to raise."""
        return LineRefused(reason, column=self.column(*names), value=cleaned(self.get(*names)))

    def column(self, *names: str) -> str:
        """The name that this file gives to the column; the official one when it has none."""
        return next((self._columns[key] for name in names if (key := column_key(name)) in self._columns), names[0])

    def _value(self, name: str) -> object:
        found = self.values.get(name)
        if found is None and (column := self._columns.get(column_key(name))) is not None:
            return self.values[column]
        return found

    def _read[T](self, convert: Callable[[object], T], names: Iterable[str]) -> T:
        for name in names:
            value = self._value(name)
            if _is_empty(value):
                continue
            try:
                return convert(value)
            except ValueError as error:
                raise LineRefused(str(error), column=self.column(name), value=cleaned(value)) from error
        return convert(None)


class Loose(Line):
    """For what stands beside the main thing: a cell that can’t be read is left out and the line is kept."""

    __slots__ = ()

    def _read[T](self, convert: Callable[[object], T], names: Iterable[str]) -> T:
        for name in names:
            try:
                if not _is_empty(value := self._value(name)):
                    return convert(value)
            except ValueError:
                continue
        return convert(None)


def items_of(value: object, separators: str = "|;") -> list[str]:
    """The items of a list, each once, in order."""
    if isinstance(value, str):
        value = _decoded(value)
    if isinstance(value, str):
        value = re.split(f"[{re.escape(separators)}]", value.strip("[]"))
    found = value if isinstance(value, list | tuple) else [] if value is None else [value]
    return list(dict.fromkeys(text for each in found if (text := cleaned(each).strip("\"' ")) and text != "null"))


def _decoded(written: str) -> object:
    """What a JSON text holds, itself perhaps a JSON text; the words as they are when it is none."""
    value: object = written
    for _depth in range(3):
        if not isinstance(value, str) or not value.lstrip().startswith(("[", '"[')):
            break
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):
            break
    return value


def nested(value: object) -> Values:
    """A JSON object, also when it is written in a text; empty when it is none."""
    if isinstance(value, str) and value.lstrip().startswith("{"):
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):
            return {}
    return value if isinstance(value, dict) else {}


def expect(first: Values, *columns: str | tuple[str, ...], what: str) -> None:
    """Each of these columns, or one of its spellings, else the file is of another kind."""
    line = Line(first)
    for spellings in columns:
        names = (spellings,) if isinstance(spellings, str) else spellings
        if not line.has(*names):
            raise NotThisKind(
                _("Ce fichier n’est pas %(what)s : la colonne « %(column)s » manque. On y trouve : %(found)s.")
                % {"what": what, "column": names[0], "found": _shown(first)}
            )


def _shown(values: Values) -> str:
    names = [cleaned(name) for name in values]
    return ", ".join(names[:_NAMES_SHOWN]) + ("…" if len(names) > _NAMES_SHOWN else "") or _("aucune colonne")


def _is_empty(value: object) -> bool:
    return value is None or value == [] or (isinstance(value, str) and not value.strip())
