"""A sheet is written in small sections, each with a form of its own that says which version it saw."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from preau.foundation.text.numbers import whole
from preau.people.accounts.models import User
from preau.people.organisations.models import Organisation
from preau.plan.sheets.enums import Audience, Theme
from preau.plan.sheets.models import ActionSheet
from preau.plan.sheets.rules import OLDEST, YOUNGEST
from preau.plan.structure.enums import ItemKind
from preau.plan.structure.models import PlanItem
from preau.surfaces.workspace.forms.fields import DayField, OwnerField, SeenForm, lines
from preau.town.calendar.enums import TimeBand
from preau.town.places.models import Site


def several(label: Any, choices: Any, **options: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=choices, required=False, widget=forms.CheckboxSelectMultiple, **options
    )


class SectionForm(SeenForm):
    """``facts`` names what of the sheet the form may change; ``chosen`` gives their values for ``edit_sheet``."""

    facts: ClassVar[tuple[str, ...]] = ()

    def __init__(self, data: Any = None, *, sheet: ActionSheet) -> None:
        self.sheet = sheet
        super().__init__(data, initial={"seen_version": sheet.version, **self.said(sheet)})

    def said(self, sheet: ActionSheet) -> dict[str, Any]:
        return {name: getattr(sheet, name) for name in self.facts}

    @property
    def chosen(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.facts}


class IdeaForm(SectionForm):
    facts = ("title", "summary", "description", "means", "themes")

    title = forms.CharField(
        label=_("Intitulé de l’action"),
        max_length=200,
        help_text=_("Une action concrète, en quelques mots."),
        error_messages={"required": _("Donnez un intitulé à l’action.")},
    )
    summary = forms.CharField(
        label=_("En une phrase"), required=False, max_length=400, help_text=_("À quoi elle sert, pour qui.")
    )
    description = forms.CharField(
        label=_("Ce que font les enfants"),
        required=False,
        widget=lines(6),
        help_text=_("Ce qu’ils fabriquent, essaient, découvrent ; le déroulé d’une séance."),
    )
    means = forms.CharField(
        label=_("Moyens"), required=False, widget=lines(3), help_text=_("Adultes, salles, matériel, transport.")
    )
    themes = several(_("Thèmes"), Theme.choices)

    def said(self, sheet: ActionSheet) -> dict[str, Any]:
        return {**{name: getattr(sheet, name) for name in self.facts[:-1]}, "themes": sorted(sheet.theme_set)}


class CarriersForm(SectionForm):
    facts = ("owner", "co_owner", "contact")

    owner = OwnerField(label=_("Organisation qui porte l’action"))
    co_owner = OwnerField(label=_("Organisation associée"))
    contact = forms.ModelChoiceField(
        label=_("Personne à contacter"),
        queryset=User.objects.none(),
        required=False,
        empty_label=_("Personne pour l’instant"),
    )

    def __init__(
        self,
        data: Any = None,
        *,
        sheet: ActionSheet,
        owners: Sequence[Organisation],
        organisations: Sequence[Organisation],
        people: Any,
    ) -> None:
        super().__init__(data, sheet=sheet)
        self.fields["owner"] = OwnerField(
            owners,
            label=_("Organisation qui porte l’action"),
            required=True,
            error_messages={"required": _("Dites quelle organisation porte l’action.")},
        )
        self.fields["co_owner"] = OwnerField(
            organisations,
            label=_("Organisation associée"),
            help_text=_("D’une autre institution : les services de la ville comptent pour une seule."),
        )
        self.fields["contact"].queryset = people  # type: ignore[attr-defined]

    def said(self, sheet: ActionSheet) -> dict[str, Any]:
        return {"owner": str(sheet.owner_id), "co_owner": str(sheet.co_owner_id or ""), "contact": sheet.contact_id}

    def clean(self) -> dict[str, Any]:
        owner, co_owner = self.cleaned_data.get("owner"), self.cleaned_data.get("co_owner")
        if owner is not None and owner == co_owner:
            self.add_error("co_owner", gettext("Choisissez une autre organisation que celle qui porte l’action."))
        return self.cleaned_data


class ObjectivesForm(SectionForm):
    facts = ("objectives",)

    objectives = forms.ModelMultipleChoiceField(
        label=_("Objectifs servis"),
        queryset=PlanItem.objects.none(),
        required=False,
        error_messages={"invalid_choice": _("Un de ces objectifs n’est plus dans le projet.")},
    )

    def __init__(self, data: Any = None, *, sheet: ActionSheet) -> None:
        super().__init__(data, sheet=sheet)
        open_items = PlanItem.objects.present().of_kind(ItemKind.OPERATIONAL_OBJECTIVE)
        self.fields["objectives"].queryset = open_items.filter(plan=sheet.plan_id)  # type: ignore[attr-defined]

    def said(self, sheet: ActionSheet) -> dict[str, Any]:
        return {"objectives": list(sheet.objective_links.values_list("item_id", flat=True))}

    @property
    def chosen(self) -> dict[str, Any]:
        return {"objectives": list(self.cleaned_data["objectives"])}

    @property
    def ticked(self) -> set[int]:
        """What is ticked on the screen: what was sent, else what the sheet says."""
        sent = self["objectives"].value() or []
        return {whole(str(value)) for value in sent}


class PublicForm(SectionForm):
    facts = ("audiences", "age_from", "age_to")

    audiences = several(_("Pour qui"), Audience.choices)
    age_from = forms.IntegerField(label=_("De (ans)"), required=False, min_value=YOUNGEST, max_value=OLDEST)
    age_to = forms.IntegerField(label=_("À (ans)"), required=False, min_value=YOUNGEST, max_value=OLDEST)

    def clean(self) -> dict[str, Any]:
        first, last = self.cleaned_data.get("age_from"), self.cleaned_data.get("age_to")
        if first is not None and last is not None and last < first:
            self.add_error("age_to", gettext("Le second âge est plus petit que le premier."))
        return self.cleaned_data


class CalendarForm(SectionForm):
    facts = ("starts_on", "ends_on", "bands", "sites")

    starts_on = DayField(label=_("Du"))
    ends_on = DayField(label=_("Au"))
    bands = several(_("Temps de la semaine"), TimeBand.choices)
    sites = forms.ModelMultipleChoiceField(
        label=_("Lieux"), queryset=Site.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data: Any = None, *, sheet: ActionSheet) -> None:
        super().__init__(data, sheet=sheet)
        self.fields["sites"].queryset = Site.objects.filter(commune=sheet.plan.commune_id)  # type: ignore[attr-defined]

    def said(self, sheet: ActionSheet) -> dict[str, Any]:
        return {
            "starts_on": sheet.starts_on,
            "ends_on": sheet.ends_on,
            "bands": sheet.bands,
            "sites": [site.pk for site in sheet.sites.all()],
        }

    def clean(self) -> dict[str, Any]:
        first, last = self.cleaned_data.get("starts_on"), self.cleaned_data.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", gettext("La fin vient avant le début."))
        return self.cleaned_data


class NewSheetForm(forms.Form):
    title = forms.CharField(
        label=_("Intitulé de l’action"),
        max_length=200,
        help_text=_("Une action concrète, en quelques mots. Le reste vient ensuite, section par section."),
        error_messages={"required": _("Donnez un intitulé à l’action.")},
    )
    summary = forms.CharField(label=_("En une phrase"), required=False, max_length=400)
    owner = OwnerField(label=_("Organisation qui porte l’action"))
    co_owner = OwnerField(label=_("Organisation associée"))
    school_year = forms.TypedChoiceField(label=_("Année scolaire"), coerce=int)

    def __init__(
        self,
        data: Any = None,
        *,
        owners: Sequence[Organisation],
        organisations: Sequence[Organisation],
        years: Sequence[tuple[int, str]],
    ) -> None:
        first = {"owner": str(owners[0].pk)} if len(owners) == 1 else {}
        super().__init__(data, initial=first)
        self.fields["owner"] = OwnerField(
            owners,
            label=_("Organisation qui porte l’action"),
            required=True,
            error_messages={"required": _("Dites quelle organisation porte l’action.")},
        )
        self.fields["co_owner"] = OwnerField(
            organisations,
            label=_("Organisation associée"),
            help_text=_("D’une autre institution. Vous pourrez la choisir plus tard."),
        )
        self.fields["school_year"].choices = years  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        owner, co_owner = self.cleaned_data.get("owner"), self.cleaned_data.get("co_owner")
        if owner is not None and owner == co_owner:
            self.add_error("co_owner", gettext("Choisissez une autre organisation que celle qui porte l’action."))
        return self.cleaned_data
