"""The labels of the story: one held, one to renew before the winter ends, two in preparation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime


def _at(year: int, month: int, day: int, hour: int = 9) -> datetime:
    return datetime(year, month, day, hour, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class LabelStory:
    """``proofs``: (criterion, sentence, (name, text) of a joined document or None); ``checked``: criteria found met.

    ``submitted`` and ``obtained`` are when it left and when it was granted (and until when), None for not yet.
    """

    scheme: str
    applicant: str
    by: str
    opened: datetime
    level: int | None = None
    contact: str = ""
    proofs: tuple[tuple[int, str, tuple[str, str] | None], ...] = ()
    checked: tuple[int, ...] = ()
    milestones: tuple[tuple[str, date, datetime | None], ...] = ()
    objectives: tuple[str, ...] = ()
    action: tuple[int, str] | None = None
    """(criterion, title of the action that shows it)."""
    submitted: datetime | None = None
    obtained: tuple[datetime, date, date] | None = None


LABELS: tuple[LabelStory, ...] = (
    LabelStory(
        "info-jeunes", "jeunesse", "mamadou.sylla", _at(2020, 6, 2), contact="Mamadou Sylla, au comptoir",
        proofs=(
            (1, "Les fiches du comptoir sont relues chaque mois, et datées.", None),
            (2, "Ouvert à tous, du mardi au samedi, sans rendez-vous.", None),
            (3, "Personne ne donne son nom pour demander ; un coin fermé pour parler.", None),
            (4, "Tout est gratuit, même les impressions.", None),
            (5, "Les trois informateurs ont suivi la formation du réseau.", None),
            (6, "Un bilan par an, relu par six jeunes.", ("bilan-comptoir-2020.txt", "Bilan du comptoir Info Jeunes, 2020.\n1 840 passages, 62 % de moins de 18 ans.\n")),
        ),
        checked=(1, 2, 3, 4, 5, 6),
        milestones=(("Réunir les jeunes qui relisent le bilan", date(2026, 11, 13), None), ("Envoyer le dossier de renouvellement", date(2027, 1, 15), None)),
        objectives=("A4.G2.O1",),
        submitted=_at(2020, 11, 4), obtained=(_at(2021, 2, 9), date(2021, 2, 8), date(2027, 2, 8)),
    ),
    LabelStory(
        "e3d", "ecole-coteaux", "nadege.colin", _at(2024, 10, 7), level=2, contact="Nadège Colin",
        proofs=(
            (1, "La maîtresse de CM1 coordonne ; le groupe se réunit à chaque période.", None),
            (2, "Le projet d’école 2024-2028 en fait son deuxième axe.", None),
            (3, "Six classes suivent la mare et le compost toute l’année.", None),
            (4, "Deux délégués par classe ; ils ont obtenu le deuxième bac à compost.", None),
            (5, "Le service du cadre de vie vient une matinée par mois.", None),
            (6, "La grille a été remplie en conseil des maîtres.", ("grille-coteaux.csv", "axe;niveau\ncour;3\ncantine;2\ndéplacements;2\n")),
            (7, "La cour a retrouvé quarante mètres carrés de terre.", None),
        ),
        checked=(1, 2, 3, 4, 5, 6, 7), objectives=("A4.G1.O2",),
        submitted=_at(2025, 2, 27), obtained=(_at(2025, 6, 12), date(2025, 6, 10), date(2030, 6, 10)),
    ),
    LabelStory(
        "e3d", "ecole-tilleuls", "claire.aubin", _at(2026, 10, 12), level=1, contact="Claire Aubin",
        proofs=(
            (1, "Un groupe de quatre adultes et huit élèves, réuni deux fois depuis septembre.", ("compte-rendu-octobre.txt", "Groupe développement durable, 8 octobre.\nDécidé : un potager derrière le préau, au printemps.\n")),
            (2, "Le conseil d’école en a débattu en juin, avant de se lancer.", None),
            (4, "Les délégués ont visité la déchèterie.", None),
        ),
        checked=(1, 2),
        action=(3, "De la graine au goûter, aux Tilleuls"),
        milestones=(
            ("Élire les délégués à l’environnement", date(2026, 10, 16), _at(2026, 10, 15)),
            ("Remplir la grille de l’académie en conseil des maîtres", date(2026, 12, 11), None),
            ("Déposer le dossier", date(2027, 3, 5), None),
        ),
        objectives=("A4.G1.O2", "A4.G1.O4"),
    ),
    LabelStory(
        "100-eac", "culture", "huong.tran", _at(2026, 5, 18), contact="Hương Trần",
        proofs=(
            (1, "Deux enfants sur trois ont rencontré une œuvre l’an dernier ; les maternelles, un sur trois.", None),
            (3, "Un comité avec la circonscription, trois fois l’an.", None),
            (4, "De la crèche au lycée : quarante-deux actions recensées.", None),
            (5, "Chaque classe de cycle 3 a vu, fait et compris, au moins une fois.", None),
        ),
        checked=(1, 3, 4, 5),
        milestones=(("Faire voter l’engagement par le conseil municipal", date(2027, 1, 28), None),),
        objectives=("A1.G1.O1",),
    ),
)  # fmt: skip
