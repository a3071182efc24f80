from __future__ import annotations

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.people.notices.enums import NoticeKind


class NoticeQuerySet(models.QuerySet["Notice"]):
    def unread(self) -> NoticeQuerySet:
        return self.filter(read_at__isnull=True)

    def to_send(self, before: datetime) -> NoticeQuerySet:
        """Those that no mail carries yet, and that the person has not seen on the site meanwhile."""
        return self.unread().filter(sent_in__isnull=True, at__lt=before)


class Notice(models.Model):
    """Something happened that concerns one person.

    ``title`` names the thing, never what was said of it: it leaves by mail. ``subject`` is "app.Model:pk", as in the
    journal. As long as it is unread, what happens again to the same subject renews the notice instead of adding one.
    """

    recipient = models.ForeignKey("accounts.User", models.CASCADE, related_name="notices")
    kind = models.CharField(_("nature"), max_length=12, choices=NoticeKind)
    subject = models.CharField(_("sujet"), max_length=120)
    title = models.CharField(_("titre"), max_length=160)
    path = models.CharField(_("adresse"), max_length=300)
    at = models.DateTimeField(_("quand"))
    times = models.PositiveIntegerField(_("combien de fois"), default=1)
    due_on = models.DateField(_("avant le"), null=True, blank=True)
    read_at = models.DateTimeField(_("lue le"), null=True, blank=True)
    # A mail is deleted only once it carries nothing: a notice that forgot its mail would be sent again.
    sent_in = models.ForeignKey("notices.Digest", models.RESTRICT, null=True, blank=True, related_name="notices")

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("nouvelle")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["recipient", "-at"], name="notice_of_a_person")]
        constraints = [
            models.UniqueConstraint(
                fields=["recipient", "kind", "subject"],
                condition=models.Q(read_at__isnull=True),
                name="notice_unread_once_by_subject",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_unread(self) -> bool:
        return self.read_at is None
