"""A suggestion as a screen shows it, whatever its kind: what it changes, who speaks, who backs it, what may be done."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from preau.foundation.design.templatetags.preau_design import long_date
from preau.foundation.text.differences import Piece, PieceKind, word_differences
from preau.people.organisations.models import Organisation
from preau.plan.drafting.applying import is_stale
from preau.plan.drafting.enums import SuggestionKind, SuggestionState
from preau.plan.drafting.models import PlanComment, Suggestion, SuggestionSupport
from preau.plan.drafting.permissions import SUGGESTIONS
from preau.plan.drafting.rules import apply_change
from preau.plan.structure.models import PlanItem, TerritorialEducationPlan
from preau.surfaces.shell.request import actor
from preau.surfaces.workspace.drafting.suggestionplaces import Place, Places
from preau.surfaces.workspace.drafting.talk import Remark, remarks_of

WHOLE = (SuggestionKind.ROW_DELETION, SuggestionKind.ROW_INSERTION, SuggestionKind.MOVE)
"""Tracked changes that are not about words within a text."""
WORDED = (SuggestionKind.REWORDING, SuggestionKind.ADDITION)
"""Kinds that can be accepted in other words."""


@dataclass(slots=True)
class Meanwhile:
    """Three states of one item: when the proposal was written, now, as proposed. ``wording`` keeps both changes."""

    was: str
    now: str
    now_pieces: list[Piece]
    proposed_pieces: list[Piece]
    is_merged: bool
    seen_version: int


@dataclass(slots=True)
class Answer:
    """What a person typed and why it was not enough; empty on a fresh card."""

    problem: str = ""
    answer: str = ""
    wording: str = ""
    comment: str = ""
    meanwhile: Meanwhile | None = None


@dataclass(slots=True)
class SuggestionCard:
    """``doubt``: "moved" (the words are gone), "stale" (the item changed since), "gone" (it was taken out), or ""."""

    suggestion: Suggestion
    may: dict[str, bool]
    backers: list[str] = field(default_factory=list)
    is_backed_by_me: bool = False
    remarks: list[Remark] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    points: list[list[Piece]] = field(default_factory=list)
    before: str = ""
    after: str = ""
    doubt: str = ""
    answer: Answer = field(default_factory=Answer)

    @property
    def is_worded(self) -> bool:
        return not self.suggestion.is_in_text and self.suggestion.kind in WORDED

    @property
    def is_reattached(self) -> bool:
        """Whether the item changes its row, not only its rank."""
        return len(self.places) > 1 and self.places[0].code != self.places[1].code

    @property
    def speaker(self) -> str:
        """The name in the document for what comes from a document, the person of the platform otherwise."""
        return self.suggestion.author or self.suggestion.signature or _("Auteur inconnu")

    @property
    def kept_text(self) -> str:
        """The words that were accepted, where they are not those proposed."""
        change, suggestion = self.suggestion.change, self.suggestion
        different = self.is_worded and change is not None and change.after != suggestion.new_text
        return change.after if change is not None and different else ""


def cards_of(
    request: HttpRequest, plan: TerritorialEducationPlan, suggestions: Iterable[Suggestion]
) -> list[SuggestionCard]:
    """In the order given. A fixed number of queries (about ten), however many suggestions."""
    return cards_by_key(request, plan, [each.pk for each in suggestions])


def cards_by_key(request: HttpRequest, plan: TerritorialEducationPlan, wanted: list[int]) -> list[SuggestionCard]:
    """As ``cards_of``, for who holds the keys only."""
    found = {each.pk: each for each in _drawable(wanted)}
    drawn = [found[pk] for pk in wanted if pk in found]
    places = Places(plan, drawn)
    owners = _owners(plan, drawn)
    supports = _supports(wanted)
    remarks = _remarks(request, wanted)
    may = _may(request, plan, wanted)
    me = actor(request).user
    cards = []
    for each in drawn:
        backers = supports.get(each.pk, [])
        card = SuggestionCard(
            each,
            {action: each.pk in pks for action, pks in may.items()},
            backers=list(dict.fromkeys(str(support.organisation or support.by) for support in backers)),
            is_backed_by_me=me is not None and any(support.by_id == me.pk for support in backers),
            remarks=remarks.get(each.pk, []),
            places=places.of(each),
            doubt=_doubt(each),
        )
        _say(card, owners)
        cards.append(card)
    return cards


def _drawable(pks: list[int]) -> QuerySet[Suggestion]:
    related = ("plan", "item__parent", "item__row", "item__owner", "target", "by", "organisation", "batch")
    return Suggestion.objects.filter(pk__in=pks).select_related(*related, "decided_by", "change")


def _say(card: SuggestionCard, owners: dict[str, str]) -> None:
    """What the proposal changes, in words."""
    suggestion = card.suggestion
    match suggestion.kind:
        case SuggestionKind.DETAILING:
            card.points = point_differences(suggestion.was("sub_points") or [], suggestion.proposed("sub_points") or [])
        case SuggestionKind.RELOCATION:
            pass  # the two places say it
        case SuggestionKind.OWNING:
            nobody = _("personne")
            slugs = (suggestion.was("owner"), suggestion.proposed("owner"))
            card.before, card.after = (owners.get(slug, slug) if slug else nobody for slug in slugs)
        case SuggestionKind.SCHEDULING:
            card.before = _day(suggestion.was("horizon_on"))
            card.after = _day(suggestion.proposed("horizon_on"))
        case SuggestionKind.ADDITION:
            card.pieces = [Piece(PieceKind.ADDED, suggestion.new_text)]
            card.points = point_differences([], suggestion.proposed("sub_points") or [])
        case SuggestionKind.REMOVAL:
            card.pieces = [Piece(PieceKind.REMOVED, suggestion.was_text)]
        case SuggestionKind.REWORDING:
            card.pieces = word_differences(suggestion.was_text, suggestion.new_text)
        case _:
            card.pieces = _in_text(suggestion)


def _in_text(suggestion: Suggestion) -> list[Piece]:
    """A tracked change within the text that it would give, as long as its words are there."""
    after = _text_after(suggestion)
    item = suggestion.item
    if after is None or item is None:
        return word_differences(suggestion.old, suggestion.new)
    return word_differences(item.text, after)


def _text_after(suggestion: Suggestion) -> str | None:
    item = suggestion.item
    if item is None or suggestion.kind in WHOLE or not suggestion.is_open or suggestion.new == item.text:
        return None
    return apply_change(item.text, old=suggestion.old, new=suggestion.new, start=suggestion.start)


def _doubt(suggestion: Suggestion) -> str:
    item = suggestion.item
    if not suggestion.is_open or item is None:
        return ""
    if item.removed_at is not None:
        return "gone"
    if suggestion.is_in_text:
        worded = bool(suggestion.old) and suggestion.kind not in WHOLE
        return "moved" if worded and _text_after(suggestion) is None else ""
    return "stale" if is_stale(suggestion, item) else ""


def point_differences(before: list[str], after: list[str]) -> list[list[Piece]]:
    """Points of detail one by one: what stays, goes, comes, or says something else."""
    lines: list[list[Piece]] = []
    for what, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            lines += [[Piece(PieceKind.SAME, text)] for text in before[i:j]]
        elif what == "replace" and j - i == m - k:
            lines += [word_differences(old, new) for old, new in zip(before[i:j], after[k:m], strict=True)]
        else:
            lines += [[Piece(PieceKind.REMOVED, text)] for text in before[i:j]]
            lines += [[Piece(PieceKind.ADDED, text)] for text in after[k:m]]
    return lines


def _owners(plan: TerritorialEducationPlan, suggestions: list[Suggestion]) -> dict[str, str]:
    slugs = {slug for each in suggestions for slug in each.facts.get("owner", ()) if slug}
    found = Organisation.objects.filter(commune=plan.commune_id, slug__in=slugs)
    return dict(found.values_list("slug", "name"))


def _day(text: str | None) -> str:
    try:
        return long_date(date.fromisoformat(text or ""))
    except ValueError:
        return _("sans date")


def _supports(pks: list[int]) -> dict[int, list[SuggestionSupport]]:
    found: dict[int, list[SuggestionSupport]] = {}
    for support in SuggestionSupport.objects.filter(suggestion__in=pks).select_related("by", "organisation"):
        found.setdefault(support.suggestion_id, []).append(support)
    return found


def _remarks(request: HttpRequest, pks: list[int]) -> dict[int, list[Remark]]:
    found: dict[int, list[Remark]] = {}
    for remark in remarks_of(request, PlanComment.objects.filter(suggestion__in=pks)):
        found.setdefault(remark.comment.suggestion_id or 0, []).append(remark)
    return found


def _may(request: HttpRequest, plan: TerritorialEducationPlan, pks: list[int]) -> dict[str, set[int]]:
    """{action: the suggestions on which the reader may do it}; a decided one, or an adopted plan, is only talked of."""
    who = actor(request)
    listed = Suggestion.objects.filter(pk__in=pks)
    still = listed.filter(state=SuggestionState.OPEN)
    allowed = {action: SUGGESTIONS.rows(who, action, still) for action in ("decide", "support", "withdraw")}
    allowed["comment"] = SUGGESTIONS.rows(who, "comment", listed)
    return {action: set(rows.values_list("pk", flat=True)) for action, rows in allowed.items()}


def three_states(suggestion: Suggestion, current: PlanItem, merged: str | None) -> Meanwhile:
    """What the screen sets side by side when the item changed since the proposal was written."""
    was, proposed = _in_words(suggestion, suggestion.was), _in_words(suggestion, suggestion.proposed)
    state = current.state.facts
    now = _in_words(suggestion, state.get)
    return Meanwhile(
        was,
        now,
        word_differences(was, now),
        word_differences(was, proposed),
        merged is not None,
        current.version,
    )


def _in_words(suggestion: Suggestion, read: Callable[[str], Any]) -> str:
    """The facts of a proposal, at one of its three states, as one text."""
    match suggestion.kind:
        case SuggestionKind.DETAILING:
            return "\n".join(read("sub_points") or [])
        case SuggestionKind.RELOCATION:
            return str(read("row") or read("parent") or "")
        case SuggestionKind.OWNING:
            return str(read("owner") or _("personne"))
        case SuggestionKind.SCHEDULING:
            return _day(read("horizon_on"))
        case _:
            return str(read("text") or "")
