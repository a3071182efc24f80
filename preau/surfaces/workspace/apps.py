from django.apps import AppConfig


class WorkspaceConfig(AppConfig):
    name = "preau.surfaces.workspace"
    label = "workspace"
