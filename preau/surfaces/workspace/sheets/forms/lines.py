"""Forms of what stands in lines on a sheet: partners, milestones, money, applications, documents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from preau.people.files.enums import DOCUMENTS
from preau.people.files.rules import accepted_endings, named
from preau.people.organisations.models import Organisation
from preau.plan.sheets.enums import BudgetKind, Opinion, PartnerRole
from preau.plan.sheets.lines import BudgetFacts, PartnerFacts
from preau.plan.sheets.models import BudgetLine, SheetApp, SheetMilestone, SheetPartner
from preau.plan.sheets.opinions import AppFacts
from preau.surfaces.workspace.forms.fields import DayField, OwnerField, lines


class PartnerForm(forms.Form):
    organisation = OwnerField(label=_("Organisation"))
    name = forms.CharField(
        label=_("Ou un autre nom"),
        required=False,
        max_length=160,
        help_text=_("Pour un partenaire qui n’est pas dans la liste."),
    )
    role = forms.ChoiceField(
        label=_("Rôle"), choices=PartnerRole.choices, error_messages={"required": _("Choisissez un rôle.")}
    )
    task = forms.CharField(label=_("Ce que le partenaire apporte"), required=False, max_length=300)

    def __init__(
        self, data: Any = None, *, line: SheetPartner | None = None, organisations: Sequence[Organisation]
    ) -> None:
        initial = (
            {"organisation": str(line.organisation_id or ""), "name": line.name, "role": line.role, "task": line.task}
            if line
            else {}
        )
        super().__init__(data, initial=initial)
        self.fields["organisation"] = OwnerField(organisations, label=_("Organisation"))

    def clean(self) -> dict[str, Any]:
        organisation, name = self.cleaned_data.get("organisation"), self.cleaned_data.get("name")
        if organisation is None and not name:
            self.add_error("organisation", gettext("Choisissez une organisation, ou écrivez un nom."))
        elif organisation is not None and name:
            self.add_error("name", gettext("Choisissez une organisation ou écrivez un nom, pas les deux."))
        return self.cleaned_data

    @property
    def told(self) -> PartnerFacts:
        kept = self.cleaned_data
        return PartnerFacts(kept["organisation"], kept["name"], kept["role"], kept["task"])


class MilestoneForm(forms.Form):
    name = forms.CharField(
        label=_("Ce qui doit être fait"), max_length=160, error_messages={"required": _("Dites ce qui doit être fait.")}
    )
    due_on = DayField(
        label=_("Pour le"), required=True, error_messages={"required": _("Donnez une date à cette étape.")}
    )

    def __init__(self, data: Any = None, *, line: SheetMilestone | None = None) -> None:
        super().__init__(data, initial={"name": line.name, "due_on": line.due_on} if line else {})


class MoneyField(forms.DecimalField):
    """Euros. A French reader types 1 200,50."""

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "decimal"})
        super().__init__(min_value=0, max_digits=10, decimal_places=2, localize=False, widget=widget, **options)

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str):
            value = value.translate({ord(blank): None for blank in " \u00a0\u202f€"}).replace(",", ".")
        return super().to_python(value)


class BudgetForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("Nature de la ligne"),
        choices=[(BudgetKind.EXPENSE.value, _("Dépense")), (BudgetKind.INCOME.value, _("Recette"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Dites si c’est une dépense ou une recette.")},
    )
    label = forms.CharField(
        label=_("Libellé"), max_length=160, error_messages={"required": _("Dites de quoi il s’agit.")}
    )
    planned = MoneyField(
        label=_("Montant prévu, en euros"),
        error_messages={"required": _("Donnez le montant prévu."), "invalid": _("Écrivez un montant, comme 1 200,50.")},
    )
    funder = OwnerField(label=_("Financeur, pour une recette"))
    funder_name = forms.CharField(label=_("Ou un autre financeur"), required=False, max_length=160)
    granted = MoneyField(
        label=_("Montant accordé, en euros"),
        required=False,
        help_text=_("À remplir quand le financeur a répondu."),
        error_messages={"invalid": _("Écrivez un montant, comme 1 200,50.")},
    )

    def __init__(
        self, data: Any = None, *, line: BudgetLine | None = None, organisations: Sequence[Organisation]
    ) -> None:
        names = ("kind", "label", "planned", "funder_name", "granted")
        initial = {name: getattr(line, name) for name in names} if line else {"kind": BudgetKind.EXPENSE.value}
        if line:
            initial["funder"] = str(line.funder_id or "")
        super().__init__(data, initial=initial)
        self.fields["funder"] = OwnerField(organisations, label=_("Financeur, pour une recette"))

    def clean(self) -> dict[str, Any]:
        kept = self.cleaned_data
        if kept.get("kind") == BudgetKind.EXPENSE:
            if kept.get("funder") or kept.get("funder_name") or kept.get("granted") is not None:
                self.add_error("kind", gettext("Une dépense n’a ni financeur ni montant accordé : c’est une recette ?"))
        elif kept.get("kind") == BudgetKind.INCOME:
            if not kept.get("funder") and not kept.get("funder_name"):
                self.add_error("funder", gettext("Dites qui apporte cette recette."))
            elif kept.get("funder") and kept.get("funder_name"):
                self.add_error("funder_name", gettext("Choisissez un financeur ou écrivez un nom, pas les deux."))
        return kept

    @property
    def told(self) -> BudgetFacts:
        kept = self.cleaned_data
        return BudgetFacts(
            kept["kind"], kept["label"], kept["funder"], kept["funder_name"], kept["planned"], kept["granted"]
        )


class AppForm(forms.Form):
    name = forms.CharField(
        label=_("Nom de l’application"),
        max_length=120,
        error_messages={"required": _("Donnez le nom de l’application.")},
    )
    publisher = forms.CharField(label=_("Éditeur"), required=False, max_length=160)
    purpose = forms.CharField(
        label=_("À quoi elle sert dans l’action"),
        max_length=300,
        error_messages={"required": _("Dites à quoi elle sert.")},
    )
    personal_data = forms.CharField(
        label=_("Données concernées"),
        required=False,
        max_length=300,
        help_text=_("Prénoms, photos, voix… ou aucune. Sans donnée personnelle, dites-le aussi."),
    )
    has_accounts = forms.BooleanField(label=_("Les enfants y ont un compte"), required=False)

    def __init__(self, data: Any = None, *, line: SheetApp | None = None) -> None:
        names = ("name", "publisher", "purpose", "has_accounts")
        said = {name: getattr(line, name) for name in names} | {"personal_data": line.data} if line else {}
        super().__init__(data, initial=said)

    @property
    def told(self) -> AppFacts:
        kept = self.cleaned_data
        return AppFacts(kept["name"], kept["publisher"], kept["purpose"], kept["personal_data"], kept["has_accounts"])


class OpinionForm(forms.Form):
    opinion = forms.ChoiceField(
        label=_("Votre avis"),
        choices=[choice for choice in Opinion.choices if choice[0] != Opinion.ASKED],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choisissez un avis.")},
    )
    reason = forms.CharField(
        label=_("Raisons et conditions"),
        required=False,
        widget=lines(4),
        help_text=_("Nécessaires avec des réserves ou un avis défavorable."),
    )

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("opinion") not in (None, Opinion.FAVOURABLE) and not self.cleaned_data.get("reason"):
            self.add_error("reason", gettext("Dites pourquoi : les porteurs de l’action doivent savoir quoi changer."))
        return self.cleaned_data


class DocumentForm(forms.Form):
    file = forms.FileField(
        label=_("Fichier"),
        help_text=named(DOCUMENTS),
        widget=forms.FileInput(attrs={"accept": accepted_endings(DOCUMENTS)}),
        error_messages={"required": _("Choisissez un fichier."), "empty": _("Ce fichier est vide.")},
    )
    label = forms.CharField(
        label=_("Ce que c’est"), required=False, max_length=160, help_text=_("Sans précision, le nom du fichier.")
    )
