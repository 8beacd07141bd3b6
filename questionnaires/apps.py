from django.apps import AppConfig


class QuestionnairesConfig(AppConfig):
    name = "leavingwell.questionnaires"
    label = "questionnaires"

    def ready(self) -> None:
        from leavingwell.questionnaires import translation_sources
        from leavingwell.translations.kept_settings import forget_after

        forget_after("questionnaires.QuestionnaireRules")
        translation_sources.register()
