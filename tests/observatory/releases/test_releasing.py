"""What a series showed is kept, and the next date is protected against it."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from preau.observatory.disclosure import Cube, Dimension, Publication, protect
from preau.observatory.releases.models import Release
from preau.observatory.releases.releasing import last_of, release, thresholds_on
from tests.cast.people import make_commune

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 24)
SEX = Dimension("sex", ("boy", "girl"))


@pytest.fixture
def town():
    return make_commune()


def show(town, counts, now, day=DAY, series="essai", **rest):
    def protected(earlier):
        publication = Publication(series=series, day=day, cube=Cube((SEX,), np.array(counts)), tables=(("sex",),))
        return protect(publication, thresholds_on(town, day), earlier=earlier)

    return release(town, series, protected, now=now, **rest)


def test_it_comes_back_as_it_was_shown(town, now):
    show(town, [30, 41], now)
    safe = Release.objects.get().safe
    assert safe.table()[()].value == 71
    assert safe.table("sex")["girl",].value == 41


def test_what_is_hidden_is_not_kept(town, now):
    show(town, [30, 3], now)
    told = Release.objects.get()
    assert told.safe.table("sex")["girl",].value is None
    values = [figure["value"] for table in told.tables for figure in table["figures"]]
    assert 3 not in values


def test_a_small_change_is_no_news(town, now):
    first = show(town, [30, 41], now)
    same = show(town, [30, 43], now + timedelta(days=1), DAY + timedelta(days=1))
    assert same == first
    assert Release.objects.count() == 1


def test_a_large_one_is(town, now):
    first = show(town, [30, 41], now)
    second = show(town, [42, 55], now + timedelta(days=1), DAY + timedelta(days=1))
    assert second.safe.table("sex")["girl",].value == 55
    assert last_of(town, ["essai"]) == {"essai": second}
    first.refresh_from_db()
    assert not first.is_last


def test_what_is_worked_out_knows_what_was_written_before(town, now):
    def work_out(safe, before):
        return {"girl": safe.table("sex")["girl",].value, "before": before.get("girl")}

    first = show(town, [30, 41], now, work_out=work_out)
    assert first.worked_out == {"girl": 41, "before": None}
    assert show(town, [30, 43], now, DAY + timedelta(days=1), work_out=work_out) == first
    later = show(town, [60, 83], now, DAY + timedelta(days=2), work_out=work_out)
    assert later.worked_out == {"girl": 83, "before": 41}


def test_another_series_of_the_same_children_is_looked_at(town, now):
    told = show(town, [30, 41], now, series="année")
    beside = show(town, [30, 43], now, DAY + timedelta(days=1), series="mois", besides=[told.safe])
    assert beside.safe.table("sex")["girl",].value == 41
    assert beside.safe.table("sex")["girl",].since == DAY


def test_nothing_is_shown_where_protection_says_so(town, now):
    assert release(town, "rien", lambda _earlier: None, now=now) is None
