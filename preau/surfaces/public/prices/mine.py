"""« Mon prix »: what a family says in the address, and what it would pay. No account, no cookie, no trace."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.http import HttpResponse, QueryDict
from django.utils.translation import gettext_lazy as _

from preau.offer.prices.models import PriceRule
from preau.offer.prices.rules import Aid, Household, Quote, Terms, price, terms_of, words

ASKED = ("quotient", "enfants", "commune", "aides")
_HIGHEST_QUOTIENT = 99_999
_BLANKS = {ord(blank): None for blank in " \u00a0\u202f€"}


class QuotientField(forms.IntegerField):
    """A whole number; the cents that some letters of the Caf print are dropped, as the Caf itself does."""

    def to_python(self, value: Any) -> int | None:
        if isinstance(value, str):
            value = value.translate(_BLANKS).replace(",", ".").split(".")[0]
        return super().to_python(value)


class MineForm(forms.Form):
    """Asks only what changes this price. The names are those of the address: ``?quotient=650&enfants=2``."""

    quotient = QuotientField(
        label=_("Votre quotient familial"),
        required=False,
        min_value=0,
        max_value=_HIGHEST_QUOTIENT,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        help_text=_("Il est écrit sur votre espace Caf ou MSA. Laissez vide si vous ne voulez pas le dire."),
        error_messages={
            "invalid": _("Écrivez un nombre, comme 650."),
            "min_value": _("Un quotient ne peut pas être négatif."),
            "max_value": _("Ce quotient est trop grand : vérifiez le nombre de chiffres."),
        },
    )
    enfants = forms.TypedChoiceField(
        label=_("Vos enfants inscrits, avec celui-ci"),
        required=False,
        coerce=int,
        empty_value=None,
        choices=[(str(n), str(n)) for n in range(1, 7)],
        error_messages={"invalid_choice": _("Choisissez de 1 à 6 enfants.")},
    )
    commune = forms.ChoiceField(
        label=_("Vous habitez la commune"),
        required=False,
        choices=[("oui", _("oui")), ("non", _("non"))],
        error_messages={"invalid_choice": _("Répondez oui ou non.")},
    )
    aides = forms.MultipleChoiceField(
        label=_("Les aides auxquelles vous avez droit"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Cette aide n’est pas déduite de ce prix aujourd’hui.")},
    )

    def __init__(self, data: Any, terms: Terms, aids: tuple[Aid, ...]) -> None:
        super().__init__(data, initial={"enfants": "1", "commune": "oui"}, auto_id="mon-%s")
        self.aids = {aid.name: aid for aid in aids}
        kinds = self.fields["aides"]
        assert isinstance(kinds, forms.MultipleChoiceField)  # noqa: S101
        kinds.choices = [(name, name) for name in self.aids]
        for name, is_asked in (
            ("quotient", terms.asks_quotient),
            ("enfants", bool(terms.siblings)),
            ("commune", terms.outsiders is not None),
            ("aides", bool(aids)),
        ):
            if not is_asked:
                del self.fields[name]

    @property
    def household(self) -> Household:
        kept = self.cleaned_data
        return Household(
            quotient=kept.get("quotient"),
            is_resident=kept.get("commune") != "non",
            siblings=(kept.get("enfants") or 1) - 1,
            aids=tuple(self.aids[name] for name in kept.get("aides", ())),
        )


@dataclass(frozen=True, slots=True)
class Mine:
    """What ``public/prices/mine.html`` shows. ``quote`` is there once the family answered, or has nothing to say."""

    rule: PriceRule
    words: str
    form: MineForm
    quote: Quote | None
    is_asked: bool


def my_price(asked: QueryDict, rule: PriceRule, on: date) -> Mine:
    """``rule`` is the one in force (``prices.queries.in_force``). No query, nothing written."""
    terms = terms_of(rule)
    is_asked = any(name in asked for name in ASKED)
    form = MineForm(asked if is_asked else None, terms, terms.aids_on(on))
    quote = None
    if not form.fields:
        quote = price(terms, Household(None))
    elif is_asked and form.is_valid():
        quote = price(terms, form.household)
    return Mine(rule, words(terms, rule.unit), form, quote, is_asked)


def keep_private[R: HttpResponse](response: R, mine: Mine | None) -> R:
    """An address that says a family's quotient is stored by no cache and told to no other site."""
    if mine is not None and mine.is_asked:
        response.headers["Cache-Control"] = "private, no-store"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["X-Robots-Tag"] = "noindex"
    return response
