"""Clairval looked back on 2024-2025 while the plan was being written, to know where it would start from."""

from __future__ import annotations

from datetime import UTC, date, datetime

from .shapes import Asked, Told, Word

PREPARED_AT = datetime(2025, 9, 15, 8, 0, tzinfo=UTC)
OPENED_AT = datetime(2025, 9, 22, 7, 30, tzinfo=UTC)
HANDED_IN_AT = datetime(2025, 10, 10, 15, 0, tzinfo=UTC)
CLOSED_AT = datetime(2025, 10, 20, 8, 0, tzinfo=UTC)
PROPOSED_AT = datetime(2025, 11, 3, 9, 0, tzinfo=UTC)
DISSENTED_AT = datetime(2025, 11, 7, 16, 0, tzinfo=UTC)
ADOPTED_AT = datetime(2025, 11, 14, 9, 0, tzinfo=UTC)
PUBLISHED_AT = datetime(2025, 11, 18, 7, 0, tzinfo=UTC)
COMMITTEE, HELD_ON = "Comité de pilotage", date(2025, 11, 13)
YEAR, OPENS_ON, CLOSES_ON = 2024, date(2025, 9, 22), date(2025, 10, 17)

WHY = (
    "Le nouveau projet s’écrit. Avant d’en fixer les cibles, le comité relit l’année écoulée à la lumière des effets que "
    "l’on en attend : d’où partirons-nous ?"
)
QUESTION = "Qui vient aujourd’hui, qui ne vient pas, et que savons-nous vraiment en dire ?"
CRITERIA = "Des chiffres que l’on saura refaire l’an prochain, et des avis de ceux qui agissent, même s’ils divergent."
PARENTS = "Deux parents élus ont relu les verdicts avant le comité et fait changer trois mots."
CONCLUSION = (
    "Les enfants viennent plus nombreux, et les quartiers se ressemblent davantage. Les démarches s’allègent d’année en "
    "année. Mais nous savons encore peu de choses : neuf effets jugés sur près de soixante-dix. Le prochain projet "
    "commencera par se donner de quoi voir."
)
UNMEASURED = (
    "Rien ne permettait encore d’en juger en 2024-2025 : pas de point de comparaison, pas d’enquête, et les partenaires "
    "n’en parlaient pas."
)

WORDS = (
    Word(
        "A1.G1.O2", "huong.tran",
        "Trois soirées dans trois quartiers, et six classes de CE2 venues au Lavoir.",
        "Les gardiens d’immeuble ont passé le mot.",
        "Personne ne savait qui appeler pour un car.",
        "Un seul numéro pour les cars.",
    ),
    Word(
        "A1.G1.O4", "loic.garandeau",
        "Dix séances pour chaque classe de CM2. Aucun rattrapage n’était prévu.",
        "Des parents au bord du bassin.",
        "Une panne de chaudière en mars.",
        "Ouvrir des séances aux vacances d’avril.",
    ),
    Word(
        "A1.G1.O7", "mamadou.sylla",
        "Un conseil de vingt collégiens, six mercredis choisis par eux.",
        "Leur laisser choisir l’heure.",
        "Ils n’ont vu le budget qu’à la fin.",
        "Leur confier le budget dès septembre.",
    ),
    Word(
        "A2.G2.O2", "david.cohen",
        "Une permanence tous les quinze jours. Soixante-dix familles.",
        "La discrétion du lieu.",
        "Quinze jours d’attente, c’est trop quand une facture arrive.",
        "Passer à une permanence par semaine.",
    ),
    Word(
        "A3.G1.O1", "anne.kerleau",
        "Trois soirées pour les parents. La dernière a dû changer de salle.",
        "Une pédiatre que tout le monde connaît.",
        "Aucune soirée en crèche.",
        "Deux soirées en crèche, avec les petits à côté.",
    ),
    Word(
        "A4.G2.O4", "mamadou.sylla",
        "Dix-sept stages dans six services.",
        "Les tuteurs ont été réunis avant.",
        "La moitié des stagiaires connaissait quelqu’un.",
        "Publier la liste pour tout le monde, le même jour.",
    ),
)  # fmt: skip

