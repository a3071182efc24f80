"""The database from one address, with what each engine needs to be right under load."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import environ


def database(address: str, data: Path) -> dict[str, Any]:
    """Django's DATABASES entry for an address; SQLite in the data folder where the address is empty."""
    settings: dict[str, Any] = environ.Env.db_url_config(address or f"sqlite:///{data / 'preau.sqlite3'}")
    settings["ATOMIC_REQUESTS"] = False
    settings["CONN_MAX_AGE"] = 60  # opening one for each request costs more than most pages
    if settings["ENGINE"].endswith("sqlite3"):
        # IMMEDIATE: a transaction that will write takes its lock at once; the default (DEFERRED) fails with
        # "database is locked" when two of them upgrade together, whatever the time-out.
        settings["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-20000;",
        }
    else:
        settings["CONN_HEALTH_CHECKS"] = True
        # The plan of a query that comes back is kept by the server, for as long as the connection lives: on the pages
        # of opening day, planning cost PostgreSQL half of its time. A pooler in between must know prepared statements
        # (pgbouncer does since 1.21).
        settings["OPTIONS"] = {"server_side_binding": True, "prepare_threshold": 3}
    return settings
