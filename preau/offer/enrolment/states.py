"""The life of a place, declared as data: asked, seated or waiting, offered, given back."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from preau.foundation.lifecycle import Lifecycle, Step

from .enums import LIVE
from .enums import EnrolmentState as S

LIFE = Lifecycle.of(
    S.values,
    (
        Step("offer", frozenset({S.WAITING}), S.OFFERED, _("Proposer la place")),
        Step("improve", frozenset({S.WAITING}), S.CONFIRMED, _("Donner un vœu préféré")),
        Step("move", frozenset({S.CONFIRMED, S.WAITING}), S.RELEASED, _("Passer à un vœu préféré")),
        Step("accept", frozenset({S.OFFERED}), S.CONFIRMED, _("Accepter la place")),
        Step("decline", frozenset({S.OFFERED}), S.RELEASED, _("Laisser la place à l’enfant suivant")),
        Step("expire", frozenset({S.OFFERED}), S.EXPIRED, _("Proposition sans réponse")),
        Step("release", frozenset({S.CONFIRMED, S.WAITING}), S.RELEASED, _("Rendre la place")),
        Step("refuse", frozenset(LIVE), S.REFUSED, _("Refuser"), needs_reason=True),
        Step("end", frozenset(LIVE), S.ENDED, _("Terminer")),
    ),
)
ENTERED = {S.CONFIRMED: "enrol", S.WAITING: "queue", S.OFFERED: "grant"}
"""The first step of a place, by the state that it was given."""
