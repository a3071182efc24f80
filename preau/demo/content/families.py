"""Fourteen families of Clairval, as families are: whole, parted, newly come, on paper, or with a very long name."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from preau.people.households.enums import ContactBy, DocumentKind, GuardianKind, GuardianRights

from .shapes import Organisation as O
from .shapes import Person as P

ORGANISATIONS: tuple[O, ...] = (
    O("accueil-familles", "Accueil des familles", "town_service", "Un seul guichet pour l’école et les loisirs."),
)
PEOPLE: tuple[P, ...] = (
    P("mathilde.aubry", "Mathilde Aubry", "accueil-familles", "family_agent", "Chargée d’accueil",
      "Connaît par cœur les horaires du bus 4, et le prénom des petits derniers.", opens=True),
    P("gaspard.emery", "Gaspard Émery", "accueil-familles", "family_agent", "Chargé d’accueil, le samedi",
      "Relit toujours la feuille avec la personne avant de la laisser partir."),
    P("leila.haddad", "Leïla Haddad", "dojo", "activity_leader", "Animatrice du mercredi",
      "Fait l’appel accroupie, à la hauteur des enfants.", opens=True),
    P("bastien.roche", "Bastien Roche", "jeunesse", "activity_leader", "Animateur jeunesse",
      "Sait qui vient avec son petit frère."),
)  # fmt: skip

OPENED_AT = datetime(2026, 9, 2, 8, 15, tzinfo=UTC)
FULL, USUAL, INFORMED, BLOCKED = (
    GuardianRights.FULL,
    GuardianRights.USUAL_ACTS,
    GuardianRights.INFORMED,
    GuardianRights.BLOCKED,
)


@dataclass(frozen=True, slots=True)
class Adult:
    """``key`` is the mail's local part; ``mail`` False: reached otherwise. ``opens``: listed on the login page."""

    key: str
    first_name: str
    last_name: str
    phone: str = ""
    language: str = "fr"
    mail: bool = True
    contact_by: str = ContactBy.MAIL
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Child:
    key: str
    first_name: str
    last_name: str
    born_on: date
    sex: str
    school: str = ""
    level: str = ""
    has_account: bool = False


@dataclass(frozen=True, slots=True)
class Home:
    """``is_main`` for the children who live there; ``city`` where it is not the town."""

    address: str
    adults: tuple[str, ...]
    children: tuple[str, ...]
    is_main: bool = True
    city: str = ""
    postcode: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    adult: str
    child: str
    rights: str = FULL
    kind: str = GuardianKind.PARENT
    basis: str = "acte de naissance"


@dataclass(frozen=True, slots=True)
class Paper:
    """Given for the home ``home`` (its place in the family) or for a child."""

    kind: str
    child: str = ""
    home: int | None = None
    is_accepted: bool = True
    refusal: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Family:
    adults: tuple[Adult, ...]
    children: tuple[Child, ...]
    homes: tuple[Home, ...]
    links: tuple[Link, ...]
    papers: tuple[Paper, ...] = ()
    pickups: tuple[tuple[str, str, str, str, str], ...] = field(default_factory=tuple)
    """(child, name, link, phone, given by)."""
    pictures: tuple[tuple[str, str], ...] = ()
    """(child, adult who agrees)."""


def _both(adults: tuple[str, ...], children: tuple[str, ...]) -> tuple[Link, ...]:
    return tuple(Link(adult, child) for child in children for adult in adults)


