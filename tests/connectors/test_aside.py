"""Whoever waits for an outside system keeps nobody else from working."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest

from preau.connectors.api_particulier import ApiParticulier
from preau.connectors.franceconnect import FranceConnect
from preau.connectors.franceconnect.errors import LoginRefused
from preau.foundation.turns import Turns
from preau.people.households.lookup import LookupFailed

from .loopback import loopback


def _quotient(address: str) -> None:
    with pytest.raises(LookupFailed):
        ApiParticulier(address, token="t", recipient="13002526500013").ask_connected("token")


def _leaving(address: str) -> None:
    with pytest.raises(LoginRefused):
        FranceConnect(
            address, client_id="c", secret="s", return_to="https://a.example/", leave_to="https://a.example/"
        ).goodbye("token")


@pytest.mark.parametrize("ask", [_quotient, _leaving])
def test_on_one_turn_another_request_works_while_an_outside_system_takes_its_time(
    ask: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    is_asked, may_answer = threading.Event(), threading.Event()

    def slow(_request: Any, _body: bytes) -> tuple[int, dict[str, str], bytes]:
        is_asked.set()
        may_answer.wait(20)
        return 404, {}, b"{}"

    with loopback(slow) as address:
        told: list[str] = []

        def application(environ: dict[str, Any], _start: Any) -> None:
            if environ["asks"]:
                ask(address)
            told.append("waited" if environ["asks"] else "passed")

        turns = Turns(application, 1)
        first = threading.Thread(target=turns, args=[{"asks": True}, None])
        first.start()
        assert is_asked.wait(20)
        second = threading.Thread(target=turns, args=[{"asks": False}, None])
        second.start()
        second.join(20)
        may_answer.set()
        first.join(20)
    assert told == ["passed", "waited"]
