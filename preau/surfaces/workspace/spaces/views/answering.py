"""What agents answer to passers-by: words to read, damage to settle, closings, how long a word is worth something."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from preau.surfaces.shell.request import hand, require
from preau.surfaces.workspace.spaces.forms import ClosingForm, ShownWordsForm, TermsForm
from preau.surfaces.workspace.spaces.views.door import the_space, the_town
from preau.town.spaces.enums import ClosingReason, WordsState
from preau.town.spaces.keeping import close_space, decide_terms, lift_closing
from preau.town.spaces.models import ReportTerm, SpaceReport
from preau.town.spaces.naming import may_name
from preau.town.spaces.permissions import SPACES
from preau.town.spaces.queries import reports_to_answer, terms_on
from preau.town.spaces.reporting import WordsName, dismiss_words, settle, show_words


@require_GET
def space_reports(request: HttpRequest) -> HttpResponse:
    require(request, SPACES, "edit")
    return _queue(request)


@require_POST
def space_report(request: HttpRequest, pk: int) -> HttpResponse:
    """``acte``: show the words as they are typed here, dismiss them, or settle the report."""
    require(request, SPACES, "edit")
    made = get_object_or_404(SpaceReport.objects.select_related("space__site"), pk=pk)
    act, by = request.POST.get("acte", ""), hand(request)
    if act == "montrer":
        form = ShownWordsForm(request.POST, prefix=str(pk))
        if not form.is_valid():
            return _queue(request, form, made)
        try:
            show_words(made, form.cleaned_data["words"], hand=by)
        except WordsName:
            form.add_error("words", _("Ces mots semblent désigner quelqu’un : réécrivez-les sans nom ni numéro."))
            return _queue(request, form, made)
        messages.success(request, _("Ces mots sont montrés sur la page du terrain."))
    elif act == "ecarter":
        dismiss_words(made, hand=by)
        messages.success(request, _("Les mots sont effacés ; le signalement compte toujours."))
    else:
        settle([made], hand=by)
        messages.success(request, _("C’est réglé : ce signalement ne compte plus."))
    return redirect("workspace:space_reports")


@require_http_methods(["GET", "HEAD", "POST"])
def space_closing(request: HttpRequest, slug: str) -> HttpResponse:
    space = the_space(request, slug, "edit")
    now = timezone.now()
    form = ClosingForm(request.POST or None, now=now)
    if request.method == "POST" and form.is_valid():
        kept, by = form.cleaned_data, hand(request)
        reason = ClosingReason(kept["reason"])
        close_space(space, reason, kept["words"], starts_at=by.now, ends_at=form.ends_at, hand=by)
        messages.success(request, _("Le terrain est annoncé fermé jusqu’à cette date."))
        return redirect("workspace:space", slug)
    context = {"space": space, "site": space.site, "form": form}
    return render(request, "workspace/spaces/closing.html", context, status=422 if request.method == "POST" else 200)


@require_POST
def space_closing_lifting(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    space = the_space(request, slug, "edit")
    lift_closing(get_object_or_404(space.closings.all(), pk=pk), hand=hand(request))
    messages.success(request, _("La fermeture est levée."))
    return redirect("workspace:space", slug)


@require_http_methods(["GET", "HEAD", "POST"])
def space_terms(request: HttpRequest) -> HttpResponse:
    require(request, SPACES, "edit")
    commune, today = the_town(), timezone.localdate()
    form = TermsForm(request.POST or None, terms=terms_on(commune, today), today=today)
    if request.method == "POST" and form.is_valid():
        decide_terms(commune, form.terms, valid_from=form.cleaned_data["valid_from"], hand=hand(request))
        messages.success(request, _("Ces durées sont décidées."))
        return redirect("workspace:space_terms")
    context = {"form": form, "decided": ReportTerm.objects.filter(commune=commune), "today": today}
    return render(request, "workspace/spaces/terms.html", context, status=422 if request.method == "POST" else 200)


def _queue(
    request: HttpRequest, refused: ShownWordsForm | None = None, about: SpaceReport | None = None
) -> HttpResponse:
    """The form that was refused keeps its place and what was typed."""
    rows = []
    for made in reports_to_answer():
        form = None
        if made.words_state == WordsState.WAITING:
            is_refused = about is not None and about.pk == made.pk
            held = may_name(made.words)
            form = refused if is_refused else ShownWordsForm(prefix=str(made.pk), initial={"words": made.words})
            rows.append((made, form, held))
        else:
            rows.append((made, form, False))
    status = 422 if refused is not None else 200
    return render(request, "workspace/spaces/reports.html", {"rows": rows, "refused": refused}, status=status)
