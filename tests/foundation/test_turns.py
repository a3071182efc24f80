"""A thread that waits for another one hands its turn on; nobody works beyond the turns there are."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from django.db import connection, transaction

from preau.foundation.turns import Turns, aside


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
    with pytest.raises(ValueError, match="broken"):
        turns({"number": 1}, None)
    assert turns({"number": 0}, None) == "done"


@pytest.mark.django_db(transaction=True)
def test_inside_a_transaction_the_turn_is_kept() -> None:
    """Whoever worked meanwhile could wait for what the transaction holds."""

    def application(environ: dict[str, Any], start_response: Any) -> bool:
        with transaction.atomic(), aside():
            return turns._free.acquire(blocking=False)

    turns = Turns(application, 1)
    assert turns({}, None) is False
    connection.close()


def test_outside_a_server_nothing_changes_hands(db: None) -> None:
    with aside():
        assert connection.connection is None or connection.is_usable()
