"""What a column of the plan's table is for, told by its title, whatever the order and the exact words."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum


class Column(StrEnum):
    AXIS = "axis"
    GENERAL = "general"
    OBJECTIVES = "objectives"
    EFFECTS = "effects"
    OTHER = "other"


_TITLES: tuple[tuple[Column, str], ...] = (
    (
        Column.EFFECTS,
        r"effets?\b|resultats? (attendus?|vises?|escomptes?)|impacts?\b|changements? (attendus?|vises?)|plus-values?",
    ),
    (
        Column.OBJECTIVES,
        r"(objectifs?|buts?) (operationnels?|specifiques?|concrets?|intermediaires?)|actions?\b|mesures?\b",
    ),
    (
        Column.GENERAL,
        r"(objectifs?|buts?) (generaux|general|strategiques?|principaux|globaux)|finalites?\b|orientations?\b|enjeux?\b",
    ),
    (Column.AXIS, r"axes?\b|thematiques?\b|domaines?\b"),
)
"""Read in this order: « effets des actions » is about effects."""


def folded(text: str) -> str:
    """Lower case, without accents, blanks and signs made single: for comparing titles only."""
    bare = unicodedata.normalize("NFD", text.replace("’", "'")).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[\s:.\d()-]+", " ", bare).strip()


def column_of(title: str) -> Column:
    text = folded(title)
    if not text or len(text) > 60:
        return Column.OTHER
    return next(
        (column for column, words in _TITLES if re.match(rf"(?:les |des |nos )?(?:{words})", text)), Column.OTHER
    )


def columns_of(titles: list[str]) -> list[Column] | None:
    """The columns of a header row; None when the row is not one (objectives and effects must both be there).

    « Objectifs » alone means the operational ones where another column holds the general ones, and the other way.
    """
    columns = [column_of(title) for title in titles]
    for index, title in enumerate(titles):
        if columns[index] is Column.OTHER and re.match(r"objectifs?\b", folded(title)) and len(title) < 60:
            columns[index] = Column.GENERAL if Column.OBJECTIVES in columns else Column.OBJECTIVES
    if Column.OBJECTIVES not in columns or Column.EFFECTS not in columns:
        return None
    return columns
