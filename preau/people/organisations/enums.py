"""The kinds of organisation that meet around a town's education plan (domain brief, a.6)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class OrganisationKind(models.TextChoices):
    TOWN_SERVICE = "town_service", _("service de la ville")
    SCHOOL = "school", _("école")
    SECONDARY_SCHOOL = "secondary_school", _("collège ou lycée")
    EARLY_YEARS = "early_years", _("petite enfance")
    ASSOCIATION = "association", _("association")
    INSTITUTION = "institution", _("institution")
    PARENTS = "parents", _("parents d’élèves")
    SOCIAL = "social", _("action sociale")
