"""Applications that an action uses, and what the data officer says of them."""

from __future__ import annotations

from typing import NamedTuple

from django.db import transaction

from preau.people.accounts.hand import Hand

from .enums import EventKind, Opinion, Theme
from .ledger import Change, changing, hold, write_down
from .models import ActionSheet, SheetApp
from .telling import ask_opinions, tell_opinion
from .writing import set_themes


class AppFacts(NamedTuple):
    name: str
    publisher: str
    purpose: str
    data: str
    has_accounts: bool


@transaction.atomic
def add_app(sheet: ActionSheet, told: AppFacts, *, hand: Hand) -> Change:
    """An application makes the action a digital one; an opinion on it is asked for."""
    with changing(sheet, frozenset({"apps", "themes"}), hand=hand) as change:
        SheetApp.objects.create(sheet=change.sheet, **told._asdict())
        set_themes(change.sheet, {*change.sheet.theme_set, Theme.DIGITAL})
        ask_opinions(change.sheet, hand=hand)
    return change


@transaction.atomic
def edit_app(app: SheetApp, told: AppFacts, *, hand: Hand) -> Change:
    """What an opinion was given on has changed: it is asked for again."""
    with changing(app.sheet, frozenset({"apps"}), hand=hand) as change:
        held = change.sheet.apps.select_for_update(of=("self",), no_key=True).get(pk=app.pk)
        if told != AppFacts(held.name, held.publisher, held.purpose, held.data, held.has_accounts):
            for name, value in told._asdict().items():
                setattr(held, name, value)
            held.opinion, held.opinion_reason = Opinion.ASKED, ""
            held.opinion_at, held.opinion_by = None, None
            held.save()
            ask_opinions(change.sheet, hand=hand)
    return change


@transaction.atomic
def remove_app(app: SheetApp, *, hand: Hand) -> Change:
    with changing(app.sheet, frozenset({"apps"}), hand=hand) as change:
        change.sheet.apps.filter(pk=app.pk).delete()
    return change


@transaction.atomic
def give_opinion(app: SheetApp, opinion: Opinion, *, hand: Hand, reason: str = "") -> SheetApp:
    """The data officer's word. It may be given again: each one stays in the history."""
    sheet = hold(app.sheet)
    held = sheet.apps.select_for_update(of=("self",), no_key=True).get(pk=app.pk)
    was = held.opinion
    held.opinion, held.opinion_reason = opinion, reason
    held.opinion_at, held.opinion_by = (None, None) if opinion == Opinion.ASKED else (hand.now, hand.by)
    held.save()
    sheet.version += 1
    sheet.save(update_fields=["version"])
    facts = {"opinion": [[held.name, was], [held.name, str(opinion)]]}
    write_down(sheet, EventKind.OPINION, hand=hand, from_state=sheet.state, facts=facts, reason=reason)
    tell_opinion(held, sheet, hand=hand)
    return held
