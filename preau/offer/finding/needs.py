"""Adaptations as families ask for them: by need, never by diagnosis (brief h.3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ANY = "adapte"
NEEDS: Mapping[str, str | Promise] = {
    ANY: _("au moins une adaptation"),
    "calme": _("au calme"),
    "petit-groupe": _("petit groupe"),
    "sans-marche": _("sans marche"),
    "toilettes": _("toilettes adaptées"),
    "accompagnant": _("accompagnant gratuit"),
    "equipe-formee": _("équipe formée"),
    "langue-des-signes": _("langue des signes"),
    "pictogrammes": _("pictogrammes"),
    "facile-a-lire": _("consignes faciles à lire"),
    "decrit": _("décrit ou à toucher"),
    "boucle": _("boucle magnétique, sous-titres"),
    "essai-accompagne": _("essai accompagné"),
}
_LISTED = {
    "calme": {"quiet", "calm_room", "no_music"},
    "petit-groupe": {"small_group"},
    "sans-marche": {"step_free", "lift"},
    "toilettes": {"toilets", "changing_table"},
    "langue-des-signes": {"sign_language"},
    "pictogrammes": {"pictograms"},
    "facile-a-lire": {"easy_read"},
    "decrit": {"described", "touch"},
    "boucle": {"hearing_loop", "subtitles"},
}
"""Which values of the lists of an ``Adaptation`` answer the need."""


def needs_met(listed: Iterable[str], *, is_trained: bool, companion_is_free: bool, has_trial: bool) -> tuple[str, ...]:
    """``listed``: every value of the three lists of the adaptation. In the order of the table; empty for none."""
    said = set(listed)
    met = {need for need, values in _LISTED.items() if said & values}
    met |= {
        need
        for need, is_met in (
            ("equipe-formee", is_trained),
            ("accompagnant", companion_is_free),
            ("essai-accompagne", has_trial),
        )
        if is_met
    }
    if met or said:
        met.add(ANY)
    return tuple(need for need in NEEDS if need in met)
