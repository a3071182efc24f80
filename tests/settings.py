"""The product's own settings, with what a test must not touch replaced: nothing else differs."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

_DATA = Path(os.environ.setdefault("PREAU_DATA", tempfile.mkdtemp(prefix="preau-tests-")))
os.environ.setdefault("PREAU_SECRET_KEY", "tests-only")
os.environ.setdefault("PREAU_HOSTS", "testserver,localhost,127.0.0.1")

from config.settings import *  # noqa: E402, F403
from config.settings import DATABASES, ROOT, TEMPLATES  # noqa: E402
from tests.strict_templates import UnknownVariable  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
LOCALE_PATHS = [ROOT / "tests/locale"]  # made by conftest.py: the same French, with the blanks of a keyboard
KEPT_SECONDS = 0  # each test reads what it has written; tests of keeping set their own
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
TASKS = {"default": {"BACKEND": "django.tasks.backends.immediate.ImmediateBackend"}}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "files": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
FACTS = Path(tempfile.mkdtemp(prefix="facts-", dir=_DATA))  # each worker has its own
STATICFILES_DIRS = [ROOT / "static", _DATA / "assets"]
(_DATA / "assets").mkdir(parents=True, exist_ok=True)
(_DATA / "static").mkdir(parents=True, exist_ok=True)
TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = UnknownVariable()
DATABASES["default"]["TEST"] = {"SERIALIZE": False}  # no test asks for the rows that a new database has
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, not memory: the live server's threads each have a connection of their own, as in production.
    DATABASES["default"]["TEST"]["NAME"] = str(_DATA / "test.sqlite3")
    DATABASES["default"]["OPTIONS"]["init_command"] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"
