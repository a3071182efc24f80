"""The edits by name. Each takes the document and three numbers that choose where, what and how."""

from __future__ import annotations

from collections.abc import Callable

from lxml.etree import _Element as Element

from .document import Document

WORDS = (
    "Rencontrer un artiste chaque trimestre",
    "Ouvrir la ludothèque aux familles le samedi",
    "Former les animateurs à l’écoute des plus jeunes",
    "Des enfants qui osent prendre la parole en public",
    "Un parcours nature du cycle 1 au collège",
    "Les parents savent à qui s’adresser",
)


type Edit = Callable[[Document, int, int, int], None]
EDITS: dict[str, Edit] = {}


def edit(act: Edit) -> Edit:
    EDITS[act.__name__.strip("_")] = act
    return act


def one(among: list[Element], pick: int) -> Element | None:
    return among[pick % len(among)] if among else None


def words_from(pick: int) -> str:
    return f"{WORDS[pick % len(WORDS)]} {pick % 89}"
