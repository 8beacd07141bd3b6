from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "leavingwell.platform.documents"
    label = "documents"
