"""LibreOffice as the partner's word processor: it opens, saves and edits what we write."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

_EDITOR = Path(__file__).with_name("edit_in_writer.py")
_PYTHON = "/usr/bin/python3"  # the one that Debian's LibreOffice speaks to


def saved_again(document: bytes, folder: Path, kind: str = "docx") -> bytes:
    """Opened and saved, nothing touched."""
    return edited(document, folder, [], kind)


def edited(document: bytes, folder: Path, operations: list[dict[str, Any]], kind: str = "docx") -> bytes:
    source, target = folder / "sent.docx", folder / f"back.{kind}"
    source.write_bytes(document)
    done = subprocess.run(
        [_PYTHON, str(_EDITOR), str(folder / "profile"), str(source), str(target)],
        input=json.dumps(operations),
        text=True,
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return target.read_bytes()


def copied_without_marks(document: bytes, folder: Path) -> bytes:
    """Its content in a new document, bookmarks gone."""
    source = folder / "marked.docx"
    source.write_bytes(document)
    return edited(document, folder, [{"do": "strip", "source": str(source)}])


def is_there() -> bool:
    return bool(shutil.which("soffice")) and Path(_PYTHON).exists()
