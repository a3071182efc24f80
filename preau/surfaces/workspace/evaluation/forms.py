"""What one asks, writes, concludes and records in an evaluation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from preau.foundation.schoolyears import school_year_of, year_name
from preau.observatory.evaluation.adopting import Sitting
from preau.observatory.evaluation.concluding import Proposal
from preau.observatory.evaluation.enums import Strength, VerdictKind
from preau.observatory.evaluation.models import Contribution, Evaluation, Verdict
from preau.observatory.evaluation.models.contribution import WORDS
from preau.observatory.evaluation.preparing import Question
from preau.people.files.enums import DOCUMENTS
from preau.people.files.rules import accepted_endings
from preau.people.organisations.models import Organisation
from preau.plan.structure.enums import ItemKind
from preau.plan.structure.models import PlanItem, TerritorialEducationPlan
from preau.surfaces.workspace.forms.fields import DayField, SeenForm, lines

_YEARS_BACK = 3


class _QuestionFields(forms.Form):
    """What the State's supports ask: why, what, by which criteria, with what place for parents."""

    why = forms.CharField(
        label=_("Pourquoi évaluer cette année ?"),
        required=False,
        max_length=3000,
        widget=lines(3),
        help_text=_("Ce que cette évaluation doit permettre de décider."),
    )
    question = forms.CharField(
        label=_("Que veut-on savoir ?"),
        max_length=3000,
        widget=lines(3),
        help_text=_("Une ou deux questions, dans les mots de tout le monde."),
        error_messages={"required": _("Écrivez ce que l’on veut savoir : c’est la question posée à chacun.")},
    )
    criteria = forms.CharField(
        label=_("À quoi verra-t-on que c’est réussi ?"), required=False, max_length=3000, widget=lines(3)
    )
    parents_place = forms.CharField(
        label=_("Quelle place pour les parents et les jeunes ?"),
        required=False,
        max_length=3000,
        widget=lines(3),
        help_text=_("Qui est interrogé, qui relit, qui siège au comité."),
    )
    opens_on = DayField(label=_("Ouverture prévue"))
    closes_on = DayField(
        label=_("Fin des contributions"),
        required=True,
        help_text=_("Un rappel part une semaine avant, un autre le lendemain, et c’est tout."),
        error_messages={"required": _("Donnez une date de fin : sans elle, personne ne commence.")},
    )

    def clean(self) -> dict[str, Any]:
        kept = self.cleaned_data
        if kept.get("opens_on") and kept.get("closes_on") and kept["closes_on"] <= kept["opens_on"]:
            self.add_error("closes_on", gettext("La fin vient après l’ouverture."))
        return kept

    @property
    def asked(self) -> Question:
        return Question(**{name: self.cleaned_data[name] for name in Question.__slots__})


class PreparationForm(_QuestionFields):
    school_year = forms.TypedChoiceField(label=_("Année scolaire évaluée"), coerce=int)

    field_order = ["school_year"]

    def __init__(self, data: Any = None, *, today: date, plan: TerritorialEducationPlan) -> None:
        super().__init__(data)
        year = school_year_of(today)
        taken = set(plan.evaluations.values_list("school_year", flat=True))
        years = [each for each in range(year, year - _YEARS_BACK, -1) if each not in taken]
        self.fields["school_year"].choices = [(each, year_name(each)) for each in years]  # type: ignore[attr-defined]
        self.fields["school_year"].error_messages["invalid_choice"] = gettext("Cette année a déjà son évaluation.")

    @property
    def has_year(self) -> bool:
        """Whether a year is left to evaluate."""
        return bool(self.fields["school_year"].choices)  # type: ignore[attr-defined]


class QuestionForm(_QuestionFields):
    def __init__(self, data: Any = None, *, evaluation: Evaluation) -> None:
        super().__init__(data, initial={name: getattr(evaluation, name) for name in Question.__slots__})


class TodayForm(forms.Form):
    """A form that says a day, and must know which one it is."""

    def __init__(self, data: Any = None, *, today: date) -> None:
        super().__init__(data)
        self.today = today


