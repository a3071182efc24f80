"""The kinds of file that are accepted, each with its media type and the endings its name may have."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class FileKind(models.TextChoices):
    PDF = "pdf", _("PDF")
    PNG = "png", _("image PNG")
    JPEG = "jpeg", _("image JPEG")
    DOCX = "docx", _("document Word")
    ODT = "odt", _("texte OpenDocument")
    XLSX = "xlsx", _("classeur Excel")
    ODS = "ods", _("classeur OpenDocument")
    CSV = "csv", _("tableau CSV")
    TEXT = "text", _("texte brut")

    @property
    def media_type(self) -> str:
        return MEDIA_TYPES[self]

    @property
    def endings(self) -> tuple[str, ...]:
        """Lower case, without the dot."""
        return ENDINGS[self]


_OFFICE = "application/vnd.openxmlformats-officedocument."
MEDIA_TYPES = {
    FileKind.PDF: "application/pdf",
    FileKind.PNG: "image/png",
    FileKind.JPEG: "image/jpeg",
    FileKind.DOCX: f"{_OFFICE}wordprocessingml.document",
    FileKind.ODT: "application/vnd.oasis.opendocument.text",
    FileKind.XLSX: f"{_OFFICE}spreadsheetml.sheet",
    FileKind.ODS: "application/vnd.oasis.opendocument.spreadsheet",
    FileKind.CSV: "text/csv",
    FileKind.TEXT: "text/plain",
}
ENDINGS: dict[FileKind, tuple[str, ...]] = {
    FileKind.PDF: ("pdf",),
    FileKind.PNG: ("png",),
    FileKind.JPEG: ("jpg", "jpeg"),
    FileKind.DOCX: ("docx",),
    FileKind.ODT: ("odt",),
    FileKind.XLSX: ("xlsx",),
    FileKind.ODS: ("ods",),
    FileKind.CSV: ("csv",),
    FileKind.TEXT: ("txt", "md"),
}
PICTURES = (FileKind.PNG, FileKind.JPEG)
DOCUMENTS = tuple(FileKind)
