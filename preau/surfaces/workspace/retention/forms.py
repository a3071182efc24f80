from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class TermForm(forms.Form):
    months = forms.IntegerField(
        label=_("Durée en mois"),
        min_value=1,
        max_value=1200,
        error_messages={
            "required": _("Donnez un nombre de mois."),
            "invalid": _("Donnez un nombre de mois."),
            "min_value": _("Un mois au moins."),
            "max_value": _("Cent ans au plus."),
        },
    )
    text = forms.CharField(
        label=_("Fondée sur"),
        max_length=240,
        help_text=_("Avis du délégué, visa des archives départementales, délibération : ce qu’on relira un jour."),
        error_messages={"required": _("Dites sur quoi repose cette durée.")},
    )


class BecauseForm(forms.Form):
    because = forms.CharField(
        label=_("Raison, que la famille lira"),
        max_length=240,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Donnez la raison : la famille la lira.")},
    )
