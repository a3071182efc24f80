"""What must be known of the children of a session. Asked for by POST: each reading is written where parents see it."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST

from preau.offer.attendance.calling import day_of
from preau.offer.attendance.cards import cards_on
from preau.offer.attendance.expected import expected_at
from preau.people.households.enums import FilePart
from preau.people.households.readings import read_file
from preau.surfaces.shell.request import actor, hand
from preau.surfaces.workspace.rollcall.door import load_for_care
from preau.surfaces.workspace.rollcall.views.day import shown_call


@require_POST
def roll_cards(request: HttpRequest, pk: int) -> HttpResponse:
    """With ``child``: the page with that child's card open. Without: every card of the session, for a phone that may
    lose its network; the list is then what was read, and each card that is opened is told later by the phone."""
    session = load_for_care(request, pk)
    children = expected_at([session])[session.pk]
    wanted = _wanted(request)
    if wanted is not None:
        children = {key: child for key, child in children.items() if child.key == wanted}
        if not children:
            raise Http404
    part = FilePart.ROLL_CALL if wanted is None else FilePart.HEALTH
    cards = cards_on(children.values(), day_of(session))
    for child in children.values():
        read_file(child, part=part, who=actor(request), hand=hand(request))
    if wanted is not None:
        return render(request, "workspace/rollcall/call.html", shown_call(request, session, next(iter(cards.values()))))
    told = {
        str(card.child.key): {
            "html": render_to_string("workspace/rollcall/card.html", {"card": card}, request),
            "alert": card.is_alert,
            "collects": card.who_collects,
        }
        for card in cards.values()
    }
    return JsonResponse({"cards": told})


def _wanted(request: HttpRequest) -> UUID | None:
    text = request.POST.get("child", "")
    if not text:
        return None
    try:
        return UUID(text)
    except ValueError:
        raise Http404 from None
