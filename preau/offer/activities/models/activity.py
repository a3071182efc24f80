from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from preau.foundation.schoolyears import year_name
from preau.offer.activities.enums import Booking, Domain, EntryState


class ActivityQuerySet(models.QuerySet["Activity"]):
    def shown(self) -> ActivityQuerySet:
        """What families see: published, and stale entries with their warning."""
        return self.filter(state__in=(EntryState.PUBLISHED, EntryState.STALE))


class Activity(models.Model):
    """One entry of the catalogue: what an organisation offers during a school year.

    ``summary`` is one sentence, ``description`` plain language. Ages are whole years, both in, empty when nobody is
    left out. ``audiences``, ``pillars`` and ``levels`` are lists of the values of their enums. ``capacity`` empty:
    no limit. ``revision`` is the number of the catalogue's last change that touched it (``revisions.py``);
    ``version`` keeps two people from overwriting each other, ``read_version`` is the last one that an agent read. Who
    wrote to families when, and why an entry was refused, are rows (``EntryStep``).
    """

    commune = models.ForeignKey("organisations.Commune", models.PROTECT, related_name="activities")
    organisation = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="activities")
    slug = models.SlugField(_("adresse dans le catalogue"), max_length=100)
    school_year = models.PositiveSmallIntegerField(_("année scolaire"))
    title = models.CharField(_("titre de l’activité"), max_length=120)
    summary = models.CharField(_("en une phrase"), max_length=240, blank=True)
    description = models.TextField(_("présentation"), blank=True)
    domain = models.CharField(_("domaine"), max_length=12, choices=Domain)
    keywords = models.CharField(_("mots pour la trouver"), max_length=240, blank=True)
    pillars = models.JSONField(_("piliers du parcours artistique"), default=list, blank=True)
    audiences = models.JSONField(_("publics"), default=list)
    levels = models.JSONField(_("niveaux scolaires"), default=list, blank=True)
    age_min = models.PositiveSmallIntegerField(_("à partir de (ans)"), null=True, blank=True)
    age_max = models.PositiveSmallIntegerField(_("jusqu’à (ans)"), null=True, blank=True)
    site = models.ForeignKey("places.Site", models.PROTECT, null=True, blank=True, related_name="activities")
    meeting_point = models.CharField(_("point de rendez-vous"), max_length=200, blank=True)
    starts_on = models.DateField(_("du"))
    ends_on = models.DateField(_("au"))
    capacity = models.PositiveSmallIntegerField(_("places"), null=True, blank=True)
    staff = models.PositiveSmallIntegerField(_("adultes qui encadrent"), null=True, blank=True)
    price_rule = models.ForeignKey("prices.PriceRule", models.PROTECT, null=True, blank=True, related_name="activities")
    price_words = models.CharField(_("précision sur le tarif"), max_length=200, blank=True)
    has_taster = models.BooleanField(_("séance d’essai possible"), default=False)
    booking = models.CharField(_("inscription"), max_length=8, choices=Booking, default=Booking.CONTACT)
    booking_words = models.CharField(_("comment s’inscrire"), max_length=240, blank=True)
    contact_name = models.CharField(_("personne à joindre"), max_length=120, blank=True)
    contact_phone = models.CharField(_("téléphone"), max_length=40, blank=True)
    contact_email = models.EmailField(_("adresse électronique"), blank=True)
    website = models.URLField(_("site web"), max_length=300, blank=True)
    state = models.CharField(_("état"), max_length=12, choices=EntryState, default=EntryState.DRAFT)
    published_at = models.DateTimeField(_("publiée le"), null=True, blank=True)
    verified_on = models.DateField(_("vérifiée le"), null=True, blank=True)
    copied_from = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="copies")
    created_at = models.DateTimeField(_("créée le"))
    updated_at = models.DateTimeField(_("modifiée le"))
    version = models.PositiveIntegerField(_("version"), default=1)
    read_version = models.PositiveIntegerField(_("version relue"), default=0)
    revision = models.PositiveBigIntegerField(_("révision du catalogue"), default=0, db_index=True)

    objectives = models.ManyToManyField("plan.PlanItem", related_name="activities", blank=True)

    objects = ActivityQuerySet.as_manager()

    class Meta:
        verbose_name = _("activité")
        ordering = ["title", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["commune", "slug"], name="activity_slug_once_by_commune"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="activity_ends_after_it_starts"),
            models.CheckConstraint(
                condition=Q(age_min__isnull=True) | Q(age_max__isnull=True) | Q(age_max__gte=F("age_min")),
                name="activity_ages_make_sense",
            ),
            models.CheckConstraint(condition=Q(state__in=EntryState.values), name="activity_state_is_known"),
            models.CheckConstraint(condition=Q(domain__in=Domain.values), name="activity_domain_is_known"),
            models.CheckConstraint(
                condition=~Q(state__in=(EntryState.PUBLISHED, EntryState.STALE))
                | Q(published_at__isnull=False, verified_on__isnull=False),
                name="a_published_activity_was_verified",
            ),
        ]
        indexes = [models.Index(fields=["organisation", "school_year"], name="activity_by_provider")]

    def __str__(self) -> str:
        return self.title

    @property
    def year_name(self) -> str:
        return year_name(self.school_year)

    @property
    def is_shown(self) -> bool:
        return self.state in (EntryState.PUBLISHED, EntryState.STALE)
