"""What people send is checked by its bytes, kept under a key, and refused in one clear sentence."""

from __future__ import annotations

import hashlib
import io
import zipfile

import pytest
from django.db import transaction

from preau.people.audit.models import AuditEvent
from preau.people.files.actions import discard_file, store_file
from preau.people.files.enums import PICTURES, FileKind
from preau.people.files.errors import FileRefused
from preau.people.files.models import StoredFile
from preau.people.files.names import cleaned, is_deceptive
from preau.people.files.storage import files_storage
from preau.surfaces.shell.files import send_file
from tests.cast import make_person

pytestmark = pytest.mark.django_db


def package(*parts: str, mimetype: str = "") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for part in parts:
            archive.writestr(part, "<x/>")
    return buffer.getvalue()


PDF = b"%PDF-1.7\n1 0 obj\n"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)
JPEG = b"\xff\xd8\xff\xe0" + bytes(20)
DOCX = package("[Content_Types].xml", "word/document.xml")
XLSX = package("[Content_Types].xml", "xl/workbook.xml")
ODT = package("content.xml", mimetype="application/vnd.oasis.opendocument.text")
ODS = package("content.xml", mimetype="application/vnd.oasis.opendocument.spreadsheet")
MACROS = package("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")

ACCEPTED = [
    (PDF, "devis.pdf", FileKind.PDF),
    (PNG, "affiche.png", FileKind.PNG),
    (JPEG, "photo.JPG", FileKind.JPEG),
    (DOCX, "projet.docx", FileKind.DOCX),
    (ODT, "projet.odt", FileKind.ODT),
    (XLSX, "budget.xlsx", FileKind.XLSX),
    (ODS, "budget.ods", FileKind.ODS),
    ("nom;âge\nAnna;9\n".encode(), "liste.csv", FileKind.CSV),
    ("nom;âge\n".encode("cp1252"), "liste.csv", FileKind.CSV),
    ("Bonjour, à tous.".encode(), "note.txt", FileKind.TEXT),
]
REFUSED = [
    (b"", "vide.pdf", "vide"),
    (b"x" * 2_000_001, "gros.txt", "pèse 3 Mo"),
    (PDF, "devis.docx", "ne correspond pas à son nom"),
    (PNG, "photo.jpg", "ne correspond pas à son nom"),
    (b"MZ\x90\0" + bytes(40), "devis.pdf", "n’est pas accepté"),
    (b"\x7fELF" + bytes(40), "note.txt", "n’est pas accepté"),
    (b"<!doctype html><script>alert(1)</script>", "note.txt", "n’est pas accepté"),
    (b"  <svg onload='x'></svg>", "image.png", "n’est pas accepté"),
    (package("a.txt"), "tout.docx", "n’est pas accepté"),
    (DOCX[:40], "coupé.docx", "n’est pas accepté"),
    (MACROS, "projet.docx", "macros"),
    (PDF, "facture.exe.pdf", "trompeur"),
    (PDF, "../../etc/passwd.pdf", "trompeur"),
    (PDF, "C:\\devis.pdf", "trompeur"),
    (PDF, "annexe\u202efdp.pdf", "trompeur"),
    (PDF, ".pdf", "trompeur"),
    (PDF, "devis", "ne correspond pas à son nom"),
]


@pytest.fixture(autouse=True)
def limit(settings):
    settings.UPLOAD_LIMIT = 2_000_000


@pytest.mark.parametrize(("data", "name", "kind"), ACCEPTED, ids=[f"{name}-{kind}" for _, name, kind in ACCEPTED])
def test_a_good_file_is_kept_with_its_fingerprint(data, name, kind, now):
    person = make_person("coordinator")
    stored = store_file(data, name, by=person, now=now)
    assert (stored.kind, stored.size, stored.sha256) == (kind, len(data), hashlib.sha256(data).hexdigest())
    assert (stored.uploaded_by, stored.uploaded_at, stored.name) == (person, now, name)
    assert stored.path.startswith(f"{stored.pk.hex[:2]}/")
    with stored.open() as content:
        assert content.read() == data


@pytest.mark.parametrize(("data", "name", "words"), REFUSED, ids=[f"{name}-{words}" for _, name, words in REFUSED])
def test_a_bad_file_is_refused_in_one_sentence_and_leaves_nothing(data, name, words, now):
    with pytest.raises(FileRefused, match=words) as refusal:
        store_file(data, name, by=None, now=now)
    assert str(refusal.value).endswith(".")
    assert not StoredFile.objects.exists()
    assert not AuditEvent.objects.filter(verb="file.stored").exists()


def test_an_owner_may_take_fewer_kinds(now):
    with pytest.raises(FileRefused, match="PNG, JPG"):
        store_file(PDF, "devis.pdf", by=None, now=now, kinds=PICTURES)


def test_a_zip_bomb_is_not_unpacked(now):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", b"application/vnd.oasis.opendocument.text" + b" " * 100_000_000)
    with pytest.raises(FileRefused):
        store_file(buffer.getvalue(), "bombe.odt", by=None, now=now)


def test_names_are_one_short_line_that_keeps_its_ending():
    assert cleaned("  mon   devis\u0301.pdf ") == "mon devis\u0301.pdf".replace("s\u0301", "ś")
    assert cleaned("é" * 300 + ".docx") == "é" * 115 + ".docx"
    assert not is_deceptive("Réunion du 12 mars (v2), école d’été.pdf")


def test_a_file_leaves_as_something_to_save(now):
    answer = send_file(store_file(PDF, "devis été.pdf", by=None, now=now))
    assert answer.headers["Content-Disposition"].startswith("attachment; filename*=utf-8''devis%20")
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert b"".join(answer.streaming_content) == PDF


def test_a_discarded_file_leaves_the_disk_once_the_act_is_kept(now, django_capture_on_commit_callbacks):
    stored = store_file(PDF, "devis.pdf", by=None, now=now)
    path = stored.path
    with django_capture_on_commit_callbacks(execute=False) as waiting, transaction.atomic():
        discard_file(stored, by=None, now=now)
    assert files_storage().exists(path)
    for delete in waiting:
        delete()
    assert not files_storage().exists(path)
    assert AuditEvent.objects.filter(verb="file.discarded").exists()
