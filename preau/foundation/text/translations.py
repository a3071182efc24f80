"""Compiles the translations without gettext, so that an installation needs Python only."""

from __future__ import annotations

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po


def compile_translations(folder: Path) -> int:
    """Writes each ``.mo`` that is missing or older than its ``.po``; gives how many were written."""
    stale = [source for source in folder.rglob("*.po") if _is_stale(source, source.with_suffix(".mo"))]
    for source in stale:
        with source.open("rb") as text, source.with_suffix(".mo").open("wb") as compiled:
            write_mo(compiled, read_po(text))
    return len(stale)


def _is_stale(source: Path, compiled: Path) -> bool:
    return not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime
