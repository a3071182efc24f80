"""What one chooses, writes and types."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from preau.foundation.schoolyears import school_year_of, year_name
from preau.observatory.indicators.choosing import OwnWords
from preau.observatory.indicators.entering import Typed, parts_of
from preau.observatory.indicators.enums import Direction, Status, Unit
from preau.observatory.indicators.models import Indicator
from preau.people.files.enums import DOCUMENTS
from preau.people.files.rules import accepted_endings
from preau.people.organisations.models import Organisation
from preau.surfaces.workspace.forms.fields import DayField, OwnerField, lines

_YEARS_BACK = 5


class ChoiceForm(forms.Form):
    code = forms.CharField(max_length=24, widget=forms.HiddenInput)


class OwnForm(forms.Form):
    own_title = forms.CharField(
        label=_("Ce que vous regardez"),
        max_length=160,
        help_text=_("Comme on le dirait à une réunion : « Jeunes croisés au skatepark le samedi »."),
        error_messages={"required": _("Dites ce que vous regardez.")},
    )
    own_counted = forms.CharField(
        label=_("Ce que l’on compte"),
        max_length=300,
        widget=lines(2),
        error_messages={"required": _("Dites ce que l’on compte, pour que tous comptent pareil.")},
    )
    own_among = forms.CharField(label=_("Parmi combien"), max_length=300, required=False, widget=lines(2))
    own_doubts = forms.CharField(
        label=_("Comment ce chiffre peut tromper"), max_length=400, required=False, widget=lines(2)
    )
    own_unit = forms.ChoiceField(label=_("Unité du chiffre"), initial=Unit.SHARE)
    own_direction = forms.ChoiceField(label=_("Dans quel sens c’est mieux"), initial=Direction.UP)
    own_minutes = forms.IntegerField(
        label=_("Minutes de collecte par an"),
        min_value=0,
        max_value=20000,
        initial=60,
        help_text=_("En tout, toutes personnes comprises. Ce qui coûte plus qu’il n’apprend se laisse."),
    )
    carrier = OwnerField(label=_("Qui le remplit"))

    def __init__(self, data: Any = None, *, owners: list[Organisation]) -> None:
        super().__init__(data)
        self.fields["carrier"] = OwnerField(owners, label=_("Qui le remplit"))
        for name, options in (("own_unit", Unit), ("own_direction", Direction)):
            self.fields[name].choices = [(value, capfirst(str(label))) for value, label in options.choices]  # type: ignore[attr-defined]

    @property
    def words(self) -> OwnWords:
        kept = {name: value for name, value in self.cleaned_data.items() if name.startswith("own_")}
        return OwnWords(**kept)


class ValueForm(forms.Form):
    """Fields follow what the indicator is: a share is typed as two counts, a survey says its answers."""

    part = forms.ChoiceField(label=_("Quel nombre"))
    school_year = forms.TypedChoiceField(label=_("Année scolaire"), coerce=int)
    counted = forms.DecimalField(label=_("Combien"), required=False, min_value=0, decimal_places=2, max_digits=12)
    among = forms.DecimalField(label=_("Parmi combien"), required=False, min_value=0, decimal_places=2, max_digits=12)
    amount = forms.DecimalField(label=_("Le chiffre"), required=False, decimal_places=2, max_digits=12)
    answers = forms.IntegerField(label=_("Réponses reçues"), required=False, min_value=0)
    asked = forms.IntegerField(label=_("Personnes interrogées"), required=False, min_value=1)
    source = forms.CharField(
        label=_("D’où vient ce chiffre"),
        max_length=240,
        error_messages={"required": _("Dites d’où vient ce chiffre : quelqu’un doit pouvoir le retrouver.")},
    )
    known_on = DayField(
        label=_("Date de la source"), required=True, error_messages={"required": _("Donnez la date de la source.")}
    )
    document = forms.FileField(
        label=_("Ce qui le prouve"),
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": accepted_endings(DOCUMENTS)}),
        help_text=_("Un relevé, une décision, un tableau. Aucun nom d’enfant."),
        error_messages={"empty": _("Ce fichier est vide. Vérifiez que vous envoyez le bon fichier.")},
    )
    remark = forms.CharField(label=_("À savoir"), max_length=300, required=False, widget=lines(2))

    def __init__(self, data: Any = None, files: Any = None, *, indicator: Indicator, today: date) -> None:
        super().__init__(data, files)
        self.indicator, self.today = indicator, today
        entry, parts = indicator.entry, parts_of(indicator)
        year = school_year_of(today)
        self.fields["school_year"].choices = [(each, year_name(each)) for each in range(year, year - _YEARS_BACK, -1)]  # type: ignore[attr-defined]
        self.fields["part"].choices = [(key, capfirst(str(words))) for key, words in parts.items()]  # type: ignore[attr-defined]
        is_share = entry.unit == Unit.SHARE and not parts
        dropped = {"part"} if not parts else {"document"}
        dropped |= {"amount"} if is_share else {"counted", "among"}
        if entry.status != Status.SURVEY:
            dropped |= {"answers", "asked"}
        for name in dropped:
            del self.fields[name]
        self._ask(needs_proof=not parts and entry.status in (Status.TYPED, Status.WAITING))
        if is_share:
            self.fields["counted"].help_text = str(entry.counted)
            self.fields["among"].help_text = str(entry.among)

    def _ask(self, *, needs_proof: bool) -> None:
        asked = {
            "counted": gettext("Donnez ce que vous avez compté."),
            "among": gettext("Donnez parmi combien : une part de rien n’est pas une part."),
            "amount": gettext("Donnez le chiffre."),
        }
        if needs_proof:
            asked["document"] = gettext("Joignez ce qui le prouve : sans preuve, ce chiffre ne vaut rien.")
        for name, sentence in asked.items():
            if name in self.fields:
                self.fields[name].required = True
                self.fields[name].error_messages["required"] = sentence

    def clean(self) -> dict[str, Any]:
        kept = self.cleaned_data
        if kept.get("among") == 0:
            self.add_error("among", gettext("Donnez parmi combien : une part de rien n’est pas une part."))
        if (day := kept.get("known_on")) and day > self.today:
            self.add_error("known_on", gettext("Ce jour n’est pas encore venu."))
        if kept.get("answers") and kept.get("asked") and kept["answers"] > kept["asked"]:
            self.add_error("answers", gettext("Il y a plus de réponses que de personnes interrogées."))
        return kept

    @property
    def typed(self) -> Typed:
        names = {name for name in Typed.__slots__ if name in self.cleaned_data}
        return Typed(**{name: self.cleaned_data[name] for name in names})

    @property
    def upload(self) -> tuple[bytes, str] | None:
        sent = self.cleaned_data.get("document")
        return (sent.read(), sent.name) if sent else None


class LeaveForm(forms.Form):
    because = forms.CharField(
        label=_("Pourquoi le laisser ?"),
        max_length=300,
        widget=lines(2),
        error_messages={"required": _("Dites pourquoi, en une phrase.")},
    )
