"""What an entry must say before families read it. Pure: facts are arguments, answers are sentences for people."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.translation import gettext as _

from .enums import Booking, Public

YOUNGEST, OLDEST = 0, 25
"""Years of age that an education plan speaks of."""
SHORTEST_WORDS = 40
"""Characters below which a presentation says nothing."""
OF_CHILDREN = frozenset({Public.CHILD.value, Public.YOUNG.value})


@dataclass(frozen=True, slots=True)
class EntryFacts:
    """What the rule needs to know of an entry."""

    title: str = ""
    summary: str = ""
    description: str = ""
    audiences: Collection[str] = ()
    age_min: int | None = None
    age_max: int | None = None
    levels: Collection[str] = ()
    has_place: bool = False
    slots: int = 0
    has_price: bool = False
    booking: str = Booking.CONTACT
    booking_words: str = ""
    has_contact: bool = False
    speaks_of_adaptation: bool = False


class Lack(NamedTuple):
    """Something that an entry does not say yet; ``about`` names the fact, for a link to where it is written."""

    about: str
    sentence: str


def lacking(facts: EntryFacts) -> list[Lack]:
    """In the order of the form."""
    only_classes = bool(facts.audiences) and set(facts.audiences) <= {Public.CLASS}
    for_children = not OF_CHILDREN.isdisjoint(facts.audiences)
    checks = [
        (not facts.title.strip(), "title", _("Donnez un titre à l’activité.")),
        (
            not facts.summary.strip(),
            "summary",
            _("Dites l’activité en une phrase : c’est elle qu’on lit dans la liste."),
        ),
        (
            len(facts.description.strip()) < SHORTEST_WORDS,
            "description",
            _("Présentez l’activité en quelques phrases : ce qu’on y fait, comment une séance se passe."),
        ),
        (not facts.audiences, "audiences", _("Dites pour qui est l’activité.")),
        (
            for_children and facts.age_min is None and facts.age_max is None,
            "age_min",
            _("Donnez l’âge à partir duquel, ou jusqu’auquel, on peut venir."),
        ),
        (only_classes and not facts.levels, "levels", _("Choisissez les niveaux scolaires accueillis.")),
        (not facts.has_place, "site", _("Dites où l’activité se passe : un lieu, ou un point de rendez-vous.")),
        (
            facts.slots == 0 and not only_classes,
            "slots",
            _("Ajoutez au moins un créneau : le jour, l’heure de début et l’heure de fin."),
        ),
        (not facts.has_price, "price_rule", _("Choisissez un tarif, ou écrivez ce que l’activité coûte.")),
        (
            facts.booking == Booking.CONTACT and not facts.booking_words.strip() and not facts.has_contact,
            "booking_words",
            _("Expliquez comment s’inscrire."),
        ),
        (not facts.has_contact, "contact_phone", _("Donnez un téléphone ou une adresse électronique où l’on répond.")),
        (
            not facts.speaks_of_adaptation,
            "adaptation",
            _("Dites ce qui est adapté ou ce qui ne l’est pas, même en une phrase."),
        ),
    ]
    return [Lack(about, sentence) for is_missing, about, sentence in checks if is_missing]
