from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArticulationConfig(AppConfig):
    name = "preau.plan.articulation"
    label = "articulation"
    verbose_name = _("articulation de l’école et de l’accueil")
