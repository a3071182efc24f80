"""The kinds of file, by their name in the address."""

from __future__ import annotations

from django.http import Http404

from preau.offer.kinds import SOURCES
from preau.town.opendata.source import Source

_BY_NAME = {source.name: source for source in SOURCES}


def kind_or_404(name: str) -> Source:
    if name not in _BY_NAME:
        raise Http404
    return _BY_NAME[name]


def label_of(name: str) -> str:
    """A kind that a later release no longer has keeps its name."""
    return str(_BY_NAME[name].label) if name in _BY_NAME else name
