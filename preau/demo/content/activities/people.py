"""Six associations more, who answers in each organisation, and the agent who reads what they write."""

from __future__ import annotations

from ..shapes import Organisation as O
from ..shapes import Person as P

ORGANISATIONS: tuple[O, ...] = (
    O("basket", "Basket Club de Clairval", "association", "Du baby basket aux juniors, filles et garçons."),
    O("dauphins", "Les Dauphins de Clairval", "association", "Natation pour tous, du bain des petits au water-polo."),
    O("dojo", "Dojo des Deux-Rives", "association", "Judo, taïso et judo adapté sur deux tatamis."),
    O("pirouette", "La Pirouette", "association", "École de cirque et de danse, sous un vrai chapiteau en juin."),
    O("graines", "Graines de Clairval", "association", "Jardins partagés, compost et sorties nature en famille."),
    O("labo", "Le Labo des Quais", "association", "Sciences, robots et réparation, les mains dans les fils."),
)

PEOPLE: tuple[P, ...] = (
    P("rachel.amiel", "Rachel Amiel", "education", "catalogue_agent", "Chargée du catalogue et de la vie associative",
      "Relit chaque fiche avec les yeux d’un parent pressé.", opens=True),
    P("aurelien.da.costa", "Aurélien Da Costa", "dojo", "provider", "Professeur de judo, secrétaire du club",
      "Accueille sur le même tatami des enfants qu’on disait impossibles à accueillir.", opens=True),
    P("coumba.diop", "Coumba Diop", "basket", "provider", "Présidente du club",
      "A compté : quarante-neuf filles sur cent deux licences."),
    P("gwenaelle.le.bihan", "Gwenaëlle Le Bihan", "dauphins", "provider", "Maître-nageuse",
      "Dit qu’on ne jette personne à l’eau, qu’on y descend."),
    P("milo.santoro", "Milo Santoro", "pirouette", "provider", "Directeur artistique",
      "Ancien équilibriste, remplit les tableaux la tête en bas."),
    P("odile.marchand", "Odile Marchand", "graines", "provider", "Présidente",
      "Connaît le nom de chaque ver de terre du quartier."),
    P("yanis.boukhari", "Yanis Boukhari", "labo", "provider", "Médiateur scientifique",
      "Répare d’abord, explique ensuite."),
    P("sarah.mokrani", "Sarah Mokrani", "main-tendue", "provider", "Coordinatrice des bénévoles",
      "Trouve un bénévole pour chaque enfant qui en demande un."),
    P("pauline.herve", "Pauline Hervé", "cadre-de-vie", "contributor", "Animatrice nature",
      "Ouvre les portes des jardins, et les referme derrière les hérissons."),
)  # fmt: skip

ANSWERS: dict[str, tuple[str, str, str]] = {
    "sports": ("Loïc Garandeau", "Accueil du service des sports", "01 99 00 12 10"),
    "culture": ("Hương Trần", "Accueil du théâtre du Lavoir", "01 99 00 12 20"),
    "mediatheque": ("Anne Kerléau", "Comptoir de la médiathèque", "01 99 00 12 30"),
    "jeunesse": ("Mamadou Sylla", "Espace jeunes", "01 99 00 12 40"),
    "petite-enfance": ("Sofia Marin", "Relais petite enfance", "01 99 00 12 50"),
    "education": ("Yasmine Ferhat", "Guichet des familles", "01 99 00 12 00"),
    "cadre-de-vie": ("Pauline Hervé", "Maison des Coteaux", "01 99 00 12 60"),
    "ccas": ("David Cohen", "Accueil du centre d’action sociale", "01 99 00 12 70"),
    "aviron": ("Karim Haddad", "Karim Haddad, entraîneur", "01 99 00 34 10"),
    "fabrique": ("Élodie Guérin", "Élodie Guérin", "01 99 00 34 20"),
    "main-tendue": ("Sarah Mokrani", "Sarah Mokrani", "01 99 00 34 30"),
    "basket": ("Coumba Diop", "Coumba Diop, présidente", "01 99 00 34 40"),
    "dauphins": ("Gwenaëlle Le Bihan", "Gwenaëlle Le Bihan", "01 99 00 34 50"),
    "dojo": ("Aurélien Da Costa", "Aurélien Da Costa", "01 99 00 34 60"),
    "pirouette": ("Milo Santoro", "Milo Santoro", "01 99 00 34 70"),
    "graines": ("Odile Marchand", "Odile Marchand", "01 99 00 34 80"),
    "labo": ("Yanis Boukhari", "Yanis Boukhari", "01 99 00 34 90"),
    "parents": ("Inês Carvalho", "Inês Carvalho", "01 99 00 34 95"),
}
"""Organisation: (who writes its entries, whom families ask for, at which number)."""
AGENT = "rachel.amiel"
