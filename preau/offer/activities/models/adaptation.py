from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Adaptation(models.Model):
    """What is really adapted, and what is not possible (brief h.3). Said by need, never by diagnosis.

    The lists hold values of the enums of ``adaptations.py``; an empty answer means that nobody said anything.
    ``is_specialised``: nobody else comes; an ordinary activity that adapts is shown before it.
    """

    activity = models.OneToOneField("activities.Activity", models.CASCADE, related_name="adaptation")
    staff_trained = models.CharField(_("équipe formée"), max_length=160, blank=True)
    trained_on = models.DateField(_("formation suivie le"), null=True, blank=True)
    ratio = models.CharField(_("encadrement"), max_length=160, blank=True)
    sensory = models.JSONField(_("bruit, lumière, affluence"), default=list, blank=True)
    communication = models.JSONField(_("communication"), default=list, blank=True)
    premises = models.JSONField(_("locaux"), default=list, blank=True)
    material = models.CharField(_("matériel"), max_length=200, blank=True)
    companion_is_free = models.BooleanField(_("accompagnant gratuit"), default=False)
    has_trial = models.BooleanField(_("séance d’essai accompagnée"), default=False)
    is_specialised = models.BooleanField(_("réservé aux personnes en situation de handicap"), default=False)
    not_possible = models.TextField(_("ce qui n’est pas possible"), blank=True)
    contact_name = models.CharField(_("personne à joindre"), max_length=120, blank=True)
    contact_phone = models.CharField(_("téléphone"), max_length=40, blank=True)
    contact_email = models.EmailField(_("adresse électronique"), blank=True)
    verified_on = models.DateField(_("vérifié le"), null=True, blank=True)

    class Meta:
        verbose_name = _("adaptation")

    def __str__(self) -> str:
        return f"{self.activity_id}"
