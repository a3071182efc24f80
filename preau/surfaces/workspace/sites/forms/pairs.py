"""Forms about the pair of a site and the two pages of each side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from preau.people.organisations.models import Organisation
from preau.plan.articulation.content import PERIODS, PRIORITIES_LIMIT, SIGNS_LIMIT, Content, Period, Priority
from preau.plan.articulation.models import SitePair
from preau.plan.articulation.pairs import PairFacts, usual_due_on
from preau.plan.sheets.enums import Theme
from preau.surfaces.workspace.forms.fields import DayField, OwnerField, TwoSidesForm, lines
from preau.town.places.models import Site


class PairForm(TwoSidesForm):
    school = OwnerField(label=_("Côté école"))
    care = OwnerField(label=_("Côté accueil"))
    due_on = DayField(
        label=_("Résumés attendus pour le"), required=True, error_messages={"required": _("Donnez une date.")}
    )

    def __init__(
        self,
        data: Any = None,
        *,
        site: Site,
        year: int,
        organisations: Sequence[Organisation],
        pair: SitePair | None,
    ) -> None:
        known = pair or site
        initial = {
            "school": str(known.school_id or ""),
            "care": str(known.care_id or ""),
            "due_on": pair.due_on if pair else usual_due_on(year),
        }
        super().__init__(data, initial=initial)
        missing = {"required": gettext("Choisissez une organisation.")}
        for name, label in (("school", _("Côté école")), ("care", _("Côté accueil"))):
            self.fields[name] = OwnerField(organisations, label=label, required=True, error_messages=missing)
        self.order_fields(["school", "care", "due_on"])

    @property
    def facts(self) -> PairFacts:
        kept = self.cleaned_data
        return PairFacts(kept["school"], kept["care"], kept["due_on"])


class ProseField(forms.CharField):
    """Several lines, counted as the reader sees them: a line's end is one sign, whatever the browser sends."""

    def to_python(self, value: Any) -> Any:
        return str(super().to_python(value)).replace("\r\n", "\n")

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Without ``maxlength``: a browser would cut what is pasted, and say nothing."""
        return {"data-preau-count": self.max_length}


class SummaryForm(forms.Form):
    """The two pages themselves; priorities and periods are lines beside it."""

    seen_revision = forms.IntegerField(widget=forms.HiddenInput)
    text = ProseField(
        label=_("Le projet en deux pages"),
        required=False,
        max_length=SIGNS_LIMIT,
        widget=lines(14),
        help_text=_("6 000 signes au plus : ce que vous voulez pour les enfants, et comment."),
        error_messages={"max_length": _("Le résumé a %(show_value)d signes : gardez-en 6 000 au plus.")},
    )
    themes = forms.MultipleChoiceField(
        label=_("Thèmes de toute l’année"),
        required=False,
        choices=Theme.choices,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, data: Any = None, *, content: Content, revision: int) -> None:
        initial = {"seen_revision": revision, "text": content.text, "themes": sorted(content.themes)}
        super().__init__(data, initial=initial)


class PriorityForm(forms.Form):
    use_required_attribute = False
    title = forms.CharField(label=_("Priorité"), max_length=120, required=False)
    detail = forms.CharField(label=_("En une phrase"), max_length=300, required=False)

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("detail") and not self.cleaned_data.get("title"):
            self.add_error("title", gettext("Donnez un titre à cette priorité."))
        return self.cleaned_data

    @property
    def priority(self) -> Priority | None:
        kept = self.cleaned_data
        return Priority(kept["title"], kept.get("detail", "")) if kept.get("title") else None


class PeriodForm(forms.Form):
    """One period; a line without days is not kept."""

    use_required_attribute = False
    name = forms.CharField(label=_("Période"), max_length=80, required=False)
    starts_on = DayField(label=_("Du"))
    ends_on = DayField(label=_("Au"))
    theme = forms.ChoiceField(label=_("Thème"), required=False, choices=[("", _("sans thème")), *Theme.choices])
    subject = forms.CharField(label=_("De quoi il s’agit"), max_length=160, required=False)

    def clean(self) -> dict[str, Any]:
        kept = self.cleaned_data
        start, end = kept.get("starts_on"), kept.get("ends_on")
        if (kept.get("theme") or kept.get("subject") or start or end) and not (start and end):
            for name in ("starts_on", "ends_on"):
                if name in kept and not kept[name]:
                    self.add_error(name, gettext("Donnez les deux dates de la période."))
        elif start and end and end < start:
            self.add_error("ends_on", gettext("La fin vient avant le début."))
        return kept

    def period(self, number: int) -> Period | None:
        kept = self.cleaned_data
        if not (kept.get("starts_on") and kept.get("ends_on")):
            return None
        name = kept.get("name") or usual_name(number)
        return Period(number, name, kept["starts_on"], kept["ends_on"], kept.get("theme", ""), kept.get("subject", ""))


def usual_name(number: int) -> str:
    return gettext("Période %(number)d") % {"number": number}


class SummaryLines:
    """The three parts of a summary's page, checked and read together."""

    def __init__(self, data: Any, *, content: Content, periods: Sequence[Period], revision: int) -> None:
        """``periods``: the days to start from where the summary has none yet."""
        self.form = SummaryForm(data, content=content, revision=revision)
        self.priorities = _lines(
            PriorityForm,
            data,
            "priorites",
            PRIORITIES_LIMIT,
            [{"title": each.title, "detail": each.detail} for each in content.priorities],
        )
        known = {each.number: each for each in (content.periods or periods)}
        ours = {each.number for each in content.periods}
        self.periods = _lines(
            PeriodForm,
            data,
            "periodes",
            PERIODS,
            [_period(number, known.get(number), number in ours) for number in range(1, PERIODS + 1)],
        )

    def is_valid(self) -> bool:
        """All three are checked, so that everything to mend is told at once."""
        return all([self.form.is_valid(), self.priorities.is_valid(), self.periods.is_valid()])

    @property
    def content(self) -> Content:
        priorities = [each.priority for each in self.priorities]
        periods = [each.period(number) for number, each in enumerate(self.periods, 1)]
        kept = self.form.cleaned_data
        return Content(
            kept["text"],
            tuple(each for each in priorities if each is not None),
            frozenset(kept["themes"]),
            tuple(each for each in periods if each is not None),
        )

    def see_again(self, revision: int) -> None:
        """The page can be sent again, knowingly, over what stands now; what was typed stays."""
        data = cast(QueryDict, self.form.data).copy()
        data["seen_revision"] = str(revision)
        self.form.data = data


def _period(number: int, period: Period | None, is_ours: bool) -> dict[str, Any]:
    if period is None:
        return {"name": usual_name(number)}
    days = {"name": period.name, "starts_on": period.starts_on, "ends_on": period.ends_on}
    return {**days, "theme": period.theme, "subject": period.subject} if is_ours else days


def _lines(form: type[forms.Form], data: Any, prefix: str, count: int, initial: list[dict[str, Any]]) -> Any:
    """What was typed is read by itself, never beside what a colleague wrote meanwhile."""
    factory = forms.formset_factory(form, extra=max(0, count - len(initial)), max_num=count, absolute_max=count)
    return cast(Any, factory(data, initial=None if data else initial, prefix=prefix))


class DismissalForm(forms.Form):
    reason = forms.CharField(
        label=_("Pourquoi l’écarter ?"),
        max_length=300,
        error_messages={"required": _("Dites pourquoi, en une phrase : l’autre côté la lira.")},
    )
