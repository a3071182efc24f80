from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from preau.offer.classes.enums import HalfDay, WishState
from preau.offer.classes.states import ENDED, LIVE, SEATED


class ClassWishQuerySet(models.QuerySet["ClassWish"]):
    def live(self) -> ClassWishQuerySet:
        return self.filter(state__in=LIVE)

    def seated(self) -> ClassWishQuerySet:
        """Those that hold a place of the offer."""
        return self.filter(state__in=SEATED)


class ClassWish(models.Model):
    """What a teacher asks for a class: an offer, when the class could come, what it needs, with how many adults.

    ``needs`` says what the welcome must plan, never whom it is for. ``rank`` is the teacher's own order among the
    wishes of the class, 1 first. ``out_of_turn`` is the reason given when it was accepted before another that came
    first.
    """

    offer = models.ForeignKey("classes.ClassOffer", models.CASCADE, related_name="wishes")
    group = models.ForeignKey("classes.ClassGroup", models.CASCADE, related_name="wishes")
    state = models.CharField(_("état"), max_length=10, choices=WishState, default=WishState.ASKED)
    rank = models.PositiveSmallIntegerField(_("rang"), default=1)
    times = models.JSONField(_("moments possibles"), default=list, blank=True)
    needs = models.TextField(_("ce qu’il faut prévoir"), blank=True)
    adults = models.PositiveSmallIntegerField(_("adultes présents"), default=1)
    words = models.TextField(_("pourquoi cette activité"), blank=True)
    asked_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField(_("demandée le"))
    planned_on = models.DateField(_("date convenue"), null=True, blank=True)
    out_of_turn = models.CharField(_("raison du passage avant"), max_length=300, blank=True)
    version = models.PositiveIntegerField(_("version"), default=1)

    objects = ClassWishQuerySet.as_manager()

    class Meta:
        verbose_name = _("demande d’une classe")
        ordering = ["rank", "asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["offer", "group"], condition=~Q(state__in=ENDED), name="a_class_asks_an_offer_once"
            ),
            models.CheckConstraint(condition=Q(state__in=WishState.values), name="wish_state_is_known"),
        ]
        indexes = [models.Index(fields=["offer", "state"], name="wish_by_offer")]

    def __str__(self) -> str:
        return f"{self.group_id} → {self.offer_id}"

    @property
    def time_labels(self) -> list[str]:
        return [str(each.label) for each in HalfDay if each in self.times]


class ClassWishStep(models.Model):
    """A step in the life of a request: who, when, from where to where, why."""

    wish = models.ForeignKey("classes.ClassWish", models.CASCADE, related_name="steps")
    step = models.CharField(_("étape"), max_length=10)
    from_state = models.CharField(max_length=10, choices=WishState, blank=True)
    to_state = models.CharField(max_length=10, choices=WishState)
    reason = models.CharField(_("raison"), max_length=400, blank=True)
    by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(_("le"))

    class Meta:
        verbose_name = _("étape d’une demande de classe")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.wish_id} {self.step}"
