"""The lines of a spreadsheet that came back, one for each item. A column that was taken away tells nothing. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from preau.plan.exchange import columns as c
from preau.plan.exchange.columns import kind_of
from preau.plan.exchange.returned import ReturnedItem, ReturnedPlan
from preau.plan.structure.enums import ItemKind

type Cells = dict[str, str]
"""By the name of our column; those that nobody knows are there under their own."""

_IN_ROWS = (ItemKind.OPERATIONAL_OBJECTIVE, ItemKind.EXPECTED_EFFECT)
_FRENCH_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:[ T].*)?\Z")
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T].*)?\Z")
_SERIAL_DAY = re.compile(r"[34567]\d{4}\Z")
_FIRST_DAY = date(1899, 12, 30)
"""Spreadsheet programs count days from there."""


def read_lines(lines: Sequence[Cells]) -> ReturnedPlan:
    """What stands above comes before what stands under it, wherever the lines were sorted to."""
    return _Reader().read(lines)


class _Reader:
    def __init__(self) -> None:
        self.plan = ReturnedPlan(may_be_partial=True)
        self.axes: dict[str, int] = {}
        self.generals: dict[str, int] = {}
        self.rows: dict[tuple[str, str], int] = {}

    def read(self, lines: Sequence[Cells]) -> ReturnedPlan:
        kinds = [(kind_of(line.get(c.KIND, "")), line) for line in lines]
        for kind in ItemKind:
            for each, line in kinds:
                if each == kind and any(line.get(name, "").strip() for name in (c.TEXT, c.UID, c.CODE)):
                    self._item(kind, line)
        self.plan.leftovers = [
            line[c.TEXT].strip() for kind, line in kinds if not kind and line.get(c.TEXT, "").strip()
        ]
        return self.plan

    def _item(self, kind: ItemKind, line: Cells) -> None:
        def cell(name: str) -> str:
            return line.get(name, "").strip()

        key = len(self.plan.items)
        in_row = kind in _IN_ROWS
        item = ReturnedItem(
            key=key,
            kind=kind,
            text=cell(c.TEXT).replace("\r\n", "\n"),
            mark=cell(c.UID),
            code=cell(c.CODE),
            axis=self.axes.get(cell(c.AXIS)) if kind != ItemKind.AXIS else None,
            branch=self.generals.get(cell(c.GENERAL)) if in_row else None,
            row=self._row(cell(c.ROW), cell(c.GENERAL)) if in_row else None,
            sub_points=[point.strip() for point in cell(c.POINTS).splitlines() if point.strip()]
            if c.POINTS in line
            else None,
            owner=cell(c.OWNER) if c.OWNER in line else None,
            horizon_on=day(cell(c.HORIZON)) if c.HORIZON in line else None,
            above=cell(c.GENERAL) if in_row else "" if kind == ItemKind.AXIS else cell(c.AXIS),
            is_placed=bool(cell(c.ROW)) if in_row else True,
        )
        self.plan.items.append(item)
        if cell(c.MOMENT).isdecimal() and len(cell(c.MOMENT)) <= 18:
            self.plan.moment = int(cell(c.MOMENT))
        if kind == ItemKind.AXIS and item.code:
            self.axes.setdefault(item.code, key)
        elif kind == ItemKind.GENERAL_OBJECTIVE and item.code:
            self.generals.setdefault(item.code, key)

    def _row(self, code: str, general: str) -> int:
        number = self.rows.setdefault((code, general), len(self.rows) + 1)
        if code:
            self.plan.row_hints[number] = code
        return number


def day(text: str) -> str:
    """ISO; what is not a day is kept as it was typed, for a person to see."""
    if found := _FRENCH_DAY.match(text):
        numbers = [int(part) for part in found.groups()][::-1]
        numbers[0] += 2000 if numbers[0] < 100 else 0
    elif found := _ISO_DAY.match(text):
        numbers = [int(part) for part in found.groups()]
    elif _SERIAL_DAY.match(text):
        return (_FIRST_DAY + timedelta(days=int(text))).isoformat()
    else:
        return text
    try:
        return date(*numbers).isoformat()
    except ValueError:
        return text
