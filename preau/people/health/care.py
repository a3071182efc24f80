"""What a sheet says, once open. Pure: no database, no key."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import asdict, dataclass, replace

from .enums import Meal, Part


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to call when no guardian answers."""

    name: str
    link: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Care:
    """``allergies`` are values of ``Allergen``, ``other_allergy`` and ``reaction`` (what to do) short sentences.

    ``on_paper``: instructions of a doctor exist, on paper, at ``paper_place``; what they say is not here. ``withheld``
    names the parts that were taken out for this reader.
    """

    allergies: tuple[str, ...] = ()
    other_allergy: str = ""
    reaction: str = ""
    meal: str = Meal.EVERYTHING
    helps: str = ""
    avoid: str = ""
    contacts: tuple[Contact, ...] = ()
    on_paper: bool = False
    paper_place: str = ""
    withheld: frozenset[str] = frozenset()

    @property
    def has_allergy(self) -> bool:
        return bool(self.allergies or self.other_allergy)

    def to_text(self) -> str:
        told = asdict(self)
        del told["withheld"]
        return json.dumps(told, ensure_ascii=False)

    @classmethod
    def from_text(cls, text: str) -> Care:
        told = json.loads(text)
        contacts = tuple(Contact(**each) for each in told.pop("contacts"))
        return cls(**{**told, "allergies": tuple(told["allergies"]), "contacts": contacts})


_NOTHING = Care()
_FIELDS: dict[str, tuple[str, ...]] = {
    Part.SAFETY: ("allergies", "other_allergy", "reaction", "meal", "on_paper", "paper_place"),
    Part.CONTACTS: ("contacts",),
    Part.CARE: ("helps", "avoid"),
}


def only(care: Care, parts: Collection[str]) -> Care:
    """The sheet with the other parts emptied, and named as withheld."""
    hidden = frozenset(str(part) for part in Part if part not in parts)
    empty = {name: getattr(_NOTHING, name) for part in hidden for name in _FIELDS[part]}
    return replace(care, **empty, withheld=hidden)
