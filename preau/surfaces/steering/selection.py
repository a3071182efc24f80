"""Which lines of the board are on the screen: filters are addresses, each with the number of lines behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from preau.foundation.text.numbers import whole
from preau.plan.board.lines import AxisBoard, Board, Line
from preau.surfaces.shell.choices import Choice

WHOLE = 150
"""Lines beyond which the board is read an axis at a time."""
PER_PAGE = 100

ALL, LATE, UNOWNED, IDLE, DECIDE = "", "en-retard", "sans-porteur", "sans-action", "a-decider"
VIEWS: Mapping[str, tuple[str | Promise, Callable[[Line], bool]]] = {
    ALL: (gettext_lazy("Tous les objectifs"), lambda _line: True),
    LATE: (gettext_lazy("En retard"), lambda line: line.is_late),
    IDLE: (gettext_lazy("Sans action"), lambda line: not line.has_action),
    UNOWNED: (gettext_lazy("Sans porteur"), lambda line: line.is_unowned),
    DECIDE: (gettext_lazy("Décision attendue"), lambda line: line.to_decide > 0),
}


class Selection:
    """The filters are read from an address; anything else in it is ignored. ``names``: {slug: organisation}."""

    def __init__(self, board: Board, names: Mapping[str, str], sent: Mapping[str, Any]) -> None:
        self.board, self.names = board, names
        self.view = sent.get("voir", "") if sent.get("voir", "") in VIEWS else ALL
        axis = str(sent.get("axe", ""))
        numbers = {each.number for each in board.axes}
        self.axis = whole(axis) if whole(axis) in numbers else 0
        self.organisation = sent.get("organisation", "") if sent.get("organisation", "") in names else ""
        self.asked_page = str(sent.get("page", ""))

    @cached_property
    def lines(self) -> list[Line]:
        """Every line that fits, those of the other pages too: what a file of the selection holds."""
        return self._fitting(self.view, self.axis, self.organisation)

    @cached_property
    def page(self) -> Page[Line]:
        """A large plan is shown an axis at a time; then page by page."""
        shown = self.lines
        if len(shown) > WHOLE and not self.axis:
            first = shown[0].axis
            shown = [line for line in shown if line.axis == first]
        return Paginator(shown, WHOLE if len(shown) <= WHOLE else PER_PAGE).get_page(self.asked_page)

    @property
    def is_cut(self) -> bool:
        """Other axes are behind their links."""
        return len(self.lines) > WHOLE and not self.axis

    @property
    def groups(self) -> list[tuple[AxisBoard, list[Line]]]:
        shown: dict[int, list[Line]] = {}
        for line in self.page.object_list:
            shown.setdefault(line.axis, []).append(line)
        return [(axis, shown[axis.number]) for axis in self.board.axes if axis.number in shown]

    @property
    def views(self) -> list[Choice]:
        return [
            Choice(
                label, self._query(view=view), len(self._fitting(view, self.axis, self.organisation)), view == self.view
            )
            for view, (label, _fits) in VIEWS.items()
        ]

    @property
    def axes(self) -> list[Choice]:
        counts = Counter(line.axis for line in self._fitting(self.view, 0, self.organisation))
        every = Choice(_("Tous"), self._query(axis=0), sum(counts.values()), not self.axis)
        return [
            every,
            *(
                Choice(str(axis.number), self._query(axis=axis.number), counts[axis.number], axis.number == self.axis)
                for axis in self.board.axes
            ),
        ]

    @property
    def organisations(self) -> list[Choice]:
        """Those that carry something of what is shown, the one that carries most first."""
        found = self._fitting(self.view, self.axis, "")
        counts = Counter(slug for line in found for slug in line.organisations)
        told = sorted(counts.items(), key=lambda each: (-each[1], self.names.get(each[0], "")))
        every = Choice(_("Toutes"), self._query(organisation=""), len(found), not self.organisation)
        return [
            every,
            *(
                Choice(self.names[slug], self._query(organisation=slug), count, slug == self.organisation)
                for slug, count in told
                if slug in self.names
            ),
        ]

    @property
    def base(self) -> str:
        """The address of this selection without its page."""
        return self._query()

    def _fitting(self, view: str, axis: int, organisation: str) -> list[Line]:
        fits = VIEWS[view][1]
        return [
            line
            for line in self.board.lines
            if fits(line)
            and (not axis or line.axis == axis)
            and (not organisation or organisation in line.organisations)
        ]

    def _query(self, *, view: str | None = None, axis: int | None = None, organisation: str | None = None) -> str:
        asked = {
            "voir": self.view if view is None else view,
            "axe": str((self.axis if axis is None else axis) or ""),
            "organisation": self.organisation if organisation is None else organisation,
        }
        return urlencode({name: value for name, value in asked.items() if value})
