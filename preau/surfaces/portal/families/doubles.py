"""A child who may have a file already: nothing is linked by itself, and nothing is said of the other file."""

from __future__ import annotations

from django.utils.translation import gettext as _

from preau.people.accounts.hand import Hand
from preau.people.households.hearing import tell_desk
from preau.people.households.models import Child


def hold_back(child: Child, *, hand: Hand) -> None:
    """The new file is read only until the desk has seen a paper: somebody may have typed a name to enter a file."""
    tell_desk(child, _("Une nouvelle fiche ressemble à une autre : à vérifier"), hand=hand)
