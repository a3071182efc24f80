from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from preau.foundation.design.templatetags.preau_design import typo
from preau.offer.allocation import Kind, Order
from preau.offer.campaigns.criteria import allowed
from preau.offer.campaigns.enums import LegalProfile
from preau.offer.campaigns.models import AllocationCampaign, CampaignOffer
from preau.offer.campaigns.models.offer import KINDS, ORDERS
from preau.offer.campaigns.preparing import ReserveFacts, RuleFacts
from preau.offer.campaigns.reserving import INCLUSION


class MomentField(forms.DateTimeField):
    """A day and an hour, typed in the browser's own field."""

    def __init__(self, **options: Any) -> None:
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        super().__init__(widget=widget, **options)


class CampaignForm(forms.Form):
    title = forms.CharField(label=_("Titre de la campagne"), max_length=120)
    summary = forms.CharField(label=_("En quelques mots"), widget=forms.Textarea, required=False, max_length=2000)
    school_year = forms.IntegerField(label=_("Rentrée de"), min_value=2020, max_value=2100)
    legal_profile = forms.ChoiceField(label=_("Service"), choices=LegalProfile.choices)
    opens_at = MomentField(label=_("Ouverture des vœux"))
    closes_at = MomentField(label=_("Clôture des vœux"), help_text=_("Quatorze jours au moins après l’ouverture."))
    contact = forms.CharField(label=_("Qui joindre"), max_length=200, required=False)


class RuleForm(forms.Form):
    """One class of priority. Left empty, it is not one."""

    label = forms.CharField(label=_("En clair"), max_length=160, required=False)
    criteria = forms.MultipleChoiceField(
        label=_("Enfants qui…"), widget=forms.CheckboxSelectMultiple, required=False, choices=[]
    )
    legal_basis = forms.CharField(label=_("Fondement"), max_length=240, required=False)

    def __init__(self, *args: Any, campaign: AllocationCampaign, **options: Any) -> None:
        super().__init__(*args, **options)
        criteria = self.fields["criteria"]
        assert isinstance(criteria, forms.MultipleChoiceField)  # noqa: S101
        criteria.choices = [(code, known.words) for code, known in allowed(campaign.legal_profile).items()]

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("criteria") and not self.cleaned_data.get("label"):
            self.add_error("label", _("Dites en clair de quels enfants il s’agit."))
        return self.cleaned_data

    @property
    def facts(self) -> RuleFacts | None:
        kept = self.cleaned_data
        return RuleFacts(kept["label"], tuple(kept["criteria"]), kept["legal_basis"]) if kept["label"] else None


class OfferForm(forms.Form):
    unit = forms.ChoiceField(label=_("Groupe"))
    seats = forms.IntegerField(label=_("Places données par la campagne"), min_value=1, max_value=999)

    def __init__(self, data: Any, choices: list[tuple[str, str]]) -> None:
        super().__init__(data)
        unit = self.fields["unit"]
        assert isinstance(unit, forms.ChoiceField)  # noqa: S101
        unit.choices = choices


class SeatsForm(forms.Form):
    seats = forms.IntegerField(label=_("Places données par la campagne"), min_value=1, max_value=999)
    beside = forms.CharField(
        label=_("À côté de (facultatif)"),
        max_length=40,
        required=False,
        help_text=_("Le même mot pour deux groupes au même endroit et à la même heure : une fratrie y est ensemble."),
    )


class ReserveForm(forms.Form):
    """Seats kept for some children. Without a criterion, it is none. For inclusion, hours of staff say how many."""

    criterion = forms.ChoiceField(label=_("Pour les enfants qui…"), required=False, choices=[])
    seats = forms.IntegerField(label=_("Places réservées"), min_value=1, max_value=999, required=False)
    hours = forms.DecimalField(
        label=_("Heures d’accompagnement par semaine"),
        min_value=0,
        max_value=400,
        decimal_places=2,
        required=False,
        help_text=_("Pour l’accompagnement seulement : ces heures disent combien d’enfants peuvent être accueillis."),
    )
    kind = forms.ChoiceField(label=_("Si une place réservée reste libre"), choices=KINDS, initial=Kind.SOFT)
    order = forms.ChoiceField(
        label=_("Quand elles sont données"),
        choices=ORDERS,
        initial=Order.AFTER,
        help_text=_("Données après les autres, elles aident davantage ceux pour qui elles sont gardées."),
    )

    def __init__(self, *args: Any, campaign: AllocationCampaign, **options: Any) -> None:
        super().__init__(*args, **options)
        criterion = self.fields["criterion"]
        assert isinstance(criterion, forms.ChoiceField)  # noqa: S101
        criterion.choices = [("", _("aucune réserve"))] + [
            (code, known.words) for code, known in allowed(campaign.legal_profile).items()
        ]

    def clean(self) -> dict[str, Any]:
        kept = self.cleaned_data
        if kept.get("criterion") == INCLUSION and "hours" in kept and not kept["hours"]:
            self.add_error("hours", _("Dites combien d’heures d’accompagnement l’équipe a prévues."))
        elif kept.get("criterion") and kept["criterion"] != INCLUSION and "seats" in kept and not kept["seats"]:
            self.add_error("seats", _("Dites combien de places sont gardées."))
        return kept

    @property
    def facts(self) -> ReserveFacts | None:
        kept = self.cleaned_data
        if not kept["criterion"]:
            return None
        is_staffed = kept["criterion"] == INCLUSION
        minutes = round(kept["hours"] * 60) if is_staffed else None
        seats = 0 if is_staffed else kept["seats"]
        return ReserveFacts(kept["criterion"], seats, minutes, Kind(kept["kind"]), Order(kept["order"]))


