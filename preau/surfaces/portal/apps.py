from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "preau.surfaces.portal"
    label = "portal"
