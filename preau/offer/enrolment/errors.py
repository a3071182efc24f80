from __future__ import annotations

from typing import TYPE_CHECKING

from .rules import Misfit

if TYPE_CHECKING:
    from .models import BookingUnit, Enrolment


class Refused(Exception):
    """The place cannot be given. Carries every reason at once, and the place that the child has already, if any."""

    def __init__(self, reasons: list[Misfit], known: Enrolment | None = None) -> None:
        super().__init__(" ".join(each.code for each in reasons))
        self.reasons, self.known = reasons, known


class TooLate(Exception):
    """The offered place is no longer kept. Carries the registration as it stands."""

    def __init__(self, enrolment: Enrolment) -> None:
        super().__init__(f"enrolment {enrolment.pk}")
        self.enrolment = enrolment


class UnitChanged(Exception):
    """Somebody changed the group meanwhile. Carries it as it stands."""

    def __init__(self, current: BookingUnit) -> None:
        super().__init__(f"unit {current.pk} is at version {current.version}")
        self.current = current


class TooManyTaken(Exception):
    """More children have a place than the number that was typed. Carries how many."""

    def __init__(self, taken: int) -> None:
        super().__init__(f"{taken} places are taken")
        self.taken = taken
