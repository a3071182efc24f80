"""Words that both the page of a roll call and its script say."""

from __future__ import annotations

import json
from uuid import UUID, uuid4

from django import template
from django.utils.translation import gettext as _

from preau.offer.attendance.enums import Mark

register = template.Library()


@register.simple_tag
def new_key() -> UUID:
    """A form sent twice is one act."""
    return uuid4()


@register.filter
def as_json(value: object) -> str:
    """For a ``data-`` attribute: the template escapes it."""
    return json.dumps(value, ensure_ascii=False)


@register.simple_tag
def tap_words(mark: str) -> str:
    """What one more tap says."""
    return _("pointer présent") if mark == Mark.PRESENT else _("pointer absent")


@register.simple_tag
def roll_words() -> str:
    return json.dumps(
        {
            **{str(mark): str(mark.label) for mark in Mark},
            "tap_present": tap_words(Mark.PRESENT),
            "tap_absent": tap_words(Mark.ABSENT),
            "waiting": _("à envoyer"),
            "one_to_send": _("1 pointage à envoyer"),
            "many_to_send": _("{n} pointages à envoyer"),
            "offline": _("pas de réseau : l’appel continue"),
            "all_sent": _("tout est envoyé"),
            "log_in": _("reconnectez-vous pour les envoyer"),
        },
        ensure_ascii=False,
    )
