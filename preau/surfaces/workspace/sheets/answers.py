"""What the page of a sheet opens with: where the action stands, and whose turn it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from preau.foundation.design.templatetags.preau_design import long_date
from preau.plan.sheets.enums import SheetState
from preau.plan.sheets.models import ActionSheet, SheetEvent
from preau.plan.sheets.rules import Lack


@dataclass(frozen=True, slots=True)
class Answer:
    """``who`` says whose turn it is; ``tone`` is that of a notice; ``lacks`` is what the next step waits for."""

    sentence: str
    who: str = ""
    tone: str = ""
    lacks: list[Lack] = field(default_factory=list)


def answer(
    sheet: ActionSheet, today: date, *, awaited: list[str], lacks: list[Lack], stopped: SheetEvent | None
) -> Answer:
    """``awaited``: names of the sides that have not agreed. ``stopped``: what refused or cancelled the sheet."""
    owner = {"name": sheet.owner}
    match sheet.state:
        case SheetState.DRAFT if lacks:
            return Answer(_("Ce brouillon n’est lu que par ceux qui le portent. Avant de le proposer :"), lacks=lacks)
        case SheetState.DRAFT:
            return Answer(_("Ce brouillon est complet : il peut être proposé aux deux institutions."), tone="good")
        case SheetState.PROPOSED:
            names = _(" et de ").join(awaited)
            return Answer(_("On attend la validation de %(names)s.") % {"names": names}, tone="warn")
        case SheetState.CO_VALIDATED:
            sentence = _("Les deux institutions sont d’accord. Il reste à programmer l’action.")
            return Answer(sentence, _("À faire par %(name)s.") % owner, "warn" if lacks else "good", lacks)
        case SheetState.SCHEDULED:
            return _scheduled(sheet, today)
        case SheetState.RUNNING:
            return _running(sheet, today)
        case SheetState.REVIEWED | SheetState.ARCHIVED:
            return _reviewed(sheet)
        case _:
            return _stopped(sheet, stopped)


def _scheduled(sheet: ActionSheet, today: date) -> Answer:
    assert sheet.starts_on is not None  # noqa: S101  the database has it once a sheet is proposed
    day = {"day": long_date(sheet.starts_on)}
    if sheet.starts_on < today:
        sentence = _("L’action devait commencer le %(day)s. Démarrez-la, ou changez ses dates.") % day
        return Answer(sentence, _("À faire par %(name)s.") % {"name": sheet.owner}, "stop")
    return Answer(_("Tout est prêt : l’action commence le %(day)s.") % day, tone="good")


def _running(sheet: ActionSheet, today: date) -> Answer:
    ends_on, due = sheet.ends_on, sheet.review_due_on
    assert ends_on is not None and due is not None  # noqa: S101  as above
    if ends_on >= today:
        return Answer(_("L’action a lieu en ce moment, jusqu’au %(day)s.") % {"day": long_date(ends_on)}, tone="good")
    who = _("À écrire par %(name)s.") % {"name": sheet.owner}
    days = {"day": long_date(ends_on), "due": long_date(due)}
    if due < today:
        return Answer(_("L’action a fini le %(day)s. Son bilan était attendu le %(due)s.") % days, who, "stop")
    return Answer(_("L’action a fini le %(day)s. Son bilan est attendu avant le %(due)s.") % days, who, "warn")


def _reviewed(sheet: ActionSheet) -> Answer:
    assert sheet.review is not None  # noqa: S101  as above
    counts = {"children": sheet.review.children, "adults": sheet.review.adults}
    return Answer(_("Personnes touchées : %(children)d enfants ou jeunes, %(adults)d adultes.") % counts, tone="good")


def _stopped(sheet: ActionSheet, last: SheetEvent | None) -> Answer:
    told = {
        "day": long_date(last.at) if last else "",
        "who": (last.by if last else None) or _("Quelqu’un"),
        "why": last.reason if last else "",
    }
    if sheet.state == SheetState.REJECTED:
        return Answer(_("%(who)s a refusé la fiche le %(day)s. %(why)s") % told, tone="stop")
    return Answer(_("%(who)s a annulé l’action le %(day)s. %(why)s") % told, tone="stop")
