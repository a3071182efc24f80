"""Keeping a file, and letting go of it."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from datetime import datetime

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction

from preau.people.accounts.models import User
from preau.people.audit.actions import record

from .content import Content, recognise
from .enums import DOCUMENTS, FileKind
from .errors import FileRefused
from .models import StoredFile
from .names import cleaned
from .rules import refusal, settled
from .storage import files_storage


@transaction.atomic
def store_file(
    upload_bytes: bytes, name: str, *, by: User | None, now: datetime, kinds: Collection[FileKind] = DOCUMENTS
) -> StoredFile:
    """Checks the bytes, writes them under a key of their own, keeps their fingerprint. Raises FileRefused.

    The bytes are written last: should the caller's transaction fail later, they stay as a file that nothing names.
    """
    size, limit = len(upload_bytes), settings.UPLOAD_LIMIT
    content = recognise(upload_bytes) if 0 < size <= limit else Content(None)  # what is too big is not even looked at
    if sentence := refusal(name, size, content, kinds=kinds, limit=limit):
        raise FileRefused(sentence)
    kind = settled(content.kind, name)
    assert kind is not None  # noqa: S101  a file of no kind was refused
    stored = StoredFile.objects.create(
        name=cleaned(name),
        kind=kind,
        size=size,
        sha256=hashlib.sha256(upload_bytes).hexdigest(),
        uploaded_by=by,
        uploaded_at=now,
    )
    details = {"size": size, "sha256": stored.sha256, "kind": stored.kind}
    record("file.stored", stored, by=by.pk if by else None, now=now, details=details)
    files_storage().save(stored.path, ContentFile(upload_bytes))
    return stored


@transaction.atomic
def discard_file(stored: StoredFile, *, by: User | None, now: datetime) -> None:
    """The row goes now, the bytes once the transaction is kept. The fingerprint stays in the journal."""
    path = stored.path
    record("file.discarded", stored, by=by.pk if by else None, now=now, details={"sha256": stored.sha256})
    stored.delete()
    transaction.on_commit(lambda: files_storage().delete(path))
