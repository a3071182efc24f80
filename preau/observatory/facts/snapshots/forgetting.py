"""Somebody's rows taken out of every snapshot that is kept, at once: the next one is not waited for."""

from __future__ import annotations

import shutil
from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from preau.foundation.crypto.pseudonyms import every
from preau.observatory.facts.engine import opened, text
from preau.observatory.facts.errors import AlreadyTaking
from preau.observatory.facts.locks import taking, touching
from preau.observatory.facts.manifest import (
    Manifest,
    Part,
    folder_of,
    kept_names,
    read_manifest,
    sha_of,
    write_manifest,
)
from preau.observatory.facts.worked_out import drop
from preau.people.households.models import Child

from .parquet import leave_out

type Rewritten = dict[int, Path]
"""Inode of a file as it was → the same without the rows: snapshots share files, each is written once."""


def forget_facts(child: Child) -> None:
    """Called inside the erasing of a family: when rows cannot be taken out, nothing is erased.

    Once more after it is kept: a snapshot that was read from before may have been put in use meanwhile.
    """
    _take_out_everywhere(child.pk)
    transaction.on_commit(lambda: _take_out_everywhere(child.pk), robust=True)


def erased_since(started: datetime) -> set[str]:
    """What stands for the children whose file was erased while facts were being read."""
    since = timezone.localdate(started) - timedelta(days=1)
    return _standing_for(Child.objects.filter(erased_on__gte=since).values_list("pk", flat=True))


def take_out(manifest: Manifest, gone: Collection[str], *, rewritten: Rewritten | None = None) -> bool:
    """Rewrites the parts that tell of one of them, and says so in ``manifest``. False when there was none."""
    if not gone:
        return False
    done: Rewritten = {} if rewritten is None else rewritten
    parts = [_without(manifest, part, gone, done) for part in manifest.parts]
    if parts == manifest.parts:
        return False
    manifest.parts = parts
    manifest.revision += 1
    drop(manifest.name)
    return True


def _take_out_everywhere(child: int) -> None:
    gone = _standing_for([child])
    rewritten: Rewritten = {}
    with touching():
        for name in kept_names():
            manifest = read_manifest(name)
            if manifest is not None and take_out(manifest, gone, rewritten=rewritten):
                write_manifest(manifest)
    _drop_what_was_cut()


def _drop_what_was_cut() -> None:
    """What a killed program left may tell of them too. A living one sees to it before it puts its own in use."""
    try:
        with taking():
            for name in kept_names():
                if read_manifest(name) is None:
                    shutil.rmtree(folder_of(name), ignore_errors=True)
    except AlreadyTaking:
        return


def _standing_for(children: Collection[int]) -> set[str]:
    """Under each key of the installation: facts may be older than the last change of key."""
    return {pseudonyms.of("child", child) for pseudonyms in every() for child in children}


def _without(manifest: Manifest, part: Part, gone: Collection[str], rewritten: Rewritten) -> Part:
    """The part to be read again by the next snapshot, whose operations may tell otherwise."""
    columns = [name for name, _kind, person in manifest.columns[part.table] if person == "child"]
    if not part.file or not columns:
        return part
    path = folder_of(manifest.name) / part.file
    before = path.stat().st_ino
    if before in rewritten:
        path.unlink()
        path.hardlink_to(rewritten[before])
    else:
        told = " OR ".join(f'"{name}" IN ({", ".join(text(each) for each in sorted(gone))})' for name in columns)
        if not _count(path, told):
            return part
        leave_out(path, f"NOT ({told})", spill=path.parent)
        rewritten[before] = path
    return replace(part, rows=_count(path), sha256=sha_of(path), stamp="")


def _count(path: Path, told: str = "true") -> int:
    with opened(path.parent, threads=1) as engine:
        source = f"SELECT count(*) FROM read_parquet({text(path)}) WHERE {told}"  # noqa: S608  pseudonyms of the house
        found = engine.execute(source).fetchone()
    return int(found[0]) if found else 0
