"""Compiles the translations without gettext, so that an installation needs Python only.

The product speaks French by itself; its French catalogue is made from the same sentences, for what a sentence alone
cannot say: that nothing is singular ("0 personne"), and where a line may not break. It is never kept in the repository.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from . import sentences

_SAID = "en/LC_MESSAGES/django.po"
"""The catalogue that holds every sentence: English is complete."""
_FRENCH = "fr/LC_MESSAGES/django.mo"
_MAKERS = (Path(__file__), Path(sentences.__file__))


def compile_translations(
    folder: Path, into: Path | None = None, polished: Callable[[str], str] = sentences.with_blanks
) -> int:
    """Writes each ``.mo`` that is missing or older than its source; gives how many were written."""
    target, written = into or folder, 0
    for source in folder.rglob("*.po"):
        compiled = target / source.relative_to(folder).with_suffix(".mo")
        if _is_stale(compiled, source):
            _write(compiled, _read(source))
            written += 1
    said = folder / _SAID
    if said.exists() and _is_stale(target / _FRENCH, said, *_MAKERS):
        _write(target / _FRENCH, french_of(_read(said), polished))
        written += 1
    return written


def french_of(said: Catalog, polished: Callable[[str], str] = sentences.with_blanks) -> Catalog:
    """The sentences that count, and those that French shows otherwise than they are typed."""
    french = Catalog(locale="fr", charset="utf-8")
    for message in said:
        if not isinstance(message.id, str):
            french.add(message.id, [polished(each) for each in message.id], context=message.context)
        elif message.id and (shown := polished(message.id)) != message.id:
            french.add(message.id, shown, context=message.context)
    return french


def _read(source: Path) -> Catalog:
    with source.open("rb") as text:
        return read_po(text)


def _write(target: Path, catalogue: Catalog) -> None:
    """Whole or not at all: another process may be reading."""
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_suffix(f".{os.getpid()}")
    with draft.open("wb") as compiled:
        write_mo(compiled, catalogue)
    draft.replace(target)


def _is_stale(compiled: Path, *sources: Path) -> bool:
    return not compiled.exists() or any(compiled.stat().st_mtime < each.stat().st_mtime for each in sources)
