"""For those who look once a month: the answer first, then each axis, then each objective, then what waits."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from preau.observatory.equity.permissions import EQUITY
from preau.observatory.indicators.permissions import INDICATORS
from preau.offer.laboratory.permissions import STUDIES
from preau.people.organisations.models import Organisation
from preau.plan.board.committee import Decision, write_pdf
from preau.plan.board.lines import Board
from preau.plan.board.queries import board_of
from preau.plan.board.table import write_csv
from preau.plan.board.words import MARK_NAMES, statement
from preau.plan.drafting.models import OpenPoint
from preau.plan.drafting.progress import awaited_decisions, moved_lately
from preau.plan.sheets.models import ActionSheet
from preau.plan.sheets.permissions import SHEETS
from preau.plan.structure.models import TerritorialEducationPlan
from preau.plan.structure.permissions import PLANS
from preau.surfaces.shell.request import actor, require
from preau.surfaces.shell.tables import send_chart
from preau.surfaces.steering.home import SteeringHome
from preau.surfaces.steering.selection import Selection

_FEW = 5
_FIRST = 3
"""Decisions on the first page: a thumb's length."""


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What the plan changes, and what it asks of those who decide."""
    plan = _current(request)
    if plan is None:
        return render(request, "steering/empty.html")
    today = timezone.localdate()
    awaited = awaited_decisions(plan)
    context = {
        "plan": plan,
        "home": SteeringHome(plan, today),
        "board": statement(_board(request, plan, today)),
        "decisions": awaited[:_FIRST],
        "decision_count": len(awaited),
        "today": today,
        "may_see_equity": EQUITY.may(actor(request), "read"),
        "may_read_indicators": INDICATORS.may(actor(request), "read"),
    }
    return render(request, "steering/home.html", context)


@require_safe
def balance_table(request: HttpRequest) -> HttpResponse:
    """Where children live and where things take place, for a spreadsheet."""
    plan = _current(request)
    chart = SteeringHome(plan, timezone.localdate()).balance_chart if plan else None
    if chart is None:
        raise Http404
    return send_chart(chart)


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    plan = _current(request)
    if plan is None:
        return render(request, "steering/empty.html")
    today = timezone.localdate()
    board = _board(request, plan, today)
    decisions = awaited_decisions(plan)
    moved = moved_lately(plan, today)
    context = {
        "plan": plan,
        "board": board,
        "statement": statement(board),
        "axes": [(axis, moved[axis.number]) for axis in board.axes],
        "selection": _selection(request, plan, board),
        "marks": list(MARK_NAMES.items()),
        "decisions": decisions[:_FEW],
        "decision_count": len(decisions),
        "today": today,
        "may_study": STUDIES.may(actor(request), "read"),
    }
    return render(request, "steering/overview.html", context)


@require_safe
def decisions(request: HttpRequest) -> HttpResponse:
    plan = _current(request)
    if plan is None:
        return render(request, "steering/empty.html")
    context = {"plan": plan, "points": awaited_decisions(plan), "today": timezone.localdate()}
    return render(request, "steering/decisions.html", context)


@require_safe
def committee(request: HttpRequest) -> HttpResponse:
    """The sheet that the committee has before it: a tagged PDF, A4 on its side."""
    plan = _current(request)
    if plan is None:
        return render(request, "steering/empty.html")
    today = timezone.localdate()
    awaited = [_decision(point) for point in awaited_decisions(plan)]
    made = write_pdf(_board(request, plan, today), awaited, town=plan.commune.name, title=plan.title)
    return _file(made, "application/pdf", f"comite-{today:%Y-%m-%d}.pdf")


@require_safe
def table(request: HttpRequest) -> HttpResponse:
    """The lines that the filters keep, for a spreadsheet."""
    plan = _current(request)
    if plan is None:
        return render(request, "steering/empty.html")
    today = timezone.localdate()
    board = _board(request, plan, today)
    lines = _selection(request, plan, board).lines
    return _file(write_csv(board, lines), "text/csv; charset=utf-8", f"pilotage-{today:%Y-%m-%d}.csv")


def _current(request: HttpRequest) -> TerritorialEducationPlan | None:
    """The plan on display, else the last one that is being written."""
    require(request, PLANS, "steer")
    plans = PLANS.rows(actor(request), "steer", TerritorialEducationPlan.objects.kept()).select_related("commune")
    return plans.on_display() or plans.order_by("-created_at").first()  # type: ignore[attr-defined]


def _board(request: HttpRequest, plan: TerritorialEducationPlan, today: date) -> Board:
    return board_of(plan, SHEETS.rows(actor(request), "read", ActionSheet.objects.all()), today)


def _selection(request: HttpRequest, plan: TerritorialEducationPlan, board: Board) -> Selection:
    names = dict(Organisation.objects.filter(commune=plan.commune_id).values_list("slug", "name"))
    return Selection(board, names, request.GET)


def _decision(point: OpenPoint) -> Decision:
    return Decision(
        point.item.code if point.item else "",
        point.quote,
        point.reason,
        point.owner.name if point.owner else _("à confier à quelqu’un"),
        point.due_on,
    )


def _file(content: bytes, media_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
