"""Word files from before 2007, turned into .docx by LibreOffice in a folder that disappears."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from .refusals import refusal

_PROGRAMS = ("soffice", "libreoffice")
_NOWHERE = "http://127.0.0.1:9"  # the discard port: what a document links to is not fetched

_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution"
oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"
oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""


def find_office() -> str:
    """The path of LibreOffice, or ""."""
    return next((path for program in _PROGRAMS if (path := shutil.which(program))), "")


def convert_to_docx(data: bytes, *, office: str | None, seconds: float) -> bytes:
    """The same document as .docx. ``office`` is the program; None looks for it, "" goes without."""
    program = find_office() if office is None else office
    if not program:
        raise refusal("legacy_without_office")
    with tempfile.TemporaryDirectory(prefix="preau-doc-") as name:
        folder = Path(name)
        source = folder / "source.doc"
        source.write_bytes(data)
        _run(program, source, folder, seconds)
        result = folder / "out" / "source.docx"
        if not result.is_file():
            raise refusal("legacy_failed")
        return result.read_bytes()


def _run(program: str, source: Path, folder: Path, seconds: float) -> None:
    """A profile of its own: a LibreOffice that is open on the same machine neither answers nor is disturbed."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    command = [
        program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nologo",
        "--nolockcheck", "--convert-to", "docx", "--outdir", str(folder / "out"), str(source),
    ]  # fmt: skip
    try:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env=_environment(folder), cwd=folder, start_new_session=True,
        )  # fmt: skip
    except OSError as error:
        raise refusal("legacy_without_office") from error
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired as error:
        raise refusal("legacy_too_slow") from error
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends the program and those it started: soffice is a launcher, its child does the work."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _environment(folder: Path) -> dict[str, str]:
    home = str(folder)
    own = {"HOME": home, "TMPDIR": home, "XDG_CACHE_HOME": home, "XDG_CONFIG_HOME": home, "XDG_RUNTIME_DIR": home}
    closed = {"http_proxy": _NOWHERE, "https_proxy": _NOWHERE, "ftp_proxy": _NOWHERE, "DISPLAY": ""}
    return {"PATH": os.environ.get("PATH", os.defpath), "LANG": "C.UTF-8", **own, **closed}
