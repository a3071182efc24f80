"""The list by theme, the page of one term, another value from a day on, a correction before it counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from preau.people.organisations.models import Commune
from preau.people.terms import DatedTerm, TermRefused, Theme
from preau.people.terms.deciding import correct_term, decide_term
from preau.people.terms.permissions import TERMS
from preau.people.terms.reading import Line, Value, lines_of, values_of
from preau.people.terms.registry import known_terms
from preau.surfaces.shell.request import actor, hand, require

from .forms import DecisionForm

_ASK = ["GET", "HEAD", "POST"]


@dataclass(frozen=True, slots=True)
class Coming:
    """What is about to change."""

    term: DatedTerm
    url: str
    line: Line
    value: Value


@dataclass(frozen=True, slots=True)
class Shown:
    """``url`` is "" when the term's own page is closed to the person; ``summary`` what counts, if it is one value."""

    term: DatedTerm
    url: str
    summary: str = ""
    lines: int = 0
    coming: tuple[Coming, ...] = ()


@require_safe
def terms(request: HttpRequest) -> HttpResponse:
    require(request, TERMS, "read")
    town = _town()
    shown = [_shown(request, term, town) for term in known_terms().values()]
    themes = [(theme.label, [each for each in shown if each.term.theme == theme]) for theme in Theme]
    coming = sorted((each for term in shown for each in term.coming), key=lambda each: each.value.valid_from)
    context = {"themes": [theme for theme in themes if theme[1]], "coming": coming}
    return render(request, "workspace/terms/list.html", context)


@require_safe
def term(request: HttpRequest, slug: str) -> HttpResponse:
    require(request, TERMS, "read")
    found = _term(slug)
    lines = lines_of(found, _town(), timezone.localdate())
    context = {
        "term": found,
        "lines": lines,
        "may_decide": TERMS.may(actor(request), "decide"),
        "is_usual": any(line.today is None for line in lines),
    }
    return render(request, "workspace/terms/term.html", context)


@require_http_methods(_ASK)
def term_decision(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    require(request, TERMS, "decide")
    found, line = _line(slug, key)
    told = line.today or (None if line.usual else next(iter(line.coming), None))
    values = dict(values_of(found, told.row) if told else line.usual)
    values.pop(found.because, None)  # another decision rests on another vote
    form = DecisionForm(
        request.POST if request.method == "POST" else None,
        term=found,
        today=timezone.localdate(),
        values=values,
        now=line,
    )

    def decide() -> None:
        since = form.cleaned_data["valid_from"]
        decide_term(found, line, form.values, commune=_town(), valid_from=since, hand=hand(request))

    return _answer(request, found, line, form, decide)


@require_http_methods(_ASK)
def term_correction(request: HttpRequest, slug: str, key: str, pk: int) -> HttpResponse:
    require(request, TERMS, "decide")
    found, line = _line(slug, key)
    value = next((each for each in line.coming if each.row.pk == pk), None)
    if value is None:  # it counts already, or is another's
        raise Http404
    form = DecisionForm(
        request.POST if request.method == "POST" else None,
        term=found,
        today=timezone.localdate(),
        values=values_of(found, value.row),
        now=line,
        since=False,
    )

    def correct() -> None:
        correct_term(found, line, value, form.values, commune=_town(), hand=hand(request))

    return _answer(request, found, line, form, correct, value)


def _answer(
    request: HttpRequest,
    found: DatedTerm,
    line: Line,
    form: DecisionForm,
    write: Callable[[], None],
    value: Value | None = None,
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            write()
        except TermRefused as refused:
            form.add_error("valid_from" if "valid_from" in form.fields else None, str(refused.sentence))
        else:
            messages.success(request, _("C’est décidé. Ce qui a compté jusque-là reste écrit."))
            return redirect("workspace:term", found.slug)
    context: dict[str, Any] = {"term": found, "line": line, "form": form, "value": value}
    status = 422 if request.method == "POST" else 200
    return render(request, "workspace/terms/decision.html", context, status=status)


def _shown(request: HttpRequest, term: DatedTerm, town: Commune) -> Shown:
    if term.screen:
        is_open = term.may is None or term.may[0].may(actor(request), term.may[1])
        return Shown(term, reverse(term.screen) if is_open else "")
    lines, url = lines_of(term, town, timezone.localdate()), reverse("workspace:term", args=[term.slug])
    coming = tuple(Coming(term, url, line, value) for line in lines for value in line.coming)
    summary = str(lines[0].now) if len(lines) == 1 and not lines[0].label else ""
    return Shown(term, url, summary, len(lines), coming)


def _term(slug: str) -> DatedTerm:
    found = known_terms().get(slug)
    if found is None or found.screen:
        raise Http404
    return found


def _line(slug: str, key: str) -> tuple[DatedTerm, Line]:
    found = _term(slug)
    for line in lines_of(found, _town(), timezone.localdate()):
        if line.key == key:
            return found, line
    raise Http404


def _town() -> Commune:
    town = Commune.objects.current()
    if town is None:
        raise Http404
    return town
