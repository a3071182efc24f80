"""How an accepted suggestion changes the plan: one act of the structure for each kind."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from preau.people.accounts.hand import Hand
from preau.people.organisations.models import Organisation
from preau.plan.drafting.enums import SuggestionKind, SuggestionState
from preau.plan.drafting.errors import PlaceMissing
from preau.plan.drafting.models import Suggestion
from preau.plan.structure import actions, placing
from preau.plan.structure.enums import ItemKind
from preau.plan.structure.errors import NoPlace
from preau.plan.structure.models import PlanItem, PlanRow

_NOT_A_FACT = frozenset({"after"})
"""Where to stand among others is a wish about the moment of accepting, not a fact of the item."""


def is_stale(suggestion: Suggestion, item: PlanItem) -> bool:
    """Whether something that the suggestion changes is neither what it was nor what is proposed."""
    now = item.state.facts
    return any(
        now[name] not in (was, proposed)
        for name, (was, proposed) in suggestion.facts.items()
        if name not in _NOT_A_FACT and was is not None
    )


def apply(suggestion: Suggestion, hand: Hand, wording: str | None, *, reason: str) -> PlanItem:
    """Gives the item as it is afterwards. Raises PlaceMissing, NotEmpty, EditConflict, PlanAdopted."""
    item = suggestion.item
    if item is None:
        return _add(suggestion, hand, wording, reason)
    version = item.version
    match suggestion.kind:
        case SuggestionKind.REWORDING:
            text = suggestion.new_text if wording is None else wording
            return actions.reword(item, text, seen_version=version, hand=hand, reason=reason)
        case SuggestionKind.DETAILING:
            points = suggestion.proposed("sub_points")
            return actions.detail(item, points, seen_version=version, hand=hand, reason=reason)
        case SuggestionKind.REMOVAL:
            return placing.remove_item(item, hand=hand, reason=reason)
        case SuggestionKind.RELOCATION:
            return _move(suggestion, item, hand, reason)
        case SuggestionKind.OWNING:
            owner = _organisation(suggestion)
            if suggestion.proposed("owner") and owner is None:
                raise PlaceMissing
            return actions.entrust(item, owner, seen_version=version, hand=hand, reason=reason)
        case SuggestionKind.SCHEDULING:
            day = suggestion.proposed("horizon_on")
            horizon = date.fromisoformat(day) if day else None
            return actions.schedule(item, horizon, seen_version=version, hand=hand, reason=reason)
    raise PlaceMissing


def _move(suggestion: Suggestion, item: PlanItem, hand: Hand, reason: str) -> PlanItem:
    parent = str(suggestion.proposed("parent") or "")
    try:
        if item.row_id is None:
            above = _branch(suggestion, parent) if parent else None
            after = _spot(suggestion, item.kind, None, above)
            return placing.move_branch(item, above, seen_version=item.version, hand=hand, after=after, reason=reason)
        row = _row(suggestion, hand, parent)
        after = _spot(suggestion, item.kind, row)
        return placing.move_item(item, row, seen_version=item.version, hand=hand, after=after, reason=reason)
    except NoPlace as missing:
        raise PlaceMissing from missing


def _add(suggestion: Suggestion, hand: Hand, wording: str | None, reason: str) -> PlanItem:
    kind = ItemKind(suggestion.proposed("kind"))
    text = suggestion.new_text if wording is None else wording
    parent = str(suggestion.proposed("parent") or "")
    try:
        if kind in (ItemKind.AXIS, ItemKind.GENERAL_OBJECTIVE):
            above = _branch(suggestion, parent) if parent else None
            after = _spot(suggestion, kind, None, above)
            item = placing.add_branch(suggestion.plan, above, text, hand=hand, after=after, reason=reason)
            return _complete(suggestion, item, hand)
        row = _row(suggestion, hand, parent)
        item = placing.add_item(row, kind, text, hand=hand, after=_spot(suggestion, kind, row), reason=reason)
    except NoPlace as missing:
        raise PlaceMissing from missing
    return _complete(suggestion, item, hand)


def _complete(suggestion: Suggestion, item: PlanItem, hand: Hand) -> PlanItem:
    """What the proposal says besides the words of something new. An owner that is gone meanwhile is left out."""
    if points := suggestion.proposed("sub_points"):
        item = actions.detail(item, points, seen_version=item.version, hand=hand)
    if owner := _organisation(suggestion):
        item = actions.entrust(item, owner, seen_version=item.version, hand=hand)
    if day := suggestion.proposed("horizon_on"):
        item = actions.schedule(item, date.fromisoformat(day), seen_version=item.version, hand=hand)
    return item


def _organisation(suggestion: Suggestion) -> Organisation | None:
    slug = suggestion.proposed("owner")
    return Organisation.objects.filter(commune=suggestion.plan.commune_id, slug=slug).first() if slug else None


def _row(suggestion: Suggestion, hand: Hand, parent: str) -> PlanRow:
    """The row aimed at; one that the batch brings is made for the first suggestion accepted in it."""
    code = str(suggestion.proposed("row") or "")
    if not code.startswith("+"):
        row = suggestion.plan.rows.select_related("general_objective").filter(code=code).first()
        if row is None:
            raise PlaceMissing
        return row
    companion = _accepted(suggestion, row=code)
    if companion is not None and companion.item is not None and companion.item.row is not None:
        return companion.item.row
    return placing.add_row(_branch(suggestion, parent), hand=hand)


def _branch(suggestion: Suggestion, code: str) -> PlanItem:
    if code.startswith("+"):
        companion = _accepted(suggestion, token=code)
        branch = companion.item if companion else None
    else:
        branch = suggestion.plan.items.present().filter(code=code).first()
    if branch is None:
        raise PlaceMissing
    return branch


def _accepted(suggestion: Suggestion, **facts: str) -> Suggestion | None:
    """Another suggestion of the batch, accepted, that proposes these facts."""
    companions = Suggestion.objects.filter(batch=suggestion.batch_id, state=SuggestionState.ACCEPTED)
    if suggestion.batch_id is None:
        return None
    for other in companions.select_related("item__row__general_objective"):
        if all(other.proposed(name) == value for name, value in facts.items()):
            return other
    return None


def _spot(suggestion: Suggestion, kind: str, row: PlanRow | None, parent: PlanItem | None = None) -> placing.Spot:
    """After the item named, where it stands in that column, and what the batch set there before; else at the end."""
    after = suggestion.proposed("after")
    if after is None:
        return placing.Edge.END
    column = suggestion.plan.items.filter(kind=kind, row=row) if row else suggestion.plan.items.filter(parent=parent)
    column = column.exclude(code=suggestion.place)
    if companion := _companion_before(suggestion, column.values_list("pk", flat=True)):
        return column.get(pk=companion)
    if after == "":
        return placing.Edge.START
    return column.filter(code=after).first() or placing.Edge.END


def _companion_before(suggestion: Suggestion, column: Iterable[int]) -> int | None:
    """Of several that come after the same item, or first, each comes after the one that the copy shows before it."""
    if suggestion.batch_id is None:
        return None
    before = Suggestion.objects.filter(
        batch=suggestion.batch_id,
        state=SuggestionState.ACCEPTED,
        kind__in=(SuggestionKind.ADDITION, SuggestionKind.RELOCATION),
        item__in=column,
        pk__lt=suggestion.pk,
    )
    wanted = suggestion.proposed("after")
    return next((other.item_id for other in before.order_by("-pk") if other.proposed("after") == wanted), None)
