"""The health sheet: written by whoever holds authority, or by the young person; read by whoever does usual acts."""

from __future__ import annotations

from typing import Any, cast
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from preau.people.health.care import Care, Contact
from preau.people.health.doors import writable_children
from preau.people.health.enums import Allergen, Meal
from preau.people.health.models import HealthSheet
from preau.people.health.queries import current_sheet, shared_on
from preau.people.health.writing import WrittenMeanwhile, term_on, write_sheet
from preau.people.households.consents import give_consent, withdraw_consent
from preau.people.households.doors import adult_of
from preau.people.households.enums import ConsentPurpose
from preau.people.households.models import Adult, Child, Consent
from preau.people.households.rights import Act
from preau.surfaces.portal.doors import guardian, load_child
from preau.surfaces.shell.request import hand

CONTACTS = 2
_SHORT, _WORDS = 120, 200


class HealthForm(forms.Form):
    """Closed lists, and short sentences about what to do: the name of an illness is never asked."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    allergies = forms.MultipleChoiceField(
        label=_("Allergies et intolérances"),
        choices=Allergen.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    other_allergy = forms.CharField(label=_("Une autre allergie"), max_length=_SHORT, required=False)
    reaction = forms.CharField(
        label=_("Que faire en cas de réaction"),
        max_length=_WORDS,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Par exemple : où est la trousse, qui appeler d’abord."),
    )
    meal = forms.ChoiceField(label=_("Repas"), choices=Meal.choices, initial=Meal.EVERYTHING)
    on_paper = forms.BooleanField(
        label=_("Un médecin a écrit des consignes, sur papier"),
        required=False,
        help_text=_("Gardez le papier : dites seulement où l’équipe le trouve. Ne le recopiez pas ici."),
    )
    paper_place = forms.CharField(label=_("Où est ce papier"), max_length=_SHORT, required=False)
    helps = forms.CharField(
        label=_("Ce qui aide"),
        max_length=_WORDS,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Ce qui marche au quotidien, sans nom de maladie ni de handicap."),
    )
    avoid = forms.CharField(
        label=_("Ce qu’il faut éviter"), max_length=_WORDS, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    share = forms.BooleanField(
        label=_("L’équipe présente ce jour-là peut lire « ce qui aide » et « ce qu’il faut éviter »"),
        required=False,
        help_text=_(
            "Vous pouvez le retirer quand vous voulez. Les allergies et la conduite à tenir, elles, se lisent toujours."
        ),
    )

    def __init__(self, data: Any = None, *, initial: dict[str, Any] | None = None, may_share: bool = True) -> None:
        super().__init__(data, initial=initial)
        if not may_share:
            del self.fields["share"]
        for number in range(1, CONTACTS + 1):
            label = gettext("Personne à prévenir n° %(number)d") % {"number": number}
            self.fields[f"name_{number}"] = forms.CharField(label=label, max_length=_SHORT, required=False)
            self.fields[f"link_{number}"] = forms.CharField(
                label=gettext("Son lien avec l’enfant"), max_length=60, required=False
            )
            self.fields[f"phone_{number}"] = forms.CharField(
                label=gettext("Son téléphone"),
                max_length=40,
                required=False,
                widget=forms.TextInput(attrs={"type": "tel"}),
            )

    def clean(self) -> dict[str, Any]:
        kept = self.cleaned_data
        for number in range(1, CONTACTS + 1):
            if kept.get(f"name_{number}") and not kept.get(f"phone_{number}"):
                self.add_error(f"phone_{number}", gettext("Donnez le numéro où joindre cette personne."))
        return kept

    @property
    def care(self) -> Care:
        kept = self.cleaned_data
        contacts = tuple(
            Contact(kept[f"name_{n}"], kept[f"link_{n}"], kept[f"phone_{n}"])
            for n in range(1, CONTACTS + 1)
            if kept[f"name_{n}"]
        )
        names = ("other_allergy", "reaction", "meal", "helps", "avoid", "on_paper", "paper_place")
        return Care(allergies=tuple(kept["allergies"]), contacts=contacts, **{name: kept[name] for name in names})

    @property
    def contacts(self) -> list[tuple[forms.BoundField, ...]]:
        return [tuple(self[f"{part}_{n}"] for part in ("name", "link", "phone")) for n in range(1, CONTACTS + 1)]


@require_http_methods(["GET", "POST"])
def child_health(request: HttpRequest, key: UUID) -> HttpResponse:
    child = load_child(request, key, Act.REGISTER if request.method == "GET" else Act.READ)
    today, account = timezone.localdate(), guardian(request)
    may_write = writable_children(account, today).filter(pk=child.pk).exists()
    if request.method == "POST" and not may_write:
        raise PermissionDenied
    adult, sheet = adult_of(account), current_sheet(child)
    may_share = may_write and child.account_id != account.pk and adult is not None
    form = HealthForm(request.POST or None, initial=_initial(sheet, child, adult), may_share=may_share)
    if request.method == "POST" and form.is_valid():
        try:
            write_sheet(child, form.care, told_by=adult, since=form.cleaned_data["seen"] or 0, hand=hand(request))
        except WrittenMeanwhile as meanwhile:
            told = gettext(
                "Quelqu’un a écrit cette fiche pendant que vous l’aviez ouverte. Relisez, puis envoyez de nouveau."
            )
            form.add_error(None, told)
            again = cast(QueryDict, form.data).copy()
            again["seen"] = str(meanwhile.standing.number)
            form.data = again
            sheet = meanwhile.standing
        else:
            if may_share and adult is not None:
                _share(child, adult, wants=form.cleaned_data["share"], request=request)
            messages.success(
                request, gettext("La fiche est enregistrée, chiffrée, jusqu’à la fin de l’année scolaire.")
            )
            return redirect("portal:child_health", key=child.key)
    shown = {
        "child": child,
        "form": form,
        "sheet": sheet,
        "care": sheet.care if sheet else None,
        "labels": _labels(sheet.care) if sheet else [],
        "is_valid": sheet is not None and sheet.valid_until >= today,
        "is_shared": child.pk in shared_on([child.pk], today),
        "term": term_on(today),
        "may_write": may_write,
        "is_mine": child.account_id == account.pk,
        "versions": HealthSheet.objects.filter(child=child).select_related("written_by")[:5] if may_write else [],
    }
    return render(request, "portal/absences/health.html", shown, status=422 if form.errors else 200)


def _initial(sheet: HealthSheet | None, child: Child, adult: Adult | None) -> dict[str, Any]:
    mine = Consent.objects.filter(
        child=child, adult=adult, purpose=ConsentPurpose.CARE_SHARED, withdrawn_at__isnull=True
    ).exists()
    if sheet is None:
        return {"seen": 0, "share": mine}
    care = sheet.care
    told: dict[str, Any] = {"seen": sheet.number, "share": mine, "allergies": list(care.allergies)}
    for name in ("other_allergy", "reaction", "meal", "helps", "avoid", "on_paper", "paper_place"):
        told[name] = getattr(care, name)
    for number, contact in enumerate(care.contacts, 1):
        told |= {f"name_{number}": contact.name, f"link_{number}": contact.link, f"phone_{number}": contact.phone}
    return told


def _labels(care: Care) -> list[str]:
    told = [str(Allergen(each).label) for each in care.allergies if each in Allergen.values]
    return [*told, *filter(None, [care.other_allergy])]


def _share(child: Child, adult: Adult, *, wants: bool, request: HttpRequest) -> None:
    mine = Consent.objects.filter(
        child=child, adult=adult, purpose=ConsentPurpose.CARE_SHARED, withdrawn_at__isnull=True
    ).first()
    if wants and mine is None:
        give_consent(ConsentPurpose.CARE_SHARED, adult=adult, child=child, hand=hand(request))
    elif not wants and mine is not None:
        withdraw_consent(mine, hand=hand(request))
