from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class SitePhoto(models.Model):
    """A picture of a place, developed anew: turned upright, without what the camera wrote, in two widths.

    The file that was sent is not kept. The person who sends it states that no child can be recognised.
    """

    site = models.ForeignKey("places.Site", models.CASCADE, related_name="photos")
    small = models.ForeignKey("files.StoredFile", models.PROTECT, related_name="+")
    large = models.ForeignKey("files.StoredFile", models.PROTECT, related_name="+")
    width = models.PositiveSmallIntegerField(_("largeur"))
    height = models.PositiveSmallIntegerField(_("hauteur"))
    alternative = models.CharField(_("ce que l’on voit"), max_length=240)
    credit = models.CharField(_("auteur de la photo"), max_length=120)
    licence = models.CharField(_("licence"), max_length=120, blank=True)
    shows_no_child = models.BooleanField(_("aucun enfant reconnaissable"))
    added_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    added_at = models.DateTimeField(_("ajoutée le"))

    class Meta:
        verbose_name = _("photo d’un lieu")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(shows_no_child=True), name="photo_shows_no_child"),
            models.CheckConstraint(condition=~models.Q(alternative=""), name="photo_is_told_in_words"),
        ]

    def __str__(self) -> str:
        return self.alternative
