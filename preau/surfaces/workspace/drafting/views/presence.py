"""The browser says that somebody has an item's form open, and learns who else has, and whether the item changed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST

from preau.foundation.text.numbers import whole
from preau.plan.drafting.presence import be_there, leave, others_in
from preau.surfaces.shell.request import actor
from preau.surfaces.workspace.plan.views.items import load_item
from preau.surfaces.workspace.plan.views.plan import the_plan


@require_POST
def item_presence(request: HttpRequest, code: str) -> HttpResponse:
    """``seen_version`` is that of the form; ``depart`` says that the form is closed."""
    plan = the_plan(request)
    item = load_item(request, plan, code, "edit")
    person, now = actor(request).user, timezone.now()
    assert person is not None  # noqa: S101  a role is held by an account
    if request.POST.get("depart"):
        leave(item, person)
        return HttpResponse(status=204)
    be_there(item, person, now=now)
    seen = request.POST.get("seen_version", "")
    newer = item.changes.select_related("by").first() if whole(seen, item.version) < item.version else None
    context = {"others": others_in(item, person, now=now), "newer": newer, "now": now}
    return render(request, "workspace/presence.html", context)
