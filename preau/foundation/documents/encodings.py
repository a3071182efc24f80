"""Which characters the bytes of a text stand for, when nothing says it."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from .refusals import refusal

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_EUROPEAN = ("cp1252", "mac_roman", "cp850", "iso8859_15")
_USUAL = frozenset("àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆáíóúñÁÍÓÚÑãõåøßìò’‘“”«»…–—·•€°²³§©®™½¼ªº\u00a0\u00ad¿¡")
_GOOD_ENOUGH = 0.9
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_FOREIGN = re.compile(rb"[\x80-\xff]+")
_SAMPLE = 1 << 16

# A UTF-8 sequence of two or three bytes that somebody read as cp1252, and wrote back.
_TRAIL = "[\u0080-\u00bfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]"
_MOJIBAKE = re.compile(rf"[ÂÃÅ]{_TRAIL}|â{_TRAIL}{{2}}")


@dataclass(frozen=True, slots=True)
class Decoded:
    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes) -> Decoded:
    """The text: by its byte order mark, else as strict UTF-8, else as the likeliest European encoding."""
    text, encoding = _decode(data)
    text = text.removeprefix("\ufeff")
    _refuse_binary(text)
    repaired, count = repaired_letters(text)
    return Decoded(repaired, encoding, tuple(_notes(encoding, count)))


def _decode(data: bytes) -> tuple[str, str]:
    if encoding := told_encoding(data):
        return _strict(data, encoding), encoding
    if b"\0" in data:
        raise refusal("binary")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        encoding = likeliest(data)
        return data.decode(encoding), encoding


def told_encoding(data: bytes) -> str:
    """The encoding that the first bytes give away: a byte order mark, or the zeros of UTF-16; else ""."""
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "") or _unmarked_utf16(data)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise refusal("unknown_encoding") from error


def _unmarked_utf16(data: bytes) -> str:
    """UTF-16 of a Latin text shows: every other byte is zero."""
    sample = data[:4096]
    half = len(sample) // 2
    if half < 2 or len(data) % 2:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > half * 0.6 and even < half * 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.6 and odd < half * 0.1 else ""


def likeliest(data: bytes) -> str:
    """cp1252, unless it would give letters that no European text has."""
    foreign = b"".join(_FOREIGN.findall(data))[:_SAMPLE]
    if _plausibility(foreign, "cp1252") >= _GOOD_ENOUGH:
        return "cp1252"
    best = max(_EUROPEAN, key=lambda encoding: _plausibility(foreign, encoding))
    if _plausibility(foreign, best) >= _GOOD_ENOUGH:
        return best
    guess = from_bytes(data[:_SAMPLE], cp_isolation=[*_EUROPEAN, "latin_1"]).best()
    if guess is None or not _decodes(data, guess.encoding):
        raise refusal("unknown_encoding")
    return guess.encoding


def _plausibility(foreign: bytes, encoding: str) -> float:
    """The share of the bytes beyond ASCII that would be usual letters and signs."""
    try:
        text = foreign.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    return sum(character in _USUAL for character in text) / max(len(text), 1)


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _refuse_binary(text: str) -> None:
    if "\0" in text or len(_CONTROLS.findall(text)) > len(text) // 100 + 1:
        raise refusal("binary")


def repaired_letters(text: str, *, at_least: int = 2) -> tuple[str, int]:
    """The text with doubly encoded letters put right, and how many there were. One alone may be meant."""
    if len(_MOJIBAKE.findall(text)) < at_least:
        return text, 0
    repaired = _MOJIBAKE.sub(lambda found: _undo(found[0]), text)
    return repaired, sum(1 for found in _MOJIBAKE.finditer(text) if _undo(found[0]) != found[0])


def _undo(sequence: str) -> str:
    try:
        return b"".join(_byte(character) for character in sequence).decode("utf-8")
    except UnicodeError:
        return sequence


def _byte(character: str) -> bytes:
    return bytes([ord(character)]) if ord(character) < 0x100 else character.encode("cp1252")


def _notes(encoding: str, repaired: int) -> list[str]:
    notes = []
    if not encoding.startswith("utf"):
        notes.append("L’encodage du texte n’est pas indiqué : il a été deviné d’après ses lettres accentuées.")
    if repaired:
        notes.append("Des lettres accentuées étaient mal encodées (« Ã© » pour « é ») : elles ont été rétablies.")
    return notes
