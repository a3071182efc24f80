"""When the doors of the town are open, how one gets in, what one comes for."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from preau.town.places.enums import Season as S

type Hours = tuple[tuple[int, ...], str, str, S]
WEEK, WEEKEND, EVERY_DAY = (0, 1, 2, 3, 4), (5, 6), (0, 1, 2, 3, 4, 5, 6)
SEEN_ON = date(2026, 10, 12)
"""The day on which two agents and a parent in a wheelchair went round the town."""


@dataclass(frozen=True, slots=True)
class Door:
    """``access`` answers acceslibre's questions; ``always``: nobody locks."""

    about: str
    hours: tuple[Hours, ...] = ()
    access: dict[str, Any] = field(default_factory=dict)
    transport: str = ""
    parking: str = ""
    phone: str = ""
    always: bool = False


DOORS: dict[str, Door] = {
    "piscine-du-fleuve": Door(
        "Deux bassins chauffés, dont un petit où l’on a pied partout.",
        (
            ((1, 4), "12:00", "13:45", S.TERM), ((1, 4), "17:00", "20:30", S.TERM), ((2,), "14:00", "18:30", S.TERM),
            (WEEK, "10:00", "19:00", S.HOLIDAYS), (WEEKEND, "09:00", "18:00", S.ALWAYS),
        ),
        {
            "entree_plain_pied": True, "sanitaires_presence": True, "sanitaires_adaptes": True,
            "stationnement_pmr": True, "accueil_personnels": "formés", "accueil_cheminement_plain_pied": True,
            "transport_station_presence": True,
        },
        "Bus 12 et 14, arrêt Baignade. Arceaux pour vingt vélos devant l’entrée.",
        "Parking de la Baignade, gratuit deux heures.", "01 99 00 12 10",
    ),
    "mediatheque-des-quais": Door(
        "Lire, jouer, faire ses devoirs, emprunter un instrument : l’entrée est libre.",
        (
            ((1, 3, 4), "14:00", "19:00", S.ALWAYS), ((2,), "10:00", "19:00", S.ALWAYS),
            ((5,), "10:00", "18:00", S.ALWAYS), ((6,), "14:00", "18:00", S.TERM),
        ),
        {
            "entree_plain_pied": True, "accueil_cheminement_ascenseur": True, "sanitaires_presence": True,
            "sanitaires_adaptes": True, "accueil_equipements_malentendants": ["bim", "lsf"],
            "accueil_personnels": "formés", "entree_largeur_mini": 140, "cheminement_ext_bande_guidage": True,
        },
        "Bus 12, arrêt Quais. Dix minutes à pied depuis la gare.", "Deux places adaptées quai des Mariniers.",
        "01 99 00 12 20",
    ),
    "theatre-du-lavoir": Door(
        "Deux cents places, et des matinées pour les classes.",
        (((2, 3, 4), "14:00", "18:00", S.ALWAYS), ((5,), "14:00", "20:30", S.ALWAYS)),
        {
            "entree_plain_pied": False, "entree_marches": 3, "entree_marches_rampe": "amovible",
            "entree_aide_humaine": True, "sanitaires_presence": True, "sanitaires_adaptes": False,
            "accueil_equipements_malentendants": ["bmp"],
        },
        "Bus 14, arrêt Lavoir.", "", "01 99 00 12 30",
    ),
    "gymnase-des-deux-rives": Door(
        "Une grande salle, une salle de danse et un mur d’escalade.",
        ((WEEK, "08:00", "22:30", S.TERM), (WEEKEND, "09:00", "20:00", S.ALWAYS), (WEEK, "09:00", "18:00", S.HOLIDAYS)),
        {
            "entree_plain_pied": True, "accueil_cheminement_ascenseur": False, "accueil_retrecissement": False,
            "sanitaires_presence": True, "sanitaires_adaptes": True, "accueil_personnels": "non-formés",
        },
        "Bus 16, arrêt Stade.", "Parking du stade, soixante places.",
    ),
    "conservatoire": Door(
        "Musique, danse et théâtre, de l’éveil à cinq ans jusqu’aux adultes.",
        ((WEEK, "09:30", "21:00", S.TERM), ((5,), "09:00", "18:00", S.TERM)),
        {"entree_plain_pied": False, "entree_marches": 6, "entree_marches_rampe": "aucune", "entree_pmr": True},
        "Bus 12 et 16, arrêt République.", "", "01 99 00 12 40",
    ),
    "maison-des-coteaux": Door(
        "Le centre de loisirs du mercredi et des vacances, avec son verger.",
        (((2,), "08:00", "18:30", S.TERM), (WEEK, "08:00", "18:30", S.HOLIDAYS)),
        {"entree_plain_pied": True, "sanitaires_presence": True, "sanitaires_adaptes": True},
        "Bus 18, arrêt Vignes. Ça monte : la navette du mercredi part de la gare à 8 h 10.",
    ),
    "espace-jeunes": Door(
        "On entre sans rendez-vous, de 11 à 25 ans : jeux, ordinateurs, quelqu’un à qui parler.",
        (((1, 3, 4), "16:00", "19:00", S.TERM), ((2,), "13:30", "19:00", S.TERM), ((5,), "13:30", "19:00", S.ALWAYS), (WEEK, "10:00", "19:00", S.HOLIDAYS)),
        {"entree_plain_pied": True, "sanitaires_presence": True, "accueil_personnels": "formés"},
        "Face à la gare.", "", "01 99 00 12 50",
    ),
    "base-nautique": Door(
        "L’aviron et le kayak, au bord de l’eau.",
        (((2,), "13:30", "18:00", S.TERM), ((5,), "09:00", "17:30", S.ALWAYS)),
        {"entree_plain_pied": True, "cheminement_ext_terrain_stable": False, "sanitaires_adaptes": False},
        "Quinze minutes à pied depuis les Quais par le chemin de halage.",
    ),
    "la-fabrique": Door(
        "Un atelier où l’on coupe, colle, peint et répare.",
        (((2,), "09:30", "18:00", S.ALWAYS), ((3, 4), "16:30", "19:30", S.TERM), ((5,), "10:00", "13:00", S.ALWAYS)),
        {"entree_plain_pied": True, "entree_largeur_mini": 85, "sanitaires_presence": True},
        "Bus 14, arrêt Tanneurs.",
    ),
    "parc-des-coteaux": Door(
        "Une grande pelouse, un city-stade, et tout Clairval à vos pieds.",
        ((EVERY_DAY, "08:00", "19:30", S.ALWAYS),),
        {"cheminement_ext_plain_pied": True, "cheminement_ext_terrain_stable": True, "sanitaires_presence": True},
        "Bus 18, arrêt Belvédère.",
    ),
    "terrain-des-quais": Door(
        "Deux paniers de basket et un but, à l’abri du pont.",
        transport="Bus 12, arrêt Baignade, puis l’escalier ou la rampe du pont.",
        access={"cheminement_ext_plain_pied": True, "cheminement_ext_terrain_stable": True, "transport_station_presence": True},
        always=True,
    ),
    "skatepark-deux-rives": Door(
        "Des courbes douces d’un côté, des marches de l’autre.",
        ((EVERY_DAY, "09:00", "22:00", S.ALWAYS),),
        {"cheminement_ext_plain_pied": True, "sanitaires_presence": False},
        "Bus 16, arrêt Stade.",
    ),
}  # fmt: skip
OPEN_ON_BANK_HOLIDAYS = ("parc-des-coteaux", "terrain-des-quais", "skatepark-deux-rives")
CHANGES = (
    ("piscine-du-fleuve", date(2026, 12, 14), date(2026, 12, 18), "vidange des bassins"),
    ("mediatheque-des-quais", date(2026, 11, 26), date(2026, 11, 26), "journée des équipes"),
)
