"""The life of an evaluation, told once."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from preau.foundation.lifecycle import Lifecycle, Step

from .enums import EvaluationState as S

LIFE = Lifecycle.of(
    S.values,
    (
        Step("open", frozenset({S.PREPARED}), S.OPEN, _("Ouvrir les contributions")),
        Step("close", frozenset({S.OPEN}), S.REVIEW, _("Clore les contributions")),
        Step("reopen", frozenset({S.REVIEW}), S.OPEN, _("Rouvrir les contributions"), needs_reason=True),
        Step("adopt", frozenset({S.REVIEW}), S.ADOPTED, _("Enregistrer l’adoption par le comité")),
        Step("publish", frozenset({S.ADOPTED}), S.PUBLISHED, _("Publier l’évaluation")),
    ),
)
WAY = tuple(S.values)
"""The squares of the hopscotch: the states that a page draws."""
