"""The life of a class's request, declared as data: the teacher asks, the head confirms, the provider accepts."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from preau.foundation.lifecycle import Lifecycle, Step

from .enums import WishState as S

ENDED = (S.DECLINED, S.REFUSED, S.WITHDRAWN)
"""A class may ask again after these."""
LIVE = (S.ASKED, S.CONFIRMED, S.WAITING, S.ACCEPTED)
QUEUED = (S.CONFIRMED, S.WAITING)
"""What the provider may still accept."""
SEATED = (S.ACCEPTED, S.DONE)
"""What holds one of the places of the offer."""

LIFE = Lifecycle.of(
    S.values,
    (
        Step("confirm", frozenset({S.ASKED}), S.CONFIRMED, _("Confirmer la demande")),
        Step("decline", frozenset({S.ASKED}), S.DECLINED, _("Ne pas retenir"), needs_reason=True),
        Step("accept", frozenset(QUEUED), S.ACCEPTED, _("Accepter la classe")),
        Step("queue", frozenset({S.CONFIRMED}), S.WAITING, _("Mettre en file d’attente")),
        Step("refuse", frozenset(QUEUED), S.REFUSED, _("Refuser"), needs_reason=True),
        Step("record", frozenset({S.ACCEPTED}), S.DONE, _("Dire que la classe est venue")),
        Step("withdraw", frozenset(LIVE), S.WITHDRAWN, _("Retirer la demande")),
        Step("cancel", frozenset({S.ACCEPTED}), S.REFUSED, _("Annuler la venue"), needs_reason=True),
    ),
)
WAY = (S.ASKED, S.CONFIRMED, S.ACCEPTED, S.DONE)
"""The squares of the hopscotch."""
BY_THE_SCHOOL = ("confirm", "decline", "withdraw")
BY_THE_PROVIDER = ("accept", "queue", "refuse", "record", "cancel")
