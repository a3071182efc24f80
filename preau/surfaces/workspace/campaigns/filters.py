"""Applications of a campaign under their filters, with how many stand behind each. A name is never in an address."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from preau.offer.campaigns.enums import Answer, ApplicationState
from preau.offer.campaigns.received import Line, words_of
from preau.people.households.enums import Channel
from preau.surfaces.shell.choices import Choice


@dataclass(frozen=True, slots=True)
class Kind:
    """One choice of a filter, and which lines it keeps."""

    label: Promise
    keeps: Callable[[Line], bool]


_FILTERS: dict[str, tuple[Promise, dict[str, Kind]]] = {
    "etat": (
        _("Où en est la demande"),
        {
            "envoyees": Kind(_("Envoyées"), lambda line: line.state == ApplicationState.SENT),
            "brouillons": Kind(_("Brouillons"), lambda line: line.state == ApplicationState.DRAFT),
            "retirees": Kind(_("Retirées"), lambda line: line.state == ApplicationState.WITHDRAWN),
        },
    ),
    "par": (
        _("Comment elle a été faite"),
        {
            "famille": Kind(_("Par la famille, en ligne"), lambda line: line.channel == Channel.ONLINE),
            "guichet": Kind(_("Au guichet"), lambda line: line.channel == Channel.COUNTER),
            "telephone": Kind(_("Par téléphone"), lambda line: line.channel == Channel.PHONE),
            "papier": Kind(_("Sur papier"), lambda line: line.channel == Channel.PAPER),
        },
    ),
    "avec": (
        _("Ce qu’elle a de particulier"),
        {
            "groupes": Kind(_("Groupes demandés ensemble"), lambda line: line.has_bundle),
            "fratrie": Kind(_("Frères et sœurs"), lambda line: line.has_siblings),
            "pieces": Kind(_("Pièces qui manquent"), lambda line: bool(line.lacks)),
        },
    ),
    "reponse": (
        _("Réponse aujourd’hui"),
        {
            "acceptee": Kind(_("Place acceptée"), lambda line: line.answer == Answer.TAKEN),
            "proposee": Kind(_("N’a pas encore répondu"), lambda line: line.answer == Answer.PROPOSED),
            "attente": Kind(_("En liste d’attente"), lambda line: line.answer == Answer.WAITING),
            "rien": Kind(_("Ni place ni attente"), lambda line: line.answer == Answer.NOTHING),
        },
    ),
}


class Filtered:
    """``sent``: what the address asks; what makes no sense in it is ignored. ``words``: what was typed, and posted."""

    def __init__(self, lines: Sequence[Line], sent: Mapping[str, Any], words: str = "") -> None:
        self.all, self.words = lines, " ".join(words.split())
        asked = {name: str(sent.get(name, "")) for name in _FILTERS}
        self.kept = {name: value for name, value in asked.items() if value in _FILTERS[name][1]}
        self.base = urlencode(self.kept)

    @cached_property
    def lines(self) -> list[Line]:
        wanted = words_of(self.words)
        return [line for line in self._under(self.kept) if not wanted or line.is_called(wanted)]

    @cached_property
    def groups(self) -> list[tuple[str, Promise, list[Choice]]]:
        """Those in which there is something to choose: at least two answers, or the one that is chosen."""
        found = []
        for name, (title, kinds) in _FILTERS.items():
            others = self._under({key: value for key, value in self.kept.items() if key != name})
            choices = [self._choice(name, "", _("Toutes"), len(others))]
            for value, kind in kinds.items():
                count = sum(map(kind.keeps, others))
                if count or self.kept.get(name) == value:
                    choices.append(self._choice(name, value, kind.label, count))
            if len(choices) > 2 or name in self.kept or (name == "avec" and len(choices) > 1):
                found.append((name, title, choices))
        return found

    @property
    def about(self) -> str:
        """What is shown, in words, for a file or a sheet that leaves."""
        chosen = [str(_FILTERS[name][1][value].label) for name, value in self.kept.items()]
        return ", ".join(each[:1].lower() + each[1:] if at else each for at, each in enumerate(chosen))

    def _under(self, kept: Mapping[str, str]) -> list[Line]:
        tests = [_FILTERS[name][1][value].keeps for name, value in kept.items()]
        return [line for line in self.all if all(test(line) for test in tests)]

    def _choice(self, name: str, value: str, label: Promise, count: int) -> Choice:
        kept = {key: said for key, said in {**self.kept, name: value}.items() if said}
        return Choice(label, urlencode(kept), count, self.kept.get(name, "") == value)
