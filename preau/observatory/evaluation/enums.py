"""The words of an evaluation."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class EvaluationState(models.TextChoices):
    PREPARED = "prepared", _("en préparation")
    OPEN = "open", _("contributions ouvertes")
    REVIEW = "review", _("verdicts en discussion")
    ADOPTED = "adopted", _("adoptée par le comité")
    PUBLISHED = "published", _("publiée")

    @property
    def is_settled(self) -> bool:
        """The committee has spoken: verdicts are what they are."""
        return self in (EvaluationState.ADOPTED, EvaluationState.PUBLISHED)


class VerdictKind(models.TextChoices):
    """What became of a hypothesis. ``sign`` says it without a colour."""

    CONFIRMED = "confirmed", _("confirmé")
    PARTLY = "partly", _("en partie confirmé")
    REFUTED = "refuted", _("non confirmé")
    NOT_MEASURED = "not_measured", _("n’a pas pu être mesuré")

    @property
    def sign(self) -> str:
        return {"confirmed": "✓", "partly": "≈", "refuted": "✕", "not_measured": "?"}[self.value]

    @property
    def tone(self) -> str:
        """The tone of a tag of the design system."""
        return {"confirmed": "good", "partly": "warn", "refuted": "stop", "not_measured": ""}[self.value]


class Strength(models.TextChoices):
    """How much one may lean on the evidence."""

    WEAK = "weak", _("faible")
    MODERATE = "moderate", _("moyenne")
    STRONG = "strong", _("forte")

    @property
    def level(self) -> int:
        return list(Strength).index(self) + 1


class ContributionState(models.TextChoices):
    ASKED = "asked", _("attendue")
    DRAFT = "draft", _("en cours d’écriture")
    HANDED_IN = "handed_in", _("remise")


class RecallKind(models.TextChoices):
    """One before the end, one after; never a third."""

    BEFORE = "before", _("avant la date")
    AFTER = "after", _("après la date")
