"""The words of a roll call (domain brief, e.1 and e.4)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Mark(models.TextChoices):
    """What is said of a child at a session. ``EXPECTED`` takes back what was said before."""

    EXPECTED = "expected", _("attendu")
    PRESENT = "present", _("présent")
    ABSENT = "absent", _("absent")
    EXCUSED = "excused", _("absence annoncée")
    LEFT = "left", _("parti")


CAME = frozenset({Mark.PRESENT, Mark.LEFT})
AWAY = frozenset({Mark.ABSENT, Mark.EXCUSED})


class NoteCode(models.TextChoices):
    """What one adult tells the next when a child passes from one to the other. A closed list: no story."""

    LATE = "late", _("arrivé en retard")
    EARLY = "early", _("doit partir plus tôt")
    NOT_EATEN = "not_eaten", _("n’a pas mangé son goûter")
    TIRED = "tired", _("fatigué aujourd’hui")
    BUMP = "bump", _("petit choc, soigné")
    SAD = "sad", _("a eu de la peine")
    LEFT_BEHIND = "left_behind", _("a oublié des affaires")
    CALL_FAMILY = "call_family", _("famille à rappeler")


class StaffFunction(models.TextChoices):
    LEADER = "leader", _("animation")
    DIRECTOR = "director", _("direction")
    SUPPORT = "support", _("renfort pour un enfant, hors du compte")


class RefusedMark(models.TextChoices):
    """Why a mark is not kept. Told to the person who made it: nothing disappears in silence."""

    NOT_EXPECTED = "not_expected", _("cet enfant n’est pas attendu à cette séance")
    UNKNOWN = "unknown", _("ce pointage n’a pas de sens")
    KEY_TAKEN = "key_taken", _("un autre pointage porte déjà ce numéro")


class FollowUpOutcome(models.TextChoices):
    """What a human found out. None of them takes the place away: a family gives it back itself."""

    COMES_BACK = "comes_back", _("l’enfant revient")
    GIVES_BACK = "gives_back", _("la famille rend la place")
    ADAPTED = "adapted", _("quelque chose change pour l’enfant")
    UNREACHED = "unreached", _("famille non jointe")
    MISTAKE = "mistake", _("erreur de pointage")
