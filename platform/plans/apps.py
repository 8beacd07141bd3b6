from django.apps import AppConfig
from django.db.models.signals import post_save


class PlansConfig(AppConfig):
    name = "leavingwell.platform.plans"
    label = "plans"

    def ready(self) -> None:
        from leavingwell.platform.access.signals import duty_started, team_changed, worker_changed
        from leavingwell.platform.audit.models import AuditEntry
        from leavingwell.platform.people.signals import sign_in_changed
        from leavingwell.platform.plans import handovers, news_of_staff, waiting
        from leavingwell.platform.plans.services import reopening
        from leavingwell.translations.kept_settings import forget_after

        forget_after("plans.PlanRules")
        worker_changed.connect(handovers.on_worker_changed)
        team_changed.connect(news_of_staff.on_team_changed)
        duty_started.connect(news_of_staff.on_duty_started)
        sign_in_changed.connect(news_of_staff.on_sign_in_changed)
        post_save.connect(reopening.on_recorded, sender=AuditEntry)  # first: it locks the plan, then the review
        post_save.connect(waiting.on_recorded, sender=AuditEntry)
