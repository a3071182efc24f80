"""How near the offer is at a moment of the week, and what a move would change. Nothing is written here."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from preau.observatory.equity.permissions import EQUITY
from preau.observatory.equity.rules.visible import Least
from preau.people.organisations.models import Commune
from preau.people.smallnumbers.deciding import small_numbers_on
from preau.surfaces.shell.request import require
from preau.surfaces.workspace.equity import pictures, rows, words
from preau.surfaces.workspace.equity.forms import QuestionForm, TrialForm, address
from preau.surfaces.workspace.equity.measure import Measured, Picture
from preau.surfaces.workspace.equity.obstacles import obstacles
from preau.surfaces.workspace.equity.offers import offered
from preau.surfaces.workspace.equity.question import Question
from preau.surfaces.workspace.equity.table import write_csv
from preau.surfaces.workspace.equity.town import squares_of
from preau.town.areas.distance import pace_for
from preau.town.areas.queries import barriers_of, paces_of


@require_safe
def equity(request: HttpRequest) -> HttpResponse:
    require(request, EQUITY, "read")
    form = QuestionForm(request.GET)
    question, commune = form.question, _commune()
    measured = _measured(commune, question)
    context: dict[str, Any] = {"form": form, "question": question, "measured": measured}
    if measured is not None:
        context |= _answer(commune, measured, request.GET.get("mesure", ""))
        context["trial"] = _trial_form(measured, None)
    return render(request, "workspace/equity/equity.html", context, status=422 if form.is_wrong else 200)


@require_safe
def equity_table(request: HttpRequest) -> HttpResponse:
    require(request, EQUITY, "read")
    measured = _measured(_commune(), QuestionForm(request.GET).question)
    picture = measured.now if measured is not None else None
    response = HttpResponse(write_csv(picture), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="equite-quartiers.csv"'
    return response


@require_safe
def equity_trial(request: HttpRequest) -> HttpResponse:
    """Before and after, side by side."""
    require(request, EQUITY, "read")
    question, commune = QuestionForm(request.GET).question, _commune()
    measured = _measured(commune, question)
    if measured is None:
        return equity(request)
    form = _trial_form(measured, request.GET if "seance" in request.GET else None)
    is_wrong = form.is_bound and not form.is_valid()
    context: dict[str, Any] = {
        "trial": form,
        "question": question,
        "asked": address(question),
        "when": words.when(question),
    }
    context |= {"back": urlencode(address(question)), "children": words.children(question)}
    if form.is_valid():
        context |= _change(commune, measured, form, request.GET.get("mesure", ""))
    return render(request, "workspace/equity/trial.html", context, status=422 if is_wrong else 200)


def _answer(commune: Commune, measured: Measured, measure: str) -> dict[str, Any]:
    picture, question = measured.now, measured.question
    measure = _known(measure)
    drawn = pictures.town_map(commune, picture, measure)
    return {
        "answer": words.answer(picture),
        "filters": words.filters(question),
        "band": words.band(question),
        "picture": picture,
        "map": drawn,
        "dots": pictures.dots(drawn, pictures.site_points(picture)),
        "legend": pictures.legend(picture, measure),
        "measure": measure,
        "asked": address(question),
        "query": urlencode(address(question)),
        "quarters": rows.quarter_rows(picture),
        "squares": rows.square_rows(picture),
        "middle": words.minutes(picture.middle),
        "spread": words.spread_sentence(picture),
        "parts": words.parts_sentence(picture),
        "pace": words.number(measured.gait.km_per_hour),
        "detour": words.number(measured.gait.detour),
    }


def _change(commune: Commune, measured: Measured, form: TrialForm, measure: str) -> dict[str, Any]:
    places = measured.offered.index.places
    offer = measured.offer(form.session) if form.session is not None else None
    before, after = measured.now, Picture(measured, measured.what_if(offer, places[form.site] if form.site else None))
    points = pictures.trial_points(before, offer.site if offer else None, form.site)
    measure = _known(measure)
    maps = [
        (pictures.town_map(commune, picture, measure, key=key), picture)
        for key, picture in (("avant", before), ("apres", after))
    ]
    return {
        "said": words.change_sentence(before, after),
        "maps": [(drawn, words.answer(picture), pictures.dots(drawn, points)) for drawn, picture in maps],
        "legend": pictures.legend(before, measure),
        "changes": rows.change_rows(before, after),
        "spreads": [words.spread_sentence(before), words.spread_sentence(after)],
        "move": words.move(offer, places, form.site),
    }


def _trial_form(measured: Measured, data: Any) -> TrialForm:
    places = measured.offered.index.places
    sessions = [(offer.key, words.offer_name(offer, places[offer.site].name)) for offer in measured.offers]
    sites = sorted(
        ((key, place.name) for key, place in places.items() if place.lon is not None), key=lambda each: each[1]
    )
    return TrialForm(data, sessions, sites)


def _measured(commune: Commune, question: Question) -> Measured | None:
    """None for a town without squares."""
    now = timezone.localtime()
    small = small_numbers_on(commune, now.date())
    squares = squares_of(commune, question.band, Least(small.cell, small.percentage, small.rounding))
    if squares is None:
        return None
    gait = question.gait(pace_for(question.age, now.date(), paces_of(commune)))
    stopping = obstacles(barriers_of(commune), squares)
    return Measured(squares, offered(commune, question, now=now), question, gait, stopping)


def _known(measure: str) -> str:
    return measure if measure in (pictures.TIME, pictures.SEATS) else pictures.TIME


def _commune() -> Commune:
    commune = Commune.objects.current()
    if commune is None:
        raise Http404
    return commune
