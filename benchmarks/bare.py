"""What Django alone does: a model, a view, ``select_for_update``. No account, no rule, no page, no history.

It is its own settings and its own application, served as ours is: waitress, the same processes and threads.
"""

from __future__ import annotations

import os
import signal
import socket
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

    from preau.surfaces.terminal.processes import look_after

    signal.signal(signal.SIGTERM, signal.default_int_handler)
    application, threads = get_wsgi_application(), int(sys.argv[3])
    door = socket.create_server(("127.0.0.1", int(sys.argv[2])), backlog=1024)
    look_after([lambda: serve(application, sockets=[door], threads=threads, ident="")] * int(sys.argv[4]))


if __name__ == "__main__":
    main()
