"""How a ground is, as people say it."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from preau.town.places.opening import Standing
from preau.town.places.wording import day_words, hour, since_words, standing_words

from .rules import How, Source, State


def state_words(state: State, door: Standing, now: datetime) -> str:
    """The answer, in one line: ``Il y a du monde``, ``Fermé jusqu’au 26 novembre à 18 h``."""
    today = timezone.localdate(now)
    if state.source == Source.AGENT:
        return _("Fermé jusqu’au %(moment)s") % {"moment": moment_words(state.until)} if state.until else _("Fermé")
    if state.source == Source.WORKS:
        return _("Fermé pour travaux")
    if state.source == Source.HOURS:
        return standing_words(door, today)
    said = {
        How.OPEN: _("Ouvert, il y a de la place"),
        How.BUSY: _("Ouvert, il y a du monde"),
        How.BROKEN: _("Signalé abîmé ou fermé"),
    }
    return said.get(state.how) or standing_words(door, today)


def why_words(state: State, now: datetime) -> str:
    """Where the answer comes from: whose word, and how old it is."""
    if state.source == Source.PEOPLE and state.at is not None:
        facts = {"since": since_words(state.at, now), "agreeing": state.agreeing, "heard": state.heard}
        if state.heard == 1:
            return _("d’après une personne sur place, %(since)s") % facts
        if state.agreeing == state.heard:
            return _("d’après %(heard)d personnes sur place, la dernière %(since)s") % facts
        return _("d’après %(agreeing)d personnes sur %(heard)d, la dernière %(since)s") % facts
    if state.source == Source.AGENT:
        return _("décidé par la ville")
    if state.source == Source.NOBODY:
        return _("personne n’a rien signalé récemment")
    return ""


def moment_words(at: datetime) -> str:
    local = timezone.localtime(at)
    return _("%(day)s à %(hour)s") % {"day": day_words(local.date()), "hour": hour(local.time())}


def people_words(count: int) -> str:
    return ngettext("%(count)d personne", "%(count)d personnes", count) % {"count": count}
