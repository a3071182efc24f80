"""A file set against what is known, without writing anything: what each line would do.

Memory holds the keys of the file and of the known rows, never the rows themselves: those that change are spooled to a
temporary file when somebody means to write them.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from preau.foundation.tables import Row, Table
from preau.foundation.tables.errors import refusal as table_refusal
from preau.people.organisations.models import Commune
from preau.town.opendata.enums import ChangeKind
from preau.town.opendata.errors import NoSuchFilter
from preau.town.opendata.fields import changed_fields, differences, fingerprint, misfit
from preau.town.opendata.models import REFUSALS_KEPT
from preau.town.opendata.outlook import Example, Options, Outlook, Refusal
from preau.town.opendata.source import LineRefused, Record, Source
from preau.town.opendata.spool import Item, Spool

BATCH = 500
EXAMPLES = 5
"""Of each kind of change."""

type Progress = Callable[[int, float], object]
"""Called now and then with the lines read and the share of the file read (0 to 1)."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What is needed of a row in the database to know whether a line changes it."""

    pk: int
    fingerprint: str
    is_gone: bool
    part: str


class Survey:
    """Reads the table to its end. Raises UnreadableTable, NotThisKind, NoSuchFilter.

    ``spool`` receives the lines that would change something; ``missing`` is then the keys of the rows that no line
    names any more.
    """

    def __init__(
        self,
        source: Source,
        table: Table,
        *,
        commune: Commune,
        options: Options,
        spool: Spool | None = None,
        progress: Progress | None = None,
    ) -> None:
        self.source, self.table, self.commune, self.options = source, table, commune, options
        self.spool, self.progress = spool, progress
        self.outlook = Outlook()
        self.missing: list[int] = []
        self._known: dict[str, _Known] = {}
        self._seen: dict[str, tuple[int, str]] = {}
        self._parts: set[str] = set()
        self._part_field = _part_field(source, options)
        self._in_parts = bool(self._part_field or source.part)

    def run(self) -> Outlook:
        self._known = self._load()
        for batch in itertools.batched(self._items(), BATCH):
            self._settle(list(batch))
            self._tell()
        self._count_missing()
        table = self.table
        self.outlook.notes = list(table.notes)
        self.outlook.read_as = {
            "format": table.format,
            "encoding": table.encoding,
            "separator": table.separator,
            "sheet": table.sheet,
        }
        self._tell()
        return self.outlook

    def _load(self) -> dict[str, _Known]:
        rows = self.source.model._default_manager.filter(commune=self.commune, **self.source.scope)
        names = ["official_id", "pk", "fingerprint", "gone_on", self._part_field or "official_id"]
        return {
            key: _Known(pk, print_, gone_on is not None, self._part(key, part))
            for key, pk, print_, gone_on, part in rows.values_list(*names).iterator(chunk_size=2000)
        }

    def _items(self) -> Iterator[Item]:
        """The records of the file that are for us and sound, each once."""
        understand = None
        counts = self.outlook.counts
        for row in self.table.rows:
            counts.read += 1
            if not counts.read % BATCH:
                self._tell()
            if row.fault:
                self._refuse(row.number, row.fault)
                continue
            if understand is None:
                understand = self.source.layout(row.values)
            for record in self._records(understand, row):
                if (item := self._taken(record, row.number)) is not None:
                    yield item
        if not counts.read:
            raise table_refusal("no_line")

    def _records(self, understand: Callable[[Any], Any], row: Row) -> list[Record]:
        try:
            understood = understand(row.values)
            records = [understood] if isinstance(understood, Record) else list(understood or ())
        except LineRefused as refused:
            self._known.pop(refused.official_id, None)
            self._refuse(row.number, refused.reason, refused.column, refused.value)
            return []
        except ValueError as error:  # a converter's own sentence, that the kind did not dress
            self._refuse(row.number, str(error))
            return []
        if not records:
            self.outlook.counts.ignored += 1
        return records

    def _taken(self, record: Record, line: int) -> Item | None:
        counts, key, fields = self.outlook.counts, record.official_id, record.fields
        if not self._is_ours(fields):
            counts.outside += 1
            return None
        if (problem := self._problem(key, fields)) is not None:
            self._known.pop(key, None)
            self._refuse(line, *problem)
            return None
        print_ = fingerprint(fields)
        if (first := self._seen.setdefault(key, (line, print_))) != (line, print_):
            self._repeated(key, line, first, print_)
            return None
        self._parts.add(self._part(key, fields.get(self._part_field, "")))
        return Item(line, key, print_, fields)

    def _part(self, key: str, value: Any) -> str:
        """The part that a row belongs to; "" where a file speaks for all of its kind."""
        if self._part_field:
            return str(value)
        return self.source.part(key) if self.source.part else ""

    def _problem(self, key: str, fields: dict[str, Any]) -> tuple[str, str, str] | None:
        if not key.strip():
            return _("L’identifiant officiel manque : la fiche ne pourrait pas être retrouvée."), "", ""
        found = misfit(self.source.model, {"official_id": key, **fields})
        return None if found is None else (found[0], "", found[1])

    def _repeated(self, key: str, line: int, first: tuple[int, str], print_: str) -> None:
        if first[1] == print_:
            self.outlook.counts.repeated += 1
            return
        facts = {"key": key, "line": first[0]}
        self._refuse(line, _("« %(key)s » est déjà à la ligne %(line)d, qui est gardée.") % facts, value=key)

    def _is_ours(self, fields: dict[str, Any]) -> bool:
        wanted = self.options.communes
        if not wanted:
            return True
        if "insee_code" in fields:
            return fields["insee_code"] in wanted
        return not set(wanted).isdisjoint(fields.get("communes", ()))

    def _settle(self, items: list[Item]) -> None:
        counts = self.outlook.counts
        doubtful: list[Item] = []
        for item in items:
            known = self._known.pop(item.key, None)
            if known is None:
                counts.created += 1
                self._show(ChangeKind.CREATED, item)
                self._keep(item)
            elif known.fingerprint == item.fingerprint and not known.is_gone:
                counts.unchanged += 1
                self.outlook.known += 1
            else:
                self.outlook.known += not known.is_gone
                doubtful.append(item.at(known.pk))
        if doubtful:
            self._compare(doubtful)

    def _compare(self, items: list[Item]) -> None:
        """Another fingerprint is not yet another row: the way of reading may have changed, and not what is stored."""
        counts = self.outlook.counts
        rows = self.source.model._default_manager.in_bulk([item.pk for item in items])
        for item in items:
            row = rows[item.pk]
            names = changed_fields(row, item.fields)
            if row.is_gone:
                counts.back += 1
                self._show(ChangeKind.BACK, item, str(row))
            elif names:
                counts.updated += 1
                if len(self.outlook.of(ChangeKind.UPDATED)) < EXAMPLES:
                    self.outlook.examples.append(
                        Example(ChangeKind.UPDATED, str(row), item.line, differences(row, item.fields, names))
                    )
            else:
                counts.unchanged += 1
            self._keep(item)

    def _count_missing(self) -> None:
        spoken = self.options.communes or self._parts
        left = [
            each for each in self._known.values() if not each.is_gone and (not self._in_parts or each.part in spoken)
        ]
        self.missing = [each.pk for each in left]
        self.outlook.counts.gone = len(left)
        self.outlook.known += len(left)
        for row in self.source.model._default_manager.filter(pk__in=self.missing[:EXAMPLES]):
            self.outlook.examples.append(Example(ChangeKind.GONE, str(row)))

    def _show(self, kind: ChangeKind, item: Item, title: str = "") -> None:
        if len(self.outlook.of(kind)) < EXAMPLES:
            title = title or str(self.source.model(commune=self.commune, **self.source.scope, **item.fields))
            self.outlook.examples.append(Example(kind, title, item.line))

    def _keep(self, item: Item) -> None:
        if self.spool is not None:
            self.spool.add(item)

    def _refuse(self, line: int, reason: str, column: str = "", value: str = "") -> None:
        self.outlook.counts.refused += 1
        if len(self.outlook.refusals) < REFUSALS_KEPT:
            self.outlook.refusals.append(Refusal(line, column[:120], value[:200], reason))

    def _tell(self) -> None:
        if self.progress is not None:
            self.progress(self.outlook.counts.read, self.table.share())


def _part_field(source: Source, options: Options) -> str:
    """The field that says for which rows the file speaks; "" when it speaks for all of its kind."""
    if not options.communes:
        return source.scope_by
    if source.has("insee_code"):
        return "insee_code"
    if not source.has("communes"):
        raise NoSuchFilter
    return source.scope_by
