"""What an agreement says, as JSON: what is shown, printed, fixed with the vote, and signed."""

from __future__ import annotations

from datetime import date
from typing import Any

from preau.cooperation.agreements.articles import Subject, articles_of, in_words
from preau.cooperation.agreements.models import Agreement
from preau.plan.versions.models import PlanVersion

_FORMAT = 1


def content_of(agreement: Agreement) -> dict[str, Any]:
    """The words as they stand: of the last text once voted, else of the draft.

    ``{format, kind, title, town, starts_on, ends_on, resolution, plan, parties, annexes, articles}``; dates are ISO
    or "", ``plan`` is None where the agreement rests on none.
    """
    if not agreement.is_being_written:
        text = agreement.texts.first()
        if text is not None:
            content: dict[str, Any] = text.content
            return content
    return draft_content(agreement)


def draft_content(agreement: Agreement) -> dict[str, Any]:
    version = agreement.version
    return {
        "format": _FORMAT,
        "kind": agreement.kind,
        "title": agreement.title,
        "town": agreement.commune.name,
        "starts_on": _iso(agreement.starts_on),
        "ends_on": _iso(agreement.ends_on),
        "resolution": {"number": agreement.resolution_number, "on": _iso(agreement.resolution_on)},
        "plan": _plan(agreement, version),
        "parties": [
            {"institution": party.institution, "capacity": party.capacity}
            for party in agreement.parties.select_related("organisation")
        ],
        "annexes": [
            {"title": annex.title, "sha256": annex.file.sha256} for annex in agreement.annexes.select_related("file")
        ],
        "articles": [
            {"title": title, "paragraphs": paragraphs}
            for title, paragraphs in articles_of(agreement.kind, _subject(agreement, version))
        ],
    }


def plan_vote(version: PlanVersion) -> str:
    """``délibération n° 2026-112 du 17 novembre 2026``."""
    resolution = getattr(version, "resolution", None)
    return f"délibération n° {resolution.number} du {in_words(resolution.decided_on)}" if resolution else version.name


def _plan(agreement: Agreement, version: PlanVersion | None) -> dict[str, str] | None:
    if not agreement.rests_on_plan or version is None:
        return None
    return {"title": version.snapshot.title, "vote": plan_vote(version), "fingerprint": version.fingerprint}


def _subject(agreement: Agreement, version: PlanVersion | None) -> Subject:
    about = {"town": agreement.commune.name, "title": agreement.title}
    if version is not None:
        about |= {"plan_vote": plan_vote(version), "fingerprint": version.fingerprint}
    return Subject(
        **about,
        purpose=agreement.purpose,
        terms=agreement.terms,
        starts_on=agreement.starts_on,
        ends_on=agreement.ends_on,
        plan=agreement.plan.title if agreement.plan else "",
    )


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
