from django.apps import AppConfig
from django.core.checks import register
from django.db.models.signals import post_migrate


class CouncilsConfig(AppConfig):
    name = "leavingwell.platform.councils"
    label = "councils"

    def ready(self) -> None:
        from leavingwell.platform.councils import checks, policies
        from leavingwell.platform.councils.admin import rights

        rights.register()
        post_migrate.connect(policies.sync)
        register(checks.check_wall, "database")
        register(checks.check_models)
