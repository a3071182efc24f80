from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.people.organisations.enums import OrganisationKind


class Applicant(models.TextChoices):
    """Who applies for a label. A school applies for itself: the town can't do so in its place."""

    SCHOOL = "school", _("une école, un collège ou un lycée")
    TOWN = "town", _("la ville, par l’un de ses services")

    @property
    def kinds(self) -> tuple[OrganisationKind, ...]:
        """The organisations that may apply."""
        if self is Applicant.SCHOOL:
            return (OrganisationKind.SCHOOL, OrganisationKind.SECONDARY_SCHOOL)
        return TOWN_KINDS


TOWN_KINDS = (OrganisationKind.TOWN_SERVICE, OrganisationKind.EARLY_YEARS)


class LabelState(models.TextChoices):
    PREPARING = "preparing", _("en préparation")
    SUBMITTED = "submitted", _("déposé")
    OBTAINED = "obtained", _("obtenu")
    RENEWING = "renewing", _("renouvellement en préparation")
    EXPIRED = "expired", _("échu")
    REFUSED = "refused", _("refusé")
    ABANDONED = "abandoned", _("abandonné")


class Standing(models.TextChoices):
    """What a reader wants to know of a file on a given day, in the order of the list."""

    EXPIRING = "expiring", _("à renouveler")
    VALID = "valid", _("en cours de validité")
    WAITING = "waiting", _("déposé, réponse attendue")
    PREPARING = "preparing", _("en préparation")
    CLOSED = "closed", _("clos")
