"""How a field is classed. Each app keeps its table in ``privacy.py``; a house test finds the field that has no class.

Purpose, recipients and terms are those of the record of processing (RGPD, art. 30).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Sensitivity(StrEnum):
    PLAIN = "plain"  # says nothing about a person
    PERSONAL = "personal"  # tells who somebody is or what they did
    SENSITIVE = "sensitive"  # RGPD art. 9, or a child's situation


@dataclass(frozen=True, slots=True)
class FieldClass:
    """``term`` is how long the field is kept, ``scrub`` what becomes of it when the person is erased."""

    sensitivity: Sensitivity
    purpose: str
    readers: str = ""
    term: str = ""
    scrub: str = ""


def plain(purpose: str) -> FieldClass:
    return FieldClass(Sensitivity.PLAIN, purpose)


def personal(purpose: str, *, readers: str, term: str, scrub: str) -> FieldClass:
    return FieldClass(Sensitivity.PERSONAL, purpose, readers, term, scrub)


def each(names: str, kind: FieldClass) -> dict[str, FieldClass]:
    """The same class for several fields, named in one string."""
    return dict.fromkeys(names.split(), kind)
