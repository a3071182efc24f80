"""How prices are made."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class PriceKind(models.TextChoices):
    FREE = "free", _("gratuit")
    FLAT = "flat", _("prix unique")
    BANDS = "bands", _("par tranches de quotient familial")
    LINEAR = "linear", _("proportionnel au quotient familial")
