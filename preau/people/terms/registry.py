"""Every dated term of the house, found in the ``dated.py`` of each app."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps

from .declaring import DatedTerm


@cache
def known_terms() -> dict[str, DatedTerm]:
    """By slug, in the order of the apps."""
    found: list[DatedTerm] = []
    for config in apps.get_app_configs():
        if config.name.startswith("preau.") and find_spec(f"{config.name}.dated"):
            found += import_module(f"{config.name}.dated").TERMS
    return {term.slug: term for term in found}
