from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.foundation.schoolyears import year_name


class Survey(models.Model):
    """What came back from a survey held elsewhere: counts of answers, never an answer of somebody.

    ``asked`` people were asked; ``proof`` is the file it was read from.
    """

    plan = models.ForeignKey("plan.TerritorialEducationPlan", models.CASCADE, related_name="surveys")
    school_year = models.PositiveSmallIntegerField(_("année scolaire"))
    title = models.CharField(_("intitulé de l’enquête"), max_length=160)
    audience = models.CharField(_("auprès de qui"), max_length=160)
    held_on = models.DateField(_("close le"))
    asked = models.PositiveIntegerField(_("personnes interrogées"), null=True, blank=True)
    is_sensitive = models.BooleanField(_("données sensibles"), default=False)
    proof = models.ForeignKey("files.StoredFile", models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField(_("enregistrée le"))
    recorded_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("enquête")
        ordering = ["-held_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "school_year", "title"], name="a_survey_is_recorded_once_a_year")
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def year_name(self) -> str:
        return year_name(self.school_year)


class SurveyQuestion(models.Model):
    """One question of a survey. ``value`` is the figure that it gave to an indicator."""

    survey = models.ForeignKey("evaluation.Survey", models.CASCADE, related_name="questions")
    number = models.PositiveSmallIntegerField(_("numéro"))
    words = models.CharField(_("question"), max_length=300)
    respondents = models.PositiveIntegerField(_("répondants"))
    value = models.OneToOneField(
        "indicators.Value", models.SET_NULL, null=True, blank=True, related_name="survey_question"
    )

    class Meta:
        verbose_name = _("question d’enquête")
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["survey", "number"], name="a_question_has_its_number")]

    def __str__(self) -> str:
        return self.words


class SurveyAnswer(models.Model):
    """How many gave that answer. ``is_counted``: it is among those that the indicator counts."""

    question = models.ForeignKey("evaluation.SurveyQuestion", models.CASCADE, related_name="answers")
    position = models.PositiveSmallIntegerField(_("ordre"))
    words = models.CharField(_("réponse"), max_length=200)
    count = models.PositiveIntegerField(_("nombre"))
    is_counted = models.BooleanField(_("comptée par l’indicateur"), default=False)

    class Meta:
        verbose_name = _("réponse d’enquête")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["question", "position"], name="an_answer_has_its_place")]

    def __str__(self) -> str:
        return self.words
