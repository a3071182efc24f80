"""Django's MAILERS entry from one word or address."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import environ


def mailers(address: str, data: Path) -> dict[str, dict[str, Any]]:
    """``file`` and ``console`` keep mails on this machine; an ``smtp://`` address sends them."""
    if address == "file":
        backend, options = "filebased", {"file_path": str(data / "mails")}
    elif address == "console":
        backend, options = "console", {}
    else:
        backend, options = "smtp", _smtp(address)
    return {"default": {"BACKEND": f"django.core.mail.backends.{backend}.EmailBackend", "OPTIONS": options}}


def _smtp(address: str) -> dict[str, Any]:
    read = environ.Env.email_url_config(address)
    return {
        "host": read["EMAIL_HOST"],
        "port": read["EMAIL_PORT"],
        "username": read["EMAIL_HOST_USER"] or "",
        "password": read["EMAIL_HOST_PASSWORD"] or "",
        "use_tls": bool(read.get("EMAIL_USE_TLS")),
        "use_ssl": bool(read.get("EMAIL_USE_SSL")),
        "timeout": 10,
    }
