"""A paper is declared by its organisation, and checked by the town. Only its result and its dates are kept."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from preau.offer.providers.declaring import declare_paper
from preau.offer.providers.enums import PaperKind
from preau.offer.providers.errors import AlreadyAnswered, WrongPaper
from preau.offer.providers.models import ProviderPaper
from preau.offer.providers.papers import RULES
from preau.offer.providers.permissions import PAPERS, PROVIDERS
from preau.offer.publishing.suspending import checked
from preau.people.organisations.models import Commune, Organisation
from preau.surfaces.shell.request import hand, load, require
from preau.surfaces.workspace.providers.forms import CheckForm, PaperForm
from preau.surfaces.workspace.providers.views import draw


@require_http_methods(["GET", "HEAD", "POST"])
def paper_declaration(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    organisation = load(
        request, PROVIDERS, "read", Organisation.objects.filter(commune=Commune.objects.current()), slug=slug
    )
    require(request, PAPERS, "declare")
    if kind not in PaperKind.values:
        raise Http404
    told = PaperKind(kind)
    form = PaperForm(request.POST if request.method == "POST" else None, kind=told)
    if request.method == "POST" and form.is_valid():
        try:
            declare_paper(organisation, form.facts, hand=hand(request))
        except WrongPaper as wrong:
            form.add_error(wrong.about if wrong.about in form.fields else None, wrong.sentence)
        else:
            messages.success(request, _("C’est déclaré. La ville contrôle et vous le dit ici."))
            return _back(organisation)
    context = {"organisation": organisation, "kind": told, "rule": RULES[told], "form": form}
    return render(request, "workspace/providers/paper.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def paper_check(request: HttpRequest, pk: int) -> HttpResponse:
    """GET asks what does not hold; POST with ``valide`` says that it does."""
    paper = load(request, PAPERS, "check", ProviderPaper.objects.select_related("organisation__commune"), pk=pk)
    is_valid = "valide" in request.POST
    form = CheckForm(request.POST if request.method == "POST" and not is_valid else None)
    if request.method == "POST" and (is_valid or form.is_valid()):
        remark = "" if is_valid else form.cleaned_data["remark"]
        try:
            back = checked(paper, is_valid=is_valid, remark=remark, hand=hand(request))
        except AlreadyAnswered:
            said = _("Quelqu’un a déjà contrôlé cette pièce. Rien n’a été changé.")
            return draw(request, paper.organisation, problem=said, status=422)
        messages.success(request, _("C’est noté, et l’organisation est prévenue."))
        if back:
            shown = ngettext(
                "%(number)d activité est de nouveau montrée.",
                "%(number)d activités sont de nouveau montrées.",
                len(back),
            )
            messages.info(request, shown % {"number": len(back)})
        return _back(paper.organisation)
    context = {"paper": paper, "organisation": paper.organisation, "form": form}
    return render(request, "workspace/providers/check.html", context, status=422 if form.errors else 200)


def _back(organisation: Organisation) -> HttpResponse:
    return HttpResponseRedirect(reverse("workspace:provider", args=[organisation.slug]) + "#pieces")
