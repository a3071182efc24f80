"""What a side says of an objective: saved as often as it likes, then handed in; taken back while it is open."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.files.actions import discard_file, store_file

from .enums import ContributionState, EvaluationState
from .errors import NothingSaid, NotOpen, WrittenMeanwhile
from .models import Contribution, ContributionFile
from .models.contribution import WORDS
from .stepping import hold
from .telling import tell_handed_in


@transaction.atomic
def save_words(
    contribution: Contribution, words: Mapping[str, str], *, seen_version: int, hand: Hand, how: str = ""
) -> Contribution:
    """A draft. Raises NotOpen, WrittenMeanwhile, and NothingSaid for emptying what was handed in."""
    held = _hold(contribution)
    return _save(held, words, seen_version, hand, how)


@transaction.atomic
def hand_in(
    contribution: Contribution, words: Mapping[str, str], *, seen_version: int, hand: Hand, how: str = ""
) -> Contribution:
    """Saves and gives it. Raises NotOpen, WrittenMeanwhile, NothingSaid."""
    held = _hold(contribution)
    if not words.get("done", "").strip():
        raise NothingSaid
    was_in = held.is_handed_in
    _save(held, words, seen_version, hand, how)
    held.state, held.handed_in_at, held.handed_in_by = ContributionState.HANDED_IN, hand.now, hand.by
    held.save()
    if not was_in:
        _record("contribution.handed_in", held, hand)
        tell_handed_in(held, hand=hand)
    return held


@transaction.atomic
def take_back(contribution: Contribution, *, hand: Hand) -> Contribution:
    """Back to the draft, words kept. Raises NotOpen; taken back twice, nothing happens."""
    held = _hold(contribution)
    if held.is_handed_in:
        held.state, held.handed_in_at, held.handed_in_by = ContributionState.DRAFT, None, None
        held.save()
        _record("contribution.taken_back", held, hand)
    return held


@transaction.atomic
def join_file(contribution: Contribution, upload: tuple[bytes, str], title: str, *, hand: Hand) -> ContributionFile:
    """``upload`` is (bytes, name). Raises NotOpen, FileRefused."""
    held = _hold(contribution)
    stored = store_file(*upload, by=hand.by, now=hand.now)
    joined = ContributionFile.objects.create(
        contribution=held, stored=stored, title=title or stored.name, added_at=hand.now, added_by=hand.by
    )
    _record("contribution.file_joined", held, hand)
    return joined


@transaction.atomic
def remove_file(joined: ContributionFile, *, hand: Hand) -> None:
    """Raises NotOpen; a file that is gone already is gone."""
    held = _hold(joined.contribution)
    row = held.files.select_related("stored").filter(pk=joined.pk).first()
    if row is None:
        return
    stored = row.stored
    row.delete()
    discard_file(stored, by=hand.by, now=hand.now)
    _record("contribution.file_removed", held, hand)


def _hold(contribution: Contribution) -> Contribution:
    """The evaluation first, in one order for everybody."""
    evaluation = hold(contribution.evaluation)
    if evaluation.state != EvaluationState.OPEN:
        raise NotOpen
    rows = Contribution.objects.select_related("objective", "organisation")
    held = rows.select_for_update(of=("self",), no_key=True).get(pk=contribution.pk)
    held.evaluation = evaluation
    return held


def _save(held: Contribution, words: Mapping[str, str], seen_version: int, hand: Hand, how: str) -> Contribution:
    if unknown := words.keys() - set(WORDS):
        raise TypeError(f"a contribution has no {', '.join(sorted(unknown))}")
    changed = {name: words[name] for name in WORDS if name in words and words[name] != getattr(held, name)}
    if not changed:
        return held
    if seen_version != held.version:
        raise WrittenMeanwhile
    if held.is_handed_in and not words.get("done", held.done).strip():
        raise NothingSaid
    for name, value in changed.items():
        setattr(held, name, value)
    if held.state == ContributionState.ASKED:
        held.state = ContributionState.DRAFT
    held.how, held.version, held.saved_at, held.saved_by = how, held.version + 1, hand.now, hand.by
    held.save()
    return held


def _record(verb: str, held: Contribution, hand: Hand) -> None:
    details = {"objective": held.objective.code, "organisation": held.organisation.slug}
    record(verb, held, by=hand.by_id, now=hand.now, details=details)