class BundleForm(forms.Form):
    label = forms.CharField(label=_("Nom, lu par les familles"), max_length=120)
    offers = forms.MultipleChoiceField(label=_("Groupes demandés ensemble"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, data: Any, choices: list[tuple[str, str]]) -> None:
        super().__init__(data)
        offers = self.fields["offers"]
        assert isinstance(offers, forms.MultipleChoiceField)  # noqa: S101
        offers.choices = choices


class WaysForm(forms.Form):
    first_activity_first = forms.BooleanField(
        label=_("Une première activité pour chacun d’abord"),
        required=False,
        help_text=_(
            "Personne ne reçoit une deuxième activité avant que chaque enfant ait eu la chance d’une première."
        ),
    )
    second_round = forms.BooleanField(
        label=_("Un second tour avec les places rendues"),
        required=False,
        help_text=_(
            "Les places rendues attendent que tous aient répondu, puis sont données par le même tirage : chacun garde"
            " sa place ou obtient un vœu préféré. Sans second tour, elles vont aussitôt à l’enfant suivant."
        ),
    )
    travel_minutes = forms.IntegerField(
        label=_("Minutes de trajet entre deux lieux"),
        min_value=0,
        max_value=240,
        help_text=_("Deux activités trop proches dans le temps ne sont pas données au même enfant."),
    )
    low_quotient = forms.IntegerField(
        label=_("Quotient familial bas, jusqu’à (euros par mois)"),
        min_value=0,
        max_value=10_000,
        help_text=_("Ne compte que si une règle ou une réserve s’en sert."),
    )


class StepForm(forms.Form):
    """Nothing to type."""


class AdoptForm(StepForm):
    resolution_number = forms.CharField(label=_("Numéro de la délibération"), max_length=60)
    resolution_on = forms.DateField(
        label=_("Votée le"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    officer_opinion = forms.CharField(
        label=_("Avis du délégué à la protection des données"), widget=forms.Textarea, max_length=4000
    )


class AnnounceForm(StepForm):
    public_source = forms.CharField(
        label=_("Nombre public qui complétera le tirage"),
        max_length=200,
        help_text=_("Un nombre que la ville ne choisit pas et qui n’existe pas encore : un tirage national à venir."),
    )


class DecideForm(StepForm):
    public_number = forms.CharField(label=_("Nombre public, tel qu’il est sorti"), max_length=120)


class CancelForm(StepForm):
    reason = forms.CharField(label=_("Raison, lue par les familles"), max_length=400)


STEP_FORMS: dict[str, type[StepForm]] = {
    "adopt": AdoptForm,
    "announce": AnnounceForm,
    "decide": DecideForm,
    "cancel": CancelForm,
}


class AccompanimentForm(forms.Form):
    """Groups that a child asks for; ticked: it comes there with somebody."""

    offers = forms.MultipleChoiceField(
        label=_("L’équipe accompagne l’enfant à"),
        help_text=_("Rien de coché : aucun accompagnement n’est décidé."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        choices=[],
    )

    def __init__(self, data: Any = None, *, offers: Sequence[CampaignOffer], noted: Sequence[CampaignOffer]) -> None:
        super().__init__(data, initial={"offers": [str(each.pk) for each in noted]})
        self.known = {str(each.pk): each for each in offers}
        field = self.fields["offers"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101
        field.choices = [
            (pk, typo(f"{each.unit.activity.title}, {each.unit.label}")) for pk, each in self.known.items()
        ]

    @property
    def chosen(self) -> list[CampaignOffer]:
        return [self.known[pk] for pk in self.cleaned_data["offers"]]
