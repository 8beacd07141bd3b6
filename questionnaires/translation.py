"""The texts of this app that are translated."""

from modeltranslation.translator import TranslationOptions, register

from leavingwell.questionnaires.models import ChoiceLabel, Domain, Wording


@register(Domain)
class DomainTranslation(TranslationOptions):
    fields = ("title",)
    required_languages = ("en",)


@register(Wording)
class WordingTranslation(TranslationOptions):
    fields = ("text", "help")
    required_languages = {"en": ("text",)}


@register(ChoiceLabel)
class ChoiceLabelTranslation(TranslationOptions):
    fields = ("label",)
    required_languages = ("en",)
