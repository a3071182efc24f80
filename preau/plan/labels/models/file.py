from __future__ import annotations

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.plan.labels import rules
from preau.plan.labels.enums import LabelState, Standing
from preau.plan.labels.states import LIVE, OPEN_TO_WORK

_HELD = (LabelState.OBTAINED, LabelState.RENEWING, LabelState.EXPIRED)


class LabelFileQuerySet(models.QuerySet["LabelFile"]):
    def live(self) -> LabelFileQuerySet:
        """Those that did not end."""
        return self.filter(state__in=LIVE)


class LabelFile(models.Model):
    """An organisation's file for a label. ``level_aimed`` and ``level_obtained`` count from 1.

    ``expires_on`` is computed once from the term and kept: what was granted does not move when the rules do.
    ``warned_for`` is the term of which people were last warned.
    """

    scheme = models.ForeignKey("labels.LabelScheme", models.PROTECT, related_name="files")
    version = models.ForeignKey("labels.SchemeVersion", models.PROTECT, related_name="files")
    applicant = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="label_files")
    state = models.CharField(_("état"), max_length=12, choices=LabelState, default=LabelState.PREPARING)
    level_aimed = models.PositiveSmallIntegerField(_("niveau visé"), null=True, blank=True)
    level_obtained = models.PositiveSmallIntegerField(_("niveau obtenu"), null=True, blank=True)
    obtained_on = models.DateField(_("obtenu le"), null=True, blank=True)
    expires_on = models.DateField(_("valable jusqu’au"), null=True, blank=True)
    contact = models.CharField(_("personne à joindre"), max_length=160, blank=True)
    opened_at = models.DateTimeField(_("ouvert le"))
    warned_for = models.DateField(_("terme annoncé"), null=True, blank=True)
    objectives = models.ManyToManyField("plan.PlanItem", blank=True, related_name="label_files")

    objects = LabelFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("dossier de label")
        ordering = ["scheme__name", "applicant__name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "applicant"],
                condition=models.Q(state__in=sorted(LIVE)),
                name="one_living_file_by_label_and_applicant",
            ),
            models.CheckConstraint(
                condition=models.Q(obtained_on__isnull=True, expires_on__isnull=True)
                | models.Q(expires_on__gt=models.F("obtained_on")),
                name="a_label_ends_after_it_was_obtained",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=_HELD) | models.Q(obtained_on__isnull=False, expires_on__isnull=False),
                name="a_label_once_held_has_its_dates",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scheme}, {self.applicant}"

    @property
    def is_live(self) -> bool:
        return self.state in LIVE

    @property
    def is_open_to_work(self) -> bool:
        return self.state in OPEN_TO_WORK

    @property
    def level(self) -> str:
        """The level obtained, else the one aimed at."""
        return self.version.level_name(self.level_obtained or self.level_aimed)

    def standing(self, today: date) -> Standing:
        return rules.standing(
            self.state,
            obtained_on=self.obtained_on,
            expires_on=self.expires_on,
            notice_months=self.version.notice_months,
            today=today,
        )


class LabelStep(models.Model):
    """A change of state: who, when, why. ``by`` is None for the program."""

    file = models.ForeignKey("labels.LabelFile", models.CASCADE, related_name="steps")
    step = models.CharField(_("étape"), max_length=12)
    state = models.CharField(_("état atteint"), max_length=12, choices=LabelState)
    at = models.DateTimeField(_("quand"))
    by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    reason = models.CharField(_("raison"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("étape d’un dossier de label")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.file_id} {self.step}"


class LabelMilestone(models.Model):
    """Something to have done by a day."""

    file = models.ForeignKey("labels.LabelFile", models.CASCADE, related_name="milestones")
    name = models.CharField(_("jalon"), max_length=160)
    due_on = models.DateField(_("avant le"))
    done_at = models.DateTimeField(_("fait le"), null=True, blank=True)
    done_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("jalon d’un label")
        ordering = ["due_on", "pk"]

    def __str__(self) -> str:
        return f"{self.name} ({self.due_on:%Y-%m-%d})"

    def is_late(self, today: date) -> bool:
        return self.done_at is None and self.due_on < today
