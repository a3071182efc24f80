from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FactsConfig(AppConfig):
    name = "preau.observatory.facts"
    label = "facts"
    verbose_name = _("relevés sans noms")
