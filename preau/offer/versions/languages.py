"""The languages of families, under their own names. The town's list may grow: a line here, nothing else."""

from __future__ import annotations

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Language(NamedTuple):
    """``own_name`` is how its readers call it, ``name`` how agents do. ``direction`` is that of the writing."""

    code: str
    own_name: str
    name: str | Promise
    direction: str = "ltr"


EASY_READ = "easy_read"
"""French that everybody understands (FALC). A version like the others, that readers validate."""

LANGUAGES: tuple[Language, ...] = (
    Language("en", "English", _("anglais")),
    Language("ar", "العربية", _("arabe"), "rtl"),
    Language("pt", "Português", _("portugais")),
    Language("tr", "Türkçe", _("turc")),
    Language("es", "Español", _("espagnol")),
    Language("it", "Italiano", _("italien")),
    Language("ta", "தமிழ்", _("tamoul")),
    Language("zh", "中文", _("chinois")),
    Language("uk", "Українська", _("ukrainien")),
    Language("ru", "Русский", _("russe")),
    Language("ro", "Română", _("roumain")),
    Language("pl", "Polski", _("polonais")),
    Language("fa", "فارسی", _("persan"), "rtl"),
    Language("bn", "বাংলা", _("bengali")),
    Language("vi", "Tiếng Việt", _("vietnamien")),
)
BY_CODE = {language.code: language for language in LANGUAGES}


def kinds() -> list[tuple[str, str | Promise]]:
    """(code, name for agents) of every version that an entry may have. Easy French first."""
    others = ((language.code, language.name) for language in LANGUAGES)
    return [(EASY_READ, _("facile à lire et à comprendre (FALC)")), *others]


def own_name(kind: str) -> str:
    """``Português``, ``facile à lire``."""
    return BY_CODE[kind].own_name if kind in BY_CODE else str(_("Facile à lire"))


def language_of(kind: str) -> str:
    """The value of ``lang``: easy French is French."""
    return kind if kind in BY_CODE else "fr"


def direction_of(kind: str) -> str:
    return BY_CODE[kind].direction if kind in BY_CODE else "ltr"
