"""What has happened to the text since it was imported: rewordings, decisions, suggestions, comments."""

from __future__ import annotations

from datetime import UTC, date, datetime

HISTORY: tuple[tuple[str, str, datetime, str, str], ...] = (
    # item, who, when, the wording before, why
    (
        "A1.G1.O1",
        "huong.tran",
        datetime(2026, 9, 21, 8, 15, tzinfo=UTC),
        "Favoriser les rencontres avec les artistes.",
        "Un engagement que l’on peut vérifier.",
    ),
    (
        "A1.G1.O4",
        "loic.garandeau",
        datetime(2026, 9, 22, 12, 5, tzinfo=UTC),
        "Développer l’apprentissage de la natation.",
        "L’objectif national est l’entrée au collège.",
    ),
    (
        "A1.G2.O1",
        "yasmine.ferhat",
        datetime(2026, 9, 24, 14, 40, tzinfo=UTC),
        "Dégager du temps entre équipes.",
        "Le groupe de travail a fixé une heure par mois.",
    ),
    (
        "A2.G1.O1",
        "david.cohen",
        datetime(2026, 9, 28, 9, 0, tzinfo=UTC),
        "Nommer des référents dans les services.",
        "Les familles demandent un nom et un visage.",
    ),
    (
        "A2.G2.O3",
        "yasmine.ferhat",
        datetime(2026, 10, 1, 7, 30, tzinfo=UTC),
        "Revoir le mode d’attribution des places.",
        "Décision du comité de pilotage.",
    ),
    (
        "A3.G1.E1",
        "anne.kerleau",
        datetime(2026, 10, 6, 15, 20, tzinfo=UTC),
        "Des parents accompagnés.",
        "Plus proche de ce que disent les parents.",
    ),
    (
        "A3.G2.O1",
        "yasmine.ferhat",
        datetime(2026, 10, 12, 10, 10, tzinfo=UTC),
        "Améliorer les délais d’information.",
        "Six semaines : demande des parents élus.",
    ),
    (
        "A4.G1.O1",
        "yasmine.ferhat",
        datetime(2026, 10, 20, 9, 45, tzinfo=UTC),
        "Faire vivre les conseils d’enfants et de jeunes.",
        "Le budget participatif est voté.",
    ),
    (
        "A4.G2.O5",
        "mamadou.sylla",
        datetime(2026, 11, 3, 11, 0, tzinfo=UTC),
        "Répondre aux demandes de stage.",
        "Dix jours : l’engagement du service.",
    ),
    (
        "A4.G2.E7",
        "thomas.nguyen",
        datetime(2026, 11, 12, 16, 30, tzinfo=UTC),
        "Moins de décrocheurs.",
        "On ne compte pas les décrocheurs à l’échelle de la ville.",
    ),
)

SETTLED: tuple[tuple[str, str, str, str, datetime], ...] = (
    # item, kind of point, outcome, decision, when (always by the coordinator)
    (
        "A1.G1.E3",
        "effect_is_an_output",
        "settled",
        "Gardé comme étape : l’effet est dans la ligne au-dessus.",
        datetime(2026, 10, 2, 9, 0, tzinfo=UTC),
    ),
    (
        "A2.G1.O4",
        "open_list",
        "not_a_problem",
        "La liste est volontairement ouverte : elle sera tenue par le service.",
        datetime(2026, 10, 9, 9, 0, tzinfo=UTC),
    ),
    (
        "A4.G2.O3",
        "open_list",
        "settled",
        "Le vote est le dernier de la liste.",
        datetime(2026, 11, 5, 9, 0, tzinfo=UTC),
    ),
)

ENTRUSTED: tuple[tuple[str, str, str, date], ...] = (
    # item, kind of point, organisation, due
    ("A1.G1.O8", "non_committal_verb", "sports", date(2026, 12, 11)),
    ("A1.G1.E6", "scare_quotes", "sports", date(2026, 11, 13)),
    ("A2.G2.E7", "placeholder", "education", date(2026, 12, 4)),
    ("A3.G2.O8", "dated_example", "communication", date(2026, 11, 20)),
    ("A4.G2", "scare_quotes", "jeunesse", date(2026, 12, 18)),
    ("A4.G2.O2", "alternative_joined_by_ou", "ccas", date(2027, 1, 8)),
)

SUGGESTIONS: tuple[tuple[str, str, str, str, datetime], ...] = (
    # item, words struck, words put, author, when
    (
        "A1.G2.O4",
        "écrit avec les enfants",
        "écrit et illustré par les enfants",
        "Claire Aubin",
        datetime(2026, 11, 16, 18, 2, tzinfo=UTC),
    ),
    (
        "A1.G2.O1",
        "une heure par mois",
        "deux heures par période",
        "Claire Aubin",
        datetime(2026, 11, 16, 18, 4, tzinfo=UTC),
    ),
    (
        "A3.G1.O5",
        "à l’école et en dehors",
        "à l’école, à la cantine, au club et en ligne",
        "Inês Carvalho",
        datetime(2026, 11, 17, 20, 30, tzinfo=UTC),
    ),
    ("A4.G1.O4", "et moins jeter", "", "Inês Carvalho", datetime(2026, 11, 17, 20, 34, tzinfo=UTC)),
    ("A4.G2.O6", "", " et en quatrième", "Julie Bonnard", datetime(2026, 11, 19, 7, 50, tzinfo=UTC)),
)

COMMENTS: tuple[tuple[str, str, str, str, datetime], ...] = (
    # item, quoted words, text, author, when
    (
        "A1.G2.O1",
        "sans les enfants",
        "Qui surveille les enfants pendant cette heure ?",
        "Claire Aubin",
        datetime(2026, 11, 16, 18, 6, tzinfo=UTC),
    ),
    (
        "A2.G2.O3",
        "tirage public",
        "À expliquer avec un exemple : mes voisins ont eu peur du mot.",
        "Inês Carvalho",
        datetime(2026, 11, 17, 20, 41, tzinfo=UTC),
    ),
    ("A3.G2.O6", "un seul guichet", "Avec quels horaires ?", "Fatou Ndiaye", datetime(2026, 11, 18, 10, 0, tzinfo=UTC)),
    (
        "A4.G2.O5",
        "dix jours",
        "Tenable si les services nomment un tuteur avant janvier.",
        "Julie Bonnard",
        datetime(2026, 11, 19, 7, 55, tzinfo=UTC),
    ),
)
