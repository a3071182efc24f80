"""Who is told of what happens to a sheet: those whose turn it is, and those whose affair it is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from preau.people.accounts.enums import Role
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import Membership, User
from preau.people.accounts.queries import coordinators, who_hold
from preau.people.notices.actions import notify
from preau.people.notices.enums import NoticeKind
from preau.people.notices.queries import people_called
from preau.people.organisations.models import Organisation

from .enums import SheetState
from .models import ActionSheet, SheetApp, SheetComment

_STEPS = {
    "reject": (NoticeKind.DECIDED, gettext_lazy("%(code)s est refusée par l’organisation associée")),
    "redraft": (NoticeKind.CHANGED, gettext_lazy("%(code)s est remise en brouillon")),
    "cancel": (NoticeKind.DECIDED, gettext_lazy("%(code)s est annulée")),
    "schedule": (NoticeKind.CHANGED, gettext_lazy("%(code)s est programmée")),
    "review": (NoticeKind.CHANGED, gettext_lazy("Le bilan de %(code)s est écrit")),
}


def address(sheet: ActionSheet) -> str:
    return reverse("workspace:sheet", args=[sheet.pk])


def ask_agreement(sheet: ActionSheet, *, hand: Hand, sides: Iterable[Organisation] | None = None) -> None:
    """Both institutions, or those given, are asked to agree."""
    asked = sides if sides is not None else _sides(sheet)
    _tell(asked, NoticeKind.ASKED, sheet, _("%(code)s attend votre validation"), hand=hand, due_on=sheet.starts_on)


def tell_agreement(sheet: ActionSheet, organisation: Organisation, *, hand: Hand) -> None:
    """One side agreed: the other is told, or both once nothing more is awaited."""
    if sheet.state == SheetState.CO_VALIDATED:
        _tell(_sides(sheet), NoticeKind.DECIDED, sheet, _("%(code)s est validée par les deux institutions"), hand=hand)
    else:
        others = [side for side in _sides(sheet) if side.pk != organisation.pk]
        title = _("À vous de valider %(code)s : l’autre institution est d’accord")
        _tell(others, NoticeKind.ASKED, sheet, title, hand=hand, due_on=sheet.starts_on)


def tell_step(sheet: ActionSheet, step: str, *, hand: Hand) -> None:
    if step in _STEPS:
        kind, title = _STEPS[step]
        _tell(_sides(sheet), kind, sheet, str(title), hand=hand)


def ask_opinions(sheet: ActionSheet, *, hand: Hand) -> None:
    """The data officer is asked about each application once the sheet may be read; not while it is a draft."""
    if sheet.proposed_at is None or sheet.state == SheetState.DRAFT:
        return
    officers = list(who_hold(Role.DATA_OFFICER, _today(hand)))
    for app in sheet.apps.filter(opinion="asked"):
        _notify(
            officers,
            NoticeKind.ASKED,
            app,
            _("Votre avis sur une application de %(code)s") % {"code": sheet.code},
            sheet,
            hand,
            due_on=sheet.starts_on,
        )


def tell_opinion(app: SheetApp, sheet: ActionSheet, *, hand: Hand) -> None:
    title = _("Avis donné sur une application de %(code)s") % {"code": sheet.code}
    _notify(contributors([sheet.owner_id], _today(hand)), NoticeKind.REPLIED, app, title, sheet, hand)


def tell_comment(said: SheetComment, *, hand: Hand) -> None:
    """Those whom the words call, then the others of both sides."""
    sheet = said.sheet
    called = people_called(said.text, _today(hand))
    title = _("On vous cite dans un commentaire de %(code)s") % {"code": sheet.code}
    _notify(called, NoticeKind.MENTIONED, sheet, title, sheet, hand)
    known = {person.pk for person in called}
    others = [each for each in contributors([side.pk for side in _sides(sheet)], _today(hand)) if each.pk not in known]
    _notify(others, NoticeKind.REPLIED, sheet, _("Un commentaire sur %(code)s") % {"code": sheet.code}, sheet, hand)


def contributors(organisations: Iterable[int], on: date) -> list[User]:
    """Those who contribute for these organisations; the coordination stands in for one that has nobody."""
    wanted = set(organisations)
    held = Membership.objects.on(on).filter(role=Role.CONTRIBUTOR, organisation__in=wanted, user__is_active=True)
    members = list(held.select_related("user"))
    found = {each.user_id: each.user for each in members}
    if wanted - {each.organisation_id for each in members}:
        found |= {person.pk: person for person in coordinators(on)}
    return list(found.values())


def _sides(sheet: ActionSheet) -> list[Organisation]:
    return [side for side in (sheet.owner, sheet.co_owner) if side is not None]


def _tell(
    organisations: Iterable[Organisation],
    kind: NoticeKind,
    sheet: ActionSheet,
    title: str,
    *,
    hand: Hand,
    due_on: date | None = None,
) -> None:
    people = contributors([each.pk for each in organisations], _today(hand))
    _notify(people, kind, sheet, title % {"code": sheet.code}, sheet, hand, due_on=due_on)


def _notify(
    people: Iterable[User],
    kind: NoticeKind,
    subject: ActionSheet | SheetApp,
    title: str,
    sheet: ActionSheet,
    hand: Hand,
    due_on: date | None = None,
) -> None:
    named = f"{title} · {sheet.title}"
    notify(
        people, kind=kind, subject=subject, title=named, path=address(sheet), now=hand.now, by=hand.by, due_on=due_on
    )


def _today(hand: Hand) -> date:
    return timezone.localtime(hand.now).date()
