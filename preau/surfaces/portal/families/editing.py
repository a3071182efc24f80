"""Forms of the file: a child, who may collect them, my details, my home."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from preau.people.households.doors import homes_of
from preau.people.households.enums import GuardianKind, GuardianRights
from preau.people.households.errors import KeptAway
from preau.people.households.guardianship import LinkFacts, set_link
from preau.people.households.hearing import tell_guardians
from preau.people.households.homes import lodge, move
from preau.people.households.opening import change_adult, change_child, look_alikes, open_child
from preau.people.households.pickups import authorise, authorised_on, end_authorisation
from preau.people.households.rights import Act
from preau.surfaces.portal.doors import guardian, load_child, load_home, may, my_adult
from preau.surfaces.portal.families.addresses import AddressForm
from preau.surfaces.portal.families.doubles import hold_back
from preau.surfaces.portal.families.forms import AdultForm, ChildForm, PickupForm
from preau.surfaces.shell.request import hand


@require_http_methods(["GET", "HEAD", "POST"])
def child_edit(request: HttpRequest, key: UUID) -> HttpResponse:
    child = load_child(request, key, Act.EDIT)
    today = timezone.localdate()
    form = ChildForm(request.POST or None, today=today, initial=ChildForm.of_child(child))
    if form.is_valid():
        changed = change_child(child, form.child_facts, hand=hand(request))
        if changed:
            tell_guardians(child, _("La fiche de %(name)s a changé"), hand=hand(request))
        messages.success(request, _("La fiche est à jour."))
        return HttpResponseRedirect(reverse("portal:child", args=[child.key]))
    context = {"form": form, "child": child}
    return render(request, "portal/families/child_edit.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def child_addition(request: HttpRequest) -> HttpResponse:
    """A child of ours, who lives where we live. One who may have a file already waits for the desk."""
    adult, today = my_adult(request), timezone.localdate()
    homes = list(homes_of(guardian(request), today))
    form = ChildForm(request.POST or None, today=today, initial={"last_name": adult.last_name})
    if form.is_valid():
        with transaction.atomic():
            child = open_child(adult.commune, form.child_facts, hand=hand(request))
            twins = look_alikes(child).exists()
            rights = GuardianRights.INFORMED if twins else GuardianRights.FULL
            facts = LinkFacts(GuardianKind.PARENT, rights, _("déclaré par la famille, à vérifier"))
            set_link(child, adult, facts, hand=hand(request), tell=False)
            for home in homes[:1]:
                lodge(child, home, hand=hand(request))
            if twins:
                hold_back(child, hand=hand(request))
        messages.success(request, _("La fiche de %(name)s est ouverte.") % {"name": child.first_name})
        return HttpResponseRedirect(reverse("portal:child", args=[child.key]))
    return render(request, "portal/families/child_addition.html", {"form": form}, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def pickups(request: HttpRequest, key: UUID) -> HttpResponse:
    """Who may collect: everybody who may read sees the list, whoever decides adds to it."""
    is_post = request.method == "POST"
    child = load_child(request, key, Act.COLLECT if is_post else Act.READ)
    today = timezone.localdate()
    form = PickupForm(request.POST if is_post else None, today=today)
    if form.is_valid():
        try:
            named = authorise(child, form.facts, given_by=my_adult(request), hand=hand(request))
        except KeptAway:
            form.add_error("name", _("Une décision tient cette personne éloignée de l’enfant. Parlez-en à l’accueil."))
        else:
            said = {"who": named.name, "name": child.first_name}
            messages.success(request, _("%(who)s peut venir chercher %(name)s.") % said)
            return HttpResponseRedirect(reverse("portal:pickups", args=[child.key]))
    context = {
        "child": child,
        "form": form,
        "pickups": authorised_on(child, today),
        "may_add": may(request, child, Act.COLLECT),
    }
    return render(request, "portal/families/pickups.html", context, status=422 if is_post else 200)


@require_POST
def pickup_end(request: HttpRequest, key: UUID, pk: int) -> HttpResponse:
    child = load_child(request, key, Act.COLLECT)
    named = get_object_or_404(authorised_on(child, timezone.localdate()), pk=pk)
    end_authorisation(named, hand=hand(request))
    said = {"who": named.name, "name": child.first_name}
    messages.success(request, _("%(who)s ne peut plus venir chercher %(name)s, dès maintenant.") % said)
    return HttpResponseRedirect(reverse("portal:pickups", args=[child.key]))


@require_http_methods(["GET", "HEAD", "POST"])
def me(request: HttpRequest) -> HttpResponse:
    """How I am called and reached."""
    adult = my_adult(request)
    form = AdultForm(request.POST or None, initial=AdultForm.of(adult))
    if form.is_valid():
        change_adult(adult, form.adult_facts, hand=hand(request))
        messages.success(request, _("Vos coordonnées sont à jour."))
        return HttpResponseRedirect(reverse("portal:me"))
    homes = homes_of(guardian(request), timezone.localdate())
    context = {"form": form, "homes": homes, "adult": adult}
    return render(request, "portal/families/me.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def home_move(request: HttpRequest, key: UUID) -> HttpResponse:
    home = load_home(request, key)
    form = AddressForm(request.POST or None, commune=home.commune, initial=AddressForm.of_home(home))
    if form.is_valid() and form.home_facts is not None:
        move(home, form.home_facts, hand=hand(request))
        messages.success(request, _("Votre adresse est à jour. Il faudra un nouveau justificatif de domicile."))
        return HttpResponseRedirect(reverse("portal:home_page", args=[home.key]))
    context = {"form": form, "home": home, "is_alone": home.members.filter(until_on__isnull=True).count() == 1}
    return render(request, "portal/families/home_move.html", context, status=422 if form.is_bound else 200)
