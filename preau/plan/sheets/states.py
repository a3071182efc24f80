"""The life of an action sheet, declared as data."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from preau.foundation.lifecycle import Lifecycle, Step

from .enums import SheetState as S

LIVE = frozenset({S.DRAFT, S.PROPOSED, S.CO_VALIDATED, S.SCHEDULED, S.RUNNING})
"""States in which something is still to come."""
ON_THE_WAY = frozenset({S.PROPOSED, S.CO_VALIDATED, S.SCHEDULED})
"""States in which what two institutions agreed on can still change, at the price of their agreement."""
COMMITTED = frozenset({S.SCHEDULED, S.RUNNING, S.REVIEWED, S.ARCHIVED})
"""States that count as an action in the plan: it has a date, happens, or happened."""
ON_PUBLIC_DISPLAY = frozenset({S.SCHEDULED, S.RUNNING, S.REVIEWED})

LIFE = Lifecycle.of(
    S.values,
    (
        Step("propose", frozenset({S.DRAFT}), S.PROPOSED, _("Proposer la fiche")),
        Step("validate", frozenset({S.PROPOSED}), S.CO_VALIDATED, _("Valider pour mon institution")),
        Step("schedule", frozenset({S.CO_VALIDATED}), S.SCHEDULED, _("Programmer l’action")),
        Step("start", frozenset({S.SCHEDULED}), S.RUNNING, _("Démarrer l’action")),
        Step("review", frozenset({S.RUNNING}), S.REVIEWED, _("Écrire le bilan")),
        Step("archive", frozenset({S.REVIEWED}), S.ARCHIVED, _("Archiver la fiche")),
        Step("reject", frozenset({S.PROPOSED}), S.REJECTED, _("Refuser la fiche"), needs_reason=True),
        Step(
            "redraft",
            frozenset({*ON_THE_WAY, S.REJECTED}),
            S.DRAFT,
            _("Remettre en brouillon"),
            needs_reason=True,
        ),
        Step("cancel", LIVE, S.CANCELLED, _("Annuler l’action"), needs_reason=True),
        # Taken by nobody on purpose: what was agreed on has changed, so that it must be agreed on again.
        Step("revise", ON_THE_WAY, S.PROPOSED, _("Changer ce qui a été validé")),
    ),
)
ON_PURPOSE = tuple(step.name for step in LIFE.steps if step.name != "revise")
"""Steps that a person asks for, in the order in which a page offers them."""
WAY = (S.DRAFT, S.PROPOSED, S.CO_VALIDATED, S.SCHEDULED, S.RUNNING, S.REVIEWED)
"""The squares of the hopscotch: the states that a page draws."""
