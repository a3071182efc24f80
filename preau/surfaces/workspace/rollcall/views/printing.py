"""On paper, for a day without any phone."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from preau.offer.attendance.calling import day_of
from preau.offer.attendance.cards import cards_on
from preau.offer.attendance.expected import expected_at
from preau.offer.attendance.paper import write_emergency_cards, write_roll_sheet
from preau.offer.attendance.queries import roll_call
from preau.people.households.enums import FilePart
from preau.people.households.readings import read_file
from preau.surfaces.shell.request import actor, hand
from preau.surfaces.workspace.rollcall.door import load_for_care, load_session


@require_safe
def roll_sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """Names, ages and boxes; nothing of what must be known of a child."""
    session = load_session(request, pk, "print")
    return _pdf(write_roll_sheet(roll_call(session)), "appel")


@require_POST
def roll_emergency(request: HttpRequest, pk: int) -> HttpResponse:
    """By POST: each card that is printed is a reading that its family sees."""
    session = load_for_care(request, pk)
    children = expected_at([session])[session.pk]
    for child in children.values():
        read_file(child, part=FilePart.HEALTH, who=actor(request), hand=hand(request))
    cards = sorted(cards_on(children.values(), day_of(session)).values(), key=lambda card: str(card.child))
    return _pdf(write_emergency_cards(session, cards), "urgence")


def _pdf(content: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type="application/pdf")
    answer.headers["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return answer
