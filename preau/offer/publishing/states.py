"""The life of an entry of the catalogue, declared as data (brief b.0, pattern P6)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from preau.foundation.lifecycle import Lifecycle, Step
from preau.offer.activities.enums import EntryState as S

SHOWN = frozenset({S.PUBLISHED, S.STALE})
"""What families see."""
AT_WORK = frozenset({S.DRAFT, S.TO_CHANGE})
"""What waits for its organisation."""

LIFE = Lifecycle.of(
    S.values,
    (
        Step("propose", AT_WORK, S.PROPOSED, _("Proposer à la ville")),
        Step("publish", frozenset({S.PROPOSED, S.WITHDRAWN}), S.PUBLISHED, _("Publier")),
        Step("verify", SHOWN, S.PUBLISHED, _("Tout est juste : je le confirme")),
        Step("reread", frozenset({S.PUBLISHED}), S.PUBLISHED, _("J’ai relu le changement")),
        Step("ask", frozenset({S.PROPOSED, *SHOWN}), S.TO_CHANGE, _("Demander un changement"), needs_reason=True),
        Step("refuse", frozenset({S.PROPOSED}), S.REFUSED, _("Refuser"), needs_reason=True),
        Step("withdraw", SHOWN, S.WITHDRAWN, _("Retirer du catalogue"), needs_reason=True),
        Step("redraft", frozenset({S.PROPOSED, S.REFUSED, S.WITHDRAWN}), S.DRAFT, _("Reprendre en brouillon")),
        # Taken by nobody on purpose: a year went by, a paper ended, it holds again.
        Step("expire", frozenset({S.PUBLISHED}), S.STALE, _("À vérifier")),
        Step("suspend", SHOWN, S.TO_CHANGE, _("Masquer : une pièce n’est plus valable")),
        Step("restore", frozenset({S.TO_CHANGE}), S.PUBLISHED, _("Montrer de nouveau")),
    ),
)
BY_TIME = frozenset({"expire", "suspend", "restore"})
ON_PURPOSE = tuple(step.name for step in LIFE.steps if step.name not in BY_TIME)
"""Steps that a person asks for, in the order in which a page offers them."""
WAY = (S.DRAFT, S.PROPOSED, S.PUBLISHED)
"""The squares of the hopscotch."""
