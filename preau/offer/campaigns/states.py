"""The life of a campaign, declared as data (domain brief, f.2)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from preau.foundation.lifecycle import Lifecycle, Step

from .enums import CampaignState as S

LIFE = Lifecycle.of(
    S.values,
    (
        Step("adopt", frozenset({S.PREPARED}), S.RULES_ADOPTED, _("Enregistrer le vote des règles")),
        Step("announce", frozenset({S.RULES_ADOPTED}), S.ANNOUNCED, _("Annoncer aux familles")),
        Step("open", frozenset({S.ANNOUNCED}), S.OPEN, _("Ouvrir les vœux")),
        Step("close", frozenset({S.OPEN}), S.CLOSED, _("Clore les vœux")),
        Step("decide", frozenset({S.CLOSED}), S.DECIDED, _("Attribuer les places")),
        Step("notify", frozenset({S.DECIDED}), S.NOTIFIED, _("Prévenir les familles")),
        Step("second", frozenset({S.NOTIFIED}), S.SECOND, _("Faire le second tour")),
        Step("settle", frozenset({S.NOTIFIED, S.SECOND}), S.SETTLED, _("Terminer la campagne")),
        Step(
            "cancel",
            frozenset({S.PREPARED, S.RULES_ADOPTED, S.ANNOUNCED, S.OPEN, S.CLOSED}),
            S.CANCELLED,
            _("Annuler la campagne"),
            needs_reason=True,
        ),
    ),
)


def steps_of(state: str, *, has_second: bool) -> list[Step]:
    """Those that may be taken: with a second round in the rules, the campaign is not settled before it."""
    left_out = "settle" if has_second and state == S.NOTIFIED else "second"
    skipped = {left_out} if state == S.NOTIFIED else set()
    return [each for each in LIFE.open_from(state) if each.name not in skipped]


WAY = (S.PREPARED, S.RULES_ADOPTED, S.ANNOUNCED, S.OPEN, S.CLOSED, S.DECIDED, S.NOTIFIED, S.SECOND, S.SETTLED)
"""The squares of the hopscotch; the second round only where the rules have one."""
PUBLIC = (S.ANNOUNCED, S.OPEN, S.CLOSED, S.DECIDED, S.NOTIFIED, S.SECOND, S.SETTLED)
"""What everybody may read."""
FROZEN = (*PUBLIC, S.RULES_ADOPTED)
"""The rules were voted: they no longer change."""
RESULTS = (S.NOTIFIED, S.SECOND, S.SETTLED)
"""Families read their results all at the same time."""
