"""The embedded server: the web and the background work in one process."""

from __future__ import annotations

import signal
from typing import Any, NoReturn

import click

from preau.surfaces.terminal.say import err, refuse, start_django


@click.command(help="Prépare tout, charge la ville fictive si la base est vide, et sert. C’est ce que fait make run.")
@click.option("--port", type=int, default=None, help="Port d’écoute (PREAU_PORT, 8000).")
def start(port: int | None) -> None:
    from preau.surfaces.terminal.demo import load_if_empty
    from preau.surfaces.terminal.setup import put_in_order

    put_in_order()
    load_if_empty()
    run_server("127.0.0.1", port, with_worker=True)


@click.command(help="Sert le site et le travail de fond, dans un seul processus.")
@click.option("--port", type=int, default=None, help="Port d’écoute (PREAU_PORT, 8000).")
@click.option("--host", default="127.0.0.1", show_default=True, help="Adresse d’écoute.")
@click.option("--without-worker", is_flag=True, help="Le web seulement : le travail de fond tourne ailleurs.")
def serve(port: int | None, host: str, without_worker: bool) -> None:
    start_django()
    run_server(host, port, with_worker=not without_worker)


def run_server(host: str, port: int | None, *, with_worker: bool) -> None:
    from config import environment
    from preau.foundation.jobs.embedded import EmbeddedWorker

    port = port or environment.number("PREAU_PORT")
    server = _bound(host, port)
    worker = EmbeddedWorker() if with_worker else None
    if worker:
        worker.start()
    signal.signal(signal.SIGTERM, _stop)
    _greet(host, port)
    try:
        server.run()
    except KeyboardInterrupt:
        err.print("Arrêt.")
    finally:
        server.close()
        if worker:
            worker.stop()


def _stop(*_: object) -> NoReturn:
    """A service manager's stop is the same as Ctrl+C: jobs under way are finished."""
    raise KeyboardInterrupt


def _bound(host: str, port: int) -> Any:
    from waitress.server import create_server

    from config import environment
    from config.wsgi import application

    limits = {
        "threads": environment.number("PREAU_THREADS"),
        "max_request_body_size": environment.number("PREAU_UPLOAD_LIMIT") + 1_000_000,
    }
    try:
        return create_server(application, host=host, port=port, ident="", **limits)
    except OSError:
        refuse(f"Le port {port} est déjà pris. Choisissez-en un autre : PREAU_PORT={port + 1} make run")


def _greet(host: str, port: int) -> None:
    from preau.surfaces.terminal.demo import print_demo_accounts

    err.print(f"\n  [bold]Préau[/] est ouvert : [bold cyan]http://{host}:{port}/[/]\n")
    print_demo_accounts()
    err.print("\n  Ctrl+C pour arrêter.\n")
