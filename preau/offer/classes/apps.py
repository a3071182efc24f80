from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ClassesConfig(AppConfig):
    name = "preau.offer.classes"
    label = "classes"
    verbose_name = _("classes et groupes")
