"""Finding a family at the counter: a name as it is heard, a birth date, a phone. Nothing asked, nothing shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch
from rapidfuzz.distance import DamerauLevenshtein

from preau.foundation.text.search import folded
from preau.people.households.models import Adult, Child, Guardian
from preau.people.organisations.models import Commune

MOST = 20
_DAY = re.compile(r"\b(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})\b")
_PHONE = re.compile(r"\+?\d[\d .\-]{3,}\d")
_WORD = re.compile(r"[a-z]{2,}")
_LEAST_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed, understood. ``digits`` are the last ones of a phone number."""

    words: tuple[str, ...] = ()
    day: date | None = None
    digits: str = ""

    @property
    def is_enough(self) -> bool:
        return bool(self.day or self.digits or any(len(word) >= 2 for word in self.words))


@dataclass(frozen=True, slots=True)
class Found:
    """An adult and the children they are linked to. ``is_blocked`` for one of them at least."""

    adult: Adult
    links: tuple[Guardian, ...]

    @property
    def is_blocked(self) -> bool:
        return any(link.rights == "blocked" for link in self.links)


@dataclass(frozen=True, slots=True)
class Answer:
    found: tuple[Found, ...]
    alone: tuple[Child, ...]
    """Children whom nobody is linked to."""
    has_more: bool


def understood(text: str) -> Asked:
    text, day, digits = text[:120], None, ""
    if told := _DAY.search(text):
        text = text.replace(told[0], " ")
        try:
            day = date(int(told[3]), int(told[2]), int(told[1]))
        except ValueError:
            day = None
    if told := _PHONE.search(text):
        plain = re.sub(r"\D", "", told[0])
        if len(plain) >= _LEAST_DIGITS:
            digits, text = plain[-9:], text.replace(told[0], " ")
    return Asked(tuple(_WORD.findall(folded(text)))[:6], day, digits)


def search(commune: Commune, asked: Asked, on: date) -> Answer:
    """At most ``MOST`` adults. Reading a list of names opens no file: it is bounded and says little."""
    if not asked.is_enough:
        return Answer((), (), False)
    children = _children(commune, asked)
    links = Guardian.objects.on(on).filter(child__in=children)
    wanted = list(links.values_list("adult_id", flat=True))
    near = [*_adults(commune, asked), *wanted] if asked.day is None else wanted
    keys = list(dict.fromkeys(near))
    people = _told(keys[:MOST], on)
    linked = set(links.values_list("child_id", flat=True))
    alone = Child.objects.filter(pk__in=[key for key in children if key not in linked][:MOST])
    return Answer(tuple(people), tuple(alone), len(keys) > MOST)


def _children(commune: Commune, asked: Asked) -> list[int]:
    if asked.digits:
        return []
    rows = Child.objects.filter(commune=commune, erased_on__isnull=True)
    if asked.day is not None:
        rows = rows.filter(born_on=asked.day)
    return _closest(asked.words, rows.order_by("pk").values_list("pk", "first_name", "last_name"))


def _adults(commune: Commune, asked: Asked) -> list[int]:
    rows = Adult.objects.filter(commune=commune, erased_on__isnull=True).order_by("pk")
    if asked.digits:
        return [
            key
            for key, phone in rows.exclude(phone="").values_list("pk", "phone")
            if re.sub(r"\D", "", phone).endswith(asked.digits)
        ]
    return _closest(asked.words, rows.values_list("pk", "first_name", "last_name"))


def _closest(words: Sequence[str], rows: Iterable[tuple[int, str, str]]) -> list[int]:
    """The best first: whole words, then beginnings, then one slip of the pen. In any order, without accents."""
    ranked = []
    for key, first, last in rows:
        names = _WORD.findall(folded(f"{first} {last}"))
        score = sum(_distance(word, names) for word in words)
        if score < _FAR:
            ranked.append((score, key))
    return [key for _, key in sorted(ranked)][: MOST + 1]


_FAR = 100


def _distance(word: str, names: Sequence[str]) -> int:
    if word in names:
        return 0
    if any(name.startswith(word) for name in names):
        return 1
    slips = 2 if len(word) >= 7 else 1
    if len(word) >= 4 and any(DamerauLevenshtein.distance(word, name, score_cutoff=slips) <= slips for name in names):
        return 5
    return _FAR


def _told(keys: Sequence[int], on: date) -> list[Found]:
    links = Guardian.objects.on(on).filter(child__erased_on__isnull=True).select_related("child")
    rows = Adult.objects.filter(pk__in=keys).prefetch_related(
        Prefetch("wards", links.order_by("child__born_on"), to_attr="told_links")
    )
    people = {adult.pk: adult for adult in rows}
    return [Found(people[key], tuple(people[key].told_links)) for key in keys if key in people]  # type: ignore[attr-defined]
