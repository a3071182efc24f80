from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LaboratoryConfig(AppConfig):
    name = "preau.offer.laboratory"
    label = "laboratory"
    verbose_name = _("laboratoire des règles")
