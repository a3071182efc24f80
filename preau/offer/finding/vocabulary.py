"""The words of the catalogue's addresses, in French, and what they are called on screen.

An address may be printed on a poster: a word here is never renamed.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from preau.offer.activities.enums import Domain, Pillar, Public, SchoolLevel

DAYS: Mapping[str, str | Promise] = {
    "lundi": _("lundi"),
    "mardi": _("mardi"),
    "mercredi": _("mercredi"),
    "jeudi": _("jeudi"),
    "vendredi": _("vendredi"),
    "samedi": _("samedi"),
    "dimanche": _("dimanche"),
}
"""In the order of the week: the first is weekday 0."""
MOMENTS: Mapping[str, str | Promise] = {"matin": _("matin"), "apres-midi": _("après-midi"), "soir": _("soir")}
HOURS: Mapping[str, range] = {"matin": range(12), "apres-midi": range(12, 17), "soir": range(17, 24)}
"""The hours in which a session of that moment begins."""
PERIODS: Mapping[str, str | Promise] = {"scolaire": _("en période scolaire"), "vacances": _("pendant les vacances")}
SEASONS = {"scolaire": "term", "vacances": "holidays"}

_DOMAINS = {
    "sports-collectifs": Domain.BALL_GAMES,
    "natation": Domain.WATER,
    "arts-martiaux": Domain.COMBAT,
    "gymnastique-plein-air": Domain.MOTION,
    "musique": Domain.MUSIC,
    "danse-cirque": Domain.DANCE,
    "theatre": Domain.STAGE,
    "arts-plastiques": Domain.VISUAL,
    "lecture": Domain.READING,
    "sciences-numerique": Domain.SCIENCE,
    "nature": Domain.NATURE,
    "jeux-fabrication": Domain.PLAY,
    "citoyennete-langues": Domain.CITIZENSHIP,
    "aide-aux-devoirs": Domain.SUPPORT,
}
_PILLARS = {"rencontrer": Pillar.MEET, "pratiquer": Pillar.PRACTISE, "s-approprier": Pillar.KNOW}
_PUBLICS = {
    "enfants": Public.CHILD,
    "jeunes": Public.YOUNG,
    "familles": Public.FAMILY,
    "classes": Public.CLASS,
    "professionnels": Public.PROFESSIONAL,
}
DOMAINS: Mapping[str, str | Promise] = {word: each.label for word, each in _DOMAINS.items()}
PILLARS: Mapping[str, str | Promise] = {word: each.label for word, each in _PILLARS.items()}
PUBLICS: Mapping[str, str | Promise] = {word: each.label for word, each in _PUBLICS.items()}
LEVELS: Mapping[str, str | Promise] = {each.value: each.label for each in SchoolLevel}
DOMAIN_WORD = {each.value: word for word, each in _DOMAINS.items()}
PILLAR_WORD = {each.value: word for word, each in _PILLARS.items()}
PUBLIC_WORD = {each.value: word for word, each in _PUBLICS.items()}
FAMILIES = ("enfants", "jeunes", "familles")
"""Whom the catalogue speaks to when nobody asks for something else."""

EXTRAS: Mapping[str, str | Promise] = {
    "essai": _("séance d’essai"),
    "sans-inscription": _("sans inscription"),
    "maintenant": _("ouvert maintenant"),
    "aujourdhui": _("aujourd’hui"),
    "cette-semaine": _("cette semaine"),
}
VIEWS: Mapping[str, str | Promise] = {"liste": _("liste"), "carte": _("carte"), "semaine": _("semaine")}

DOMAIN_WORDS: Mapping[str, str] = {
    Domain.BALL_GAMES: "sport ballon équipe match",
    Domain.WATER: "sport eau piscine rivière",
    Domain.COMBAT: "sport combat",
    Domain.MOTION: "sport bouger corps plein air",
    Domain.MUSIC: "musique art instrument",
    Domain.DANCE: "danse cirque spectacle",
    Domain.STAGE: "théâtre spectacle scène",
    Domain.VISUAL: "art artiste créer image",
    Domain.READING: "lecture livre histoires",
    Domain.SCIENCE: "science numérique informatique ordinateur",
    Domain.NATURE: "nature dehors environnement",
    Domain.PLAY: "jeu fabriquer mains",
    Domain.CITIZENSHIP: "citoyen débat langue",
    Domain.SUPPORT: "école devoirs aide",
}
"""What people call the things of a domain, beside its own name. Found after whatever carries the word itself."""
