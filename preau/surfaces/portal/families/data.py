"""« Mes données »: a copy to take away, what is kept and until when, asking to be erased."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from preau.people.audit.actions import record
from preau.people.households.copying import family_copy
from preau.people.households.doors import adult_of, children_for
from preau.people.households.errors import AlreadyListed, StillNeeded
from preau.people.households.models import Elimination
from preau.people.households.retention import ask_erasure, withdraw_request
from preau.people.households.rights import Act
from preau.people.households.terms import terms_on
from preau.surfaces.portal.doors import guardian, my_adult
from preau.surfaces.portal.families.archive import archive_of
from preau.surfaces.portal.keeping import BINDS, COPIES
from preau.surfaces.shell.request import hand


@require_safe
def data(request: HttpRequest) -> HttpResponse:
    account, today = guardian(request), timezone.localdate()
    adult = adult_of(account)
    asked = Elimination.objects.filter(adult=adult).last() if adult else None
    context = {"terms": terms_on(today).values(), "adult": adult, "asked": asked}
    return render(request, "portal/families/data.html", context)


@require_POST
def data_copy(request: HttpRequest) -> HttpResponse:
    """Made on the spot, kept nowhere; the journal says that it was taken."""
    account, today = guardian(request), timezone.localdate()
    children = list(children_for(account, Act.READ, today))
    others = [source(account, children, today) for source in COPIES]
    made = archive_of(family_copy(account, today), others)
    record("family.copy_taken", account, by=account.pk, now=timezone.now())
    response = HttpResponse(made, content_type="application/zip")
    response.headers["Content-Disposition"] = f'attachment; filename="ma-famille-{today.isoformat()}.zip"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def erasure(request: HttpRequest) -> HttpResponse:
    """What goes, what stays and until when, then one deliberate press."""
    adult, today = my_adult(request), timezone.localdate()
    children = list(children_for(guardian(request), Act.CONSENT, today))
    binds = [sentence for source in BINDS for sentence in source(children, today)]
    open_one = Elimination.objects.open().filter(adult=adult).first()
    problem = ""
    if request.method == "POST":
        if "retirer" in request.POST and open_one is not None:
            withdraw_request(open_one, hand=hand(request))
            messages.success(request, _("Votre demande est retirée : rien ne sera effacé."))
            return HttpResponseRedirect(reverse("portal:data"))
        if "compris" not in request.POST:
            problem = _("Cochez la case : un effacement ne se défait pas.")
        else:
            try:
                ask_erasure(adult, binds=binds, hand=hand(request))
            except StillNeeded:
                problem = _("Quelque chose vous lie encore à la ville : voyez la liste.")
            except AlreadyListed:
                problem = _("Votre demande est déjà à l’étude.")
            else:
                messages.success(request, _("Votre demande est enregistrée. La ville répond sous un mois."))
                return HttpResponseRedirect(reverse("portal:data"))
    context = {"children": children, "binds": binds, "asked": open_one, "problem": problem}
    return render(request, "portal/families/erasure.html", context, status=422 if problem else 200)
