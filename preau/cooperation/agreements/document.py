"""The agreement as a tagged PDF: to read before the vote, to sign on paper, to keep with its signatures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from preau.cooperation.agreements.articles import in_words
from preau.cooperation.agreements.enums import AgreementKind
from preau.cooperation.agreements.models import Agreement, Signature
from preau.cooperation.agreements.queries import Place, places_of
from preau.foundation.pdf import typeset
from preau.plan.exchange.cover import Cover
from preau.plan.exchange.pdf import write_pdf
from preau.plan.versions.models import PlanVersion

from .content import content_of

_TEMPLATE = Path(__file__).with_name("convention.typ")


def write_convention(agreement: Agreement) -> bytes:
    """PDF/UA-1. Places of signature are empty boxes until they are signed."""
    text = None if agreement.is_being_written else agreement.texts.first()
    fingerprint = text.fingerprint if text else ""
    return typeset(_TEMPLATE, convention_data(content_of(agreement), places_of(agreement), fingerprint))


def convention_data(content: dict[str, Any], places: Sequence[Place], fingerprint: str) -> dict[str, Any]:
    voted, start, end = (_day(content["resolution"]["on"]), _day(content["starts_on"]), _day(content["ends_on"]))
    return {
        "title": content["title"],
        "kind": _capital(str(AgreementKind(content["kind"]).label)),
        "town": content["town"],
        "state": "Texte voté" if fingerprint else "Projet de texte, sans valeur avant le vote",
        "term": f"Du {in_words(start)} au {in_words(end)}" if start and end else "",
        "vote": f"Délibération n° {content['resolution']['number']} du {in_words(voted)}" if voted else "",
        "fingerprint": fingerprint,
        "parties": content["parties"],
        "articles": content["articles"],
        "annexes": content["annexes"],
        "boxes": [
            {
                "institution": place.party.institution,
                "capacity": place.party.capacity,
                "said": _said(place.signature) if place.signature else "",
            }
            for place in places
        ],
    }


def write_adopted_plan(version: PlanVersion, *, town: str, made_on: date) -> bytes:
    """The adopted text as it was voted, for the annex and for the public."""
    plan = version.plan
    cover = Cover(
        town=town,
        title=version.snapshot.title,
        made_on=made_on,
        moment=version.moment,
        starts_on=plan.starts_on,
        ends_on=plan.ends_on,
        status="Texte adopté par le conseil municipal",
        fingerprint=version.fingerprint,
    )
    return write_pdf(version.snapshot, cover)


def _said(signature: Signature) -> str:
    """What stands in the box of somebody who has signed."""
    how = "Signé dans la plateforme" if signature.is_electronic else "Signé sur papier, acte numérisé"
    lines = [signature.signatory_name, signature.signatory_office, f"{how}, le {in_words(signature.signed_on)}"]
    return "\n".join([*lines, f"Empreinte : {signature.sha256[:16]}…"])


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
