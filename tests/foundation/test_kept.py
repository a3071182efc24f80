"""What is kept for some seconds, and what never is."""

from __future__ import annotations

import pytest
from django.db import transaction

from preau.foundation import kept as keeping
from preau.foundation.kept import kept


@pytest.fixture
def clock(monkeypatch):
    now = [100.0]
    monkeypatch.setattr(keeping.time, "monotonic", lambda: now[0])
    return now


def counting():
    read: list[tuple[object, ...]] = []

    @kept
    def answer(*key):
        read.append(key)
        return len(read)

    return answer, read


@pytest.mark.django_db(transaction=True)
def test_a_value_is_read_once_then_again_when_its_seconds_are_over(settings, clock):
    settings.KEPT_SECONDS = 5
    answer, read = counting()
    assert [answer("a"), answer("b"), answer("a")] == [1, 2, 1]
    clock[0] += 4.9
    assert answer("a") == 1
    clock[0] += 0.2
    assert answer("a") == 3
    assert read == [("a",), ("b",), ("a",)]


@pytest.mark.django_db(transaction=True)
def test_what_a_transaction_reads_is_not_kept_as_it_may_never_be_committed(settings, clock):
    settings.KEPT_SECONDS = 5
    answer, _read = counting()
    with transaction.atomic():
        assert [answer(), answer()] == [1, 2]
    assert [answer(), answer()] == [3, 3]
    with transaction.atomic():
        assert answer() == 3


@pytest.mark.django_db(transaction=True)
def test_nothing_is_kept_where_the_town_wants_none(settings):
    settings.KEPT_SECONDS = 0
    answer, _read = counting()
    assert [answer(), answer()] == [1, 2]


@pytest.mark.django_db(transaction=True)
def test_memory_is_bounded(settings, clock, monkeypatch):
    settings.KEPT_SECONDS = 5
    monkeypatch.setattr(keeping, "MOST", 3)
    answer, read = counting()
    for number in (1, 2, 3, 4, 4, 1):
        answer(number)
    assert read == [(1,), (2,), (3,), (4,), (1,)]
