from django.apps import AppConfig


class QuestionnairesConfig(AppConfig):
    name = "leavingwell.questionnaires"
    label = "questionnaires"

    def ready(self) -> None:
        from leavingwell.questionnaires import translation_sources

        translation_sources.register()
