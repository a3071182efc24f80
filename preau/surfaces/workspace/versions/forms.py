"""Forms about versions of the plan."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from preau.surfaces.workspace.forms.fields import DayField, lines
from preau.surfaces.workspace.versions.comparing import DAY, NOW, Sides


class VersionForm(forms.Form):
    name = forms.CharField(
        label=_("Nom de la version"),
        max_length=120,
        help_text=_("Ce que le texte a été ce jour-là : « Relu par les écoles », « Comité de novembre »."),
        error_messages={"required": _("Donnez un nom à cette version.")},
    )
    note = forms.CharField(label=_("Une phrase pour s’en souvenir"), required=False, widget=lines(2))


class ComparisonForm(forms.Form):
    """Which two states: read from the address, so that a comparison can be sent to somebody."""

    gauche = forms.ChoiceField(label=_("Comparer"))
    gauche_le = DayField(label=_("Si c’est un jour donné"))
    droite = forms.ChoiceField(label=_("Avec"))
    droite_le = DayField(label=_("Si c’est un jour donné"))

    def __init__(self, data: Any, *, sides: Sides) -> None:
        usual = {"gauche": sides.usual, "droite": NOW}
        super().__init__({**usual, **{name: data[name] for name in data if data[name]}})
        for name in ("gauche", "droite"):
            self.fields[name].choices = sides.choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        for side in ("gauche", "droite"):
            day = f"{side}_le"
            if self.cleaned_data.get(side) == DAY and not self.cleaned_data.get(day) and day not in self.errors:
                self.add_error(day, _("Choisissez le jour à comparer."))
        return self.cleaned_data
