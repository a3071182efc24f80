"""Where the background of maps comes from, when a town asks for one."""

from __future__ import annotations

from urllib.parse import urlsplit


def tile_source(template: str) -> str:
    """What the security policy must let in for the template of an address; "" for none.

    ``https://{s}.tuiles.example/{z}/{x}/{y}.png`` gives ``https://*.tuiles.example``. Raises ValueError.
    """
    if not template:
        return ""
    parts = urlsplit(template)
    host = parts.netloc.replace("{s}.", "*.", 1)
    if parts.scheme not in ("http", "https") or not host or "{" in host:
        raise ValueError(f"PREAU_TILES must be an http(s) address with {{z}}, {{x}} and {{y}}: {template}")
    return f"{parts.scheme}://{host}"
