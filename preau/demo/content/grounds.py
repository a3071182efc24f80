"""Three grounds that nobody books: what one finds there, what was said today, who was seen in autumn."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from preau.town.spaces.enums import AgeBand as A
from preau.town.spaces.enums import ReportKind as R
from preau.town.spaces.enums import Seen as S
from preau.town.spaces.keeping import SpaceFacts

GROUNDS: dict[str, tuple[str, SpaceFacts]] = {
    "terrain-des-quais": (
        "quais234",
        SpaceFacts(
            sports=("basketball", "football", "dance"),
            rules="On joue à tour de rôle : dix minutes par équipe quand il y a du monde.\n"
            "Le mercredi de 14 h à 16 h, un panneau est pour les filles qui le veulent.\n"
            "Pas de verre sur le terrain.",
            ground="bitume peint, sec même quand il pleut",
            has_light=True,
            light_until=time(22),
            shade="full",
            has_water=True,
            has_toilets=False,
            wheelchair="yes",
            equipment="Ballons et cordes, à demander à la médiathèque.",
            referent="Un médiateur du service jeunesse, mercredi et samedi de 14 h à 18 h.",
        ),
    ),
    "parc-des-coteaux": (
        "cotea567",
        SpaceFacts(
            sports=("football", "handball", "running", "fitness"),
            rules="Le city-stade se partage : un but pour les petits avant 17 h.\nLes chiens restent sur l’allée.",
            ground="gazon synthétique",
            has_light=False,
            shade="part",
            has_water=True,
            has_toilets=True,
            wheelchair="part",
            wheelchair_words="le city-stade oui, le parcours de course non",
            works_from=date(2027, 2, 8),
            works_to=date(2027, 2, 19),
            works_words="le filet du city-stade est changé",
        ),
    ),
    "skatepark-deux-rives": (
        "skate892",
        SpaceFacts(
            sports=("skate", "cycling"),
            rules="Casque pour tous, genouillères conseillées.\nLe samedi matin est pour les débutants.",
            ground="béton lissé",
            has_light=True,
            light_until=time(22),
            shade="none",
            has_water=False,
            has_toilets=False,
            wheelchair="yes",
            wheelchair_words="accès de plain-pied, le handiskate est le bienvenu",
            referent="Clairval Glisse, le samedi de 10 h à 12 h.",
        ),
    ),
}

REPORTS: tuple[tuple[str, R, datetime, str], ...] = (
    ("terrain-des-quais", R.OPEN, datetime(2026, 11, 25, 20, 5, tzinfo=UTC), ""),
    ("terrain-des-quais", R.BUSY, datetime(2026, 11, 25, 16, 50, tzinfo=UTC), ""),
    ("parc-des-coteaux", R.OPEN, datetime(2026, 11, 25, 13, 5, tzinfo=UTC), ""),
    ("parc-des-coteaux", R.BROKEN, datetime(2026, 11, 24, 16, 40, tzinfo=UTC),
     "le but du fond est tombé, demandez à Enzo il était là"),
    ("skatepark-deux-rives", R.BROKEN, datetime(2026, 11, 24, 11, 15, tzinfo=UTC), "une plaque se soulève près de la grande courbe"),
)  # fmt: skip
SHOWN_WORDS = "Une plaque se soulève près de la grande courbe"

type Count = tuple[str, date, int, tuple[int, ...]]
CELLS = ((A.SMALL, S.GIRLS), (A.SMALL, S.BOYS), (A.CHILD, S.GIRLS), (A.CHILD, S.BOYS), (A.TEEN, S.GIRLS),
         (A.TEEN, S.BOYS), (A.YOUTH, S.GIRLS), (A.YOUTH, S.BOYS), (A.ADULT, S.GIRLS), (A.ADULT, S.BOYS))  # fmt: skip
_Q, _P, _K = "terrain-des-quais", "parc-des-coteaux", "skatepark-deux-rives"
_WEDNESDAYS = tuple(date(2026, 10, day) for day in (7, 14, 21, 28)) + tuple(date(2026, 11, day) for day in (4, 18, 25))
_SATURDAYS = tuple(date(2026, 10, day) for day in (3, 10, 17)) + tuple(date(2026, 11, day) for day in (7, 14, 21))
_GIRLS_PANEL = (0, 0, 2, 4, 5, 7, 2, 6, 1, 2)
_SATURDAY = (1, 1, 3, 6, 2, 9, 1, 8, 2, 5)
COUNTS: tuple[Count, ...] = (
    *((_Q, day, 15, tuple(max(0, n + (at % 3) - 1) for n in _GIRLS_PANEL)) for at, day in enumerate(_WEDNESDAYS)),
    *((_Q, day, 17, tuple(max(0, n - 1 + at % 2) for n in _SATURDAY)) for at, day in enumerate(_WEDNESDAYS)),
    *((_Q, day, 16, tuple(n + at % 2 for n in _SATURDAY)) for at, day in enumerate(_SATURDAYS)),
    (_Q, date(2026, 11, 10), 18, (0, 0, 0, 2, 0, 6, 0, 5, 0, 1)),
    (_Q, date(2026, 11, 17), 18, (0, 0, 0, 1, 1, 5, 0, 7, 0, 0)),
    (_P, date(2026, 10, 10), 15, (3, 4, 5, 6, 1, 2, 0, 1, 6, 4)),
    (_P, date(2026, 11, 7), 15, (2, 2, 4, 4, 0, 3, 0, 0, 5, 3)),
    (_P, date(2026, 11, 18), 16, (1, 0, 2, 3, 1, 1, 0, 0, 2, 1)),
    (_K, date(2026, 10, 17), 11, (1, 2, 3, 8, 1, 6, 0, 3, 1, 1)),
    (_K, date(2026, 11, 14), 11, (0, 1, 4, 7, 2, 5, 0, 2, 0, 2)),
)
