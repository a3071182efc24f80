"""Whether a file is taken, and the sentence when it is not."""

from __future__ import annotations

import math
from collections.abc import Collection

from django.utils.translation import gettext as _

from .content import Content
from .enums import FileKind
from .names import ending, is_deceptive

_TEXTS = frozenset({FileKind.CSV, FileKind.TEXT})


def refusal(name: str, size: int, content: Content, *, kinds: Collection[FileKind], limit: int) -> str | None:
    """Why the file is not taken, None when it is. ``size`` and ``limit`` are bytes."""
    if size == 0:
        return _("Ce fichier est vide. Vérifiez que vous envoyez le bon fichier.")
    if size > limit:
        sizes = {"size": math.ceil(size / 1_000_000), "limit": max(1, limit // 1_000_000)}
        return _("Ce fichier pèse %(size)d Mo ; la limite est de %(limit)d Mo.") % sizes
    if is_deceptive(name):
        return _("Le nom de ce fichier est trompeur ou contient un caractère interdit. Renommez-le simplement.")
    if content.holds_program:
        return _("Ce document contient des macros. Enregistrez-le sans macros, puis envoyez-le de nouveau.")
    kind = settled(content.kind, name)
    if kind is None or kind not in kinds:
        return _("Ce type de fichier n’est pas accepté. Types acceptés : %(kinds)s.") % {"kinds": named(kinds)}
    if ending(name) not in kind.endings:
        return _("Le contenu de ce fichier (%(kind)s) ne correspond pas à son nom. Vérifiez sa terminaison.") % {
            "kind": kind.label
        }
    return None


def settled(kind: FileKind | None, name: str) -> FileKind | None:
    """Bytes can't tell a table from a sentence with a comma: between the two kinds of text, the name decides."""
    if kind not in _TEXTS:
        return kind
    return next((each for each in _TEXTS if ending(name) in each.endings), kind)


def named(kinds: Collection[FileKind]) -> str:
    """``PDF, PNG, JPG…`` in the order of the list."""
    return ", ".join(kind.endings[0].upper() for kind in FileKind if kind in kinds)


def accepted_endings(kinds: Collection[FileKind]) -> str:
    """What the browser's dialogue offers: ``.pdf,.png``."""
    return ",".join(f".{each}" for kind in FileKind if kind in kinds for each in kind.endings)
