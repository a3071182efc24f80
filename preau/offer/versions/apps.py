from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VersionsConfig(AppConfig):
    name = "preau.offer.versions"
    label = "entry_versions"
    verbose_name = _("versions d’une fiche")
