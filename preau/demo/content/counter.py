"""A few weeks at the desk of Clairval."""

from __future__ import annotations

from datetime import UTC, date, datetime

from preau.people.counter.contacts import ContactFacts

CONTACT = ContactFacts(
    "Hôtel de ville, 1 place de la République, 92999 Clairval-sur-Seine",
    "01 39 98 10 00",
    "familles@clairval.example",
    "Du lundi au vendredi de 8 h 30 à 17 h 30, le samedi de 9 h à 12 h",
)
OPENED_AT = datetime(2026, 9, 3, 9, 20, tzinfo=UTC)
SILENCE: tuple[tuple[datetime, str, str, int], ...] = (
    (OPENED_AT, "registration", "refused", 2),
    (OPENED_AT, "wishes", "refused", 2),
)
"""(since, procedure, what silence means, months): what the town's lawyers asked for."""

QUOTIENTS: tuple[tuple[str, int, date], ...] = (
    ("leonie", 1240, date(2026, 9, 1)),
    ("moussa", 412, date(2026, 8, 1)),
    ("adam", 655, date(2026, 9, 1)),
    ("jeanne", 1890, date(2026, 7, 1)),
)
"""(child of the home, quotient, month written on the paper)."""

WAITING: tuple[tuple[str, str, datetime], ...] = (
    ("ibrahima", "insurance", datetime(2026, 11, 16, 17, 40, tzinfo=UTC)),
    ("sofiia", "vaccination", datetime(2026, 11, 20, 8, 55, tzinfo=UTC)),
    ("sofiia", "address", datetime(2026, 11, 20, 8, 58, tzinfo=UTC)),
    ("yassine", "insurance", datetime(2026, 11, 23, 18, 12, tzinfo=UTC)),
)
"""(child, paper, when it came): what waits to be looked at."""

PRINCIPAL = "zofia.nowak"
MANDATE_AT, MANDATE_UNTIL = datetime(2026, 11, 21, 9, 15, tzinfo=UTC), date(2027, 8, 31)
SCOPES = ("family_file", "register", "campaign")
RECEIPTS: tuple[tuple[datetime, str, str, bool], ...] = (
    (
        datetime(2026, 11, 21, 9, 16, tzinfo=UTC),
        "mandate",
        "Mandat donné à l’accueil des familles jusqu’au 31/08/2027.",
        False,
    ),
    (
        datetime(2026, 11, 21, 9, 24, tzinfo=UTC),
        "document",
        "Justificatif de domicile remis en papier, à vérifier.",
        True,
    ),
)
"""(when, procedure, what was done, whether an answer is awaited)."""
