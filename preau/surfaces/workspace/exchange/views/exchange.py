"""Copies of the plan leave, and come back with what partners changed."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from preau.foundation.documents import UnreadableDocument
from preau.plan.drafting.enums import SuggestionState
from preau.plan.drafting.models import ReturnedDocument
from preau.plan.drafting.permissions import RETURNS
from preau.plan.exchange.copies import PlanCopy, copy_of
from preau.plan.exchange.errors import AlreadyReceived, NotThisPlan
from preau.plan.exchange.receiving import receive
from preau.plan.structure.errors import PlanAdopted
from preau.plan.structure.models import TerritorialEducationPlan
from preau.plan.structure.permissions import PLANS
from preau.surfaces.shell.request import actor, hand, require
from preau.surfaces.workspace.drafting.speaking import my_organisation
from preau.surfaces.workspace.exchange.forms import CopyForm, ReturnForm
from preau.surfaces.workspace.plan.views.plan import current_plan, of_plan, the_plan
from preau.surfaces.workspace.refusals import sentence

PER_PAGE = 20


@require_http_methods(["GET", "HEAD", "POST"])
def exchange(request: HttpRequest) -> HttpResponse:
    """GET offers copies and lists those that came back; POST takes one in."""
    if request.method == "POST":
        require(request, RETURNS, "send")
    plan = current_plan(request)
    if plan is None:
        return render(request, "workspace/plan_empty.html", {"may_import": False})
    form = ReturnForm(request.POST, request.FILES) if request.method == "POST" else ReturnForm()
    twin: ReturnedDocument | None = None
    if request.method == "POST" and form.is_valid():
        received, twin = _received(request, plan, form)
        if received is not None:
            return redirect("workspace:return", received.pk)
    page = Paginator(_returns(request, plan), PER_PAGE).get_page(request.GET.get("page"))
    context: dict[str, Any] = {
        "plan": plan,
        "of_plan": of_plan(request, plan),
        "copy_form": CopyForm(versions=plan.versions.defer("content")),
        "form": form,
        "twin": twin if twin is not None and RETURNS.may(actor(request), "read", twin) else None,
        "page": page,
        "may_send": RETURNS.may(actor(request), "send") and not plan.is_adopted,
        "may_read": RETURNS.may(actor(request), "read"),
        "limit": settings.UPLOAD_LIMIT // 1_000_000,
    }
    return render(request, "workspace/exchange.html", context, status=422 if form.errors else 200)


@require_safe
def plan_copy(request: HttpRequest) -> FileResponse:
    """The file itself, named after the town and the day."""
    require(request, PLANS, "read_draft")
    plan = the_plan(request)
    form = CopyForm(request.GET, versions=plan.versions.all())
    if not form.is_valid():
        raise Http404
    format, codes, version = form.wanted
    return sent(copy_of(plan, format, today=timezone.localdate(), version=version, codes=codes))


def sent(copy: PlanCopy) -> FileResponse:
    answer = FileResponse(BytesIO(copy.data), as_attachment=True, filename=copy.name, content_type=copy.media_type)
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _received(
    request: HttpRequest, plan: TerritorialEducationPlan, form: ReturnForm
) -> tuple[ReturnedDocument | None, ReturnedDocument | None]:
    """(what came in, the same file received before); both None with a sentence at the field when it is refused."""
    document = form.cleaned_data["document"]
    try:
        returned = receive(
            plan, document.read(), document.name, hand=hand(request), organisation=my_organisation(request)
        )
    except (UnreadableDocument, NotThisPlan) as refusal:
        form.add_error("document", refusal.sentence)
    except PlanAdopted as refusal:
        form.add_error("document", sentence(refusal))
    except AlreadyReceived as again:
        form.add_error("document", _("Ce fichier a déjà été renvoyé, au caractère près. Rien n’a été reçu deux fois."))
        return None, again.returned
    else:
        return returned, None
    return None, None


def _returns(request: HttpRequest, plan: TerritorialEducationPlan) -> QuerySet[ReturnedDocument]:
    """Those that the person may read, with how many changes wait in each."""
    waiting = Count("suggestions", filter=Q(suggestions__state=SuggestionState.OPEN))
    listed = plan.returns.select_related("by", "organisation").annotate(waiting=waiting, changes=Count("suggestions"))
    return RETURNS.rows(actor(request), "read", listed).order_by("-received_at", "-pk")