VERDICTS = (
    Told(
        "A1.G1.E5", "partly", "weak",
        "Deux années seulement : il en faut une troisième pour parler d’un mouvement.",
        "L’écart entre filles et garçons se réduit un peu, et reste large.",
        "Ouvert à tous ne veut pas dire essayé par tous.",
        "Faire essayer avant de choisir.",
    ),
    Told(
        "A1.G1.E6", "partly", "weak",
        "Trois années, un mouvement faible.",
        "Un enfant sur trois varie les activités et les moments : un peu plus que deux ans avant.",
    ),
    Told(
        "A1.G1.E7", "partly", "moderate",
        "Le nombre monte ; la fidélité ne se lit qu’un an plus tard.",
        "Trois fois plus de jeunes de 11 à 17 ans pratiquent vraiment qu’il y a deux ans, mais on partait de très bas.",
        "Ce qu’ils choisissent eux-mêmes, ils y reviennent.",
        "Le budget des mercredis est confié aux jeunes.",
    ),
    Told(
        "A1.G2.E2", "partly", "weak",
        "Deux années de fiches.",
        "Une action réunit plus souvent trois structures que deux.",
    ),
    Told(
        "A1.G2.E5", "not_measured", "weak",
        "Une seule enquête : il n’y a rien à quoi la comparer.",
        "Deux élèves sur trois se sentent bien à l’école. C’est un point de départ.",
        "",
        "La même enquête, chaque mois de mai.",
    ),
    Told(
        "A2.G2.E1", "confirmed", "moderate",
        "Trois années, des centaines d’enfants ; le quartier n’est pas tout.",
        "Quartier par quartier, les participants ressemblent davantage aux habitants : l’écart a été divisé par deux.",
        "Un gymnase de plus au pied des immeubles fait plus qu’une brochure.",
        "Ouvrir aussi aux Coteaux.",
    ),
    Told(
        "A2.G2.E2", "not_measured", "weak",
        "L’indice va et vient autour de la même valeur, et ne voit pas ceux qui n’ont jamais demandé.",
        "Ceux qui participent restent plutôt ceux dont le quotient est élevé. On ne peut pas dire que cela change.",
        "",
        "Demander le quotient à tous, en expliquant pourquoi.",
    ),
    Told(
        "A3.G1.E3", "partly", "weak",
        "On ne voit que les activités de la ville.",
        "Près de quatre enfants sur dix reviennent à une activité en famille.",
    ),
    Told(
        "A3.G2.E6", "confirmed", "strong",
        "Chaque démarche est comptée, trois années de suite.",
        "Une inscription demandait quatre pièces il y a deux ans. Elle en demande deux.",
        "Demander « pourquoi cette pièce ? » suffit souvent à la retirer.",
        "Une pièce de moins chaque année.",
    ),
    Told(
        "A3.G2.E7", "partly", "weak",
        "Le papier recule, mais rien ne dit qui renonce.",
        "Un quart des demandes arrive encore sur papier, contre quatre sur dix deux ans avant.",
        "",
        "Compter aussi les démarches faites avec quelqu’un.",
    ),
    Told(
        "A4.G1.E2", "partly", "moderate",
        "Le label est donné ou ne l’est pas.",
        "Une école sur les deux annoncées a obtenu le label.",
        "",
        "Deux noms par dossier.",
    ),
)  # fmt: skip

DISSENTS = (
    (
        "A2.G2.E1", "main-tendue", "",
        "L’écart se réduit entre les quartiers, pas entre les familles d’un même immeuble. Nous n’écririons pas "
        "« confirmé » si vite.",
    ),
)  # fmt: skip
"""(effect, side, who signs if known, words)"""

TARGETS = (
    ("A1.G1.E1.i1", 2025, "8"),
    ("A2.G2.E3.i2", 2025, "8"),
    ("A1.G1.E10.i2", 2025, "36"),
    ("A3.G2.E5.i1", 2025, "15"),
    ("A3.G2.E5.i1", 2026, "10"),
)
"""Indicator, school year, value that the committee aims at: each has a full year to start from."""

SURVEYS = (
    Asked(
        "Le climat à l’école, vu par les élèves", "Élèves de CE2 à CM2 des trois écoles", date(2025, 5, 23), 611,
        "question;réponse;nombre;répondants\n"
        "Je me sens bien à l’école;oui;272;412\n;ça dépend des jours;98;412\n;non;42;412\n"
        "Quand ça ne va pas, j’en parle;à un adulte de l’école;161;412\n;à ma famille;148;412\n;à un ami;93;412\n"
        ";à personne;10;412\n",
        "climat-mai-2025.csv",
    ),
)  # fmt: skip
