from __future__ import annotations

from django.core.files.storage import Storage, storages


def files_storage() -> Storage:
    """Where the bytes are: under the data folder, which no web server serves."""
    return storages["files"]
