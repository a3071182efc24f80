from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from preau.offer.providers.declaring import PaperFacts
from preau.offer.providers.enums import DelayKind, JoinRefusal, PaperKind
from preau.offer.providers.papers import RULES
from preau.people.organisations.models import Organisation
from preau.surfaces.workspace.forms.fields import DayField, lines


class AcceptanceForm(forms.Form):
    """Nothing chosen: a new partner is made."""

    def __init__(self, data: Any = None, *, organisations: Sequence[Organisation], likely: Organisation | None) -> None:
        super().__init__(data, initial={"organisation": str(likely.pk) if likely else ""})
        by_key = {str(each.pk): each for each in organisations}
        self.fields["organisation"] = forms.TypedChoiceField(
            label=_("Organisation déjà connue"),
            choices=[("", _("Aucune : la créer")), *((key, each.name) for key, each in by_key.items())],
            coerce=by_key.__getitem__,
            empty_value=None,
            required=False,
            help_text=_("Choisissez-la si elle est déjà partenaire ; sinon, elle sera créée sous le nom demandé."),
        )


class RefusalForm(forms.Form):
    cause = forms.ChoiceField(
        label=_("Motif du refus"),
        choices=JoinRefusal.choices,
        widget=forms.RadioSelect,
        help_text=_("La liste que la page de demande montre à tout le monde."),
        error_messages={"required": _("Choisissez un motif de la liste.")},
    )
    answer = forms.CharField(
        label=_("Vos mots"),
        max_length=2000,
        widget=lines(4),
        help_text=_("Ils partent par courriel à la personne qui a fait la demande."),
        error_messages={"required": _("Expliquez en une phrase : la personne doit comprendre.")},
    )


class PaperForm(forms.Form):
    reference = forms.CharField(
        label=_("Référence de la pièce"),
        required=False,
        max_length=120,
        help_text=_("Un numéro ou le nom de l’assureur, jamais celui d’une personne."),
    )
    declared_on = DayField(
        label=_("En date du"), required=True, error_messages={"required": _("Donnez la date de la pièce.")}
    )
    valid_until = DayField(label=_("Valable jusqu’au"))
    is_true = forms.BooleanField(
        label=_("Je certifie que toutes les personnes qui encadrent ont été contrôlées, sans empêchement."),
        error_messages={"required": _("Sans cette certitude, la pièce ne peut pas être déclarée.")},
    )

    def __init__(self, data: Any = None, *, kind: PaperKind) -> None:
        super().__init__(data)
        self.kind, rule = kind, RULES[kind]
        if kind != PaperKind.HONOUR:
            del self.fields["is_true"]
        if kind in (PaperKind.HONOUR, PaperKind.REPUBLICAN):
            del self.fields["reference"]
        if not rule.has_end:
            del self.fields["valid_until"]
        elif rule.months is None:
            self.fields["valid_until"].required = True

    @property
    def facts(self) -> PaperFacts:
        kept = self.cleaned_data
        return PaperFacts(self.kind, kept["declared_on"], kept.get("valid_until"), kept.get("reference", ""))


class CheckForm(forms.Form):
    remark = forms.CharField(
        label=_("Ce qui ne va pas"),
        max_length=240,
        help_text=_("L’organisation le lira. Pas de nom."),
        error_messages={"required": _("Dites ce qui ne va pas.")},
    )


class DelayForm(forms.Form):
    kind = forms.ChoiceField(label=_("Délai à changer"), choices=DelayKind.choices, widget=forms.RadioSelect)
    steps = forms.CharField(
        label=_("Nouvelle valeur"),
        max_length=40,
        help_text=_("Un nombre ; pour des rappels, plusieurs nombres séparés par des virgules : 60, 30, 7."),
    )
    valid_from = DayField(label=_("À partir du"), required=True)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, initial={"valid_from": timezone.localdate()})

    def clean_steps(self) -> list[int]:
        parts = [part.strip() for part in self.cleaned_data["steps"].replace(";", ",").split(",") if part.strip()]
        if not parts or not all(part.isdecimal() and len(part) < 5 for part in parts):
            raise forms.ValidationError(gettext("Écrivez des nombres entiers, séparés par des virgules."))
        return [int(part) for part in parts]
