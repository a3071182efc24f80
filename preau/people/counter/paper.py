"""The receipt as a tagged PDF, in large letters: what was done, by whom, for whom, and what happens next."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.utils import timezone, translation

from preau.foundation.pdf import typeset
from preau.foundation.text.days import french_day
from preau.people.counter.enums import Procedure, Silence
from preau.people.counter.models import Receipt
from preau.people.counter.receipts import entered_for
from preau.people.households.enums import Channel

_TEMPLATE = Path(__file__).with_name("receipt.typ")


def write_receipt(receipt: Receipt) -> bytes:
    """PDF/UA-1, in French."""
    with translation.override("fr"):
        return typeset(_TEMPLATE, receipt_data(receipt))


def receipt_data(receipt: Receipt) -> dict[str, Any]:
    at = timezone.localtime(receipt.received_at)
    channel = Channel(receipt.channel).label
    return {
        "number": receipt.number,
        "town": receipt.principal.commune.name,
        "procedure": _capital(str(Procedure(receipt.procedure).label)),
        "entered": _capital(entered_for(receipt)),
        "child": str(receipt.child) if receipt.child else "",
        "received": f"Demande reçue le {french_day(at.date())} à {at:%H h %M}, {channel}.",
        "lines": receipt.lines,
        "service": receipt.organisation.name,
        "contact": receipt.contact,
        "mandate": _mandate(receipt),
        "silence": _silence(receipt),
    }


def _mandate(receipt: Receipt) -> str:
    if receipt.mandate is None:
        return ""
    day = french_day(receipt.mandate.until_on)
    return f"Sous le mandat donné jusqu’au {day}. Vous pouvez le reprendre à tout moment."


def _silence(receipt: Receipt) -> str:
    """What the law asks to be told (CRPA, art. R112-5): the rule and its day; and what can be done then."""
    if receipt.silence_on is None:
        return "C’est fait : vous n’avez aucune réponse à attendre."
    day = french_day(receipt.silence_on)
    if receipt.silence == Silence.ACCEPTED:
        return (
            f"Si la ville ne vous a pas répondu le {day}, l’absence de réponse vaut accord. Vous pouvez alors"
            " demander une attestation."
        )
    return (
        f"Si la ville ne vous a pas répondu le {day}, l’absence de réponse vaut refus. Vous avez alors deux mois"
        " pour contester, auprès de la ville ou du tribunal administratif."
    )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
