"""Terminal: everything an operator does, as ``preau`` commands."""

from __future__ import annotations

import os

from .root import main as _main


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    _main()


__all__ = ["main"]
