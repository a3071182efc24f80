from __future__ import annotations

from typing import TYPE_CHECKING

from .rules import Misfit

if TYPE_CHECKING:
    from .models import ClassGroup, ClassOffer, ClassWish


class GroupChanged(Exception):
    """Somebody corrected the class meanwhile. Carries it as it stands."""

    def __init__(self, current: ClassGroup) -> None:
        super().__init__(f"class {current.pk} is at version {current.version}")
        self.current = current


class OfferChanged(Exception):
    """Somebody changed the terms meanwhile. Carries them as they stand."""

    def __init__(self, current: ClassOffer) -> None:
        super().__init__(f"offer {current.pk} is at version {current.version}")
        self.current = current


class NameTaken(Exception):
    """The school has a class of that name this year."""


class DoesNotFit(Exception):
    """The offer asks what the class does not have, or wishes are closed."""

    def __init__(self, misfits: list[Misfit]) -> None:
        super().__init__(" ".join(each.sentence for each in misfits))
        self.misfits = misfits


class AskedAlready(Exception):
    """The class has a request for this offer. Carries it."""

    def __init__(self, wish: ClassWish) -> None:
        super().__init__(f"wish {wish.pk}")
        self.wish = wish


class OfferFull(Exception):
    """Every place is held. The request may wait in the queue."""


class OutOfTurn(Exception):
    """Another class comes first: accepting this one before it needs a reason. Carries the other."""

    def __init__(self, first: ClassWish) -> None:
        super().__init__(f"wish {first.pk} comes first")
        self.first = first


class TooManySeated(Exception):
    """More classes are already accepted than the places that were typed. Carries how many."""

    def __init__(self, seated: int) -> None:
        super().__init__(f"{seated} classes are accepted")
        self.seated = seated
