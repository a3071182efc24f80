"""What a roll call says, in words: on the page, and to the script of the page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from preau.offer.attendance.enums import Mark
from preau.offer.attendance.queries import Line, RollCall
from preau.offer.attendance.ratio import LiveRatio, Verdict

NEXT = {
    Mark.EXPECTED: Mark.PRESENT,
    Mark.PRESENT: Mark.ABSENT,
    Mark.ABSENT: Mark.PRESENT,
    Mark.EXCUSED: Mark.PRESENT,
    Mark.LEFT: Mark.PRESENT,
}
"""What one more tap on a child says."""


def headline(call: RollCall) -> str:
    """The answer first: ``12 enfants sont là``."""
    if not call.lines:
        return _("Personne n’est inscrit à cette séance")
    there = len(call.there)
    if not there and not call.gone:
        return ngettext("%(count)d enfant attendu", "%(count)d enfants attendus", len(call.awaited)) % {
            "count": len(call.awaited)
        }
    return ngettext("%(count)d enfant est là", "%(count)d enfants sont là", there) % {"count": there}


def counts(call: RollCall) -> list[tuple[str, int]]:
    """Beside the headline, which says already how many are awaited while nobody came."""
    told = (
        (ngettext("attendu", "attendus", len(call.awaited)), len(call.awaited)),
        (ngettext("absent", "absents", len(call.away)), len(call.away)),
        (ngettext("parti", "partis", len(call.gone)), len(call.gone)),
        (_("à vérifier"), len(call.disputed)),
    )
    begun = bool(call.there or call.gone)
    return [each for each in told[0 if begun else 1 :] if each[1]]


def state_words(line: Line) -> str:
    """``là depuis 14 h 02``, ``absence annoncée``, ``parti à 17 h 52 avec …, 22 min après la fin``."""
    told = line.attendance
    if told.is_disputed:
        return _("à vérifier : deux téléphones disent le contraire")
    if line.state == Mark.PRESENT and told.arrived_at:
        return _("là depuis %(hour)s") % {"hour": hour(told.arrived_at)}
    if line.state == Mark.LEFT and told.left_at:
        said = _("départ à %(hour)s") % {"hour": hour(told.left_at)}
        if told.left_with:
            said = _("%(said)s avec %(name)s") % {"said": said, "name": told.left_with}
        if told.late_minutes:
            late = _("%(minutes)d min après la fin") % {"minutes": told.late_minutes}
            said = f"{said}, {late}"
        return said
    return str(Mark(line.state).label)


def ratio_words(ratio: LiveRatio) -> str:
    facts = {
        "adults": _adults(ratio.adults),
        "missing": _adults(ratio.missing),
        "needed": _adults(ratio.needed_for_all),
    }
    if ratio.verdict == Verdict.SHORT:
        return _("Il manque %(missing)s maintenant : %(adults)s pour les enfants présents.") % facts
    if ratio.verdict == Verdict.SOON_SHORT:
        return _("Il manquera %(missing)s quand tous les enfants attendus seront là : il en faut %(needed)s.") % facts
    return _("%(adults)s : assez pour les enfants présents et attendus.") % {
        "adults": facts["adults"][:1].upper() + facts["adults"][1:]
    }


def hour(at: datetime) -> str:
    local = timezone.localtime(at)
    return f"{local.hour}\u00a0h\u00a0{local.minute:02}"


def as_data(call: RollCall, ratio: LiveRatio | None) -> dict[str, Any]:
    """What the script of the page shows: states, words and heads, never a name."""
    return {
        "headline": headline(call),
        "counts": [f"{count} {word}" for word, count in counts(call)],
        "ratio": {"verdict": ratio.verdict, "words": ratio_words(ratio)} if ratio else None,
        "lines": {str(line.child.key): _line(line) for line in call.lines},
    }


def _line(line: Line) -> dict[str, Any]:
    return {
        "state": line.state,
        "mark": line.attendance.state,
        "words": state_words(line),
        "heads": [str(each) for each in line.heads],
        "disputed": line.attendance.is_disputed,
        "notes": [str(each.label) for each in line.notes],
    }


def _adults(count: int) -> str:
    return ngettext("%(count)d adulte", "%(count)d adultes", count) % {"count": count}


def alerts(calls: Sequence[RollCall]) -> int:
    return sum(bool(call.disputed) for call in calls)
