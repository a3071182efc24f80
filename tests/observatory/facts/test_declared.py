"""Rows of each fact say what their columns announce."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from preau.foundation.facts import WHOLE, Kind
from preau.observatory.facts.snapshots.declared import FACTS
from tests.cast.everything import make_everything

pytestmark = pytest.mark.django_db
_OF = {Kind.CODE: str, Kind.DAY: date, Kind.WHOLE: int, Kind.DECIMAL: float, Kind.FLAG: bool}


def test_rows_have_the_kinds_of_their_columns(now):
    make_everything(now)
    for fact in FACTS:
        for year in fact.years(timezone.localdate()) if fact.years else [WHOLE]:
            for row in fact.rows(year, timezone.localdate()):
                check(fact, row)


def check(fact, row):
    assert len(row) == len(fact.columns)
    for column, value in zip(fact.columns, row, strict=True):
        if column.kind is Kind.PSEUDONYM:
            assert value is None or isinstance(value, int)
        elif value is None:
            assert column.kind in (Kind.DAY, Kind.WHOLE, Kind.DECIMAL), column.name
        else:
            assert isinstance(value, _OF[column.kind]), (fact.name, column.name, value)
