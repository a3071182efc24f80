"""Every encrypted field of the installation, closed again with the first key."""

from __future__ import annotations

from collections.abc import Iterator

from django.apps import apps
from django.db import connection, models, transaction

from preau.foundation.crypto.fields import EncryptedTextField
from preau.foundation.crypto.sealing import close_again


def close_everything_again() -> int:
    """How many texts were closed again. All or nothing; can be run twice. Raises Unreadable when a key is missing."""
    with transaction.atomic():
        return sum(_close_column(model, field) for model, field in encrypted_fields())


def encrypted_fields() -> Iterator[tuple[type[models.Model], EncryptedTextField]]:
    for model in apps.get_models():
        for field in model._meta.local_concrete_fields:
            if isinstance(field, EncryptedTextField):
                yield model, field


def _close_column(model: type[models.Model], field: EncryptedTextField) -> int:
    """Below the models: the words themselves are never opened into an object."""
    quote = connection.ops.quote_name
    names = (model._meta.db_table, field.column or "", model._meta.pk.column or "")
    table, column, key = (quote(name) for name in names)
    lock = " FOR NO KEY UPDATE" if connection.features.has_select_for_no_key_update else ""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {key}, {column} FROM {table} WHERE {column} IS NOT NULL ORDER BY {key}{lock}")  # noqa: S608  names of models
        changed = [(close_again(token), pk) for pk, token in cursor.fetchall()]
        cursor.executemany(f"UPDATE {table} SET {column} = %s WHERE {key} = %s", changed)  # noqa: S608
    return len(changed)
