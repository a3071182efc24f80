"""The hidden marks that a copy carries, so that each item is found again when the copy comes back.

A bookmark around the item's words names it by its ``uid``; one on the title names the moment of the plan. Names that
begin with "_" are not listed by word processors. They have 40 characters at most (ECMA-376 part 1, 17.13.6.2).
"""

from __future__ import annotations

import re

PREFIX = "_preau_"
_ITEM = re.compile(re.escape(PREFIX) + r"([0-9a-f]{32})\Z")
_MOMENT = re.compile(re.escape(PREFIX) + r"moment_(\d{1,18})\Z")
_CODE = re.compile(r"(A\d+\.G\d+(?:\.[OE]\d+)?)(?:\u00a0|[\s:·–-]+)")  # as we write it, else as people may
_ALONE = re.compile(r"A\d+\.G\d+(?:\.[OE]\d+)?")
_AXIS = re.compile(r"axe\s+(\d+)(?: : |\s*[:.·–-]?\s*)", re.IGNORECASE)


def item_mark(uid: str) -> str:
    return PREFIX + uid


def moment_mark(moment: int) -> str:
    return f"{PREFIX}moment_{moment}"


def cover_mark(number: int) -> str:
    """Around a line of the first page, so that it is not taken for something a partner wrote."""
    return f"{PREFIX}cover_{number}"


def uid_of(mark: str) -> str:
    """ "" for a mark that names no item."""
    found = _ITEM.match(mark)
    return found[1] if found else ""


def moment_in(mark: str) -> int | None:
    found = _MOMENT.match(mark)
    return int(found[1]) if found else None


def split_code(text: str) -> tuple[str, str]:
    """The code written before an item, and its words: ("A1.G1.O2", "Offrir…"); "" where there is no code."""
    found = _CODE.match(text)
    return (found[1], text[found.end() :]) if found else ("", text)


def is_only_code(text: str) -> bool:
    """The code that is left of an item whose words were deleted."""
    return bool(_ALONE.fullmatch(text.strip()))


def split_axis(text: str) -> tuple[str, str]:
    """The code behind "Axe 2 :" and the title: ("A2", "Accueillir…")."""
    found = _AXIS.match(text)
    return (f"A{found[1]}", text[found.end() :]) if found else ("", text)
