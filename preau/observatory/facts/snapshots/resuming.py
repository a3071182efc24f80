"""Folders of snapshots: one that was cut is gone on with, parts that did not change are shared, old ones go."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from preau.foundation.crypto.pseudonyms import Pseudonyms
from preau.observatory.facts.manifest import Part, folder_of, kept_names, read_manifest, sha_of

KEPT = 2
"""Snapshots that stay on the disk: the one in use and the one before."""


def folder_to_take(started: datetime, pk: int, pseudonyms: Pseudonyms) -> tuple[str, dict[tuple[str, int], Part]]:
    """The folder of the last snapshot that was cut, with what it holds; else a new one. Others that were cut go."""
    cut = [name for name in kept_names() if read_manifest(name) is None]
    for name in reversed(cut):
        if (folder_of(name) / "key").is_file() and (folder_of(name) / "key").read_text() == pseudonyms.check:
            for other in cut:
                if other != name:
                    shutil.rmtree(folder_of(other), ignore_errors=True)
            return name, _done(folder_of(name))
    for name in cut:
        shutil.rmtree(folder_of(name), ignore_errors=True)
    name = f"{started:%Y%m%dT%H%M%S}-{pk}"
    folder_of(name).mkdir(parents=True, exist_ok=True)
    (folder_of(name) / "key").write_text(pseudonyms.check)
    return name, {}


def note(folder: Path, part: Part) -> None:
    """Kept beside the parts: a program that starts again finds what is done."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "done.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(asdict(part)) + "\n")
        file.flush()
        os.fsync(file.fileno())


def _done(folder: Path) -> dict[tuple[str, int], Part]:
    """Parts that are on the disk as they were noted. A line cut in the middle is no line."""
    found: dict[tuple[str, int], Part] = {}
    journal = folder / "done.jsonl"
    for line in journal.read_text(encoding="utf-8").splitlines() if journal.is_file() else ():
        try:
            part = Part(**json.loads(line))
        except ValueError:
            continue
        found[part.table, part.year] = part
    return {
        key: part for key, part in found.items() if not part.file or _sha_or_none(folder / part.file) == part.sha256
    }


def _sha_or_none(path: Path) -> str | None:
    try:
        return sha_of(path)
    except FileNotFoundError:
        return None


def link(old: Path, new: Path) -> None:
    """The same bytes, once on the disk."""
    new.parent.mkdir(parents=True, exist_ok=True)
    new.unlink(missing_ok=True)
    try:
        os.link(old, new)
    except OSError:  # a disk that knows no links
        shutil.copyfile(old, new)


def clean() -> None:
    """Old snapshots go; whoever reads one of their files keeps it until it is done."""
    finished = [manifest for name in kept_names() if (manifest := read_manifest(name)) is not None]
    finished.sort(key=lambda each: each.taken_at)
    for manifest in finished[:-KEPT]:
        shutil.rmtree(folder_of(manifest.name), ignore_errors=True)
