"""The page of one sheet: where it stands, who must do what next, and everything it says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext as _

from preau.foundation.lifecycle import Step
from preau.people.organisations.models import Organisation
from preau.people.permissions import Actor
from preau.plan.sheets.enums import SheetState
from preau.plan.sheets.models import ActionSheet, BudgetLine, SheetEvent, SheetMilestone, SheetValidation
from preau.plan.sheets.permissions import SHEETS
from preau.plan.sheets.queries import Balance, balance_of
from preau.plan.sheets.refusals import lacks_for, refusal
from preau.plan.sheets.rules import Lack
from preau.plan.sheets.state import changeable
from preau.plan.sheets.states import LIFE, ON_PURPOSE, WAY
from preau.surfaces.workspace.sheets.answers import Answer, answer
from preau.surfaces.workspace.sheets.history import History, HistoryLine
from preau.surfaces.workspace.sheets.steps import ONWARD, SECTION_OF, STEP_SLUGS


@dataclass(frozen=True, slots=True)
class Square:
    """One square of the hopscotch. ``event`` is what brought the sheet there."""

    label: str
    is_done: bool
    is_current: bool
    event: SheetEvent | None


@dataclass(frozen=True, slots=True)
class Offer:
    """A step that is this person's affair; ``refusal`` says why it can't be taken yet."""

    step: Step
    url: str
    refusal: str | None
    is_main: bool = False

    @property
    def is_plain(self) -> bool:
        """Taken by its button, without a page that asks for more."""
        return self.step.name in ("propose", "schedule", "start", "archive")


@dataclass(frozen=True, slots=True)
class Mend:
    """Something that is missing, and where this person may mend it; "" for who may not."""

    sentence: str
    place: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    organisation: Organisation | None
    is_owner: bool
    validation: SheetValidation | None


class SheetPage:
    def __init__(self, sheet: ActionSheet, who: Actor, today: date) -> None:
        self.sheet, self.who, self.today = sheet, who, today

    @cached_property
    def answer(self) -> Answer:
        awaited = [str(side.organisation) for side in self.sides if side.validation is None]
        onward = ONWARD.get(SheetState(self.sheet.state), "")
        stopped = self._moves[0] if self.sheet.state in (SheetState.REJECTED, SheetState.CANCELLED) else None
        lacks = lacks_for(onward, self.sheet)
        return answer(self.sheet, self.today, awaited=awaited, lacks=lacks, stopped=stopped)

    @cached_property
    def lacks(self) -> list[Mend]:
        return [self._mend(lack) for lack in self.answer.lacks]

    @cached_property
    def squares(self) -> list[Square]:
        """A sheet that was refused or cancelled keeps the squares that it went through."""
        reached = {event.to_state: event for event in reversed(self._moves)}
        current = self.sheet.state
        if current in WAY:
            done = [*WAY].index(SheetState(current))
        elif current == SheetState.ARCHIVED:
            done = len(WAY)
        else:
            done = max((number for number, state in enumerate(WAY) if state in reached), default=0) + 1
        return [
            Square(str(state.label), number < done, state == current, reached.get(state) if number <= done else None)
            for number, state in enumerate(WAY)
        ]

    @cached_property
    def offers(self) -> list[Offer]:
        found = []
        for name in ON_PURPOSE:
            step = LIFE.by_name[name]
            if self.sheet.state in step.sources and SHEETS.may(self.who, name, self.sheet):
                is_main = name == ONWARD.get(SheetState(self.sheet.state))
                found.append(Offer(step, self._url(name), refusal(name, self.sheet, self.who), is_main))
        return found

    @property
    def main(self) -> Offer | None:
        return next((offer for offer in self.offers if offer.is_main), None)

    @property
    def others(self) -> list[Offer]:
        """Other ways on or back: to refuse, to write again."""
        return [
            each for each in self.offers if not each.is_main and each.refusal is None and each.step.name != "cancel"
        ]

    @property
    def ending(self) -> Offer | None:
        """To give the action up: offered at the margin of the page, not beside what goes on."""
        return next((offer for offer in self.offers if offer.step.name == "cancel"), None)

    @cached_property
    def may_comment(self) -> bool:
        return SHEETS.may(self.who, "comment", self.sheet)

    @cached_property
    def may_copy(self) -> bool:
        return SHEETS.may(self.who, "copy", self.sheet) and not self.copies

    @cached_property
    def may_give_opinion(self) -> bool:
        return SHEETS.may(self.who, "give_opinion", self.sheet)

    @cached_property
    def open_facts(self) -> frozenset[str]:
        """What this person may change now."""
        mine = SHEETS.may(self.who, "edit", self.sheet)
        return changeable(self.sheet.state) if mine else frozenset()

    @cached_property
    def sides(self) -> list[Side]:
        given = {each.organisation_id: each for each in self.sheet.validations.select_related("by") if each.holds}
        pairs = ((self.sheet.owner, True), (self.sheet.co_owner, False))
        return [Side(side, is_owner, given.get(side.pk) if side else None) for side, is_owner in pairs]

    @cached_property
    def copies(self) -> list[ActionSheet]:
        """Taken up for the next year, as far as the reader may know."""
        seen = SHEETS.rows(self.who, "read", self.sheet.copies.exclude(state=SheetState.CANCELLED))
        return list(seen)

    @cached_property
    def origin(self) -> ActionSheet | None:
        found = ActionSheet.objects.filter(pk=self.sheet.copied_from_id or 0)
        return SHEETS.rows(self.who, "read", found).first()

    @cached_property
    def budget(self) -> list[BudgetLine]:
        return list(self.sheet.budget.select_related("funder"))

    @cached_property
    def balance(self) -> Balance:
        return balance_of(self.budget)

    @cached_property
    def milestones(self) -> list[tuple[SheetMilestone, bool]]:
        """Each with whether its day has passed."""
        return [(each, each.is_late(self.today)) for each in self.sheet.milestones.select_related("done_by")]

    @property
    def late_milestones(self) -> int:
        return sum(is_late for _, is_late in self.milestones) if self.sheet.is_live else 0

    @property
    def is_early(self) -> bool:
        """An action under way may be reviewed already, but that is not what its page asks for."""
        ends_on = self.sheet.ends_on
        return self.sheet.state == SheetState.RUNNING and ends_on is not None and ends_on >= self.today

    @cached_property
    def history(self) -> list[HistoryLine]:
        return History(self.sheet).lines()

    @cached_property
    def _moves(self) -> list[SheetEvent]:
        return [line.event for line in self.history if line.event.is_move]

    def _mend(self, lack: Lack) -> Mend:
        if lack.about == "apps":
            return Mend(lack.sentence, "#applications", _("Donner mon avis") if self.may_give_opinion else _("Voir"))
        if not self.open_facts:
            return Mend(lack.sentence)
        place = reverse("workspace:sheet_section", args=[self.sheet.pk, SECTION_OF[lack.about]])
        return Mend(lack.sentence, place, _("Compléter"))

    def _url(self, step: str) -> str:
        if step == "review":
            return reverse("workspace:sheet_review", args=[self.sheet.pk])
        return reverse("workspace:sheet_step", args=[self.sheet.pk, STEP_SLUGS[step]])
