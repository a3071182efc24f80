from django.apps import AppConfig


class ShellConfig(AppConfig):
    name = "preau.surfaces.shell"
    label = "shell"
