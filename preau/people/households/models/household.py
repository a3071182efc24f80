from __future__ import annotations

import uuid
from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Household(models.Model):
    """A home: one address, the adults who live there, the children who live there at least some of the time.

    ``place_key`` and the degrees come from the town's register of addresses; ``quarter`` is the slug of its area, empty
    when the address is not in the register. The address is shown to the adults of this home and to the desk only.
    """

    key = models.UUIDField(_("clé"), default=uuid.uuid4, unique=True, editable=False)
    commune = models.ForeignKey("organisations.Commune", models.PROTECT, related_name="households")
    address = models.CharField(_("adresse"), max_length=200, blank=True)
    postcode = models.CharField(_("code postal"), max_length=10, blank=True)
    city = models.CharField(_("ville"), max_length=80, blank=True)
    place_key = models.CharField(_("clé de l’adresse"), max_length=40, blank=True)
    lon = models.FloatField(_("longitude"), null=True, blank=True)
    lat = models.FloatField(_("latitude"), null=True, blank=True)
    quarter = models.SlugField(_("quartier"), max_length=80, blank=True)
    is_resident = models.BooleanField(_("habite la commune"), default=True)
    created_at = models.DateTimeField(_("créé le"))
    erased_on = models.DateField(_("effacé le"), null=True, blank=True)
    version = models.PositiveIntegerField(_("version"), default=1)

    class Meta:
        verbose_name = _("foyer")
        constraints = [
            models.CheckConstraint(
                condition=Q(lon__isnull=True, lat__isnull=True) | Q(lon__isnull=False, lat__isnull=False),
                name="a_home_is_on_the_map_or_not",
            )
        ]

    def __str__(self) -> str:
        return str(self.key)


class HouseholdMember(models.Model):
    """An adult who lives in a home, from a day to a day."""

    household = models.ForeignKey("households.Household", models.CASCADE, related_name="members")
    adult = models.ForeignKey("households.Adult", models.CASCADE, related_name="homes")
    from_on = models.DateField(_("depuis le"))
    until_on = models.DateField(_("jusqu’au"), null=True, blank=True)

    class Meta:
        verbose_name = _("adulte du foyer")
        constraints = [
            models.UniqueConstraint(
                fields=["household", "adult"], condition=Q(until_on__isnull=True), name="adult_once_in_a_home"
            )
        ]

    def __str__(self) -> str:
        return f"{self.household_id} {self.adult_id}"


class ResidenceQuerySet(models.QuerySet["Residence"]):
    def on(self, day: date) -> ResidenceQuerySet:
        return self.filter(from_on__lte=day).filter(Q(until_on__isnull=True) | Q(until_on__gte=day))


class Residence(models.Model):
    """A home in which a child lives. Two of them for a child whose parents live apart; ``is_main`` for one at most."""

    household = models.ForeignKey("households.Household", models.CASCADE, related_name="residences")
    child = models.ForeignKey("households.Child", models.CASCADE, related_name="residences")
    is_main = models.BooleanField(_("résidence principale"), default=True)
    from_on = models.DateField(_("depuis le"))
    until_on = models.DateField(_("jusqu’au"), null=True, blank=True)

    objects = ResidenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("résidence d’un enfant")
        constraints = [
            models.UniqueConstraint(
                fields=["household", "child"], condition=Q(until_on__isnull=True), name="child_once_in_a_home"
            ),
            models.UniqueConstraint(
                fields=["child"], condition=Q(until_on__isnull=True, is_main=True), name="one_main_home_by_child"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.household_id} {self.child_id}"
