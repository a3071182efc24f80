"""What can’t be read gets a sentence of its own, and leaves nothing behind."""

from __future__ import annotations

import io
import struct
import tempfile
import time
import tracemalloc
import warnings
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from preau.foundation.documents import Limits, UnreadableDocument, read
from preau.foundation.documents.refusals import SENTENCES

from .packages import docx, docx_parts, odt_parts, p, package, r

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
GOOD = docx(p(r("bon document " * 200)))


def compound(*streams: str) -> bytes:
    return OLE + b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in ("Root Entry", *streams))


def word97(flags: bytes) -> bytes:
    return OLE + b"\xec\xa5" + bytes(8) + flags + compound("WordDocument")[512:]


def with_part(name: str, content: str | bytes) -> bytes:
    return package({**docx_parts(p(r("x"))), name: content})


def without_part(name: str) -> bytes:
    return package({key: content for key, content in docx_parts(p(r("x"))).items() if key != name})


def with_body(prologue: str) -> bytes:
    return with_part("word/document.xml", prologue + str(docx_parts(p(r("&a;")))["word/document.xml"]))


def odt_with(**parts: str) -> bytes:
    names = {"manifest": "META-INF/manifest.xml", "content": "content.xml", "mimetype": "mimetype"}
    return package({**odt_parts("<text:p>x</text:p>"), **{names[key]: text for key, text in parts.items()}})


def twin_entries() -> bytes:
    stream = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w") as archive:
        warnings.simplefilter("ignore")
        for content in ("un", "deux"):
            archive.writestr("word/document.xml", content)
    return stream.getvalue()


def symlink() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in docx_parts(p(r("x"))).items():
            archive.writestr(name, content)
        link = zipfile.ZipInfo("word/media/image1.png")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    return stream.getvalue()


def encrypted_entries() -> bytes:
    data = bytearray(GOOD)
    for signature, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        position = data.find(signature)
        while position != -1:
            data[position + offset] |= 1
            position = data.find(signature, position + 4)
    return bytes(data)


def lying_size() -> bytes:
    """The archive says ten bytes; there are many more."""
    data = bytearray(GOOD)
    name = b"word/document.xml"
    central = data.rfind(name) - 46
    struct.pack_into("<I", data, central + 24, 10)
    return bytes(data)


def scratched() -> bytes:
    data = bytearray(GOOD)
    start = data.find(b"word/document.xml") + 60
    data[start : start + 8] = bytes(8)
    return bytes(data)


def bomb() -> bytes:
    return with_part("word/document.xml", b"<a>" + b" " * 30_000_000 + b"</a>")


def many_entries() -> bytes:
    return package({**docx_parts(p(r("x"))), **{f"word/media/{n}.png": b"" for n in range(6_000)}}, zipfile.ZIP_STORED)


LAUGHS = (
    '<!DOCTYPE w [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {b} "&{a};&{a};&{a};&{a};&{a};&{a};&{a};&{a};&{a};">'
        for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)
EXTERNAL = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
DEEP = "<w:sdt><w:sdtContent>" * 200 + p(r("x")) + "</w:sdtContent></w:sdt>" * 200

