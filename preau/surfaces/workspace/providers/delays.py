"""How long an entry holds, when papers are recalled: what the town decided, from which day on."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from preau.offer.providers.delays import WrongDelay, delays_on, set_delay
from preau.offer.providers.enums import DelayKind
from preau.offer.providers.models import CatalogueDelay
from preau.offer.providers.permissions import PROVIDERS
from preau.people.organisations.models import Commune
from preau.surfaces.shell.request import hand, require
from preau.surfaces.workspace.providers.forms import DelayForm


@require_http_methods(["GET", "HEAD", "POST"])
def catalogue_delays(request: HttpRequest) -> HttpResponse:
    require(request, PROVIDERS, "keep")
    commune = Commune.objects.current()
    if commune is None:
        raise Http404
    form = DelayForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        kept = form.cleaned_data
        try:
            set_delay(
                commune, DelayKind(kept["kind"]), kept["steps"], valid_from=kept["valid_from"], hand=hand(request)
            )
        except WrongDelay:
            form.add_error(
                "steps", _("Ce délai n’a pas de sens : un seul nombre de mois, ou des jours, jusqu’à dix ans.")
            )
        else:
            messages.success(
                request, _("C’est décidé. Le nouveau délai vaut à partir de la date que vous avez choisie.")
            )
            return HttpResponseRedirect(reverse("workspace:catalogue_delays"))
    now = delays_on(commune, timezone.localdate())
    context = {
        "now": [(kind.label, ", ".join(map(str, steps))) for kind, steps in now.items()],
        "decided": CatalogueDelay.objects.filter(commune=commune).select_related("set_by").order_by("-valid_from"),
        "form": form,
    }
    return render(request, "workspace/providers/delays.html", context, status=422 if form.errors else 200)
