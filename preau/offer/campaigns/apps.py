from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CampaignsConfig(AppConfig):
    name = "preau.offer.campaigns"
    label = "campaigns"
    verbose_name = _("campagnes d’inscription")
