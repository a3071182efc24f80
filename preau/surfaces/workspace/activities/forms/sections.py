"""An entry is written in small sections, each with a form of its own that says which version it saw."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from preau.offer.activities.adaptations import Communication, Premises, Sensory
from preau.offer.activities.completeness import OLDEST, YOUNGEST
from preau.offer.activities.enums import Booking, Domain, Pillar, Public, SchoolLevel
from preau.offer.activities.models import Activity, Adaptation
from preau.offer.activities.said import AdaptationFacts, adaptation_of
from preau.offer.prices.models import PriceRule
from preau.people.organisations.models import Organisation
from preau.plan.structure.enums import ItemKind
from preau.plan.structure.models import PlanItem, TerritorialEducationPlan
from preau.surfaces.workspace.forms.fields import DayField, OwnerField, SeenForm, lines
from preau.town.places.models import Site


def several(label: Any, choices: Any, **options: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=choices, required=False, widget=forms.CheckboxSelectMultiple, **options
    )


def count(label: Any, **options: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=1, max_value=30_000, **options)


class SectionForm(SeenForm):
    """``facts`` names what of the entry the form may change; ``chosen`` gives their values for ``change_activity``."""

    facts: ClassVar[tuple[str, ...]] = ()

    def __init__(self, data: Any = None, *, activity: Activity) -> None:
        self.activity = activity
        super().__init__(data, initial={"seen_version": activity.version, **self.said(activity)})

    def said(self, activity: Activity) -> dict[str, Any]:
        return {name: getattr(activity, name) for name in self.facts}

    @property
    def chosen(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.facts}


class IdeaForm(SectionForm):
    facts = ("title", "summary", "description", "domain", "keywords")

    title = forms.CharField(
        label=_("Titre de l’activité"),
        max_length=120,
        error_messages={"required": _("Donnez un titre à l’activité.")},
    )
    summary = forms.CharField(
        label=_("En une phrase"), required=False, max_length=240, help_text=_("Celle qu’on lit dans la liste.")
    )
    description = forms.CharField(
        label=_("Présentation de l’activité"),
        required=False,
        max_length=6000,
        widget=lines(7),
        help_text=_(
            "Comme vous la raconteriez : ce qu’on y fait, comment une séance se passe, ce qu’il faut apporter."
        ),
    )
    domain = forms.ChoiceField(label=_("Domaine"), choices=Domain.choices)
    keywords = forms.CharField(
        label=_("Mots pour la trouver"),
        required=False,
        max_length=240,
        help_text=_("D’autres mots que les familles taperaient : « ping-pong » pour du tennis de table."),
    )


class PublicForm(SectionForm):
    facts = ("audiences", "age_min", "age_max", "levels", "pillars")

    audiences = several(_("Pour qui"), Public.choices)
    age_min = forms.IntegerField(label=_("À partir de (ans)"), required=False, min_value=YOUNGEST, max_value=OLDEST)
    age_max = forms.IntegerField(label=_("Jusqu’à (ans)"), required=False, min_value=YOUNGEST, max_value=OLDEST)
    levels = several(_("Niveaux scolaires"), SchoolLevel.choices, help_text=_("Pour une offre aux classes."))
    pillars = several(_("Parcours artistique et culturel"), Pillar.choices)

    def clean(self) -> dict[str, Any]:
        first, last = self.cleaned_data.get("age_min"), self.cleaned_data.get("age_max")
        if first is not None and last is not None and last < first:
            self.add_error("age_max", gettext("L’âge le plus grand doit être au-dessus du plus petit."))
        return self.cleaned_data


class PlaceForm(SectionForm):
    facts = ("site", "meeting_point", "starts_on", "ends_on")

    site = forms.ModelChoiceField(
        label=_("Lieu"), queryset=Site.objects.none(), required=False, empty_label=_("Pas un lieu de cette liste")
    )
    meeting_point = forms.CharField(
        label=_("Point de rendez-vous"),
        required=False,
        max_length=200,
        help_text=_("Si l’activité n’a pas de lieu fixe, ou pour préciser l’entrée."),
    )
    starts_on = DayField(label=_("Premier jour"), required=True)
    ends_on = DayField(label=_("Dernier jour"), required=True)

    def __init__(self, data: Any = None, *, activity: Activity) -> None:
        super().__init__(data, activity=activity)
        open_sites = Q(closed_on__isnull=True) | Q(pk=activity.site_id or 0)
        self.fields["site"].queryset = Site.objects.filter(open_sites, commune=activity.commune_id)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        first, last = self.cleaned_data.get("starts_on"), self.cleaned_data.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", gettext("Le dernier jour doit être après le premier."))
        return self.cleaned_data


class PriceForm(SectionForm):
    facts = ("capacity", "staff", "price_rule", "price_words", "has_taster")

    price_rule = forms.ModelChoiceField(
        label=_("Tarif"),
        queryset=PriceRule.objects.none(),
        required=False,
        empty_label=_("Aucun de ces tarifs : je l’écris ci-dessous"),
    )
    price_words = forms.CharField(
        label=_("Précision sur le tarif"),
        required=False,
        max_length=200,
        help_text=_("Par exemple : « licence comprise, dix mois pour payer »."),
    )
    capacity = count(_("Nombre de places"), help_text=_("Laissez vide s’il n’y a pas de limite."))
    staff = count(_("Adultes qui encadrent"))
    has_taster = forms.BooleanField(label=_("Une séance d’essai est possible"), required=False)

    def __init__(self, data: Any = None, *, activity: Activity) -> None:
        super().__init__(data, activity=activity)
        self.fields["price_rule"].queryset = usable_prices(activity)  # type: ignore[attr-defined]


class BookingForm(SectionForm):
    facts = ("booking", "booking_words", "website", "contact_name", "contact_phone", "contact_email")

    booking = forms.ChoiceField(label=_("Inscription"), choices=Booking.choices, widget=forms.RadioSelect)
    booking_words = forms.CharField(
        label=_("Comment s’inscrire"),
        required=False,
        max_length=240,
        help_text=_("Où, quand, avec quels papiers, en une ou deux phrases."),
    )
    contact_name = forms.CharField(
        label=_("Personne à joindre"),
        required=False,
        max_length=120,
        help_text=_("Un nom ou une fonction. Tout le monde le lira."),
    )
    contact_phone = forms.CharField(label=_("Téléphone"), required=False, max_length=40)
    contact_email = forms.EmailField(label=_("Adresse électronique"), required=False)
    website = forms.URLField(label=_("Site web"), required=False, max_length=300, assume_scheme="https")


class AdaptationForm(SectionForm):
    facts = ("adaptation",)

    not_possible = forms.CharField(
        label=_("Ce qui n’est pas possible"),
        required=False,
        max_length=1000,
        widget=lines(3),
        help_text=_("Dites-le franchement : une famille préfère le savoir avant de venir."),
    )
    premises = several(_("Locaux"), Premises.choices)
    sensory = several(_("Bruit, lumière, affluence"), Sensory.choices)
    communication = several(_("Communication"), Communication.choices)
    staff_trained = forms.CharField(
        label=_("Équipe formée"),
        required=False,
        max_length=160,
        help_text=_("Qui, et à quoi. Laissez vide si personne."),
    )
    trained_on = DayField(label=_("Formation suivie le"))
    ratio = forms.CharField(label=_("Encadrement"), required=False, max_length=160)
    material = forms.CharField(label=_("Matériel adapté"), required=False, max_length=200)
    companion_is_free = forms.BooleanField(label=_("L’accompagnant ne paie pas"), required=False)
    has_trial = forms.BooleanField(label=_("Une séance d’essai accompagnée est possible"), required=False)
    is_specialised = forms.BooleanField(
        label=_("Réservé aux personnes en situation de handicap"),
        required=False,
        help_text=_(
            "À cocher seulement si personne d’autre ne peut venir : ce qui est ouvert à tous est montré avant."
        ),
    )
    contact_name = forms.CharField(label=_("Qui appeler pour en parler"), required=False, max_length=120)
    contact_phone = forms.CharField(label=_("Téléphone"), required=False, max_length=40)
    contact_email = forms.EmailField(label=_("Adresse électronique"), required=False)

    def said(self, activity: Activity) -> dict[str, Any]:
        known = adaptation_of(activity) or Adaptation()
        return {name: getattr(known, name) for name in self.base_fields if name != "seen_version"}

    @property
    def chosen(self) -> dict[str, Any]:
        told = {name: value for name, value in self.cleaned_data.items() if name != "seen_version"}
        known = adaptation_of(self.activity)
        return {"adaptation": AdaptationFacts(**told, verified_on=known.verified_on if known else None)}


class ObjectivesForm(SectionForm):
    facts = ("objectives",)

    objectives = forms.ModelMultipleChoiceField(
        label=_("Objectifs servis"),
        queryset=PlanItem.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Un de ces objectifs n’est plus dans le projet.")},
    )

    def __init__(self, data: Any = None, *, activity: Activity) -> None:
        super().__init__(data, activity=activity)
        here = PlanItem.objects.present().of_kind(ItemKind.OPERATIONAL_OBJECTIVE)
        found = here.filter(plan=TerritorialEducationPlan.objects.on_display())
        self.fields["objectives"].queryset = found.order_by("position", "pk")  # type: ignore[attr-defined]

    def said(self, activity: Activity) -> dict[str, Any]:
        return {"objectives": list(activity.objectives.values_list("pk", flat=True))}

    @property
    def chosen(self) -> dict[str, Any]:
        return {"objectives": list(self.cleaned_data["objectives"])}


class NewActivityForm(forms.Form):
    title = forms.CharField(
        label=_("Titre de l’activité"),
        max_length=120,
        help_text=_("Comme on le dirait à un enfant. Le reste vient ensuite, section par section."),
        error_messages={"required": _("Donnez un titre à l’activité.")},
    )
    organisation = OwnerField(label=_("Organisation"))
    domain = forms.ChoiceField(label=_("Domaine"), choices=Domain.choices)
    starts_on = DayField(label=_("Premier jour"), required=True)
    ends_on = DayField(label=_("Dernier jour"), required=True)

    def __init__(self, data: Any = None, *, owners: Sequence[Organisation], initial: dict[str, Any]) -> None:
        first = {"organisation": str(owners[0].pk)} if len(owners) == 1 else {}
        super().__init__(data, initial={**initial, **first})
        self.fields["organisation"] = OwnerField(
            owners,
            label=_("Organisation"),
            required=True,
            error_messages={"required": _("Dites quelle organisation propose l’activité.")},
        )

    def clean(self) -> dict[str, Any]:
        first, last = self.cleaned_data.get("starts_on"), self.cleaned_data.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", gettext("Le dernier jour doit être après le premier."))
        return self.cleaned_data


def usable_prices(activity: Activity) -> Any:
    """Rules of the town and of the organisation that hold while the activity runs, and the one it has."""
    mine = Q(organisation__isnull=True) | Q(organisation=activity.organisation_id)
    holding = Q(valid_to__isnull=True) | Q(valid_to__gte=activity.starts_on)
    found = PriceRule.objects.filter(mine & holding | Q(pk=activity.price_rule_id or 0), commune=activity.commune_id)
    return found.filter(Q(valid_from__lte=activity.ends_on) | Q(pk=activity.price_rule_id or 0)).order_by("name")
