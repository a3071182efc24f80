"""What the domain refused of a price, told where it can be mended. What was typed stays."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext as _

from preau.foundation.design.templatetags.preau_design import long_date
from preau.offer.prices.errors import (
    AlreadyApplied,
    AlreadyFollowed,
    DatesRefused,
    NameTaken,
    RuleChanged,
    Surprising,
    TermsRefused,
)
from preau.surfaces.workspace.forms.fields import see_again
from preau.surfaces.workspace.prices.forms import PriceSheet

REFUSALS = (AlreadyApplied, AlreadyFollowed, DatesRefused, NameTaken, RuleChanged, Surprising, TermsRefused)


def tell(sheet: PriceSheet, refusal: Exception) -> None:
    match refusal:
        case TermsRefused():
            sheet.refusals = list(refusal.faults)
        case Surprising():
            sheet.surprises = refusal.surprises
        case NameTaken():
            refuse(sheet.form, "name", refusal)
        case DatesRefused():
            refuse(sheet.form, "valid_from", refusal)
        case RuleChanged():
            see_again(sheet.form, refusal.current.version)
            sheet.refusals = [sentence(refusal)]
        case _:
            sheet.refusals = [sentence(refusal)]


def refuse(form: forms.Form, field: str, refusal: Exception) -> None:
    if isinstance(refusal, RuleChanged):
        see_again(form, refusal.current.version)
    form.add_error(field, sentence(refusal))


def sentence(refusal: Exception) -> str:
    match refusal:
        case NameTaken():
            return _("Un autre tarif porte déjà ce nom : préparez sa suite, ou choisissez un autre nom.")
        case DatesRefused():
            told = {"day": long_date(refusal.earliest)}
            return _("Les familles paient déjà le prix en vigueur : choisissez un jour à partir du %(day)s.") % told
        case AlreadyApplied():
            return _("Ce tarif est déjà appliqué : il ne se réécrit pas. Préparez celui qui le suivra.")
        case AlreadyFollowed():
            told = {"day": long_date(refusal.next_rule.valid_from)}
            return _("Un autre tarif prend déjà la suite le %(day)s : c’est lui qu’il faut changer.") % told
        case _:
            return _("Quelqu’un a changé ce tarif pendant que vous écriviez. Relisez-le, puis enregistrez de nouveau.")
