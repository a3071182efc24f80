"""What Django alone does: a model, a view, ``select_for_update``. No account, no rule, no page, no history.

It is its own settings, its own application and its own server (waitress, the same number of threads as ours).
"""

from __future__ import annotations

import os
import sys
from typing import Any

import environ

SECRET_KEY = "bare"
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1"]
INSTALLED_APPS = ["benchmarks.barely"]
MIDDLEWARE: list[str] = []
ROOT_URLCONF = "benchmarks.barely.urls"
DATABASES: dict[str, Any] = {"default": environ.Env.db_url_config(os.environ.get("DATABASE_URL", "sqlite://:memory:"))}
DATABASES["default"]["CONN_MAX_AGE"] = 60
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True


def main() -> None:
    import django

    django.setup()
    if sys.argv[1] == "prepare":
        from django.core.management import call_command

        call_command("migrate", run_syncdb=True, verbosity=0)
        from benchmarks.barely.models import Session

        Session.objects.create(capacity=int(sys.argv[2]))
        return
    from django.core.wsgi import get_wsgi_application
    from waitress import serve

    serve(get_wsgi_application(), host="127.0.0.1", port=int(sys.argv[2]), threads=int(sys.argv[3]), ident="")


if __name__ == "__main__":
    main()
