"""Forms about classes, what receives them, and the requests between the two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from preau.offer.activities.enums import Domain, Pillar, SchoolLevel
from preau.offer.classes.asking import WishFacts
from preau.offer.classes.enums import HalfDay
from preau.offer.classes.groups import GroupFacts, Lived
from preau.offer.classes.models import ClassGroup, ClassOffer, ClassWish
from preau.offer.classes.offers import OfferFacts
from preau.surfaces.workspace.forms.fields import DayField, SeenForm, lines


class PickedField(forms.TypedChoiceField):
    """One of the classes given, read once for the page."""

    def __init__(self, groups: Sequence[ClassGroup] = (), *, empty: Any = "", **options: Any) -> None:
        by_key = {str(each.pk): each for each in groups}
        choices = [("", empty), *((key, each.name) for key, each in by_key.items())]
        super().__init__(choices=choices, coerce=by_key.__getitem__, empty_value=None, **options)


def ticks(label: Any, choices: Any, **options: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=choices, widget=forms.CheckboxSelectMultiple, required=False, **options
    )


class GroupForm(SeenForm):
    name = forms.CharField(
        label=_("Nom de la classe"),
        max_length=80,
        help_text=_("Par exemple : CE1 de Mme Faure, ou Les Coccinelles."),
        error_messages={"required": _("Donnez un nom à cette classe.")},
    )
    levels = ticks(_("Niveaux"), SchoolLevel.choices)
    size = forms.IntegerField(
        label=_("Nombre d’élèves"),
        min_value=1,
        max_value=60,
        error_messages={"required": _("Dites combien d’élèves compte la classe.")},
    )
    follows = PickedField(label=_("Suite de"), required=False)

    def __init__(self, data: Any = None, *, before: Sequence[ClassGroup], group: ClassGroup | None = None) -> None:
        super().__init__(data, initial=self.facts_of(group))
        self.fields["follows"] = PickedField(
            before,
            empty=_("Aucune classe de l’an dernier"),
            label=_("Suite de"),
            required=False,
            help_text=_("Ce que ces élèves ont vécu l’an dernier compte alors pour leur classe de cette année."),
        )
        self.order_fields(["name", "levels", "size", "follows"])

    @staticmethod
    def facts_of(group: ClassGroup | None) -> dict[str, Any]:
        if group is None:
            return {"seen_version": 0}
        kept = {"name": group.name, "levels": group.levels, "size": group.size}
        return kept | {"seen_version": group.version, "follows": str(group.follows_id or "")}

    def clean_levels(self) -> list[str]:
        if not self.cleaned_data["levels"]:
            raise forms.ValidationError(gettext("Cochez au moins un niveau."), code="required")
        return list(self.cleaned_data["levels"])

    @property
    def facts(self) -> GroupFacts:
        kept = self.cleaned_data
        return GroupFacts(kept["name"], kept["levels"], kept["size"], kept["follows"])


class DeclarationForm(forms.Form):
    """Something that the class lived outside of the catalogue."""

    title = forms.CharField(
        label=_("Ce que la classe a vécu"), max_length=120, error_messages={"required": _("Dites ce que c’était.")}
    )
    domain = forms.ChoiceField(label=_("Domaine"), choices=Domain.choices)
    pillars = ticks(_("Piliers"), Pillar.choices)
    hours = forms.DecimalField(
        label=_("Durée en heures"),
        min_value=0.5,
        max_value=200,
        decimal_places=1,
        localize=True,
        error_messages={"required": _("Dites combien d’heures cela a duré, par exemple 2 ou 1,5.")},
    )
    happened_on = DayField(
        label=_("Le jour"), required=True, error_messages={"required": _("Dites quel jour c’était.")}
    )

    @property
    def lived(self) -> Lived:
        kept = self.cleaned_data
        return Lived(kept["title"], kept["domain"], kept["pillars"], kept["hours"], kept["happened_on"])


class AskForm(forms.Form):
    group = PickedField(label=_("Classe"), error_messages={"required": _("Choisissez la classe.")})
    times = ticks(_("Moments possibles"), HalfDay.choices, help_text=_("Aucune case cochée : tous conviennent."))
    adults = forms.IntegerField(
        label=_("Adultes présents avec la classe"),
        min_value=1,
        max_value=20,
        help_text=_("Vous compris."),
        error_messages={"required": _("Dites combien d’adultes seront là.")},
    )
    needs = forms.CharField(
        label=_("Ce qu’il faut prévoir"),
        required=False,
        max_length=600,
        widget=lines(3),
        help_text=_("Par exemple : une place pour un fauteuil, un endroit calme. Ne nommez aucun enfant."),
    )
    words = forms.CharField(label=_("Pourquoi cette activité"), required=False, max_length=600, widget=lines(3))
    rank = forms.IntegerField(
        label=_("Rang parmi les souhaits de cette classe"),
        min_value=1,
        max_value=20,
        help_text=_("1 pour celle que vous préférez. Il ne sert qu’à départager deux classes à égalité."),
        error_messages={"required": _("Donnez un rang, 1 pour celle que vous préférez.")},
    )

    def __init__(
        self, data: Any = None, *, groups: Sequence[ClassGroup], offer: ClassOffer, wish: ClassWish | None = None
    ) -> None:
        super().__init__(data, initial=self.facts_of(wish, offer, groups))
        if wish is None:
            self.fields["group"] = PickedField(
                groups,
                empty=_("Choisir"),
                label=_("Classe"),
                error_messages={"required": _("Choisissez la classe.")},
            )
        else:
            del self.fields["group"]
        self.order_fields(["group", "times", "adults", "needs", "words", "rank"])

    @staticmethod
    def facts_of(wish: ClassWish | None, offer: ClassOffer, groups: Sequence[ClassGroup]) -> dict[str, Any]:
        if wish is None:
            only = str(groups[0].pk) if len(groups) == 1 else ""
            return {"group": only, "adults": max(1, offer.adults), "rank": 1}
        return {
            "times": wish.times,
            "adults": wish.adults,
            "needs": wish.needs,
            "words": wish.words,
            "rank": wish.rank,
        }

    @property
    def facts(self) -> WishFacts:
        kept = self.cleaned_data
        return WishFacts(kept["times"], kept["needs"], kept["adults"], kept["words"], kept["rank"])


class OfferForm(SeenForm):
    seats = forms.IntegerField(
        label=_("Classes accueillies dans l’année"),
        min_value=1,
        max_value=500,
        error_messages={"required": _("Dites combien de classes vous pouvez accueillir.")},
    )
    hours = forms.DecimalField(
        label=_("Heures vécues par une classe"),
        min_value=0.5,
        max_value=200,
        decimal_places=1,
        localize=True,
        help_text=_("Toutes séances comprises, par exemple 6 ou 1,5."),
        error_messages={"required": _("Dites combien d’heures une classe y passe.")},
    )
    largest_group = forms.IntegerField(
        label=_("Élèves par groupe, au plus"), min_value=1, max_value=200, required=False
    )
    adults = forms.IntegerField(
        label=_("Adultes qui accompagnent, au moins"), min_value=0, max_value=20, required=False
    )
    opens_on = DayField(
        label=_("Demandes à partir du"), required=True, error_messages={"required": _("Donnez le premier jour.")}
    )
    closes_on = DayField(
        label=_("Demandes jusqu’au"), required=True, error_messages={"required": _("Donnez le dernier jour.")}
    )
    practical = forms.CharField(
        label=_("À savoir pour venir"),
        required=False,
        max_length=1000,
        widget=lines(4),
        help_text=_("Transport, tenue, goûter, accès en fauteuil…"),
    )

    def __init__(self, data: Any = None, *, offer: ClassOffer | None = None) -> None:
        super().__init__(data, initial=self.facts_of(offer))

    @staticmethod
    def facts_of(offer: ClassOffer | None) -> dict[str, Any]:
        if offer is None:
            return {"seen_version": 0, "adults": 2}
        names = ("seats", "hours", "largest_group", "adults", "opens_on", "closes_on", "practical")
        return {"seen_version": offer.version, **{name: getattr(offer, name) for name in names}}

    def clean(self) -> dict[str, Any]:
        kept = self.cleaned_data
        if kept.get("opens_on") and kept.get("closes_on") and kept["closes_on"] < kept["opens_on"]:
            self.add_error("closes_on", gettext("La fin vient avant le début."))
        return kept

    @property
    def facts(self) -> OfferFacts:
        kept = self.cleaned_data
        return OfferFacts(
            kept["seats"],
            kept["largest_group"],
            kept["adults"] or 0,
            kept["hours"],
            kept["opens_on"],
            kept["closes_on"],
            kept["practical"],
        )


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Pourquoi"),
        max_length=300,
        widget=lines(3),
        error_messages={"required": _("Dites pourquoi en une phrase : la classe la lira.")},
    )


class AcceptForm(forms.Form):
    """``out_of_turn`` is asked only where another class comes first."""

    planned_on = DayField(label=_("Date convenue"), help_text=_("Laissez vide si vous en conviendrez plus tard."))
    out_of_turn = forms.CharField(
        label=_("Pourquoi avant les autres"),
        max_length=300,
        widget=lines(2),
        error_messages={"required": _("Dites pourquoi cette classe passe avant : la raison reste écrite.")},
    )

    def __init__(self, data: Any = None, *, is_first: bool) -> None:
        super().__init__(data)
        if is_first:
            del self.fields["out_of_turn"]


class ComingForm(forms.Form):
    happened_on = DayField(
        label=_("La classe est venue le"), required=True, error_messages={"required": _("Donnez le jour de la venue.")}
    )
