"""A returned copy on the screen: what is to check first, then each change where it stands in the plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest

from preau.plan.drafting.deciding import merged_wording
from preau.plan.drafting.enums import Certainty, SuggestionKind, SuggestionState
from preau.plan.drafting.models import ReturnedDocument, Suggestion
from preau.plan.exchange.verdicts import is_plain
from preau.plan.structure.models import ItemChange, PlanItem, TerritorialEducationPlan
from preau.plan.structure.rules import code_key
from preau.surfaces.workspace.drafting.suggestioncards import SuggestionCard, cards_of, three_states

PER_PAGE = 25
_RELATED = ("plan", "item__parent", "item__row", "item__owner")


@dataclass(slots=True)
class Group:
    """The changes of one general objective, or of an axis itself; ``heading`` is None for those to check."""

    axis: PlanItem | None
    heading: PlanItem | None
    is_new_axis: bool
    cards: list[SuggestionCard] = field(default_factory=list)


class ReturnPage:
    """A fixed number of queries, however many changes the copy brings."""

    def __init__(
        self,
        request: HttpRequest,
        plan: TerritorialEducationPlan,
        returned: ReturnedDocument,
        sent: Mapping[str, Any],
        *,
        may_decide: bool,
    ) -> None:
        self.request, self.plan, self.returned, self.may_decide = request, plan, returned, may_decide
        self.is_decided = sent.get("etat") == "decides"
        self._asked = str(sent.get("page", ""))

    @cached_property
    def suggestions(self) -> list[Suggestion]:
        return list(self.returned.suggestions.select_related(*_RELATED).order_by("pk"))

    @cached_property
    def open(self) -> list[Suggestion]:
        return [each for each in self.suggestions if each.is_open]

    @property
    def decided(self) -> list[Suggestion]:
        return [each for each in self.suggestions if not each.is_open]

    @property
    def to_check(self) -> int:
        return sum(1 for each in self.open if each.certainty == Certainty.UNCERTAIN)

    @cached_property
    def plain(self) -> int:
        return sum(map(is_plain, self.open))

    @property
    def accepted(self) -> int:
        return sum(1 for each in self.suggestions if each.state == SuggestionState.ACCEPTED)

    @property
    def kinds(self) -> list[tuple[str, int]]:
        """How many changes of each kind the copy brought, the most frequent first."""
        counts = Counter(each.kind for each in self.suggestions)
        return [(str(SuggestionKind(kind).label), count) for kind, count in counts.most_common()]

    @cached_property
    def base_at(self) -> datetime | None:
        """When the last change that the copy knew was made."""
        if self.returned.base_moment is None:
            return None
        known = ItemChange.objects.filter(item__plan=self.plan, pk__lte=self.returned.base_moment)
        return known.order_by("-pk").values_list("at", flat=True).first()

    @cached_property
    def changed_since(self) -> int:
        """How many changes the plan had between that moment and the day the copy came back."""
        if self.returned.base_moment is None:
            return 0
        later = ItemChange.objects.filter(item__plan=self.plan, pk__gt=self.returned.base_moment)
        return later.filter(at__lte=self.returned.received_at).count()

    @cached_property
    def page(self) -> Page[Suggestion]:
        chosen = self.decided if self.is_decided else self.open
        return Paginator(sorted(chosen, key=self._place), PER_PAGE).get_page(self._asked)

    @cached_property
    def groups(self) -> list[Group]:
        return list(self._groups())

    def _groups(self) -> Iterator[Group]:
        group: Group | None = None
        axis = ""
        for card in self._cards:
            code = "" if self._is_to_check(card.suggestion) else self._under(card.suggestion)
            heading = self._branches.get(code) or self._branches.get(code.split(".")[0])
            if group is None or group.heading != heading:
                if group is not None:
                    yield group
                top = code.split(".")[0]
                group = Group(self._branches.get(top), heading, bool(top) and top != axis)
                axis = top or axis
            group.cards.append(card)
        if group is not None:
            yield group

    @cached_property
    def _cards(self) -> list[SuggestionCard]:
        cards = cards_of(self.request, self.plan, self.page.object_list)
        for card in cards:
            self._show_three_states(card)
        return cards

    def _show_three_states(self, card: SuggestionCard) -> None:
        """A conflict is on the page before anybody asks for it."""
        item = card.suggestion.item
        if self.may_decide and card.doubt == "stale" and item is not None:
            merged = merged_wording(card.suggestion, item)
            card.answer.wording = merged or card.suggestion.new_text
            card.answer.meanwhile = three_states(card.suggestion, item, merged)

    @cached_property
    def _branches(self) -> dict[str, PlanItem]:
        """Axes and general objectives, by code: the headings."""
        return {item.code: item for item in self.plan.items.filter(row__isnull=True)}

    @cached_property
    def _tokens(self) -> dict[str, Suggestion]:
        """The branches that the copy itself brings."""
        return {str(token): each for each in self.suggestions if (token := each.proposed("token"))}

    def _is_to_check(self, suggestion: Suggestion) -> bool:
        return suggestion.is_open and suggestion.certainty == Certainty.UNCERTAIN

    def _under(self, suggestion: Suggestion) -> str:
        """The code of the general objective, or of the axis, that the change is about."""
        code = suggestion.item.code if suggestion.item else str(suggestion.proposed("parent") or suggestion.place)
        if code.startswith("+") and code in self._tokens:
            code = self._tokens[code].place
        return ".".join(code.split(".")[:2])

    def _place(self, suggestion: Suggestion) -> tuple[Any, ...]:
        """To check first; then in the order of the plan, cell by cell."""
        item = suggestion.item
        row = item.row.code if item and item.row else str(suggestion.proposed("row") or "")
        kind = item.kind if item else str(suggestion.proposed("kind") or "")
        under = self._under(suggestion)
        return (
            not self._is_to_check(suggestion),
            code_key(under.split(".")[0]),
            code_key(under),
            row.startswith("+"),
            code_key(row.lstrip("+")),
            kind == "expected_effect",
            item.position if item else float("inf"),
            suggestion.pk,
        )
