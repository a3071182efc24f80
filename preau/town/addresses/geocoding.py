"""The streets of a town in memory, read again when the register has changed. Nothing that people type is kept."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from django.db.models import Count, Max, QuerySet

from preau.people.organisations.models import Commune
from preau.town.addresses import finding
from preau.town.addresses.finding import Candidate, Certainty, Located
from preau.town.addresses.models import Address
from preau.town.addresses.streets import StreetIndex
from preau.town.opendata.models import ImportRun

__all__ = ["Candidate", "Certainty", "Located", "locate", "suggest"]

type Stamp = tuple[object, ...]
SOURCE = "addresses"
"""The kind of import that changes the register."""
_KEPT = 4
"""Towns whose streets are in memory: an index of 8,000 doors weighs about 3 MB and is built in 30 ms."""
_indexes: OrderedDict[int, tuple[Stamp, StreetIndex]] = OrderedDict()
_turn = Lock()


def locate(commune: Commune, text: str) -> Located:
    """Where the address is, however it is written; candidates and no place when that can't be told."""
    return finding.find(streets_of(commune), text)


def suggest(commune: Commune, text: str) -> tuple[Candidate, ...]:
    """Up to eight official addresses for what has been typed so far."""
    return finding.suggest(streets_of(commune), text)


def streets_of(commune: Commune) -> StreetIndex:
    stamp = _stamp(commune)
    with _turn:
        held = _indexes.get(commune.pk)
        if held and held[0] == stamp:
            _indexes.move_to_end(commune.pk)
            return held[1]
    index = StreetIndex(_doors(commune).iterator(chunk_size=5000))
    with _turn:
        _indexes[commune.pk] = (stamp, index)
        while len(_indexes) > _KEPT:
            _indexes.popitem(last=False)
    return index


def _doors(commune: Commune) -> QuerySet[Address]:
    fields = "number", "suffix", "street", "postcode", "city", "lon", "lat"
    return Address.objects.filter(commune=commune).present().only(*fields)


def _stamp(commune: Commune) -> Stamp:
    """Changes with every import of addresses that ended or was undone; rows are counted too, whoever made them."""
    runs = ImportRun.objects.of(commune.pk, SOURCE).aggregate(Max("pk"), Max("ended_at"), Max("undone_at"))
    rows = Address.objects.filter(commune=commune).aggregate(Count("pk"), Max("pk"), Count("gone_on"))
    return *runs.values(), *rows.values()
