from __future__ import annotations

from preau.plan.adoption.enums import DayFault
from preau.plan.adoption.rules import Checklist


class NotReady(Exception):
    """Something is missing at the moment of adopting: nothing was changed. Carries the checklist of that moment."""

    def __init__(self, checklist: Checklist) -> None:
        super().__init__(f"{checklist.remaining} things are missing")
        self.checklist = checklist


class WrongDay(Exception):
    """The council cannot have voted that day. Carries why."""

    def __init__(self, fault: DayFault) -> None:
        super().__init__(str(fault.value))
        self.fault = fault


class NotAdopted(Exception):
    """Only an adopted plan has a following one."""


class ScanPresent(Exception):
    """The act of the council is already joined; it is not replaced."""
