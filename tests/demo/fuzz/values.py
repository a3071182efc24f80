"""Values that no field expects, and bodies that no form sends."""

from __future__ import annotations

from random import Random
from urllib.parse import quote_from_bytes
from uuid import UUID

from .reading import Form

LONE_SURROGATE = b"\xed\xa0\x80"
NASTY: tuple[str | bytes, ...] = (
    "",
    "   ",
    "\x00",
    "avant\x00après",
    LONE_SURROGATE,
    b"\xff\xfe\x00d",
    "-1",
    "0",
    "-0",
    str(2**31),
    str(2**63),
    str(-(2**63) - 1),
    "9" * 400,
    "9" * 5000,
    "1e309",
    "1e-400",
    "NaN",
    "Infinity",
    "-inf",
    "1_000",
    "٣",
    "²",
    "1,5",
    "0.000000000000000001",
    "0001-01-01",
    "9999-12-31",
    "0000-00-00",
    "2026-02-30",
    "31/12/9999",
    "01/01/0001",
    "1900-01-01",
    "2026-13",
    "25:61",
    "24:00",
    "23:59:59.999999",
    "00:00",
    "9999-12-31T23:59",
    "0001-01-01T00:00",
    "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-12:00",
    "2026-11-24T09:00:00+00:00",
    "2026-03-29T02:30",
    "2026-10-25T02:30",
    "😀" * 300,
    "é" * 70_000,
    "mot " * 3000,
    "\u202e\u200b\ufeff",
    "\r\nSet-Cookie: a=b",
    "<script>alert(1)</script>",
    "' OR 1=1 --",
    "%s %d %n {0} {x!r}",
    "{{ 7|add:7 }}{% load x %}",
    "../../../etc/passwd",
    "None",
    "null",
    "true",
    "[]",
    "{}",
    "[1, null]",
    '{"a": {"b": [1]}}',
    '[{"pk": 1, "rank": "x"}]',
    "[" * 5000,
    '"\\ud800"',
    "NaN,NaN",
    "1,2,3",
    "999,999",
    "javascript:alert(1)",
    "http://[::1",
    "https://" + "a" * 3000 + ".example",
    "a@b",
    "x@" + "y" * 300 + ".example",
    "//ailleurs.example/",
    "__all__",
    "-",
    "a1-g1-o1",
    "2026-2027",
)
CONTENT_TYPES = (
    "application/json",
    "text/plain",
    "application/x-www-form-urlencoded; charset=utf-16",
    "application/x-www-form-urlencoded; charset=inconnu",
    "multipart/form-data",
    "multipart/form-data; boundary=",
    "multipart/form-data; boundary=absent",
    "application/octet-stream",
    "",
    "é/à",
)
FILES = (
    ("vide.pdf", "application/pdf", b""),
    ("faux.pdf", "application/pdf", b"%PDF-1.7\n%%EOF"),
    ("faux.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", b"PK\x03\x04 rien"),
    ("faux.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b"PK\x05\x06" + b"\0" * 18),
    ("faux.png", "image/png", b"\x89PNG\r\n\x1a\n" + b"\0" * 40),
    ("tableau.csv", "text/csv", b"a;b\n\x00;\xff\n" + b"1;2;3\n" * 50),
    ("..\\..\\nom\x01.csv", "text/csv", b"\xff\xfea\x00;\x00b\x00"),
    ("n" * 300 + ".json", "application/json", b'{"a": [1, {"b": null}]}'),
    ("liste.json", "application/json", b"[" * 3000),
    ("chant.ics", "text/calendar", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:nul\r\n"),
)


def nasty(random: Random) -> str | bytes:
    return random.choice((*NASTY, str(UUID(int=random.getrandbits(128)))))


def pairs_of(form: Form, random: Random) -> list[tuple[str, str | bytes]]:
    """Mostly what a browser would send; one field or several as no browser would."""
    spoilt = _spoilt(list(form.fields), random)
    pairs: list[tuple[str, str | bytes]] = []
    for name, choices in form.fields.items():
        value = random.choice(choices) if choices else ""
        match random.randrange(8) if name in spoilt else -1:
            case -1:
                pairs.append((name, choices[0] if choices and random.random() < 0.6 else value))
            case 0:
                continue
            case 1:
                pairs += [(name, nasty(random)), (name, nasty(random))]
            case _:
                pairs.append((name, nasty(random)))
    if random.random() < 0.1:
        random.shuffle(pairs)
    return pairs


def _spoilt(names: list[str], random: Random) -> set[str]:
    """None, one, some, or all: what lies behind a form is only reached by a form that passes."""
    if not names:
        return set()
    how_many = random.choice((0, 1, 1, 1, 1, 2, 3, len(names)))
    return set(random.sample(names, min(how_many, len(names))))


def urlencoded(pairs: list[tuple[str, str | bytes]]) -> bytes:
    return "&".join(f"{_quoted(name)}={_quoted(value)}" for name, value in pairs).encode()


def _quoted(value: str | bytes) -> str:
    return quote_from_bytes(value if isinstance(value, bytes) else value.encode("utf-8", "surrogatepass"), safe="")


def multipart(pairs: list[tuple[str, str | bytes]], files: set[str], random: Random) -> tuple[bytes, str]:
    """A body with its files, and its content type. A field may come as a file, and a file as a field."""
    lines: list[bytes] = []
    for name, value in pairs:
        written = value if isinstance(value, bytes) else value.encode("utf-8", "surrogatepass")
        if random.random() < 0.02:
            lines += _file(name, "texte.txt", "text/plain", written)
        else:
            lines += [b"--x", f'Content-Disposition: form-data; name="{name}"'.encode(), b"", written]
    for name in sorted(files):
        match random.randrange(10):
            case 0:
                continue
            case 1:
                lines += [b"--x", f'Content-Disposition: form-data; name="{name}"'.encode(), b"", b"des mots"]
            case _:
                lines += _file(name, *random.choice(FILES))
    return b"\r\n".join([*lines, b"--x--", b""]), "multipart/form-data; boundary=x"


def _file(name: str, called: str, kind: str, content: bytes) -> list[bytes]:
    disposition = f'Content-Disposition: form-data; name="{name}"; filename="{called}"'
    return [b"--x", disposition.encode(), f"Content-Type: {kind}".encode(), b"", content]
