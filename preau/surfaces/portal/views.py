from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from preau.people.households.doors import adult_of, children_for, homes_of
from preau.people.households.rights import Act
from preau.people.notices.queries import unread_of
from preau.surfaces.portal.awaiting import AWAITING, CHILD_ACTIONS, COMING, all_awaiting, all_coming
from preau.surfaces.portal.doors import guardian

_NEWS = 3


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """My family: what awaits an answer, then each child, then what is ours."""
    account, today = guardian(request), timezone.localdate()
    children = list(children_for(account, Act.READ, today).select_related("school"))
    allowed = {
        act: set(children_for(account, act, today).values_list("pk", flat=True))
        for act in {Act.REGISTER, *(action.act for action in CHILD_ACTIONS)}
    }
    mine = [child for child in children if child.pk in allowed[Act.REGISTER]]
    coming = all_coming(COMING, account, children, today)
    context = {
        "adult": adult_of(account),
        "awaiting": all_awaiting(AWAITING, account, mine, today),
        "children": [
            {
                "child": child,
                "age": child.age_on(today),
                "coming": coming[child.pk],
                "is_only_read": child.pk not in allowed[Act.REGISTER],
                "actions": [
                    (action, action.path(child)) for action in CHILD_ACTIONS if child.pk in allowed[action.act]
                ],
            }
            for child in children
        ],
        "homes": homes_of(account, today),
        "news": list(unread_of(account)[:_NEWS]),
        "news_count": unread_of(account).count(),
    }
    young = context["adult"] is None
    return render(request, "portal/young.html" if young else "portal/home.html", context)
