from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from preau.town.spaces.enums import ReportKind, WordsState


class SpaceReportQuerySet(models.QuerySet["SpaceReport"]):
    def counted(self) -> SpaceReportQuerySet:
        """Those that nobody took back and no agent answered yet."""
        return self.filter(taken_back_at__isnull=True, handled_at__isnull=True)

    def to_read(self) -> SpaceReportQuerySet:
        """Words that wait for an agent."""
        return self.counted().filter(words_state=WordsState.WAITING)

    def damage(self) -> SpaceReportQuerySet:
        """« Abîmé ou fermé », not answered yet."""
        return self.counted().filter(kind=ReportKind.BROKEN)


class SpaceReport(models.Model):
    """What somebody at the gate said in one tap. Nothing here tells who: no account, no address, no device.

    ``words`` are those that were typed; ``shown_words`` those that an agent lets be read.
    """

    space = models.ForeignKey("spaces.OpenSpace", models.CASCADE, related_name="reports")
    kind = models.CharField(_("dit"), max_length=8, choices=ReportKind)
    at = models.DateTimeField(_("à"), db_index=True)
    words = models.CharField(_("commentaire"), max_length=140, blank=True)
    shown_words = models.CharField(_("commentaire montré"), max_length=140, blank=True)
    words_state = models.CharField(_("relecture"), max_length=10, choices=WordsState, default=WordsState.NONE)
    taken_back_at = models.DateTimeField(_("repris le"), null=True, blank=True)
    handled_at = models.DateTimeField(_("traité le"), null=True, blank=True)
    handled_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, blank=True, related_name="+")

    objects = SpaceReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("signalement")
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=ReportKind.values), name="report_kind_is_known"),
            models.CheckConstraint(
                condition=Q(shown_words="") | Q(words_state=WordsState.SHOWN), name="words_are_read_before_being_shown"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.at:%Y-%m-%d %H:%M}"


class ReportTerm(models.Model):
    """For how long what passers-by say is worth something, from a day on: parameters of the town, never constants."""

    commune = models.ForeignKey("organisations.Commune", models.CASCADE, related_name="report_terms")
    valid_from = models.DateField(_("à partir du"))
    open_minutes = models.PositiveSmallIntegerField(_("« ouvert » vaut (minutes)"), default=180)
    busy_minutes = models.PositiveSmallIntegerField(_("« il y a du monde » vaut (minutes)"), default=60)
    broken_minutes = models.PositiveIntegerField(_("« abîmé ou fermé » vaut (minutes)"), default=4320)

    class Meta:
        verbose_name = _("durée de vie des signalements")
        ordering = ["-valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["commune", "valid_from"], name="one_report_term_begins_by_day"),
            models.CheckConstraint(
                condition=Q(open_minutes__gte=1, busy_minutes__gte=1, broken_minutes__gte=1),
                name="a_report_is_worth_something",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.valid_from}"
