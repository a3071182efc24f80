"""Choosing, writing one's own, typing a value, saying that it was of use, leaving."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from preau.observatory.indicators.choosing import choose, choose_own, leave
from preau.observatory.indicators.entering import takes_a_value, type_value
from preau.observatory.indicators.errors import AlreadyChosen, NoProof, NotOfTheLibrary, Withdrawn
from preau.observatory.indicators.library import DISTINCT, beside
from preau.observatory.indicators.models import Indicator
from preau.observatory.indicators.permissions import INDICATORS
from preau.observatory.indicators.using import say_used
from preau.people.files.errors import FileRefused
from preau.people.organisations.models import Organisation
from preau.plan.structure.enums import ItemKind
from preau.plan.structure.models import PlanItem
from preau.surfaces.shell.request import hand, require
from preau.surfaces.workspace.indicators.doors import the_indicator
from preau.surfaces.workspace.indicators.forms import ChoiceForm, LeaveForm, OwnForm, ValueForm
from preau.surfaces.workspace.plan.views.plan import of_plan, the_plan

_FORM = ["GET", "HEAD", "POST"]


def _effect(request: HttpRequest, code: str) -> PlanItem:
    require(request, INDICATORS, "choose")
    items = the_plan(request).items.present().of_kind(ItemKind.EXPECTED_EFFECT)
    effect = items.filter(code=code).select_related("plan", "row").first()
    if effect is None:
        raise Http404
    return effect


@require_http_methods(_FORM)
def effect_choice(request: HttpRequest, code: str) -> HttpResponse:
    """What the library proposes for an effect, what was chosen, and the way to one's own."""
    effect = _effect(request, code)
    if request.method == "POST":
        form = ChoiceForm(request.POST)
        if form.is_valid():
            try:
                chosen = choose(effect, form.cleaned_data["code"], carrier=effect.owner, hand=hand(request))
            except AlreadyChosen:
                messages.warning(request, _("Cet effet le regarde déjà."))
            except NotOfTheLibrary:
                messages.warning(request, _("Cet indicateur n’est pas dans la bibliothèque."))
            else:
                messages.success(request, _("L’indicateur est choisi : « %(title)s ».") % {"title": chosen})
        return redirect(_address("workspace:indicator_choice", request, effect))
    kept = list(Indicator.objects.kept().filter(effect=effect))
    chosen_codes = {each.code for each in kept}
    proposed = [each for each in beside(effect.code) if each.code not in chosen_codes]
    context = {
        "effect": effect,
        "of_plan": of_plan(request, effect.plan),
        "kept": kept,
        "proposed": proposed,
        "others": [each for each in DISTINCT if each not in proposed and each.code not in chosen_codes],
    }
    return render(request, "workspace/indicators/choice.html", context)


@require_http_methods(_FORM)
def own_addition(request: HttpRequest, code: str) -> HttpResponse:
    effect = _effect(request, code)
    owners = list(Organisation.objects.filter(commune=effect.plan.commune))
    form = OwnForm(request.POST if request.method == "POST" else None, owners=owners)
    if form.is_bound and form.is_valid():
        made = choose_own(effect, form.words, carrier=form.cleaned_data["carrier"], hand=hand(request))
        messages.success(request, _("L’indicateur de la ville est ajouté."))
        return redirect("workspace:indicator", made.pk)
    context = {"effect": effect, "of_plan": of_plan(request, effect.plan), "form": form}
    return render(request, "workspace/indicators/own.html", context, status=422 if form.is_bound else 200)


@require_http_methods(_FORM)
def value_addition(request: HttpRequest, pk: int) -> HttpResponse:
    found = the_indicator(request, pk, "type")
    if not takes_a_value(found):
        messages.warning(request, _("Cet indicateur se compte seul : personne ne le saisit."))
        return redirect("workspace:indicator", pk)
    data = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = ValueForm(*data, indicator=found, today=timezone.localdate())
    if form.is_bound and form.is_valid():
        try:
            type_value(found, form.typed, upload=form.upload, hand=hand(request))
        except NoProof:
            form.add_error("document", _("Joignez ce qui le prouve : sans preuve, ce chiffre ne vaut rien."))
        except FileRefused as refused:
            form.add_error("document", str(refused))
        except Withdrawn:
            messages.warning(request, _("La ville ne regarde plus cet indicateur."))
            return redirect("workspace:indicator", pk)
        else:
            messages.success(request, _("La valeur est enregistrée."))
            return redirect("workspace:indicator", pk)
    context = {"indicator": found, "entry": found.entry, "form": form}
    return render(request, "workspace/indicators/value.html", context, status=422 if form.is_bound else 200)


@require_POST
def use(request: HttpRequest, pk: int) -> HttpResponse:
    """ "This figure was of use to me": once a month by person."""
    found = the_indicator(request, pk)
    try:
        say_used(found, hand=hand(request))
    except Withdrawn:
        messages.warning(request, _("La ville ne regarde plus cet indicateur."))
    else:
        messages.success(request, _("C’est noté : ce chiffre a servi ce mois-ci."))
    return redirect("workspace:indicator", pk)


@require_http_methods(_FORM)
def leaving(request: HttpRequest, pk: int) -> HttpResponse:
    found = the_indicator(request, pk, "leave")
    form = LeaveForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            leave(found, form.cleaned_data["because"], hand=hand(request))
        except Withdrawn:
            messages.warning(request, _("Cet indicateur était déjà laissé."))
        else:
            messages.success(request, _("La ville ne regarde plus cet indicateur. Ce qui a été saisi reste."))
        return redirect("workspace:indicators")
    context = {"indicator": found, "form": form}
    return render(request, "workspace/indicators/leaving.html", context, status=422 if form.is_bound else 200)


def _address(name: str, request: HttpRequest, effect: PlanItem) -> str:
    return reverse(name, args=[effect.code]) + of_plan(request, effect.plan)
