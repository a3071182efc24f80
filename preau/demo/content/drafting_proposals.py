"""What the partners of Clairval propose on the platform, who backs them, what they say, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime


@dataclass(frozen=True, slots=True)
class Said:
    who: str
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """``state``: accepted or refused by the coordinator, withdrawn by who proposed; ``wording`` where it differs."""

    state: str
    at: datetime
    answer: str = ""
    wording: str | None = None


@dataclass(frozen=True, slots=True)
class Proposed:
    """``value``: the text, the points, (row, item to stand after), the organisation or the day, by ``what`` changes."""

    what: str
    code: str
    who: str
    at: datetime
    value: object
    reason: str = ""
    backers: tuple[str, ...] = ()
    said: tuple[Said, ...] = ()
    verdict: Verdict | None = None


def _at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


PROPOSALS: tuple[Proposed, ...] = (
    # Two texts for the same objective: everybody talks about this one.
    Proposed(
        "text", "A2.G2.O3", "claire.aubin", _at(11, 17, 17, 10),
        "Attribuer les places par vœux classés puis tirage au sort devant témoins, avec une réponse expliquée à chaque "
        "famille.",
        "Au portail, « réponse motivée » ne dit rien à personne.",
        backers=("mamadou.sylla", "anne.kerleau"),
        said=(Said("mamadou.sylla", _at(11, 18, 9, 0), "« Devant témoins » rassure : gardons-le."),),
    ),
    Proposed(
        "text", "A2.G2.O3", "david.cohen", _at(11, 18, 10, 25),
        "Attribuer les places par vœux classés et tirage public, en gardant une place sur dix pour les urgences, avec "
        "une réponse motivée à chaque famille.",
        "Une famille hébergée en cours d’année ne peut pas attendre le tirage suivant.",
        backers=("sofia.marin", "karim.haddad", "julie.bonnard"),
        said=(
            Said("david.cohen", _at(11, 18, 10, 31), "@Yasmine Ferhat, le règlement permet-il de garder des places ?"),
            Said("yasmine.ferhat", _at(11, 19, 8, 12), "Oui, si la règle est écrite avant l’ouverture des vœux. Je pose la question au comité."),
        ),
    ),
    # Beside a tracked change of the document on the same words.
    Proposed(
        "text", "A1.G2.O1", "loic.garandeau", _at(11, 20, 11, 40),
        "Réserver une heure par mois, payée et sans les enfants, à l’équipe de l’école et à celle du centre de loisirs.",
        "Sans le mot « payée », les animateurs viendront sur leur temps libre, ou ne viendront pas.",
        backers=("claire.aubin",),
    ),
    # Its item changed since: both changes can be kept.
    Proposed(
        "text", "A1.G1.O6", "karim.haddad", _at(11, 2, 18, 30),
        "Prêter du matériel sportif et des gilets aux familles pendant les vacances.",
        "Au bord du fleuve, sans gilet, on ne prête rien.",
    ),
    Proposed(
        "text", "A1.G1.O6", "loic.garandeau", _at(11, 4, 14, 0),
        "Prêter du matériel sportif aux familles pendant les vacances et les mercredis.",
        "Le local est ouvert le mercredi, autant qu’il serve.",
        verdict=Verdict(
            "accepted", _at(11, 10, 9, 30), "Oui, avec le mercredi au singulier : un seul créneau, tenu.",
            "Prêter du matériel sportif aux familles pendant les vacances et le mercredi.",
        ),
    ),
    Proposed(
        "text", "A4.G2.O4", "julie.bonnard", _at(11, 19, 8, 5),
        "Offrir quarante stages par an dans les services de la ville, dont la moitié à des élèves qui n’ont pas de réseau.",
        "Le mot « piston » fait sourire les élèves et fâche les parents.",
        backers=("thomas.nguyen", "mamadou.sylla"),
    ),
    Proposed(
        "details", "A4.G2.O3", "thomas.nguyen", _at(11, 13, 15, 45),
        ["La carte Vitale et le médecin traitant", "La première déclaration de revenus", "Le compte en banque sans frais",
         "L’inscription sur les listes électorales"],
        "Une liste fermée, que l’on peut afficher.",
        backers=("mamadou.sylla",),
    ),
    Proposed(
        "addition", "A1.G1.R2", "karim.haddad", _at(11, 16, 19, 20),
        "Des enfants des quatre quartiers qui se retrouvent dans les mêmes clubs.",
        "Savoir nager ne suffit pas : on veut qu’ils reviennent, et ensemble.",
        backers=("loic.garandeau",),
        said=(Said("fatou.ndiaye", _at(11, 17, 9, 50), "Je peux fournir la répartition par quartier, une fois par an."),),
    ),
    Proposed(
        "new_row", "A3.G1", "anne.kerleau", _at(11, 18, 16, 0),
        "Ouvrir la médiathèque le dimanche après-midi, avec des jeux à emporter.",
        "C’est le jour où les parents nous demandent où aller.",
        backers=("sofia.marin",),
    ),
    Proposed(
        "place", "A4.G1.E4", "claire.aubin", _at(11, 16, 18, 20), ("A1.G2.R2", "A1.G2.E5"),
        "Ce qui apaise la cour, c’est le carnet des règles de vie, pas le jardin.",
        backers=("sofia.marin",),
        said=(Said("loic.garandeau", _at(11, 17, 12, 0), "D’accord, et cela évite de compter deux fois le même effet."),),
    ),
    Proposed(
        "owner", "A1.G2.O5", "loic.garandeau", _at(11, 20, 11, 52), "sports",
        "Nous tenons déjà le calendrier des gymnases : l’étendre aux salles d’école est à notre portée.",
    ),
    Proposed(
        "horizon", "A2.G1.O6", "david.cohen", _at(11, 18, 10, 40), date(2027, 5, 14),
        "Une première réunion avant l’été, la seconde en novembre.",
    ),
    Proposed(
        "removal", "A4.G1.O3", "mamadou.sylla", _at(10, 27, 9, 0), None,
        "Cet objectif répète celui du dessus.",
        backers=("karim.haddad",),
        said=(Said("anne.kerleau", _at(10, 28, 14, 15), "Pas tout à fait : les jardins partagés sont ouverts à tout le quartier."),),
        verdict=Verdict(
            "refused", _at(11, 3, 10, 0),
            "Les jardins des écoles et ceux des quartiers ont des publics différents. On garde les deux, et on les reliera.",
        ),
    ),
    Proposed(
        "text", "A3.G1.O2", "anne.kerleau", _at(10, 22, 16, 30),
        "Offrir une autre idée pour ce soir, sans écran.",
        "Plus court.",
        verdict=Verdict("withdrawn", _at(10, 24, 9, 10)),
    ),
)  # fmt: skip

REMARKS: tuple[tuple[str, Said], ...] = (
    # item, who says what about it
    ("A1.G1.O4", Said("yasmine.ferhat", _at(11, 13, 9, 0), "@Loïc Garandeau, combien de classes par créneau à la piscine ?")),
    ("A1.G1.O4", Said("loic.garandeau", _at(11, 16, 10, 45), "Deux, jusqu’aux travaux de mars. Une seule ensuite.")),
    ("A1.G1.O4", Said("yasmine.ferhat", _at(11, 18, 16, 0), "Merci. Je le note pour le calendrier de l’an prochain.")),
    ("A2.G1.O1", Said("sofia.marin", _at(11, 23, 15, 20), "@Yasmine Ferhat, qui répond aux familles quand la personne référente est absente ?")),
)  # fmt: skip
