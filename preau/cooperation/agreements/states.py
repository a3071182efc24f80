"""The life of an agreement, told once. Some steps belong to the program: nobody decides that everybody has signed."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from preau.cooperation.agreements.enums import LIVING, AgreementState
from preau.foundation.lifecycle import Lifecycle, Step

DRAFT, REVIEWED, ADOPTED = AgreementState.DRAFT, AgreementState.REVIEWED, AgreementState.ADOPTED
SIGNED, IN_FORCE, YEARLY = AgreementState.SIGNED, AgreementState.IN_FORCE, AgreementState.REVIEWED_YEARLY

LIFE = Lifecycle.of(
    AgreementState,
    (
        Step("review", frozenset({DRAFT}), REVIEWED, _("Dire qu’elle est relue")),
        Step("adopt", frozenset({REVIEWED}), ADOPTED, _("Enregistrer le vote")),
        Step("rework", frozenset({REVIEWED, ADOPTED}), DRAFT, _("Reprendre la rédaction"), needs_reason=True),
        Step("sign", frozenset({ADOPTED}), SIGNED, _("Toutes les signatures sont là")),
        Step("start", frozenset({SIGNED}), IN_FORCE, _("Entrée en vigueur")),
        Step("yearly_review", frozenset(LIVING), YEARLY, _("Enregistrer le bilan annuel")),
        Step(
            "renew", frozenset({*LIVING, AgreementState.EXPIRED}), AgreementState.RENEWED, _("La suivante a pris effet")
        ),
        Step("expire", frozenset(LIVING), AgreementState.EXPIRED, _("Arrivée au terme")),
        Step(
            "terminate",
            frozenset({ADOPTED, SIGNED, *LIVING}),
            AgreementState.TERMINATED,
            _("Dénoncer la convention"),
            needs_reason=True,
        ),
    ),
)

BY_THE_PROGRAM = frozenset({"sign", "start", "renew", "expire"})
