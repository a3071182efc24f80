"""What the gallery shows: sample content, none of it from the database."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from preau.foundation.design.gallery_charts import charts, small_charts
from preau.foundation.design.gallery_maps import maps


class ExampleForm(forms.Form):
    title = forms.CharField(label=gettext_lazy("Titre"), help_text=gettext_lazy("Une phrase courte, avec un verbe."))
    email = forms.EmailField(label=gettext_lazy("Adresse électronique"), required=False)
    due_on = forms.DateField(
        label=gettext_lazy("Échéance"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Nature"), choices=[("school", gettext_lazy("école")), ("other", gettext_lazy("autre"))]
    )
    note = forms.CharField(label=gettext_lazy("Note libre"), required=False, widget=forms.Textarea(attrs={"rows": 3}))


def examples() -> dict[str, Any]:
    return {
        "axes": range(1, 9),
        "tones": [
            ("", "information-circle"),
            ("good", "check-circle"),
            ("warn", "exclamation-triangle"),
            ("stop", "x-circle"),
        ],
        "colours": ["ground", "paper", "sunk", "ink", "soft", "line", "edge", "accent", "good", "warn", "stop"],
        "icons": [
            "home",
            "rectangle-stack",
            "question-mark-circle",
            "chat-bubble-left-right",
            "arrow-up-tray",
            "chart-bar",
        ],
        "long_name": _("Direction de la petite enfance, de l’éducation, de la jeunesse et de la réussite de tous"),
        "maps": maps(),
        "charts": charts(),
        "small_charts": small_charts(),
        "rows": [(number, _("Une ligne parmi beaucoup d’autres")) for number in range(1, 501)],
    }
