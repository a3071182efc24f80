from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from preau.offer.campaigns.criteria import KNOWN
from preau.offer.campaigns.models import AllocationCampaign
from preau.offer.laboratory.demands import Invention
from preau.offer.laboratory.enums import StudySource
from preau.offer.laboratory.rulesets import RuleSet
from preau.offer.laboratory.terms import Terms

_NOTHING = ("", "—")
CLASSES = 3
_ORDERS = [
    ("after", _("après les autres : elles aident davantage")),
    ("before", _("avant les autres")),
    ("both", _("moitié avant, moitié après")),
]


class StudyForm(forms.Form):
    """``source``: "synthetic", or the address of a past campaign."""

    title = forms.CharField(label=_("La question que pose cette étude"), max_length=120)
    source = forms.ChoiceField(label=_("D’après quels vœux ?"), widget=forms.RadioSelect)
    children = forms.IntegerField(label=_("Enfants"), required=False)
    offers = forms.IntegerField(label=_("Activités"), required=False)
    places_for = forms.IntegerField(label=_("Places pour cent enfants"), required=False)
    new = forms.IntegerField(label=_("Familles nouvelles, sur cent"), required=False)
    second = forms.IntegerField(label=_("Enfants qui voudraient deux activités, sur cent"), required=False)
    inclusion = forms.IntegerField(label=_("Enfants accompagnés, sur cent"), required=False)

    def __init__(self, data: Any, campaigns: list[AllocationCampaign], terms: Terms) -> None:
        start = Invention()
        super().__init__(data, initial={**start.to_json(), "source": StudySource.SYNTHETIC})
        self.campaigns = {each.slug: each for each in campaigns}
        source = self.fields["source"]
        assert isinstance(source, forms.ChoiceField)  # noqa: S101
        source.choices = [
            *((each.slug, each.title) for each in campaigns),
            (StudySource.SYNTHETIC, _("Une population inventée, que vous décrivez")),
        ]
        for name in start.to_json():
            self.fields[name].widget.attrs["inputmode"] = "numeric"

    @property
    def campaign(self) -> AllocationCampaign | None:
        return self.campaigns.get(self.cleaned_data["source"])

    @property
    def invention(self) -> Invention:
        """What was left empty is what it was at first."""
        start = Invention().to_json()
        typed = {name: self.cleaned_data.get(name) for name in start}
        return Invention(**{name: start[name] if value is None else value for name, value in typed.items()})

    @property
    def invented_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in Invention().to_json()]


class RuleSetForm(forms.Form):
    """One set of rules. Without a name it is none."""

    name = forms.CharField(label=_("Comment l’appeler"), max_length=60, required=False)
    reserve_for = forms.ChoiceField(label=_("Places gardées pour les enfants qui…"), required=False)
    reserve_percent = forms.IntegerField(
        label=_("Combien de places sur cent"), min_value=0, max_value=50, required=False
    )
    reserve_order = forms.ChoiceField(label=_("Remplies"), choices=_ORDERS, required=False)
    first_activity_first = forms.BooleanField(label=_("Une première activité pour chacun d’abord"), required=False)
    together = forms.BooleanField(label=_("Fratries ensemble si possible"), required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("initial", {"first_activity_first": True, "together": True, "reserve_order": "after"})
        super().__init__(*args, **options)
        criteria = [_NOTHING, *((code, known.words) for code, known in KNOWN.items())]
        for number in range(CLASSES):
            heads = (_("D’abord, les enfants qui…"), _("Puis ceux qui…"), _("Puis encore ceux qui…"))
            self.fields[f"class_{number}"] = forms.ChoiceField(label=heads[number], choices=criteria, required=False)
            self.fields[f"also_{number}"] = forms.ChoiceField(label=_("et qui…"), choices=criteria, required=False)
        reserve = self.fields["reserve_for"]
        assert isinstance(reserve, forms.ChoiceField)  # noqa: S101
        reserve.choices = criteria

    def clean(self) -> dict[str, Any]:
        typed = self.cleaned_data
        says_something = any(typed.get(name) for name in self.fields if name.startswith(("class_", "reserve_for")))
        if says_something and not typed.get("name"):
            self.add_error("name", _("Donnez un nom à ces règles."))
        if typed.get("reserve_for") and not typed.get("reserve_percent"):
            self.add_error("reserve_percent", _("Dites combien de places sur cent."))
        return typed

    @property
    def class_rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        return [(self[f"class_{number}"], self[f"also_{number}"]) for number in range(CLASSES)]

    @property
    def rules(self) -> RuleSet | None:
        typed = self.cleaned_data
        if not typed["name"]:
            return None
        pairs = ({typed[f"class_{number}"], typed[f"also_{number}"]} - {""} for number in range(CLASSES))
        return RuleSet(
            name=typed["name"],
            classes=tuple(tuple(sorted(pair)) for pair in pairs if pair),
            first_activity_first=typed["first_activity_first"],
            together=typed["together"],
            reserve_for=typed["reserve_for"],
            reserve_percent=typed["reserve_percent"] or 0 if typed["reserve_for"] else 0,
            reserve_order=typed["reserve_order"] or "after",
        )
