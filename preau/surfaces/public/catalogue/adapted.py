"""What is really adapted, in the words of the entry: each thing that a family can check, and what is not possible."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from preau.offer.activities.adaptations import Communication, Premises, Sensory
from preau.offer.activities.models import Activity, Adaptation


@dataclass(frozen=True, slots=True)
class Adapted:
    """``lines``: (what it is about, what is said). A person to call: the adaptation's own, else the entry's."""

    lines: list[tuple[str, list[str | Promise]]] = field(default_factory=list)
    not_possible: str = ""
    is_specialised: bool = False
    name: str = ""
    phone: str = ""
    email: str = ""
    verified_on: date | None = None


def adapted(activity: Activity) -> Adapted:
    try:
        told: Adaptation = activity.adaptation
    except ObjectDoesNotExist:
        return Adapted(name=activity.contact_name, phone=activity.contact_phone, email=activity.contact_email)
    lines: list[tuple[str, list[str | Promise]]] = [
        (_("Locaux"), _labels(Premises, told.premises)),
        (_("Bruit, lumière, affluence"), _labels(Sensory, told.sensory)),
        (_("Communication"), _labels(Communication, told.communication)),
        (_("Équipe"), [each for each in (told.staff_trained, told.ratio) if each]),
        (_("Matériel"), [told.material] if told.material else []),
        (_("Accompagnant"), [_("entrée gratuite")] if told.companion_is_free else []),
        (_("Pour commencer"), [_("une séance d’essai accompagnée")] if told.has_trial else []),
    ]
    own = bool(told.contact_phone or told.contact_email)
    who: Adaptation | Activity = told if own else activity
    return Adapted(
        lines=[line for line in lines if line[1]],
        not_possible=told.not_possible,
        is_specialised=told.is_specialised,
        name=who.contact_name,
        phone=who.contact_phone,
        email=who.contact_email,
        verified_on=told.verified_on,
    )


def _labels(words: Any, held: Iterable[str]) -> list[str | Promise]:
    known = dict(words.choices)
    return [known[value] for value in known if value in set(held)]
