"""A thread that waits for another one hands its turn on; nobody works beyond the turns there are."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, transaction

from preau.foundation.turns import FRESH, Turns, aside


def _ask(application: Turns, number: int) -> threading.Thread:
    thread = threading.Thread(target=application, args=[{"number": number}, None])
    thread.start()
    return thread


def test_no_more_requests_work_at_once_than_there_are_turns() -> None:
    guard, working, most = threading.Lock(), [0], [0]

    def application(environ: dict[str, Any], start_response: Any) -> str:
        with guard:
            working[0] += 1
            most[0] = max(most[0], working[0])
        threading.Event().wait(0.01)
        with guard:
            working[0] -= 1
        return "done"

    turns = Turns(application, 2)
    for each in [_ask(turns, number) for number in range(10)]:
        each.join(10)
    assert most[0] == 2


def test_one_turn_is_enough_for_many_that_wait_for_the_last() -> None:
    """Without ``aside`` the first one would keep the only turn, and nobody would ever wake it."""
    woken, waiting = threading.Event(), threading.Semaphore(0)

    def application(environ: dict[str, Any], start_response: Any) -> None:
        if environ["number"] == 5:
            woken.set()
            return
        waiting.release()
        with aside():
            woken.wait(20)

    turns = Turns(application, 1)
    threads = [_ask(turns, number) for number in range(5)]
    assert all(waiting.acquire(timeout=10) for _each in threads)
    threads.append(_ask(turns, 5))
    for each in threads:
        each.join(10)
    assert not any(each.is_alive() for each in threads)


def test_a_fault_gives_the_turn_back() -> None:
    def application(environ: dict[str, Any], start_response: Any) -> str:
        if environ["number"]:
            raise ValueError("broken")
        return "done"

    turns = Turns(application, 1)
    told: list[object] = []

    def both() -> None:
        with pytest.raises(ValueError, match="broken"):
            turns({"number": 1}, None)
        told.append(turns({"number": 0}, None))

    _in_a_thread(both)
    assert told == ["done"]


@pytest.mark.django_db(transaction=True)
def test_inside_a_transaction_the_turn_is_kept() -> None:
    """Whoever worked meanwhile could wait for what the transaction holds."""

    told: list[bool] = []

    def application(environ: dict[str, Any], start_response: Any) -> None:
        with transaction.atomic(), aside():
            told.append(bool(turns.free))
        connection.close()

    turns = Turns(application, 1)
    _in_a_thread(lambda: turns({}, None))
    assert told == [False]


@pytest.mark.django_db(transaction=True)
def test_the_connection_goes_with_the_turn_and_stays_open() -> None:
    seen: list[object] = []

    def application(environ: dict[str, Any], start_response: Any) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        seen.append(connection.connection)
        with aside():
            assert len(turns.free) == 1

    turns = Turns(application, 1)
    for _request in range(3):
        _in_a_thread(lambda: turns({}, None))
    assert len(seen) == 3 and len(set(map(id, seen))) == 1
    turns.free[0].connection.close()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("rested", "asked"), [(0.0, 0), (FRESH + 0.1, 1)])
def test_a_connection_that_just_answered_is_not_asked_whether_it_lives(rested, asked, monkeypatch) -> None:
    checks: list[int] = []

    def application(environ: dict[str, Any], start_response: Any) -> None:
        connection.close_if_unusable_or_obsolete()  # as each request begins
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")

    turns = Turns(application, 1)
    made = turns.free[0].connection
    monkeypatch.setitem(made.settings_dict, "CONN_HEALTH_CHECKS", True)
    monkeypatch.setattr(made, "is_usable", lambda: bool(checks.append(1) or True))
    _in_a_thread(lambda: turns({}, None))
    turns.free[0].until -= rested
    _in_a_thread(lambda: turns({}, None))
    assert len(checks) == asked
    made.close()


@pytest.mark.django_db(transaction=True)
def test_while_statements_are_watched_the_turn_is_kept() -> None:
    """A page that is only looked at is watched on its connection: it leaves with the same."""
    told: list[bool] = []

    def application(environ: dict[str, Any], start_response: Any) -> None:
        with connection.execute_wrapper(lambda execute, *rest: execute(*rest)), aside():
            told.append(bool(turns.free))

    turns = Turns(application, 1)
    _in_a_thread(lambda: turns({}, None))
    assert told == [False]


def _in_a_thread(act: Callable[[], object]) -> None:
    """The thread of the tests keeps its own connection."""
    thread = threading.Thread(target=act)
    thread.start()
    thread.join(10)
    assert not thread.is_alive()


def test_outside_a_server_nothing_changes_hands(db: None) -> None:
    with aside():
        assert connection.connection is None or connection.is_usable()
