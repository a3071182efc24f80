"""What is read before agreeing: dated wordings. A wording never changes; another one follows it from a day on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from preau.people.households.enums import ConsentPurpose


@dataclass(frozen=True, slots=True)
class ConsentText:
    """``version`` is written in each agreement: it names these words and no others."""

    version: str
    from_on: date
    words: str | Promise


FOR_A_CHILD = (ConsentPurpose.PICTURES, ConsentPurpose.CARE_SHARED)
"""Agreed to child by child, by whoever holds parental authority."""
FOR_ONESELF = (ConsentPurpose.NEWSLETTER, ConsentPurpose.SURVEYS, ConsentPurpose.QUOTIENT_LOOKUP)
BY_ALL_HOLDERS = frozenset({ConsentPurpose.PICTURES})
"""Not a usual act (Code civil, art. 372-2): every holder of parental authority must agree."""

TEXTS: Mapping[str, tuple[ConsentText, ...]] = {
    ConsentPurpose.PICTURES: (
        ConsentText(
            "2026-1",
            date(2026, 1, 1),
            _(
                "La ville peut photographier ou filmer l’enfant pendant les activités, et montrer ces images dans ses "
                "locaux, son journal et son site pendant deux ans. Jamais son nom à côté, jamais vendues, jamais sur "
                "les réseaux sociaux. Il faut l’accord de toutes les personnes qui ont l’autorité parentale."
            ),
        ),
    ),
    ConsentPurpose.CARE_SHARED: (
        ConsentText(
            "2026-1",
            date(2026, 1, 1),
            _(
                "« Ce qui m’aide » est lu par les adultes qui s’occupent de l’enfant ce jour-là, et par personne "
                "d’autre. Sans cet accord, la page reste entre vous et l’accueil des familles."
            ),
        ),
        # The first wording was wrong: the desk never reads this page, with or without the agreement.
        ConsentText(
            "2026-2",
            date(2026, 11, 23),
            _(
                "« Ce qui m’aide » est lu par les adultes qui s’occupent de l’enfant ce jour-là, et par personne "
                "d’autre. Sans cet accord, la page reste entre les responsables de l’enfant. L’accueil des familles ne "
                "la lit jamais : si vous lui confiez une fiche sur papier, il la recopie et vous la rend."
            ),
        ),
    ),
    ConsentPurpose.NEWSLETTER: (
        ConsentText(
            "2026-1",
            date(2026, 1, 1),
            _("La ville vous écrit une fois par mois ce qui ouvre pour les enfants. Un clic suffit pour arrêter."),
        ),
    ),
    ConsentPurpose.SURVEYS: (
        ConsentText(
            "2026-1",
            date(2026, 1, 1),
            _("La ville peut vous demander votre avis sur ses activités, deux fois par an au plus."),
        ),
    ),
    ConsentPurpose.QUOTIENT_LOOKUP: (
        ConsentText(
            "2026-1",
            date(2026, 1, 1),
            _(
                "La ville demande votre quotient familial à la CAF ou à la MSA pour calculer votre tarif : vous "
                "n’avez plus d’attestation à donner. Elle ne lit rien d’autre. Vous pouvez préférer donner "
                "l’attestation vous-même."
            ),
        ),
    ),
}


def text_on(purpose: str, day: date) -> ConsentText:
    """The wording that is read that day. Raises LookupError before the first one."""
    read = [text for text in TEXTS[purpose] if text.from_on <= day]
    if not read:
        raise LookupError(f"no wording of {purpose} on {day}")
    return read[-1]


def text_of(purpose: str, version: str) -> ConsentText | None:
    return next((text for text in TEXTS[purpose] if text.version == version), None)


def words_for(purpose: str, agreed_version: str, day: date) -> str | Promise:
    """The words that were agreed to; those of today for who has not agreed (an empty version)."""
    return (text_of(purpose, agreed_version) or text_on(purpose, day)).words
