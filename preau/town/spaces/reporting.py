"""What passers-by say of a space, and what agents answer."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record

from .enums import ReportKind, WordsState
from .models import OpenSpace, SpaceReport
from .naming import may_name
from .senders import last_report, may_report, remember

TAKEN_BACK_WITHIN = timedelta(minutes=15)


class TooManyReports(Exception):
    """The address, or everybody together, said too much in an hour."""


class WordsName(Exception):
    """The words may tell who somebody is: an agent writes them otherwise."""


@transaction.atomic
def report(space: OpenSpace, kind: ReportKind, *, sender: str, now: datetime) -> SpaceReport:
    """One tap. The same word twice is one; another word soon after replaces the first. Raises TooManyReports.

    Not in the journal, which tells who did what: nobody is known here, and the row is its own trace.
    """
    held = OpenSpace.objects.select_for_update(no_key=True).get(pk=space.pk)
    before = held.reports.counted().filter(pk=last_report(sender, held.pk) or 0).first()
    if before is not None and before.kind == kind:
        return before
    if not may_report(sender, held.pk, now):
        raise TooManyReports
    if before is not None:
        before.taken_back_at = now
        before.save(update_fields=["taken_back_at"])
    made = SpaceReport.objects.create(space=held, kind=kind, at=now)
    remember(sender, held.pk, made.pk, now)
    return made


@transaction.atomic
def take_back(made: SpaceReport, *, now: datetime) -> SpaceReport:
    """By whoever made it, a moment later. Twice is once."""
    held = SpaceReport.objects.select_for_update(no_key=True).get(pk=made.pk)
    if held.taken_back_at is None:
        held.taken_back_at, held.words, held.words_state = now, "", WordsState.NONE
        held.shown_words = ""
        held.save(update_fields=["taken_back_at", "words", "words_state", "shown_words"])
    return held


@transaction.atomic
def add_words(made: SpaceReport, words: str, *, now: datetime) -> SpaceReport:
    """What is damaged, in a few words; nobody reads them before an agent did."""
    held = SpaceReport.objects.select_for_update(no_key=True).get(pk=made.pk)
    if held.taken_back_at is None and held.words_state in (WordsState.NONE, WordsState.WAITING):
        held.words = words
        held.words_state = WordsState.WAITING if words else WordsState.NONE
        held.save(update_fields=["words", "words_state"])
    return held


@transaction.atomic
def show_words(made: SpaceReport, words: str, *, hand: Hand) -> SpaceReport:
    """Raises WordsName for words that may name somebody, whoever typed them."""
    if may_name(words):
        raise WordsName
    held = SpaceReport.objects.select_for_update(no_key=True).get(pk=made.pk)
    held.shown_words, held.words_state = words, WordsState.SHOWN
    held.save(update_fields=["shown_words", "words_state"])
    record("space.words_shown", held, by=hand.by_id, now=hand.now)
    return held


@transaction.atomic
def dismiss_words(made: SpaceReport, *, hand: Hand) -> SpaceReport:
    """The report still counts; its words are erased at once."""
    held = SpaceReport.objects.select_for_update(no_key=True).get(pk=made.pk)
    held.words, held.shown_words, held.words_state = "", "", WordsState.DISMISSED
    held.save(update_fields=["words", "shown_words", "words_state"])
    record("space.words_dismissed", held, by=hand.by_id, now=hand.now)
    return held


@transaction.atomic
def settle(reports: Iterable[SpaceReport], *, hand: Hand) -> int:
    """« C’est réparé », or nothing was broken: they no longer count."""
    done = SpaceReport.objects.counted().filter(pk__in=[each.pk for each in reports])
    settled = list(done.select_for_update(no_key=True))
    for each in settled:
        each.handled_at, each.handled_by = hand.now, hand.by
        record("space.report_settled", each, by=hand.by_id, now=hand.now, details={"kind": each.kind})
    SpaceReport.objects.bulk_update(settled, ["handled_at", "handled_by"])
    return len(settled)
