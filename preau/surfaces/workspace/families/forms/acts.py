"""What an agent decides: a paper checked, a quotient seen or looked up, a mandate taken down."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from preau.people.counter.enums import PaperRefusal
from preau.people.households.enums import Channel, DocumentKind, IdentityPaper, MandateScope
from preau.people.households.lookup import FRANCE, CivilIdentity
from preau.people.households.models import Child, Household
from preau.surfaces.workspace.forms.fields import DayField
from preau.surfaces.workspace.uploads import SCANS

from .countries import COUNTRIES, OTHER

_DESK = (Channel.COUNTER, Channel.PHONE, Channel.PAPER)
_ACCEPTED = ",".join(f".{ending}" for kind in SCANS for ending in kind.endings)


class PaperAcceptanceForm(forms.Form):
    valid_until = DayField(label=_("Valable jusqu’au"), help_text=_("Vide : sans fin."))

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = today

    def clean_valid_until(self) -> date | None:
        until: date | None = self.cleaned_data["valid_until"]
        if until is not None and until < self.today:
            raise forms.ValidationError(gettext("Cette pièce ne serait déjà plus valable : refusez-la plutôt."))
        return until


class PaperRefusalForm(forms.Form):
    cause = forms.ChoiceField(
        label=_("Ce qui ne va pas"),
        choices=[(value, capfirst(label)) for value, label in PaperRefusal.choices],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choisissez ce qui ne va pas : la famille le lira.")},
    )
    words = forms.CharField(
        label=_("Comment la redonner"), required=False, max_length=150, help_text=_("Une phrase, que la famille lira.")
    )

    @property
    def sentence(self) -> str:
        cause = capfirst(str(PaperRefusal(self.cleaned_data["cause"]).label)) + "."
        return f"{cause} {self.cleaned_data['words']}".strip()


class PaperForm(forms.Form):
    """A paper shown or sent to the desk. ``owner`` is « home:<key> » or « child:<key> » of the open file."""

    kind = forms.ChoiceField(
        label=_("Quelle pièce ?"), choices=[(value, capfirst(label)) for value, label in DocumentKind.choices]
    )
    owner = forms.ChoiceField(
        label=_("Pour qui ?"), widget=forms.RadioSelect, error_messages={"required": _("Dites pour qui.")}
    )
    valid_until = DayField(label=_("Valable jusqu’au"), help_text=_("Vide : sans fin."))
    document = forms.FileField(
        label=_("Copie numérisée"),
        required=False,
        help_text=_("Laissez vide : vous l’avez vue, cela suffit, et rien n’est gardé."),
        widget=forms.FileInput(attrs={"accept": _ACCEPTED}),
    )

    def __init__(self, *args: Any, homes: list[Household], children: list[Child], **options: Any) -> None:
        super().__init__(*args, **options)
        self.owners: dict[str, Household | Child] = {f"home:{home.key}": home for home in homes}
        self.owners |= {f"child:{child.key}": child for child in children}
        choices = [(f"home:{home.key}", _("le foyer, %s") % home.address) for home in homes]
        choices += [(f"child:{child.key}", str(child)) for child in children]
        self.fields["owner"].choices = choices  # type: ignore[attr-defined]


class QuotientForm(forms.Form):
    value = forms.IntegerField(
        label=_("Quotient familial"),
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "required": _("Recopiez le nombre de l’attestation."),
            "invalid": _("Un quotient familial est un nombre entier, sans lettre."),
        },
    )
    month = forms.DateField(
        label=_("Mois écrit sur l’attestation"),
        input_formats=["%Y-%m", "%m/%Y", "%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "month"}, format="%Y-%m"),
        error_messages={
            "required": _("Donnez le mois écrit sur l’attestation."),
            "invalid": _("Donnez un mois et une année, comme 11/2026."),
        },
    )


class LookupForm(forms.Form):
    """Who is asked about at the CAF or the MSA. Sent once, never kept."""

    agrees = forms.BooleanField(
        label=_("La personne est d’accord, et le texte lui a été lu"),
        error_messages={"required": _("Sans cet accord, rien n’est demandé : une attestation convient aussi.")},
    )
    birth_name = forms.CharField(
        label=_("Nom de naissance"), max_length=80, error_messages={"required": _("Donnez le nom de naissance.")}
    )
    first_names = forms.CharField(
        label=_("Prénoms"),
        max_length=120,
        help_text=_("Dans l’ordre de la pièce d’identité, séparés par une virgule. Trois au plus."),
        error_messages={"required": _("Donnez au moins un prénom.")},
    )
    sex = forms.ChoiceField(
        label=_("Sexe à l’état civil"),
        choices=[("F", _("féminin")), ("M", _("masculin"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("La CAF et la MSA le demandent.")},
    )
    year = forms.IntegerField(
        label=_("Année de naissance"),
        min_value=1900,
        max_value=2100,
        error_messages={"required": _("Donnez l’année de naissance.")},
    )
    month = forms.IntegerField(label=_("Mois de naissance"), required=False, min_value=1, max_value=12)
    day = forms.IntegerField(
        label=_("Jour de naissance"),
        required=False,
        min_value=1,
        max_value=31,
        help_text=_("Mois et jour restent vides quand la pièce d’identité ne les dit pas."),
    )
    country = forms.ChoiceField(label=_("Pays de naissance"), choices=COUNTRIES)
    country_code = forms.RegexField(
        r"^99\d{3}$",
        label=_("Code du pays"),
        required=False,
        help_text=_("Seulement pour un pays hors de la liste : cinq chiffres, 99…"),
        error_messages={"invalid": _("Cinq chiffres qui commencent par 99.")},
    )
    departement = forms.RegexField(
        r"^(?:\d{2}|2[ABab]|97\d)$",
        label=_("Département de naissance"),
        required=False,
        help_text=_("Deux ou trois signes : 29, 2A, 974."),
        error_messages={"invalid": _("Deux ou trois signes : 29, 2A, 974.")},
    )
    commune_name = forms.CharField(label=_("Commune de naissance"), required=False, max_length=80)

    def clean(self) -> dict[str, Any]:
        kept = super().clean() or {}
        if kept.get("country") == FRANCE:
            for name in ("departement", "commune_name"):
                if not kept.get(name) and name not in self.errors:
                    self.add_error(name, gettext("Nécessaire pour qui est né en France."))
        if kept.get("country") == OTHER and not kept.get("country_code") and "country_code" not in self.errors:
            self.add_error("country_code", gettext("Donnez le code du pays, ou choisissez-le dans la liste."))
        return kept

    @property
    def identity(self) -> CivilIdentity:
        kept = self.cleaned_data
        names = tuple(name.strip() for name in kept["first_names"].split(",") if name.strip())[:3]
        country = kept["country_code"] if kept["country"] == OTHER else kept["country"]
        return CivilIdentity(
            kept["birth_name"].strip(),
            names,
            kept["sex"],
            kept["year"],
            kept["month"] or 0,
            kept["day"] or 0,
            country,
            commune_name=kept["commune_name"],
            departement=kept["departement"].upper(),
        )


class HelpForm(forms.Form):
    """How the person came, how one knows who they are, and what they entrust."""

    channel = forms.ChoiceField(
        label=_("La personne est"),
        choices=[
            (Channel.COUNTER, _("au guichet")),
            (Channel.PHONE, _("au téléphone")),
            (Channel.PAPER, _("représentée par un formulaire qu’elle a signé")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Dites comment la personne s’adresse à vous.")},
    )
    identity = forms.ChoiceField(
        label=_("Comment avez-vous vérifié qui elle est ?"),
        choices=[("", _("Choisir")), *((value, capfirst(label)) for value, label in IdentityPaper.choices)],
        error_messages={"required": _("Dites quelle pièce d’identité vous avez vue.")},
    )


class MandateForm(HelpForm):
    scopes = forms.MultipleChoiceField(
        label=_("Elle vous confie"),
        choices=[(value, capfirst(label)) for value, label in MandateScope.choices],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choisissez au moins une démarche.")},
    )
    until_on = DayField(
        label=_("Jusqu’au"),
        required=True,
        help_text=_("Un an au plus. La personne peut le reprendre quand elle veut."),
        error_messages={"required": _("Donnez le dernier jour.")},
    )
    signed = forms.FileField(
        label=_("Mandat signé, numérisé"),
        required=False,
        help_text=_("Facultatif : l’original signé peut rester au dossier papier."),
        widget=forms.FileInput(attrs={"accept": _ACCEPTED}),
    )
