"""The coordination's bench: how far the evaluation is, what must be typed, reviewed, mended, and the next dates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Prefetch
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from preau.cooperation.agreements.models import Agreement
from preau.foundation.schoolyears import school_year_of, year_name
from preau.observatory.evaluation.enums import EvaluationState
from preau.observatory.evaluation.progress import Progress, progress_of
from preau.observatory.evaluation.reading import under_way
from preau.observatory.facts.health import CHECKS, settled_health
from preau.observatory.facts.reading import FactsInUse, facts_in_use
from preau.observatory.indicators.entering import takes_a_value
from preau.observatory.indicators.models import Indicator, Value
from preau.people.smallnumbers.deciding import small_numbers_on
from preau.people.smallnumbers.floor import SmallNumbers
from preau.plan.board.dated import dated
from preau.plan.board.timeline import Event, EventKind
from preau.plan.labels.models import LabelFile
from preau.plan.sheets.enums import SheetState
from preau.plan.sheets.models import ActionSheet
from preau.plan.structure.models import TerritorialEducationPlan
from preau.surfaces.workspace.day.agreementdates import agreement_dates

_NAMED = 3
_DATES = 5


@dataclass(frozen=True, slots=True)
class Named:
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Task:
    """``count`` things wait under that title; ``named`` are the first of them. ``is_late``: it presses."""

    title: str
    count: int
    words: str
    url: str
    label: str
    named: tuple[Named, ...] = ()
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that nobody filled in, as a share of whole tables."""

    percent: int
    words: str


class Bench:
    def __init__(self, plan: TerritorialEducationPlan, today: date) -> None:
        self.plan, self.today = plan, today

    @cached_property
    def tasks(self) -> list[Task]:
        return [self._evaluation(), self._values(), self._reviews()]

    # The evaluation ------------------------------------------------------------------------------------------------

    def _evaluation(self) -> Task:
        found = under_way(self.plan)
        if found is None:
            url = reverse("workspace:evaluations")
            return Task(_("Évaluation"), 0, _("Aucune ne se prépare."), url, _("Voir les évaluations"))
        progress = progress_of(found)
        title = _("Évaluation %(year)s") % {"year": found.year_name}
        if found.state == EvaluationState.REVIEW:
            return _before_committee(title, progress)
        url = reverse("workspace:evaluation_progress", args=[found.pk])
        late = progress.is_late(self.today)
        return Task(
            title, progress.awaited + progress.begun, _said(progress), url, _("Suivre l’avancement"), is_late=late
        )

    # What is typed by hand -----------------------------------------------------------------------------------------

    def _values(self) -> Task:
        year = school_year_of(self.today) - 1
        standing = Prefetch("values", Value.objects.standing())
        kept = self.plan.indicators.kept().select_related("effect").prefetch_related(standing)
        empty = [each for each in kept if takes_a_value(each) and not _has_value(each, year)]
        words = (
            ngettext("sans valeur pour %(year)s.", "sans valeur pour %(year)s.", len(empty))
            if empty
            else _("Tous ont leur valeur pour %(year)s.")
        )
        return Task(
            _("Indicateurs à saisir"),
            len(empty),
            words % {"year": year_name(year)},
            reverse("workspace:indicators"),
            _("Ouvrir les indicateurs"),
            tuple(
                Named(str(each.entry.title), reverse("workspace:indicator", args=[each.pk])) for each in empty[:_NAMED]
            ),
        )

    # Actions that are over -------------------------------------------------------------------------------------------

    def _reviews(self) -> Task:
        over = ActionSheet.objects.filter(plan=self.plan, state=SheetState.RUNNING, ends_on__lt=self.today)
        found = list(over.order_by("ends_on", "pk"))
        words = (
            ngettext("action est finie, sans bilan.", "actions sont finies, sans bilan.", len(found))
            if found
            else _("Aucune action finie n’attend son bilan.")
        )
        return Task(
            _("Bilans attendus"),
            len(found),
            words,
            reverse("workspace:sheets") + "?etat=en-retard",
            _("Voir les fiches en retard"),
            tuple(Named(str(each), reverse("workspace:sheet", args=[each.pk])) for each in found[:_NAMED]),
            is_late=any((self.today - each.ends_on).days > 30 for each in found if each.ends_on),
        )

    # Data ----------------------------------------------------------------------------------------------------------

    @cached_property
    def facts(self) -> FactsInUse | None:
        return facts_in_use()

    @cached_property
    def doubts(self) -> list[Doubt]:
        """What weakens figures most; worked out at night."""
        if self.facts is None:
            return []
        told = [(each.check.name, each.faults, each.of) for each in settled_health(self.facts)]
        return _doubts(told, small_numbers_on(self.plan.commune, self.today))[:_NAMED]

    # Dates ---------------------------------------------------------------------------------------------------------

    @cached_property
    def dates(self) -> list[Event]:
        """Objectives have their own list on the page."""
        events = dated(self.plan, ActionSheet.objects.all(), LabelFile.objects.all())
        events += agreement_dates(Agreement.objects.filter(commune=self.plan.commune_id))
        coming = [each for each in events if each.on >= self.today and each.kind != EventKind.HORIZON]
        return sorted(coming, key=lambda each: each.on)[:_DATES]


def _before_committee(title: str, progress: Progress) -> Task:
    """Contributions are closed: what waits is a verdict."""
    count = len(progress.silent)
    proposed = ngettext("%(n)d est proposé", "%(n)d sont proposés", progress.verdicts) % {"n": progress.verdicts}
    lead = ngettext("effet sans verdict avant le comité", "effets sans verdict avant le comité", count)
    words = f"{lead}, {proposed}." if count else _("Tous les verdicts sont proposés : le comité peut se prononcer.")
    url = reverse("workspace:evaluation_adoption", args=[progress.evaluation.pk])
    return Task(title, count, words, url, _("Préparer le comité"))


def _said(progress: Progress) -> str:
    """Read after the number of those that are awaited."""
    told = {"n": progress.handed_in, "all": progress.asked}
    handed_in = ngettext("%(n)d remise sur %(all)d", "%(n)d remises sur %(all)d", progress.handed_in) % told
    left = progress.asked - progress.handed_in
    lead = ngettext("contribution encore attendue", "contributions encore attendues", left)
    said = f"{lead}, {handed_in}." if left else _("Toutes les contributions sont là.")
    if progress.silent and progress.verdicts:
        count = len(progress.silent)
        return said + " " + ngettext("%(n)d effet sans verdict.", "%(n)d effets sans verdict.", count) % {"n": count}
    return said


def _has_value(indicator: Indicator, year: int) -> bool:
    """An outside number of an earlier year still serves; what is typed is that of its year."""
    return any(each.school_year == year or (each.part and each.school_year <= year) for each in indicator.values.all())


def _doubts(told: Iterable[tuple[str, int, int]], few: SmallNumbers) -> list[Doubt]:
    """Only of enough rows, among enough of them: a share of a few tells of somebody."""
    words = {each.name: str(each.words) for each in CHECKS}
    shares = [
        Doubt(round(100 * faults / of), words[name])
        for name, faults, of in told
        if faults >= few.cell and of >= few.percentage
    ]
    return sorted((each for each in shares if each.percent), key=lambda each: -each.percent)
