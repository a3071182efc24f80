"""Who decides what for a child: somebody is added, their rights change or end, with the paper that was shown."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from preau.people.counter.enums import Procedure
from preau.people.households.errors import LastHolder, LinkTaken
from preau.people.households.guardianship import change_link, end_link, set_link
from preau.people.households.models import Adult, Guardian
from preau.people.households.opening import open_adult
from preau.people.households.searching import Found, search, understood
from preau.surfaces.shell.request import hand
from preau.surfaces.workspace.families.acting import done, helped_here
from preau.surfaces.workspace.families.doors import child_of, opened, the_town
from preau.surfaces.workspace.families.forms.people import LinkChangeForm, NewGuardianForm, link_values


class KnownForm(forms.Form):
    """Somebody found by their name, to be linked as they are."""

    known = forms.UUIDField(required=False, widget=forms.HiddenInput)
    sure = forms.BooleanField(required=False, widget=forms.HiddenInput)


class GuardianForm(NewGuardianForm, KnownForm):
    pass


@require_http_methods(["GET", "HEAD", "POST"])
@opened
def family_guardian_new(request: HttpRequest, adult: Adult, child: UUID) -> HttpResponse:
    """Somebody with the same name may be known: they are proposed, and never linked by themselves."""
    one = child_of(adult, child)
    form = GuardianForm(request.POST or None, initial={"language": "fr", "contact_by": "paper"})
    alike: tuple[Found, ...] = ()
    if request.method == "POST" and form.is_valid():
        kept = form.cleaned_data
        if not (kept["sure"] or kept["known"]):
            found = search(the_town(), understood(f"{kept['first_name']} {kept['last_name']}"), timezone.localdate())
            alike = found.found
        if not alike:
            try:
                with transaction.atomic():
                    who = _known(kept["known"]) or open_adult(adult.commune, form.adult_facts, hand=hand(request))
                    set_link(one, who, form.link_facts, hand=hand(request))
            except LinkTaken:
                form.add_error(None, _("Cette personne est déjà liée à l’enfant : changez plutôt ses droits."))
            else:
                line = _("%(who)s est maintenant lié à %(child)s.") % {"who": who, "child": one.first_name}
                done(request, helped_here(request, adult), Procedure.FAMILY_FILE, [line], child=one)
                return redirect("workspace:family_child", adult.key, one.key)
    context = {"adult": adult, "child": one, "form": form, "alike": alike}
    status = 422 if form.errors or alike else 200
    return render(request, "workspace/families/guardian.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@opened
def family_guardian(request: HttpRequest, adult: Adult, child: UUID, link: int) -> HttpResponse:
    """Other rights, or none any more. « Aucun accès » closes everything at once."""
    one = child_of(adult, child)
    held = Guardian.objects.filter(child=one, pk=link, until_on__isnull=True).select_related("adult").first()
    if held is None:
        raise Http404
    form = LinkChangeForm(request.POST or None, initial=link_values(held))
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            if "fin" in request.POST:
                end_link(held, hand=hand(request), reason=reason)
                line = _("%(who)s n’est plus lié à %(child)s.")
            else:
                change_link(held, form.link_facts, hand=hand(request), reason=reason)
                line = _("Les droits de %(who)s pour %(child)s ont changé.")
        except LastHolder:
            form.add_error("reason", _("Plus personne n’aurait l’autorité parentale : écrivez pourquoi."))
        else:
            lines = [line % {"who": held.adult, "child": one.first_name}]
            done(request, helped_here(request, adult), Procedure.FAMILY_FILE, lines, child=one)
            still = one.guardians.on(timezone.localdate()).filter(adult=adult).exclude(rights="blocked").exists()  # type: ignore[attr-defined]
            if still:
                return redirect("workspace:family_child", adult.key, one.key)
            return redirect("workspace:family", adult.key)
    context = {
        "adult": adult,
        "child": one,
        "link": held,
        "form": form,
        "title": gettext_lazy("Droits de %(name)s") % {"name": held.adult},
    }
    return render(request, "workspace/families/rights.html", context, status=422 if form.errors else 200)


def _known(key: UUID | None) -> Adult | None:
    if key is None:
        return None
    return Adult.objects.filter(key=key, erased_on__isnull=True).first()
