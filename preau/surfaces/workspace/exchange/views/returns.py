"""One copy that came back: read, answered change by change or all at once, put aside."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from preau.plan.drafting.errors import Meanwhile
from preau.plan.drafting.models import ReturnedDocument, Suggestion
from preau.plan.drafting.permissions import RETURNS
from preau.plan.exchange.receiving import discard
from preau.plan.exchange.verdicts import Account, Left, accept_plain, plain_changes, refuse_rest
from preau.surfaces.shell.request import actor, hand, load
from preau.surfaces.workspace.exchange.forms import RefusalForm
from preau.surfaces.workspace.exchange.returnpage import ReturnPage
from preau.surfaces.workspace.refusals import sentence

_TOLD = 6


def returns() -> QuerySet[ReturnedDocument]:
    kept = ReturnedDocument.objects.filter(plan__discarded_at__isnull=True)
    return kept.select_related("plan__commune", "by", "organisation")


@require_safe
def return_page(request: HttpRequest, pk: int) -> HttpResponse:
    returned = load(request, RETURNS, "read", returns(), pk=pk)
    may_decide = RETURNS.may(actor(request), "decide") and not returned.plan.is_adopted
    shown = ReturnPage(request, returned.plan, returned, request.GET, may_decide=may_decide)
    context = _context(returned) | {
        "shown": shown,
        "may_decide": may_decide,
        "return_to": request.get_full_path(),
        "is_fresh": False,
    }
    return render(request, "workspace/return.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def return_acceptance(request: HttpRequest, pk: int) -> HttpResponse:
    """GET names what will be accepted; POST accepts it, and tells what could not be."""
    returned = load(request, RETURNS, "decide", returns(), pk=pk)
    if request.method == "POST":
        account = accept_plain(returned, hand=hand(request))
        _tell(request, account, ngettext("%(n)s changement accepté.", "%(n)s changements acceptés.", account.done))
        return redirect("workspace:return", pk)
    changes = [(each, words_of(each)) for each in plain_changes(returned)]
    return render(request, "workspace/return_acceptance.html", _context(returned) | {"changes": changes})


@require_http_methods(["GET", "HEAD", "POST"])
def return_refusal(request: HttpRequest, pk: int) -> HttpResponse:
    """GET asks for the reason; POST refuses all that is still open in the copy."""
    returned = load(request, RETURNS, "decide", returns(), pk=pk)
    form = RefusalForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        account = refuse_rest(returned, answer=form.cleaned_data["answer"], hand=hand(request))
        _tell(request, account, ngettext("%(n)s changement refusé.", "%(n)s changements refusés.", account.done))
        return redirect("workspace:return", pk)
    context = _context(returned) | {"form": form, "number": returned.suggestions.open().count()}
    return render(request, "workspace/return_refusal.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def return_discard(request: HttpRequest, pk: int) -> HttpResponse:
    """GET says what will happen; POST puts the whole copy aside."""
    returned = load(request, RETURNS, "decide", returns(), pk=pk)
    if request.method == "POST":
        discard(returned, hand=hand(request))
        messages.success(request, _("La copie est mise de côté : ce qui était accepté reste, le reste n’attend plus."))
        return redirect("workspace:return", pk)
    context = _context(returned) | {"number": returned.suggestions.open().count()}
    return render(request, "workspace/return_discard.html", context)


def words_of(suggestion: Suggestion) -> str:
    """The words that the copy has, else those of the passage that it moves, details or takes out."""
    return suggestion.new_text or suggestion.was_text or (suggestion.item.text if suggestion.item else "")


def _context(returned: ReturnedDocument) -> dict[str, Any]:
    return {"returned": returned, "plan": returned.plan, "of_plan": f"?projet={returned.plan_id}"}


def _tell(request: HttpRequest, account: Account, done: str) -> None:
    """How many went through; then each of those that did not, and why."""
    if account.done or not account.left:
        messages.success(request, done % {"n": account.done})
    for left in account.left[:_TOLD]:
        messages.warning(request, f"{left.suggestion.place} : {_why(left)}")
    if len(account.left) > _TOLD:
        more = len(account.left) - _TOLD
        words = ngettext(
            "%(n)s autre changement attend toujours votre réponse.",
            "%(n)s autres changements attendent toujours votre réponse.",
            more,
        )
        messages.warning(request, words % {"n": more})


def _why(left: Left) -> str:
    if isinstance(left.why, Meanwhile):
        return _("le passage a changé entre-temps. Relisez les deux textes, puis choisissez.")
    return sentence(left.why)
