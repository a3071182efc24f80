from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "preau.surfaces.api"
    label = "api"
