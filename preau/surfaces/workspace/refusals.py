"""What the domain refused, in one sentence for the person who asked."""

from __future__ import annotations

from django.utils.translation import gettext as _

from preau.plan.drafting.errors import AlreadyDecided, ItemRemoved, NothingProposed, PlaceMissing, WordsMoved
from preau.plan.structure.errors import EditConflict, NoPlace, NotEmpty, PlanAdopted

TOLD = (AlreadyDecided, EditConflict, NoPlace, NotEmpty, NothingProposed, PlaceMissing, PlanAdopted, WordsMoved)
"""Refusals that change nothing and that a sentence explains."""


def sentence(refusal: Exception) -> str:
    match refusal:
        case AlreadyDecided():
            return _("Quelqu’un a répondu avant vous. Rien n’a été changé.")
        case EditConflict():
            return _("Quelqu’un vient de modifier cet élément. Relisez-le, puis recommencez.")
        case ItemRemoved():
            return _("Cet élément a été retiré du projet : rétablissez-le d’abord, ou refusez en disant pourquoi.")
        case NotEmpty():
            return _("Cet élément contient encore des objectifs ou des effets : il faut d’abord les déplacer.")
        case NothingProposed():
            return _("Le projet dit déjà exactement cela : changez quelque chose avant de proposer.")
        case PlanAdopted():
            return _("Le projet est adopté : son texte ne change plus. Le prochain projet repartira de lui.")
        case WordsMoved():
            return _(
                "Les mots que cette proposition remplace ne sont plus dans le texte. Modifiez le texte à la main, "
                "puis refusez la proposition en disant pourquoi."
            )
        case _:
            return _(
                "La place visée n’est pas dans le projet : elle en a été retirée, ou une autre proposition qui "
                "l’apporte doit être acceptée d’abord."
            )
