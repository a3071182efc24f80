"""The same questions as on the screen, on paper: blank or filled in, in large letters, to be typed in quickly after.

A form carries no number that says who somebody is: a code in the corner opens the file at the counter.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from django.db import models
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from preau.foundation.pdf import typeset
from preau.foundation.pdf.codes import qr_svg
from preau.foundation.text.days import french_day
from preau.people.health.enums import Allergen, Meal
from preau.people.households.consent_texts import FOR_A_CHILD, FOR_ONESELF, text_on
from preau.people.households.enums import (
    ConsentPurpose,
    ContactBy,
    GuardianRights,
    IdentityPaper,
    MandateScope,
    Sex,
)
from preau.people.households.helping import children_of, homes_of_adult
from preau.people.households.models import Adult, Child
from preau.people.households.rights import Act
from preau.people.organisations.models import Commune

_TEMPLATE = Path(__file__).with_name("form.typ")
_WISHES = 8
_CHILDREN = 2
_RIGHTS = [(value, words) for value, words in GuardianRights.choices if value != GuardianRights.BLOCKED]


class PaperForm(models.TextChoices):
    FAMILY = "dossier-famille", _("dossier famille")
    REGISTRATION = "inscription", _("demande d’inscription")
    WISHES = "voeux", _("vœux d’une campagne")
    MANDATE = "mandat", _("mandat : confier ses démarches à l’accueil")
    CONSENTS = "accords", _("accords et autorisations")
    HEALTH = "fiche-sante", _("fiche santé d’un enfant")


def write_form(form: PaperForm, *, town: Commune, today: date, adult: Adult | None = None, address: str = "") -> bytes:
    """PDF/UA-1, in French. ``address`` is what the code of a filled form opens."""
    with translation.override("fr"):
        return typeset(_TEMPLATE, form_data(form, town=town, today=today, adult=adult, address=address))


def form_data(
    form: PaperForm, *, town: Commune, today: date, adult: Adult | None = None, address: str = ""
) -> dict[str, Any]:
    children = list(children_of(adult, Act.READ, today).select_related("school")) if adult else []
    title, lead, sections, signed = _SHAPES[form](adult, children, today)
    return {
        "title": title,
        "lead": lead,
        "town": town.name,
        "sections": sections,
        "signed": signed,
        "code": qr_svg(address) if address else "",
        "for": f"Rempli d’avance pour {adult} le {french_day(today)} : corrigez ce qui a changé." if adult else "",
        "foot": "Rendre au guichet, par courrier ou par l’école. Aucun rang n’en dépend, et aucun frais.",
    }


type Shape = tuple[str, str, list[dict[str, Any]], str]
"""Title, first sentence, sections, and the words above the signature."""


def _family(adult: Adult | None, children: list[Child], today: date) -> Shape:
    home = homes_of_adult(adult, today).first() if adult else None
    who = [
        _line("Prénom", adult.first_name if adult else ""),
        _line("Nom", adult.last_name if adult else ""),
        _line("Téléphone", adult.phone if adult else ""),
        _line("Adresse électronique (facultatif)", adult.email if adult else ""),
        _line("Numéro et rue", home.address if home else ""),
        _line("Code postal et commune", f"{home.postcode} {home.city}" if home else ""),
        _boxes("Me joindre de préférence par", ContactBy.choices, adult.contact_by if adult else ""),
    ]
    blocks = [*children, *[None] * max(0, _CHILDREN - len(children))]
    sections = [_section("Vous", who)]
    sections += [_section(f"Enfant {number}", _child(child)) for number, child in enumerate(blocks, 1)]
    lead = "Un dossier par adulte. Il sert à toutes les démarches : rien n’est demandé deux fois."
    words = (
        "J’ai montré au guichet, ou je joins une copie : une pièce d’identité, le livret de famille, un justificatif."
    )
    return "Dossier famille", lead, sections, words


def _registration(adult: Adult | None, children: list[Child], today: date) -> Shape:
    wanted = [_line("Activité"), _line("Jour et heure"), _line("Lieu"), _line("À partir du")]
    sections = [
        _section(
            "Qui demande",
            [_line("Prénom et nom", str(adult) if adult else ""), _line("Téléphone", adult.phone if adult else "")],
        ),
        _section("Pour quel enfant", _which(children)),
        _section("Première activité", wanted),
        _section("Deuxième activité (facultatif)", wanted),
        _section(
            "S’il n’y a plus de place",
            [_boxes("", [("1", "mettre mon enfant en liste d’attente"), ("2", "me prévenir, sans l’inscrire")], "")],
        ),
    ]
    lead = "Pour les activités à inscription directe. La demande est saisie le jour où elle arrive."
    return "Demande d’inscription", lead, sections, "Je demande ces inscriptions."


def _wishes(adult: Adult | None, children: list[Child], today: date) -> Shape:
    rows = [{"rank": str(number)} for number in range(1, _WISHES + 1)]
    sections = [
        _section(
            "Qui demande",
            [_line("Prénom et nom", str(adult) if adult else ""), _line("Téléphone", adult.phone if adult else "")],
        ),
        _section("Pour quel enfant", _which(children)),
        {**_section("Vos vœux, du plus souhaité au moins souhaité", []), "wishes": rows},
        _section(
            "Frères et sœurs",
            [_boxes("", [("1", "ensemble si possible, sinon chacun pour soi"), ("2", "chacun pour soi")], "")],
        ),
    ]
    lead = (
        "L’heure d’arrivée ne compte pas : tous les vœux reçus avant la clôture sont traités ensemble."
        " N’écrivez que ce que vous accepteriez."
    )
    return "Vœux d’une campagne", lead, sections, "Je demande ces places dans cet ordre."


def _mandate(adult: Adult | None, children: list[Child], today: date) -> Shape:
    sections = [
        _section("Je soussigné, je soussignée", [_line("Prénom et nom", str(adult) if adult else "")]),
        _section("Je confie à l’accueil des familles", [_boxes("", MandateScope.choices, "")]),
        _section("Jusqu’au (un an au plus)", [_line("Dernier jour")]),
        _section(
            "Partie remplie au guichet",
            [_boxes("Pièce d’identité vue, sans en noter le numéro", IdentityPaper.choices, ""), _line("Agent")],
        ),
    ]
    lead = (
        "L’accueil agit en votre nom, avec les mêmes règles et les mêmes délais. Vous recevez un récépissé à chaque"
        " démarche, et vous reprenez ce mandat quand vous voulez, sans donner de raison."
    )
    return "Mandat", lead, sections, "Je donne ce mandat librement."


def _consents(adult: Adult | None, children: list[Child], today: date) -> Shape:
    answers = [("1", "oui"), ("2", "non")]
    mine = [
        {
            **_boxes(_capital(str(ConsentPurpose(purpose).label)), answers, ""),
            "note": str(text_on(purpose, today).words),
        }
        for purpose in FOR_ONESELF
    ]
    of_child = [
        {
            **_boxes(_capital(str(ConsentPurpose(purpose).label)), answers, ""),
            "note": str(text_on(purpose, today).words),
        }
        for purpose in FOR_A_CHILD
    ]
    sections = [_section("Qui répond", [_line("Prénom et nom", str(adult) if adult else "")])]
    sections += [_section(f"Pour {child}", of_child) for child in children]
    if not children:
        sections.append(_section("Pour un enfant", [_line("Prénom et nom"), *of_child]))
    sections.append(_section("Pour vous", mine))
    lead = "Rien de tout cela n’est obligatoire, et chaque accord se retire quand on veut."
    return "Accords et autorisations", lead, sections, "J’ai lu ce que chaque accord permet."


def _health(adult: Adult | None, children: list[Child], today: date) -> Shape:
    """Always blank: what a sheet says is never printed from here. The words are those of the screen."""
    answers = [("1", "oui"), ("2", "non")]
    sections = [
        _section("Pour quel enfant", _which(children)),
        _section("Allergies et intolérances", [_boxes("", Allergen.choices, ""), _line("Une autre allergie")]),
        _section("Que faire en cas de réaction", [_line("Où est la trousse, qui appeler d’abord"), _line("")]),
        _section("Repas", [_boxes("", Meal.choices, "")]),
        _section(
            "Un médecin a écrit des consignes, sur papier",
            [_boxes("", answers, ""), _line("Où l’équipe trouve ce papier (ne le joignez pas)")],
        ),
        _section(
            "Ce qui aide, et ce qu’il faut éviter",
            [
                _line("Ce qui aide"),
                _line("Ce qu’il faut éviter"),
                {
                    **_boxes(_capital(str(ConsentPurpose.CARE_SHARED.label)), answers, ""),
                    "note": str(text_on(ConsentPurpose.CARE_SHARED, today).words),
                },
            ],
        ),
        *(
            _section(
                f"Personne à prévenir n° {number}",
                [_line("Prénom et nom"), _line("Lien avec l’enfant"), _line("Téléphone")],
            )
            for number in (1, 2)
        ),
    ]
    lead = (
        "N’écrivez aucun nom de maladie ni de handicap : ce qu’il faut faire suffit. L’accueil recopie cette feuille"
        " dans une fiche chiffrée, puis vous la rend. Elle vaut jusqu’à la fin de l’année scolaire."
    )
    words = "J’ai l’autorité parentale. Je confie à l’accueil de recopier cette feuille."
    return "Fiche santé", lead, sections, words


_SHAPES = {
    PaperForm.FAMILY: _family,
    PaperForm.REGISTRATION: _registration,
    PaperForm.WISHES: _wishes,
    PaperForm.MANDATE: _mandate,
    PaperForm.CONSENTS: _consents,
    PaperForm.HEALTH: _health,
}


def _child(child: Child | None) -> list[dict[str, Any]]:
    born = child.born_on.strftime("%d/%m/%Y") if child else ""
    return [
        _line("Prénom", child.first_name if child else ""),
        _line("Nom", child.last_name if child else ""),
        _line("Date de naissance", born),
        _boxes("Fille ou garçon (facultatif)", Sex.choices, child.sex if child else ""),
        _line(
            "École et classe", f"{child.school}, {child.level.upper()}".strip(", ") if child and child.school else ""
        ),
        _boxes("Pour cet enfant, je peux", _RIGHTS, ""),
    ]


def _which(children: list[Child]) -> list[dict[str, Any]]:
    if not children:
        return [_line("Prénom et nom"), _line("Date de naissance")]
    return [_boxes("", [(str(child.key), f"{child}, né le {child.born_on:%d/%m/%Y}") for child in children], "")]


def _section(title: str, fields: list[dict[str, Any]]) -> dict[str, Any]:
    return {"title": title, "fields": fields, "wishes": []}


def _line(label: str, value: str = "") -> dict[str, Any]:
    return {"label": label, "value": value, "boxes": [], "note": ""}


def _boxes(label: str, choices: list[tuple[Any, Any]], chosen: str) -> dict[str, Any]:
    told = [{"label": str(words), "on": bool(chosen) and value == chosen} for value, words in choices]
    return {"label": label, "value": "", "boxes": told, "note": ""}


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
