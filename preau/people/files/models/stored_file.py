from __future__ import annotations

import uuid
from pathlib import PurePosixPath

from django.core.files.base import File
from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.people.files.enums import FileKind
from preau.people.files.storage import files_storage


class StoredFile(models.Model):
    """A file that was checked. Its bytes lie under its key, never under the name that somebody chose."""

    id = models.UUIDField(_("clé"), primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("nom du fichier"), max_length=120)
    kind = models.CharField(_("type"), max_length=8, choices=FileKind)
    size = models.PositiveBigIntegerField(_("taille en octets"))
    sha256 = models.CharField(_("empreinte"), max_length=64, db_index=True)
    uploaded_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    uploaded_at = models.DateTimeField(_("envoyé le"))

    class Meta:
        verbose_name = _("fichier")
        ordering = ["-uploaded_at"]

    def __str__(self) -> str:
        return self.name

    @property
    def media_type(self) -> str:
        return FileKind(self.kind).media_type

    @property
    def path(self) -> str:
        """``ab/ab12…``: 256 folders, so that none holds too many files."""
        return str(PurePosixPath(self.pk.hex[:2]) / str(self.pk))

    def open(self) -> File[bytes]:
        """The bytes, to be streamed. Raises FileNotFoundError when the disk lost them."""
        return files_storage().open(self.path, "rb")
