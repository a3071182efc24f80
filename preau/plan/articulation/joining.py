"""What two sides make of a crossing: a sheet that both carry, or a sentence that says why not."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.notices.enums import NoticeKind
from preau.plan.sheets.enums import Audience, Theme
from preau.plan.sheets.writing import create_sheet
from preau.plan.structure.models import TerritorialEducationPlan

from .content import Period
from .crossings import Crossing
from .enums import Side
from .errors import AlreadyJoined, CrossingGone
from .models import CrossingDismissal, JointSheet, SitePair
from .pairs import hold_pair
from .queries import crossings_of, sheets_together
from .telling import tell


@transaction.atomic
def make_joint_sheet(
    pair: SitePair, key: str, *, carried_by: Side, plan: TerritorialEducationPlan, hand: Hand, path: str
) -> JointSheet:
    """A draft sheet that says what the crossing says: both sides, the site, the themes, the days. Tells the other side.

    ``carried_by`` owns it, the other side co-owns it: both will have to validate. Raises AlreadyJoined, CrossingGone.
    """
    held = hold_pair(pair)
    crossing = _found(held, key, hand)
    sheet = create_sheet(
        plan,
        title=sheet_title(crossing, held),
        owner=held.side(carried_by),
        school_year=held.school_year,
        hand=hand,
        **_facts(crossing, held, carried_by),
    )
    joint = JointSheet.objects.create(pair=held, sheet=sheet, key=key, made_at=hand.now, made_by=hand.by)
    record("crossing.joined", joint, by=hand.by_id, now=hand.now, details={"key": key, "sheet": sheet.pk})
    title = f"{_('Une fiche commune vous attend')} · {held.site.name}"
    tell(held.side(carried_by.other), kind=NoticeKind.ASKED, subject=sheet, title=title, path=path, hand=hand)
    if hand.by is None or not hand.by.memberships.filter(organisation=held.side(carried_by)).exists():
        tell(held.side(carried_by), kind=NoticeKind.ENTRUSTED, subject=sheet, title=title, path=path, hand=hand)
    return joint


@transaction.atomic
def dismiss_crossing(pair: SitePair, key: str, *, reason: str, hand: Hand) -> CrossingDismissal:
    """Set aside, with the reason that both sides will read. Raises AlreadyJoined, CrossingGone."""
    held = hold_pair(pair)
    _found(held, key, hand)
    said = CrossingDismissal.objects.create(pair=held, key=key, reason=reason, at=hand.now, by=hand.by)
    record("crossing.dismissed", said, by=hand.by_id, now=hand.now, details={"key": key})
    return said


@transaction.atomic
def restore_crossing(said: CrossingDismissal, *, hand: Hand) -> None:
    """It is proposed again, if the two projects still cross there."""
    record("crossing.restored", said, by=hand.by_id, now=hand.now, details={"key": said.key})
    CrossingDismissal.objects.filter(pk=said.pk).delete()


def _found(pair: SitePair, key: str, hand: Hand) -> Crossing:
    for sheet in sheets_together(pair):
        if hasattr(sheet, "joint") and sheet.joint.key == key:
            raise AlreadyJoined(sheet)
    crossing = next((each for each in crossings_of(pair, timezone.localdate(hand.now)) if each.key == key), None)
    if crossing is None:
        raise CrossingGone
    return crossing


def sheet_title(crossing: Crossing, pair: SitePair) -> str:
    """What the two sides say of their periods, else the theme and the place."""
    subjects = [each.subject for each in (crossing.school_period, crossing.care_period) if each and each.subject]
    words = " · ".join(dict.fromkeys(subjects)) or str(Theme(crossing.school_theme).label).capitalize()
    title = f"{words} · {pair.site.name}"
    return title if len(title) <= 200 else f"{title[:199]}…"


def _facts(crossing: Crossing, pair: SitePair, carried_by: Side) -> dict[str, Any]:
    school = _side_words(_("Côté école"), crossing.school_theme, crossing.school_period)
    care = _side_words(_("Côté accueil"), crossing.care_theme, crossing.care_period)
    return {
        "co_owner": pair.side(carried_by.other),
        "starts_on": crossing.starts_on,
        "ends_on": crossing.ends_on,
        "sites": [pair.site],
        "themes": {crossing.school_theme, crossing.care_theme},
        "audiences": [Audience.CHILDREN.value],
        "description": f"{school}\n{care}",
    }


def _side_words(side: str, theme: str, period: Period | None) -> str:
    parts = [str(Theme(theme).label), *([period.name, period.subject] if period else [])]
    return f"{side} : {', '.join(filter(None, parts))}."