CASES: dict[str, tuple[bytes, str]] = {
    "no byte": (b"", "empty_file"),
    "blanks": (b" \n\t\r\n  ", "blank"),
    "a byte order mark alone": (b"\xef\xbb\xbf", "blank"),
    "a word document without a word": (docx(p() + p(r("  "))), "blank"),
    "an odt without a word": (package(odt_parts("<text:p/>")), "blank"),
    "a scan": (docx(p("<w:r><w:drawing/></w:r>")), "only_pictures"),
    "random bytes": (bytes(range(256)) * 8, "binary"),
    "a program": (b"MZ\x90\0" + bytes(200), "binary"),
    "png": (b"\x89PNG\r\n\x1a\n" + bytes(50), "picture"),
    "jpeg": (b"\xff\xd8\xff\xe0" + bytes(50), "picture"),
    "svg": (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "picture"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3", "pdf"),
    "rtf": (b"{\\rtf1\\ansi Bonjour}", "rtf"),
    "html": ("<!DOCTYPE html><html><body>Axe é</body></html>".encode(), "html"),
    "html in utf-16": ("\ufeff<html><p>Axe</p></html>".encode("utf-16-le"), "html"),
    "xml": (b'<?xml version="1.0"?><office:document/>', "xml"),
    "xlsx": (package({"[Content_Types].xml": "<T/>", "xl/workbook.xml": "<w/>"}), "spreadsheet"),
    "ods": (odt_with(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "spreadsheet"),
    "xls": (compound("Workbook"), "spreadsheet"),
    "pptx": (package({"[Content_Types].xml": "<T/>", "ppt/presentation.xml": "<p/>"}), "presentation"),
    "odp": (odt_with(mimetype="application/vnd.oasis.opendocument.presentation"), "presentation"),
    "odg": (odt_with(mimetype="application/vnd.oasis.opendocument.graphics"), "drawing"),
    "zip": (package({"lisez-moi.txt": "bonjour"}), "archive"),
    "epub": (package({"mimetype": "application/epub+zip"}), "archive"),
    "7z": (b"7z\xbc\xaf\x27\x1c" + bytes(50), "archive"),
    "msg": (compound("__properties_version1.0"), "message"),
    "some other compound file": (compound("Autre"), "binary"),
    "docx under a password": (compound("EncryptionInfo", "EncryptedPackage"), "password_protected"),
    "doc under a password": (word97(b"\0\x01"), "password_protected"),
    "odt under a password": (odt_with(manifest="<manifest:encryption-data/>"), "password_protected"),
    "recent odt under a password": (
        package({"mimetype": "application/vnd.oasis.opendocument.text", "encrypted-package": "x"}),
        "password_protected",
    ),
    "zip under a password": (encrypted_entries(), "password_protected"),
    "cut zip": (GOOD[: len(GOOD) // 2], "corrupt_archive"),
    "zip with a scratched part": (scratched(), "corrupt_archive"),
    "two parts of one name": (twin_entries(), "corrupt_archive"),
    "a lying size": (lying_size(), "corrupt_archive"),
    "no body": (without_part("word/document.xml"), "missing_body"),
    "no body in the odt": (odt_with(content="<office:document-content/>".replace("office:", "")), "missing_body"),
    "a body of another kind": (with_part("word/document.xml", "<autre/>"), "missing_body"),
    "broken xml": (with_part("word/document.xml", "<w:document><w:body>"), "malformed_xml"),
    "no xml at all": (with_part("word/document.xml", b"\0\1\2"), "malformed_xml"),
    "xml in a rare encoding": (
        with_part("word/document.xml", b'<?xml version="1.0" encoding="UTF-7"?><a/>'),
        "malformed_xml",
    ),
    "billion laughs": (with_body(LAUGHS), "forbidden_xml"),
    "external entity": (with_body(EXTERNAL), "forbidden_xml"),
    "document type in utf-16": (
        with_part("word/document.xml", f'<?xml version="1.0" encoding="UTF-16"?>{LAUGHS}<a/>'.encode("utf-16")),
        "forbidden_xml",
    ),
    "entity in a part beside": (with_part("word/_rels/document.xml.rels", EXTERNAL + "<a>&a;</a>"), "forbidden_xml"),
    "zip bomb": (bomb(), "archive_bomb"),
    "thousands of entries": (many_entries(), "too_many_parts"),
    "a path that climbs": (with_part("../../etc/cron.d/x", "x"), "unsafe_names"),
    "a path from the root": (with_part("/etc/passwd", "x"), "unsafe_names"),
    "a path of Windows": (with_part("C:\\windows\\x", "x"), "unsafe_names"),
    "a link": (symlink(), "unsafe_names"),
    "too deep": (docx(DEEP), "too_deep"),
    "doc without a password": (word97(b"\1\0"), "legacy_without_office"),
    "bmp": (b"BM" + bytes(60), "picture"),
    "heic": (bytes(4) + b"ftypheic" + bytes(60), "picture"),
    "webp": (b"RIFF\1\2\3\4WEBPVP8 ", "picture"),
    "sound": (b"RIFF\1\2\3\4WAVEfmt ", "binary"),
    "doc without LibreOffice": (compound("WordDocument"), "legacy_without_office"),
}  # fmt: skip


@pytest.fixture(autouse=True)
def _nothing_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    yield
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("data", "code"), CASES.values(), ids=CASES.keys())
def test_stranger_gets_a_sentence_for_a_file_that_is_no_document(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableDocument) as refused:
        read(data, "plan.docx", office="")
    assert refused.value.code == code
    assert refused.value.sentence == SENTENCES[code]


@pytest.mark.parametrize("code", SENTENCES)
def test_every_sentence_is_plain_french_with_its_typography(code: str) -> None:
    sentence = SENTENCES[code]
    assert sentence.endswith(".")
    assert len(sentence) > 40
    assert "'" not in sentence
    for sign in ":;?!»":
        assert f" {sign}" not in sentence
    assert "« " not in sentence


def test_sentences_are_all_different() -> None:
    assert len(set(SENTENCES.values())) == len(SENTENCES)


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        (Limits(package=1_000), "too_big"),
        (Limits(part=1_000), "archive_bomb"),
        (Limits(parts=1_000), "archive_bomb"),
        (Limits(ratio=2, ratio_floor=1_000), "archive_bomb"),
        (Limits(entries=2), "too_many_parts"),
        (Limits(nodes=3), "too_complex"),
    ],
)
def test_administrator_can_tighten_each_limit(limits: Limits, code: str) -> None:
    assert read(GOOD, "x").format == "docx"
    with pytest.raises(UnreadableDocument) as refused:
        read(GOOD, "x", limits=limits)
    assert refused.value.code == code


def test_long_honest_document_is_not_taken_for_a_bomb() -> None:
    body = "".join(p(r(f"Objectif {n} : ouvrir la cour de l’école le samedi matin")) for n in range(30_000))
    assert len(body) > Limits().ratio_floor
    assert len(read(docx(body), "x").blocks) == 30_000


@pytest.mark.parametrize("text", ["BM : bibliothèque municipale", "<à compléter>", "RIFF de guitare", "PK de la route"])
def test_text_that_begins_like_another_format_is_still_text(text: str) -> None:
    assert read(text.encode(), "x").format == "text"


def test_text_has_a_limit_of_its_own() -> None:
    with pytest.raises(UnreadableDocument) as refused:
        read(b"a" * 2_000, "x", limits=Limits(text=1_000))
    assert refused.value.code == "too_big"


def test_coordinator_imports_a_report_with_fifty_megabytes_of_pictures_that_nobody_unpacks() -> None:
    picture = bytes(1_000_000)
    parts = {**docx_parts(p(r("texte"))), **{f"word/media/image{n}.png": picture for n in range(50)}}
    data = package(parts, zipfile.ZIP_STORED)
    tracemalloc.start()
    document = read(data, "rapport.docx")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert next(document.paragraphs()).text() == "texte"
    assert peak < 5_000_000 + len(data)  # no second copy of the pictures


def test_picture_that_is_a_bomb_is_never_unpacked() -> None:
    assert read(with_part("word/media/image1.png", bytes(50_000_000)), "x").format == "docx"


def test_zip_bomb_is_stopped_before_it_has_swollen() -> None:
    data = bomb()
    tracemalloc.start()
    with pytest.raises(UnreadableDocument):
        read(data, "x")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20_000_000  # of thirty


def test_reader_reaches_for_nothing_outside_the_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A template, a picture and a link with addresses on the network; a schema beside. None is opened."""

    def refuse(*arguments: object, **named: object) -> None:
        raise AssertionError(f"opened {arguments}")

    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
        'Type="x/styles" Target="http://127.0.0.1:9/styles.xml" TargetMode="External"/></Relationships>'
    )
    data = with_part("word/_rels/document.xml.rels", relation)
    monkeypatch.setattr("builtins.open", refuse)
    monkeypatch.setattr("socket.socket.connect", refuse)
    assert read(data, "x").format == "docx"


def test_time_to_read_grows_like_the_document() -> None:
    def seconds(paragraphs: int) -> float:
        data = docx(
            "".join(p(r(f"Objectif {n} : ouvrir la cour de l’école"), r(" le samedi")) for n in range(paragraphs))
        )
        best = float("inf")
        for _ in range(3):
            start = time.thread_time()
            read(data, "x")
            best = min(best, time.thread_time() - start)
        return best

    small, large = seconds(400), seconds(4_000)
    assert large < 1.0  # a hundred pages of forty lines
    assert large < small * 10 * 2.5
