"""What the import engine asks of a kind of file. Each room that is filled from open data declares its ``Source``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from django.utils.functional import Promise

from preau.foundation.tables import Table, open_table
from preau.people.accounts.hand import Hand
from preau.people.organisations.models import Commune
from preau.town.opendata.models import Register

type Values = Mapping[str, Any]
"""One line as the file gives it: column or property name → raw value (text, or what JSON or a spreadsheet typed)."""


@dataclass(frozen=True, slots=True)
class Record:
    """One line understood: the register's key, and the fields of the model as they will be stored."""

    official_id: str
    fields: dict[str, Any]


class LineRefused(Exception):
    """A line that can't be taken, with the words for the person who sent the file.

    ``column`` is the name in the file ("" for the whole line), ``value`` what stood there, ``reason`` a French
    sentence that says how to mend it. ``official_id``, where the line still tells it: what is known stays as it is,
    and is not marked as gone because its line was refused.
    """

    def __init__(self, reason: str, *, column: str = "", value: object = "", official_id: str = "") -> None:
        super().__init__(reason)
        self.reason, self.column, self.value, self.official_id = reason, column, str(value)[:200], official_id


class NotThisKind(Exception):
    """The file is readable but is not of this kind: says in one sentence what was expected and what was found."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


type Understands = Callable[[Values], Record | Iterable[Record] | None]
"""From a line to its record; None for a line that is right and not for us (a teacher's holiday). Raises LineRefused."""


def known_by(key: Callable[[Values], str], understand: Understands) -> Understands:
    """The same reading, whose refusals tell of what they speak where the line still says it."""

    def read(values: Values) -> Record | Iterable[Record] | None:
        try:
            return understand(values)
        except LineRefused as refused:
            with suppress(LineRefused):
                refused.official_id = refused.official_id or key(values)
            raise

    return read


@dataclass(frozen=True, slots=True)
class Source:
    """A kind of official file.

    ``layout`` looks at the first line (and the file's own header) and gives the function that understands the
    lines of this vintage; it raises NotThisKind. ``scope`` narrows the rows of ``model`` that the file speaks for:
    what it does not name there is marked as gone. ``scope`` receives the records' fields that were seen.
    ``path`` names, for JSON, where the lines are ("records.item.fields", "features.item"): tried in order.
    """

    name: str
    label: str | Promise
    model: type[Register]
    layout: Callable[[Values], Understands]
    help_text: str | Promise = ""
    scope: Mapping[str, Any] = field(default_factory=dict)
    """Fixed fields of its rows, which the engine sets (``{"register": "schools"}``): records do not repeat them."""
    scope_by: str = ""
    """A field by which a file speaks for a part only: ``insee_code`` for a file of one town, ``zone`` for a zone."""
    part: Callable[[str], str] | None = None
    """Instead of ``scope_by``, the part that a key belongs to: a zone's school year, a year of bank holidays."""
    json_paths: tuple[str, ...] = ()
    formats: tuple[str, ...] = ("csv", "xlsx", "json")
    licence: str | Promise = ""
    opens: Callable[[Path, str, date], Table] | None = None
    """For a file that is no table (a calendar): its own reader, told the name of the file and the day."""
    after: Callable[[Commune, Hand], None] | None = None
    """What must follow when rows changed (an index, dates computed from them): called inside the transaction."""

    def has(self, name: str) -> bool:
        """Whether the rows have a field of this name."""
        return any(each.name == name for each in self.model._meta.concrete_fields)

    def open(self, path: Path, name: str = "", *, today: date) -> Table:
        """The lines of a file of this kind. Raises UnreadableTable."""
        return self.opens(path, name, today) if self.opens else open_table(path, name, json_paths=self.json_paths)
