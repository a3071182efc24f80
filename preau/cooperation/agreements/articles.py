"""The words of an agreement, in articles. They are a start: the town adds its own in the particular terms."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from preau.cooperation.agreements.enums import AgreementKind
from preau.foundation.text.days import french_day


@dataclass(frozen=True, slots=True)
class Subject:
    """What the articles speak of. ``plan``: title of the plan; ``fingerprint``: of its adopted text."""

    town: str
    title: str
    purpose: str
    terms: str
    starts_on: date | None
    ends_on: date | None
    plan: str = ""
    plan_vote: str = ""
    fingerprint: str = ""


type Article = tuple[str, list[str]]


def articles_of(kind: str, subject: Subject) -> list[Article]:
    """(title, paragraphs), in order; the particular terms come before the last one, which is the duration."""
    own = [("Dispositions particulières", _paragraphs(subject.terms))] if subject.terms.strip() else []
    return [*_WORDS[AgreementKind(kind)](subject), *own, ("Durée", _duration(subject))]


def in_words(day: date | None) -> str:
    """``1er septembre 2026``; dots where the date is still to come."""
    return french_day(day) if day else "…"


def _plan(it: Subject) -> list[Article]:
    return [
        (
            "Objet",
            [f"Les signataires mettent en œuvre ensemble le projet « {it.plan or '…'} ».", *_paragraphs(it.purpose)],
        ),
        ("Le texte qui engage", _text(it)),
        (
            "Ce que chacun apporte",
            [
                f"{it.town} anime le projet et désigne une personne qui le coordonne.",
                "Chaque signataire porte les objectifs où son nom figure et dit qui, chez lui, répond aux autres.",
                "Les activités prolongent l’école sans la remplacer. Les familles restent libres d’y inscrire "
                "leurs enfants.",
            ],
        ),
        (
            "Sécurité et qualité",
            [
                "Les activités annexées se tiennent dans des lieux qui s’y prêtent, avec un encadrement conforme aux "
                "règles des accueils collectifs de mineurs et dans le respect de la laïcité.",
                "Tout fait grave est signalé sans délai aux autorités, puis aux signataires concernés.",
            ],
        ),
        (
            "Suivre et décider",
            [
                "Un comité de pilotage réunit les signataires au moins une fois par an. Il lit l’état des actions, "
                "dit ce qui est confirmé ou non, et propose les corrections.",
                "Un bilan est écrit chaque année. La suite se prépare neuf mois avant le terme.",
            ],
        ),
    ]


def _wednesday(it: Subject) -> list[Article]:
    return [
        (
            "Objet",
            [
                f"{it.town} et ses partenaires font du mercredi un temps éducatif, dans le cadre du projet "
                f"« {it.plan or '…'} ».",
                *_paragraphs(it.purpose),
            ],
        ),
        ("Le texte qui engage", _text(it)),
        ("Un mercredi relié à l’école et à la famille", ["Les équipes se parlent, les projets se répondent."]),
        ("Un mercredi ouvert à tous", ["Aucun enfant n’est écarté ; le handicap est prévu avant d’être rencontré."]),
        ("Un mercredi d’ici", ["Les lieux, les associations et les métiers de la ville y ont leur place."]),
        (
            "Un mercredi qui mène quelque part",
            ["Les activités varient, font sortir et aboutissent : un spectacle, une exposition, un tournoi."],
        ),
        (
            "Suivre",
            ["Une preuve par engagement et par site est gardée ; elle est montrée aux signataires chaque année."],
        ),
    ]


def _sharing(it: Subject) -> list[Article]:
    return [
        ("Objet", _paragraphs(it.purpose) or ["Les signataires partagent des locaux ou du matériel."]),
        ("Qui, quand", ["Les créneaux, les clés et la personne à prévenir sont dans l’annexe, tenue à jour."]),
        (
            "Rendre comme on a trouvé",
            ["Rangement, ménage et état des lieux reviennent à qui utilise. Ce qui casse se dit."],
        ),
        ("Responsabilité", ["Pendant son créneau, chacun répond de ceux qu’il accueille et en est assuré."]),
    ]


def _other(it: Subject) -> list[Article]:
    return [("Objet", _paragraphs(it.purpose) or ["…"])]


def _text(it: Subject) -> list[str]:
    if not it.fingerprint:
        return ["Le texte du projet sera joint une fois adopté par le conseil municipal."]
    return [
        f"Le projet annexé est celui que le conseil municipal a adopté ({it.plan_vote}).",
        f"Son empreinte SHA-256 est {it.fingerprint}. Un seul mot changé en donnerait une autre ; chacun peut la "
        "vérifier.",
    ]


def _duration(it: Subject) -> list[str]:
    return [
        f"La convention prend effet le {in_words(it.starts_on)} et s’achève le {in_words(it.ends_on)}.",
        "Un signataire peut y mettre fin par une lettre motivée, après en avoir parlé avec les autres.",
    ]


def _paragraphs(words: str) -> list[str]:
    return [line.strip() for line in words.splitlines() if line.strip()]


_WORDS: Mapping[AgreementKind, Callable[[Subject], list[Article]]] = {
    AgreementKind.PLAN: _plan,
    AgreementKind.WEDNESDAY: _wednesday,
    AgreementKind.SHARING: _sharing,
    AgreementKind.OTHER: _other,
}

USUAL_PARTIES: Mapping[AgreementKind, list[tuple[str, str]]] = {
    AgreementKind.PLAN: [
        ("{town}", "la ou le maire"),
        ("Préfecture", "la préfète ou le préfet"),
        ("Services départementaux de l’Éducation nationale", "l’autorité académique (DASEN)"),
    ],
    AgreementKind.WEDNESDAY: [
        ("{town}", "la ou le maire"),
        ("Préfecture", "la préfète ou le préfet"),
        ("Services départementaux de l’Éducation nationale", "l’autorité académique (DASEN)"),
        ("Caisse d’allocations familiales", "la direction de la CAF"),
    ],
    AgreementKind.SHARING: [("{town}", "la ou le maire")],
    AgreementKind.OTHER: [("{town}", "la ou le maire")],
}
"""Who signs as a rule: (institution, capacity). The coordinator completes and corrects."""
