"""The digest mail in words: plain text, no picture, no tracker, no quotation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from preau.foundation.design.templatetags.preau_design import long_date
from preau.people.notices.enums import DigestKind, NoticeKind
from preau.people.notices.models import Notice
from preau.people.notices.waiting import Waiting

MOST_LINES = 20
"""Of news, and again of what waits: a longer list is read on the site."""


class Letter(NamedTuple):
    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the links of a mail lead; absolute. ``site`` has no slash at its end: a notice's path follows it."""

    site: str
    news: str
    choice: str
    stop: str


def letter(
    kind: DigestKind,
    *,
    first_name: str,
    language: str,
    notices: Sequence[Notice],
    waiting: Sequence[Waiting],
    addresses: Addresses,
) -> Letter:
    """What one person reads, in their language. Either list may be empty, not both."""
    with override(language):
        parts = [
            _("Bonjour %(name)s,") % {"name": first_name},
            _opening(kind, has_news=bool(notices), has_waiting=bool(waiting)),
            *_news(notices, addresses),
            *_waiting(waiting, addresses),
            _closing(kind, addresses),
        ]
        return Letter(_subject(kind, len(notices)), "\n\n".join(parts) + "\n")


def _subject(kind: DigestKind, count: int) -> str:
    if kind == DigestKind.WEEKLY:
        return _("Préau : votre semaine")
    return ngettext("Préau : %(count)s nouvelle pour vous", "Préau : %(count)s nouvelles pour vous", count) % {
        "count": count
    }


def _opening(kind: DigestKind, *, has_news: bool, has_waiting: bool) -> str:
    if kind == DigestKind.DAILY:
        return _("Voici ce qui s’est passé pour vous depuis le dernier courriel.")
    if not has_news:
        return _("Rien de nouveau pour vous cette semaine. Voici ce qui vous attend.")
    if not has_waiting:
        return _("Voici ce qui s’est passé pour vous cette semaine.")
    return _("Voici ce qui s’est passé pour vous cette semaine, et ce qui vous attend.")


def _news(notices: Sequence[Notice], addresses: Addresses) -> list[str]:
    """One paragraph for each kind, in the order of the kinds, twenty lines at most for all of them."""
    parts: list[str] = []
    left = MOST_LINES
    for kind in NoticeKind:
        of_kind = [notice for notice in notices if notice.kind == kind]
        shown = of_kind[:left]
        left -= len(shown)
        if shown:
            head = _heading(str(kind.label), len(of_kind))
            parts.append("\n".join([head, *(_line(notice, addresses) for notice in shown)]))
    return parts + _others(len(notices) - MOST_LINES, addresses)


def _waiting(waiting: Sequence[Waiting], addresses: Addresses) -> list[str]:
    if not waiting:
        return []
    shown = waiting[:MOST_LINES]
    head = _heading(_("Ce qui vous attend"), len(waiting))
    part = "\n".join([head, *(_waiting_line(thing, addresses) for thing in shown)])
    return [part, *_others(len(waiting) - len(shown), addresses)]


def _heading(words: str, count: int) -> str:
    return f"{words} ({count})"


def _line(notice: Notice, addresses: Addresses) -> str:
    return f"- {notice.title}{_before(notice)}\n  {addresses.site}{notice.path}"


def _waiting_line(thing: Waiting, addresses: Addresses) -> str:
    why = f" : {thing.why}" if thing.why else ""
    return f"- {thing.title}{_before(thing)}{why}\n  {addresses.site}{thing.path}"


def _before(thing: Notice | Waiting) -> str:
    return " " + _("(avant le %(day)s)") % {"day": long_date(thing.due_on)} if thing.due_on else ""


def _others(count: int, addresses: Addresses) -> list[str]:
    if count <= 0:
        return []
    words = ngettext("et %(count)s autre, à lire sur le site :", "et %(count)s autres, à lire sur le site :", count)
    return [words % {"count": count} + f"\n  {addresses.news}"]


def _closing(kind: DigestKind, addresses: Addresses) -> str:
    rhythm = (
        _("Ce courriel part chaque matin où il y a du nouveau pour vous.")
        if kind == DigestKind.DAILY
        else _("Ce courriel part le lundi, s’il y a du nouveau ou si quelque chose vous attend.")
    )
    return "\n".join(
        [
            "-- ",
            rhythm,
            _("Le recevoir à un autre rythme :") + f" {addresses.choice}",
            _("Ne plus le recevoir :") + f" {addresses.stop}",
        ]
    )
