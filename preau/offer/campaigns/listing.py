"""The applications of a campaign told in words, for the page, for a file and on paper; who takes them away is kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from preau.foundation.pdf import typeset
from preau.foundation.text.days import french_day
from preau.offer.enrolment.enums import EnrolmentState
from preau.offer.enrolment.models import Enrolment
from preau.offer.enrolment.queries import places
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.households.enums import Channel, DocumentKind, FilePart
from preau.people.households.models import Child
from preau.people.households.readings import read_files
from preau.people.permissions import Actor

from .enums import Answer, ApplicationState
from .models import AllocationCampaign, Application
from .received import Line, whole

_TEMPLATE = Path(__file__).with_name("applications.typ")
_ORDER = {EnrolmentState.CONFIRMED: 0, EnrolmentState.ENDED: 0, EnrolmentState.OFFERED: 1, EnrolmentState.WAITING: 2}


@dataclass(frozen=True, slots=True)
class Told:
    """One application in words. ``got``: what it was given, the best first; nothing until families know."""

    application: Application
    line: Line
    made: str
    wishes: str
    lacks: str
    got: tuple[str, ...]

    @property
    def state(self) -> str:
        return str(ApplicationState(self.application.state).label)

    @property
    def marks(self) -> list[str]:
        marks = []
        if self.line.has_bundle:
            marks.append(_("groupes demandés ensemble"))
        if self.line.has_siblings:
            marks.append(_("avec un frère ou une sœur"))
        return marks

    @property
    def answer(self) -> str:
        return str(Answer(self.line.answer).label) if self.line.answer else ""


def told(campaign: AllocationCampaign, lines: Sequence[Line]) -> list[Told]:
    found = whole(lines)
    got = _got(campaign, [application for line, application in found if line.answer])
    return [
        Told(application, line, _made(application), _wishes(application), _lacks(line), got.get(application.pk, ()))
        for line, application in found
    ]


def look_through(rows: Sequence[Told], *, who: Actor, hand: Hand) -> int:
    """Each child that a page names has a line about it, which parents read."""
    return read_files([each.application.child for each in rows], part=FilePart.PLACES, who=who, hand=hand)


@transaction.atomic
def take_away(campaign: AllocationCampaign, rows: Sequence[Told], *, form: str, who: Actor, hand: Hand) -> None:
    """Out of this program nobody can follow a list: who took it, how many children and in which form are kept."""
    look_through(rows, who=who, hand=hand)
    details = {"form": form, "children": len(rows)}
    record("applications.taken", campaign, by=hand.by_id, now=hand.now, details=details)


def headings() -> list[str]:
    return [
        _("Nom de l’enfant"),
        _("Prénom de l’enfant"),
        _("Code de la demande"),
        _("Où en est la demande"),
        _("Faite"),
        _("Vœux, du préféré au dernier"),
        _("Particularités"),
        _("Pièces qui manquent"),
        _("Réponse aujourd’hui"),
        _("Le détail de la réponse"),
    ]


def cells(row: Told) -> list[str]:
    child: Child = row.application.child
    return [
        child.last_name,
        child.first_name,
        row.application.code,
        row.state,
        row.made,
        " ; ".join(_names(row.application)),
        ", ".join(row.marks),
        row.lacks,
        row.answer,
        " ; ".join(row.got),
    ]


def write_list(campaign: AllocationCampaign, rows: Sequence[Told], *, about: str, hand: Hand) -> bytes:
    """PDF/UA-1, A4. ``about``: what was chosen, in words."""
    with override("fr"):
        return typeset(
            _TEMPLATE,
            {
                "title": campaign.title,
                "town": campaign.commune.name,
                "about": about,
                "day": french_day(timezone.localdate(hand.now)),
                "by": hand.by.full_name if hand.by else "",
                "heads": [_("Enfant"), _("Demande"), _("Vœux"), _("À suivre"), _("Réponse")],
                "rows": [
                    [
                        str(each.application.child),
                        f"{each.state}, {each.made}",
                        each.wishes,
                        _joined(
                            [*each.marks, *([_("manque : %(what)s") % {"what": each.lacks}] if each.lacks else [])]
                        ),
                        _joined([*each.got]) or each.answer,
                    ]
                    for each in rows
                ],
            },
        )


def _got(campaign: AllocationCampaign, applications: Sequence[Application]) -> dict[int, tuple[str, ...]]:
    """By application. Places given back or lost are told only to whoever has nothing left."""
    mine = {each.child_id: each.pk for each in applications}
    rows = places(Enrolment.objects.filter(child__in=mine, unit__campaign_offer__campaign=campaign))
    held: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for each in rows:
        name = f"{each.unit.activity.title}, {each.unit.label}"
        state = str(EnrolmentState(each.state).label)
        if each.state == EnrolmentState.WAITING:
            state = _("en liste d’attente, rang %(rank)d") % {"rank": each.rank}  # type: ignore[attr-defined]
        held[mine[each.child_id]].append((_ORDER.get(EnrolmentState(each.state), 9), f"{name} : {state}"))
    return {
        pk: tuple(words for rank, words in sorted(lines) if rank < 9 or min(lines)[0] == 9)
        for pk, lines in held.items()
    }


def _made(application: Application) -> str:
    by, channel = application.asked_by, str(Channel(application.channel).label)
    return _("%(way)s par %(who)s") % {"way": channel, "who": by} if by else channel


def _names(application: Application) -> list[str]:
    names = []
    for each in application.wishes.all():
        if each.offer is not None:
            names.append(f"{each.offer.unit.activity.title}, {each.offer.unit.label}")
        elif each.bundle is not None:
            names.append(each.bundle.label)
    return names


def _wishes(application: Application) -> str:
    names = _names(application)
    if not names:
        return _("aucun vœu encore")
    said = ngettext("%(n)d vœu : %(first)s", "%(n)d vœux, d’abord %(first)s", len(names))
    return said % {"n": len(names), "first": names[0]}


def _lacks(line: Line) -> str:
    return ", ".join(str(DocumentKind(each).label) for each in line.lacks if each in DocumentKind.values)


def _joined(parts: Sequence[str]) -> str:
    return " · ".join(parts)
