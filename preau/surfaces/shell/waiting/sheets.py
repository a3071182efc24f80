"""Action sheets that wait for somebody: an agreement, a milestone, a step, a review, an opinion."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from preau.people.accounts.enums import Role
from preau.people.accounts.models import Membership, User
from preau.people.notices.waiting import Waiting
from preau.plan.sheets.enums import Opinion, SheetState
from preau.plan.sheets.models import ActionSheet, SheetApp, SheetMilestone, SheetValidation
from preau.plan.sheets.states import LIVE, ON_THE_WAY

_AHEAD = timedelta(days=14)
"""How long before its day a milestone begins to wait."""
_ACTIVE = frozenset({*ON_THE_WAY, SheetState.RUNNING})

type Told = tuple[int, Waiting]
"""For whom (the id of an organisation), what."""


def carried_sheets(people: Sequence[User], on: date) -> Mapping[int, Sequence[Waiting]]:
    """What the organisations that a person contributes for have to do. Five queries."""
    members = _members(people, on, Role.CONTRIBUTOR)
    found: dict[int, list[Waiting]] = {}
    for organisation, thing in (*_agreements(members, on), *_steps(members, on), *_milestones(members, on)):
        for person in members.get(organisation, ()):
            found.setdefault(person, []).append(thing)
    return found


def asked_opinions(people: Sequence[User], on: date) -> Mapping[int, Sequence[Waiting]]:
    """Applications that the data officer has not spoken of yet. Two queries."""
    officers = {person for told in _members(people, on, Role.DATA_OFFICER).values() for person in told}
    if not officers:
        return {}
    apps = SheetApp.objects.filter(
        opinion=Opinion.ASKED, sheet__state__in=LIVE - {SheetState.DRAFT}, sheet__plan__discarded_at=None
    )
    things = [
        Waiting(
            title=_("votre avis sur « %(name)s » (%(code)s)") % {"name": app.name, "code": app.sheet.code},
            path=reverse("workspace:sheet_opinion", args=[app.sheet_id, app.pk]),
            due_on=app.sheet.starts_on,
            why=_("l’action ne peut pas être programmée sans lui"),
        )
        for app in apps.select_related("sheet").order_by("sheet__starts_on", "pk")
    ]
    return dict.fromkeys(officers, things) if things else {}


def _members(people: Sequence[User], on: date, role: Role) -> dict[int, list[int]]:
    """{organisation: people}. One query."""
    members: dict[int, list[int]] = {}
    held = Membership.objects.on(on).filter(user__in=people, role=role)
    for organisation, person in held.values_list("organisation_id", "user_id"):
        members.setdefault(organisation, []).append(person)
    return members


def _agreements(members: Mapping[int, Sequence[int]], on: date) -> Iterator[Told]:
    sheets = ActionSheet.objects.filter(
        Q(owner__in=members) | Q(co_owner__in=members), state=SheetState.PROPOSED, plan__discarded_at=None
    ).order_by("starts_on", "pk")
    given = set(
        SheetValidation.objects.filter(sheet__state=SheetState.PROPOSED, withdrawn_at=None).values_list(
            "sheet_id", "organisation_id"
        )
    )
    for sheet in sheets:
        code = {"code": sheet.code}
        for side in (sheet.owner_id, sheet.co_owner_id):
            if side is not None and side in members and (sheet.pk, side) not in given:
                yield (
                    side,
                    _thing(
                        sheet, _("valider %(code)s") % code, sheet.starts_on, _("votre institution n’a pas répondu")
                    ),
                )


def _steps(members: Mapping[int, Sequence[int]], on: date) -> Iterator[Told]:
    """An action whose first day has passed, or whose last one has."""
    passed = Q(state=SheetState.SCHEDULED, starts_on__lt=on) | Q(state=SheetState.RUNNING, ends_on__lt=on)
    for sheet in ActionSheet.objects.filter(passed, owner__in=members, plan__discarded_at=None).order_by("pk"):
        code = {"code": sheet.code}
        if sheet.state == SheetState.SCHEDULED:
            yield sheet.owner_id, _thing(sheet, _("démarrer %(code)s") % code, sheet.starts_on, _("le début est passé"))
        else:
            due = sheet.review_due_on
            late = due is not None and due < on
            why = _("en retard") if late else _("l’action est finie")
            yield sheet.owner_id, _thing(sheet, _("écrire le bilan de %(code)s") % code, due, why)


def _milestones(members: Mapping[int, Sequence[int]], on: date) -> Iterator[Told]:
    coming = SheetMilestone.objects.filter(
        sheet__owner__in=members,
        sheet__state__in=_ACTIVE,
        sheet__plan__discarded_at=None,
        done_at=None,
        due_on__lte=on + _AHEAD,
    )
    for each in coming.select_related("sheet").order_by("due_on", "pk"):
        why = _("en retard") if each.due_on < on else _("étape d’une action de votre organisation")
        yield each.sheet.owner_id, _thing(each.sheet, f"{each.name} ({each.sheet.code})", each.due_on, why)


def _thing(sheet: ActionSheet, title: str, due_on: date | None, why: str) -> Waiting:
    path = reverse("workspace:sheet", args=[sheet.pk])
    return Waiting(title=title, path=path, due_on=due_on, why=why)
