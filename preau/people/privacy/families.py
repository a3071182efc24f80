"""What a family takes away of each table that names it, and what becomes of its rows when its file is erased.

Each app keeps its part in ``privacy.FAMILY``; a house test walks the models and finds the one that nobody named, then
makes a family that has everything, takes its copy, erases it, and looks.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FamilyRows:
    """``copied``: the table of the family's copy that tells them; or ``not_copied``, why none does.

    Once the file is erased the rows are gone, unless ``stays`` says why they are not: then ``emptied`` names the fields
    that no longer say anything.
    """

    copied: str = ""
    not_copied: str = ""
    stays: str = ""
    emptied: tuple[str, ...] = ()


def removed(copied: str = "", *, not_copied: str = "") -> FamilyRows:
    """Nothing is left."""
    return FamilyRows(copied, not_copied)


def stays(why: str, *, copied: str = "", not_copied: str = "", emptied: str = "") -> FamilyRows:
    return FamilyRows(copied, not_copied, why, tuple(emptied.split()))
