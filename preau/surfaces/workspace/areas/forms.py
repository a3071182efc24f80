from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from preau.surfaces.workspace.forms.fields import DayField
from preau.town.areas.distance import Pace


class PaceForm(forms.Form):
    """From a day on, how people of an age walk. What was true before stays true for before."""

    age_under = forms.IntegerField(
        label=_("Pour les moins de… (en années)"),
        required=False,
        min_value=1,
        max_value=99,
        help_text=_("Laissez vide pour tous les autres âges."),
    )
    km_per_hour = forms.DecimalField(
        label=_("Vitesse, en km/h"),
        min_value=1,
        max_value=9,
        decimal_places=1,
        localize=True,
        help_text=_("Un enfant de moins de 6 ans marche à 3 ou 3,5 km/h, un adulte à 4,5 km/h."),
    )
    detour = forms.DecimalField(
        label=_("Allongement par les rues"),
        min_value=1,
        max_value=3,
        decimal_places=2,
        localize=True,
        initial="1,3",
        help_text=_("1,3 veut dire : 1,3 km à pied pour 1 km à vol d’oiseau."),
    )
    valid_from = DayField(label=_("À partir du"), required=True)
    source = forms.CharField(
        label=_("D’où vient ce choix"),
        max_length=200,
        help_text=_("Une marche exploratoire, une étude, une décision : pour qu’on puisse le comprendre plus tard."),
    )

    @property
    def pace(self) -> Pace:
        told = self.cleaned_data
        return Pace(
            valid_from=told["valid_from"],
            age_under=told["age_under"],
            km_per_hour=float(told["km_per_hour"]),
            detour=float(told["detour"]),
            source=told["source"],
        )
