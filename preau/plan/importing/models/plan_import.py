from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.plan.importing.draft import PlanDraft
from preau.plan.importing.enums import ImportState
from preau.plan.importing.storage import draft_from_data, draft_to_data


class PlanImport(models.Model):
    """A document that came in: what was understood of it, under review, until it is confirmed or abandoned.

    The file itself is not kept. ``source`` holds its lines (``[[line, text], …]``), so that the review page can set
    them beside what was understood; ``decisions`` what was settled before confirming
    (``{item, type, quote, outcome, decision, owner, due_on}``).
    """

    commune = models.ForeignKey("organisations.Commune", models.PROTECT, related_name="imports")
    plan = models.ForeignKey(
        "plan.TerritorialEducationPlan", models.SET_NULL, null=True, blank=True, related_name="imports"
    )
    title = models.CharField(_("titre"), max_length=200)
    file_name = models.CharField(_("nom du fichier"), max_length=255)
    file_format = models.CharField(_("format"), max_length=10)
    file_size = models.PositiveIntegerField(_("taille en octets"))
    sha256 = models.CharField(_("empreinte"), max_length=64)
    state = models.CharField(_("état"), max_length=10, choices=ImportState, default=ImportState.IN_REVIEW)
    by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    started_at = models.DateTimeField(_("reçu le"))
    ended_at = models.DateTimeField(_("terminé le"), null=True, blank=True)
    version = models.PositiveIntegerField(_("version"), default=1)
    draft_data = models.JSONField(_("compris"))
    first_draft_data = models.JSONField(_("compris au départ"))
    source = models.JSONField(_("lignes du document"), default=list)
    decisions = models.JSONField(_("décisions prises à la relecture"), default=list)

    class Meta:
        verbose_name = _("import")
        ordering = ["-started_at"]

    def __str__(self) -> str:
        return f"{self.file_name} ({ImportState(self.state).label})"

    @property
    def is_in_review(self) -> bool:
        return self.state == ImportState.IN_REVIEW

    @property
    def draft(self) -> PlanDraft:
        return draft_from_data(self.draft_data)

    @draft.setter
    def draft(self, draft: PlanDraft) -> None:
        self.draft_data = draft_to_data(draft)
