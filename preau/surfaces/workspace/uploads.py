"""A file that comes with a form: checked and kept, or refused in a sentence at its field."""

from __future__ import annotations

from collections.abc import Collection

from django import forms
from django.core.files.uploadedfile import UploadedFile

from preau.people.accounts.hand import Hand
from preau.people.files.actions import store_file
from preau.people.files.enums import FileKind
from preau.people.files.errors import FileRefused
from preau.people.files.models import StoredFile

SCANS = (FileKind.PDF, FileKind.PNG, FileKind.JPEG)


def keep_upload(form: forms.Form, name: str, *, hand: Hand, kinds: Collection[FileKind]) -> StoredFile | None:
    """None when the field is empty. Raises FileRefused once its sentence stands at the field."""
    upload: UploadedFile | None = form.cleaned_data.get(name)
    if upload is None:
        return None
    try:
        return store_file(upload.read(), upload.name or "", by=hand.by, now=hand.now, kinds=kinds)
    except FileRefused as refusal:
        form.add_error(name, str(refusal))
        raise