class ReopeningForm(TodayForm):
    reason = forms.CharField(
        label=_("Pourquoi rouvrir ?"),
        max_length=300,
        widget=lines(2),
        error_messages={"required": _("Dites pourquoi, en une phrase.")},
    )
    closes_on = DayField(
        label=_("Nouvelle fin"), required=True, error_messages={"required": _("Donnez la nouvelle date de fin.")}
    )

    def clean_closes_on(self) -> date:
        day: date = self.cleaned_data["closes_on"]
        if day <= self.today:
            raise forms.ValidationError(gettext("Cette date est passée."))
        return day


class AskForm(forms.Form):
    objective = forms.ModelChoiceField(
        label=_("Sur quel objectif"),
        queryset=PlanItem.objects.none(),
        error_messages={"required": _("Choisissez un objectif.")},
    )
    organisation = forms.ModelChoiceField(
        label=_("Quelle organisation"),
        queryset=Organisation.objects.none(),
        error_messages={"required": _("Choisissez une organisation.")},
    )

    def __init__(self, data: Any = None, *, evaluation: Evaluation) -> None:
        super().__init__(data)
        plan = evaluation.plan
        objectives = plan.items.present().of_kind(ItemKind.OPERATIONAL_OBJECTIVE).order_by("code")
        sides = Organisation.objects.filter(commune=plan.commune).order_by("name")
        self.fields["objective"].queryset = objectives  # type: ignore[attr-defined]
        self.fields["organisation"].queryset = sides  # type: ignore[attr-defined]


class ContributionForm(SeenForm):
    """``how`` is asked of whoever writes for a side that is not theirs."""

    done = forms.CharField(
        label=_("Ce qui a été fait"),
        max_length=6000,
        widget=lines(5),
        error_messages={"required": _("Dites au moins ce qui a été fait, même si c’est moins que prévu.")},
        help_text=_("Les faits, même modestes. Aucun nom d’enfant ni de famille."),
    )
    helped = forms.CharField(label=_("Ce qui a aidé"), required=False, max_length=6000, widget=lines(3))
    hindered = forms.CharField(label=_("Ce qui a freiné"), required=False, max_length=6000, widget=lines(3))
    proposed = forms.CharField(
        label=_("Ce que vous proposez"),
        required=False,
        max_length=6000,
        widget=lines(3),
        help_text=_("Continuer, changer, arrêter : le comité lira cette ligne en premier."),
    )
    how = forms.CharField(
        label=_("Comment ces mots ont été recueillis"),
        max_length=200,
        help_text=_("Vous écrivez pour une organisation qui n’est pas la vôtre : entretien du…, courriel du…"),
        error_messages={"required": _("Dites comment cette organisation vous a donné ces mots.")},
    )

    def __init__(self, data: Any = None, *, row: Contribution, is_ours: bool, is_draft: bool = False) -> None:
        initial = {name: getattr(row, name) for name in (*WORDS, "how")}
        super().__init__(data, initial={**initial, "seen_version": row.version})
        self.fields["done"].required = not is_draft
        if is_ours:
            del self.fields["how"]

    @property
    def words(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in WORDS}


class PieceForm(forms.Form):
    title = forms.CharField(label=_("Ce que c’est"), required=False, max_length=160)
    file = forms.FileField(
        label=_("Le document"),
        widget=forms.ClearableFileInput(attrs={"accept": accepted_endings(DOCUMENTS)}),
        help_text=_("Une photo de ce qui a été fabriqué, un compte, un programme. Aucun nom d’enfant."),
        error_messages={
            "required": _("Choisissez un document."),
            "empty": _("Ce fichier est vide. Vérifiez que vous envoyez le bon fichier."),
        },
    )


class VerdictForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("L’effet attendu est…"),
        widget=forms.RadioSelect,
        choices=[(each.value, capfirst(str(each.label))) for each in VerdictKind],
        error_messages={"required": _("Choisissez un verdict.")},
    )
    narrative = forms.CharField(
        label=_("Ce que l’on a observé"),
        max_length=6000,
        widget=lines(6),
        help_text=_("Les chiffres, ce que disent les partenaires, et ce qui les contredit."),
        error_messages={"required": _("Racontez ce que l’on a observé.")},
    )
    strength = forms.ChoiceField(
        label=_("La preuve est…"),
        widget=forms.RadioSelect,
        choices=[(each.value, capfirst(str(each.label))) for each in Strength],
        error_messages={"required": _("Dites à quel point on peut s’y fier.")},
    )
    strength_reason = forms.CharField(
        label=_("Pourquoi cette force ?"),
        max_length=400,
        widget=lines(2),
        help_text=_("Combien d’années, combien de personnes, ce qui pourrait l’expliquer autrement."),
        error_messages={"required": _("Dites pourquoi la preuve a cette force.")},
    )
    learnt = forms.CharField(label=_("Ce que nous en apprenons"), required=False, max_length=3000, widget=lines(3))
    change = forms.CharField(label=_("Ce que nous changeons"), required=False, max_length=3000, widget=lines(3))

    def __init__(self, data: Any = None, *, verdict: Verdict | None) -> None:
        names = tuple(Proposal.__slots__)
        super().__init__(data, initial={name: getattr(verdict, name) for name in names} if verdict else None)

    @property
    def proposal(self) -> Proposal:
        kept = {name: self.cleaned_data[name] for name in Proposal.__slots__}
        return Proposal(**{**kept, "kind": VerdictKind(kept["kind"]), "strength": Strength(kept["strength"])})


class DissentForm(forms.Form):
    organisation = forms.ChoiceField(label=_("Au nom de"), widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("Votre avis"),
        max_length=3000,
        widget=lines(5),
        help_text=_("Il sera montré à côté du verdict, signé de votre organisation. Le verdict ne l’effacera pas."),
        error_messages={"required": _("Écrivez votre avis.")},
    )

    def __init__(self, data: Any = None, *, sides: Sequence[Organisation]) -> None:
        self.sides = {str(each.pk): each for each in sides}
        super().__init__(data, initial={"organisation": next(iter(self.sides))})
        self.fields["organisation"].choices = [(key, each.name) for key, each in self.sides.items()]  # type: ignore[attr-defined]

    @property
    def side(self) -> Organisation:
        return self.sides[self.cleaned_data["organisation"]]


class SittingForm(TodayForm):
    body = forms.CharField(
        label=_("Qui a adopté"),
        max_length=160,
        initial=_("Comité de pilotage"),
        error_messages={"required": _("Dites quel comité a adopté.")},
    )
    held_on = DayField(
        label=_("Réuni le"), required=True, error_messages={"required": _("Donnez la date de la réunion.")}
    )

    def clean_held_on(self) -> date:
        day: date = self.cleaned_data["held_on"]
        if day > self.today:
            raise forms.ValidationError(gettext("La réunion doit avoir eu lieu."))
        return day

    @property
    def sitting(self) -> Sitting:
        return Sitting(self.cleaned_data["body"], self.cleaned_data["held_on"])


class ConclusionForm(forms.Form):
    conclusion = forms.CharField(
        label=_("Ce que l’année nous apprend"),
        max_length=6000,
        widget=lines(5),
        help_text=_("Quelques phrases que tout le monde comprend : elles ouvrent le rapport et la page publique."),
        error_messages={"required": _("Écrivez ce que l’année nous apprend.")},
    )

    def __init__(self, data: Any = None, *, evaluation: Evaluation) -> None:
        super().__init__(data, initial={"conclusion": evaluation.conclusion})


class UnmeasuredForm(forms.Form):
    because = forms.CharField(
        label=_("Pourquoi n’ont-ils pas pu être mesurés ?"),
        max_length=400,
        widget=lines(2),
        error_messages={"required": _("Dites pourquoi, en une phrase.")},
    )


class TargetForm(SittingForm):
    school_year = forms.TypedChoiceField(label=_("Pour l’année scolaire"), coerce=int)
    amount = forms.DecimalField(
        label=_("Valeur visée"),
        max_digits=12,
        decimal_places=2,
        error_messages={"required": _("Donnez la valeur visée.")},
    )

    field_order = ["school_year", "amount", "body", "held_on"]

    def __init__(self, data: Any = None, *, today: date) -> None:
        super().__init__(data, today=today)
        year = school_year_of(today)
        self.fields["school_year"].choices = [(each, year_name(each)) for each in range(year, year + _YEARS_BACK)]  # type: ignore[attr-defined]
        self.fields["body"].label = gettext("Qui l’a fixée")
