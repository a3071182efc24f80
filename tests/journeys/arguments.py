"""How Chromium is started: headless, quiet, talking to nobody but the site under test."""

from __future__ import annotations

import shutil


def program() -> str | None:
    """The browser without its windows when it is installed: drawing those nobody sees took half of the work."""
    return next(filter(None, map(shutil.which, ("chromium-headless-shell", "chromium", "google-chrome"))), None)


ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
