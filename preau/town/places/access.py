"""The questions of acceslibre that a family needs, each with the sentence that its answer becomes.

Names and values are acceslibre's own (``registre_url`` and conformity papers are left to acceslibre). A question that
nobody answered says nothing: silence is never « no ».
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class Need(models.TextChoices):
    COME = "come", gettext_lazy("Venir jusqu’à la porte")
    ENTER = "enter", gettext_lazy("Entrer")
    MOVE = "move", gettext_lazy("Se déplacer à l’intérieur")
    TOILETS = "toilets", gettext_lazy("Aller aux toilettes")
    WELCOME = "welcome", gettext_lazy("Être accueilli")
    HEAR = "hear", gettext_lazy("Entendre et se faire comprendre")
    SEE = "see", gettext_lazy("Se repérer sans voir")


@dataclass(frozen=True, slots=True)
class Question:
    """``yes`` and ``no`` are the sentences of a truth; ``number`` takes ``%(value)s``; ``choices`` value → sentence.

    ``is_hindrance``: a yes is the bad news.
    """

    name: str
    need: Need
    ask: str | Promise
    yes: str | Promise = ""
    no: str | Promise = ""
    number: str | Promise = ""
    choices: Mapping[str, str | Promise] = field(default_factory=dict)
    is_list: bool = False
    is_hindrance: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """``helps``: True for what opens the door, False for what closes it, None for a fact."""

    need: Need
    text: str
    helps: bool | None


_L = gettext_lazy
QUESTIONS: tuple[Question, ...] = (
    Question("transport_station_presence", Need.COME, _L("Un arrêt de bus, de tram ou une gare à moins de 200 m ?"),
             _L("arrêt de transport à moins de 200 m"), _L("pas d’arrêt de transport à moins de 200 m")),
    Question("stationnement_pmr", Need.COME, _L("Une place de stationnement adaptée sur place ?"),
             _L("place de stationnement adaptée sur place"), _L("pas de place de stationnement adaptée sur place")),
    Question("stationnement_ext_pmr", Need.COME, _L("Une place adaptée dans la rue, à moins de 200 m ?"),
             _L("place de stationnement adaptée à moins de 200 m"), _L("pas de place adaptée à moins de 200 m")),
    Question("cheminement_ext_plain_pied", Need.COME, _L("Le chemin de la rue à l’entrée est-il sans marche ?"),
             _L("chemin sans marche depuis la rue"), _L("des marches entre la rue et l’entrée")),
    Question("cheminement_ext_terrain_stable", Need.COME, _L("Le sol de ce chemin est-il stable ?"),
             _L("chemin au sol stable"), _L("chemin au sol meuble ou irrégulier")),
    Question("entree_plain_pied", Need.ENTER, _L("L’entrée est-elle de plain-pied ?"),
             _L("entrée de plain-pied"), _L("entrée avec une ou plusieurs marches")),
    Question("entree_marches", Need.ENTER, _L("Combien de marches à l’entrée ?"),
             number=_L("marches à l’entrée : %(value)s")),
    Question("entree_marches_rampe", Need.ENTER, _L("Une rampe à l’entrée ?"),
             choices={"fixe": _L("rampe fixe à l’entrée"), "amovible": _L("rampe posée à la demande"),
                      "aucune": _L("pas de rampe à l’entrée")}),
    Question("entree_ascenseur", Need.ENTER, _L("Un ascenseur ou un élévateur à l’entrée ?"),
             _L("ascenseur ou élévateur à l’entrée"), _L("pas d’ascenseur à l’entrée")),
    Question("entree_pmr", Need.ENTER, _L("Une autre entrée pour les fauteuils ?"),
             _L("une autre entrée est prévue pour les fauteuils"), _L("pas d’autre entrée pour les fauteuils")),
    Question("entree_largeur_mini", Need.ENTER, _L("Largeur de la porte, en centimètres"),
             number=_L("porte large de %(value)s cm")),
    Question("entree_aide_humaine", Need.ENTER, _L("Quelqu’un peut-il aider à entrer ?"),
             _L("quelqu’un peut aider à entrer"), _L("personne ne peut aider à entrer")),
    Question("accueil_cheminement_plain_pied", Need.MOVE, _L("Le chemin de l’entrée à l’accueil est-il sans marche ?"),
             _L("de plain-pied jusqu’à l’accueil"), _L("des marches jusqu’à l’accueil")),
    Question("accueil_cheminement_ascenseur", Need.MOVE, _L("Un ascenseur à l’intérieur ?"),
             _L("ascenseur à l’intérieur"), _L("pas d’ascenseur à l’intérieur")),
    Question("accueil_retrecissement", Need.MOVE, _L("Un passage de moins de 80 cm ?"),
             _L("un passage étroit, de moins de 80 cm"), _L("passages larges partout"), is_hindrance=True),
    Question("sanitaires_presence", Need.TOILETS, _L("Des toilettes ?"),
             _L("toilettes"), _L("pas de toilettes")),
    Question("sanitaires_adaptes", Need.TOILETS, _L("Des toilettes adaptées ?"),
             _L("toilettes adaptées"), _L("pas de toilettes adaptées")),
    Question("accueil_personnels", Need.WELCOME, _L("L’équipe est-elle formée à l’accueil des personnes handicapées ?"),
             choices={"formés": _L("équipe formée à l’accueil des personnes handicapées"),
                      "non-formés": _L("équipe présente, sans formation particulière"),
                      "aucun": _L("personne à l’accueil")}),
    Question("accueil_visibilite", Need.WELCOME, _L("L’accueil se voit-il dès l’entrée ?"),
             _L("accueil visible dès l’entrée"), _L("accueil difficile à trouver depuis l’entrée")),
    Question("accueil_classes_accessibilite", Need.WELCOME, _L("Les classes sont-elles accessibles ?"),
             choices={"toutes": _L("toutes les classes sont accessibles"),
                      "partielle": _L("une partie des classes est accessible"),
                      "aucune": _L("aucune classe n’est accessible")}),
    Question("accueil_equipements_malentendants", Need.HEAR, _L("Quels équipements pour entendre et se comprendre ?"),
             choices={"bim": _L("boucle magnétique"), "bmp": _L("boucle magnétique portative"),
                      "lsf": _L("accueil en langue des signes"), "lpc": _L("langue parlée complétée"),
                      "sts": _L("sous-titrage ou transcription"), "autres": _L("autre équipement")}, is_list=True),
    Question("entree_balise_sonore", Need.SEE, _L("Une balise sonore à l’entrée ?"),
             _L("balise sonore à l’entrée"), _L("pas de balise sonore à l’entrée")),
    Question("cheminement_ext_bande_guidage", Need.SEE, _L("Une bande de guidage au sol ?"),
             _L("bande de guidage au sol"), _L("pas de bande de guidage au sol")),
)  # fmt: skip
BY_NAME = {each.name: each for each in QUESTIONS}

_BAD_CHOICES = frozenset({"aucun", "aucune"})
_GOOD_CHOICES = frozenset({"fixe", "amovible", "formés", "toutes", "bim", "bmp", "lsf", "lpc", "sts", "autres"})
_TRUE, _FALSE = frozenset({"true", "vrai", "oui", "1"}), frozenset({"false", "faux", "non", "0"})


def sentences(answers: Mapping[str, Any]) -> list[Sentence]:
    """What is known, in the order of a visit; nothing for what nobody answered or what is not understood."""
    return [said for question in QUESTIONS for said in _said(question, answers.get(question.name))]


def understood(question: Question, value: Any) -> bool | int | str | tuple[str, ...] | None:
    """An answer as the question means it; None for what says nothing. Registers write truths in several ways."""
    if value is None or value == "" or value == []:
        return None
    if question.choices:
        known = tuple(each for each in _listed(value) if each in question.choices)
        return (known if question.is_list else known[0]) if known else None
    if question.number:
        number = str(value).split(".")[0].strip()
        return int(number) if number.isdecimal() and int(number) < 1000 else None
    word = str(value).strip().lower()
    return True if word in _TRUE else False if word in _FALSE else None


def enters_on_wheels(answers: Mapping[str, Any]) -> bool | None:
    """Whether a wheelchair or a pram gets in; None when nobody said enough to know."""
    said = {name: understood(BY_NAME[name], answers.get(name)) for name in _WAYS_IN}
    if said["entree_plain_pied"] is True or said["entree_pmr"] is True or said["entree_ascenseur"] is True:
        return True
    if said["entree_marches_rampe"] in ("fixe", "amovible"):
        return True
    return False if said["entree_plain_pied"] is False else None


_WAYS_IN = ("entree_plain_pied", "entree_pmr", "entree_ascenseur", "entree_marches_rampe")


def has_adapted_toilets(answers: Mapping[str, Any]) -> bool:
    return understood(BY_NAME["sanitaires_adaptes"], answers.get("sanitaires_adaptes")) is True


def value_words(question: Question, value: Any) -> str:
    """An answer for whoever compares two of them: the sentence, or the dash of silence."""
    said = list(_said(question, value))
    return ", ".join(each.text for each in said) if said else _("sans réponse")


def _said(question: Question, value: Any) -> Iterable[Sentence]:
    meant = understood(question, value)
    if meant is None:
        return
    if question.choices:
        for each in meant if isinstance(meant, tuple) else (str(meant),):
            helps = False if each in _BAD_CHOICES else True if each in _GOOD_CHOICES else None
            yield Sentence(question.need, str(question.choices[each]), helps)
    elif question.number:
        yield Sentence(question.need, str(question.number) % {"value": meant}, None)
    else:
        yield Sentence(question.need, str(question.yes if meant else question.no), bool(meant) != question.is_hindrance)


def _listed(value: Any) -> list[str]:
    parts = value if isinstance(value, list | tuple) else str(value).split(",")
    return [str(part).strip().lower() for part in parts]
