from __future__ import annotations

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.town.opendata.enums import ChangeKind
from preau.town.opendata.models.run import ImportRun


class ImportChange(models.Model):
    """What a run did to one row, so that it can be undone.

    ``table`` is the label of the model (``places.PlaceRecord``), ``row`` its key, ``before`` the stored fields that
    the run wrote over; empty for a row that it created.
    """

    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="changes")
    kind = models.CharField(_("ce qui s’est passé"), max_length=8, choices=ChangeKind)
    table = models.CharField(_("table"), max_length=60)
    row = models.BigIntegerField(_("clé de la ligne"))
    before = models.JSONField(_("valeurs d’avant"), default=dict, encoder=DjangoJSONEncoder)

    class Meta:
        verbose_name = _("changement d’un import")
        constraints = [models.UniqueConstraint(fields=["run", "table", "row"], name="a_row_changes_once_by_import")]

    def __str__(self) -> str:
        return f"{self.kind} {self.table}:{self.row}"
