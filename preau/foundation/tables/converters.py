"""From a cell as a file gives it to a value: None for an empty cell, a ValueError in French for what can’t be read."""

from __future__ import annotations

import math
import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from preau.foundation.text.search import folded

PARIS = ZoneInfo("Europe/Paris")
_BLANKS = re.compile(r"[\s\u00a0\u2007\u2009\u202f\ufeff\u200b]+")
_NUMBER = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?")
_GROUPED = re.compile(r"[+-]?\d{1,3}((?P<sign>[.,'])\d{3})((?P=sign)\d{3})*")
_SCIENTIFIC = re.compile(r"\d+([.,]\d+)?e\+?\d+", re.IGNORECASE)
_TRUE = frozenset("1 true vrai oui o yes y x".split())
_FALSE = frozenset("0 false faux non n no".split())
_NOTHING = frozenset(["", "null", "none", "nan", "na", "n/a", "nc", "n.c.", "nr", "-"])

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_FRENCH = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?!\d)")
_WORDS = re.compile(r"(?:[a-z]+\.?,? )?(\d{1,2})(?:er)? ([a-z]+)\.? (\d{4})(?!\d)")
_MONTHS = ("janv", "fevr", "mars", "avri", "mai", "juin", "juil", "aout", "sept", "octo", "nove", "dece")
_TWO_DIGITS = 70
"""27 is 2027, 70 is 1970: nothing that a town imports happens after 2069."""
_EPOCH = date(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = 10_000, 73_050  # 18 May 1927 to 31 December 2099


def text(value: object) -> str:
    """The words of a cell, without outer blanks; a whole number without « .0 »; "" for nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value).strip(" \t\r\n\f\v\u00a0\u202f\u2007\u2009\ufeff\u200b")


def code(value: object, *, width: int = 0) -> str:
    """A key made of digits or letters, with the zeros that a spreadsheet took off: 1004 gives 01004 for a width of 5.

    Raises ValueError for « 2,13402E+13 »: the spreadsheet lost digits.
    """
    written = _BLANKS.sub("", text(value))
    if _SCIENTIFIC.fullmatch(written):
        raise ValueError(
            f"« {written} » est un numéro abrégé par un tableur, qui a perdu des chiffres. "
            "Mettez la colonne au format « Texte » et saisissez le numéro entier."
        )
    return written.zfill(width) if written.isdigit() else written


def number(value: object) -> float | None:
    """« 1 234,5 », « 1.234,5 », « 48.94 », 12, or an empty cell. Never an infinity."""
    if isinstance(value, bool):
        raise ValueError("Un nombre est attendu, pas oui ou non.")
    if isinstance(value, int | float):
        return _finite(float(value), str(value))
    written = _BLANKS.sub("", text(value)).replace("−", "-").lower()
    if written in _NOTHING:
        return None
    plain = _without_groups(written)
    if not _NUMBER.fullmatch(plain):
        raise ValueError(f"« {text(value)} » n’est pas un nombre.")
    return _finite(float(plain.replace(",", ".")), text(value))


def whole(value: object) -> int | None:
    """A number without decimals."""
    found = number(value)
    if found is not None and not found.is_integer():
        raise ValueError(f"« {text(value)} » n’est pas un nombre entier.")
    return None if found is None else int(found)


def truth(value: object) -> bool | None:
    """« Oui », « OUI », true, « x », 1; « Non », false, 0; None for an empty cell and for « null »."""
    if isinstance(value, bool):
        return value
    written = folded(text(value))
    if written in _TRUE:
        return True
    if written in _FALSE:
        return False
    if written in _NOTHING:
        return None
    raise ValueError(f"« {text(value)} » n’est ni oui ni non.")


def day(value: object) -> date | None:
    """A day as a file writes it: ISO, French (31/12/2026, « 31 décembre 2026 »), or the number a spreadsheet keeps.

    An instant with its offset is a day in Paris: official calendars write midnight of the 18th as 22:00 of the 17th.
    """
    if isinstance(value, datetime):
        return value.astimezone(PARIS).date() if value.tzinfo else value.date()
    if isinstance(value, date):
        return value
    written = " ".join(folded(text(value)).split())
    if written in _NOTHING:
        return None
    if (at := _offset_instant(text(value))) is not None:
        return at.astimezone(PARIS).date()
    return _written_day(written) or _serial_day(value, written)


def instant(value: object) -> datetime | None:
    """An instant with its offset, in UTC; without one it is Paris time."""
    if isinstance(value, datetime):
        return (value if value.tzinfo else value.replace(tzinfo=PARIS)).astimezone(UTC)
    written = text(value)
    if folded(written) in _NOTHING:
        return None
    try:
        return instant(datetime.fromisoformat(written))
    except ValueError:
        pass
    if (at := _spreadsheet_instant(value, written)) is not None:
        return at
    found = re.fullmatch(r"(\S+)\s+(?:a\s+)?(\d{1,2})[:h](\d{2})?(?::(\d{2}))?", folded(written))
    if found is None:
        return _midnight(day(value))
    hour, minute, second = (int(part or 0) for part in found.groups()[1:])
    try:
        on = _written_day(found[1])
        if on is not None:
            return datetime(on.year, on.month, on.day, hour, minute, second, tzinfo=PARIS).astimezone(UTC)
    except ValueError:
        pass
    raise ValueError(f"« {written} » n’est pas une date et une heure.")


def _finite(found: float, written: str) -> float:
    if not math.isfinite(found):
        raise ValueError(f"« {written} » n’est pas un nombre.")
    return found


def _without_groups(written: str) -> str:
    """With both signs the last one is the decimal sign; a sign met twice groups thousands."""
    comma, point = written.rfind(","), written.rfind(".")
    if comma >= 0 and point >= 0:
        grouping, decimals = (".", ",") if comma > point else (",", ".")
        head, _, tail = written.rpartition(decimals)
        return f"{_ungrouped(head, grouping)}.{tail}" if _GROUPED.fullmatch(head) else written
    for sign in ",.'":
        if written.count(sign) > 1 or (sign == "'" and sign in written):
            return _ungrouped(written, sign)
    return written


def _ungrouped(written: str, sign: str) -> str:
    return written.replace(sign, "") if _GROUPED.fullmatch(written) else written


def _offset_instant(written: str) -> datetime | None:
    """The instant of « 2026-10-16T22:00:00+00:00 »; None without an offset."""
    if len(written) < 16:
        return None
    try:
        at = datetime.fromisoformat(written)
    except ValueError:
        return None
    return at if at.tzinfo else None


def _written_day(written: str) -> date | None:
    """None for what is not written as a day at all; ValueError for a day that doesn't exist."""
    if found := _ISO.match(written) or _COMPACT.fullmatch(written):
        return _existing(int(found[1]), int(found[2]), int(found[3]), written)
    if found := _FRENCH.match(written):
        return _existing(_full_year(found[3]), int(found[2]), int(found[1]), written)
    if (found := _WORDS.match(written)) and (month := _month(found[2])):
        return _existing(int(found[3]), month, int(found[1]), written)
    return None


def _full_year(digits: str) -> int:
    year = int(digits)
    if len(digits) == 4:
        return year
    return year + (2000 if year < _TWO_DIGITS else 1900)


def _month(word: str) -> int:
    """1 to 12 for a French month or what people shorten it to; 0 for another word."""
    if len(word) < 3:
        return 0
    return next((n for n, start in enumerate(_MONTHS, 1) if word.startswith(start[: len(word)])), 0)


def _existing(year: int, month: int, number_of_day: int, written: str) -> date:
    try:
        return date(year, month, number_of_day)
    except ValueError as error:
        raise ValueError(f"« {written} » n’existe pas au calendrier : une date s’écrit jour/mois/année.") from error


def _serial_day(value: object, written: str) -> date:
    """The day a spreadsheet counts from 30 December 1899."""
    try:
        serial = number(value)
    except ValueError:
        serial = None
    if serial is not None and _FIRST_SERIAL <= serial <= _LAST_SERIAL:
        return _EPOCH + timedelta(days=int(serial))
    if re.fullmatch(r"(19|20)\d\d", written):
        raise ValueError(f"« {written} » est une année : un jour est attendu, comme 31/12/{written}.")
    raise ValueError(f"« {text(value)} » n’est pas une date.")


def _spreadsheet_instant(value: object, written: str) -> datetime | None:
    if isinstance(value, date) or not re.fullmatch(r"\d{5}([.,]\d+)?", written):
        return None
    serial = number(value) or 0.0
    on = _serial_day(serial, written)
    seconds = round((serial - int(serial)) * 86_400)
    return (datetime(on.year, on.month, on.day, tzinfo=PARIS) + timedelta(seconds=seconds)).astimezone(UTC)


def _midnight(on: date | None) -> datetime | None:
    return None if on is None else datetime(on.year, on.month, on.day, tzinfo=PARIS).astimezone(UTC)
