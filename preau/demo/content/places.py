"""The other places of the town: where one swims, reads, plays, rows. Streets are invented, as the town is."""

from __future__ import annotations

from dataclasses import dataclass

from preau.town.places.enums import SiteKind as K


@dataclass(frozen=True, slots=True)
class Place:
    """``school`` and ``care`` are keys of organisations, where a place has them."""

    slug: str
    name: str
    kind: K
    address: str
    point: tuple[float, float]
    school: str = ""
    care: str = ""
    part_of: str = ""


PLACES: tuple[Place, ...] = (
    Place("gymnase-des-deux-rives", "Gymnase des Deux-Rives", K.SPORT, "8 avenue du Stade", (2.1851, 48.9436)),
    Place("piscine-du-fleuve", "Piscine du Fleuve", K.SPORT, "2 quai de la Baignade", (2.1733, 48.9347)),
    Place("mediatheque-des-quais", "Médiathèque des Quais", K.CULTURE, "18 quai des Mariniers", (2.1714, 48.9343)),
    Place("theatre-du-lavoir", "Théâtre du Lavoir", K.CULTURE, "5 quai du Lavoir", (2.1571, 48.9388)),
    Place("conservatoire", "Conservatoire de musique et de danse", K.CULTURE, "21 rue de la République",
          (2.1695, 48.9427)),
    Place("maison-des-coteaux", "Maison des Coteaux", K.LEISURE, "6 chemin des Vignes", (2.1771, 48.9512),
          care="education"),
    Place("base-nautique", "Base nautique", K.SPORT, "30 chemin de halage", (2.1689, 48.9332)),
    Place("la-fabrique", "La Fabrique", K.CULTURE, "17 rue des Tanneurs", (2.1584, 48.9396)),
    Place("espace-jeunes", "Espace jeunes", K.OTHER, "5 place de la Gare", (2.1713, 48.9416), care="jeunesse"),
    Place("college-lacroix", "Collège Simone-Lacroix", K.SECONDARY, "10 rue du Port", (2.1836, 48.9421),
          school="college-camus"),
    Place("parc-des-coteaux", "Parc des Coteaux", K.OPEN_AIR, "allée du Belvédère", (2.1749, 48.9529)),
    Place("terrain-des-quais", "Terrain des Quais", K.OPEN_AIR, "quai des Mariniers, sous le pont",
          (2.1742, 48.9339)),
    Place("skatepark-deux-rives", "Skatepark des Deux-Rives", K.OPEN_AIR, "avenue du Stade", (2.1868, 48.9441)),
    Place("salle-de-danse", "Salle de danse", K.SPORT, "8 avenue du Stade", (2.1851, 48.9436),
          part_of="gymnase-des-deux-rives"),
    Place("salle-d-heure-du-conte", "Salle de l’heure du conte", K.CULTURE, "18 quai des Mariniers",
          (2.1714, 48.9343), part_of="mediatheque-des-quais"),
)  # fmt: skip
