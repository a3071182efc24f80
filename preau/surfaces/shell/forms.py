"""Forms of one's own account."""

from __future__ import annotations

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from preau.people.notices.enums import Frequency, MailLanguage
from preau.people.notices.models import DigestChoice


class MailForm(forms.Form):
    frequency = forms.ChoiceField(
        label=_("Recevoir mes nouvelles par courriel"),
        choices=[(value, capfirst(label)) for value, label in Frequency.choices],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choisissez un rythme."), "invalid_choice": _("Choisissez un rythme.")},
    )
    language = forms.ChoiceField(
        label=_("Langue des courriels"), choices=[(value, capfirst(label)) for value, label in MailLanguage.choices]
    )

    @classmethod
    def of(cls, choice: DigestChoice) -> dict[str, str]:
        """What the person chose, as the form shows it."""
        return {"frequency": choice.frequency, "language": choice.language}

    @property
    def chosen(self) -> tuple[Frequency, MailLanguage]:
        return Frequency(self.cleaned_data["frequency"]), MailLanguage(self.cleaned_data["language"])


class LinkMailForm(forms.Form):
    """Which mail the town already knows, for who comes from FranceConnect the first time."""

    email = forms.EmailField(
        label=_("L’adresse électronique de votre dossier"),
        help_text=_("Celle que vous avez donnée à la ville. Un code y est envoyé."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class LinkCodeForm(forms.Form):
    code = forms.RegexField(
        r"^\s*\d{3}\s?\d{3}\s*$",
        label=_("Le code à six chiffres"),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "maxlength": "9"}),
        error_messages={"invalid": _("Le code compte six chiffres.")},
    )

    def clean_code(self) -> str:
        return "".join(str(self.cleaned_data["code"]).split())
