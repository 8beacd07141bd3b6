from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "leavingwell.platform.audit"
    label = "audit"
