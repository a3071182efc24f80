"""The peer's side of ``benchmarks.hot_session``: run by the interpreter of an environment where pretix is installed.

pretix is AGPL: it lives in an environment and a process of its own, nothing of it is imported by the product, and its
package is not one of ours. This file is read by that interpreter alone.
"""

from __future__ import annotations

import os
import socket
import sys
from datetime import UTC, datetime, timedelta
from threading import Thread


def prepare(seats: int) -> str:
    """An event with one free item and a quota, as an organiser makes it. The token and the item of its interface."""
    from django.core.management import call_command
    from django_scopes import scopes_disabled

    call_command("migrate", verbosity=0)
    from pretix.base.models import Event, Organizer, Team  # type: ignore[import-not-found]

    with scopes_disabled():
        organizer = Organizer.objects.create(name="Ville", slug="ville")
        event = Event.objects.create(
            organizer=organizer,
            name="Sport",
            slug="sport",
            currency="EUR",
            date_from=datetime.now(UTC) + timedelta(days=30),
            live=True,
            plugins="",
        )
        item = event.items.create(name="Une heure", default_price=0)
        event.quotas.create(name="Places", size=seats).items.add(item)
        team = Team.objects.create(
            organizer=organizer, name="API", all_events=True, all_event_permissions=True, all_organizer_permissions=True
        )
        return f"{team.tokens.create(name='bench').token} {item.pk}"


def main() -> None:
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "pretix.settings"
    django.setup()
    if sys.argv[1] == "prepare":
        print(prepare(int(sys.argv[2])))
        return
    from django.core.wsgi import get_wsgi_application
    from waitress import serve

    application, threads, processes = get_wsgi_application(), int(sys.argv[3]), int(sys.argv[4])
    door = socket.create_server(("127.0.0.1", int(sys.argv[2])), backlog=1024)
    hears, _holds = os.pipe()
    for _number in range(processes - 1):
        if os.fork() == 0:
            os.close(_holds)
            Thread(target=lambda: (os.read(hears, 1) and None) or os._exit(0), daemon=True).start()
            break
    serve(application, sockets=[door], threads=threads, ident="")


if __name__ == "__main__":
    main()
