from __future__ import annotations

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.plan.labels.enums import Applicant


class LabelScheme(models.Model):
    """A label that exists: who gives it, who may apply. What it asks changes with time: see its versions."""

    commune = models.ForeignKey("organisations.Commune", models.PROTECT, related_name="label_schemes")
    key = models.SlugField(_("identifiant"), max_length=60)
    name = models.CharField(_("nom"), max_length=120)
    given_by = models.CharField(_("donné par"), max_length=160)
    applicant = models.CharField(_("qui candidate"), max_length=8, choices=Applicant)
    summary = models.CharField(_("en une phrase"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("label")
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["commune", "key"], name="label_scheme_once_by_commune")]

    def __str__(self) -> str:
        return self.name

    def version_on(self, day: date) -> SchemeVersion | None:
        """The rules in force that day."""
        return self.versions.filter(valid_from__lte=day).order_by("-valid_from").first()


class SchemeVersion(models.Model):
    """What a label asks from a day on. ``levels`` are names, the lowest first; empty where there is one only.

    ``term_months`` is None where no fixed term is known: the day is then typed from the decision. ``source`` says
    where the rules were read, ``caution`` what the town should check before it relies on them.
    """

    scheme = models.ForeignKey("labels.LabelScheme", models.CASCADE, related_name="versions")
    valid_from = models.DateField(_("en vigueur depuis le"))
    levels = models.JSONField(_("niveaux"), default=list, blank=True)
    term_months = models.PositiveSmallIntegerField(_("durée en mois"), null=True, blank=True)
    notice_months = models.PositiveSmallIntegerField(_("alerte, en mois avant le terme"))
    source = models.CharField(_("source"), max_length=300, blank=True)
    caution = models.CharField(_("à vérifier"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("règles d’un label")
        ordering = ["-valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["scheme", "valid_from"], name="label_version_once_by_day"),
            models.CheckConstraint(
                condition=models.Q(term_months__isnull=True) | models.Q(term_months__gt=models.F("notice_months")),
                name="label_alarm_comes_within_the_term",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scheme} {self.valid_from:%Y-%m-%d}"

    def level_name(self, level: int | None) -> str:
        """``level`` counts from 1; "" for none, or for a label without levels."""
        return str(self.levels[level - 1]) if level and level <= len(self.levels) else ""


class Criterion(models.Model):
    """One thing that the label asks."""

    version = models.ForeignKey("labels.SchemeVersion", models.CASCADE, related_name="criteria")
    number = models.PositiveSmallIntegerField(_("numéro"))
    text = models.CharField(_("critère"), max_length=300)
    is_compulsory = models.BooleanField(_("obligatoire"), default=True)

    class Meta:
        verbose_name = _("critère d’un label")
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["version", "number"], name="label_criterion_once_by_number")]

    def __str__(self) -> str:
        return f"{self.number}. {self.text[:60]}"
