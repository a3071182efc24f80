"""One request: where it is, who holds it, what comes next."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from preau.foundation.lifecycle import NotNow
from preau.offer.classes import answering, asking
from preau.offer.classes.enums import WishState
from preau.offer.classes.errors import OfferFull, OutOfTurn
from preau.offer.classes.models import ClassWish
from preau.offer.classes.permissions import WISHES
from preau.offer.classes.queries import places, wishes
from preau.offer.classes.states import BY_THE_PROVIDER, BY_THE_SCHOOL, LIFE, QUEUED, WAY
from preau.surfaces.shell.request import actor, hand, load, require
from preau.surfaces.workspace.classes.forms import AcceptForm, ComingForm, ReasonForm

STEPS = {
    "confirmation": "confirm",
    "renoncement": "decline",
    "acceptation": "accept",
    "attente": "queue",
    "refus": "refuse",
    "venue": "record",
    "retrait": "withdraw",
    "annulation": "cancel",
}
"""The noun of the address → the step."""
_NOUNS = {step: noun for noun, step in STEPS.items()}
_CONSEQUENCES: dict[str, str | Promise] = {
    "confirm": gettext_lazy(
        "La demande part chez l’organisateur. Elle ne pourra plus être modifiée, seulement retirée."
    ),
    "decline": gettext_lazy("La demande s’arrête là. L’enseignant ou l’enseignante lira votre raison."),
    "accept": gettext_lazy("La classe obtient une place. L’école est prévenue."),
    "queue": gettext_lazy("La classe passera dès qu’une place se libère, dans l’ordre affiché."),
    "refuse": gettext_lazy("L’école lira votre raison. La classe pourra redemander plus tard."),
    "record": gettext_lazy(
        "Ce que la classe a vécu compte désormais pour elle, et la fera passer après celles qui ont moins."
    ),
    "withdraw": gettext_lazy("La demande est retirée. Si la classe avait une place, elle va à la suivante."),
    "cancel": gettext_lazy("La place va à la première classe qui attend. L’école lira votre raison."),
}


_MAIN = ("confirm", "accept", "record")
"""Steps that carry a request onwards."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A step that the person may take now."""

    noun: str
    label: str
    is_main: bool


@require_GET
def wish_page(request: HttpRequest, pk: int) -> HttpResponse:
    return _page(request, the_wish(request, pk))


@require_http_methods(["GET", "HEAD", "POST"])
def wish_step(request: HttpRequest, pk: int, noun: str) -> HttpResponse:
    """GET says what the step does; POST takes it."""
    step = STEPS.get(noun)
    if step is None:
        raise Http404
    wish = the_wish(request, pk)
    if not WISHES.may(actor(request), step, wish):
        raise PermissionDenied
    if wish.state not in LIFE.by_name[step].sources:
        return _page(request, wish, problem=_("Ce n’est plus possible : la demande a avancé entre-temps."))
    form = _form(step, wish, request)
    if request.method == "POST" and (form is None or form.is_valid()):
        try:
            _take(step, wish, form, request)
        except OfferFull:
            return _page(request, wish, problem=_("Toutes les places sont prises. Mettez la classe en file d’attente."))
        except (OutOfTurn, NotNow):
            return _page(
                request, the_wish(request, pk), problem=_("L’ordre vient de changer. Relisez, puis recommencez.")
            )
        messages.success(request, _("C’est fait. Les personnes concernées sont prévenues."))
        return redirect("workspace:class_wish", wish.pk)
    context = {
        "wish": wish,
        "step": LIFE.by_name[step],
        "consequence": _CONSEQUENCES[step],
        "form": form,
        "is_end": LIFE.by_name[step].needs_reason or step == "withdraw",
        "first": _first(wish) if step == "accept" else None,
    }
    return render(request, "workspace/classes/wish_step.html", context, status=422 if form and form.errors else 200)


def the_wish(request: HttpRequest, pk: int, action: str = "read") -> ClassWish:
    require(request, WISHES, "read")
    return load(request, WISHES, action, wishes(), pk=pk)


def _page(request: HttpRequest, wish: ClassWish, problem: str = "") -> HttpResponse:
    who = actor(request)
    open_steps = [each.name for each in LIFE.open_from(wish.state) if WISHES.may(who, each.name, wish)]
    answers = any(step in BY_THE_PROVIDER for step in open_steps)
    stand = next((each for each in places(wish.offer) if each.wish.pk == wish.pk), None) if _queues(wish) else None
    context = {
        "wish": wish,
        "problem": problem,
        "way": _way(wish),
        "offered": [
            Offered(_NOUNS[step], str(LIFE.by_name[step].label), number == 0 and step in _MAIN)
            for number, step in enumerate(open_steps)
        ],
        "place": stand,
        "free": max(0, wish.offer.seats - wish.offer.wishes.seated().count()),
        "answers": answers,
        "history": [(each, _label(each.step)) for each in wish.steps.select_related("by")],
        "may_edit": wish.state == WishState.ASKED and WISHES.may(who, "edit", wish),
        "is_school": any(WISHES.may(who, step, wish) for step in BY_THE_SCHOOL),
    }
    return render(request, "workspace/classes/wish.html", context, status=422 if problem else 200)


def _queues(wish: ClassWish) -> bool:
    return wish.state in QUEUED


def _way(wish: ClassWish) -> list[tuple[str, bool, bool]]:
    """(words, is done, is here) for each square; a request that ended elsewhere is on none."""
    states = list(WAY)
    here = WishState.CONFIRMED if wish.state == WishState.WAITING else WishState(wish.state)
    at = states.index(here) if here in states else -1
    labels = (_("Demandée par la classe"), _("Confirmée par la direction"), _("Acceptée"), _("Vécue"))
    reached = at if at >= 0 else 0
    return [
        (labels[number], number <= reached and at >= 0, number == at + 1 and at >= 0) for number in range(len(states))
    ]


def _label(step: str) -> str:
    return _("Demande faite") if step == "ask" else str(LIFE.by_name[step].label)


def _first(wish: ClassWish) -> ClassWish | None:
    """The class that comes first, when it is another one."""
    queue = places(wish.offer)
    return queue[0].wish if queue and queue[0].wish.pk != wish.pk else None


def _form(step: str, wish: ClassWish, request: HttpRequest) -> forms.Form | None:
    sent = request.POST if request.method == "POST" else None
    if step == "accept":
        return AcceptForm(sent, is_first=_first(wish) is None)
    if step == "record":
        return ComingForm(sent, initial={"happened_on": wish.planned_on})
    return ReasonForm(sent) if LIFE.by_name[step].needs_reason else None


def _take(step: str, wish: ClassWish, form: forms.Form | None, request: HttpRequest) -> None:
    by = hand(request)
    kept = form.cleaned_data if form else {}
    match step:
        case "accept":
            told = kept.get("out_of_turn", "")
            answering.accept(wish, hand=by, planned_on=kept["planned_on"], out_of_turn=told)
        case "record":
            answering.record_coming(wish, happened_on=kept["happened_on"], hand=by)
        case "queue":
            answering.queue(wish, hand=by)
        case "refuse":
            answering.refuse(wish, hand=by, reason=kept["reason"])
        case "cancel":
            answering.cancel(wish, hand=by, reason=kept["reason"])
        case "confirm":
            asking.confirm(wish, hand=by)
        case "decline":
            asking.decline(wish, hand=by, reason=kept["reason"])
        case "withdraw":
            asking.withdraw(wish, hand=by)
