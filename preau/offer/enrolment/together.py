"""Those who ask for the same unit at the same instant are served together: one of them writes for all.

Each thread puts its request in the line of its unit. The first one serves whoever stands there, in order of arrival,
in one transaction; the others sleep until it has committed, without a connection, and somebody else works meanwhile.
It hands the line to the next thread when only the commit is left, so that nobody serves for long and the disk is waited
for by one while another reads. A batch that fails is served again one by one: a fault is told to its own.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

from django.db import connection

from preau.foundation.turns import aside

from .claims import Ask, marks
from .errors import Refused
from .models import Enrolment
from .serving import Answer, read_ahead, serve

MOST = 64
"""Requests of one transaction."""


@dataclass(eq=False)
class _Place:
    """A request that stands in line. ``answer`` once it was served; ``leads`` when it must serve the line itself."""

    ask: Ask
    woken: threading.Event = field(default_factory=threading.Event)
    answer: Answer | None = None
    leads: bool = False


class _Once:
    def __init__(self, act: Callable[[], None]) -> None:
        self._act, self._is_done = act, False

    def __call__(self) -> None:
        if not self._is_done:
            self._is_done = True
            self._act()


class Lines:
    """The line of each unit, in this process. Several processes meet at the lock of the unit's row."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._lines: dict[UUID, deque[_Place]] = {}

    def answer(self, unit: UUID, ask: Ask) -> Answer:
        mine = _Place(ask)
        with self._guard:
            line = self._lines.get(unit)
            if line is None:
                self._lines[unit] = deque()
                mine.leads = True
            else:
                line.append(mine)
        if not mine.leads:
            with aside():
                mine.woken.wait()
        if mine.leads:
            self._lead(unit, mine)
        return mine.answer if mine.answer is not None else serve(unit, [ask])[0]

    def _lead(self, unit: UUID, mine: _Place) -> None:
        served, line = [mine], _Once(lambda: self._hand_over(unit))
        try:
            read_ahead(unit, mine.ask.today)
            served += self._beside(unit, mine)
            answers = serve(unit, [each.ask for each in served], almost=line)
            for place, answer in zip(served, answers, strict=True):
                place.answer = answer
        except Exception:
            if len(served) == 1:
                raise
        finally:
            line()
            for place in served:
                place.woken.set()

    def _beside(self, unit: UUID, mine: _Place) -> list[_Place]:
        """Who stands in line, but for a child or a home that is being served already: theirs is the next batch."""
        taken: list[_Place] = []
        seen = marks(mine.ask)
        with self._guard:
            line, left = self._lines[unit], deque[_Place]()
            while line and len(taken) < MOST - 1:
                place = line.popleft()
                about = marks(place.ask)
                if about & seen:
                    left.append(place)
                else:
                    seen |= about
                    taken.append(place)
            self._lines[unit] = left + line
        return taken

    def _hand_over(self, unit: UUID) -> None:
        with self._guard:
            line = self._lines[unit]
            if not line:
                del self._lines[unit]
                return
            following = line.popleft()
            following.leads = True
        following.woken.set()


_lines = Lines()


def stand(unit: UUID, ask: Ask) -> Enrolment:
    """Raises Refused. Inside a transaction that is already open, the request is served by itself, in that one."""
    answer = serve(unit, [ask])[0] if connection.in_atomic_block else _lines.answer(unit, ask)
    if isinstance(answer, Refused):
        raise answer
    return answer
