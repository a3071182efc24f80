"""A group in words: « les 6 à 10 ans du quartier Les Quais, quotient inconnu »."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from .groups import Group, Means, Stage


def said(group: Group, quarters: Mapping[str, str]) -> str:
    """``quarters``: names by slug; one that is gone is told by its slug."""
    who = _("les enfants de %(ages)s") % {"ages": Stage(group.stage).label} if group.stage else _("les enfants")
    parts = [who]
    if group.quarter:
        parts.append(_("du quartier %(quarter)s") % {"quarter": quarters.get(group.quarter, group.quarter)})
    told = " ".join(parts)
    return _("%(who)s, %(means)s") % {"who": told, "means": Means(group.means).label} if group.means else told
