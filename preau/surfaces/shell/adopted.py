"""A text that is adopted does not change: whoever tries, from whatever page, is told so and keeps what they typed."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from preau.plan.structure.errors import PlanAdopted

_TYPED = ("text", "new_text", "sub_points", "reason", "decision", "note", "answer", "comment")


class AdoptedText:
    """Turns PlanAdopted into a page: 409, since the request contradicts the state of the plan."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, PlanAdopted):
            return None
        typed = [words for name in _TYPED if (words := request.POST.get(name, "").strip())]
        return render(request, "shell/text_adopted.html", {"typed": typed}, status=409)
