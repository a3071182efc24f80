"""What the desk types once families have their answers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from preau.offer.campaigns.enums import AppealGround, AppealKind, AppealResult, OverrideReason, Seat
from preau.offer.campaigns.models import CampaignOffer
from preau.offer.campaigns.telling import name_of
from preau.people.households.models import Adult
from preau.surfaces.workspace.forms.fields import DayField


class OverrideForm(forms.Form):
    offer = forms.ChoiceField(label=_("Activité"))
    reason = forms.ChoiceField(
        label=_("Motif, dans la liste publiée"),
        choices=[(value, capfirst(label)) for value, label in OverrideReason.choices],
        widget=forms.RadioSelect,
    )
    seat = forms.ChoiceField(
        label=_("Ce qui est donné"),
        choices=[(value, capfirst(label)) for value, label in Seat.choices],
        widget=forms.RadioSelect,
        initial=Seat.EXTRA,
        help_text=_("Dans les deux cas, aucun enfant ne perd sa place."),
    )
    rank = forms.IntegerField(
        label=_("Rang sur la liste d’attente"),
        min_value=1,
        max_value=9999,
        required=False,
        help_text=_("Le rang 1 reçoit la prochaine place libérée. Vide si vous donnez une place de plus."),
    )
    words = forms.CharField(
        label=_("Ce qui le justifie"),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=4000,
        help_text=_("Lu par la deuxième personne avant de signer. Ni publié, ni envoyé."),
    )

    def __init__(
        self, *args: Any, offers: Mapping[str, CampaignOffer], ranks: Mapping[str, int], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        field = self.fields["offer"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101
        field.choices = [(pk, _named(each, ranks[pk])) for pk, each in offers.items()]

    def clean(self) -> dict[str, Any]:
        typed = self.cleaned_data
        if typed.get("seat") == Seat.RANK and not typed.get("rank") and "rank" not in self.errors:
            self.add_error("rank", gettext("Donnez le rang."))
        return typed


class ClosingForm(forms.Form):
    why = forms.CharField(
        label=_("Pourquoi"),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Nécessaire pour refuser."),
    )


class AppealForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("Devant qui"),
        choices=[(value, capfirst(label)) for value, label in AppealKind.choices],
        widget=forms.RadioSelect,
        initial=AppealKind.REVIEW,
    )
    asked_by = forms.ChoiceField(
        label=_("De la part de"), required=False, help_text=_("Pour un nouvel examen par la ville.")
    )
    ground = forms.ChoiceField(
        label=_("Ce qui ne va pas"),
        choices=[("", "—"), *((value, capfirst(label)) for value, label in AppealGround.choices)],
        required=False,
    )
    words = forms.CharField(
        label=_("Ce qui est dit ou écrit"),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=8000,
        help_text=_("Avec les mots de la personne. Relisez-les avec elle."),
    )
    received_on = DayField(
        label=_("Reçu le"), required=True, error_messages={"required": _("Donnez le jour de réception.")}
    )
    due_on = DayField(
        label=_("Réponse attendue le"),
        required=False,
        help_text=_("Seulement pour le Défenseur des droits et le tribunal ; la ville a deux mois pour les siens."),
    )

    def __init__(self, data: QueryDict | None, *, people: Mapping[str, Adult], today: date) -> None:
        super().__init__(data, initial={"kind": AppealKind.REVIEW, "received_on": today})
        field = self.fields["asked_by"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101
        field.choices = [(key, str(adult)) for key, adult in people.items()]

    def clean(self) -> dict[str, Any]:
        typed = self.cleaned_data
        if typed.get("kind") == AppealKind.REVIEW:
            for name, said in (
                ("asked_by", gettext("Dites qui demande ce nouvel examen.")),
                ("ground", gettext("Choisissez ce qui ne va pas.")),
            ):
                if not typed.get(name) and name not in self.errors:
                    self.add_error(name, said)
        elif typed.get("kind") and not typed.get("due_on") and "due_on" not in self.errors:
            self.add_error("due_on", gettext("Donnez le jour que la lettre indique."))
        return typed


class AnswerForm(forms.Form):
    result = forms.ChoiceField(
        label=_("La décision"),
        choices=[(value, capfirst(label)) for value, label in AppealResult.choices],
        widget=forms.RadioSelect,
    )
    outcome = forms.CharField(
        label=_("Réponse à la famille"),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=8000,
        help_text=_(
            "Ce que vous avez relu, ce que vous avez trouvé, ce qui se passe maintenant. Elle la lira telle quelle."
        ),
    )


def _named(offer: CampaignOffer, rank: int) -> str:
    if not rank:
        return name_of(offer)
    return gettext("%(name)s, rang %(rank)d sur la liste") % {"name": name_of(offer), "rank": rank}
