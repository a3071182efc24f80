from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class EditingPresence(models.Model):
    """Somebody has the form of an item open: the browser says so again and again, and it is forgotten soon after.

    It blocks nobody. It tells two people that they write the same words, before one of them saves.
    """

    item = models.ForeignKey("plan.PlanItem", models.CASCADE, related_name="presences")
    user = models.ForeignKey("accounts.User", models.CASCADE, related_name="+")
    since = models.DateTimeField(_("depuis"))
    seen_at = models.DateTimeField(_("vu le"), db_index=True)

    class Meta:
        verbose_name = _("présence")
        ordering = ["since", "pk"]
        constraints = [models.UniqueConstraint(fields=["item", "user"], name="presence_once_by_person")]

    def __str__(self) -> str:
        return f"{self.user_id} · {self.item_id}"