_YEAR = date(2027, 8, 31)
FAMILIES: tuple[Family, ...] = (
    Family(  # two homes
        (Adult("camille.rousseau", "Camille", "Rousseau", "06 39 98 11 02", opens=True),
         Adult("julien.fabre", "Julien", "Fabre", "06 39 98 11 03", opens=True)),
        (Child("leonie", "Léonie", "Fabre-Rousseau", date(2018, 5, 17), "girl", "ecole-tilleuls", "ce2"),
         Child("basile", "Basile", "Fabre-Rousseau", date(2020, 9, 2), "boy", "ecole-tilleuls", "cp")),
        (Home("14 rue des Tilleuls", ("camille.rousseau",), ("leonie", "basile")),
         Home("6 rue des Péniches", ("julien.fabre",), ("leonie", "basile"), is_main=False)),
        _both(("camille.rousseau", "julien.fabre"), ("leonie", "basile")),
        (Paper(DocumentKind.ADDRESS, home=0, until=date(2027, 9, 5)),
         Paper(DocumentKind.INSURANCE, child="leonie", until=_YEAR),
         Paper(DocumentKind.INSURANCE, child="basile", is_accepted=False,
               refusal="L’attestation est celle de l’an dernier : il faut celle de 2026-2027."),
         Paper(DocumentKind.SWIMMING, child="leonie")),
        (("leonie", "Martine Rousseau", "grand-mère", "06 39 98 11 09", "camille.rousseau"),
         ("basile", "Martine Rousseau", "grand-mère", "06 39 98 11 09", "camille.rousseau"),
         ("basile", "Ousmane Diallo", "voisin", "06 39 98 11 12", "julien.fabre")),
        (("leonie", "camille.rousseau"), ("leonie", "julien.fabre"), ("basile", "camille.rousseau")),
    ),
    Family(  # alone with three
        (Adult("aissatou.balde", "Aïssatou", "Baldé", "06 39 98 12 40", contact_by=ContactBy.PHONE),),
        (Child("moussa", "Moussa", "Baldé", date(2015, 2, 8), "boy", "college-camus", "6e"),
         Child("kadiatou", "Kadiatou", "Baldé", date(2017, 7, 30), "girl", "ecole-coteaux", "cm1"),
         Child("ibrahima", "Ibrahima", "Baldé", date(2022, 4, 11), "boy", "ecole-lavoir", "ms")),
        (Home("23 rue Nelson Mandela", ("aissatou.balde",), ("moussa", "kadiatou", "ibrahima")),),
        _both(("aissatou.balde",), ("moussa", "kadiatou", "ibrahima")),
        (Paper(DocumentKind.ADDRESS, home=0, until=date(2027, 9, 12)),
         Paper(DocumentKind.INSURANCE, child="moussa", until=_YEAR),
         Paper(DocumentKind.INSURANCE, child="kadiatou", until=_YEAR)),
        (("ibrahima", "Moussa Baldé", "grand frère", "06 39 98 12 41", "aissatou.balde"),),
    ),
    Family(  # a foster carer; the mother keeps parental authority
        (Adult("monique.lefevre", "Monique", "Lefèvre", "06 39 98 13 07"),
         Adult("jessica.perrot", "Jessica", "Perrot", "06 39 98 13 44")),
        (Child("dylan", "Dylan", "Perrot", date(2019, 10, 3), "boy", "ecole-coteaux", "ce1"),),
        (Home("9 rue des Cerisiers", ("monique.lefevre",), ("dylan",)),),
        (Link("monique.lefevre", "dylan", USUAL, GuardianKind.FOSTER_CARER, "contrat d’accueil du 4 février 2025"),
         Link("jessica.perrot", "dylan")),
        (Paper(DocumentKind.AUTHORITY, child="dylan"), Paper(DocumentKind.INSURANCE, child="dylan", until=_YEAR)),
    ),
    Family(  # a judgment leaves the father no access
        (Adult("samira.haddouche", "Samira", "Haddouche", "06 39 98 14 18"),
         Adult("farid.meziane", "Farid", "Meziane")),
        (Child("nour", "Nour", "Haddouche", date(2016, 12, 19), "girl", "ecole-tilleuls", "cm2"),),
        (Home("31 avenue de l’Europe", ("samira.haddouche",), ("nour",)),),
        (Link("samira.haddouche", "nour"),
         Link("farid.meziane", "nour", BLOCKED, basis="jugement du 12 mars 2025")),
        (Paper(DocumentKind.AUTHORITY, child="nour"), Paper(DocumentKind.ADDRESS, home=0, until=date(2027, 6, 1))),
    ),
    Family(  # on paper
        (Adult("zofia.nowak", "Zofia", "Nowak", "01 39 98 15 22", mail=False, contact_by=ContactBy.PAPER),),
        (Child("adam", "Adam", "Nowak", date(2021, 3, 25), "boy", "ecole-lavoir", "gs"),),
        (Home("18 rue des Lavandières", ("zofia.nowak",), ("adam",)),),
        _both(("zofia.nowak",), ("adam",)),
    ),
    Family(  # newly come, little French
        (Adult("olena.kovalenko", "Olena", "Kovalenko", "06 39 98 16 55", "uk"),
         Adult("andriy.kovalenko", "Andriy", "Kovalenko", "06 39 98 16 56", "uk")),
        (Child("sofiia", "Sofiia", "Kovalenko", date(2019, 6, 14), "girl", "ecole-tilleuls", "ce1"),),
        (Home("5 place du Belvédère", ("olena.kovalenko", "andriy.kovalenko"), ("sofiia",)),),
        _both(("olena.kovalenko", "andriy.kovalenko"), ("sofiia",)),
    ),
    Family(  # twins
        (Adult("helene.delattre", "Hélène", "Delattre", "06 39 98 17 01"),
         Adult("marc.delattre", "Marc", "Delattre", "06 39 98 17 02")),
        (Child("jeanne", "Jeanne", "Delattre", date(2017, 4, 6), "girl", "ecole-coteaux", "cm1"),
         Child("simon", "Simon", "Delattre", date(2017, 4, 6), "boy", "ecole-coteaux", "cm1")),
        (Home("12 rue de Bellevue", ("helene.delattre", "marc.delattre"), ("jeanne", "simon")),),
        _both(("helene.delattre", "marc.delattre"), ("jeanne", "simon")),
        (Paper(DocumentKind.ADDRESS, home=0, until=date(2027, 9, 1)),
         Paper(DocumentKind.INSURANCE, child="jeanne", until=_YEAR),
         Paper(DocumentKind.INSURANCE, child="simon", until=_YEAR)),
    ),
    Family(  # sixteen, an account of his own
        (Adult("nathalie.gueguen", "Nathalie", "Guéguen", "06 39 98 18 33"),),
        (Child("mael", "Maël", "Guéguen", date(2010, 6, 21), "boy", "lycee", "2de", has_account=True),
         Child("enora", "Énora", "Guéguen", date(2013, 11, 8), "girl", "college-camus", "5e")),
        (Home("27 rue Camille Delorme", ("nathalie.gueguen",), ("mael", "enora")),),
        _both(("nathalie.gueguen",), ("mael", "enora")),
    ),
    Family(  # « ce qui m’aide »
        (Adult("laure.carpentier", "Laure", "Carpentier", "06 39 98 19 71"),
         Adult("benoit.carpentier", "Benoît", "Carpentier", "06 39 98 19 72")),
        (Child("timeo", "Timéo", "Carpentier", date(2018, 1, 29), "boy", "ecole-tilleuls", "ce2"),
         Child("agathe", "Agathe", "Carpentier", date(2021, 8, 15), "girl", "ecole-lavoir", "gs")),
        (Home("3 allée des Merles", ("laure.carpentier", "benoit.carpentier"), ("timeo", "agathe")),),
        _both(("laure.carpentier", "benoit.carpentier"), ("timeo", "agathe")),
        (Paper(DocumentKind.ADDRESS, home=0, until=date(2027, 9, 20)),
         Paper(DocumentKind.INSURANCE, child="timeo", until=_YEAR)),
        (("timeo", "Chantal Morel", "assistante maternelle de sa sœur", "06 39 98 19 80", "laure.carpentier"),),
    ),
    Family(  # a name that no form foresaw
        (Adult("anne-sophie.vandenbroucke", "Anne-Sophie Marie-Madeleine", "Vandenbroucke-Rajaonarimanampianina"),),
        (Child("jean-baptiste", "Jean-Baptiste Emmanuel Andriamanitra", "Vandenbroucke-Rajaonarimanampianina",
               date(2019, 2, 28), "boy", "ecole-coteaux", "ce1"),),
        (Home("44 boulevard de la Liberté", ("anne-sophie.vandenbroucke",), ("jean-baptiste",)),),
        _both(("anne-sophie.vandenbroucke",), ("jean-baptiste",)),
    ),
    Family(  # two fathers
        (Adult("thomas.leduc", "Thomas", "Leduc", "06 39 98 21 15"),
         Adult("karim.benyahia", "Karim", "Benyahia", "06 39 98 21 16")),
        (Child("lina", "Lina", "Leduc-Benyahia", date(2023, 5, 5), "girl", "ecole-lavoir", "ps"),),
        (Home("2 passage des Rameurs", ("thomas.leduc", "karim.benyahia"), ("lina",)),),
        _both(("thomas.leduc", "karim.benyahia"), ("lina",)),
    ),
    Family(  # a grandmother to whom authority was delegated
        (Adult("fatima.el-amrani", "Fatima", "El Amrani", "06 39 98 22 60", "ar", contact_by=ContactBy.PHONE),),
        (Child("yassine", "Yassine", "El Amrani", date(2014, 3, 3), "boy", "college-camus", "6e"),),
        (Home("11 rue Marie Curie", ("fatima.el-amrani",), ("yassine",)),),
        (Link("fatima.el-amrani", "yassine", FULL, GuardianKind.DELEGATE, "délégation du juge, 9 janvier 2026"),),
    ),
    Family(  # from the next town
        (Adult("sophie.marchal", "Sophie", "Marchal", "06 39 98 23 08"),),
        (Child("hugo-m", "Hugo", "Marchal", date(2016, 10, 27), "boy", "ecole-coteaux", "cm2"),),
        (Home("7 rue du Moulin", ("sophie.marchal",), ("hugo-m",), city="Aubrac-les-Ponts", postcode="92998"),),
        _both(("sophie.marchal",), ("hugo-m",)),
    ),
    Family(  # an account opened yesterday, no child yet
        (Adult("victor.lambert", "Victor", "Lambert"),),
        (),
        (Home("8 rue de la Douane", ("victor.lambert",), ()),),
        (),
    ),
)  # fmt: skip

READINGS: tuple[tuple[str, str, str, datetime], ...] = (
    ("leonie", "mathilde.aubry", "file", datetime(2026, 11, 12, 13, 5, tzinfo=UTC)),
    ("leonie", "leila.haddad", "roll_call", datetime(2026, 11, 18, 13, 2, tzinfo=UTC)),
    ("basile", "mathilde.aubry", "documents", datetime(2026, 11, 19, 9, 40, tzinfo=UTC)),
    ("adam", "gaspard.emery", "file", datetime(2026, 11, 21, 9, 12, tzinfo=UTC)),
)
"""(child, who of the town, what, when)."""
LEAVING = ("sophie.marchal", datetime(2026, 11, 22, 18, 40, tzinfo=UTC))
"""Who asked to be erased, and when: the data officer has a month to answer."""
