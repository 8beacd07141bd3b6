"""The texts of this app that are translated."""

from modeltranslation.translator import TranslationOptions, register

from leavingwell.questionnaires.models import Choice, ChoiceLabel, Domain, Survey, Wording


@register(Domain)
class DomainTranslation(TranslationOptions):
    fields = ("title",)
    required_languages = ("en",)


@register(Wording)
class WordingTranslation(TranslationOptions):
    fields = ("text", "help", "prompt", "picture_text")
    required_languages = {"en": ("text",)}


@register(ChoiceLabel)
class ChoiceLabelTranslation(TranslationOptions):
    fields = ("label",)
    required_languages = ("en",)


@register(Choice)
class ChoiceTranslation(TranslationOptions):
    fields = ("label",)
    required_languages = ("en",)


@register(Survey)
class SurveyTranslation(TranslationOptions):
    fields = ("title", "intro")
    required_languages = {"en": ("title",)}
