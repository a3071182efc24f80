from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from preau.offer.versions.fingerprint import fingerprint
from preau.offer.versions.languages import EASY_READ, direction_of, kinds, language_of, own_name


class EntryVersion(models.Model):
    """An entry told otherwise: easy to read, or in another language, from the French text of a moment.

    ``source`` is the fingerprint of that text: when the entry no longer has it, the version is shown as older than
    the entry (``is_current``). An easy-to-read text is one only once readers it is made for have understood it:
    ``validated_by`` says who they were. ``version`` keeps two people from overwriting each other.
    """

    activity = models.ForeignKey("activities.Activity", models.CASCADE, related_name="other_versions")
    kind = models.CharField(_("version"), max_length=12, choices=kinds)
    title = models.CharField(_("titre"), max_length=160)
    body = models.TextField(_("texte"))
    source = models.CharField(_("empreinte du texte français"), max_length=64)
    written_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, blank=True, related_name="+")
    written_at = models.DateTimeField(_("écrite le"))
    translator = models.CharField(_("traduite ou adaptée par"), max_length=160, blank=True)
    validated_by = models.CharField(_("relue par"), max_length=200, blank=True)
    validated_on = models.DateField(_("relue le"), null=True, blank=True)
    version = models.PositiveIntegerField(_("version"), default=1)

    class Meta:
        verbose_name = _("version d’une fiche")
        verbose_name_plural = _("versions d’une fiche")
        ordering = ["activity", "kind"]
        constraints = [
            models.UniqueConstraint(fields=["activity", "kind"], name="one_version_of_a_kind_by_entry"),
            models.CheckConstraint(
                condition=Q(validated_on__isnull=True, validated_by="")
                | Q(validated_on__isnull=False) & ~Q(validated_by=""),
                name="a_validation_says_who_and_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.activity_id} {self.kind}"

    @property
    def is_current(self) -> bool:
        """Whether the French text is still the one that this version was made from. Reads the entry."""
        return self.source == fingerprint(self.activity)

    @property
    def is_easy_read(self) -> bool:
        return self.kind == EASY_READ

    @property
    def is_validated(self) -> bool:
        return self.validated_on is not None

    @property
    def own_name(self) -> str:
        return own_name(self.kind)

    @property
    def language(self) -> str:
        return language_of(self.kind)

    @property
    def direction(self) -> str:
        return direction_of(self.kind)
