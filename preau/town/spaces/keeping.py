"""What agents do to a space: open its sheet, correct it, close it for a while, change the code on its gate."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, fields
from datetime import date, datetime, time

from django.db import transaction

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.organisations.models import Commune
from preau.town.places.models import Site

from .enums import ClosingReason
from .models import OpenSpace, ReportTerm, SpaceClosing
from .rules import Terms

_LETTERS, _LENGTH = "abcdefghjkmnpqrstuvwxyz23456789", 8
"""Without those that look alike: the address is also typed by hand."""


class SpaceChanged(Exception):
    """Somebody corrected the sheet meanwhile. Carries it as it stands; the caller keeps what was typed."""

    def __init__(self, current: OpenSpace) -> None:
        super().__init__(f"{current.pk} is at version {current.version}")
        self.current = current


@dataclass(frozen=True, slots=True)
class SpaceFacts:
    """What the sheet says; None and "" are what nobody knows."""

    sports: tuple[str, ...] = ()
    rules: str = ""
    ground: str = ""
    has_light: bool | None = None
    light_until: time | None = None
    shade: str = ""
    has_water: bool | None = None
    has_toilets: bool | None = None
    wheelchair: str = ""
    wheelchair_words: str = ""
    equipment: str = ""
    referent: str = ""
    works_from: date | None = None
    works_to: date | None = None
    works_words: str = ""


@transaction.atomic
def open_space(site: Site, facts: SpaceFacts, *, hand: Hand, token: str = "") -> OpenSpace:
    """The sheet of a site that anybody may use. A site has one: asked twice, it is the same."""
    held = Site.objects.select_for_update(no_key=True).get(pk=site.pk)
    known = OpenSpace.objects.filter(site=held).first()
    if known is not None:
        return known
    space = OpenSpace(site=held, token=token or new_token())
    _write(space, facts)
    record("space.opened", space, by=hand.by_id, now=hand.now, details={"site": held.slug})
    return space


@transaction.atomic
def change_space(space: OpenSpace, facts: SpaceFacts, *, seen_version: int, hand: Hand) -> OpenSpace:
    """Raises SpaceChanged."""
    held = OpenSpace.objects.select_for_update(no_key=True).get(pk=space.pk)
    if held.version != seen_version:
        raise SpaceChanged(held)
    held.version += 1
    _write(held, facts)
    record("space.changed", held, by=hand.by_id, now=hand.now, details={"version": held.version})
    return held


@transaction.atomic
def renew_token(space: OpenSpace, *, hand: Hand) -> OpenSpace:
    """The old poster leads nowhere from now on."""
    held = OpenSpace.objects.select_for_update(no_key=True).get(pk=space.pk)
    held.token = new_token()
    held.save(update_fields=["token"])
    record("space.token_renewed", held, by=hand.by_id, now=hand.now)
    return held


@transaction.atomic
def close_space(
    space: OpenSpace, reason: ClosingReason, words: str, *, starts_at: datetime, ends_at: datetime, hand: Hand
) -> SpaceClosing:
    closing = SpaceClosing.objects.create(
        space=space, reason=reason, words=words, starts_at=starts_at, ends_at=ends_at, by=hand.by
    )
    details = {"reason": str(reason), "until": ends_at.isoformat()}
    record("space.closed", closing, by=hand.by_id, now=hand.now, details=details)
    return closing


@transaction.atomic
def lift_closing(closing: SpaceClosing, *, hand: Hand) -> SpaceClosing:
    """Twice is once."""
    held = SpaceClosing.objects.select_for_update(no_key=True).get(pk=closing.pk)
    if held.lifted_at is None:
        held.lifted_at = hand.now
        held.save(update_fields=["lifted_at"])
        record("space.closing_lifted", held, by=hand.by_id, now=hand.now)
    return held


@transaction.atomic
def decide_terms(commune: Commune, terms: Terms, *, valid_from: date, hand: Hand) -> ReportTerm:
    """For how long a report is worth something, from a day on. The same day decided again is corrected."""
    minutes = {
        "open_minutes": int(terms.open_for.total_seconds() // 60),
        "busy_minutes": int(terms.busy_for.total_seconds() // 60),
        "broken_minutes": int(terms.broken_for.total_seconds() // 60),
    }
    decided, _ = ReportTerm.objects.update_or_create(commune=commune, valid_from=valid_from, defaults=minutes)
    record("space.terms_decided", decided, by=hand.by_id, now=hand.now, details=minutes)
    return decided


def new_token() -> str:
    return "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))


def _write(space: OpenSpace, facts: SpaceFacts) -> None:
    for each in fields(facts):
        value = getattr(facts, each.name)
        setattr(space, each.name, list(value) if isinstance(value, tuple) else value)
    space.save()
