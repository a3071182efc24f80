"""Two states of the plan side by side: which ones a person chose, and what differs, page by page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from preau.foundation.design.templatetags.preau_design import long_date
from preau.foundation.text.differences import Piece, word_differences
from preau.foundation.text.numbers import whole
from preau.plan.structure.comparison import Comparison, Fact, ItemDifference, compare
from preau.plan.structure.models import TerritorialEducationPlan
from preau.plan.structure.replay import plan_on, snapshot_of
from preau.plan.structure.snapshot import PlanSnapshot
from preau.plan.structure.state import ItemState
from preau.plan.versions.models import PlanVersion
from preau.surfaces.shell.choices import Choice

NOW, START, DAY, BEFORE = "maintenant", "depart", "jour", "precedent"
PER_PAGE = 40

KINDS: dict[str, tuple[str | Promise, frozenset[Fact]]] = {
    "ajoutes": (gettext_lazy("Ajoutés"), frozenset({Fact.ADDED})),
    "retires": (gettext_lazy("Retirés"), frozenset({Fact.REMOVED})),
    "reformules": (gettext_lazy("Reformulés"), frozenset({Fact.WORDS})),
    "details": (gettext_lazy("Points de détail"), frozenset({Fact.POINTS})),
    "deplaces": (gettext_lazy("Déplacés"), frozenset({Fact.PLACE, Fact.ORDER})),
    "porteurs": (gettext_lazy("Porteur"), frozenset({Fact.OWNER})),
    "echeances": (gettext_lazy("Échéance"), frozenset({Fact.HORIZON})),
}
"""How the address names a kind of difference, what people read, the facts behind it."""


@dataclass(frozen=True, slots=True)
class Side:
    """``version`` where it is one of this plan: only then can an item be restored from it."""

    token: str
    label: str
    snapshot: PlanSnapshot
    day: str = ""
    version: PlanVersion | None = None


class Sides:
    """What can be compared: the named versions, now, any day, the text the plan began with, the plan before it."""

    def __init__(self, plan: TerritorialEducationPlan) -> None:
        self.plan = plan

    @cached_property
    def versions(self) -> list[PlanVersion]:
        return list(self.plan.versions.defer("content").order_by("-number"))

    @property
    def choices(self) -> list[tuple[str, str]]:
        named = [(f"v{each.number}", self._named(each)) for each in self.versions]
        before = [(BEFORE, _("Le projet précédent"))] if self.plan.follows_id else []
        return [
            (NOW, _("Le texte de maintenant")),
            *named,
            (DAY, _("Le texte d’un jour donné")),
            (START, _("Le texte de départ")),
            *before,
        ]

    @property
    def usual(self) -> str:
        """What people compare with now: the last version, else the text the plan began with."""
        return f"v{self.versions[0].number}" if self.versions else START

    def side(self, token: str, day: str) -> Side | None:
        """None for a token that says nothing, or a day that is none."""
        version = next((each for each in self.versions if token == f"v{each.number}"), None)
        if version is not None:
            return Side(token, f"« {version.name} »", version.snapshot, version=version)
        if token == NOW:
            return Side(NOW, _("maintenant"), snapshot_of(self.plan))
        if token == START:
            return Side(START, _("le texte de départ"), plan_on(self.plan, self.plan.created_at))
        if token == DAY and (until := _evening(day)):
            label = _("le %(day)s") % {"day": long_date(until)}
            return Side(DAY, label, plan_on(self.plan, until), day)
        if token == BEFORE and self.plan.follows is not None:
            return Side(BEFORE, _("le projet précédent"), snapshot_of(self.plan.follows))
        return None

    def _named(self, version: PlanVersion) -> str:
        return _("Version %(number)s : %(name)s") % {"number": version.number, "name": version.name}


@dataclass(frozen=True, slots=True)
class Shown:
    """A difference as the page draws it."""

    difference: ItemDifference
    words: list[Piece]
    points: list[Piece]
    owners: tuple[str, str] | None
    horizons: tuple[str, str] | None

    @property
    def item(self) -> ItemState:
        return self.difference.item

    @property
    def facts(self) -> frozenset[Fact]:
        return self.difference.facts

    @property
    def is_restorable(self) -> bool:
        """Who carries it, by when and its rank in a column are not what a version gives back."""
        return bool(self.facts - {Fact.OWNER, Fact.HORIZON, Fact.ORDER})


@dataclass(slots=True)
class Group:
    """The differences of one axis, or of one general objective in it: ``heading`` is the item they stand under."""

    axis: ItemState | None
    heading: ItemState | None
    is_new_axis: bool
    shown: list[Shown] = field(default_factory=list)


class ComparisonPage:
    def __init__(self, left: Side, right: Side, sent: Mapping[str, Any]) -> None:
        self.left, self.right = left, right
        self.kind = str(sent.get("nature", "")) if sent.get("nature") in KINDS else ""
        axis = str(sent.get("axe", ""))
        self.axis = f"A{whole(axis)}" if whole(axis) else ""
        self.is_whole = sent.get("tout") == "1"
        self._asked = str(sent.get("page", ""))
        self._plan = str(sent.get("projet", ""))

    @cached_property
    def comparison(self) -> Comparison:
        return compare(self.left.snapshot, self.right.snapshot)

    @cached_property
    def page(self) -> Page[ItemDifference]:
        found = [
            each
            for each in self.comparison.differences
            if self._is_kind(each, self.kind) and self._is_in(each, self.axis)
        ]
        return Paginator(found, max(len(found), 1) if self.is_whole else PER_PAGE).get_page(self._asked)

    @property
    def base(self) -> str:
        return urlencode(self._query(self.kind, self.axis))

    @property
    def whole(self) -> str:
        return urlencode(self._query(self.kind, self.axis) | {"tout": "1"})

    @property
    def kinds(self) -> list[Choice]:
        here = [each for each in self.comparison.differences if self._is_in(each, self.axis)]
        counts = {kind: sum(1 for each in here if self._is_kind(each, kind)) for kind in KINDS}
        return [
            Choice(_("Tous"), urlencode(self._query("", self.axis)), len(here), not self.kind),
            *(
                Choice(KINDS[kind][0], urlencode(self._query(kind, self.axis)), count, kind == self.kind)
                for kind, count in counts.items()
                if count or kind == self.kind
            ),
        ]

    @property
    def axes(self) -> list[Choice]:
        here = [each for each in self.comparison.differences if self._is_kind(each, self.kind)]
        counts: dict[str, int] = {}
        for each in here:
            code = each.item.code.split(".")[0]
            counts[code] = counts.get(code, 0) + 1
        found = sorted(counts, key=lambda code: int(code.removeprefix("A")))
        return [
            Choice(_("Tous"), urlencode(self._query(self.kind, "")), len(here), not self.axis),
            *(
                Choice(code.removeprefix("A"), urlencode(self._query(self.kind, code)), counts[code], code == self.axis)
                for code in found
            ),
        ]

    @property
    def groups(self) -> Iterator[Group]:
        """The page's differences under their axis and general objective, in the order of the plan."""
        group: Group | None = None
        axis = ""
        for difference in self.page.object_list:
            shown = self._shown(difference)
            parts = shown.item.code.split(".")
            heading = ".".join(parts[:2])
            if group is None or group.heading is None or group.heading.code != heading:
                if group is not None:
                    yield group
                group = Group(self._item(parts[0]), self._item(heading) or shown.item, parts[0] != axis)
                axis = parts[0]
            group.shown.append(shown)
        if group is not None:
            yield group

    def _item(self, code: str) -> ItemState | None:
        return self.right.snapshot.by_code.get(code) or self.left.snapshot.by_code.get(code)

    def _shown(self, difference: ItemDifference) -> Shown:
        before, after = difference.before, difference.after
        was = before.text if before else ""
        became = after.text if after else ""
        points = (before.sub_points if before else (), after.sub_points if after else ())
        owners = horizons = None
        if before and after and Fact.OWNER in difference.facts:
            owners = (self.left.snapshot.owner_name(before), self.right.snapshot.owner_name(after))
        if before and after and Fact.HORIZON in difference.facts:
            horizons = (before.horizon_on, after.horizon_on)
        return Shown(
            difference,
            word_differences(was, became),
            word_differences("\n".join(points[0]), "\n".join(points[1])) if points[0] != points[1] else [],
            owners,
            horizons,
        )

    def _is_kind(self, difference: ItemDifference, kind: str) -> bool:
        return not kind or bool(KINDS[kind][1] & difference.facts)

    def _is_in(self, difference: ItemDifference, axis: str) -> bool:
        return not axis or difference.item.code.split(".")[0] == axis

    def _query(self, kind: str, axis: str) -> dict[str, str]:
        asked = {
            "gauche": self.left.token,
            "gauche_le": self.left.day,
            "droite": self.right.token,
            "droite_le": self.right.day,
            "nature": kind,
            "axe": axis.removeprefix("A"),
            "projet": self._plan,
        }
        return {name: value for name, value in asked.items() if value}


def _evening(day: str) -> datetime | None:
    """The last instant of that day, here."""
    try:
        found = parse_date(day)
    except ValueError:
        return None
    return timezone.make_aware(datetime.combine(found, time.max)) if found else None
