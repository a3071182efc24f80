from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from preau.people.organisations.models import Organisation
from preau.plan.articulation.content import PERIODS, Content, Period, Priority
from preau.plan.articulation.enums import Side
from preau.plan.sheets.enums import Theme


class SummaryQuerySet(models.QuerySet["ProjectSummary"]):
    def published(self) -> SummaryQuerySet:
        return self.filter(published_at__isnull=False)


class ProjectSummary(models.Model):
    """Two pages in which one side tells the other its project. It belongs to the side that wrote it.

    Each publication is a row that no longer changes (``version`` 1, 2…); what comes next is written in a draft of its
    own, one at a time. ``revision`` grows with each change of the draft, so that colleagues never overwrite each
    other. ``priorities`` is [[title, detail]]; ``themes`` are those of the whole year, from the words of action sheets.
    """

    pair = models.ForeignKey("articulation.SitePair", models.CASCADE, related_name="summaries")
    side = models.CharField(_("côté"), max_length=6, choices=Side)
    version = models.PositiveIntegerField(_("version"))
    text = models.TextField(_("résumé du projet"), blank=True)
    priorities = models.JSONField(_("priorités"), default=list, blank=True)
    themes = models.JSONField(_("thèmes de l’année"), default=list, blank=True)
    revision = models.PositiveIntegerField(_("modifications"), default=0)
    changed_at = models.DateTimeField(_("modifié le"))
    changed_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    published_at = models.DateTimeField(_("publié le"), null=True, blank=True)
    published_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, blank=True, related_name="+")

    objects = SummaryQuerySet.as_manager()

    class Meta:
        verbose_name = _("résumé de projet")
        ordering = ["pair", "side", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["pair", "side", "version"], name="summary_version_once"),
            models.UniqueConstraint(
                fields=["pair", "side"], condition=Q(published_at__isnull=True), name="one_draft_of_a_summary"
            ),
            models.CheckConstraint(condition=Q(side__in=Side.values), name="a_summary_has_a_side"),
        ]

    def __str__(self) -> str:
        return f"{self.get_side_display()} {self.version}"

    @property
    def is_published(self) -> bool:
        return self.published_at is not None

    @property
    def organisation(self) -> Organisation:
        return self.pair.side(Side(self.side))

    @property
    def content(self) -> Content:
        """Reads ``periods``: prefetch them for a list."""
        return Content(
            self.text,
            tuple(Priority(title, detail) for title, detail in self.priorities),
            frozenset(self.themes),
            tuple(each.facts for each in self.periods.all()),
        )

    @property
    def theme_labels(self) -> list[str]:
        return [str(each.label) for each in Theme if each in self.themes]


class SummaryPeriod(models.Model):
    """One of the periods of the school year, with its days and what it is about."""

    summary = models.ForeignKey("articulation.ProjectSummary", models.CASCADE, related_name="periods")
    number = models.PositiveSmallIntegerField(_("numéro"))
    name = models.CharField(_("nom"), max_length=80)
    starts_on = models.DateField(_("du"))
    ends_on = models.DateField(_("au"))
    theme = models.CharField(_("thème"), max_length=12, choices=Theme, blank=True)
    subject = models.CharField(_("de quoi il s’agit"), max_length=160, blank=True)

    class Meta:
        verbose_name = _("période")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["summary", "number"], name="period_once_by_summary"),
            models.CheckConstraint(condition=Q(number__range=(1, PERIODS)), name="five_periods_at_most"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="period_ends_after_it_starts"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def facts(self) -> Period:
        return Period(self.number, self.name, self.starts_on, self.ends_on, self.theme, self.subject)
