"""What is said of children and adults: one form without scripts, one list from a phone. Both go the same way."""

from __future__ import annotations

from uuid import UUID, uuid4

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from preau.offer.activities.models import Session
from preau.offer.attendance.calling import RollClosed, Said, take_marks
from preau.offer.attendance.enums import Mark, NoteCode, StaffFunction
from preau.offer.attendance.expected import expected_at
from preau.offer.attendance.noting import adult_arrives, adult_leaves, leave_note, take_note_back
from preau.offer.attendance.queries import roll_call
from preau.offer.attendance.watching import watched
from preau.people.accounts.hand import Hand
from preau.people.households.enums import FilePart
from preau.people.households.models import Child
from preau.people.households.readings import read_file
from preau.surfaces.shell.request import actor, hand
from preau.surfaces.workspace.rollcall import wording
from preau.surfaces.workspace.rollcall.door import load_session
from preau.surfaces.workspace.rollcall.reading import Sent, Unreadable, read_sent


class MarkForm(forms.Form):
    """One tap on a page without scripts. ``key`` makes the same tap sent twice one mark."""

    key = forms.UUIDField()
    child = forms.UUIDField()
    mark = forms.ChoiceField(choices=Mark.choices)
    after = forms.CharField(required=False, max_length=2000)
    with_whom = forms.CharField(required=False, max_length=120)

    def clean_after(self) -> tuple[UUID, ...]:
        try:
            return tuple(UUID(each) for each in self.cleaned_data["after"].split())
        except ValueError:
            return ()


@require_POST
def roll_mark(request: HttpRequest, pk: int) -> HttpResponse:
    session = load_session(request, pk, "mark")
    form = MarkForm(request.POST)
    if not form.is_valid():
        return _back(request, session, _("Ce pointage n’a pas été compris : rien n’a changé."))
    kept, who = form.cleaned_data, hand(request)
    said = Said(kept["key"], kept["child"], kept["mark"], who.now, kept["after"], with_whom=kept["with_whom"])
    try:
        taken = take_marks(session, [said], hand=who)
    except RollClosed:
        return _back(request, session, closed_words())
    refusal = next(iter(taken.refused.values()), None)
    return _back(request, session, _sentence(str(refusal.label)) if refusal else "", anchor=str(kept["child"]))


@require_POST
def roll_marks(request: HttpRequest, pk: int) -> JsonResponse:
    """The list of a phone: 200 with what was kept and refused, 400 unreadable, 409 when the roll is closed."""
    session = load_session(request, pk, "mark")
    try:
        sent = read_sent(request.body)
    except Unreadable:
        return JsonResponse({"error": _("Cette liste de pointages n’a pas pu être lue.")}, status=400)
    who = hand(request)
    try:
        taken = take_marks(session, sent.marks, hand=who)
    except RollClosed:
        return JsonResponse({"error": closed_words()}, status=409)
    _note_readings(request, session, sent)
    refused = {str(key): _sentence(str(reason.label)) for key, reason in taken.refused.items()}
    return JsonResponse({"kept": [str(each) for each in taken.kept], "refused": refused, **_data(session)})


@require_safe
def roll_state(request: HttpRequest, pk: int) -> JsonResponse:
    """What stands now, and what the page needs to send its list even after a new login."""
    session = load_session(request, pk)
    return JsonResponse({"token": get_token(request), "at": timezone.now().isoformat(), **_data(session)})


@require_POST
def roll_note(request: HttpRequest, pk: int) -> HttpResponse:
    session = load_session(request, pk, "mark")
    child = _child(session, request.POST.get("child", ""))
    codes = [each for each in NoteCode if each == request.POST.get("code")]
    if child is None or not codes:
        return _back(request, session, _("Choisissez un mot dans la liste."))
    try:
        if request.POST.get("retirer"):
            take_note_back(session, child, codes[0], hand=hand(request))
        else:
            leave_note(session, child, codes[0], key=_key(request), hand=hand(request))
    except RollClosed:
        return _back(request, session, closed_words())
    return _back(request, session, anchor=str(child.key))


@require_POST
def roll_adults(request: HttpRequest, pk: int) -> HttpResponse:
    """An adult arrives, or leaves when ``depart`` names their line."""
    session = load_session(request, pk, "mark")
    try:
        if leaving := _uuid(request.POST.get("depart", "")):
            adult_leaves(session, leaving, hand=hand(request))
            return _back(request, session, anchor="adultes")
        name = request.POST.get("name", "").strip()
        functions = [each for each in StaffFunction if each == request.POST.get("function")]
        if not name or not functions:
            return _back(request, session, _("Écrivez qui arrive : prénom et nom."), anchor="adultes")
        adult_arrives(session, name, functions[0], key=_key(request), hand=hand(request))
    except RollClosed:
        return _back(request, session, closed_words())
    return _back(request, session, anchor="adultes")


def closed_words() -> str:
    return _("L’appel de cette séance est fermé : elle est annulée, à venir, ou trop ancienne.")


def _note_readings(request: HttpRequest, session: Session, sent: Sent) -> None:
    """Cards that were opened without a network are told to the families now, at the instant of the reading."""
    who = hand(request)
    for key, at in sent.readings:
        child = _child(session, str(key))
        if child is not None:
            read_file(child, part=FilePart.HEALTH, who=actor(request), hand=Hand(who.by, min(at, who.now)))


def _data(session: Session) -> dict[str, object]:
    call = roll_call(session)
    return wording.as_data(call, watched([call]).get(session.pk))


def _child(session: Session, key: str) -> Child | None:
    wanted = _uuid(key)
    return next((each for each in expected_at([session])[session.pk].values() if each.key == wanted), None)


def _key(request: HttpRequest) -> UUID:
    return _uuid(request.POST.get("key", "")) or uuid4()


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def _back(request: HttpRequest, session: Session, problem: str = "", anchor: str = "") -> HttpResponse:
    if problem:
        messages.error(request, problem)
    address = reverse("workspace:roll_call", args=[session.pk])
    return redirect(f"{address}#{anchor}" if anchor else address)
