"""The last part of an address, made from a name: « Chœur d’enfants » is ``choeur-denfants``."""

from __future__ import annotations

from collections.abc import Container

from django.utils.text import slugify

from .search import folded


def address_of(name: str, *, longest: int, otherwise: str) -> str:
    """At most ``longest`` characters; ``otherwise`` for a name without a letter."""
    return slugify(folded(name))[:longest].strip("-") or otherwise


def first_free(wanted: str, taken: Container[str]) -> str:
    """``judo``, else ``judo-2``, ``judo-3``…"""
    number, free = 1, wanted
    while free in taken:
        number += 1
        free = f"{wanted}-{number}"
    return free
