from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from preau.people.households.enums import EliminationOrigin, RetainedThing


class RetentionPolicy(models.Model):
    """How long one kind of thing is kept, from a day on: so many months after what starts the count.

    A new decision adds a row. ``text`` is what it rests on. A row without ``decided_by`` is a proposal of the product,
    to be confirmed by the data officer with the departmental archives (brief, c.3).
    """

    thing = models.CharField(_("ce qui est gardé"), max_length=12, choices=RetainedThing)
    months = models.PositiveSmallIntegerField(_("mois"))
    from_on = models.DateField(_("à partir du"))
    text = models.CharField(_("fondé sur"), max_length=240, blank=True)
    decided_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(_("décidée le"))

    class Meta:
        verbose_name = _("durée de conservation")
        ordering = ["thing", "-from_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.thing} {self.months}"


class EliminationQuerySet(models.QuerySet["Elimination"]):
    def open(self) -> EliminationQuerySet:
        return self.filter(done_at__isnull=True, refused_at__isnull=True, withdrawn_at__isnull=True)

    def stamped(self) -> EliminationQuerySet:
        return self.open().filter(visa_at__isnull=False)


class Elimination(models.Model):
    """A line of the elimination list: a family file that is due, or that its family asks to erase.

    Nothing irreversible happens before somebody put their visa; the night after, the file is erased, and the line stays
    with no name in it. ``because`` is the answer when the visa is refused.
    """

    adult = models.ForeignKey("households.Adult", models.CASCADE, related_name="eliminations")
    origin = models.CharField(_("origine"), max_length=8, choices=EliminationOrigin)
    due_on = models.DateField(_("dû le"))
    listed_at = models.DateTimeField(_("inscrite le"))
    visa_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, blank=True, related_name="+")
    visa_at = models.DateTimeField(_("visa du"), null=True, blank=True)
    refused_at = models.DateTimeField(_("refusée le"), null=True, blank=True)
    because = models.CharField(_("raison"), max_length=240, blank=True)
    withdrawn_at = models.DateTimeField(_("retirée le"), null=True, blank=True)
    done_at = models.DateTimeField(_("effacée le"), null=True, blank=True)

    objects = EliminationQuerySet.as_manager()

    class Meta:
        verbose_name = _("ligne du bordereau d’élimination")
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["adult"],
                condition=Q(done_at__isnull=True, refused_at__isnull=True, withdrawn_at__isnull=True),
                name="one_open_elimination_by_adult",
            ),
            models.CheckConstraint(
                condition=Q(done_at__isnull=True) | Q(visa_at__isnull=False), name="nothing_is_erased_without_a_visa"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.adult_id} {self.due_on}"
