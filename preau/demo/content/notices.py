"""What the demonstration's people find in their news: who, why, about which item, the title, when, read when."""

from __future__ import annotations

from datetime import UTC, date, datetime

from preau.people.notices.enums import NoticeKind as K


def _at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


NOTICES: tuple[tuple[str, K, str, str, datetime, datetime | None, date | None], ...] = (
    ("yasmine.ferhat", K.MENTIONED, "A2.G1.O1", "Sofia Marin, dans un commentaire sur A2.G1.O1", _at(11, 23, 15, 20), None, None),
    ("yasmine.ferhat", K.PROPOSED, "A1.G2.O1", "Claire Aubin propose un changement dans A1.G2.O1", _at(11, 23, 9, 5), None, None),
    ("yasmine.ferhat", K.ASKED, "A2.G2.O3", "Relire A2.G2.O3 avant le comité de pilotage", _at(11, 20, 8, 30), None, date(2026, 12, 4)),
    ("yasmine.ferhat", K.REPLIED, "A1.G1.O4", "Loïc Garandeau, sous votre commentaire sur A1.G1.O4", _at(11, 16, 10, 45), _at(11, 17, 7, 50), None),
    ("yasmine.ferhat", K.CHANGED, "A1.G1.O1", "Hương Trần a récrit A1.G1.O1", _at(9, 21, 8, 15), _at(9, 22, 6, 40), None),
    ("loic.garandeau", K.ENTRUSTED, "A1.G1.O4", "Un point ouvert dans A1.G1.O4", _at(11, 19, 13, 10), None, date(2026, 12, 11)),
    ("loic.garandeau", K.REPLIED, "A1.G1.O4", "Yasmine Ferhat, sous votre commentaire sur A1.G1.O4", _at(11, 18, 16, 0), None, None),
    ("loic.garandeau", K.DECIDED, "A1.G1.O6", "Votre proposition sur A1.G1.O6", _at(11, 10, 9, 30), _at(11, 10, 11, 0), None),
)  # fmt: skip
"""Titles name things and people; what was said stays on the page they lead to."""
