"""What is really adapted, said by need (brief h.3). Each word is a thing that a family can check on the spot."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Sensory(models.TextChoices):
    """Noise, light, crowd."""

    QUIET = "quiet", _("peu de bruit")
    NO_MUSIC = "no_music", _("sans musique ni micro")
    SOFT_LIGHT = "soft_light", _("lumière douce")
    SMALL_GROUP = "small_group", _("petit groupe")
    CALM_ROOM = "calm_room", _("pièce calme pour se retirer")
    SAME_ROUTINE = "same_routine", _("déroulement toujours pareil")
    BREAKS = "breaks", _("pauses possibles à tout moment")


class Communication(models.TextChoices):
    PICTOGRAMS = "pictograms", _("pictogrammes")
    EASY_READ = "easy_read", _("consignes faciles à lire (FALC)")
    SIGN_LANGUAGE = "sign_language", _("langue des signes (LSF)")
    SIGNED_WORDS = "signed_words", _("gestes pour appuyer la parole")
    HEARING_LOOP = "hearing_loop", _("boucle magnétique")
    SHOWN = "shown", _("gestes montrés, pas seulement dits")
    TOUCH = "touch", _("repères à toucher")
    DESCRIBED = "described", _("images et gestes décrits à voix haute")
    SUBTITLES = "subtitles", _("sous-titres")


class Premises(models.TextChoices):
    STEP_FREE = "step_free", _("accès sans marche")
    LIFT = "lift", _("ascenseur")
    TOILETS = "toilets", _("toilettes adaptées")
    PARKING = "parking", _("place de stationnement réservée")
    CHANGING_ROOM = "changing_room", _("vestiaire adapté")
    CHANGING_TABLE = "changing_table", _("table de change pour tous les âges")
    HOIST = "hoist", _("mise à l’eau ou transfert par lève-personne")
    SEATS = "seats", _("sièges tout au long du parcours")
