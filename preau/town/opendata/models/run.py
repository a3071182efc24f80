from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.town.opendata.enums import ImportState


class ImportRunQuerySet(models.QuerySet["ImportRun"]):
    def of(self, commune_id: int, source: str) -> ImportRunQuerySet:
        return self.filter(commune=commune_id, source=source)

    def done(self) -> ImportRunQuerySet:
        return self.filter(state=ImportState.DONE)


class ImportRun(models.Model):
    """One file of one kind, taken in: what it was, what it changed, who wanted it.

    ``source`` is the name of the kind. ``upload`` is where the file lies while somebody still has to say yes; it is
    emptied when the file is deleted. ``options`` as the engine takes them; ``outlook`` what the preview showed.
    ``error``: the sentence of a refusal. The ten counts are of lines, but for ``gone`` (rows that no line names).
    """

    commune = models.ForeignKey("organisations.Commune", models.PROTECT, related_name="+")
    source = models.CharField(_("type de fichier"), max_length=40)
    file_name = models.CharField(_("nom du fichier"), max_length=160)
    file_size = models.PositiveBigIntegerField(_("taille en octets"), default=0)
    sha256 = models.CharField(_("empreinte"), max_length=64, blank=True)
    upload = models.CharField(_("fichier en attente"), max_length=80, blank=True)
    state = models.CharField(_("état"), max_length=12, choices=ImportState, default=ImportState.RUNNING)
    started_at = models.DateTimeField(_("commencé le"))
    ended_at = models.DateTimeField(_("terminé le"), null=True, blank=True)
    by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, blank=True, related_name="+")
    options = models.JSONField(_("choix"), default=dict, blank=True)
    outlook = models.JSONField(_("aperçu"), default=dict, blank=True)
    notes = models.JSONField(_("remarques de lecture"), default=list, blank=True)
    error = models.TextField(_("raison du refus"), blank=True)
    progress = models.PositiveSmallIntegerField(_("part du fichier déjà lue, en pour cent"), default=0)

    read = models.PositiveIntegerField(_("lignes lues"), default=0)
    created = models.PositiveIntegerField(_("ajoutées"), default=0)
    updated = models.PositiveIntegerField(_("modifiées"), default=0)
    unchanged = models.PositiveIntegerField(_("inchangées"), default=0)
    back = models.PositiveIntegerField(_("revenues"), default=0)
    gone = models.PositiveIntegerField(_("disparues"), default=0)
    outside = models.PositiveIntegerField(_("hors de la ville"), default=0)
    ignored = models.PositiveIntegerField(_("sans objet ici"), default=0)
    repeated = models.PositiveIntegerField(_("en double, identiques"), default=0)
    refused = models.PositiveIntegerField(_("refusées"), default=0)

    undone_at = models.DateTimeField(_("annulé le"), null=True, blank=True)
    undone_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, blank=True, related_name="+")

    objects = ImportRunQuerySet.as_manager()

    class Meta:
        verbose_name = _("import de données ouvertes")
        ordering = ["-started_at", "-pk"]
        indexes = [models.Index(fields=["commune", "source", "-started_at"])]
        constraints = [
            models.UniqueConstraint(
                fields=["commune", "source"],
                condition=models.Q(state=ImportState.RUNNING),
                name="one_import_of_a_source_at_a_time",
            ),
            models.CheckConstraint(
                condition=models.Q(state=ImportState.UNDONE, undone_at__isnull=False)
                | (~models.Q(state=ImportState.UNDONE) & models.Q(undone_at__isnull=True)),
                name="an_undone_import_says_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.file_name}"

    @property
    def changed(self) -> int:
        """How many rows it wrote."""
        return self.created + self.updated + self.back + self.gone

    @property
    def is_at_work(self) -> bool:
        """Something will happen without anybody's doing: the page looks again by itself."""
        return self.state in (ImportState.RECEIVED, ImportState.CONFIRMED, ImportState.RUNNING)
