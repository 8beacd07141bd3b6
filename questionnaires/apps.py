from django.apps import AppConfig


class QuestionnairesConfig(AppConfig):
    name = "leavingwell.questionnaires"
    label = "questionnaires"
