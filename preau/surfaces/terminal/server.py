"""The embedded server: the web and the background work, in one process or in one for each core."""

from __future__ import annotations

import gc
import os
import signal
import socket
from typing import Any, NoReturn

import click

from preau.surfaces.terminal.say import err, refuse, start_django

MOST = 4
"""Processes that serve, unless the town says how many."""
WAITING = 44
"""Requests of one process that wait for another one to write for them, beside those that are worked on."""
BEHIND = 10
"""How much later the background work is given a core that somebody who reads asks for too (nice, 0 to 19)."""


@click.command(help="Prépare tout, charge la ville fictive si la base est vide, et sert. C’est ce que fait make run.")
@click.option("--port", type=int, default=None, help="Port d’écoute (PREAU_PORT, 8000).")
def start(port: int | None) -> None:
    from preau.surfaces.terminal.demo import load_if_empty
    from preau.surfaces.terminal.setup import put_in_order

    put_in_order()
    load_if_empty()
    run_server("127.0.0.1", port, with_worker=True, processes=1)


@click.command(help="Sert le site et le travail de fond, avec un processus par cœur (PREAU_PROCESSES).")
@click.option("--port", type=int, default=None, help="Port d’écoute (PREAU_PORT, 8000).")
@click.option("--host", default="127.0.0.1", show_default=True, help="Adresse d’écoute.")
@click.option("--without-worker", is_flag=True, help="Le web seulement : le travail de fond tourne ailleurs.")
def serve(port: int | None, host: str, without_worker: bool) -> None:
    from config import environment

    start_django()
    asked = environment.number("PREAU_PROCESSES")
    run_server(host, port, with_worker=not without_worker, processes=asked or min(len(os.sched_getaffinity(0)), MOST))


def run_server(host: str, port: int | None, *, with_worker: bool, processes: int) -> None:
    from config import environment
    from config.wsgi import application
    from preau.surfaces.terminal.processes import look_after

    port = port or environment.number("PREAU_PORT")
    door = _bound(host, port)
    signal.signal(signal.SIGTERM, _stop)
    _greet(host, port)
    if processes == 1:
        _serve(door, application, with_worker=with_worker)
    else:
        _read_what_all_need()
        _forget_connections()
        webs = [lambda: _serve(door, application, with_worker=False)] * processes
        look_after([*webs, _work] if with_worker else webs)
    err.print("Arrêt.")


def _serve(door: socket.socket, application: Any, *, with_worker: bool) -> None:
    """One process: its threads answer until it is told to stop."""
    from waitress.server import create_server

    from config import environment
    from preau.foundation.jobs.embedded import EmbeddedWorker
    from preau.foundation.turns import Turns

    size = environment.number("PREAU_UPLOAD_LIMIT") + 1_000_000
    turns = environment.number("PREAU_THREADS")
    threads = turns + WAITING
    server = create_server(
        Turns(application, turns), sockets=[door], ident="", threads=threads, max_request_body_size=size
    )
    worker = EmbeddedWorker() if with_worker else None
    if worker:
        worker.start()
    try:
        server.run()
    except KeyboardInterrupt:
        pass
    finally:
        server.close()
        if worker:
            worker.stop()


def _work() -> None:
    """The background work in a process of its own: a long job takes nothing from those who read."""
    from preau.foundation.jobs.embedded import EmbeddedWorker

    os.nice(BEHIND)
    worker = EmbeddedWorker()
    worker.start()
    try:
        signal.pause()
    except KeyboardInterrupt:
        pass
    finally:
        worker.stop()


def _read_what_all_need() -> None:
    """Addresses and languages, read once by the parent: the first who come to a child do not wait for them."""
    from django.conf import settings
    from django.template import engines
    from django.urls import get_resolver
    from django.utils.translation import gettext, override

    for language, _name in settings.LANGUAGES:
        with override(language):
            gettext("")
            get_resolver().reverse_dict  # noqa: B018  reads them all
    engines.all()
    gc.collect()
    gc.freeze()  # what is there to stay is not looked at again by each child


def _forget_connections() -> None:
    """What was opened while Django started is the parent's: children open their own."""
    from django.db import connections

    connections.close_all()


def _stop(*_: object) -> NoReturn:
    """A service manager's stop is the same as Ctrl+C: jobs under way are finished."""
    raise KeyboardInterrupt


def _bound(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=1024)
    except OSError:
        refuse(f"Le port {port} est déjà pris. Choisissez-en un autre : PREAU_PORT={port + 1} make run")


def _greet(host: str, port: int) -> None:
    from preau.surfaces.terminal.demo import print_demo_accounts

    err.print(f"\n  [bold]Préau[/] est ouvert : [bold cyan]http://{host}:{port}/[/]\n")
    print_demo_accounts()
    err.print("\n  Ctrl+C pour arrêter.\n")
