from __future__ import annotations

from datetime import date, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from preau.foundation.schoolyears import year_name
from preau.plan.sheets.enums import Audience, SheetState, Theme
from preau.plan.sheets.rules import OLDEST, REVIEW_AFTER, YOUNGEST
from preau.plan.sheets.states import COMMITTED, LIVE
from preau.town.calendar.enums import TimeBand

_BEFORE_PROPOSAL = (SheetState.DRAFT, SheetState.CANCELLED)
_AFTER_REVIEW = (SheetState.REVIEWED, SheetState.ARCHIVED)


class ActionSheetQuerySet(models.QuerySet["ActionSheet"]):
    def live(self) -> ActionSheetQuerySet:
        return self.filter(state__in=LIVE)

    def committed(self) -> ActionSheetQuerySet:
        """Those that the plan can count on: dated, under way, or done."""
        return self.filter(state__in=COMMITTED)

    def shared(self) -> ActionSheetQuerySet:
        """Those that left the hands of their two organisations."""
        return self.filter(proposed_at__isnull=False).exclude(state=SheetState.DRAFT)

    def late(self, today: date) -> ActionSheetQuerySet:
        """Their start or their end has passed without its step, or a milestone has."""
        return self.filter(
            Q(state__in=(SheetState.PROPOSED, SheetState.CO_VALIDATED, SheetState.SCHEDULED), starts_on__lt=today)
            | Q(state=SheetState.RUNNING, ends_on__lt=today)
            | Q(
                state__in=LIVE,
                pk__in=self.model._default_manager.filter(
                    milestones__done_at__isnull=True, milestones__due_on__lt=today
                ).values("pk"),
            )
        )

    def review_late(self, today: date) -> ActionSheetQuerySet:
        return self.filter(state=SheetState.RUNNING, ends_on__lt=today - REVIEW_AFTER)


class ActionSheet(models.Model):
    """One action of a school year (fiche action), carried by two organisations of two institutions.

    ``number`` is given once in a plan and a year: F2026-12. ``version`` grows with each change, so that two people
    never overwrite each other. ``proposed_at`` is when its two organisations first showed it to the others.
    ``review`` is what makes it reviewed. Themes, objectives, partners, milestones, money are rows of their own.
    """

    plan = models.ForeignKey("plan.TerritorialEducationPlan", models.CASCADE, related_name="sheets")
    school_year = models.PositiveSmallIntegerField(_("année scolaire"))
    number = models.PositiveIntegerField(_("numéro"))
    title = models.CharField(_("intitulé de l’action"), max_length=200)
    summary = models.CharField(_("en une phrase"), max_length=400, blank=True)
    description = models.TextField(_("ce que font les enfants"), blank=True)
    means = models.TextField(_("moyens"), blank=True)
    owner = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="owned_sheets")
    co_owner = models.ForeignKey(
        "organisations.Organisation", models.PROTECT, null=True, blank=True, related_name="co_owned_sheets"
    )
    contact = models.ForeignKey("accounts.User", models.SET_NULL, null=True, blank=True, related_name="+")
    state = models.CharField(_("état"), max_length=12, choices=SheetState, default=SheetState.DRAFT)
    starts_on = models.DateField(_("début"), null=True, blank=True)
    ends_on = models.DateField(_("fin"), null=True, blank=True)
    age_from = models.PositiveSmallIntegerField(_("à partir de (ans)"), null=True, blank=True)
    age_to = models.PositiveSmallIntegerField(_("jusqu’à (ans)"), null=True, blank=True)
    audiences = models.JSONField(_("publics"), default=list, blank=True)
    bands = models.JSONField(_("temps de la semaine"), default=list, blank=True)
    sites = models.ManyToManyField("places.Site", related_name="sheets", blank=True)
    objectives = models.ManyToManyField("plan.PlanItem", through="sheets.SheetObjective", related_name="sheets")
    version = models.PositiveIntegerField(_("version"), default=1)
    created_at = models.DateTimeField(_("créée le"))
    created_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    proposed_at = models.DateTimeField(_("proposée le"), null=True, blank=True)
    copied_from = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="copies")
    review = models.OneToOneField("sheets.ActionReview", models.PROTECT, null=True, blank=True, related_name="sheet")

    objects = ActionSheetQuerySet.as_manager()

    class Meta:
        verbose_name = _("fiche action")
        ordering = ["-school_year", "number"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "school_year", "number"], name="sheet_number_once_by_year"),
            models.UniqueConstraint(
                fields=["copied_from", "school_year"],
                condition=~Q(state=SheetState.CANCELLED),
                name="sheet_copied_once_by_year",
            ),
            models.CheckConstraint(condition=Q(state__in=SheetState.values), name="sheet_state_is_known"),
            models.CheckConstraint(
                condition=Q(co_owner__isnull=True) | ~Q(co_owner=F("owner")), name="sheet_has_two_organisations"
            ),
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True) | Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="sheet_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=(Q(age_from__isnull=True) | Q(age_from__range=(YOUNGEST, OLDEST)))
                & (Q(age_to__isnull=True) | Q(age_to__range=(YOUNGEST, OLDEST)))
                & (Q(age_from__isnull=True) | Q(age_to__isnull=True) | Q(age_to__gte=F("age_from"))),
                name="sheet_ages_make_sense",
            ),
            models.CheckConstraint(
                condition=Q(state__in=_BEFORE_PROPOSAL)
                | Q(
                    co_owner__isnull=False,
                    starts_on__isnull=False,
                    ends_on__isnull=False,
                    proposed_at__isnull=False,
                ),
                name="a_proposed_sheet_says_who_and_when",
            ),
            models.CheckConstraint(
                condition=Q(state__in=_AFTER_REVIEW, review__isnull=False)
                | (~Q(state__in=_AFTER_REVIEW) & Q(review__isnull=True)),
                name="a_reviewed_sheet_has_its_review",
            ),
        ]
        indexes = [models.Index(fields=["plan", "state"], name="sheet_by_state")]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def code(self) -> str:
        return f"F{self.school_year}-{self.number}"

    @property
    def year_name(self) -> str:
        return year_name(self.school_year)

    @property
    def is_live(self) -> bool:
        return self.state in LIVE

    @property
    def review_due_on(self) -> date | None:
        return self.ends_on + REVIEW_AFTER if self.ends_on else None

    @property
    def days(self) -> timedelta | None:
        return self.ends_on - self.starts_on if self.starts_on and self.ends_on else None

    @property
    def audience_labels(self) -> list[str]:
        return [str(each.label) for each in Audience if each in self.audiences]

    @property
    def band_labels(self) -> list[str]:
        return [str(each.label) for each in TimeBand if each in self.bands]

    @property
    def theme_set(self) -> set[str]:
        """Reads ``themes``: prefetch them for a list."""
        return {each.theme for each in self.themes.all()}

    @property
    def is_digital(self) -> bool:
        return Theme.DIGITAL in self.theme_set
