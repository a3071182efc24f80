from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.cooperation.agreements.enums import SignatureWay


class SignatureQuerySet(models.QuerySet["Signature"]):
    def standing(self) -> SignatureQuerySet:
        """Those that nobody has cancelled."""
        return self.filter(cancelled_at__isnull=True)


class Signature(models.Model):
    """A party has signed: who, in what office, when, how, and the fingerprint of what was signed.

    On paper, the scan is the proof. In the platform, ``signed_by`` is the account that proved who it was once more.
    A mistake is cancelled with its reason and recorded anew: no signature is ever written over.
    """

    party = models.ForeignKey("agreements.Party", models.PROTECT, related_name="signatures")
    text = models.ForeignKey("agreements.AgreementText", models.PROTECT, related_name="signatures")
    sha256 = models.CharField(_("empreinte du texte signé"), max_length=64)
    way = models.CharField(_("manière"), max_length=12, choices=SignatureWay)
    signatory_name = models.CharField(_("nom du ou de la signataire"), max_length=160)
    signatory_office = models.CharField(_("fonction"), max_length=160)
    signed_on = models.DateField(_("signée le"))
    scan = models.OneToOneField("files.StoredFile", models.PROTECT, null=True, blank=True, related_name="+")
    signed_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField(_("enregistrée le"))
    recorded_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    cancelled_at = models.DateTimeField(_("annulée le"), null=True, blank=True)
    cancelled_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, blank=True, related_name="+")
    cancel_reason = models.CharField(_("raison de l’annulation"), max_length=300, blank=True)

    objects = SignatureQuerySet.as_manager()

    class Meta:
        verbose_name = _("signature")
        ordering = ["recorded_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["party"], condition=models.Q(cancelled_at__isnull=True), name="a_party_signs_once"
            ),
            models.CheckConstraint(
                condition=models.Q(way=SignatureWay.PAPER, scan__isnull=False)
                | models.Q(way=SignatureWay.ELECTRONIC, scan__isnull=True),
                name="a_signature_on_paper_has_its_scan",
            ),
            models.CheckConstraint(
                condition=models.Q(cancelled_at__isnull=True, cancel_reason="")
                | (models.Q(cancelled_at__isnull=False) & ~models.Q(cancel_reason="")),
                name="a_cancelled_signature_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party_id} {self.signed_on:%Y-%m-%d}"

    @property
    def is_electronic(self) -> bool:
        return self.way == SignatureWay.ELECTRONIC
