"""The life of a label's file. Whether the label is held on a day is told by its dates, not by its state."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from preau.foundation.lifecycle import Lifecycle, Step
from preau.plan.labels.enums import LabelState as S

SUBMIT, GRANT, REFUSE, RENEW, ABANDON, EXPIRE = "submit", "grant", "refuse", "renew", "abandon", "expire"

LIFE = Lifecycle.of(
    S.values,
    [
        Step(SUBMIT, frozenset({S.PREPARING, S.RENEWING}), S.SUBMITTED, _("Dire que le dossier est déposé")),
        Step(GRANT, frozenset({S.SUBMITTED}), S.OBTAINED, _("Noter que le label est obtenu")),
        Step(REFUSE, frozenset({S.SUBMITTED}), S.REFUSED, _("Noter un refus"), needs_reason=True),
        Step(RENEW, frozenset({S.OBTAINED}), S.RENEWING, _("Préparer le renouvellement")),
        Step(ABANDON, frozenset({S.PREPARING, S.RENEWING}), S.ABANDONED, _("Abandonner"), needs_reason=True),
        Step(EXPIRE, frozenset({S.OBTAINED, S.RENEWING}), S.EXPIRED, _("Le terme est passé")),
    ],
)
"""A file that ended stays as it is; whoever tries again opens another one."""

LIVE = frozenset(S.values) - LIFE.ends
OPEN_TO_WORK = frozenset({S.PREPARING, S.RENEWING})
"""States in which proofs and checks may still change."""
