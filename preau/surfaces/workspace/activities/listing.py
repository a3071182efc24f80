"""The list of entries under its filters, what waits first, with the number of entries behind each filter."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, Value, When
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from preau.foundation.schoolyears import year_name
from preau.offer.activities.enums import Domain
from preau.offer.activities.enums import EntryState as S
from preau.offer.activities.models import Activity
from preau.offer.activities.permissions import ACTIVITIES
from preau.offer.publishing.states import SHOWN
from preau.people.organisations.models import Commune, Organisation
from preau.people.permissions import Actor
from preau.surfaces.shell.choices import Choice

TO_READ = "a-lire"
UNREAD = Q(state__in=SHOWN, version__gt=F("read_version"))
STATES: dict[str, tuple[S, Promise]] = {
    "proposees": (S.PROPOSED, _("Proposées")),
    "a-completer": (S.TO_CHANGE, _("À compléter")),
    "brouillons": (S.DRAFT, _("Brouillons")),
    "publiees": (S.PUBLISHED, _("Publiées")),
    "a-verifier": (S.STALE, _("À vérifier")),
    "refusees": (S.REFUSED, _("Refusées")),
    "retirees": (S.WITHDRAWN, _("Retirées")),
}
_FILTERS = ("etat", "annee", "domaine", "organisation", "mots")
_FOR_AGENTS = (S.PROPOSED, S.STALE, S.TO_CHANGE, S.PUBLISHED, S.DRAFT, S.WITHDRAWN, S.REFUSED)
_FOR_AUTHORS = (S.TO_CHANGE, S.STALE, S.DRAFT, S.PROPOSED, S.PUBLISHED, S.REFUSED, S.WITHDRAWN)


class EntryList:
    """The filters are read from the address; anything else in it, and any value that makes no sense, is ignored."""

    def __init__(self, commune: Commune, who: Actor, sent: Mapping[str, Any]) -> None:
        self.commune, self.who = commune, who
        self.is_agent = ACTIVITIES.may(who, "publish")
        asked = {name: str(sent[name]).replace("\0", "").strip() for name in _FILTERS if sent.get(name)}
        self.kept = {name: value for name, value in asked.items() if self._is_known(name, value)}
        self.base = urlencode(self.kept)

    @cached_property
    def entries(self) -> QuerySet[Activity]:
        """What waits for this reader first, then by title. Paginate it."""
        order = _FOR_AGENTS if self.is_agent else _FOR_AUTHORS
        rank = [When(state=state, then=Value(number * 2)) for number, state in enumerate(order)]
        if self.is_agent:
            rank.insert(0, When(UNREAD, then=Value(1)))
        found = self._filtered(self.kept).annotate(rank=Case(*rank, default=Value(99), output_field=IntegerField()))
        ready = found.select_related("organisation", "site", "price_rule").prefetch_related("slots")
        return ready.order_by("rank", "title", "pk")

    @cached_property
    def states(self) -> list[Choice]:
        counts = self._counts("state")
        unread = self._filtered({**self.kept, "etat": TO_READ}).count() if self.is_agent else 0
        choices = [self._choice(_("Toutes"), "etat", "", sum(counts.values()))]
        if self.is_agent:
            choices.append(self._choice(_("À lire"), "etat", TO_READ, unread))
        for slug, (state, label) in STATES.items():
            if counts.get(state) or self.kept.get("etat") == slug:
                choices.append(self._choice(label, "etat", slug, counts.get(state, 0)))
        return choices

    @cached_property
    def years(self) -> list[Choice]:
        counts = sorted(self._counts("school_year").items(), reverse=True)
        everything = self._choice(_("Toutes"), "annee", "", sum(count for _year, count in counts))
        return [everything, *(self._choice(year_name(year), "annee", str(year), count) for year, count in counts)]

    @cached_property
    def domains(self) -> list[Choice]:
        counts = self._counts("domain")
        everything = self._choice(_("Tous"), "domaine", "", sum(counts.values()))
        found = [self._choice(each.label, "domaine", each.value, counts[each]) for each in Domain if each in counts]
        return [everything, *found]

    @cached_property
    def organisations(self) -> list[Choice]:
        counts = self._counts("organisation")
        names = dict(Organisation.objects.filter(pk__in=counts).values_list("pk", "name"))
        everything = self._choice(_("Toutes"), "organisation", "", sum(counts.values()))
        known = sorted(counts, key=lambda key: names[key])
        return [everything, *(self._choice(names[key], "organisation", str(key), counts[key]) for key in known)]

    @property
    def words(self) -> str:
        return self.kept.get("mots", "")

    @property
    def is_narrow(self) -> bool:
        return bool({"domaine", "organisation", "mots"} & self.kept.keys())

    @cached_property
    def has_any(self) -> bool:
        return self._mine.exists()

    @cached_property
    def _mine(self) -> QuerySet[Activity]:
        return ACTIVITIES.rows(self.who, "follow", Activity.objects.filter(commune=self.commune))

    def _filtered(self, kept: Mapping[str, str]) -> QuerySet[Activity]:
        found = self._mine
        if etat := kept.get("etat"):
            found = found.filter(Q(state=S.PROPOSED) | UNREAD if etat == TO_READ else Q(state=STATES[etat][0]))
        if annee := kept.get("annee"):
            found = found.filter(school_year=int(annee))
        if domaine := kept.get("domaine"):
            found = found.filter(domain=domaine)
        if organisation := kept.get("organisation"):
            found = found.filter(organisation=int(organisation))
        for word in kept.get("mots", "").split()[:6]:
            found = found.filter(Q(title__icontains=word) | Q(keywords__icontains=word))
        return found

    def _counts(self, field: str) -> dict[Any, int]:
        """As if this filter were not chosen."""
        name = {"state": "etat", "school_year": "annee", "domain": "domaine", "organisation": "organisation"}[field]
        others = {key: value for key, value in self.kept.items() if key != name}
        rows = self._filtered(others).order_by().values_list(field).annotate(number=Count("pk"))
        return dict(rows)

    def _choice(self, label: str | Promise, name: str, value: str, count: int) -> Choice:
        kept = {key: said for key, said in {**self.kept, name: value}.items() if said}
        return Choice(label, urlencode(kept), count, self.kept.get(name, "") == value)

    def _is_known(self, name: str, value: str) -> bool:
        match name:
            case "etat":
                return value in STATES or (value == TO_READ and self.is_agent)
            case "annee":
                return value.isdecimal() and len(value) == 4
            case "organisation":
                return value.isdecimal() and len(value) < 10
            case "domaine":
                return value in Domain.values
            case _:
                return bool(value)
