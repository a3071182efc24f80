"""The year that runs: the committee of January wants to know what the autumn taught. Contributions are under way."""

from __future__ import annotations

from datetime import UTC, date, datetime

from .shapes import Word

YEAR, OPENS_ON, CLOSES_ON = 2026, date(2026, 11, 16), date(2026, 12, 11)
PREPARED_AT = datetime(2026, 11, 13, 14, 0, tzinfo=UTC)
OPENED_AT = datetime(2026, 11, 16, 7, 30, tzinfo=UTC)
WRITTEN_AT = datetime(2026, 11, 20, 16, 0, tzinfo=UTC)

WHY = "Le nouveau projet a un trimestre. Le comité de janvier veut corriger tôt ce qui part mal."
QUESTION = "Qu’avons-nous vraiment commencé cet automne, et qu’est-ce qui nous a surpris ?"
CRITERIA = "Des actions commencées à la date dite, et au moins une chose changée en cours de route."
PARENTS = "Le conseil des jeunes et les parents élus reçoivent la même question, et répondent à leur façon."

HANDED_IN = (
    Word(
        "A1.G1.O2", "huong.tran",
        "Quatre classes de CE2 sont déjà venues répéter. Les cars du printemps sont réservés depuis juin.",
        "La réservation commune avec la piscine.",
        "",
        "Inviter aussi la classe Ulis, sur un temps plus court.",
    ),
    Word(
        "A3.G1.O2", "anne.kerleau",
        "La boîte « une autre idée pour ce soir » est sortie soixante fois depuis la rentrée.",
        "La poser à la sortie de l’école plutôt qu’à la médiathèque.",
        "Il manque des jeux pour les tout-petits.",
        "Deux boîtes de plus, une par crèche.",
    ),
    Word(
        "A1.G1.O3", "huong.tran",
        "Le chant et les percussions ont commencé dans deux centres de loisirs, le mercredi matin.",
        "Les professeurs du conservatoire viennent sur place.",
        "L’éveil musical des plus petits attend une salle.",
        "Prendre la salle de motricité du Lavoir, libre à dix heures.",
    ),
    Word(
        "A1.G2.O4", "claire.aubin",
        "Le carnet des règles est relu avec les nouveaux et versé dans la plateforme.",
        "Les délégués de CM2 l’ont expliqué aux CP.",
        "",
        "Le traduire en images pour la maternelle.",
    ),
    Word(
        "A1.G1.O7", "mamadou.sylla",
        "La permanence au collège a ouvert : deux midis par mois, une trentaine de jeunes à chaque fois.",
        "La principale nous a donné le foyer.",
        "Les quatrièmes et les troisièmes viennent peu.",
        "Passer dans les classes avant les vacances.",
    ),
    Word(
        "A2.G1.O3", "sofia.marin",
        "Vingt familles ont écrit leur page avec nous, à la crèche ou au centre de loisirs.",
        "L’écrire à deux, sans formulaire.",
        "",
        "",
    ),
    Word(
        "A4.G2.O5", "mamadou.sylla",
        "Toutes les demandes d’octobre ont eu leur réponse en dix jours.",
        "Un modèle de lettre qui dit non sans décourager.",
        "",
        "",
    ),
)  # fmt: skip
DRAFTS = (
    Word("A1.G1.O4", "loic.garandeau", "Les dix séances des CM2 ont commencé le 5 octobre.", "Le créneau du mardi est gardé."),
    Word("A2.G2.O4", "loic.garandeau", "L’essai du samedi matin aux Coteaux : trois samedis, douze enfants le premier."),
    Word("A2.G1.O1", "david.cohen", "Les deux services sans référent en ont un depuis octobre."),
)  # fmt: skip
