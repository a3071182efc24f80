from __future__ import annotations

from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from preau.offer.laboratory.enums import StudySource, StudyState

_SILENT = timedelta(minutes=10)
"""After that long without a word, whoever computed is no more."""


class RuleStudy(models.Model):
    """Sets of rules tried on the same wishes with the same draws.

    ``invention`` tells a made up town (see ``demands``); ``rule_sets`` as ``rulesets`` writes them. ``document`` is
    what was found, small groups left out; ``input_hash`` is the fingerprint of the wishes, ``result_hash`` that of the
    document: with ``seed`` and ``draws`` it can be computed again, the same byte for byte. ``beat_at``: the last sign
    of life of the computation. ``error``: why it stopped, in one sentence.
    """

    commune = models.ForeignKey("organisations.Commune", models.PROTECT, related_name="rule_studies")
    title = models.CharField(_("titre de l’étude"), max_length=120)
    source = models.CharField(_("d’après"), max_length=10, choices=StudySource)
    campaign = models.ForeignKey(
        "campaigns.AllocationCampaign", models.PROTECT, null=True, blank=True, related_name="studies"
    )
    invention = models.JSONField(_("population inventée"), default=dict, blank=True)
    rule_sets = models.JSONField(_("règles à l’essai"), default=list)
    draws = models.PositiveSmallIntegerField(_("tirages"))
    seed = models.CharField(_("graine"), max_length=32)
    state = models.CharField(_("état"), max_length=10, choices=StudyState, default=StudyState.WAITING)
    progress = models.PositiveSmallIntegerField(_("part déjà calculée, en pour cent"), default=0)
    error = models.CharField(_("raison de l’arrêt"), max_length=300, blank=True)
    input_hash = models.CharField(_("empreinte des vœux"), max_length=64, blank=True)
    result_hash = models.CharField(_("empreinte du résultat"), max_length=64, blank=True)
    document = models.TextField(_("ce qui a été trouvé"), blank=True)
    by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, blank=True, related_name="+")
    asked_at = models.DateTimeField(_("demandée le"))
    beat_at = models.DateTimeField(_("dernier signe le"), null=True, blank=True)
    ended_at = models.DateTimeField(_("terminée le"), null=True, blank=True)

    class Meta:
        verbose_name = _("étude de règles")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=StudyState.values), name="study_state_is_known"),
            models.CheckConstraint(
                condition=Q(source=StudySource.REPLAY, campaign__isnull=False)
                | Q(source=StudySource.SYNTHETIC, campaign__isnull=True),
                name="a_study_has_one_source",
            ),
            models.CheckConstraint(
                condition=~Q(state=StudyState.DONE) | (~Q(input_hash="") & ~Q(result_hash="") & ~Q(document="")),
                name="a_study_that_is_done_has_its_fingerprints",
            ),
            models.CheckConstraint(condition=Q(draws__gte=1), name="a_study_draws"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_at_work(self) -> bool:
        return self.state in (StudyState.WAITING, StudyState.RUNNING)

    def is_silent(self, now: datetime) -> bool:
        """It says that it is computed, while nobody computes it: the program was stopped."""
        return self.state == StudyState.RUNNING and (self.beat_at is None or self.beat_at < now - _SILENT)
